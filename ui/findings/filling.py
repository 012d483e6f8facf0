"""How an input that is unknown is filled in: at a field of the Inspector, or as a sentence says; no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from orgmodel.findings import Finding, NotAssessed
from orgmodel.model import Organization, Responsibility, Subject, Team, find, name_of, subject_parts
from orgmodel.model.value import value
from orgmodel.sentences import few

FIELDS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "responsibility": {
        "criticality": ("criticality", "Criticality"),
        "paged": ("paged", "Paged"),
        "runbook": ("runbook", "Runbook"),
        "effort": ("effort", "Effort"),
        "layer": ("layer", "Layer"),
        "area": ("area", "Area"),
        "confirm": ("confirmed.on", "On"),
        "dependencies": ("depends_on", "Depends on"),
    },
    "team": {
        "headcount of each site": ("sites", "Sites"),
        "site": ("sites", "Sites"),
        "headcount": ("headcount", "People"),
        "people": ("headcount", "People"),
        "kind": ("kind", "Kind"),
        "lead": ("lead", "Lead"),
        "contact": ("contact", "Contact"),
        "mission": ("mission", "Mission"),
        "members": ("members", "Members"),
        "rotation": ("rotations", "On call"),
        "coverage": ("rotations", "On call"),
        "operations": ("workload.operations", "Operations"),
        "workload": ("workload.operations", "Operations"),
        "toil": ("workload.toil", "Toil"),
        "incidents": ("workload.incidents_per_shift", "Incidents"),
    },
    "service": {
        "team": ("team", "Team"),
        "criticality": ("criticality", "Criticality"),
        "complexity": ("complexity", "Complexity"),
        "user": ("user_facing", "User-facing"),
        "dependencies": ("depends_on", "Depends on"),
        "matrix": ("matrix", "Matrix"),
    },
    "layer": {"kind": ("kind", "Kind")},
    "rotation": {
        "coverage": ("coverage", "Hours"),
        "members": ("members", "Members"),
        "turn": ("turn", "Turn"),
        "shift": ("shift", "Shift"),
        "pages": ("pages_per_day", "Pages"),
        "minutes": ("hand_up", "Hand up"),
    },
    "escalation": {
        "after": ("after", "After"),
        "minutes": ("after", "After"),
        "when": ("when", "When"),
        "condition": ("when", "When"),
    },
    "assessment": {
        "questionnaire": ("questionnaire", "Of"),
        "section": ("ratings", "Ratings"),
        "rating": ("ratings", "Ratings"),
    },
    "organization": {
        "rotation": ("rotations", "Rotations"),
        "service": ("services", "Services"),
        "assessments": ("assessments", "Assessments"),
        "review": ("review_by", "Review by"),
    },
}
"""By kind of thing and a word of the input: the field of the Inspector, and what it is called there.

Of several words that an input has, the first that stands here counts.
"""

BY_HAND: Final[Mapping[str, tuple[str, str]]] = {"GAP006": ("runbook", "Runbook")}
"""By rule without a quick fix: the field that is to be filled in where it finds something, and what it is called."""

SENTENCES: Final[tuple[tuple[str, str, str], ...]] = (
    ("", "headcount", "Select each of them, and fill in People in the Inspector."),
    (
        "",
        "escalation",
        "Draw them in the Chain (Ctrl+2): drag from the card that hands a page on to the one that takes it.",
    ),
    ("", "dependencies", "Select rows or services, and fill in Depends on in the Inspector."),
    ("", "rows", "Make them in the Matrix (Ctrl+1), with Row."),
    ("", "criticality", "Select each of them, and fill in Criticality in the Inspector."),
    ("", "rotation", "Select a team, and add a rotation under On call in the Inspector."),
    ("", "members", "Select the team, and fill in Members in the Inspector."),
    ("", "date", "It is the day of the report, which is known again when the file is opened anew."),
)
"""By kind of thing, or any, and a word of the input: what to do where the Inspector has no field for it."""

ELSEWHERE: Final = "Write it in the file; the page of the rule (F1) says what it looks at."


_COMPARED: Final = re.compile(r"(\d+) teams with a headcount")
"""An input that is a number of teams: they are compared with each other."""

_IN_THE_FORM: Final[tuple[tuple[str, str], ...]] = (
    ("teams with a headcount", "teams whose number of people is known"),
    ("headcount", "number of people"),
)
"""What rules call an input, and how that is said where the form has another word for it."""


@value
class Remedy:
    """A field of a thing and the words of the link that leads there; or only a sentence that says what to do."""

    subject: Subject | None = None
    field: str = ""
    link: str = ""
    sentence: str = ""


def said_in_the_form(missing: str) -> str:
    """What is unknown, in the words of the form where it is filled in: `number of people of App SRE`."""
    for word, said in _IN_THE_FORM:
        missing = missing.replace(word, said)
    return missing


def remedy_of(missing: NotAssessed, organization: Organization) -> Remedy:
    """How the first thing that wants an input gets it; nothing where a rule stopped with a fault of its own."""
    lacking = missing.lacking
    if not lacking:
        return Remedy()
    unknown, kind = missing.unknown.casefold(), subject_parts(lacking[0])[0]
    compared = _COMPARED.search(unknown)
    if compared:
        return Remedy(sentence=_fill_in_people(organization, int(compared[1])))
    fields = FIELDS.get(kind, {})
    found = next((fields[word] for word in fields if word in unknown), None)
    if found is None:
        said = (sentence for of, word, sentence in SENTENCES if of in ("", kind) and word in unknown)
        return Remedy(sentence=next(said, ELSEWHERE))
    field, label = found
    wanting = (each for each in _in_file_order(organization, lacking) if _wants(organization, each, field))
    first = next(wanting, lacking[0])
    return Remedy(first, field, f"Fill in {label} of {name_of(organization, first)}")


def field_for(finding: Finding) -> Remedy:
    """The field that puts a finding right, where it is something that only people know; nothing elsewhere."""
    field, label = BY_HAND.get(finding.code, ("", ""))
    return Remedy(finding.subjects[0], field, f"Fill in {label}") if field else Remedy()


def _fill_in_people(organization: Organization, needed: int) -> str:
    """What to do where so many teams are compared by their people: nothing, where there are fewer of them."""
    there = sum(team.status != "archived" and team.kind != "governance" for team in organization.teams)
    if there < needed:
        are = f"{'is' if there == 1 else 'are'} {there or 'none'}"
        return f"It compares teams with each other and needs at least {few(needed, 'team', 'teams')}; there {are}."
    return "Select each team, and fill in People in the Inspector."


def _in_file_order(organization: Organization, lacking: tuple[Subject, ...]) -> Iterator[Subject]:
    """Rows and teams as they stand in the file; whatever else as it is given."""
    things: dict[str, Sequence[Responsibility | Team]] = {
        "responsibility": organization.responsibilities,
        "team": organization.teams,
    }
    named = things.get(subject_parts(lacking[0])[0])
    wanted = frozenset(lacking)
    return iter(lacking) if named is None else (thing.subject for thing in named if thing.subject in wanted)


def _wants(organization: Organization, named: Subject, field: str) -> bool:
    held: Any = find(organization, named)
    for name in field.split("."):
        held = getattr(held, name, None) if held is not None else None
    return held in (None, "other", ())
