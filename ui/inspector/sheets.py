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
from ui.translation import marked
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


_CRITICALITY: Final = fixed(
    (None, UNKNOWN), (1, marked("1 of 4")), (2, marked("2 of 4")), (3, marked("3 of 4")), (4, marked("4 of 4"))
)
_YES_NO: Final = fixed((None, UNKNOWN), (True, marked("Yes")), (False, marked("No")))


_ROW: Final = (
    Section(
        "",
        (
            NAME,
            offers.one_of(marked("Layer"), "layer", "layers"),
            offers.one_of(marked("Area"), "area", "areas"),
            offers.one_of(marked("Service"), "service", "services"),
            ChoiceField(
                marked("Criticality"),
                "criticality",
                _CRITICALITY,
                marked("1 is highest"),
                narrow=True,
                instead=criticality_instead,
            ),
            ChoiceField(marked("Paged"), "paged", _YES_NO, marked("an alert lands here"), narrow=True),
            TextField(marked("Runbook"), "runbook", text),
            TextField(marked("Effort"), "effort", duration("h"), marked("a week, all teams"), narrow=True),
            ChoiceField(marked("State"), "state", fixed(*STATE_NAMES.items())),
        ),
    ),
    Section(
        marked("Confirmed"),
        (TextField(marked("By"), "confirmed.by", text), DayField(marked("On"), "confirmed.on")),
        is_open=True,
    ),
    Section(
        marked("Rests on"),
        (
            offers.many_of(marked("Depends on"), "depends_on", "responsibilities", marked("Add a row…")),
            ManyField(
                marked("Activities"),
                "activities",
                offers.activities,
                offers.activity_name,
                lambda *_: None,
                marked("Add an activity…"),
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
            ChoiceField(marked("Kind"), "kind", fixed(*KIND_NAMES.items())),
            TextField(marked("People"), "headcount", count, narrow=True),
            TextField(marked("Lead"), "lead", text),
            TextField(marked("Contact"), "contact", text),
            TextField(marked("Mission"), "mission", text, long=True),
            offers.one_of(marked("Part of"), "parent", "teams"),
            offers.many_of(marked("Supports"), "supports", "teams", marked("Add a team…")),
            ChoiceField(
                marked("Status"),
                "status",
                fixed(("active", marked("Active")), ("planned", marked("Planned")), ("archived", marked("Archived"))),
            ),
        ),
    ),
    Section(marked("On call"), (lists.ROTATIONS_OF_TEAM,), is_open=True),
    Section(marked("Pages"), (lists.ESCALATIONS_IN, lists.ESCALATIONS_OUT), is_open=True),
    Section(marked("Sites"), (tables.SITES,), is_open=True),
    Section(marked("Members"), (tables.MEMBERS,)),
    Section(
        marked("Workload, as measured"),
        (
            TextField(marked("Operations"), "workload.operations", number, marked("% of their time"), narrow=True),
            TextField(marked("Toil"), "workload.toil", number, marked("% of their time"), narrow=True),
            TextField(
                marked("Incidents"), "workload.incidents_per_shift", number, marked("a shift, in 21 days"), narrow=True
            ),
        ),
        is_open=True,
    ),
)
_SERVICE: Final = (
    Section(
        "",
        (
            NAME,
            offers.one_of(marked("Team"), "team", "teams"),
            ChoiceField(marked("Criticality"), "criticality", _CRITICALITY, marked("1 is highest"), narrow=True),
            ChoiceField(
                marked("Complexity"),
                "complexity",
                fixed(
                    (None, UNKNOWN),
                    ("simple", marked("Simple")),
                    ("complicated", marked("Complicated")),
                    ("complex", marked("Complex")),
                ),
            ),
            ChoiceField(marked("User-facing"), "user_facing", _YES_NO, narrow=True),
            offers.many_of(marked("Depends on"), "depends_on", "services", marked("Add a service…")),
            PickField(marked("Matrix"), "matrix", offers.matrices, offers.matrix_name),
        ),
    ),
    Section(marked("Does without"), (tables.NOT_APPLICABLE,), is_open=True),
)
_LAYER: Final = (Section("", (NAME, ChoiceField(marked("Kind"), "kind", lambda _: tables.KINDS))),)
_AREA: Final = (Section("", (NAME,)),)
_ROTATION: Final = (
    Section(
        "",
        (
            offers.one_of(marked("Team"), "team", "teams", optional=False),
            TextField(marked("Level"), "level", level, marked("1 is paged first"), narrow=True),
            TextField(marked("Hours"), "coverage", hours_from),
            PickField(marked("Time zone"), "timezone", offers.zones, offers.as_written),
            ManyField(
                marked("Members"),
                "members",
                offers.turn_takers,
                offers.turn_taker_name,
                offers.turn_taker_subject,
                marked("Name, or how many…"),
                free=member_given,
                empty=None,
                alone=True,
            ),
            TextField(marked("Turn"), "turn", duration("d"), marked("one person's, as 7d"), narrow=True),
            TextField(marked("Shift"), "shift", duration("h"), marked("as in 12h"), narrow=True),
            TextField(marked("Pages"), "pages_per_day", number, marked("a day, on average"), narrow=True),
            TextField(marked("Hand up"), "hand_up", duration("m"), marked("to the next level"), narrow=True),
        ),
    ),
)
_ESCALATION: Final = (
    Section(
        "",
        (
            TextField(marked("After"), "after", duration("m"), marked("minutes, or as in 2h"), narrow=True),
            TextField(marked("When"), "when", text),
            ChoiceField(
                marked("Kind"),
                "kind",
                fixed(
                    ("functional", marked("Functional")),
                    ("hierarchic", marked("Hierarchic")),
                    ("inform", marked("Inform only")),
                ),
            ),
            PickField(
                marked("From"), "source", offers.escalation_starts, offers.team_name, "team", optional=False, alone=True
            ),
            PickField(
                marked("To"),
                "target",
                offers.one_of(marked("To"), "target", "teams").things,
                offers.team_name,
                "team",
                optional=False,
                alone=True,
            ),
            offers.many_of(
                marked("Layers"), "layers", "layers", marked("Every layer; only some…"), marked("Add a layer…")
            ),
            offers.many_of(
                marked("Services"),
                "services",
                "services",
                marked("Every service; only some…"),
                marked("Add a service…"),
            ),
        ),
    ),
)
_PERSON: Final = (
    Section(
        "",
        (
            NAME,
            TextField(marked("Role"), "role", text),
            TextField(marked("FTE"), "fte", number, marked("1 is full time"), narrow=True),
            PickField(marked("Site"), "site", offers.sites, offers.as_written),
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
