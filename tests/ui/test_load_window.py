"""What each team carries: in a window with one scale, and in the Inspector; unknown is never zero."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from orgmodel.commands import ChangeField
from orgmodel.graph import OrgGraph
from orgmodel.load import loads
from ui.inspector.load import LoadSection
from ui.loads.bars import bars_of
from ui.loads.delegate import BAR
from ui.theme import DARK

SAMPLES = Path(__file__).parents[2] / "sample_orgs"
CHECKOUT = "12 rows × 4 + 2 rows × 2 = 52 ÷ 9 people = 5.78 a head"


@pytest.fixture
def payments(window):
    window.files.open(SAMPLES / "payments_platform.yaml")
    return window.workspace.session


@pytest.fixture
def today(window):
    window.files.open(SAMPLES / "ruby_web_today.yaml")
    return window.workspace.session


def load_window(qtbot, window):
    window.actions_by_id["show-load"].trigger()
    made = window.workspace.inquiries.made["show-load"]
    settle(qtbot, made)
    return made


def settle(qtbot, inquiry):
    qtbot.waitUntil(lambda: inquiry.isVisible() and not inquiry.is_waiting, timeout=20_000)


def seen(load):
    model = load.list.model()
    bars = [model.index(place, 0).data(BAR) for place in range(model.rowCount())]
    return [(bar.name, bar.figure) for bar in bars]


def test_teams_stand_by_what_each_of_their_people_carries(qtbot, window, payments):
    load = load_window(qtbot, window)
    names = [name for name, _ in seen(load)]
    assert seen(load)[0] == ("Money SRE", "21.56")
    assert names[-1] == "Heads of Payments"
    assert load.unit.text() == "Rows, weighted by criticality, for each person of the team"
    said = [load.bars.index(place).data() for place in range(len(names))]
    assert f"Checkout Team: 5.78. {CHECKOUT}" in said


def test_the_whole_team_is_another_order(qtbot, window, payments):
    load = load_window(qtbot, window)
    qtbot.mouseClick(load.by_head, Qt.MouseButton.LeftButton)
    assert seen(load)[:2] == [("Money SRE", "194"), ("Payments Operations Centre", "151")]
    qtbot.mouseClick(load.chips["services"], Qt.MouseButton.LeftButton)
    assert not load.by_head.isEnabled()
    assert seen(load)[0] == ("Merchant Team", "2")


def test_what_is_unknown_is_said_and_stands_last(qtbot, window, today):
    load = load_window(qtbot, window)
    assert {figure for _, figure in seen(load)} == {"unknown"}
    qtbot.mouseClick(load.chips["pages"], Qt.MouseButton.LeftButton)
    assert {figure for _, figure in seen(load)} == {"unknown"}
    assert "pages a day unknown" in load.bars.index(0).data()
    today.execute(ChangeField("team:ruby-web", "headcount", 5))
    settle(qtbot, load)
    qtbot.mouseClick(load.chips["rows"], Qt.MouseButton.LeftButton)
    assert seen(load)[0] == ("Ruby Web Application Team", "6.5")


def test_bars_have_one_scale_and_unknown_ones_no_length(payments):
    organization = payments.organization
    bars = bars_of(organization, loads(OrgGraph(organization)), "effort", by_head=False)
    known = [bar for bar in bars if bar.amount is not None]
    longest = max(bar.amount for bar in known)
    assert [bar.share for bar in known] == [bar.amount / longest for bar in known]
    assert {bar.figure for bar in bars if bar.amount is None} == {"unknown"}
    assert [bar.amount is None for bar in bars] == sorted(bar.amount is None for bar in bars)


def test_a_sum_that_lacks_something_says_at_least(qtbot, window, payments):
    load = load_window(qtbot, window)
    qtbot.mouseClick(load.chips["effort"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(load.by_head, Qt.MouseButton.LeftButton)
    assert seen(load)[0] == ("Money SRE", "at least 123.83")


def test_a_team_selected_here_is_selected_everywhere_and_back(qtbot, window, payments):
    load = load_window(qtbot, window)
    place = load.list.visualRect(load.bars.index(1)).center()
    qtbot.mouseClick(load.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert payments.selection == ("team:checkout-sre",)
    payments.select("team:risk")
    assert load.list.currentIndex().data(BAR).name == "Risk Team"
    before = load.grab().toImage()
    window.workspace.apply_theme(DARK)
    assert load.grab().toImage() != before


def test_no_teams_say_so(qtbot, window):
    window.files.new_empty()
    for team in window.workspace.session.organization.teams:
        window.workspace.session.execute(ChangeField(team.subject, "status", "archived"))
    load = load_window(qtbot, window)
    assert load.empty.isVisible()
    assert load.empty.title.text() == "No teams yet."


def section_of(qtbot, window):
    (section,) = window.workspace.findChildren(LoadSection)
    qtbot.waitUntil(lambda: section.load is not None, timeout=20_000)
    return section


def said(section):
    return [label.text() for label in section.findChildren(QLabel) if label.isVisibleTo(section)]


def test_the_inspector_shows_the_sums_of_the_selected_team(qtbot, window, payments):
    payments.select("team:checkout")
    section = section_of(qtbot, window)
    assert said(section)[:3] == ["Load, and its sum", "Rows", CHECKOUT]
    payments.select("team:heads")
    qtbot.waitUntil(lambda: section.load.team == "heads")
    assert "pages a day unknown" in said(section)
    payments.execute(ChangeField("team:heads", "headcount", 4))
    qtbot.waitUntil(lambda: "4 rows × 2 = 8 ÷ 4 people = 2 a head" in said(section), timeout=20_000)


def test_the_inspector_leads_to_all_teams(qtbot, window, payments):
    payments.select("team:checkout")
    section = section_of(qtbot, window)
    section.findChild(QPushButton).click()
    assert window.workspace.inquiries.made["show-load"].isVisible()
