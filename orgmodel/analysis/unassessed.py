"""What could not be judged, said in words: which input is unknown, and of how many things."""

from __future__ import annotations

from orgmodel.findings import NotAssessed, missing_said
from orgmodel.model import ORGANIZATION, Organization, Subject
from orgmodel.rules.judged import Judged


def unassessed(organization: Organization, judged: Judged) -> tuple[NotAssessed, ...]:
    """One entry for each input that is unknown, with everything that could not be judged for want of it."""
    code = judged.rule.code
    if judged.failure:
        return (NotAssessed(code, (ORGANIZATION,), f"a working rule: it stopped with {judged.failure.fault}"),)
    by_input: dict[str, tuple[dict[Subject, None], dict[Subject, None]]] = {}
    for observed in judged.unjudged:
        subjects, lacking = by_input.setdefault(observed.unknown, ({}, {}))
        subjects[observed.subject] = None
        lacking.update(dict.fromkeys(observed.lacking))
    return tuple(
        NotAssessed(
            code,
            tuple(sorted(subjects)),
            missing_said(organization, unknown, sorted(lacking)),
            unknown,
            tuple(sorted(lacking)),
        )
        for unknown, (subjects, lacking) in by_input.items()
    )
