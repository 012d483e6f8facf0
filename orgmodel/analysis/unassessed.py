"""What could not be judged, said in words: which input is unknown, and of how many things."""

from __future__ import annotations

from orgmodel.findings import NotAssessed
from orgmodel.model import ORGANIZATION, Organization, Subject, kind_word, name_of, subject_parts
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
            _missing(organization, unknown, sorted(lacking)),
            unknown,
            tuple(sorted(lacking)),
        )
        for unknown, (subjects, lacking) in by_input.items()
    )


def _missing(organization: Organization, unknown: str, lacking: list[Subject]) -> str:
    """`criticality of 43 rows`, `headcount of 3 of 9 teams`, `headcount of Web SRE`, `escalations`."""
    if lacking == [ORGANIZATION]:
        return unknown
    if len(lacking) == 1:
        return f"{unknown} of {name_of(organization, lacking[0])}"
    kind = subject_parts(lacking[0])[0]
    total = {"responsibility": len(organization.responsibilities), "team": len(organization.teams)}.get(kind)
    share = f"{len(lacking)} of {total}" if total is not None and total > len(lacking) else f"{len(lacking)}"
    return f"{unknown} of {share} {kind_word(lacking[0], len(lacking))}"
