"""Every field of every value of the model can be changed by a command, and a file takes each change in its place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import orgmodel.document
import orgmodel.model
from orgmodel.commands import (
    AddArea,
    AddAssessment,
    AddDecision,
    AddEscalation,
    AddLayer,
    AddQuestionnaire,
    AddRotation,
    AddRow,
    AddService,
    AddTeam,
    AddView,
    AssignTeam,
    ChangeDecision,
    ChangeEscalation,
    ChangeField,
    ChangeView,
    ChangeWaiver,
    PlaceCard,
    RateQuestion,
    SetLimit,
    SetPrintedTotal,
    SetSeverity,
    Waive,
)
from orgmodel.commands.allowed import FIELDS
from orgmodel.document import Arrangement, Decision, Document, Place, View, Waiver
from orgmodel.model import (
    ALWAYS,
    Activity,
    Area,
    Assessment,
    Confirmation,
    Coverage,
    Duration,
    Escalation,
    Layer,
    Member,
    NotApplicable,
    Organization,
    Questionnaire,
    Rating,
    Responsibility,
    Rotation,
    Section,
    Service,
    Settings,
    Site,
    Team,
    Window,
    Workload,
)
from orgmodel.model.value import changed, fields_of
from orgmodel.yaml_file import read_text, write_text

FILE = read_text(Path(__file__).with_name("every_field.yaml").read_text("utf-8"), "every_field.yaml")
BEFORE = FILE.document

VALUES = {
    Organization: {
        **dict.fromkeys(
            ("name", "description", "owner", "version", "classification", "based_on"), "12:30 # no comment"
        ),
        "review_by": date(2028, 1, 1),
        "effective": date(2028, 1, 1),
    },
    Layer: {"name": "Platform", "kind": "frontline"},
    Area: {"name": "Watching"},
    Team: {
        **dict.fromkeys(("name", "mission", "lead", "contact"), "no"),
        "kind": "frontline",
        "headcount": 0,
        "supports": ("head", "sre"),
        "parent": "sre",
        "sites": (Site("London"), Site("Denver", "America/Denver", 2)),
        "members": (Member("kim", "Kim Park"),),
        "workload": Workload(toil=12.5),
        "status": "planned",
    },
    Site: {"name": "Paris", "timezone": "Europe/Paris", "headcount": 6},
    Member: {"id": "ana-sousa", "name": "Ana S.", "role": "Lead", "fte": 0.5, "site": None},
    Workload: {"operations": 50, "toil": None, "incidents_per_shift": 2},
    Service: {
        "name": "Store",
        "team": "sre",
        "criticality": 4,
        "complexity": "simple",
        "user_facing": False,
        "depends_on": (),
        "matrix": "other-matrix",
        "not_applicable": (NotApplicable("chef"),),
    },
    NotApplicable: {"row": "chef", "reason": "Written in Rust."},
    Responsibility: {
        "name": "Databases",
        "service": "till",
        "layer": "application",
        "area": "documentation",
        "criticality": None,
        "paged": False,
        "runbook": "https://runbooks.example/other",
        "effort": Duration(2, "h"),
        "depends_on": (),
        "activities": ("ours/2", "bt-sre-maturity/4"),
        "confirmed": Confirmation("App Team"),
        "state": "parked",
    },
    Confirmation: {"by": "App Team", "on": date(2026, 11, 22)},
    Duration: {"count": 8, "unit": "d"},
    Rotation: {
        "team": "sre",
        "level": 2,
        "coverage": ALWAYS,
        "timezone": "America/Denver",
        "members": 8,
        "turn": Duration(14, "d"),
        "shift": Duration(8, "h"),
        "pages_per_day": 0,
        "hand_up": Duration(10, "m"),
    },
    Window: {"first_day": 1, "last_day": 5, "start": 0, "end": 1440},
    Escalation: {
        "source": "head",
        "target": "head",
        "kind": "hierarchic",
        "after": Duration(0, "m"),
        "when": "it smokes",
        "layers": (),
        "services": ("shop", "till"),
    },
    Questionnaire: {
        "name": "Principles",
        "description": None,
        "sections": (Section("one", "One", (Activity("1", "It is read."),)), Section("two", "Two")),
    },
    Section: {"id": "first", "name": "First", "activities": ()},
    Activity: {"id": "9", "text": "It is known.", "low": None, "high": "All of it."},
    Assessment: {
        "questionnaire": "bt-sre-maturity",
        "date": date(2026, 12, 1),
        "ratings": (("1", Rating("na")),),
        "printed_totals": (("one", 9.5),),
    },
    Rating: {"rating": "unknown", "evidence": "Heard", "action": None, "owner": "app", "due": date(2028, 1, 1)},
    Decision: {"on": date(2026, 12, 1), "text": "Said.", "kind": "question", "about": ("team:sre",)},
    Waiver: {"rule": "GAP001", "on": ("team:app",), "reason": "Why.", "until": date(2028, 1, 1), "by": None},
    View: {"name": "First", "lens": "matrix", "focus": None, "note": None},
    Place: {"x": 1.5, "y": 2},
}
"""Another value for every field that can change."""

ORGANIZATION = BEFORE.organization
TEAM, SERVICE, ROW, ROTATION = (
    getattr(ORGANIZATION, field)[0] for field in ("teams", "services", "responsibilities", "rotations")
)
QUESTIONNAIRE, ASSESSMENT = ORGANIZATION.questionnaires[0], ORGANIZATION.assessments[0]
PARTS = {
    Site: (TEAM, "sites", TEAM.sites[0]),
    Member: (TEAM, "members", TEAM.members[0]),
    Workload: (TEAM, "workload", TEAM.workload),
    NotApplicable: (SERVICE, "not_applicable", SERVICE.not_applicable[0]),
    Confirmation: (ROW, "confirmed", ROW.confirmed),
    Duration: (ROW, "effort", ROW.effort),
    Section: (QUESTIONNAIRE, "sections", QUESTIONNAIRE.sections[0]),
}
"""What stands within a thing: the thing, its field and the part."""
OWN_LISTS = {
    (Organization, "layers"): AddLayer(Layer("data", "Data")),
    (Organization, "areas"): AddArea(Area("data", "Data")),
    (Organization, "teams"): AddTeam(Team("new", "New")),
    (Organization, "services"): AddService(Service("new", "New")),
    (Organization, "responsibilities"): AddRow(Responsibility("new", "New")),
    (Organization, "rotations"): AddRotation(Rotation("new", "app")),
    (Organization, "escalations"): AddEscalation(Escalation("sre", "head")),
    (Organization, "questionnaires"): AddQuestionnaire(Questionnaire("new", "New")),
    (Organization, "assessments"): AddAssessment(Assessment("new", "bt-sre-maturity", date(2026, 11, 22))),
    (Organization, "settings"): SetSeverity("ESC010", "info"),
    (Document, "organization"): ChangeField("organization", "name", "Other"),
    (Document, "arrangement"): PlaceCard(Place("team:sre", 1, 2)),
    (Document, "waivers"): Waive(Waiver("GAP001", ("team:app",), "Why.", date(2027, 1, 1))),
    (Document, "decisions"): AddDecision(Decision(date(2026, 11, 22), "Said.")),
    (Document, "views"): AddView(View("Last")),
}
ONE_FIELD = {
    (Coverage, "name"): ChangeField("rotation:app-primary", "coverage", ALWAYS),
    (Coverage, "windows"): ChangeField("rotation:app-primary", "coverage", Coverage(None, (Window(5, 6, 0, 1440),))),
    (Settings, "limits"): SetLimit("stale_days", 30),
    (Settings, "rules"): SetSeverity("GAP001", "info"),
    (Arrangement, "chain"): PlaceCard(Place("team:sre", 1, 2)),
    (Responsibility, "raci"): AssignTeam("database", "head", "I"),
}
NEVER_CHANGE = {
    **{(of, "id"): "ids never change" for of in (Layer, Area, Team, Service, Responsibility, Rotation)},
    **{(of, "id"): "ids never change" for of in (Questionnaire, Assessment)},
    (Place, "subject"): "another subject is another card",
}
CLASSES = [
    held
    for module in (orgmodel.model, orgmodel.document)
    for held in vars(module).values()
    if isinstance(held, type) and hasattr(held, "__value_fields__")
]
ALL_FIELDS = sorted(
    {(of, field) for of in CLASSES for field in fields_of(of)}, key=lambda pair: (pair[0].__name__, pair[1])
)


HELD = {
    Escalation: (ORGANIZATION.escalations[1], lambda new: ChangeEscalation(ORGANIZATION.escalations[1], new)),
    Decision: (BEFORE.decisions[0], lambda new: ChangeDecision(BEFORE.decisions[0], new)),
    Waiver: (BEFORE.waivers[0], lambda new: ChangeWaiver(BEFORE.waivers[0], new)),
    View: (BEFORE.views[0], lambda new: ChangeView(BEFORE.views[0], new)),
    Place: (BEFORE.arrangement.chain[0], PlaceCard),
    Rating: (dict(ASSESSMENT.ratings)["2"], lambda new: RateQuestion("ours-2026", "2", new)),
    Window: (
        ROTATION.coverage.windows[0],
        lambda new: ChangeField("rotation:app-primary", "coverage", Coverage(None, (new,))),
    ),
    Activity: (
        QUESTIONNAIRE.activities[0],
        lambda new: ChangeField(
            "questionnaire:ours",
            "sections",
            (changed(QUESTIONNAIRE.sections[0], activities=(new, QUESTIONNAIRE.activities[1])),),
        ),
    ),
}
"""A value of the file and the command that puts another in its place."""
SUBJECTS = {
    Organization: "organization",
    Layer: "layer:application",
    Area: "area:monitoring",
    Team: "team:app",
    Service: "service:shop",
    Responsibility: "responsibility:database",
    Rotation: "rotation:app-primary",
    Questionnaire: "questionnaire:ours",
    Assessment: "assessment:ours-2026",
}


def edit(of, field, given):
    """The command that gives a field of the file's thing of that class a value."""
    if of in HELD:
        whole, command = HELD[of]
        return command(changed(whole, **{field: given}))
    if of in PARTS:
        thing, where, part = PARTS[of]
        new = changed(part, **{field: given})
        items = getattr(thing, where)
        new = tuple(new if item is part else item for item in items) if isinstance(items, tuple) else new
        return ChangeField(SUBJECTS[type(thing)], where, new)
    return ChangeField(SUBJECTS[of], field, given)


