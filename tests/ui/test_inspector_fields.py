"""Every field of the model can be edited in the Inspector, and every edit that it offers is one that can be."""

from datetime import date
from pathlib import Path

import pytest

from docs.collect_texts import texts_of
from orgmodel import document as said
from orgmodel import model
from orgmodel.errors import CommandRefused
from orgmodel.model import ORGANIZATION, Subject
from orgmodel.model.value import fields_of
from orgmodel.yaml_file import read_text
from ui import things
from ui.inspector.changes import change, set_to
from ui.inspector.fields import Asked, ChoiceField, ListField, ManyField, PickField, SaidField, TableField, Whole
from ui.inspector.held import SEVERAL, held, held_by_all
from ui.inspector.sheets import FIELDS, SECTIONS

CLASSES = {
    "organization": model.Organization,
    "team": model.Team,
    "service": model.Service,
    "layer": model.Layer,
    "area": model.Area,
    "responsibility": model.Responsibility,
    "rotation": model.Rotation,
    "escalation": model.Escalation,
    "person": model.Member,
    "questionnaire": model.Questionnaire,
    "assessment": model.Assessment,
    "waiver": said.Waiver,
    "decision": said.Decision,
    "view": said.View,
}
INSIDE = {
    model.Site: ("team", "sites"),
    model.Member: ("team", "members"),
    model.NotApplicable: ("service", "not_applicable"),
    model.Layer: ("organization", "layers"),
    model.Area: ("organization", "areas"),
}
EXEMPT = {
    "id": "never changes",
    "organization.teams": "made in the Matrix and in Teams; each has a sheet",
    "organization.responsibilities": "made in the Matrix; each has a sheet",
    "organization.escalations": "drawn in the Chain; each has a sheet",
    "responsibility.raci": "the letters stand above the fields, with a picker for one more team",
}


def edited(kind):
    return {field.field.partition(".")[0] for field in FIELDS[kind]}


@pytest.mark.parametrize("kind", CLASSES)
def test_every_field_of_every_kind_of_thing_is_there(kind):
    wanted = {field for field in CLASSES[kind].__value_fields__ if field not in EXEMPT}
    wanted -= {name.partition(".")[2] for name in EXEMPT if name.startswith(f"{kind}.")}
    assert wanted <= edited(kind)


def test_what_a_document_holds_is_reached_from_the_organisation():
    assert {"waivers", "decisions", "views", "assessments", "rotations", "services"} <= edited("organization")
    assert set(CLASSES) == set(SECTIONS) == set(things.KIND_CAPTIONS)


@pytest.mark.parametrize("inner", INSIDE)
def test_every_field_of_a_line_of_a_table_has_a_column(inner):
    kind, field = INSIDE[inner]
    (table,) = (each for each in FIELDS[kind] if each.field == field)
    assert set(inner.__value_fields__) - {"id"} == {column.field for column in table.columns}


def test_every_field_of_values_inside_of_things_is_there():
    paths = {field.field for kind in ("team", "responsibility") for field in FIELDS[kind]}
    assert {f"workload.{field}" for field in model.Workload.__value_fields__} <= paths
    assert {f"confirmed.{field}" for field in model.Confirmation.__value_fields__} <= paths
    (ratings,) = (each for each in FIELDS["assessment"] if each.field == "ratings")
    rated = {cell.field for cell in (*ratings.columns, *ratings.details) if not isinstance(cell, SaidField)}
    assert {f"rating.{field}" for field in model.Rating.__value_fields__} == rated


@pytest.fixture(scope="module")
def payments():
    """A department in which every kind of thing is there."""
    file = Path(__file__).parents[2] / "sample_orgs" / "payments_platform.yaml"
    return read_text(file.read_text(encoding="utf-8"), file).document


ONE_OF_EACH = {
    "organization": ORGANIZATION,
    "team": "team:money-sre",
    "service": "service:ledger",
    "layer": "layer:environment",
    "area": "area:monitoring",
    "responsibility": "responsibility:ledger-release-process",
    "rotation": "rotation:frontline-dublin",
    "escalation": "escalation:frontline->checkout-sre",
    "person": "person:platform-sre/amara",
    "assessment": "assessment:autumn-2026",
    "waiver": "waiver:SPOF002/1",
    "decision": "decision:2",
    "view": "view:4",
}


def single_fields():
    return [
        (kind, field)
        for kind, named in ONE_OF_EACH.items()
        for field in FIELDS[kind]
        if not isinstance(field, TableField | ListField)
    ]


@pytest.mark.parametrize(("kind", "field"), single_fields(), ids=lambda each: getattr(each, "field", each))
def test_what_is_there_can_be_given_again_and_what_is_picked_can_be_picked(payments, kind, field):
    named = Subject(ONE_OF_EACH[kind])
    thing = things.find(payments, named)
    same = change(payments, [named], [thing], field.field, lambda now: now).apply(payments)
    assert same == payments
    if isinstance(field, PickField | ManyField):
        offered = field.things(payments, named, thing)
        now = held(thing, field.field)
        for item in now if isinstance(now, tuple) else () if now is None else (now,):
            assert item in {each for each, _ in offered}
            assert field.name(payments, named, item) != ""
    if isinstance(field, PickField):
        last = field.things(payments, named, thing)[-1][0]
        after = change(payments, [named], [thing], field.field, set_to(last)).apply(payments)
        assert after.organization.name == payments.organization.name


