"""Walking a page: what stands at each station, and how it follows the hour, who is away and the selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.commands import AddRotation, ChangeField, RemoveRotation
from orgmodel.model import BUSINESS_HOURS, Rotation, RotationId, TeamId
from tests.ui.inquiring import opened, settle
from ui.theme import DARK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def walking(qtbot, window, row=None):
    """The window, opened as people do: a row is selected, then its keys."""
    if row:
        window.workspace.session.select(f"responsibility:{row}")
    walk = opened(qtbot, window, "walk-page")
    qtbot.waitUntil(walk.isActiveWindow)
    return walk


def seen(walk):
    """Hour, name and who is on call at every station."""
    return [(station.hour, station.name, station.who) for station in walk.strip.stations]


def choose_day(qtbot, walk, downs):
    """By keys, from the top of the list: any hour, Monday, Tuesday …"""
    walk.day.setFocus()
    qtbot.keyClick(walk.day, Qt.Key.Key_Home)
    for _ in range(downs):
        qtbot.keyClick(walk.day, Qt.Key.Key_Down)
    settle(qtbot, walk)


def test_a_page_for_the_selected_row_at_three_on_saturday(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    assert (walk.row.lineEdit().text(), walk.day.currentText()) == ("Code", "Saturday")
    assert (walk.hour.text(), walk.zone.value) == ("03:00", "Europe/London")
    assert seen(walk) == [
        ("Sat 03:00", "Alert", "Pages Service Desk"),
        ("03:00", "Service Desk", "one of 12"),
        ("03:05", "Shop SRE", "Ana Sousa or one other"),
        ("03:20", "Shop Team", "Nobody is on call"),
    ]
    assert [station.arrow.minutes for station in walk.strip.stations[1:]] == ["at once", "5 min", "15 min"]
    assert walk.strip.stations[2].arrow.when == "the runbook does not fix it"
    assert walk.statement.text().startswith("Nobody is on call for Shop Team at Sat 03:20 (Europe/London)")
    assert walk.more.text() == "The page is dropped at Shop Team, 20 min after the alert."
    assert walk.mark_name == "error"


def test_another_hour_is_walked_at_once(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    choose_day(qtbot, walk, 2)
    assert walk.day.currentText() == "Tuesday"
    walk.hour.setFocus()
    walk.hour.selectAll()
    qtbot.keyClicks(walk.hour, "11:00")
    settle(qtbot, walk)
    assert seen(walk)[-1] == ("11:20", "Shop Team", "one of 6")
    assert walk.statement.text() == "Shop Team has the page, and answers for it."
    assert walk.mark_name == "agreed"


def test_the_clocks_are_those_of_the_zone(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    choose_day(qtbot, walk, 5)
    field = walk.zone.lineEdit()
    field.selectAll()
    field.insert("america/denver")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, walk)
    assert walk.zone.value == "America/Denver"
    assert seen(walk)[-1] == ("03:20", "Shop Team", "one of 6")


def test_at_any_hour_the_stations_count_minutes(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    choose_day(qtbot, walk, 0)
    assert [hour for hour, _, _ in seen(walk)] == ["0 min", "0 min", "5 min", "20 min"]
    assert not walk.hour.isEnabled()
    assert not walk.zone.isEnabled()


def test_the_next_day_is_named(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    walk.hour.setFocus()
    walk.hour.selectAll()
    qtbot.keyClicks(walk.hour, "23:50")
    settle(qtbot, walk)
    assert [hour for hour, _, _ in seen(walk)] == ["Sat 23:50", "23:50", "23:55", "Sun 00:10"]


def test_a_team_that_is_away_is_missed(qtbot, window, night):
    walk = walking(qtbot, window, "database")
    assert (walk.strip.stations[-1].name, walk.strip.stations[-1].state) == ("Shop SRE", "heard")
    qtbot.mouseClick(walk.away, Qt.MouseButton.LeftButton)
    teams = walk.away.list.list
    item = teams.findItems("Shop SRE", Qt.MatchFlag.MatchExactly)[0]
    qtbot.mouseClick(teams.viewport(), Qt.MouseButton.LeftButton, pos=teams.visualItemRect(item).center())
    walk.away.list.close()
    settle(qtbot, walk)
    assert walk.away.accessibleName() == "Who is away: Shop SRE is away"
    assert walk.statement.text().startswith("Shop SRE is away")
    assert walk.strip.stations[-1].who == "Is away"


def test_a_right_click_offers_to_take_the_team_away_and_back(qtbot, window, night):
    walk = walking(qtbot, window, "database")
    menu = walk.menu_of(walk.strip.current)
    assert [action.text() for action in menu.actions()] == ["Shop SRE is away", "Show Shop SRE"]
    menu.actions()[0].trigger()
    settle(qtbot, walk)
    assert walk.away.ticked == ("shop-sre",)
    walk.menu_of(walk.strip.stations[-1]).actions()[0].trigger()
    settle(qtbot, walk)
    assert walk.away.ticked == ()
    assert walk.mark_name == "agreed"


def test_the_page_is_stepped_through_by_keys(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    qtbot.keyClick(walk.strip, Qt.Key.Key_Home)
    assert walk.statement.text() == "An alert for “Code”."
    assert walk.more.text() == "It pages Service Desk at once."
    qtbot.keyClick(walk.strip, Qt.Key.Key_Space)
    assert walk.statement.text() == "Service Desk has the page."
    qtbot.keyClick(walk.strip, Qt.Key.Key_Right)
    assert walk.statement.text() == "Shop SRE has the page."
    said = "It is asked here (C). On call: one of Ana Sousa and Ben Okafor. It hands the page on to Shop Team."
    assert walk.more.text() == f"5 min gone. {said}"
    qtbot.keyClick(walk.strip, Qt.Key.Key_End)
    qtbot.keyClick(walk.strip, Qt.Key.Key_Right)
    assert walk.strip.accessibleName().startswith("Station 4 of 4: Shop Team, 03:20, answers for it.")
    qtbot.keyClick(walk.strip, Qt.Key.Key_Left)
    assert walk.strip.current.name == "Shop SRE"


def test_minutes_in_silence_are_said_where_they_are_lost(qtbot, window, night):
    night.execute(RemoveRotation(RotationId("shop-sre-first")))
    walk = walking(qtbot, window, "code")
    silent, last = walk.strip.stations[2:]
    assert (silent.name, silent.who) == ("Shop SRE", "Nobody is on call")
    assert silent.more == "5 min gone. The page waits 15 min in silence, then goes on to Shop Team."
    assert (last.arrow.minutes, last.arrow.is_lost) == ("15 min", True)
    silence = "20 min after the alert, 15 min of them in silence"
    assert walk.more.text() == f"The page is dropped at Shop Team, {silence}."


def test_a_missing_way_leads_to_the_owner_who_never_hears(qtbot, window, night):
    walk = walking(qtbot, window, "returns")
    last = walk.strip.stations[-1]
    assert (last.name, last.who, last.arrow.when) == ("Tills Team", "Never hears of it", "no way on")
    assert walk.statement.text() == "No escalation for “Returns” leads on from Shop SRE to Tills Team."
    assert walk.mark_name == "error"
    qtbot.keyClick(walk.strip, Qt.Key.Key_Right)
    assert walk.strip.current.name == "Shop SRE"


def test_nobody_is_named_where_nobody_has_the_row(qtbot, window, night):
    walk = walking(qtbot, window, "scaling")
    assert walk.strip.stations[-1].name == "Nobody"
    assert walk.statement.text() == "Nobody does “Scaling”, so nobody can be called for it."
    assert walk.more.text() == "The page is dropped at Service Desk, at once."


def test_unknown_hours_are_unknown_and_not_nobody(qtbot, window, night):
    night.execute(ChangeField("rotation:shop-hours", "coverage", None))
    walk = walking(qtbot, window, "code")
    assert walk.strip.current.who == "On call unknown"
    assert walk.mark_name == "not-assessed"
    assert walk.more.text() == "The page gets as far as Shop Team, 20 min after the alert."


def test_several_levels_are_said_one_after_the_other(qtbot, window, night):
    backup = Rotation(RotationId("desk-backup"), TeamId("desk"), 2, BUSINESS_HOURS, "Europe/London", 4)
    night.execute(AddRotation(backup))
    walk = walking(qtbot, window, "database")
    choose_day(qtbot, walk, 1)
    walk.hour.setFocus()
    walk.hour.selectAll()
    qtbot.keyClicks(walk.hour, "10")
    settle(qtbot, walk)
    assert walk.strip.stations[1].who == "one of 12, then one of 4"


def test_it_follows_the_selection_and_the_edits(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    night.select("responsibility:database")
    settle(qtbot, walk)
    assert walk.statement.text() == "Shop SRE has the page, and answers for it."
    night.select("team:shop")
    assert walk.row.value == "database"
    night.execute(ChangeField("team:shop-sre", "name", "The <b>Shop</b> & Co"))
    settle(qtbot, walk)
    assert walk.statement.text() == "The <b>Shop</b> & Co has the page, and answers for it."
    assert walk.statement.textFormat() == Qt.TextFormat.PlainText


def test_undo_has_its_key_here_too(qtbot, window, night):
    before = night.document
    night.execute(ChangeField("team:platform", "name", "Platforms"))
    walk = walking(qtbot, window, "network")
    walk.strip.setFocus()
    qtbot.keyClick(walk.strip, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert night.document is before


def test_a_row_is_found_by_a_part_of_its_name(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    field = walk.row.lineEdit()
    field.selectAll()
    field.insert("datab")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, walk)
    assert walk.row.value == "database"
    field.selectAll()
    field.insert("base")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Database"
    field.selectAll()
    field.insert("no such row")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert walk.isVisible()
    assert field.text() == "Database"


def test_hours_are_typed_as_people_write_them(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    for typed, means in (("7", "07:00"), ("1730", "17:30"), ("9.15", "09:15"), ("noon", "09:15"), ("23:30", "23:30")):
        walk.hour.setFocus()
        walk.hour.selectAll()
        qtbot.keyClicks(walk.hour, typed)
        qtbot.keyClick(walk.hour, Qt.Key.Key_Tab)
        assert walk.hour.text() == means
    qtbot.keyClick(walk.hour, Qt.Key.Key_Up)
    assert walk.hour.text() == "00:30"


def test_a_click_puts_the_page_at_a_station_and_enter_shows_the_team(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    qtbot.mouseClick(walk.strip, Qt.MouseButton.LeftButton, pos=walk.strip.card(1).center().toPoint())
    assert walk.strip.current.name == "Service Desk"
    assert walk.strip.place_at(QPoint(2, 2)) is None
    qtbot.keyClick(walk.strip, Qt.Key.Key_Return)
    assert night.selection == ("team:desk",)


def test_no_rows_say_what_to_do(qtbot, window):
    window.files.new_empty()
    walk = walking(qtbot, window)
    assert walk.empty.isVisible()
    assert walk.empty.title.text() == "No rows yet."
    assert not walk.strip.isVisible()


def test_it_paints_in_both_themes_and_every_part_has_a_name(qtbot, window, night):
    walk = walking(qtbot, window, "returns")
    light = walk.strip.grab().toImage()
    window.workspace.apply_theme(DARK)
    assert walk.strip.grab().toImage() != light
    takers = [
        each
        for each in walk.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
    ]
    assert takers
    assert [each for each in takers if not (each.accessibleName() or getattr(each, "text", str)())] == []


def test_esc_closes_it_and_the_keys_bring_it_back(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    qtbot.keyClick(walk, Qt.Key.Key_Escape)
    assert not walk.isVisible()
    night.select("responsibility:network")
    assert walking(qtbot, window) is walk
    assert walk.row.value == "network"


def test_the_matrix_and_a_finding_lead_to_it(qtbot, window, night):
    night.select("responsibility:database")
    night.inquiry_wanted.emit("walk-page")
    walk = window.workspace.inquiries.made["walk-page"]
    settle(qtbot, walk)
    assert walk.row.value == "database"


def test_a_walk_begins_at_the_moment_of_the_week_on_screen(qtbot, window, night):
    window.actions_by_id["lens-oncall"].trigger()
    week = window.workspace.lens
    week.show_zone("America/Denver")
    week.strip.setFocus()
    qtbot.keyClicks(week.strip, "]]")
    walk = walking(qtbot, window, "code")
    assert (walk.day.currentText(), walk.hour.text(), walk.zone.value) == ("Friday", "22:00", "America/Denver")
    assert seen(walk)[0][0] == "Fri 22:00"


def test_a_walk_keeps_its_hour_while_no_week_is_on_screen(qtbot, window, night):
    window.actions_by_id["lens-oncall"].trigger()
    window.actions_by_id["lens-matrix"].trigger()
    assert night.moment is None
    walk = walking(qtbot, window, "code")
    choose_day(qtbot, walk, 2)
    qtbot.keyClick(walk, Qt.Key.Key_Escape)
    assert walking(qtbot, window, "database").day.currentText() == "Tuesday"


def test_nothing_moves_when_somebody_is_away(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    fields = (walk.row, walk.day, walk.hour, walk.zone, walk.away)
    before = [field.geometry() for field in fields]
    walk.away.tick("platform", is_on=True)
    walk.away.tick("tills", is_on=True)
    settle(qtbot, walk)
    QApplication.processEvents()
    assert [field.geometry() for field in fields] == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_who_is_away_is_ticked_by_key(qtbot, window, night, key):
    walk = walking(qtbot, window, "code")
    qtbot.mouseClick(walk.away, Qt.MouseButton.LeftButton)
    names = walk.away.list.list
    qtbot.keyClick(names, Qt.Key.Key_Down)
    qtbot.keyClick(names, key)
    assert walk.away.ticked == ("shop",)
    qtbot.keyClick(names, key)
    assert walk.away.ticked == ()
    walk.away.list.close()


def test_it_opens_again_where_it_was_closed(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    place = walk.pos()
    walk.reject()
    window.move(window.pos() + QPoint(40, 30))
    assert walking(qtbot, window).pos() == place


def test_a_team_whose_name_is_one_word_of_200_letters_leaves_the_window_as_wide_as_it_was(qtbot, window, night):
    walk = walking(qtbot, window, "code")
    width = walk.width()
    night.execute(ChangeField("team:shop", "name", "X" * 200))
    settle(qtbot, walk)
    assert "X" * 12 in walk.statement.text()
    assert walk.minimumSizeHint().width() <= width
    assert walk.width() == width