def said(text):
    return sorted(
        re.findall(r"(?:^|\s)#.*", text.replace('"#app"', "").replace("12:30 # no comment", ""), re.MULTILINE)
    )


@pytest.mark.parametrize(("of", "field"), ALL_FIELDS, ids=lambda held: getattr(held, "__name__", held))
def test_a_command_changes_the_field_and_the_file_takes_it_in_its_place(of, field):
    if (of, field) in NEVER_CHANGE:
        return
    command = OWN_LISTS.get((of, field)) or ONE_FIELD.get((of, field)) or edit(of, field, VALUES[of][field])
    if of is Assessment and field == "questionnaire":
        command = ChangeField("assessment:ours-2026", "printed_totals", ())
        document = ChangeField("assessment:ours-2026", "ratings", ()).apply(command.apply(BEFORE))
        command = edit(of, field, VALUES[of][field])
        after = command.apply(document)
        assert after.organization.assessments[0].questionnaire == "bt-sre-maturity"
        return
    after = command.apply(BEFORE)
    assert after != BEFORE
    assert command.label(BEFORE)
    made = write_text(FILE, after)
    assert read_text(made, "every_field.yaml").document == after
    gone = {(Team, "members"), (Questionnaire, "sections"), (Section, "activities"), (Assessment, "ratings")}
    gone |= {(Activity, "id"), (Section, "id"), (Member, "id"), (Responsibility, "depends_on")}
    if (of, field) not in gone:
        assert set(said(FILE.text)) - set(said(made)) == set()


