"""The On call lens: the weeks it shows, what is found and said in them, and all of it as a picture."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.model import (
    ALWAYS,
    Rotation,
    RotationId,
    Team,
    TeamId,
)
from orgmodel.model.value import changed
from tests.ui.weeks import ALT, CTRL, LEFT, organization, press, row_of, shown
from ui.oncall.foot_lines import LINE, TWO_LINES
from ui.theme import DARK, LIGHT


def test_weeks_are_stepped_and_today_comes_back(qtbot, oncall):
    assert oncall.tools.week.text() == "23 to 29 November 2026"
    qtbot.mouseClick(oncall.tools.on, LEFT)
    assert oncall.tools.week.text() == "30 November to 6 December 2026"
    press(qtbot, oncall, Qt.Key.Key_PageDown, modifiers=ALT)
    assert oncall.tools.week.text() == "7 to 13 December 2026"
    assert oncall.foot.moment.title.text() == "Saturday 03:00"
    oncall.strip.setFocus()
    press(qtbot, oncall, Qt.Key.Key_T)
    assert oncall.tools.week.text() == "23 to 29 November 2026"


def test_of_a_team_that_is_away_nobody_has_it(qtbot, oncall):
    oncall.tools.away.tick(TeamId("front"), is_on=True)
    assert oncall.tools.away.word == "Frontline is away"
    assert oncall.foot.moment.body.model().index(0, 0).data() == "Frontline: away: nobody"
    assert [gap.kind for gap in oncall.state.content_at(row_of(oncall, "front-all")).gaps] == ["away"]


def test_a_search_shows_the_teams_it_finds_by_people_too_and_reveal_ends_it(qtbot, oncall):
    oncall.find()
    assert oncall.tools.field.hasFocus()
    qtbot.keyClicks(oncall.tools.field, "sousa")
    assert oncall.state.teams() == ("sre",)
    oncall.show_subject("team:front")
    assert oncall.tools.field.text() == ""
    assert oncall.session.selection == ("team:front",)


def test_the_share_is_of_a_team_that_the_search_finds(qtbot, oncall):
    oncall.session.select("team:sre")
    assert "Web SRE" in oncall.foot.share.title.text()
    oncall.tools.field.setText("Frontline")
    assert "Frontline" in oncall.foot.share.title.text()


def test_what_is_said_under_a_head_ends_in_dots_where_it_is_cut(oncall):
    part, whole = oncall.foot.moment, "04:00 in Stockholm; 04:00 in Amsterdam; 03:00 in Lisbon"
    for width, is_cut in ((120, True), (900, False)):
        part.resize(width, 200)
        part.say("Saturday 03:00", "", whole)
        assert part.below.fontMetrics().horizontalAdvance(part.below.text()) <= width
        assert part.below.text().endswith("…") == is_cut
        assert part.below.accessibleName() == whole


def test_a_name_below_the_week_that_leaves_no_room_has_what_is_said_below_it(qtbot, appearance):
    made = organization()
    first = made.teams[0]
    named = changed(first, name="Frontline and Payments Operations Centre")
    oncall = shown(qtbot, made.copy_with(teams=(named, *made.teams[1:])))
    for part in (oncall.foot.moment.body, oncall.foot.load.body):
        heights = [part.visualRect(part.lines.index(place)).height() for place in range(part.lines.rowCount())]
        assert heights[0] == TWO_LINES
        assert set(heights[1:]) == {LINE}


def test_a_selection_made_elsewhere_is_in_hand_here(oncall):
    oncall.session.select("rotation:sre-days")
    assert oncall.strip.hand.rotation == "sre-days"
    oncall.session.select("team:front")
    assert oncall.strip.hand.team == "front"


def test_the_evidence_of_a_finding_is_marked(oncall):
    finding = next(each for each in oncall.session.report.findings if each.code == "ONC004")
    oncall.session.show_finding(finding)
    assert oncall.strip.scene().evidence == {"sre"}


def test_an_empty_organisation_says_how_many_rules_wait_and_offers_a_rotation(qtbot, appearance):
    oncall = shown(qtbot, organization(rotations=()))
    waiting = {each.code for each in oncall.session.report.not_assessed if each.missing == "rotations"}
    assert 0 < len(waiting) < len({each.code for each in oncall.session.report.not_assessed})
    assert oncall.empty.title.text() == f"No rotations. {len(waiting)} rules were not assessed."
    oncall.session.select("team:sre")
    qtbot.mouseClick(oncall.empty.action, LEFT)
    assert oncall.session.organization.rotations[0].id == "sre-primary"
    assert oncall.strip.isVisible()


def test_an_edit_made_while_another_lens_is_shown_is_seen_on_the_way_back(qtbot, oncall):
    from orgmodel.commands import RemoveRotation

    oncall.hide()
    oncall.session.execute(RemoveRotation(RotationId("front-all")))
    assert "front-all" in oncall.strip.plan.lane_of_rotation
    oncall.show()
    assert "front-all" not in oncall.strip.plan.lane_of_rotation


def test_zoom_keeps_the_hour_under_the_cursor(qtbot, oncall):
    oncall.resize(700, 600)
    QApplication.processEvents()
    at = QPointF(500, 150)
    before = oncall.strip.plan.instant_at(oncall.strip.place_at(at).x())
    spot = QPointF(oncall.strip.viewport().mapToGlobal(at.toPoint()))
    turn = QWheelEvent(
        at, spot, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    for _ in range(4):
        QApplication.sendEvent(oncall.strip.viewport(), turn)
    assert oncall.strip.scale == 1.75
    assert abs(oncall.strip.plan.instant_at(oncall.strip.place_at(at).x()) - before) < 30
    oncall.zoom(0)
    assert oncall.strip.scale == 1.0


def test_the_list_twin_has_a_line_for_each_rotation_and_each_missing_level(oncall):
    table = oncall.table()
    assert all(len(cells) == len(table.head) for _, cells in table.rows)
    subjects = [named for named, _ in table.rows]
    assert subjects == ["rotation:front-all", "rotation:sre-days", "rotation:sre-saturday", "team:sre", "team:app"]
    cells = dict(zip(table.head, table.rows[1][1], strict=True))
    assert cells["Hours"] == "business hours"
    assert cells["People"] == "Ana Sousa, Bo Li"
    assert dict(zip(table.head, table.rows[3][1], strict=True))["Open in this week"] == "no backup level"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_all_of_it_is_painted_within_its_extent(oncall, theme):
    size = oncall.extent().toSize()
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.magenta)
    painter = QPainter(picture)
    oncall.draw(painter, theme)
    painter.end()
    assert size.width() == 212 + 7 * 124 + 1
    places = [(x, y) for x in range(0, size.width(), 7) for y in range(0, size.height(), 7)]
    assert not [place for place in places if picture.pixel(*place) == 0xFFFF00FF]


def test_everything_that_takes_the_keyboard_has_a_name(oncall):
    oncall.rotations.open(RotationId("sre-days"))
    for widget in oncall.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert named, widget


def test_long_names_of_any_script_are_painted_and_cut(qtbot, appearance):
    team = Team(TeamId("long"), "مرحبا <b>😀é́</b> " * 20, "other")
    held = Rotation(RotationId("long-one"), TeamId("long"), coverage=ALWAYS, members=("نور <i>",) * 3)
    oncall = shown(qtbot, organization(teams=(team,), rotations=(held,), escalations=(), responsibilities=()))
    oncall.rotations.open(RotationId("long-one"))
    assert oncall.grab().width() == 1096


def test_a_walk_is_asked_for_from_the_moment(qtbot, oncall):
    with qtbot.waitSignal(oncall.session.inquiry_wanted) as asked:
        qtbot.mouseClick(oncall.foot.walk, LEFT)
    assert asked.args == ["walk-page"]


def test_a_low_window_leaves_all_the_height_to_the_week(qtbot, oncall):
    assert oncall.foot.isVisible()
    oncall.resize(600, 260)
    assert not oncall.foot.isVisible()
    qtbot.waitUntil(lambda: oncall.strip.height() >= 180)
    oncall.resize(1096, 798)
    assert oncall.foot.isVisible()
