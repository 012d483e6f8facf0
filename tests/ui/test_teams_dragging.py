"""Rows and cards of the Teams lens taken to other places, by mouse and by keys; each drop is one step."""

from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from tests.ui.boards import card, raci, row_on, take
from ui.teams.in_hand import ON_NOBODY, Target
from ui.teams.spots import Spot, TraySpot

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_a_row_dragged_to_another_card_moves_its_a_as_one_step(team_drag, teams, shop):
    before = shop.document
    team_drag(row_on(teams, "shop", "code"), card("tills"))
    assert raci(shop, "code") == {"tills": "A", "web-sre": "R"}
    assert (shop.selection, shop.team) == (("responsibility:code",), "tills")
    assert shop.undo()
    assert shop.document is before


def test_with_ctrl_the_target_shares_and_the_first_keeps_its_a(team_drag, teams, shop):
    team_drag(row_on(teams, "shop", "features"), card("tills"), modifiers=CTRL)
    assert raci(shop, "features") == {"shop": "AR", "tills": "R"}


def test_a_bare_r_moves_as_an_r(team_drag, teams, shop):
    teams.state.fold(("web-sre", "application"))
    teams.board.fit()
    team_drag(row_on(teams, "web-sre", "code"), card("desk"))
    assert raci(shop, "code") == {"shop": "A", "desk": "R"}


def test_a_row_that_nobody_has_is_dragged_to_a_card_and_back_to_nobody(team_drag, teams, shop):
    team_drag(TraySpot("nobody", "scaling"), card("web-sre"))
    assert raci(shop, "scaling")["web-sre"] == "A"
    assert teams.state.lists.places["nobody"] == []
    team_drag(row_on(teams, "web-sre", "scaling"), TraySpot("nobody"))
    assert "web-sre" not in raci(shop, "scaling")
    assert teams.state.lists.places["nobody"] == [3]


def test_a_row_that_two_answer_for_is_settled_by_a_drop_on_one_of_them(team_drag, teams, shop):
    team_drag(TraySpot("several", "runbooks"), card("web-sre"))
    assert raci(shop, "runbooks") == {"web-sre": "A"}
    assert shop.undo()
    team_drag(TraySpot("several", "runbooks"), card("web-sre"), modifiers=CTRL)
    assert raci(shop, "runbooks") == {"shop": "R", "web-sre": "A"}


def test_while_it_is_dragged_the_target_says_what_a_drop_would_do(team_drag, teams, shop):
    team_drag(row_on(teams, "shop", "code"), card("tills"), drops=False)
    carried = teams.board.scene().carried
    assert (carried.target, carried.letters, carried.home) == ("tills", "A", "shop")
    shown = teams.state.layout.place_of["tills"].with_slot(carried.slot)
    assert [line.kind for line in shown.lines] == ["slot"]
    assert teams.chip.isVisible()
    assert teams.hand.title == "Code"
    assert teams.hand.said == "answers (A); with Ctrl, shares (R)"
    assert raci(shop, "code")["shop"] == "A", "nothing is changed before the drop"


def test_esc_puts_back_what_is_dragged(team_drag, keys, teams, shop):
    before = shop.document
    team_drag(row_on(teams, "shop", "code"), card("tills"), drops=False)
    keys(K.Key_Escape)
    assert teams.hand.is_empty
    assert not teams.chip.isVisible()
    assert shop.document is before


@pytest.mark.parametrize(("team", "why"), [("old", "archived"), ("gone", "no team")])
def test_a_refused_drop_says_why_and_changes_nothing(team_drag, teams, shop, team, why):
    before, refused = shop.document, QSignalSpy(shop.refused)
    teams.board.reveal(teams.state.spot_box(card(team)))
    team_drag(row_on(teams, "shop", "code"), card(team))
    assert why in refused.at(0)[0]
    assert shop.document is before


def test_an_sre_card_dropped_on_an_application_team_is_embedded_there(team_drag, teams, shop):
    team_drag(card("web-sre"), card("tills"))
    assert shop.organization.team_by_id["web-sre"].supports == ("tills",)
    assert shop.undo()
    team_drag(card("web-sre"), card("tills"), modifiers=CTRL)
    assert shop.organization.team_by_id["web-sre"].supports == ("shop", "tills")


