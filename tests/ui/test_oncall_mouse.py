"""Hours drawn, pulled, pushed and written in the week of who is on call, by mouse; each is one step."""

from PySide6.QtCore import QPoint, Qt

from tests.ui.weeks import (
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    coverage,
    drag,
    go_to,
    point,
    press,
    row_of,
)


def test_a_drag_on_an_empty_lane_draws_hours_in_one_step(qtbot, oncall):
    row = row_of(oncall, "front-all") + 2  # the lane of Web SRE, below the head of its step
    assert oncall.strip.state.lane_at(row).team == "sre"
    drag(qtbot, oncall, point(oncall, row, 6, 10.2), point(oncall, row, 6, 16.8))
    assert coverage(oncall, "sre-days") == "Mon-Fri 09:00-17:00, Sun 10:00-17:00"
    assert oncall.session.undo()
    assert coverage(oncall, "sre-days") == "business-hours"


def test_hours_are_drawn_for_the_rotation_that_is_selected_in_the_lane(qtbot, oncall):
    go_to(oncall, "sre-saturday")
    row = row_of(oncall, "sre-saturday")
    drag(qtbot, oncall, point(oncall, row, 6, 12), point(oncall, row, 6, 14))
    assert coverage(oncall, "sre-saturday") == "Sat 10:00-18:00, Sun 12:00-14:00"


def test_hours_snap_to_the_quarter_with_shift(qtbot, oncall):
    row = row_of(oncall, "sre-days")
    drag(qtbot, oncall, point(oncall, row, 6, 10.2), point(oncall, row, 6, 12.4), SHIFT)
    assert coverage(oncall, "sre-days").endswith("Sun 10:15-12:30")


def test_an_edge_that_is_pulled_resizes_the_window_on_all_of_its_days(qtbot, oncall):
    row = row_of(oncall, "sre-days")
    drag(qtbot, oncall, point(oncall, row, 1, 17) - QPoint(2, 0), point(oncall, row, 1, 20))
    assert coverage(oncall, "sre-days") == "Mon-Fri 09:00-20:00"
    drag(qtbot, oncall, point(oncall, row, 2, 9) + QPoint(2, 0), point(oncall, row, 2, 7))
    assert coverage(oncall, "sre-days") == "Mon-Fri 07:00-20:00"


def test_with_ctrl_only_the_day_that_is_pulled_changes(qtbot, oncall):
    row = row_of(oncall, "sre-days")
    drag(qtbot, oncall, point(oncall, row, 1, 17) - QPoint(2, 0), point(oncall, row, 1, 20), CTRL)
    assert coverage(oncall, "sre-days") == "Mon 09:00-17:00, Tue 09:00-20:00, Wed-Fri 09:00-17:00"


def test_a_window_is_pushed_by_its_middle_and_esc_puts_it_back(qtbot, oncall):
    row = row_of(oncall, "sre-saturday")
    start, end = point(oncall, row, 5, 14), point(oncall, row, 6, 15)
    drag(qtbot, oncall, start, end, drop=False)
    assert oncall.strip.preview is not None
    press(qtbot, oncall, Qt.Key.Key_Escape)
    assert oncall.strip.preview is None
    qtbot.mouseRelease(oncall.strip.viewport(), LEFT, NONE, end)
    assert coverage(oncall, "sre-saturday") == "Sat 10:00-18:00"
    drag(qtbot, oncall, start, end)
    assert coverage(oncall, "sre-saturday") == "Sun 11:00-19:00"


def test_a_window_is_written_in_the_zone_of_its_rotation(qtbot, oncall):
    oncall.show_zone("Asia/Kolkata")  # 10:00 in London is 15:30 there
    row = row_of(oncall, "sre-saturday")
    drag(qtbot, oncall, point(oncall, row, 5, 19), point(oncall, row, 5, 22))
    assert coverage(oncall, "sre-saturday") == "Sat 13:30-21:30"  # whole hours on the clock that is shown


def test_hours_drawn_on_a_missing_level_make_a_rotation_on_the_clock_of_the_others(qtbot, oncall):
    row = row_of(oncall, "sre-days") + 1
    assert oncall.strip.state.lane_at(row).is_missing
    drag(qtbot, oncall, point(oncall, row, 0, 9), point(oncall, row, 0, 17))
    made = oncall.session.organization.rotations[-1]
    assert (made.id, made.level, str(made.coverage)) == ("sre-secondary", 2, "Mon 09:00-17:00")
    assert oncall.session.selection == ("rotation:sre-secondary",)
    oncall.session.undo()
    assert len(oncall.session.organization.rotations) == 3


def test_the_moment_line_is_dragged_and_says_who_has_it(qtbot, oncall):
    says = oncall.foot.moment
    assert says.title.text() == "Saturday 03:00"
    model = says.body.model()
    assert [model.index(place, 0).data() for place in range(2)] == ["Frontline: level 1 one of 12", "Web SRE: nobody"]
    header = QPoint(point(oncall, 1, 1, 10).x(), 20)
    drag(qtbot, oncall, point(oncall, row_of(oncall, "front-all"), 5, 3), header)
    assert says.title.text() == "Tuesday 10:00"
    assert model.index(1, 0).data() == "Web SRE: level 1 Ana Sousa and Bo Li"


def test_a_click_selects_the_rotation_and_on_the_label_the_team(qtbot, oncall):
    row = row_of(oncall, "sre-days")
    qtbot.mouseClick(oncall.strip.viewport(), LEFT, NONE, point(oncall, row, 1, 12))
    assert oncall.session.selection == ("rotation:sre-days",)
    qtbot.mouseClick(oncall.strip.viewport(), LEFT, NONE, QPoint(60, point(oncall, row, 1, 12).y()))
    assert oncall.session.selection == ("team:sre",)
    assert oncall.foot.share.title.text() == "Share of time on call: Web SRE"


def test_a_double_click_writes_the_window_in_place(qtbot, oncall):
    row = row_of(oncall, "sre-days")
    qtbot.mouseDClick(oncall.strip.viewport(), LEFT, NONE, point(oncall, row, 1, 12))
    editor = oncall.strip.windows.editor
    assert editor.text() == "Mon-Fri 09:00-17:00"
    editor.setText("weekdays 8-18:30")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert coverage(oncall, "sre-days") == "Mon-Fri 08:00-18:30"
    assert oncall.strip.hasFocus()


def test_text_that_means_nothing_is_refused_with_a_sentence_and_esc_leaves_all_as_it_was(qtbot, oncall):
    go_to(oncall, "sre-days")
    oncall.strip.windows.write()
    editor = oncall.strip.windows.editor
    editor.clear()
    qtbot.keyClicks(editor, "some day")
    assert "some day" in editor.reason.text()
    assert editor.reason.isVisible()
    with qtbot.waitSignal(oncall.session.refused) as refused:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "some day" in refused.args[0]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert coverage(oncall, "sre-days") == "business-hours"
    assert oncall.strip.windows.editor is None
