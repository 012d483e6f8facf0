"""What is typed, asked for and removed on the board of teams, in place and in its menus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from tests.ui.boards import card, raci, row_on, take
from ui.teams.spots import TraySpot

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_f2_renames_a_team_where_its_name_stands(qtbot, keys, teams, shop):
    opened = QSignalSpy(teams.opened)
    take(teams, card("tills"))
    keys(K.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Shop Floor")
    keys(K.Key_Return)
    assert shop.organization.team_by_id["tills"].name == "Shop Floor"
    assert opened.count() == 0, "the key that ends the typing does nothing else"
    assert teams.board.hasFocus()


def test_f2_renames_the_row_where_a_row_is_in_hand_even_one_that_is_folded_away(qtbot, keys, teams, shop):
    teams.state.fold(("shop", "application"))
    teams.board.fit()
    shop.select("responsibility:code", team="shop")
    keys(K.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Source")
    keys(K.Key_Return)
    assert shop.organization.row_by_id["code"].name == "Source"
    assert shop.organization.team_by_id["shop"].name == "Shop Team"
    assert row_on(teams, "shop", "code") in [spot for spot, _, _ in teams.board.spots_of("shop")]


def test_no_key_edits_a_team_while_something_else_is_selected(keys, teams, shop):
    before = shop.document
    take(teams, card("tills"))
    shop.select("responsibility:scaling")
    keys(K.Key_F2, K.Key_H, K.Key_Delete)
    assert teams.board.hasFocus()
    assert shop.document is before
    keys(K.Key_Down)
    assert shop.selection == ("team:tills",)
    keys(K.Key_F2)
    assert not teams.board.hasFocus()


@pytest.mark.parametrize(("typed", "count"), [("14", 14), ("", None)])
def test_the_number_of_people_is_typed_where_it_stands(qtbot, keys, teams, typed, count):
    shop = teams._session
    take(teams, card("tills"))
    keys(K.Key_H, K.Key_Delete)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    keys(K.Key_Return)
    assert shop.organization.team_by_id["tills"].headcount == count


def test_what_is_no_number_of_people_is_refused(qtbot, keys, teams, shop):
    refused = QSignalSpy(shop.refused)
    qtbot.mouseClick(teams.board.viewport(), Qt.MouseButton.LeftButton, pos=teams.board.people_rect("tills").center())
    qtbot.keyClicks(QApplication.focusWidget(), "many")
    keys(K.Key_Return)
    assert "whole number" in refused.at(0)[0]


def test_a_new_team_is_named_where_its_card_will_be(qtbot, keys, teams, shop):
    keys(K.Key_T, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Data Team")
    keys(K.Key_Return)
    assert shop.selection == ("team:data-team",)
    assert "data-team" in teams.state.layout.place_of


def test_del_removes_a_team_or_clears_a_row_and_undo_brings_both_back(keys, teams, shop):
    before = shop.document
    take(teams, row_on(teams, "shop", "code"))
    keys(K.Key_Delete)
    assert raci(shop, "code") == {"web-sre": "R"}
    take(teams, card("tills"))
    keys(K.Key_Delete)
    assert "tills" not in teams.state.cards
    shop.undo()
    shop.undo()
    assert shop.document is before


def test_m_asks_what_if_about_the_team(keys, teams, shop):
    asked = QSignalSpy(shop.inquiry_wanted)
    take(teams, card("infra"))
    keys(K.Key_M)
    assert asked.at(0) == ["what-if"]
    assert shop.selection == ("team:infra",)


def test_the_menus_offer_what_the_keys_do(teams, shop):
    take(teams, card("web-sre"))
    texts = [action.text().partition("\t")[0] for action in teams.menus.menu().actions()]
    assert {"Rename…", "People…", "Kind", "Reports to", "Embedded in", "Remove team"} <= set(texts)
    take(teams, row_on(teams, "shop", "code"))
    menu = teams.menus.menu()
    moving = next(action for action in menu.actions() if action.text() == "Answered for by").menu()
    moving.aboutToShow.emit()
    next(action for action in moving.actions() if action.text() == "Tills Team").trigger()
    assert raci(shop, "code") == {"tills": "A", "web-sre": "R"}


def test_the_menu_of_a_row_in_the_tray_gives_it_to_a_team_or_says_that_it_is_agreed(teams, shop):
    teams.tray.go(TraySpot("nobody", "scaling"))
    entries = {action.text().partition("\t")[0]: action for action in teams.menus.tray_menu().actions()}
    entries["Agreed"].trigger()
    assert shop.organization.row_by_id["scaling"].state == "agreed"
    owners = entries["Answered for by"].menu()
    owners.aboutToShow.emit()
    next(action for action in owners.actions() if action.text() == "Web SRE").trigger()
    assert raci(shop, "scaling")["web-sre"] == "A"


def test_ctrl_shift_d_makes_another_team_like_it(keys, teams, shop):
    take(teams, card("tills"))
    keys(K.Key_D, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    named = [team for team in shop.organization.teams if team.name.startswith("Tills Team (copy")]
    assert len(named) == 1
    assert shop.selection == (named[0].subject,)


def test_a_click_on_the_glyph_offers_the_kinds(qtbot, teams, shop, monkeypatch):
    asked = []
    monkeypatch.setattr(teams.menus, "ask_kind", asked.append)  # a menu that pops up grabs the keyboard
    point = teams.board.glyph_rect("tills").center()
    qtbot.mouseClick(teams.board.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert len(asked) == 1
    kinds = teams.menus.kind_menu(teams.edits.team()).actions()
    next(action for action in kinds if action.text() == "Frontline Support").trigger()
    assert shop.organization.team_by_id["tills"].kind == "frontline"