def test_the_value_that_was_given_is_the_one_that_is_held():
    for of, subject in ((Team, "team:app"), (Service, "service:shop"), (Responsibility, "responsibility:database")):
        for field, given in VALUES[of].items():
            after = ChangeField(subject, field, given).apply(BEFORE)
            assert getattr(orgmodel.model.find(after.organization, subject), field) == given, (of, field)


def test_every_field_has_its_bounds():
    without = {Organization, Settings, Document, Arrangement, Coverage, Duration}
    for of in CLASSES:
        assert of in without or set(FIELDS[of]) == set(fields_of(of)), of


def test_no_field_takes_what_no_file_can_hold():
    from orgmodel.errors import CommandRefused

    for of, field in ALL_FIELDS:
        if of in FIELDS and field in FIELDS[of] and (of, field) not in {(Place, "x"), (Place, "y")}:
            for wrong in (object(), "a\0b", float("nan"), ("\ud800",), -1):
                with pytest.raises(CommandRefused):
                    FIELDS[of][field](wrong)


def test_a_file_that_spells_out_no_layers_gets_the_reference_ones_with_the_first_edit():
    file = read_text("format: orgmodel/1\nname: Shop # small\n", "shop.yaml")
    text = write_text(file, AddLayer(Layer("data", "Data"), 0).apply(file.document))
    assert text.startswith("format: orgmodel/1\nname: Shop # small\n")
    assert [layer.id for layer in read_text(text, "shop.yaml").document.organization.layers] == [
        *("data", "application", "environment", "infrastructure", "frontline")
    ]


def test_totals_are_set_and_cleared():
    after = SetPrintedTotal("ours-2026", "one", None).apply(BEFORE)
    assert after.organization.assessments[0].printed_totals == ()
    assert SetPrintedTotal("ours-2026", "one", 8).apply(after) == BEFORE
