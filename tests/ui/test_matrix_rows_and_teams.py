"""Rows, columns, layers and services added, renamed, duplicated, moved and removed in the matrix itself."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from orgmodel.model import Organization, Raci, Responsibility, Team
from tests.ui.matrix_hand import ALT, CTRL, LEFT, SHIFT, K, MatrixHand
from ui.matrix.layout import NAME_COLUMN
from ui.matrix.navigation import HEAD_LINE, Place
from ui.matrix.shape import MatrixShape


@pytest.fixture
def hand(qtbot, appearance):
    return MatrixHand(qtbot)


def test_alt_and_arrows_move_a_row_and_over_the_edge_into_the_next_group(hand):
    before = hand.session.document
    hand.take("code", "app")
    hand.press(K.Key_Down, modifier=ALT)
    assert hand.order()[:2] == ["alerts", "code"]
    hand.press(K.Key_Down, modifier=ALT)
    assert (hand.row("code").service, hand.row("code").layer) == ("shop", "stack")
    assert hand.shown() == ["alerts", "code", "database", "cards", "refunds"]
    hand.press(K.Key_Up, modifier=ALT)
    assert hand.row("code").layer == "web"
    assert hand.shown()[:2] == ["alerts", "code"]
    for _ in range(3):
        hand.session.undo()
    assert hand.session.document is before


def test_several_rows_move_together(hand):
    hand.click(hand.at("code"))
    hand.click(hand.at("alerts"), SHIFT)
    hand.press(K.Key_Down, modifier=ALT)
    assert hand.shown()[:3] == ["code", "alerts", "database"]
    assert {hand.row(row).layer for row in ("code", "alerts", "database")} == {"stack"}
    assert hand.steps == 1


def test_a_row_is_dragged_into_another_group_with_a_line_where_it_lands(hand):
    start, end = hand.at("code"), hand.at("refunds", down=0.2)
    viewport = hand.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start + QPoint(0, 40))
    QTest.mouseMove(viewport, end)
    assert hand.view.drop.line == hand.line("refunds")
    QTest.mouseRelease(viewport, LEFT, pos=end)
    assert hand.view.drop is None
    assert (hand.row("code").service, hand.row("code").layer) == ("pay", "web")
    assert hand.shown() == ["alerts", "database", "cards", "code", "refunds"]
    assert hand.steps == 1


def test_esc_puts_back_a_row_that_is_dragged(hand):
    before = hand.session.document
    viewport = hand.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=hand.at("code"))
    QTest.mouseMove(viewport, hand.at("refunds"))
    hand.press(K.Key_Escape)
    assert hand.view.drop is None
    QTest.mouseRelease(viewport, LEFT, pos=hand.at("refunds"))
    assert hand.session.document is before


def test_sorted_rows_cannot_be_moved_and_the_sentence_says_what_to_do(hand):
    hand.lens.set_shape(MatrixShape(sort="name"))
    hand.take("code", "app")
    hand.press(K.Key_Up, modifier=ALT)
    assert hand.steps == 0
    assert "file's order" in hand.refused[0]


def test_rows_are_duplicated_and_removed_as_one_step_each(hand):
    hand.click(hand.at("cards"))
    hand.click(hand.at("refunds"), SHIFT)
    hand.press(K.Key_D, modifier=CTRL | SHIFT)
    assert len(hand.order()) == 7
    assert hand.steps == 1
    hand.take("cards", "app")
    hand.press(K.Key_Down, modifier=SHIFT)
    hand.press(K.Key_Delete, modifier=CTRL)
    assert len(hand.order()) == 5
    assert hand.steps == 2
    assert hand.view.row_in_hand() is not None


def test_a_head_is_renamed_by_f2_and_a_double_click(hand):
    hand.take("code", "sre")
    hand.press(K.Key_Up, K.Key_Up)
    assert hand.view.head_in_hand().team == "sre"
    hand.press(K.Key_F2)
    hand.type("Web SRE")
    hand.press(K.Key_Return)
    assert hand.organization.team_by_id["sre"].name == "Web SRE"
    hand.click(hand.head("front"))
    QTest.mouseDClick(hand.view.viewport(), LEFT, pos=hand.head("front"))
    hand.type("Desk")
    hand.press(K.Key_Return)
    assert hand.organization.team_by_id["front"].name == "Desk"


def teams(hand):
    return [team.id for team in hand.organization.teams]


def test_columns_move_by_keys_and_by_drag(hand):
    hand.take("code", "app")
    hand.press(K.Key_Right, modifier=ALT)
    assert teams(hand) == ["sre", "app", "front"]
    assert hand.view.cell()[1].team == "app"
    hand.press(K.Key_Left, K.Key_Left, modifier=ALT)
    assert teams(hand) == ["app", "sre", "front"]
    hand.drag(hand.head("front"), hand.head("app") - QPoint(50, 0))
    assert teams(hand) == ["front", "app", "sre"]
    hand.click(hand.head("front"))
    hand.click(hand.head("app"), SHIFT)
    hand.press(K.Key_Right, modifier=ALT)
    assert teams(hand) == ["sre", "front", "app"]
    assert hand.session.history.undo_label == "Move 2 teams"


def test_columns_are_duplicated_hidden_and_removed(hand):
    hand.click(hand.head("sre"))
    hand.press(K.Key_D, modifier=CTRL | SHIFT)
    assert [team.name for team in hand.organization.teams] == ["App Team", "App SRE", "App SRE (copy)", "Frontline"]
    hand.click(hand.head("front"))
    hand.press(K.Key_H, modifier=CTRL | SHIFT)
    assert "front" not in hand.view.state.columns.place_of
    assert hand.lens.tools.arrange.word == "1 hidden"
    hand.lens.show_subject("team:front")
    assert "front" in hand.view.state.columns.place_of
    hand.click(hand.head("app"))
    hand.press(K.Key_Delete, modifier=CTRL | SHIFT)
    assert "app" not in hand.organization.team_by_id


def test_a_ghost_that_gets_a_name_becomes_a_team(qtbot, appearance):
    row = Responsibility("lost", "Lost", raci=Raci({"gone": "A"}))
    hand = MatrixHand(qtbot, Organization("Ghost", teams=(Team("app", "App"),), responsibilities=(row,)))
    hand.click(hand.head("gone"))
    hand.press(K.Key_F2)
    hand.type("Found again")
    hand.press(K.Key_Return)
    assert hand.organization.team_by_id["gone"].name == "Found again"


def group(hand, title):
    layout = hand.view.state.layout
    key = next(group.key for group in layout.groups if group.title == title)
    hand.view.go(Place(layout.line_of_group[key], NAME_COLUMN))
    return key


def titles(hand):
    return [group.title for group in hand.view.state.layout.groups]


def test_layers_are_renamed_moved_added_and_removed_from_their_group(hand):
    assert titles(hand) == ["Shop · Web", "Shop · Stack", "Payments · Web"]
    group(hand, "Shop · Stack")
    hand.press(K.Key_F2)
    hand.type("Platform")
    hand.press(K.Key_Return)
    assert titles(hand)[1] == "Shop · Platform"
    hand.press(K.Key_Up, modifier=ALT)
    assert titles(hand) == ["Shop · Platform", "Shop · Web", "Payments · Web"]
    hand.action("New layer…").trigger()
    hand.type("Metal")
    hand.press(K.Key_Return)
    assert [layer.name for layer in hand.organization.layers] == ["Platform", "Metal", "Web"]
    assert hand.view.group_in_hand().key.layer == "metal"
    hand.action("New row…").trigger()
    hand.type("Racks")
    hand.press(K.Key_Return, K.Key_Escape)
    assert hand.row("racks").layer == "metal"
    group(hand, "Shop · Platform")
    hand.press(K.Key_Delete, modifier=CTRL)
    assert hand.row("database").layer is None


def test_services_are_renamed_moved_added_and_removed_with_their_rows(hand):
    group(hand, "Payments · Web")
    hand.press(K.Key_F2, modifier=SHIFT)
    hand.type("Billing")
    hand.press(K.Key_Return)
    assert titles(hand)[-1] == "Billing · Web"
    hand.press(K.Key_Up, modifier=ALT | SHIFT)
    assert titles(hand)[0] == "Billing · Web"
    hand.action("New service…").trigger()
    hand.type("Search")
    hand.press(K.Key_Return)
    assert [service.name for service in hand.organization.services] == ["Billing", "Search", "Shop"]
    assert hand.view.group_in_hand().total == 0
    group(hand, "Billing · Web")
    hand.press(K.Key_Delete, modifier=CTRL | SHIFT)
    assert [service.id for service in hand.organization.services] == ["search", "shop"]
    assert hand.order() == ["code", "alerts", "database"]


def test_a_service_from_a_matrix_is_one_step_with_default_owners(qtbot, hand):
    from ui.matrix.service_form import ServiceForm

    before = hand.session.document
    hand.action("Add service from matrix…").trigger()
    form = hand.lens.findChild(ServiceForm) or hand.lens.window().findChild(ServiceForm)
    assert not form.add.isEnabled()
    qtbot.keyClicks(form.named, "Search")
    form.team.show_value("app")
    assert "43 rows" in form.said.text()
    qtbot.mouseClick(form.add, LEFT)
    rows = [row for row in hand.organization.responsibilities if row.service == "search"]
    assert len(rows) == 43
    assert any(row.raci.accountable == ("app",) for row in rows)
    assert hand.steps == 1
    hand.session.undo()
    assert hand.session.document is before


@pytest.fixture
def service_form(qtbot, hand):
    from ui.matrix.service_form import ServiceForm

    hand.action("Add service from matrix…").trigger()
    form = hand.lens.findChild(ServiceForm) or hand.lens.window().findChild(ServiceForm)
    with qtbot.waitActive(form):
        form.activateWindow()
    form.named.setFocus()
    return form


def test_tab_goes_through_the_form_of_a_service_as_it_is_read(qtbot, service_form):
    form = service_form
    qtbot.keyClicks(form.named, "Search")
    for place in (form.named, form.matrix, form.team, form.add, form.cancel):
        now = form.focusWidget()
        assert place in (now, now.parentWidget())
        QTest.keyClick(now, K.Key_Tab)


@pytest.mark.parametrize("field", ["named", "matrix", "team"])
def test_enter_in_any_field_of_the_form_adds_the_service(qtbot, hand, service_form, field):
    qtbot.keyClicks(service_form.named, "Search")
    getattr(service_form, field).setFocus()
    QTest.keyClick(service_form.focusWidget(), K.Key_Return)
    assert "search" in hand.organization.service_by_id
    assert hand.steps == 1


def test_enter_on_cancel_adds_nothing(qtbot, hand, service_form):
    qtbot.keyClicks(service_form.named, "Search")
    service_form.cancel.setFocus()
    QTest.keyClick(service_form.cancel, K.Key_Return)
    assert "search" not in hand.organization.service_by_id
    assert not service_form.isVisible()


def test_an_empty_matrix_offers_a_matrix_of_rows_or_one_row(qtbot, appearance):
    from ui.matrix.service_form import ServiceForm

    hand = MatrixHand(qtbot, Organization("Empty"))
    empty = hand.lens._empty
    assert empty.title.text() == "No rows yet."
    assert (empty.action.text(), empty.row.text()) == ("Add service from matrix…", "Row…")
    qtbot.mouseClick(empty.action, LEFT)
    form = hand.lens.window().findChild(ServiceForm)
    assert form.isVisible()
    qtbot.keyClicks(form.named, "Search")
    QTest.keyClick(form.named, K.Key_Return)
    assert hand.lens.focusWidget() is hand.view
    assert hand.view.row_in_hand().id == hand.shown()[0]


def test_the_name_of_a_new_team_is_typed_over_no_other_head(hand):
    hand.action("New team…").trigger()
    field, columns = hand.lens.focusWidget(), hand.view.state.columns
    assert field.x() >= columns.facts_x - hand.view.port.x
    assert field.geometry().bottom() < 46
    assert field.geometry().right() < hand.view.viewport().width()


def test_every_entry_of_every_menu_is_an_action_of_the_lens(hand):
    from ui.matrix.gestures import MENUS

    texts = {action.text() for action in hand.lens.actions()}
    beside = {"Walk a page…", "What if…"}
    for place in MENUS:
        entries = {action.text() for action in hand.lens.gestures.menu(place).actions()} - {""} - beside
        assert entries <= texts


def test_no_key_means_two_things_at_once(hand):
    def keys():
        return [key.toString() for action in hand.lens.actions() if action.isEnabled() for key in action.shortcuts()]

    hand.take("code", "app")
    assert len(keys()) == len(set(keys()))
    group(hand, "Shop · Web")
    assert len(keys()) == len(set(keys()))
    hand.view.go(Place(HEAD_LINE, 1))
    assert len(keys()) == len(set(keys()))
    hand.take("code")
    hand.press(K.Key_End, K.Key_End)
    assert hand.view.fact_in_hand() == "state"
    assert len(keys()) == len(set(keys()))