def test_other_cards_are_not_embedded_and_the_sentence_says_what_to_do(team_drag, teams, shop):
    refused = QSignalSpy(shop.refused)
    team_drag(card("tills"), card("shop"))
    assert "Group by parent" in refused.at(0)[0]


def test_by_parent_a_card_dropped_on_a_bracket_or_a_card_reports_there(team_drag, teams, shop):
    teams.tools.grouping.picked.emit("parent")
    bracket = next(
        each for each in teams.state.layout.brackets if teams.state.layout.groups[each.group].parent == "infra"
    )
    box = teams.board.in_viewport(bracket.rect)
    team_drag(card("tills"), teams.board.viewport().mapToGlobal(box.center()))
    assert shop.organization.team_by_id["tills"].parent == "infra"
    team_drag(card("shop"), card("desk"))
    assert shop.organization.team_by_id["shop"].parent == "desk"
    refused = QSignalSpy(shop.refused)
    team_drag(card("infra"), card("desk"))
    assert "above itself" in refused.at(0)[0]


def test_space_takes_a_row_arrows_choose_and_enter_drops(keys, teams, shop):
    take(teams, row_on(teams, "shop", "code"))
    keys(K.Key_Space, K.Key_Right, K.Key_Right)
    assert teams.hand.target == Target("team", "tills")
    assert "answers (A)" in teams.board.accessibleDescription()
    keys(K.Key_Return)
    assert raci(shop, "code") == {"tills": "A", "web-sre": "R"}


def test_ctrl_enter_shares_and_esc_puts_back(keys, teams, shop):
    take(teams, row_on(teams, "shop", "features"))
    keys(K.Key_Return, K.Key_Right, K.Key_Escape)
    assert raci(shop, "features") == {"shop": "AR"}
    keys(K.Key_Return, K.Key_Right)
    keys(K.Key_Return, modifier=CTRL)
    assert raci(shop, "features") == {"shop": "AR", "web-sre": "R"}


def test_left_of_all_cards_is_nobody(keys, teams, shop):
    take(teams, row_on(teams, "shop", "code"))
    keys(K.Key_Space, K.Key_Left)
    assert teams.hand.target == ON_NOBODY
    keys(K.Key_Return)
    assert raci(shop, "code") == {"web-sre": "R"}


def test_a_row_of_the_tray_is_taken_by_keyboard_and_given_to_a_team(keys, teams, shop):
    keys(K.Key_Left, K.Key_Left)
    assert teams.tray.spot == TraySpot("nobody", "scaling")
    keys(K.Key_Space, K.Key_Right, K.Key_Right, K.Key_Return)
    assert raci(shop, "scaling")["web-sre"] == "A"


def test_a_card_is_taken_by_space_and_embedded_by_enter(keys, teams, shop):
    take(teams, card("web-sre"))
    keys(K.Key_Space, K.Key_Right)
    assert teams.hand.target == Target("team", "tills")
    keys(K.Key_Return)
    assert shop.organization.team_by_id["web-sre"].supports == ("tills",)


def test_a_row_dropped_on_a_card_is_seen_where_it_landed(team_drag, teams, shop):
    teams.state.fold(("web-sre", "application"))
    teams.resize(1396, 420)
    team_drag(row_on(teams, "shop", "features"), card("web-sre"))
    landed = row_on(teams, "web-sre", "features")
    assert landed in [spot for spot, _, _ in teams.board.spots_of("web-sre")]
    assert teams.board.viewport().rect().contains(teams.board.rect_of(landed))


def test_in_the_window_the_status_bar_says_what_is_in_hand(qtbot, window, sample, tmp_path):
    window.files.open(Path(copyfile(sample, tmp_path / "ruby.yaml")))
    window.actions_by_id["lens-teams"].trigger()
    teams = window.workspace.lens
    assert teams.board.hasFocus()
    teams.board.go(Spot("web-sre", "row", "environment", "database"))
    qtbot.keyClick(teams.board, K.Key_Space)
    qtbot.keyClick(teams.board, K.Key_Left)
    assert window.statusBar().currentMessage().startswith("Database to Ruby Web Application Team: answers (A)")
    qtbot.keyClick(teams.board, K.Key_Escape)
    assert window.statusBar().currentMessage() == ""
