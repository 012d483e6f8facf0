"""How an input that is unknown is filled in: at a field of the Inspector, or as a sentence says; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orgmodel.findings import NotAssessed
from orgmodel.model import ORGANIZATION, Organization, Subject, find, name_of, subject_parts
from orgmodel.model.value import value

FIELDS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "responsibility": {
        "criticality": ("criticality", "Criticality"),
        "paged": ("paged", "Paged"),
        "runbook": ("runbook", "Runbook"),
        "effort": ("effort", "Effort"),
        "layer": ("layer", "Layer"),
        "area": ("area", "Area"),
    },
    "team": {
        "headcount": ("headcount", "People"),
        "people": ("headcount", "People"),
        "kind": ("kind", "Kind"),
        "lead": ("lead", "Lead"),
        "contact": ("contact", "Contact"),
        "mission": ("mission", "Mission"),
    },
    "service": {
        "team": ("team", "Team"),
        "criticality": ("criticality", "Criticality"),
        "complexity": ("complexity", "Complexity"),
        "user": ("user_facing", "User-facing"),
    },
    "escalation": {
        "after": ("after", "After"),
        "minutes": ("after", "After"),
        "when": ("when", "When"),
        "condition": ("when", "When"),
    },
}
"""By kind of thing and a word of the input: the field of the Inspector, and what it is called there."""

SENTENCES: Final[Mapping[str, str]] = {
    "escalation": "Draw them in the Chain (Ctrl+2): drag from the card that hands a page on to the one that takes it.",
    "rotation": "Write them in the file, under “rotations”: - {id: web-sre-primary, team: web-sre, coverage: 24x7}",
    "coverage": "Write it in the file, at the rotation, as in: coverage: 24x7",
    "hours": "Write it in the file, at the rotation, as in: coverage: 24x7",
    "members": "Write in the file, at the rotation, how many take turns, as in: members: 8",
    "turn": "Write in the file, at the rotation, how long one turn lasts, as in: turn: 7d",
    "shift": "Write in the file, at the rotation, how long one shift lasts, as in: shift: 12h",
    "pages": "Write in the file, at the rotation, how many pages a day there are, as in: pages_per_day: 0.8",
    "hand": "Write in the file, at the rotation, when it hands on to the next level, as in: hand_up: 5m",
    "incident": "Write in the file, at the team, as in: workload: {incidents_per_shift: 1.4}",
    "operations": "Write in the file, at the team, in percent, as in: workload: {operations: 45, toil: 20}",
    "toil": "Write in the file, at the team, in percent, as in: workload: {operations: 45, toil: 20}",
    "workload": "Write in the file, at the team, in percent, as in: workload: {operations: 45, toil: 20}",
    "site": "Write them in the file, at the team, as in: sites: [{name: London, headcount: 5}]",
    "service": "Write them in the file, under “services”, as in: - {id: web-shop, name: Web Shop, team: shop}",
    "depend": "Write it in the file, as in: depends_on: [postgres]",
    "assessment": "Write it in the file, under “assessments”.",
    "rating": 'Write it in the file, at the assessment, as in: ratings: {"1": 3}',
    "confirm": "Write it in the file, at the row, as in: confirmed: {by: Web SRE, on: 2026-11-02}",
    "review": "Write it in the file, at its top, as in: review_by: 2027-03-31",
    "matrix": "Write it in the file, at the service, as in: matrix: support-chain",
}
"""By a word of the input: what to do where the Inspector has no field for it."""

ELSEWHERE: Final = "Write it in the file; the page of the rule (F1) says what it looks at."


@value
class Remedy:
    """A field of a thing and the words of the link that leads there; or only a sentence that says what to do."""

    subject: Subject | None = None
    field: str = ""
    link: str = ""
    sentence: str = ""


def remedy_of(missing: NotAssessed, organization: Organization) -> Remedy:
    """How the first thing that wants an input gets it; nothing where a rule stopped with a fault of its own."""
    lacking = missing.lacking
    if not lacking:
        return Remedy()
    unknown = missing.unknown.casefold()
    fields = FIELDS.get(subject_parts(lacking[0])[0], {})
    found = next((fields[word] for word in fields if word in unknown), None)
    if found and lacking[0] != ORGANIZATION:
        field, label = found
        first = next((each for each in lacking if _wants(organization, each, field)), lacking[0])
        return Remedy(first, field, f"Fill in {label} of {name_of(organization, first)}")
    sentence = next((SENTENCES[word] for word in SENTENCES if word in unknown), ELSEWHERE)
    return Remedy(sentence=sentence)


def _wants(organization: Organization, named: Subject, field: str) -> bool:
    thing = find(organization, named)
    return thing is not None and getattr(thing, field, "") in (None, "other")
