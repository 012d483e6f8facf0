"""Walking a page: what stands at each station, and how it follows the hour, who is away and the selection."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from orgmodel.commands import ChangeField, RemoveRotation
from orgmodel.model import RotationId
from ui.theme import DARK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

SAMPLES = Path(__file__).parents[2] / "sample_orgs"
RUNBOOKS = "checkout-api-application-code"
PLATFORM_ROW = "checkout-api-database-cookbook"


def opened(qtbot, window, sample):
    window.files.open(SAMPLES / f"{sample}.yaml")
    return window.workspace.session


def walking(qtbot, window, row=None):
    """The window, opened as people do: a row is selected, then its keys."""
    if row:
        window.workspace.session.select(f"responsibility:{row}")
    window.actions_by_id["walk-page"].trigger()
    walk = window.workspace.inquiries.made["walk-page"]
    settle(qtbot, walk)
    qtbot.waitUntil(walk.isActiveWindow)
    return walk


def settle(qtbot, inquiry):
    qtbot.waitUntil(lambda: inquiry.isVisible() and not inquiry.is_waiting, timeout=20_000)


def seen(walk):
    """Hour, name and who is on call at every station."""
    return [(station.hour, station.name, station.who) for station in walk.strip.stations]


@pytest.fixture
def payments(qtbot, window):
    return opened(qtbot, window, "payments_platform")


@pytest.fixture
def today(qtbot, window):
    return opened(qtbot, window, "ruby_web_today")


def test_a_page_for_the_selected_row_at_three_on_saturday(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    assert walk.row.lineEdit().text() == "Application Code · Checkout API"
    assert (walk.day.currentText(), walk.hour.text(), walk.zone.value) == ("Saturday", "03:00", "Europe/London")
    assert seen(walk) == [
        ("Sat 03:00", "Alert", "Pages Payments Operations Centre"),
        ("03:00", "Payments Operations Centre", "one of 6 and 1 more"),
        ("03:05", "Storefront SRE", "one of 9 and 1 more"),
        ("03:20", "Checkout Team", "Nobody is on call"),
    ]
    assert [station.arrow.minutes for station in walk.strip.stations[1:]] == ["at once", "5 min", "15 min"]
    assert walk.statement.text().startswith("Nobody is on call for Checkout Team at Sat 03:20")
    assert walk.more.text() == "The page is dropped at Checkout Team, 20 min after the alert."
    assert walk.mark_name == "error"


def test_another_hour_is_walked_at_once(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    walk.day.showPopup()
    walk.day.hidePopup()
    qtbot.keyClick(walk.day, Qt.Key.Key_Home)
    qtbot.keyClick(walk.day, Qt.Key.Key_Down)
    qtbot.keyClick(walk.day, Qt.Key.Key_Down)
    assert walk.day.currentText() == "Tuesday"
    walk.hour.selectAll()
    qtbot.keyClicks(walk.hour, "11:00")
    settle(qtbot, walk)
    assert seen(walk)[-1] == ("11:20", "Checkout Team", "one of 9 and 1 more")
    assert walk.statement.text() == "Checkout Team has the page, and answers for it."
    assert walk.mark_name == "agreed"


def test_at_any_hour_the_stations_count_minutes(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    walk.day.show_value(None)
    walk.day.picked.emit(None)
    settle(qtbot, walk)
    assert [hour for hour, _, _ in seen(walk)] == ["0 min", "0 min", "5 min", "20 min"]
    assert not walk.hour.isEnabled()
    assert not walk.zone.isEnabled()


def test_a_team_that_is_away_is_gone_round_or_missed(qtbot, window, payments):
    walk = walking(qtbot, window, PLATFORM_ROW)
    last = walk.strip.stations[-1]
    assert (last.name, last.state) == ("Platform SRE", "heard")
    qtbot.mouseClick(walk.away, Qt.MouseButton.LeftButton)
    teams = walk.away.list.list
    item = teams.findItems("Platform SRE", Qt.MatchFlag.MatchExactly)[0]
    qtbot.mouseClick(teams.viewport(), Qt.MouseButton.LeftButton, pos=teams.visualItemRect(item).center())
    walk.away.list.close()
    settle(qtbot, walk)
    assert walk.away.accessibleName() == "Who is away: Platform SRE is away"
    assert "Platform SRE" in walk.statement.text()
    assert "away" in walk.statement.text()
    assert walk.strip.stations[-1].who == "Is away"


def test_the_page_is_stepped_through_by_keys(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    qtbot.keyClick(walk.strip, Qt.Key.Key_Home)
    assert walk.statement.text() == "An alert for “Application Code”."
    qtbot.keyClick(walk.strip, Qt.Key.Key_Space)
    assert walk.statement.text() == "Payments Operations Centre has the page."
    qtbot.keyClick(walk.strip, Qt.Key.Key_Right)
    assert walk.statement.text() == "Storefront SRE has the page."
    assert walk.more.text() == (
        "5 min gone. It is asked here (C). On call: one of 9 (checkout-sre-primary) and one of 9 "
        "(checkout-sre-secondary). It hands the page on to Checkout Team."
    )
    qtbot.keyClick(walk.strip, Qt.Key.Key_End)
    qtbot.keyClick(walk.strip, Qt.Key.Key_Right)
    assert walk.strip.accessibleName().startswith("Station 4 of 4: Checkout Team, 03:20, answers for it.")


def test_minutes_in_silence_are_said_where_they_are_lost(qtbot, window, payments):
    for level in ("primary", "secondary"):
        payments.execute(RemoveRotation(RotationId(f"checkout-sre-{level}")))
    walk = walking(qtbot, window, RUNBOOKS)
    storefront, checkout = walk.strip.stations[2:]
    assert (storefront.name, storefront.who) == ("Storefront SRE", "Nobody is on call")
    assert storefront.more == "5 min gone. The page waits 15 min in silence, then goes on to Checkout Team."
    assert (checkout.arrow.minutes, checkout.arrow.is_lost) == ("15 min", True)
    assert (
        walk.more.text() == "The page is dropped at Checkout Team, 20 min after the alert, 15 min of them in silence."
    )


def test_a_missing_way_leads_to_the_owner_who_never_hears(qtbot, window, today):
    walk = walking(qtbot, window, "application-code")
    last = walk.strip.stations[-1]
    assert (last.name, last.who, last.arrow.when) == ("Ruby Web Application Team", "Never hears of it", "no way on")
    assert walk.strip.current.name == "IT Operations"
    assert walk.mark_name == "error"
    qtbot.keyClick(walk.strip, Qt.Key.Key_Right)
    assert walk.strip.current.name == "IT Operations"


def test_nobody_is_named_where_nobody_has_the_row(qtbot, window, today):
    walk = walking(qtbot, window, "on-call-developer-schedule")
    assert walk.strip.stations[-1].name == "Nobody"
    assert walk.statement.text() == "Nobody does “On-call Developer Schedule”, so nobody can be called for it."


def test_unknown_rotations_are_unknown_and_not_nobody(qtbot, window, today):
    walk = walking(qtbot, window, "diagnose-issue")
    assert walk.strip.current.who == "On call unknown"
    assert walk.mark_name == "not-assessed"
    assert walk.more.text() == "The page gets as far as Service Desk, 0 min after the alert."


def test_it_follows_the_selection_and_the_edits(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    payments.select(f"responsibility:{PLATFORM_ROW}")
    settle(qtbot, walk)
    assert walk.statement.text() == "Platform SRE has the page, and answers for it."
    payments.select("team:checkout")
    assert walk.row.value == PLATFORM_ROW
    payments.execute(ChangeField("team:platform-sre", "name", "The <b>Platform</b> & Co"))
    settle(qtbot, walk)
    assert walk.statement.text() == "The <b>Platform</b> & Co has the page, and answers for it."
    assert walk.statement.textFormat() == Qt.TextFormat.PlainText


def test_undo_has_its_key_here_too(qtbot, window, payments):
    before = payments.document
    payments.execute(ChangeField("team:platform-sre", "name", "Platforms"))
    walk = walking(qtbot, window, PLATFORM_ROW)
    with qtbot.waitActive(walk):
        walk.activateWindow()
    walk.strip.setFocus()
    qtbot.keyClick(walk.strip, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert payments.document is before


def test_a_row_is_found_by_a_part_of_its_name(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    field = walk.row.lineEdit()
    field.selectAll()
    field.insert("database cookbook · checkout")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, walk)
    assert walk.row.value == PLATFORM_ROW
    field.selectAll()
    field.insert("no such row")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert walk.isVisible()
    assert walk.row.lineEdit().text() == "Database Cookbook · Checkout API"


def test_hours_are_typed_as_people_write_them(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    for typed, means in (("7", "07:00"), ("1730", "17:30"), ("9.15", "09:15"), ("noon", "09:15"), ("23:30", "23:30")):
        walk.hour.setFocus()
        walk.hour.selectAll()
        qtbot.keyClicks(walk.hour, typed)
        qtbot.keyClick(walk.hour, Qt.Key.Key_Tab)
        assert walk.hour.text() == means
    qtbot.keyClick(walk.hour, Qt.Key.Key_Up)
    assert walk.hour.text() == "00:30"


def test_enter_shows_the_team_in_the_lens(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    qtbot.keyClick(walk.strip, Qt.Key.Key_Return)
    assert payments.selection == ("team:checkout",)


def test_a_right_click_offers_to_take_the_team_away(qtbot, window, payments):
    walk = walking(qtbot, window, PLATFORM_ROW)
    menu = walk.menu_of(walk.strip.current)
    assert [action.text() for action in menu.actions()] == ["Platform SRE is away", "Show Platform SRE"]
    menu.actions()[0].trigger()
    assert walk.away.away == ("platform-sre",)


def test_no_rows_say_what_to_do(qtbot, window):
    window.files.new_empty()
    walk = walking(qtbot, window)
    assert walk.empty.isVisible()
    assert walk.empty.title.text() == "No rows yet."
    assert not walk.strip.isVisible()


def test_it_paints_in_both_themes_and_every_part_has_a_name(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
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


def test_esc_closes_it_and_the_keys_bring_it_back(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    qtbot.keyClick(walk, Qt.Key.Key_Escape)
    assert not walk.isVisible()
    payments.select(f"responsibility:{PLATFORM_ROW}")
    assert walking(qtbot, window) is walk
    assert walk.row.value == PLATFORM_ROW


def test_a_click_puts_the_page_at_a_station(qtbot, window, payments):
    walk = walking(qtbot, window, RUNBOOKS)
    place = walk.strip.card(1).center().toPoint()
    qtbot.mouseClick(walk.strip, Qt.MouseButton.LeftButton, pos=place)
    assert walk.strip.current.name == "Payments Operations Centre"
    assert walk.strip.place_at(QPoint(2, 2)) is None
    QApplication.processEvents()