def tables():
    return [(kind, field) for kind in ONE_OF_EACH for field in FIELDS[kind] if isinstance(field, TableField)]


@pytest.mark.parametrize(("kind", "table"), tables(), ids=lambda each: getattr(each, "field", each))
def test_every_cell_of_every_table_can_be_given_again_and_its_lines_go_and_move(payments, kind, table):
    named = Subject(ONE_OF_EACH[kind])
    of = Whole(payments, named, things.find(payments, named))
    lines = table.rows(payments, of.thing)
    assert lines
    cells = [cell for cell in (*table.columns, *table.details) if not isinstance(cell, SaidField)]
    for place in (0, len(lines) - 1):
        for cell in cells:
            assert table.change(of, place, cell.field, lambda now: now).apply(payments) == payments
    if table.remove:
        left = table.remove(of, 0).apply(payments)
        assert table.rows(left, things.find(left, named)) == lines[1:]
    if table.move and len(lines) > 1:
        moved = table.move(of, 0, 1).apply(payments)
        assert table.rows(moved, things.find(moved, named)) == (lines[1], lines[0], *lines[2:])
    if table.add:
        with pytest.raises(CommandRefused):
            table.add(of, table.columns[0].field, None)


@pytest.mark.parametrize(
    ("kind", "field"),
    [(k, f) for k in ONE_OF_EACH for f in FIELDS[k] if isinstance(f, ListField)],
    ids=lambda each: getattr(each, "field", each),
)
def test_every_list_leads_to_things_and_adds_and_removes_them(payments, kind, field):
    thing = things.find(payments, Subject(ONE_OF_EACH[kind]))
    links = field.links(payments, thing)
    assert all(things.find(payments, link.subject) is not None for link in links)
    if field.add:
        command, named = field.add(payments, thing, Asked(date(2026, 11, 22), "lens-chain"))
        after = command.apply(payments)
        assert things.find(payments, named) is None
        assert things.find(after, named) is not None
        gone = field.remove(after, named).apply(after)
        assert things.find(gone, named) is None


def test_a_site_that_is_renamed_takes_its_people_along(payments):
    named = Subject("team:platform-sre")
    (sites,) = (field for field in FIELDS["team"] if field.field == "sites")
    of = Whole(payments, named, things.find(payments, named))
    after = sites.change(of, 0, "name", set_to("Utrecht")).apply(payments)
    team = after.organization.team_by_id["platform-sre"]
    assert team.sites[0].name == "Utrecht"
    assert {member.site for member in team.members} == {"Utrecht"}


def test_several_things_are_changed_as_one_step_with_one_change_for_each_value(payments):
    rows = [row.subject for row in payments.organization.responsibilities[:5]]
    found = things.find_all(payments, rows)
    after = change(payments, rows, found, "confirmed.on", set_to(date(2026, 11, 1))).apply(payments)
    confirmed = [row.confirmed for row in after.organization.responsibilities[:5]]
    assert {each.on for each in confirmed} == {date(2026, 11, 1)}
    assert [each.by for each in confirmed] == [row.confirmed.by if row.confirmed else None for row in found]
    people = [Subject("person:platform-sre/amara"), Subject("person:platform-sre/elif"), Subject("person:ledger/bo")]
    after = change(payments, people, things.find_all(payments, people), "fte", set_to(0.5)).apply(payments)
    assert [things.find(after, each).fte for each in people] == [0.5, 0.5, 0.5]
    assert things.find(after, Subject("person:platform-sre/hiro")).fte == 1.0


def test_what_several_things_hold_is_several_where_they_differ(payments):
    teams = payments.organization.teams[:3]
    assert held_by_all(teams, "kind") == "application"
    assert held_by_all(teams, "headcount") is SEVERAL
    assert held_by_all(teams, "workload.toil") == 10
    assert held(model.Team(model.TeamId("new"), "New"), "workload.toil") is None


def test_the_last_value_inside_of_a_thing_that_is_cleared_takes_the_whole_with_it(payments):
    named = Subject("team:money-sre")
    document = payments
    for inner in fields_of(model.Workload()):
        thing = things.find(document, named)
        document = change(document, [named], [thing], f"workload.{inner}", set_to(None)).apply(document)
    assert things.find(document, named).workload is None


def test_every_word_of_the_fields_is_collected_for_translators():
    collected = {text for _, _, text in texts_of()}
    collected |= {*model.KIND_NAMES.values(), *model.STATE_NAMES.values()}  # the library's own words
    words = set(things.KIND_CAPTIONS.values())
    for section in (section for sections in SECTIONS.values() for section in sections):
        words.add(section.title)
        for field in section.fields:
            for each in (field, *getattr(field, "columns", ()), *getattr(field, "details", ())):
                told = ("label", "remark", "absent", "more", "one", "nothing")
                words |= {getattr(each, name, "") for name in told}
                if isinstance(each, ChoiceField):
                    words |= {name for _, name in each.choices(model.Organization(name="Small"))}
    assert sorted(word for word in words - collected if not word.isdigit() and word) == []
