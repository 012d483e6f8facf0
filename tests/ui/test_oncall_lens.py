"""The On call lens, driven by real events."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    ALWAYS,
    BUSINESS_HOURS,
    Coverage,
    Duration,
    Escalation,
    Member,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Site,
    Team,
    TeamId,
    Window,
)
from orgmodel.model.value import changed
from ui.oncall import OnCallLens
from ui.oncall.foot_lines import LINE, TWO_LINES
from ui.oncall.hand import ON_MOMENT
from ui.session import Session
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
TODAY = date(2026, 11, 24)
LONDON = (Site("London", "Europe/London"),)


def organization(**more):
    return Organization(
        "Shop",
        teams=(
            Team(TeamId("front"), "Frontline", "frontline", headcount=12, sites=LONDON),
            Team(
                TeamId("sre"), "Web SRE", "application-sre", sites=LONDON,
                members=(Member("ana", "Ana Sousa"), Member("bo", "Bo Li"), Member("kim", "Kim Lee")),
            ),
            Team(TeamId("app"), "Shop Team", "application", headcount=6, sites=LONDON),
        ),
        responsibilities=(
            Responsibility(RowId("db"), "Database", criticality=1, paged=True, raci=Raci({"sre": "A"})),
        ),
        rotations=(
            Rotation(RotationId("front-all"), TeamId("front"), coverage=ALWAYS, members=12, pages_per_day=4),
            Rotation(RotationId("sre-days"), TeamId("sre"), coverage=BUSINESS_HOURS, members=("ana", "bo")),
            Rotation(RotationId("sre-saturday"), TeamId("sre"), coverage=Coverage(None, (Window(5, 5, 600, 1080),))),
        ),
        escalations=(
            Escalation(ALERT, TeamId("front")),
            Escalation(TeamId("front"), TeamId("sre"), after=Duration(15, "m")),
        ),
    ).copy_with(**more)  # fmt: skip


def shown(qtbot, made, size=(1096, 798), on=TODAY):
    session = Session(Document(made))
    session.today = on
    session.show_findings(analyse(session.document, on))
    lens = OnCallLens(session, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(*size)
    lens.show()
    lens.strip.setFocus()
    QApplication.processEvents()
    lens.session = session
    return lens


@pytest.fixture
def lens(qtbot, appearance):
    return shown(qtbot, organization())


def coverage(lens, rotation):
    found = next((each for each in lens.session.organization.rotations if each.id == rotation), None)
    return str(found.coverage) if found and found.coverage else None


def row_of(lens, rotation):
    return lens.strip.plan.lane_of_rotation[RotationId(rotation)]


def point(lens, row, day, hour):
    """A point of the viewport in the middle of a lane, at an hour of a day from Monday."""
    strip, plan = lens.strip, lens.strip.plan
    x = plan.x_of(plan.axis.instant_of(day * 1440 + round(hour * 60)))
    rect, port = plan.row_rect(row), strip.port
    return QPoint(round((x - port.x) * strip.scale), round((rect.centre.y - port.y) * strip.scale))


def drag(qtbot, lens, start, end, modifiers=NONE, *, drop=True):
    port = lens.strip.viewport()
    qtbot.mousePress(port, LEFT, modifiers, start)
    for share in (0.3, 0.7, 1.0):
        lens.strip.mouseMoveEvent(_move(port, QPointF(start) + (QPointF(end) - QPointF(start)) * share, modifiers))
    if drop:
        qtbot.mouseRelease(port, LEFT, modifiers, end)


def _move(port, at, modifiers):
    return QMouseEvent(QEvent.Type.MouseMove, at, QPointF(port.mapToGlobal(at.toPoint())), LEFT, LEFT, modifiers)


def press(qtbot, lens, *keys, modifiers=NONE):
    for key in keys:
        qtbot.keyClick(lens.strip, key, modifiers)


def go_to(lens, rotation, place=0):
    row = row_of(lens, rotation)
    blocks = [each for each in lens.state.content_at(row).blocks if each.rotation == rotation]
    lens.strip.take_block(row, blocks[place])


# The mouse


def test_a_drag_on_an_empty_lane_draws_hours_in_one_step(qtbot, lens):
    row = row_of(lens, "front-all") + 2  # the lane of Web SRE, below the head of its step
    assert lens.strip.state.lane_at(row).team == "sre"
    drag(qtbot, lens, point(lens, row, 6, 10.2), point(lens, row, 6, 16.8))
    assert coverage(lens, "sre-days") == "Mon-Fri 09:00-17:00, Sun 10:00-17:00"
    assert lens.session.undo()
    assert coverage(lens, "sre-days") == "business-hours"


def test_hours_are_drawn_for_the_rotation_that_is_selected_in_the_lane(qtbot, lens):
    go_to(lens, "sre-saturday")
    row = row_of(lens, "sre-saturday")
    drag(qtbot, lens, point(lens, row, 6, 12), point(lens, row, 6, 14))
    assert coverage(lens, "sre-saturday") == "Sat 10:00-18:00, Sun 12:00-14:00"


def test_hours_snap_to_the_quarter_with_shift(qtbot, lens):
    row = row_of(lens, "sre-days")
    drag(qtbot, lens, point(lens, row, 6, 10.2), point(lens, row, 6, 12.4), SHIFT)
    assert coverage(lens, "sre-days").endswith("Sun 10:15-12:30")


def test_an_edge_that_is_pulled_resizes_the_window_on_all_of_its_days(qtbot, lens):
    row = row_of(lens, "sre-days")
    drag(qtbot, lens, point(lens, row, 1, 17) - QPoint(2, 0), point(lens, row, 1, 20))
    assert coverage(lens, "sre-days") == "Mon-Fri 09:00-20:00"
    drag(qtbot, lens, point(lens, row, 2, 9) + QPoint(2, 0), point(lens, row, 2, 7))
    assert coverage(lens, "sre-days") == "Mon-Fri 07:00-20:00"


def test_with_ctrl_only_the_day_that_is_pulled_changes(qtbot, lens):
    row = row_of(lens, "sre-days")
    drag(qtbot, lens, point(lens, row, 1, 17) - QPoint(2, 0), point(lens, row, 1, 20), CTRL)
    assert coverage(lens, "sre-days") == "Mon 09:00-17:00, Tue 09:00-20:00, Wed-Fri 09:00-17:00"


def test_a_window_is_pushed_by_its_middle_and_esc_puts_it_back(qtbot, lens):
    row = row_of(lens, "sre-saturday")
    start, end = point(lens, row, 5, 14), point(lens, row, 6, 15)
    drag(qtbot, lens, start, end, drop=False)
    assert lens.strip.preview is not None
    press(qtbot, lens, Qt.Key.Key_Escape)
    assert lens.strip.preview is None
    qtbot.mouseRelease(lens.strip.viewport(), LEFT, NONE, end)
    assert coverage(lens, "sre-saturday") == "Sat 10:00-18:00"
    drag(qtbot, lens, start, end)
    assert coverage(lens, "sre-saturday") == "Sun 11:00-19:00"


def test_a_window_is_written_in_the_zone_of_its_rotation(qtbot, lens):
    lens.show_zone("Asia/Kolkata")  # 10:00 in London is 15:30 there
    row = row_of(lens, "sre-saturday")
    drag(qtbot, lens, point(lens, row, 5, 19), point(lens, row, 5, 22))
    assert coverage(lens, "sre-saturday") == "Sat 13:30-21:30"  # whole hours on the clock that is shown


def test_hours_drawn_on_a_missing_level_make_a_rotation_on_the_clock_of_the_others(qtbot, lens):
    row = row_of(lens, "sre-days") + 1
    assert lens.strip.state.lane_at(row).is_missing
    drag(qtbot, lens, point(lens, row, 0, 9), point(lens, row, 0, 17))
    made = lens.session.organization.rotations[-1]
    assert (made.id, made.level, str(made.coverage)) == ("sre-secondary", 2, "Mon 09:00-17:00")
    assert lens.session.selection == ("rotation:sre-secondary",)
    lens.session.undo()
    assert len(lens.session.organization.rotations) == 3


def test_the_moment_line_is_dragged_and_says_who_has_it(qtbot, lens):
    says = lens.foot.moment
    assert says.title.text() == "Saturday 03:00"
    model = says.body.model()
    assert [model.index(place, 0).data() for place in range(2)] == ["Frontline: level 1 one of 12", "Web SRE: nobody"]
    header = QPoint(point(lens, 1, 1, 10).x(), 20)
    drag(qtbot, lens, point(lens, row_of(lens, "front-all"), 5, 3), header)
    assert says.title.text() == "Tuesday 10:00"
    assert model.index(1, 0).data() == "Web SRE: level 1 Ana Sousa and Bo Li"


def test_a_click_selects_the_rotation_and_on_the_label_the_team(qtbot, lens):
    row = row_of(lens, "sre-days")
    qtbot.mouseClick(lens.strip.viewport(), LEFT, NONE, point(lens, row, 1, 12))
    assert lens.session.selection == ("rotation:sre-days",)
    qtbot.mouseClick(lens.strip.viewport(), LEFT, NONE, QPoint(60, point(lens, row, 1, 12).y()))
    assert lens.session.selection == ("team:sre",)
    assert lens.foot.share.title.text() == "Share of time on call: Web SRE"


def test_a_double_click_writes_the_window_in_place(qtbot, lens):
    row = row_of(lens, "sre-days")
    qtbot.mouseDClick(lens.strip.viewport(), LEFT, NONE, point(lens, row, 1, 12))
    editor = lens.strip.windows.editor
    assert editor.text() == "Mon-Fri 09:00-17:00"
    editor.setText("weekdays 8-18:30")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert coverage(lens, "sre-days") == "Mon-Fri 08:00-18:30"
    assert lens.strip.hasFocus()


def test_text_that_means_nothing_is_refused_with_a_sentence_and_esc_leaves_all_as_it_was(qtbot, lens):
    go_to(lens, "sre-days")
    lens.strip.windows.write()
    editor = lens.strip.windows.editor
    editor.clear()
    qtbot.keyClicks(editor, "some day")
    assert "some day" in editor.reason.text()
    assert editor.reason.isVisible()
    with qtbot.waitSignal(lens.session.refused) as refused:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "some day" in refused.args[0]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert coverage(lens, "sre-days") == "business-hours"
    assert lens.strip.windows.editor is None


# The keyboard


def test_arrows_go_between_lanes_and_windows_and_up_to_the_moment(qtbot, lens):
    assert lens.strip.hand == ON_MOMENT
    press(qtbot, lens, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert lens.session.selection == ("team:sre",)
    press(qtbot, lens, Qt.Key.Key_Right)
    assert lens.session.selection == ("rotation:sre-saturday",)  # the one at the moment, or after it
    press(qtbot, lens, Qt.Key.Key_Left)
    assert lens.session.selection == ("rotation:sre-days",)
    press(qtbot, lens, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert lens.strip.hand == ON_MOMENT


def test_the_moment_moves_by_arrows_and_by_brackets_from_anywhere(qtbot, lens):
    press(qtbot, lens, Qt.Key.Key_Right)
    assert lens.foot.moment.title.text() == "Saturday 04:00"
    press(qtbot, lens, Qt.Key.Key_Left, modifiers=CTRL)
    assert lens.foot.moment.title.text() == "Friday 04:00"
    press(qtbot, lens, Qt.Key.Key_Down)
    press(qtbot, lens, Qt.Key.Key_BracketRight)
    assert lens.foot.moment.title.text() == "Friday 05:00"


def test_a_window_is_resized_moved_and_removed_by_keys_each_as_one_step(qtbot, lens):
    go_to(lens, "sre-days")
    press(qtbot, lens, Qt.Key.Key_Right, modifiers=SHIFT)
    assert coverage(lens, "sre-days") == "Mon-Fri 09:00-18:00"
    press(qtbot, lens, Qt.Key.Key_Left, modifiers=SHIFT | CTRL)
    assert coverage(lens, "sre-days") == "Mon-Fri 08:00-18:00"
    press(qtbot, lens, Qt.Key.Key_Right, modifiers=ALT)
    assert coverage(lens, "sre-days") == "Mon-Fri 09:00-19:00"
    press(qtbot, lens, Qt.Key.Key_Space)
    press(qtbot, lens, Qt.Key.Key_Right, modifiers=ALT | SHIFT)
    assert coverage(lens, "sre-days") == "Mon 09:15-19:15, Tue-Fri 09:00-19:00"
    press(qtbot, lens, Qt.Key.Key_Delete)
    assert coverage(lens, "sre-days") == "Tue-Fri 09:00-19:00"
    for _ in range(5):
        lens.session.undo()
    assert coverage(lens, "sre-days") == "business-hours"


def test_the_last_window_that_is_removed_leaves_hours_unknown_and_drawn_so(qtbot, lens):
    go_to(lens, "sre-saturday")
    press(qtbot, lens, Qt.Key.Key_Delete)
    assert coverage(lens, "sre-saturday") is None
    row = row_of(lens, "sre-saturday")
    assert "sre-saturday: hours unknown" in [gap.labels[0] for gap in lens.state.content_at(row).gaps]


def test_n_adds_hours_at_the_moment_to_the_lane_in_hand(qtbot, lens):
    press(qtbot, lens, Qt.Key.Key_Down, Qt.Key.Key_Down)
    press(qtbot, lens, Qt.Key.Key_N)
    assert coverage(lens, "sre-days") == "Mon-Fri 09:00-17:00, Sat 03:00-11:00"


def test_enter_writes_a_window_and_opens_the_form_of_a_lane(qtbot, lens):
    go_to(lens, "front-all")
    press(qtbot, lens, Qt.Key.Key_Return)
    assert lens.strip.windows.editor.text() == "all week"
    qtbot.keyClick(lens.strip.windows.editor, Qt.Key.Key_Escape)
    press(qtbot, lens, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert lens.form.isVisible()
    assert lens.form.title.text() == "front-all"


def test_f2_and_a_double_click_on_an_empty_lane_open_the_form_of_its_rotation(qtbot, lens):
    empty = point(lens, row_of(lens, "sre-days"), 6, 12)
    qtbot.mouseClick(lens.strip.viewport(), LEFT, NONE, empty)
    qtbot.mouseDClick(lens.strip.viewport(), LEFT, NONE, empty)
    assert lens.form.title.text() == "sre-days"
    lens.rotations.close()
    lens.strip.setFocus()
    press(qtbot, lens, Qt.Key.Key_Escape, Qt.Key.Key_F2)
    assert lens.form.isVisible()
    assert lens.form.fields.coverage.hasFocus()


def test_f2_and_a_double_click_on_a_lane_that_nobody_is_in_make_a_rotation_as_one_step(qtbot, lens):
    row = next(row for row in lens.strip.plan.lanes if not lens.state.lane_at(row).rotations)
    lane = lens.state.lane_at(row)
    for way in ("key", "mouse"):
        before = lens.session.document
        place = point(lens, row, 2, 12)
        qtbot.mouseClick(lens.strip.viewport(), LEFT, NONE, place)
        if way == "mouse":
            qtbot.mouseDClick(lens.strip.viewport(), LEFT, NONE, place)
        else:
            press(qtbot, lens, Qt.Key.Key_F2)
        made = next(each for each in lens.session.organization.rotations if each not in before.organization.rotations)
        assert (made.team, made.level) == (lane.team, lane.level or 1)
        assert lens.form.title.text() == made.id
        lens.session.undo()
        assert lens.session.document is before
        lens.strip.setFocus()


def test_the_form_follows_what_is_in_hand_and_closes_on_a_lane_without_a_rotation(qtbot, lens):
    lens.rotations.open(RotationId("front-all"))
    for rotation, day, hour in (("sre-days", 1, 12), ("sre-saturday", 5, 12)):
        qtbot.mouseClick(lens.strip.viewport(), LEFT, NONE, point(lens, row_of(lens, rotation), day, hour))
        assert lens.form.title.text() == rotation
    assert not lens.form.fields.coverage.hasFocus()
    lens.session.select("rotation:front-all")
    assert lens.form.title.text() == "front-all"
    bare = next(row for row in lens.strip.plan.lanes if not lens.state.lane_at(row).rotations)
    qtbot.mouseClick(lens.strip.viewport(), LEFT, NONE, point(lens, bare, 2, 12))
    assert not lens.form.isVisible()


def test_a_rotation_is_duplicated_and_removed_by_keys(qtbot, lens):
    go_to(lens, "sre-days")
    press(qtbot, lens, Qt.Key.Key_D, modifiers=CTRL)
    assert [each.id for each in lens.session.organization.rotations] == [
        "front-all", "sre-days", "sre-days-2", "sre-saturday",
    ]  # fmt: skip
    lens.strip.setFocus()
    press(qtbot, lens, Qt.Key.Key_Delete, modifiers=CTRL)
    assert len(lens.session.organization.rotations) == 3
    assert not lens.form.isVisible()


# The form


def test_a_rotation_for_the_selected_team_opens_its_form(qtbot, lens):
    lens.session.select("team:app")
    qtbot.mouseClick(lens.tools.add, LEFT)
    made = lens.session.organization.rotations[-1]
    assert (made.id, made.team, made.coverage) == ("app-primary", "app", None)
    assert lens.form.isVisible()
    assert lens.form.fields.coverage.hasFocus()
    assert lens.form.fields.zone_remark.text() == "On the clock of Europe/London"


def test_without_a_selected_team_the_form_asks_whose_rotation_it_is(qtbot, lens):
    lens.rotations.add()
    assert lens.form.title.text() == "New rotation"
    assert len(lens.session.organization.rotations) == 3
    lens.form.fields.team.picked.emit(TeamId("app"))
    assert lens.form.title.text() == "app-primary"


def test_each_field_of_the_form_is_one_command(qtbot, lens):
    lens.rotations.open(RotationId("sre-saturday"))
    form = lens.form.fields
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
    made = next(each for each in lens.session.organization.rotations if each.id == "sre-saturday")
    assert (made.level, str(made.coverage), made.members) == (2, "Sat-Sun 08:00-20:00", ("bo", "Zoe Who"))
    assert (made.turn, made.shift, made.pages_per_day, made.hand_up) == (
        Duration(7, "d"), Duration(12, "h"), 0.5, Duration(5, "m"),
    )  # fmt: skip
    for _ in range(7):
        assert lens.session.undo()
    assert lens.session.organization == organization()


def test_hours_are_checked_as_they_are_typed(qtbot, lens):
    lens.rotations.open(RotationId("sre-saturday"))
    field = lens.form.fields.coverage
    field.selectAll()
    qtbot.keyClicks(field, "Sat 10")
    assert "Sat 10" in field.toolTip()
    assert "are no hours" in lens.form.fields.remark.text()
    qtbot.keyClicks(field, ":00-18:30")
    assert field.toolTip() == ""
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert lens.form.fields.remark.text() == "8.5 h a week"


def test_the_buttons_name_the_usual_hours_and_ticks_pick_the_people(qtbot, lens):
    lens.rotations.open(RotationId("sre-days"))
    qtbot.mouseClick(lens.form.fields.named[ALWAYS], LEFT)
    assert coverage(lens, "sre-days") == "24x7"
    lens.form.fields.people.tick("kim", is_on=True)
    lens.form.fields.people.tick("ana", is_on=False)
    made = next(each for each in lens.session.organization.rotations if each.id == "sre-days")
    assert made.members == ("bo", "kim")


def test_the_form_closes_where_its_rotation_goes(qtbot, lens):
    lens.rotations.open(RotationId("sre-days"))
    qtbot.mouseClick(lens.form.fields.remove, LEFT)
    assert not lens.form.isVisible()
    assert "sre-days" not in [each.id for each in lens.session.organization.rotations]


# What is shown


def test_weeks_are_stepped_and_today_comes_back(qtbot, lens):
    assert lens.tools.week.text() == "23 to 29 November 2026"
    qtbot.mouseClick(lens.tools.on, LEFT)
    assert lens.tools.week.text() == "30 November to 6 December 2026"
    press(qtbot, lens, Qt.Key.Key_PageDown, modifiers=ALT)
    assert lens.tools.week.text() == "7 to 13 December 2026"
    assert lens.foot.moment.title.text() == "Saturday 03:00"
    lens.strip.setFocus()
    press(qtbot, lens, Qt.Key.Key_T)
    assert lens.tools.week.text() == "23 to 29 November 2026"


def test_of_a_team_that_is_away_nobody_has_it(qtbot, lens):
    lens.tools.away.tick(TeamId("front"), is_on=True)
    assert lens.tools.away.word == "Frontline is away"
    assert lens.foot.moment.body.model().index(0, 0).data() == "Frontline: away: nobody"
    assert [gap.kind for gap in lens.state.content_at(row_of(lens, "front-all")).gaps] == ["away"]


def test_a_search_shows_the_teams_it_finds_by_people_too_and_reveal_ends_it(qtbot, lens):
    lens.find()
    assert lens.tools.field.hasFocus()
    qtbot.keyClicks(lens.tools.field, "sousa")
    assert lens.state.teams() == ("sre",)
    lens.show_subject("team:front")
    assert lens.tools.field.text() == ""
    assert lens.session.selection == ("team:front",)


def test_the_share_is_of_a_team_that_the_search_finds(qtbot, lens):
    lens.session.select("team:sre")
    assert "Web SRE" in lens.foot.share.title.text()
    lens.tools.field.setText("Frontline")
    assert "Frontline" in lens.foot.share.title.text()


def test_a_name_below_the_week_that_leaves_no_room_has_what_is_said_below_it(qtbot, appearance):
    made = organization()
    first = made.teams[0]
    named = changed(first, name="Frontline and Payments Operations Centre")
    lens = shown(qtbot, made.copy_with(teams=(named, *made.teams[1:])))
    for part in (lens.foot.moment.body, lens.foot.load.body):
        heights = [part.visualRect(part.lines.index(place)).height() for place in range(part.lines.rowCount())]
        assert heights[0] == TWO_LINES
        assert set(heights[1:]) == {LINE}


def test_a_selection_made_elsewhere_is_in_hand_here(lens):
    lens.session.select("rotation:sre-days")
    assert lens.strip.hand.rotation == "sre-days"
    lens.session.select("team:front")
    assert lens.strip.hand.team == "front"


def test_the_evidence_of_a_finding_is_marked(lens):
    finding = next(each for each in lens.session.report.findings if each.code == "ONC004")
    lens.session.show_finding(finding)
    assert lens.strip.scene().evidence == {"sre"}


def test_an_empty_organisation_says_how_many_rules_wait_and_offers_a_rotation(qtbot, appearance):
    lens = shown(qtbot, organization(rotations=()))
    waiting = {each.code for each in lens.session.report.not_assessed}
    assert lens.empty.title.text() == f"No rotations. {len(waiting)} rules were not assessed."
    lens.session.select("team:sre")
    qtbot.mouseClick(lens.empty.action, LEFT)
    assert lens.session.organization.rotations[0].id == "sre-primary"
    assert lens.strip.isVisible()


def test_an_edit_made_while_another_lens_is_shown_is_seen_on_the_way_back(qtbot, lens):
    from orgmodel.commands import RemoveRotation

    lens.hide()
    lens.session.execute(RemoveRotation(RotationId("front-all")))
    assert "front-all" in lens.strip.plan.lane_of_rotation
    lens.show()
    assert "front-all" not in lens.strip.plan.lane_of_rotation


def test_zoom_keeps_the_hour_under_the_cursor(qtbot, lens):
    lens.resize(700, 600)
    QApplication.processEvents()
    at = QPointF(500, 150)
    before = lens.strip.plan.instant_at(lens.strip.place_at(at).x())
    spot = QPointF(lens.strip.viewport().mapToGlobal(at.toPoint()))
    turn = QWheelEvent(
        at, spot, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    for _ in range(4):
        QApplication.sendEvent(lens.strip.viewport(), turn)
    assert lens.strip.scale == 1.75
    assert abs(lens.strip.plan.instant_at(lens.strip.place_at(at).x()) - before) < 30
    lens.zoom(0)
    assert lens.strip.scale == 1.0


def test_the_list_twin_has_a_line_for_each_rotation_and_each_missing_level(lens):
    table = lens.table()
    assert all(len(cells) == len(table.head) for _, cells in table.rows)
    subjects = [named for named, _ in table.rows]
    assert subjects == ["rotation:front-all", "rotation:sre-days", "rotation:sre-saturday", "team:sre", "team:app"]
    cells = dict(zip(table.head, table.rows[1][1], strict=True))
    assert cells["Hours"] == "business hours"
    assert cells["People"] == "Ana Sousa, Bo Li"
    assert dict(zip(table.head, table.rows[3][1], strict=True))["Open in this week"] == "no backup level"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_all_of_it_is_painted_within_its_extent(lens, theme):
    size = lens.extent().toSize()
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.magenta)
    painter = QPainter(picture)
    lens.draw(painter, theme)
    painter.end()
    assert size.width() == 212 + 7 * 124 + 1
    places = [(x, y) for x in range(0, size.width(), 7) for y in range(0, size.height(), 7)]
    assert not [place for place in places if picture.pixel(*place) == 0xFFFF00FF]


def test_everything_that_takes_the_keyboard_has_a_name(lens):
    lens.rotations.open(RotationId("sre-days"))
    for widget in lens.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert named, widget


def test_long_names_of_any_script_are_painted_and_cut(qtbot, appearance):
    team = Team(TeamId("long"), "مرحبا <b>😀é́</b> " * 20, "other")
    held = Rotation(RotationId("long-one"), TeamId("long"), coverage=ALWAYS, members=("نور <i>",) * 3)
    lens = shown(qtbot, organization(teams=(team,), rotations=(held,), escalations=(), responsibilities=()))
    lens.rotations.open(RotationId("long-one"))
    assert lens.grab().width() == 1096


def test_a_walk_is_asked_for_from_the_moment(qtbot, lens):
    with qtbot.waitSignal(lens.session.inquiry_wanted) as asked:
        qtbot.mouseClick(lens.foot.walk, LEFT)
    assert asked.args == ["walk-page"]


def test_a_low_window_leaves_all_the_height_to_the_week(qtbot, lens):
    assert lens.foot.isVisible()
    lens.resize(600, 260)
    assert not lens.foot.isVisible()
    qtbot.waitUntil(lambda: lens.strip.height() >= 180)
    lens.resize(1096, 798)
    assert lens.foot.isVisible()
