"""The week of who is on call by keyboard: its lanes, windows and moment, and rotations made and removed."""

from PySide6.QtCore import Qt

from orgmodel.model import (
    RotationId,
)
from tests.ui.weeks import ALT, CTRL, LEFT, NONE, SHIFT, coverage, go_to, point, press, row_of
from ui.oncall.hand import ON_MOMENT


def test_arrows_go_between_lanes_and_windows_and_up_to_the_moment(qtbot, oncall):
    assert oncall.strip.hand == ON_MOMENT
    press(qtbot, oncall, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert oncall.session.selection == ("team:sre",)
    press(qtbot, oncall, Qt.Key.Key_Right)
    assert oncall.session.selection == ("rotation:sre-saturday",)  # the one at the moment, or after it
    press(qtbot, oncall, Qt.Key.Key_Left)
    assert oncall.session.selection == ("rotation:sre-days",)
    press(qtbot, oncall, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert oncall.strip.hand == ON_MOMENT


def test_the_moment_moves_by_arrows_and_by_brackets_from_anywhere(qtbot, oncall):
    press(qtbot, oncall, Qt.Key.Key_Right)
    assert oncall.foot.moment.title.text() == "Saturday 04:00"
    press(qtbot, oncall, Qt.Key.Key_Left, modifiers=CTRL)
    assert oncall.foot.moment.title.text() == "Friday 04:00"
    press(qtbot, oncall, Qt.Key.Key_Down)
    press(qtbot, oncall, Qt.Key.Key_BracketRight)
    assert oncall.foot.moment.title.text() == "Friday 05:00"


def test_a_window_is_resized_moved_and_removed_by_keys_each_as_one_step(qtbot, oncall):
    go_to(oncall, "sre-days")
    press(qtbot, oncall, Qt.Key.Key_Right, modifiers=SHIFT)
    assert coverage(oncall, "sre-days") == "Mon-Fri 09:00-18:00"
    press(qtbot, oncall, Qt.Key.Key_Left, modifiers=SHIFT | CTRL)
    assert coverage(oncall, "sre-days") == "Mon-Fri 08:00-18:00"
    press(qtbot, oncall, Qt.Key.Key_Right, modifiers=ALT)
    assert coverage(oncall, "sre-days") == "Mon-Fri 09:00-19:00"
    press(qtbot, oncall, Qt.Key.Key_Space)
    press(qtbot, oncall, Qt.Key.Key_Right, modifiers=ALT | SHIFT)
    assert coverage(oncall, "sre-days") == "Mon 09:15-19:15, Tue-Fri 09:00-19:00"
    press(qtbot, oncall, Qt.Key.Key_Delete)
    assert coverage(oncall, "sre-days") == "Tue-Fri 09:00-19:00"
    for _ in range(5):
        oncall.session.undo()
    assert coverage(oncall, "sre-days") == "business-hours"


def test_the_last_window_that_is_removed_leaves_hours_unknown_and_drawn_so(qtbot, oncall):
    go_to(oncall, "sre-saturday")
    press(qtbot, oncall, Qt.Key.Key_Delete)
    assert coverage(oncall, "sre-saturday") is None
    row = row_of(oncall, "sre-saturday")
    assert "sre-saturday: hours unknown" in [gap.labels[0] for gap in oncall.state.content_at(row).gaps]


def test_n_adds_hours_at_the_moment_to_the_lane_in_hand(qtbot, oncall):
    press(qtbot, oncall, Qt.Key.Key_Down, Qt.Key.Key_Down)
    press(qtbot, oncall, Qt.Key.Key_N)
    assert coverage(oncall, "sre-days") == "Mon-Fri 09:00-17:00, Sat 03:00-11:00"


def test_enter_writes_a_window_and_opens_the_form_of_a_lane(qtbot, oncall):
    go_to(oncall, "front-all")
    press(qtbot, oncall, Qt.Key.Key_Return)
    assert oncall.strip.windows.editor.text() == "all week"
    qtbot.keyClick(oncall.strip.windows.editor, Qt.Key.Key_Escape)
    press(qtbot, oncall, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert oncall.form.isVisible()
    assert oncall.form.title.text() == "front-all"


def test_f2_and_a_double_click_on_an_empty_lane_open_the_form_of_its_rotation(qtbot, oncall):
    empty = point(oncall, row_of(oncall, "sre-days"), 6, 12)
    qtbot.mouseClick(oncall.strip.viewport(), LEFT, NONE, empty)
    qtbot.mouseDClick(oncall.strip.viewport(), LEFT, NONE, empty)
    assert oncall.form.title.text() == "sre-days"
    oncall.rotations.close()
    oncall.strip.setFocus()
    press(qtbot, oncall, Qt.Key.Key_Escape, Qt.Key.Key_F2)
    assert oncall.form.isVisible()
    assert oncall.form.fields.coverage.hasFocus()


def test_f2_and_a_double_click_on_a_lane_that_nobody_is_in_make_a_rotation_as_one_step(qtbot, oncall):
    row = next(row for row in oncall.strip.plan.lanes if not oncall.state.lane_at(row).rotations)
    lane = oncall.state.lane_at(row)
    for way in ("key", "mouse"):
        before = oncall.session.document
        place = point(oncall, row, 2, 12)
        qtbot.mouseClick(oncall.strip.viewport(), LEFT, NONE, place)
        if way == "mouse":
            qtbot.mouseDClick(oncall.strip.viewport(), LEFT, NONE, place)
        else:
            press(qtbot, oncall, Qt.Key.Key_F2)
        made = next(each for each in oncall.session.organization.rotations if each not in before.organization.rotations)
        assert (made.team, made.level) == (lane.team, lane.level or 1)
        assert oncall.form.title.text() == made.id
        oncall.session.undo()
        assert oncall.session.document is before
        oncall.strip.setFocus()


def test_the_form_follows_what_is_in_hand_and_closes_on_a_lane_without_a_rotation(qtbot, oncall):
    oncall.rotations.open(RotationId("front-all"))
    for rotation, day, hour in (("sre-days", 1, 12), ("sre-saturday", 5, 12)):
        qtbot.mouseClick(oncall.strip.viewport(), LEFT, NONE, point(oncall, row_of(oncall, rotation), day, hour))
        assert oncall.form.title.text() == rotation
    assert not oncall.form.fields.coverage.hasFocus()
    oncall.session.select("rotation:front-all")
    assert oncall.form.title.text() == "front-all"
    bare = next(row for row in oncall.strip.plan.lanes if not oncall.state.lane_at(row).rotations)
    qtbot.mouseClick(oncall.strip.viewport(), LEFT, NONE, point(oncall, bare, 2, 12))
    assert not oncall.form.isVisible()


def test_a_rotation_is_duplicated_and_removed_by_keys(qtbot, oncall):
    go_to(oncall, "sre-days")
    press(qtbot, oncall, Qt.Key.Key_D, modifiers=CTRL)
    assert [each.id for each in oncall.session.organization.rotations] == [
        "front-all", "sre-days", "sre-days-2", "sre-saturday",
    ]  # fmt: skip
    oncall.strip.setFocus()
    press(qtbot, oncall, Qt.Key.Key_Delete, modifiers=CTRL)
    assert len(oncall.session.organization.rotations) == 3
    assert not oncall.form.isVisible()
