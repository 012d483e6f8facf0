"""The form of a rotation: each field is one command."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from orgmodel.model import (
    ALWAYS,
    Duration,
    RotationId,
    TeamId,
)
from tests.ui.weeks import LEFT, coverage, organization
from ui.reading_order import stops_of


def test_a_rotation_for_the_selected_team_opens_its_form(qtbot, oncall):
    oncall.session.select("team:app")
    qtbot.mouseClick(oncall.tools.add, LEFT)
    made = oncall.session.organization.rotations[-1]
    assert (made.id, made.team, made.coverage) == ("app-primary", "app", None)
    assert oncall.form.isVisible()
    assert oncall.form.fields.coverage.hasFocus()
    assert oncall.form.fields.zone_remark.text() == "On the clock of Europe/London"


def test_without_a_selected_team_the_form_asks_whose_rotation_it_is(qtbot, oncall):
    oncall.rotations.add()
    assert oncall.form.title.text() == "New rotation"
    assert len(oncall.session.organization.rotations) == 3
    oncall.form.fields.team.picked.emit(TeamId("app"))
    assert oncall.form.title.text() == "app-primary"


def test_each_field_of_the_form_is_one_command(qtbot, oncall):
    oncall.rotations.open(RotationId("sre-saturday"))
    form = oncall.form.fields
    for field, text in (
        (form.level, "2"),
        (form.coverage, "Sat-Sun 8-20"),
        (form.members, "Bo Li, Zoe Who"),
        (form.turn, "7"),
        (form.shift, "12h"),
        (form.pages, "0.5"),
        (form.hand_up, "5m"),
    ):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    made = next(each for each in oncall.session.organization.rotations if each.id == "sre-saturday")
    assert (made.level, str(made.coverage), made.members) == (2, "Sat-Sun 08:00-20:00", ("bo", "Zoe Who"))
    assert (made.turn, made.shift, made.pages_per_day, made.hand_up) == (
        Duration(7, "d"), Duration(12, "h"), 0.5, Duration(5, "m"),
    )  # fmt: skip
    for _ in range(7):
        assert oncall.session.undo()
    assert oncall.session.organization == organization()


def test_hours_are_checked_as_they_are_typed(qtbot, oncall):
    oncall.rotations.open(RotationId("sre-saturday"))
    field = oncall.form.fields.coverage
    field.selectAll()
    qtbot.keyClicks(field, "Sat 10")
    assert "Sat 10" in field.toolTip()
    assert "are no hours" in oncall.form.fields.remark.text()
    qtbot.keyClicks(field, ":00-18:30")
    assert field.toolTip() == ""
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert oncall.form.fields.remark.text() == "8.5 h a week"


def test_the_buttons_name_the_usual_hours_and_ticks_pick_the_people(qtbot, oncall):
    oncall.rotations.open(RotationId("sre-days"))
    qtbot.mouseClick(oncall.form.fields.named[ALWAYS], LEFT)
    assert coverage(oncall, "sre-days") == "24x7"
    oncall.form.fields.people.tick("kim", is_on=True)
    oncall.form.fields.people.tick("ana", is_on=False)
    made = next(each for each in oncall.session.organization.rotations if each.id == "sre-days")
    assert made.members == ("bo", "kim")


def test_the_form_closes_where_its_rotation_goes(qtbot, oncall):
    oncall.rotations.open(RotationId("sre-days"))
    qtbot.mouseClick(oncall.form.fields.remove, LEFT)
    assert not oncall.form.isVisible()
    assert "sre-days" not in [each.id for each in oncall.session.organization.rotations]


def test_where_a_row_is_selected_the_form_asks_whose_rotation_it_is_too(oncall):
    oncall.session.select("layer:web")
    oncall.rotations.add()
    assert len(oncall.session.organization.rotations) == 3
    assert oncall.form.fields.team.hasFocus()


@pytest.mark.parametrize("typed", ["6", "berlin"])
def test_a_part_of_a_time_zone_is_refused(qtbot, oncall, typed):
    oncall.rotations.open(RotationId("sre-days"))
    before = oncall.session.document
    refused = QSignalSpy(oncall.session.refused)
    _type_zone(qtbot, oncall, typed)
    assert oncall.session.document is before
    assert f"“{typed}”" in refused.at(0)[0]


def test_a_time_zone_is_taken_that_is_written_whole(qtbot, oncall):
    oncall.rotations.open(RotationId("sre-days"))
    _type_zone(qtbot, oncall, "asia/tokyo")
    made = next(each for each in oncall.session.organization.rotations if each.id == "sre-days")
    assert made.timezone == "Asia/Tokyo"


def _type_zone(qtbot, oncall, typed):
    zone = oncall.form.fields.zone
    zone.setFocus()
    zone.lineEdit().selectAll()
    zone.completer().popup().hide()
    zone.lineEdit().setText(typed)
    qtbot.keyClick(zone, Qt.Key.Key_Return)


def test_tab_goes_down_the_form_and_not_into_the_week_beside_it(oncall):
    oncall.rotations.open(RotationId("sre-days"))
    fields = oncall.form.fields
    stops = stops_of((oncall,))
    start = stops.index(fields.coverage)
    assert stops[start : start + 5] == [fields.coverage, *fields.named.values(), fields.zone, fields.members]
