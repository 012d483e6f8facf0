"""The Teams lens: what is selected, found, seen close by and said, by real events."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from orgmodel.commands import AssignTeam
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Organization
from tests.ui.boards import card, point_of, row_on, take
from tests.ui.found import TODAY, found
from ui.session import Session
from ui.teams.lens import TeamsLens
from ui.teams.spots import NEW_TEAM, Spot, TraySpot
from ui.theme import LIGHT

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_a_click_selects_a_team_everywhere_and_a_row_with_its_team(qtbot, teams, shop):
    for spot, selected in (
        (card("tills"), ("team:tills", None)),
        (row_on(teams, "shop", "code"), ("responsibility:code", "shop")),
    ):
        where = teams.board.viewport().mapFromGlobal(point_of(teams, spot))
        qtbot.mouseClick(teams.board.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert (shop.selection[0], shop.team) == selected


def test_arrows_walk_over_the_lines_of_a_card_and_on_to_the_card_beside(keys, teams, shop):
    keys(K.Key_Down)
    assert shop.selection == ("team:shop",)
    keys(K.Key_Down)
    assert teams.board.spot == Spot("shop", "layer", "application")
    keys(K.Key_Down)
    assert (shop.selection, shop.team) == (("responsibility:code",), "shop")
    keys(K.Key_Right)
    assert teams.board.spot.team == "web-sre"
    keys(K.Key_Home)
    assert shop.selection == ("team:web-sre",)
    keys(K.Key_Left, K.Key_Left)
    assert teams.tray.hasFocus()
    keys(K.Key_Right)
    assert teams.board.hasFocus()


def test_enter_folds_a_layer_and_the_letters_of_its_rows_stay(keys, teams):
    take(teams, Spot("shop", "layer", "application"))
    height = teams.state.layout.place_of["shop"].rect.height
    keys(K.Key_Return)
    assert teams.state.layout.place_of["shop"].rect.height < height
    assert [line.kind for line in teams.state.layout.place_of["shop"].lines] == ["folded"]
    keys(K.Key_Return)
    assert teams.state.layout.place_of["shop"].rect.height == height


def test_what_is_selected_elsewhere_is_what_the_keys_are_on(teams, shop, keys):
    shop.select("team:infra")
    assert teams.board.spot == card("infra")
    shop.select("responsibility:database", team="web-sre")
    assert teams.board.spot == row_on(teams, "web-sre", "database")


def test_the_field_dims_what_does_not_match_and_hides_it_only_when_told(qtbot, teams):
    teams.find()
    qtbot.keyClicks(QApplication.focusWidget(), "network")
    cards = teams.state.cards
    scene = teams.board.scene()
    assert not scene.is_dimmed(cards["infra"])
    assert scene.is_dimmed(cards["shop"])
    assert teams.tools.shown.text() == "1 of 7 teams match"
    teams.tools.only.click()
    assert [place.team for place in teams.state.layout.cards] == ["infra"]
    assert teams.tools.shown.text() == "1 of 7 teams shown"
    teams.show_subject("team:shop")
    assert "shop" in teams.state.layout.place_of


def test_enter_in_the_field_goes_to_the_first_match(qtbot, keys, teams, shop):
    teams.find()
    qtbot.keyClicks(QApplication.focusWidget(), "database")
    keys(K.Key_Return)
    assert (shop.selection, shop.team) == (("responsibility:database",), "web-sre")
    assert teams.board.hasFocus()


def test_f3_goes_from_match_to_match_and_round(qtbot, keys, teams, shop):
    teams.find()
    qtbot.keyClicks(QApplication.focusWidget(), "run")
    keys(K.Key_Return)
    assert (shop.selection, shop.team) == (("responsibility:runbooks",), "shop")
    keys(K.Key_F3)
    assert (shop.selection, shop.team) == (("responsibility:runbooks",), "web-sre")
    keys(K.Key_F3)
    assert shop.team == "shop"
    keys(K.Key_F3, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert shop.team == "web-sre"


def test_ctrl_and_the_wheel_zoom_at_the_cursor(teams):
    point = teams.board.viewport().mapFromGlobal(point_of(teams, card("tills")))
    before = teams.board.on_board(point)
    ahead = teams.state.layout.place_of["tills"].rect
    turn = QWheelEvent(
        QPointF(point), QPointF(point), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(teams.board.viewport(), turn)
    assert teams.board.zoom > 1
    now = teams.state.layout.place_of["tills"].rect
    if teams.board.verticalScrollBar().value() not in (0, teams.board.verticalScrollBar().maximum()):
        assert abs((teams.board.on_board(point).y() - now.y) - (before.y() - ahead.y)) < 2
    teams.zoom(0)
    assert teams.board.zoom == 1


def test_the_evidence_of_a_finding_stands_out_and_is_brought_into_view(teams, shop):
    finding = found("OVR001", "responsibility:runbooks")
    shop.show_findings(Report((finding,), (), (), (), TODAY))
    teams.state.fold(("shop", "application"))
    shop.show_finding(finding)
    assert teams.reveal(finding.subjects)
    scene = teams.board.scene()
    assert scene.is_evidence(teams.state.cards["shop"], shop.organization.row_by_id["runbooks"])
    assert any(line.kind == "row" for line in teams.state.layout.place_of["shop"].lines)


def test_an_edit_made_elsewhere_is_shown_and_puts_back_what_is_in_hand(team_drag, teams, shop):
    team_drag(row_on(teams, "shop", "code"), card("tills"), drops=False)
    shop.execute(AssignTeam("network", "desk", "R"))
    assert teams.hand.is_empty
    assert teams.state.cards["desk"].does == 1


def test_with_no_team_the_board_says_what_to_do(qtbot, appearance):
    teams = TeamsLens(Session(Document(Organization("Empty"))), LIGHT)
    qtbot.addWidget(teams)
    teams.resize(1000, 600)
    teams.show()
    assert teams.empty.said.title.text() == "No teams yet."
    teams.empty.said.action.click()
    qtbot.keyClicks(teams.edits.field, "First Team")
    qtbot.keyClick(teams.edits.field, K.Key_Return)
    assert [place.card.team.name for place in teams.state.layout.cards] == ["First Team"]
    assert not teams.empty.said.isVisible()
    assert NEW_TEAM.subjects == ()


def test_what_is_edited_while_another_lens_is_shown_is_there_when_this_one_is_again(teams, shop):
    teams.hide()
    shop.execute(AssignTeam("network", "desk", "R"))
    assert teams.state.cards["desk"].does == 0, "nobody looks yet"
    assert dict(teams.table().rows)["team:desk"][7] == "1"
    shop.execute(AssignTeam("database", "desk", "R"))
    teams.show()
    assert teams.state.cards["desk"].does == 2


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
@pytest.mark.parametrize(
    ("spot", "said"),
    [
        (card("shop"), "Builds &lt;b&gt;the shop&lt;/b&gt;."),
        (Spot("shop", "row", None, "code"), "Shop Team answers for it"),
        (TraySpot("nobody", "scaling"), "Scaling"),
    ],
)
def test_a_tip_says_in_whole_words_what_is_under_the_pointer(teams, spot, said):
    view = teams.tray if isinstance(spot, TraySpot) else teams.board
    where = point_of(teams, spot)
    at = view.viewport().mapFromGlobal(where)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    assert said in QToolTip.text()
    QToolTip.hideText()
