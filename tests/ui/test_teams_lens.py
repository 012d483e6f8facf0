"""The Teams lens under real keys and clicks, on a real session."""

from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QToolTip

from orgmodel.commands import AssignTeam
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Organization, Site
from orgmodel.model.value import changed
from tests.ui.boards import SHOP, card, point_of, row_on, widget_of
from tests.ui.found import TODAY, found
from ui.session import Session
from ui.teams import card_top
from ui.teams.in_hand import ON_NOBODY, Target
from ui.teams.lens import TeamsLens
from ui.teams.spots import NEW_TEAM, Spot, TraySpot
from ui.texts import width_of, write
from ui.theme import DARK, LIGHT

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def shop(qapp, appearance):
    return Session(Document(SHOP))


@pytest.fixture
def lens(qtbot, shop):
    made = TeamsLens(shop, LIGHT)
    qtbot.addWidget(made)
    made.resize(1396, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.board.setFocus()
    return made


@pytest.fixture
def keys(qtbot, lens):
    """Press keys wherever the focus is."""

    def press(*pressed, modifier=NONE):
        for key in pressed:
            qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return press


@pytest.fixture
def drag(lens):
    """Press at one place, move to others, and let go at the last unless told otherwise."""

    def mouse(widget, kind, where, modifiers):
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        changed = none if kind == QEvent.Type.MouseMove else left
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        at = QPointF(widget.mapFromGlobal(where))
        QApplication.sendEvent(widget, QMouseEvent(kind, at, QPointF(where), changed, held, modifiers))

    def go(start, *to, modifiers=NONE, drops=True):
        widget, first = widget_of(lens, start), point_of(lens, start)
        mouse(widget, QEvent.Type.MouseButtonPress, first, NONE)
        for place in to:
            where = place if isinstance(place, QPoint) else point_of(lens, place)
            mouse(widget, QEvent.Type.MouseMove, (first + where) / 2, modifiers)
            mouse(widget, QEvent.Type.MouseMove, where, modifiers)
        if drops:
            mouse(widget, QEvent.Type.MouseButtonRelease, where, modifiers)

    return go


def raci(session, row):
    return dict(session.organization.row_by_id[row].raci.items())


def take(lens, spot):
    lens.board.go(spot)


# Selecting


def test_a_click_selects_a_team_everywhere_and_a_row_with_its_team(qtbot, lens, shop):
    for spot, selected in (
        (card("tills"), ("team:tills", None)),
        (row_on(lens, "shop", "code"), ("responsibility:code", "shop")),
    ):
        where = lens.board.viewport().mapFromGlobal(point_of(lens, spot))
        qtbot.mouseClick(lens.board.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert (shop.selection[0], shop.team) == selected


def test_arrows_walk_over_the_lines_of_a_card_and_on_to_the_card_beside(keys, lens, shop):
    keys(K.Key_Down)
    assert shop.selection == ("team:shop",)
    keys(K.Key_Down)
    assert lens.board.spot == Spot("shop", "layer", "application")
    keys(K.Key_Down)
    assert (shop.selection, shop.team) == (("responsibility:code",), "shop")
    keys(K.Key_Right)
    assert lens.board.spot.team == "web-sre"
    keys(K.Key_Home)
    assert shop.selection == ("team:web-sre",)
    keys(K.Key_Left, K.Key_Left)
    assert lens.tray.hasFocus()
    keys(K.Key_Right)
    assert lens.board.hasFocus()


def test_enter_folds_a_layer_and_the_letters_of_its_rows_stay(keys, lens):
    take(lens, Spot("shop", "layer", "application"))
    height = lens.state.layout.place_of["shop"].rect.height
    keys(K.Key_Return)
    assert lens.state.layout.place_of["shop"].rect.height < height
    assert [line.kind for line in lens.state.layout.place_of["shop"].lines] == ["folded"]
    keys(K.Key_Return)
    assert lens.state.layout.place_of["shop"].rect.height == height


def test_what_is_selected_elsewhere_is_what_the_keys_are_on(lens, shop, keys):
    shop.select("team:infra")
    assert lens.board.spot == card("infra")
    shop.select("responsibility:database", team="web-sre")
    assert lens.board.spot == row_on(lens, "web-sre", "database")


# Dragging


def test_a_row_dragged_to_another_card_moves_its_a_as_one_step(drag, lens, shop):
    before = shop.document
    drag(row_on(lens, "shop", "code"), card("tills"))
    assert raci(shop, "code") == {"tills": "A", "web-sre": "R"}
    assert (shop.selection, shop.team) == (("responsibility:code",), "tills")
    assert shop.undo()
    assert shop.document is before


def test_with_ctrl_the_target_shares_and_the_first_keeps_its_a(drag, lens, shop):
    drag(row_on(lens, "shop", "features"), card("tills"), modifiers=CTRL)
    assert raci(shop, "features") == {"shop": "AR", "tills": "R"}


def test_a_bare_r_moves_as_an_r(drag, lens, shop):
    lens.state.fold(("web-sre", "application"))
    lens.board.fit()
    drag(row_on(lens, "web-sre", "code"), card("desk"))
    assert raci(shop, "code") == {"shop": "A", "desk": "R"}


def test_a_row_that_nobody_has_is_dragged_to_a_card_and_back_to_nobody(drag, lens, shop):
    drag(TraySpot("nobody", "scaling"), card("web-sre"))
    assert raci(shop, "scaling")["web-sre"] == "A"
    assert lens.state.lists.places["nobody"] == []
    drag(row_on(lens, "web-sre", "scaling"), TraySpot("nobody"))
    assert "web-sre" not in raci(shop, "scaling")
    assert lens.state.lists.places["nobody"] == [3]


def test_a_row_that_two_answer_for_is_settled_by_a_drop_on_one_of_them(drag, lens, shop):
    drag(TraySpot("several", "runbooks"), card("web-sre"))
    assert raci(shop, "runbooks") == {"web-sre": "A"}
    assert shop.undo()
    drag(TraySpot("several", "runbooks"), card("web-sre"), modifiers=CTRL)
    assert raci(shop, "runbooks") == {"shop": "R", "web-sre": "A"}


def test_while_it_is_dragged_the_target_says_what_a_drop_would_do(drag, lens, shop):
    drag(row_on(lens, "shop", "code"), card("tills"), drops=False)
    carried = lens.board.scene().carried
    assert (carried.target, carried.letters, carried.home) == ("tills", "A", "shop")
    shown = lens.state.layout.place_of["tills"].with_slot(carried.slot)
    assert [line.kind for line in shown.lines] == ["slot"]
    assert lens.chip.isVisible()
    assert lens.hand.title == "Code"
    assert lens.hand.said == "answers (A); with Ctrl, shares (R)"
    assert raci(shop, "code")["shop"] == "A", "nothing is changed before the drop"


def test_esc_puts_back_what_is_dragged(drag, keys, lens, shop):
    before = shop.document
    drag(row_on(lens, "shop", "code"), card("tills"), drops=False)
    keys(K.Key_Escape)
    assert lens.hand.is_empty
    assert not lens.chip.isVisible()
    assert shop.document is before


@pytest.mark.parametrize(("team", "why"), [("old", "archived"), ("gone", "no team")])
def test_a_refused_drop_says_why_and_changes_nothing(drag, lens, shop, team, why):
    before, refused = shop.document, QSignalSpy(shop.refused)
    lens.board.reveal(lens.state.spot_box(card(team)))
    drag(row_on(lens, "shop", "code"), card(team))
    assert why in refused.at(0)[0]
    assert shop.document is before


def test_an_sre_card_dropped_on_an_application_team_is_embedded_there(drag, lens, shop):
    drag(card("web-sre"), card("tills"))
    assert shop.organization.team_by_id["web-sre"].supports == ("tills",)
    assert shop.undo()
    drag(card("web-sre"), card("tills"), modifiers=CTRL)
    assert shop.organization.team_by_id["web-sre"].supports == ("shop", "tills")


def test_other_cards_are_not_embedded_and_the_sentence_says_what_to_do(drag, lens, shop):
    refused = QSignalSpy(shop.refused)
    drag(card("tills"), card("shop"))
    assert "Group by parent" in refused.at(0)[0]


def test_by_parent_a_card_dropped_on_a_bracket_or_a_card_reports_there(drag, lens, shop):
    lens.tools.grouping.picked.emit("parent")
    bracket = next(
        each for each in lens.state.layout.brackets if lens.state.layout.groups[each.group].parent == "infra"
    )
    box = lens.board.in_viewport(bracket.rect)
    drag(card("tills"), lens.board.viewport().mapToGlobal(box.center()))
    assert shop.organization.team_by_id["tills"].parent == "infra"
    drag(card("shop"), card("desk"))
    assert shop.organization.team_by_id["shop"].parent == "desk"
    refused = QSignalSpy(shop.refused)
    drag(card("infra"), card("desk"))
    assert "above itself" in refused.at(0)[0]


# The same by keyboard


def test_space_takes_a_row_arrows_choose_and_enter_drops(keys, lens, shop):
    take(lens, row_on(lens, "shop", "code"))
    keys(K.Key_Space, K.Key_Right, K.Key_Right)
    assert lens.hand.target == Target("team", "tills")
    assert "answers (A)" in lens.board.accessibleDescription()
    keys(K.Key_Return)
    assert raci(shop, "code") == {"tills": "A", "web-sre": "R"}


def test_ctrl_enter_shares_and_esc_puts_back(keys, lens, shop):
    take(lens, row_on(lens, "shop", "features"))
    keys(K.Key_Return, K.Key_Right, K.Key_Escape)
    assert raci(shop, "features") == {"shop": "AR"}
    keys(K.Key_Return, K.Key_Right)
    keys(K.Key_Return, modifier=CTRL)
    assert raci(shop, "features") == {"shop": "AR", "web-sre": "R"}


def test_left_of_all_cards_is_nobody(keys, lens, shop):
    take(lens, row_on(lens, "shop", "code"))
    keys(K.Key_Space, K.Key_Left)
    assert lens.hand.target == ON_NOBODY
    keys(K.Key_Return)
    assert raci(shop, "code") == {"web-sre": "R"}


def test_a_row_of_the_tray_is_taken_by_keyboard_and_given_to_a_team(keys, lens, shop):
    keys(K.Key_Left, K.Key_Left)
    assert lens.tray.spot == TraySpot("nobody", "scaling")
    keys(K.Key_Space, K.Key_Right, K.Key_Right, K.Key_Return)
    assert raci(shop, "scaling")["web-sre"] == "A"


def test_a_card_is_taken_by_space_and_embedded_by_enter(keys, lens, shop):
    take(lens, card("web-sre"))
    keys(K.Key_Space, K.Key_Right)
    assert lens.hand.target == Target("team", "tills")
    keys(K.Key_Return)
    assert shop.organization.team_by_id["web-sre"].supports == ("tills",)


# Edits in place


def test_f2_renames_a_team_where_its_name_stands(qtbot, keys, lens, shop):
    opened = QSignalSpy(lens.opened)
    take(lens, card("tills"))
    keys(K.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Shop Floor")
    keys(K.Key_Return)
    assert shop.organization.team_by_id["tills"].name == "Shop Floor"
    assert opened.count() == 0, "the key that ends the typing does nothing else"
    assert lens.board.hasFocus()


def test_f2_renames_the_row_where_a_row_is_in_hand_even_one_that_is_folded_away(qtbot, keys, lens, shop):
    lens.state.fold(("shop", "application"))
    lens.board.fit()
    shop.select("responsibility:code", team="shop")
    keys(K.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Source")
    keys(K.Key_Return)
    assert shop.organization.row_by_id["code"].name == "Source"
    assert shop.organization.team_by_id["shop"].name == "Shop Team"
    assert row_on(lens, "shop", "code") in [spot for spot, _, _ in lens.board._spots_of("shop")]


def test_no_key_edits_a_team_while_something_else_is_selected(keys, lens, shop):
    before = shop.document
    take(lens, card("tills"))
    shop.select("responsibility:scaling")
    keys(K.Key_F2, K.Key_H, K.Key_Delete)
    assert lens.board.hasFocus()
    assert shop.document is before
    keys(K.Key_Down)
    assert shop.selection == ("team:tills",)
    keys(K.Key_F2)
    assert not lens.board.hasFocus()


def test_a_row_dropped_on_a_card_is_seen_where_it_landed(drag, lens, shop):
    lens.state.fold(("web-sre", "application"))
    lens.resize(1396, 420)
    drag(row_on(lens, "shop", "features"), card("web-sre"))
    landed = row_on(lens, "web-sre", "features")
    assert landed in [spot for spot, _, _ in lens.board._spots_of("web-sre")]
    assert lens.board.viewport().rect().contains(lens.board.rect_of(landed))


@pytest.mark.parametrize(("typed", "count"), [("14", 14), ("", None)])
def test_the_number_of_people_is_typed_where_it_stands(qtbot, keys, lens, typed, count):
    shop = lens._session
    take(lens, card("tills"))
    keys(K.Key_H, K.Key_Delete)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    keys(K.Key_Return)
    assert shop.organization.team_by_id["tills"].headcount == count


def test_what_is_no_number_of_people_is_refused(qtbot, keys, lens, shop):
    refused = QSignalSpy(shop.refused)
    qtbot.mouseClick(lens.board.viewport(), Qt.MouseButton.LeftButton, pos=lens.board.people_rect("tills").center())
    qtbot.keyClicks(QApplication.focusWidget(), "many")
    keys(K.Key_Return)
    assert "whole number" in refused.at(0)[0]


def test_a_new_team_is_named_where_its_card_will_be(qtbot, keys, lens, shop):
    keys(K.Key_T, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Data Team")
    keys(K.Key_Return)
    assert shop.selection == ("team:data-team",)
    assert "data-team" in lens.state.layout.place_of


def test_del_removes_a_team_or_clears_a_row_and_undo_brings_both_back(keys, lens, shop):
    before = shop.document
    take(lens, row_on(lens, "shop", "code"))
    keys(K.Key_Delete)
    assert raci(shop, "code") == {"web-sre": "R"}
    take(lens, card("tills"))
    keys(K.Key_Delete)
    assert "tills" not in lens.state.cards
    shop.undo()
    shop.undo()
    assert shop.document is before


def test_m_asks_what_if_about_the_team(keys, lens, shop):
    asked = QSignalSpy(shop.inquiry_wanted)
    take(lens, card("infra"))
    keys(K.Key_M)
    assert asked.at(0) == ["what-if"]
    assert shop.selection == ("team:infra",)


def test_the_menus_offer_what_the_keys_do(lens, shop):
    take(lens, card("web-sre"))
    texts = [action.text().partition("\t")[0] for action in lens.menus.menu().actions()]
    assert {"Rename…", "People…", "Kind", "Reports to", "Embedded in", "Remove team"} <= set(texts)
    take(lens, row_on(lens, "shop", "code"))
    menu = lens.menus.menu()
    moving = next(action for action in menu.actions() if action.text() == "Answered for by").menu()
    moving.aboutToShow.emit()
    next(action for action in moving.actions() if action.text() == "Tills Team").trigger()
    assert raci(shop, "code") == {"tills": "A", "web-sre": "R"}


def test_the_menu_of_a_row_in_the_tray_gives_it_to_a_team_or_says_that_it_is_agreed(lens, shop):
    lens.tray.go(TraySpot("nobody", "scaling"))
    entries = {action.text().partition("\t")[0]: action for action in lens.menus.tray_menu().actions()}
    entries["Agreed"].trigger()
    assert shop.organization.row_by_id["scaling"].state == "agreed"
    teams = entries["Answered for by"].menu()
    teams.aboutToShow.emit()
    next(action for action in teams.actions() if action.text() == "Web SRE").trigger()
    assert raci(shop, "scaling")["web-sre"] == "A"


# Finding, zoom, findings, empty


def test_the_field_dims_what_does_not_match_and_hides_it_only_when_told(qtbot, lens):
    lens.find()
    qtbot.keyClicks(QApplication.focusWidget(), "network")
    cards = lens.state.cards
    scene = lens.board.scene()
    assert not scene.is_dimmed(cards["infra"])
    assert scene.is_dimmed(cards["shop"])
    assert lens.tools.shown.text() == "1 of 7 teams match"
    lens.tools.only.click()
    assert [place.team for place in lens.state.layout.cards] == ["infra"]
    assert lens.tools.shown.text() == "1 of 7 teams shown"
    lens.show_subject("team:shop")
    assert "shop" in lens.state.layout.place_of


def test_enter_in_the_field_goes_to_the_first_match(qtbot, keys, lens, shop):
    lens.find()
    qtbot.keyClicks(QApplication.focusWidget(), "database")
    keys(K.Key_Return)
    assert (shop.selection, shop.team) == (("responsibility:database",), "web-sre")
    assert lens.board.hasFocus()


def test_f3_goes_from_match_to_match_and_round(qtbot, keys, lens, shop):
    lens.find()
    qtbot.keyClicks(QApplication.focusWidget(), "run")
    keys(K.Key_Return)
    assert (shop.selection, shop.team) == (("responsibility:runbooks",), "shop")
    keys(K.Key_F3)
    assert (shop.selection, shop.team) == (("responsibility:runbooks",), "web-sre")
    keys(K.Key_F3)
    assert shop.team == "shop"
    keys(K.Key_F3, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert shop.team == "web-sre"


def test_ctrl_and_the_wheel_zoom_at_the_cursor(lens):
    point = lens.board.viewport().mapFromGlobal(point_of(lens, card("tills")))
    before = lens.board.on_board(point)
    ahead = lens.state.layout.place_of["tills"].rect
    turn = QWheelEvent(
        QPointF(point), QPointF(point), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(lens.board.viewport(), turn)
    assert lens.board.zoom > 1
    now = lens.state.layout.place_of["tills"].rect
    if lens.board.verticalScrollBar().value() not in (0, lens.board.verticalScrollBar().maximum()):
        assert abs((lens.board.on_board(point).y() - now.y) - (before.y() - ahead.y)) < 2
    lens.zoom(0)
    assert lens.board.zoom == 1


def test_the_evidence_of_a_finding_stands_out_and_is_brought_into_view(lens, shop):
    finding = found("OVR001", "responsibility:runbooks")
    shop.show_findings(Report((finding,), (), (), (), TODAY))
    lens.state.fold(("shop", "application"))
    shop.show_finding(finding)
    assert lens.reveal(finding.subjects)
    scene = lens.board.scene()
    assert scene.is_evidence(lens.state.cards["shop"], shop.organization.row_by_id["runbooks"])
    assert any(line.kind == "row" for line in lens.state.layout.place_of["shop"].lines)


def test_an_edit_made_elsewhere_is_shown_and_puts_back_what_is_in_hand(drag, lens, shop):
    drag(row_on(lens, "shop", "code"), card("tills"), drops=False)
    shop.execute(AssignTeam("network", "desk", "R"))
    assert lens.hand.is_empty
    assert lens.state.cards["desk"].does == 1


def test_with_no_team_the_board_says_what_to_do(qtbot, appearance):
    lens = TeamsLens(Session(Document(Organization("Empty"))), LIGHT)
    qtbot.addWidget(lens)
    lens.resize(1000, 600)
    lens.show()
    assert lens._empty.title.text() == "No teams yet."
    lens._empty.action.click()
    qtbot.keyClicks(lens.edits.field, "First Team")
    qtbot.keyClick(lens.edits.field, K.Key_Return)
    assert [place.card.team.name for place in lens.state.layout.cards] == ["First Team"]
    assert not lens._empty.isVisible()
    assert NEW_TEAM.subjects == ()


def test_what_is_edited_while_another_lens_is_shown_is_there_when_this_one_is_again(lens, shop):
    lens.hide()
    shop.execute(AssignTeam("network", "desk", "R"))
    assert lens.state.cards["desk"].does == 0, "nobody looks yet"
    assert dict(lens.table().rows)["team:desk"][7] == "1"
    shop.execute(AssignTeam("database", "desk", "R"))
    lens.show()
    assert lens.state.cards["desk"].does == 2


def test_in_the_window_the_status_bar_says_what_is_in_hand(qtbot, window, sample, tmp_path):
    window.files.open(Path(copyfile(sample, tmp_path / "ruby.yaml")))
    window.actions_by_id["lens-teams"].trigger()
    lens = window.workspace.lens
    assert lens.board.hasFocus()
    lens.board.go(Spot("web-sre", "row", "environment", "database"))
    qtbot.keyClick(lens.board, K.Key_Space)
    qtbot.keyClick(lens.board, K.Key_Left)
    assert window.statusBar().currentMessage().startswith("Database to Ruby Web Application Team: answers (A)")
    qtbot.keyClick(lens.board, K.Key_Escape)
    assert window.statusBar().currentMessage() == ""


# As picture and as text


def test_the_whole_board_is_drawn_and_told_as_a_table(lens, shop):
    extent = lens.extent()
    picture = QPixmap(round(extent.width()), round(extent.height()))
    painter = QPainter(picture)
    lens.draw(painter, DARK)
    painter.end()
    seen = picture.toImage().pixelColor(300, round(extent.height()) - 4).name()
    assert seen.upper() == DARK.paper
    table = lens.table()
    assert all(len(cells) == len(table.head) for _, cells in table.rows)
    said = dict(table.rows)
    assert said["team:infra"][3] == "unknown"
    assert said["team:web-sre"][6:8] == ("2", "1")
    assert said["responsibility:scaling"][:2] == ("Nobody", "Scaling")


def test_a_sheet_of_paper_is_painted_as_the_same_part_of_the_whole(lens):
    extent, clip = lens.extent().toSize(), QRect(300, 200, 400, 300)
    whole, part = QPixmap(extent), QPixmap(extent)
    for picture, clipped in ((whole, False), (part, True)):
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        if clipped:
            painter.setClipRect(clip)
        lens.draw(painter, DARK)
        painter.end()
    assert part.copy(clip).toImage() == whole.copy(clip).toImage()


def test_ctrl_shift_d_makes_another_team_like_it(keys, lens, shop):
    take(lens, card("tills"))
    keys(K.Key_D, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    named = [team for team in shop.organization.teams if team.name.startswith("Tills Team (copy")]
    assert len(named) == 1
    assert shop.selection == (named[0].subject,)


def test_names_of_any_length_and_script_are_shown_and_never_read_as_markup(qtbot, appearance, shop):
    from orgmodel.model.value import changed
    from ui.teams.sentences import card_tip

    names = ("x" * 200, "פריסה של שירות", "e\u0301quipe 🚀", "<b>&amp;", "  ")
    teams = tuple(changed(team, name=name) for team, name in zip(SHOP.teams, names, strict=False))
    lens = TeamsLens(Session(Document(SHOP.copy_with(teams=(*teams, *SHOP.teams[len(names) :])))), LIGHT)
    qtbot.addWidget(lens)
    lens.show()
    assert not lens.grab().isNull()
    assert "&lt;b&gt;" in card_tip(lens.state, lens.state.cards["infra"], lens.board.marks)


def test_a_click_on_the_glyph_offers_the_kinds(qtbot, lens, shop, monkeypatch):
    asked = []
    monkeypatch.setattr(lens.menus, "ask_kind", asked.append)  # a menu that pops up grabs the keyboard
    point = lens.board.glyph_rect("tills").center()
    qtbot.mouseClick(lens.board.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert len(asked) == 1
    kinds = lens.menus.kind_menu(lens.edits.team()).actions()
    next(action for action in kinds if action.text() == "Frontline Support").trigger()
    assert shop.organization.team_by_id["tills"].kind == "frontline"


def test_the_focus_is_seen_before_anything_is_selected(qtbot, appearance, shop):
    lens = TeamsLens(shop, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(1000, 700)
    with qtbot.waitActive(lens):
        lens.show()
        lens.activateWindow()
    for part in (lens.board, lens.tray):
        without = lens.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        assert part.spot is not None
        assert shop.selection == ()
        assert lens.grab().toImage() != without


def test_of_hundreds_of_teams_only_the_cards_in_sight_are_walked(qtbot, appearance):
    from orgmodel.diagram.shapes import Rect
    from orgmodel.model import Team

    teams = tuple(Team(f"team-{number}", f"Team {number}", "frontline") for number in range(400))
    lens = TeamsLens(Session(Document(Organization("Large", teams=teams))), LIGHT)
    qtbot.addWidget(lens)
    lens.resize(1396, 800)
    lens.show()
    port = lens.board.viewport().size()
    in_sight = list(lens.state.layout.within(Rect(0, 0, port.width(), port.height())))
    assert 0 < len(in_sight) < 24
    lens.show_subject("team:team-399")
    assert lens.board.viewport().rect().intersects(lens.board.rect_of(Spot("team-399")))


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
@pytest.mark.parametrize(
    ("spot", "said"),
    [
        (card("shop"), "Builds &lt;b&gt;the shop&lt;/b&gt;."),
        (Spot("shop", "row", None, "code"), "Shop Team answers for it"),
        (TraySpot("nobody", "scaling"), "Scaling"),
    ],
)
def test_a_tip_says_in_whole_words_what_is_under_the_pointer(lens, spot, said):
    view = lens.tray if isinstance(spot, TraySpot) else lens.board
    where = point_of(lens, spot)
    at = view.viewport().mapFromGlobal(where)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    assert said in QToolTip.text()
    QToolTip.hideText()


def test_who_they_are_ends_before_the_mark_of_a_finding(qtbot, appearance, monkeypatch):
    far = changed(SHOP.teams[0], sites=(Site("Llanfairpwllgwyngyll " * 9),))
    about = Report((found("LOAD002", far.subject),), (), (), (), TODAY)
    ends = []

    def write_and_note(painter, place, text, style, colour):
        if "Llanfair" in text:
            ends.append(place[0] + width_of(text, style))
        write(painter, place, text, style, colour)

    monkeypatch.setattr(card_top, "write", write_and_note)
    for report in (None, about):
        session = Session(Document(SHOP.copy_with(teams=(far, *SHOP.teams[1:]))))
        session.report = report
        lens = TeamsLens(session, LIGHT)
        qtbot.addWidget(lens)
        lens.resize(1396, 800)
        lens.grab()
        if report:
            session.show_findings(report)
            lens.grab()
    assert min(ends) <= max(ends) - 16
