"""Which fields the Inspector offers for each kind of thing, under which headings; no Qt."""

from __future__ import annotations

from typing import Final

from orgmodel.model import KIND_NAMES, STATE_NAMES, Organization, Responsibility
from ui.inspector import document_sheets, lists, offers, tables
from ui.inspector.document_sheets import NAME
from ui.inspector.fields import (
    UNKNOWN,
    ChoiceField,
    DayField,
    Field,
    ManyField,
    PickField,
    Section,
    TextField,
    fixed,
)
from ui.written import count, duration, level, number, text
from ui.written_hours import hours_from


def criticality_instead(organization: Organization, row: Responsibility) -> tuple[str, str]:
    """A row of unknown criticality is as critical as its service."""
    found = organization.criticality_of(row)
    if row.criticality is not None or found is None:
        return "", ""
    return f"as its service: {found}", f"Criticality unknown, so that of its service: {found}."


def member_given(typed: str) -> int | str:
    """Who takes turns: a number of people, or a name."""
    plain = typed.strip()
    return int(plain) if plain.isdecimal() and plain.isascii() and len(plain) < 9 else plain


_CRITICALITY: Final = fixed((None, UNKNOWN), (1, "1 of 4"), (2, "2 of 4"), (3, "3 of 4"), (4, "4 of 4"))
_YES_NO: Final = fixed((None, UNKNOWN), (True, "Yes"), (False, "No"))


_ROW: Final = (
    Section(
        "",
        (
            NAME,
            offers.one_of("Layer", "layer", "layers"),
            offers.one_of("Area", "area", "areas"),
            offers.one_of("Service", "service", "services"),
            ChoiceField(
                "Criticality", "criticality", _CRITICALITY, "1 is highest", narrow=True, instead=criticality_instead
            ),
            ChoiceField("Paged", "paged", _YES_NO, "an alert lands here", narrow=True),
            TextField("Runbook", "runbook", text),
            TextField("Effort", "effort", duration("h"), "a week, all teams", narrow=True),
            ChoiceField("State", "state", fixed(*STATE_NAMES.items())),
        ),
    ),
    Section(
        "Confirmed",
        (TextField("By", "confirmed.by", text), DayField("On", "confirmed.on")),
        is_open=True,
    ),
    Section(
        "Rests on",
        (
            offers.many_of("Depends on", "depends_on", "responsibilities", "Add a row…"),
            ManyField(
                "Activities",
                "activities",
                offers.activities,
                offers.activity_name,
                lambda *_: None,
                "Add an activity…",
            ),
        ),
        is_open=True,
    ),
)
_TEAM: Final = (
    Section(
        "",
        (
            NAME,
            ChoiceField("Kind", "kind", fixed(*KIND_NAMES.items())),
            TextField("People", "headcount", count, narrow=True),
            TextField("Lead", "lead", text),
            TextField("Contact", "contact", text),
            TextField("Mission", "mission", text, long=True),
            offers.one_of("Part of", "parent", "teams"),
            offers.many_of("Supports", "supports", "teams", "Add a team…"),
            ChoiceField(
                "Status", "status", fixed(("active", "Active"), ("planned", "Planned"), ("archived", "Archived"))
            ),
        ),
    ),
    Section("On call", (lists.ROTATIONS_OF_TEAM,), is_open=True),
    Section("Pages", (lists.WAYS_IN, lists.WAYS_OUT), is_open=True),
    Section("Sites", (tables.SITES,), is_open=True),
    Section("Members", (tables.MEMBERS,)),
    Section(
        "Workload, as measured",
        (
            TextField("Operations", "workload.operations", number, "% of their time", narrow=True),
            TextField("Toil", "workload.toil", number, "% of their time", narrow=True),
            TextField("Incidents", "workload.incidents_per_shift", number, "a shift, in 21 days", narrow=True),
        ),
        is_open=True,
    ),
)
_SERVICE: Final = (
    Section(
        "",
        (
            NAME,
            offers.one_of("Team", "team", "teams"),
            ChoiceField("Criticality", "criticality", _CRITICALITY, "1 is highest", narrow=True),
            ChoiceField(
                "Complexity",
                "complexity",
                fixed((None, UNKNOWN), ("simple", "Simple"), ("complicated", "Complicated"), ("complex", "Complex")),
            ),
            ChoiceField("User-facing", "user_facing", _YES_NO, narrow=True),
            offers.many_of("Depends on", "depends_on", "services", "Add a service…"),
            PickField("Matrix", "matrix", offers.matrices, offers.matrix_name),
        ),
    ),
    Section("Does without", (tables.NOT_APPLICABLE,), is_open=True),
)
_LAYER: Final = (Section("", (NAME, ChoiceField("Kind", "kind", lambda _: tables.KINDS))),)
_AREA: Final = (Section("", (NAME,)),)
_ROTATION: Final = (
    Section(
        "",
        (
            offers.one_of("Team", "team", "teams", optional=False),
            TextField("Level", "level", level, "1 is paged first", narrow=True),
            TextField("Hours", "coverage", hours_from),
            PickField("Time zone", "timezone", offers.zones, offers.as_written),
            ManyField(
                "Members",
                "members",
                offers.turn_takers,
                offers.turn_taker_name,
                offers.turn_taker_subject,
                "Name, or how many…",
                member_given,
                None,
                alone=True,
            ),
            TextField("Turn", "turn", duration("d"), "one person's, as 7d", narrow=True),
            TextField("Shift", "shift", duration("h"), "as in 12h", narrow=True),
            TextField("Pages", "pages_per_day", number, "a day, on average", narrow=True),
            TextField("Hand up", "hand_up", duration("m"), "to the next level", narrow=True),
        ),
    ),
)
_ESCALATION: Final = (
    Section(
        "",
        (
            TextField("After", "after", duration("m"), "minutes, or as in 2h", narrow=True),
            TextField("When", "when", text),
            ChoiceField(
                "Kind",
                "kind",
                fixed(("functional", "Functional"), ("hierarchic", "Hierarchic"), ("inform", "Inform only")),
            ),
            PickField("From", "source", offers.ways_start, offers.team_name, "team", optional=False, alone=True),
            PickField(
                "To",
                "target",
                offers.one_of("To", "target", "teams").things,
                offers.team_name,
                "team",
                optional=False,
                alone=True,
            ),
            offers.many_of("Layers", "layers", "layers", "Every layer; add one…"),
            offers.many_of("Services", "services", "services", "Every service; add one…"),
        ),
    ),
)
_PERSON: Final = (
    Section(
        "",
        (
            NAME,
            TextField("Role", "role", text),
            TextField("FTE", "fte", number, "1 is full time", narrow=True),
            PickField("Site", "site", offers.sites, offers.as_written),
        ),
    ),
)
SECTIONS: Final[dict[str, tuple[Section, ...]]] = {
    "responsibility": _ROW,
    "team": _TEAM,
    "service": _SERVICE,
    "layer": _LAYER,
    "area": _AREA,
    "rotation": _ROTATION,
    "escalation": _ESCALATION,
    "person": _PERSON,
    "questionnaire": document_sheets.QUESTIONNAIRE,
    "assessment": document_sheets.ASSESSMENT,
    "waiver": document_sheets.WAIVER,
    "decision": document_sheets.DECISION,
    "view": document_sheets.VIEW,
    "organization": document_sheets.ORGANIZATION,
}

FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    kind: tuple(field for section in sections for field in section.fields) for kind, sections in SECTIONS.items()
}
"""Every field of each kind of thing, from top to bottom."""
