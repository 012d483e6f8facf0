"""What each team carries: in a window with one scale, and in the Inspector; unknown is never zero."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from orgmodel.commands import ChangeField
from orgmodel.graph import OrgGraph
from orgmodel.load import loads
from tests.ui.inquiring import opened, settle
from ui.inspector.load import LoadSection
from ui.loads.bars import bars_of
from ui.loads.delegate import BAR
from ui.theme import DARK

SHOP = "1 row × 4 + 1 row × 1 = 5 ÷ 6 people = 0.83 a head"


def load_window(qtbot, window):
    return opened(qtbot, window, "show-load")


def seen(load):
    model = load.list.model()
    bars = [model.index(place, 0).data(BAR) for place in range(model.rowCount())]
    return [(bar.name, bar.figure) for bar in bars]


def test_teams_stand_by_what_each_of_their_people_carries(qtbot, window, night):
    load = load_window(qtbot, window)
    assert seen(load) == [
        ("Shop Team", "0.83"),
        ("Shop SRE", "0.56"),
        ("Platform SRE", "0.5"),
        ("Service Desk", "0"),
        ("Tills Team", "unknown"),
    ]
    assert load.unit.text() == "Rows, weighted by criticality, for each person of the team"
    assert load.bars.index(0).data() == f"Shop Team: 0.83. {SHOP}"


def test_the_whole_team_is_another_order(qtbot, window, night):
    load = load_window(qtbot, window)
    qtbot.mouseClick(load.by_head, Qt.MouseButton.LeftButton)
    assert seen(load)[:3] == [("Shop Team", "5"), ("Shop SRE", "5"), ("Platform SRE", "4")]
    assert ("Tills Team", "2.5") in seen(load)
    qtbot.mouseClick(load.chips["services"], Qt.MouseButton.LeftButton)
    assert not load.by_head.isEnabled()
    assert seen(load)[0] == ("Shop Team", "1")


def test_what_is_unknown_is_said_and_stands_last(qtbot, window, night):
    load = load_window(qtbot, window)
    qtbot.mouseClick(load.chips["pages"], Qt.MouseButton.LeftButton)
    assert seen(load)[:2] == [("Service Desk", "0.33"), ("Shop SRE", "0.06")]
    assert {figure for _, figure in seen(load)[2:]} == {"unknown"}
    assert load.bars.index(4).data() == "Tills Team: unknown. pages a day unknown"
    night.execute(ChangeField("team:tills", "headcount", 5))
    settle(qtbot, load)
    qtbot.mouseClick(load.chips["rows"], Qt.MouseButton.LeftButton)
    assert ("Tills Team", "0.5") in seen(load)


def test_bars_have_one_scale_and_unknown_ones_no_length(night):
    organization = night.organization
    bars = bars_of(organization, loads(OrgGraph(organization)), "effort", by_head=False)
    assert [(bar.name, bar.share) for bar in bars] == [
        ("Shop Team", 1.0),
        ("Platform SRE", 0.75),
        ("Shop SRE", 0.5),
        ("Service Desk", 0.0),
        ("Tills Team", 0.0),
    ]
    assert [bar.amount for bar in bars] == [16, 12, 8, 0, None]


def test_a_sum_that_lacks_something_says_at_least(qtbot, window, night):
    load = load_window(qtbot, window)
    qtbot.mouseClick(load.chips["effort"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(load.by_head, Qt.MouseButton.LeftButton)
    assert ("Shop SRE", "at least 8") in seen(load)


def test_effort_by_head_is_the_number_that_its_sum_ends_with(qtbot, window, night):
    load = load_window(qtbot, window)
    qtbot.mouseClick(load.chips["effort"], Qt.MouseButton.LeftButton)
    assert load.unit.text() == "Percent of the hours a week that the people of the team have"
    shop = next(bar for bar in load.bars.bars if bar.name == "Shop Team")
    assert shop.figure == "6.67 %"
    assert shop.said.endswith(f"= {shop.figure}")


def test_pages_name_their_rotations_in_the_tip(qtbot, window, night):
    load = load_window(qtbot, window)
    qtbot.mouseClick(load.chips["pages"], Qt.MouseButton.LeftButton)
    tip = load.bars.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Service Desk" in tip
    assert "pages a day of " in tip
    qtbot.mouseClick(load.chips["rows"], Qt.MouseButton.LeftButton)
    assert "pages a day of " not in load.bars.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_every_team_is_seen_whole_where_the_screen_has_room(qtbot, window, night):
    load = load_window(qtbot, window)
    view, last = load.list, load.bars.index(load.bars.rowCount() - 1)
    assert view.viewport().rect().contains(view.visualRect(last))


def test_a_team_selected_here_is_selected_everywhere_and_back(qtbot, window, night):
    load = load_window(qtbot, window)
    place = load.list.visualRect(load.bars.index(1)).center()
    qtbot.mouseClick(load.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert night.selection == ("team:shop-sre",)
    night.select("team:platform")
    assert load.list.currentIndex().data(BAR).name == "Platform SRE"
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


def test_the_inspector_shows_the_sums_of_the_selected_team(qtbot, window, night):
    night.select("team:shop")
    section = section_of(qtbot, window)
    assert said(section)[:3] == ["Load, and its sum", "Rows", SHOP]
    night.select("team:tills")
    assert section.load.team == "tills"
    assert "pages a day unknown" in said(section)
    night.execute(ChangeField("team:tills", "headcount", 5))
    sum_of_tills = "1 row of unknown criticality × 2.5 = 2.5 ÷ 5 people = 0.5 a head"
    qtbot.waitUntil(lambda: sum_of_tills in said(section), timeout=20_000)


def test_the_inspector_leads_to_all_teams(qtbot, window, night):
    night.select("team:shop")
    section = section_of(qtbot, window)
    section.findChild(QPushButton).click()
    assert window.workspace.inquiries.made["show-load"].isVisible()
