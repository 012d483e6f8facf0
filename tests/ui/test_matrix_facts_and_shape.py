"""Facts edited in their cells; sort, groups, hidden columns and zoom; the matrix as a picture and as text."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from orgmodel.model import Area, Confirmation
from tests.ui.matrix_hand import CTRL, LEFT, ORGANIZATION, SHIFT, K, MatrixHand
from ui.matrix.arranging import described
from ui.matrix.columns import AREA_WIDTH, FROZEN_WIDTH
from ui.matrix.layout import HEADER_HEIGHT
from ui.matrix.shape import MatrixShape
from ui.texts import SMALL, width_of
from ui.theme import DARK, LIGHT


@pytest.fixture
def hand(qtbot, appearance):
    return MatrixHand(qtbot)


def to_fact(hand, row, fact):
    hand.take(row, "front")
    columns = hand.view.state.columns
    hand.press(*[K.Key_Right] * (1 + columns.facts.index(fact)))
    assert hand.view.fact_in_hand() == fact


def test_space_and_a_click_on_the_state_go_from_open_to_agreed_to_parked(hand):
    to_fact(hand, "code", "state")
    hand.press(K.Key_Space)
    assert hand.row("code").state == "agreed"
    hand.click(hand.at("code", "state"))
    assert hand.row("code").state == "parked"
    hand.press(K.Key_Space)
    assert hand.row("code").state == "open"
    assert hand.steps == 3


def test_several_rows_become_what_the_one_in_hand_becomes(hand):
    hand.take("code", "front")
    hand.press(K.Key_Down, modifier=SHIFT)
    hand.action("Mark as parked").trigger()
    assert {hand.row("code").state, hand.row("alerts").state} == {"parked"}
    assert hand.steps == 1


def test_paged_is_switched_and_del_makes_it_unknown(hand):
    to_fact(hand, "code", "paged")
    hand.press(K.Key_Space)
    assert hand.row("code").paged is True
    hand.press(K.Key_Return)
    assert hand.row("code").paged is False
    hand.press(K.Key_Delete)
    assert hand.row("code").paged is None


def test_a_runbook_is_typed_in_its_cell_and_emptied(hand):
    to_fact(hand, "database", "runbook")
    hand.press(K.Key_Return)
    hand.type("wiki/db")
    hand.press(K.Key_Return)
    assert hand.row("database").runbook == "wiki/db"
    assert hand.view.hasFocus()
    hand.press(K.Key_Space, K.Key_Backspace, K.Key_Return)
    assert hand.row("database").runbook is None


def test_an_area_is_picked_in_its_cell(hand):
    to_fact(hand, "alerts", "area")
    entries = {action.text(): action for action in hand.lens.edits.facts.area_menu().actions()}
    assert list(entries) == ["No area", "Monitoring", "Capacity"]
    assert entries["No area"].isChecked()
    entries["Monitoring"].trigger()
    assert hand.row("alerts").area == "monitoring"
    hand.press(K.Key_Delete)
    assert hand.row("alerts").area is None


def test_confirming_says_who_answers_and_the_day(hand):
    hand.take("code", "front")
    hand.press(K.Key_Return, modifier=CTRL)
    assert hand.row("code").confirmed == Confirmation("App Team", hand.session.today)
    hand.click(hand.at("database"))
    hand.click(hand.at("code"), SHIFT)
    hand.action("Confirm for today").trigger()
    assert hand.row("database").confirmed.by == "App SRE"
    assert hand.row("alerts").confirmed.by == "App Team"
    assert hand.steps == 2


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", ["alerts", "cards", "code", "database", "refunds"]),
        ("criticality", ["cards", "refunds", "code", "alerts", "database"]),
        ("owner", ["database", "cards", "code", "alerts", "refunds"]),
        ("findings", ["cards", "refunds", "code", "alerts", "database"]),
    ],
)
def test_rows_are_sorted_within_no_groups(hand, sort, order):
    hand.lens.set_shape(MatrixShape(sort=sort, grouping="none"))
    if sort == "owner":
        assert hand.shown()[-1] == "refunds"
        assert hand.shown().index("database") < hand.shown().index("code")
    else:
        assert hand.shown() == order


def test_groups_of_areas_and_of_kinds_of_owner(hand):
    hand.lens.set_shape(MatrixShape(grouping="area"))
    assert [group.title for group in hand.view.state.layout.groups] == ["Monitoring", "Capacity", "No area"]
    assert hand.view.scene().summaries[0] == "5 rows, by area"
    hand.drag(hand.at("code"), hand.at("database"))
    assert hand.row("code").area == "capacity"
    hand.lens.set_shape(MatrixShape(grouping="kind"))
    assert [group.title for group in hand.view.state.layout.groups][-1] == "Nobody"
    hand.take("refunds", "sre")
    hand.press(K.Key_A)
    assert [group.title for group in hand.view.state.layout.groups] == ["Application Team", "Application SRE"]


def test_what_is_not_usual_is_said_in_the_strip_and_cleared_with_one_click(qtbot, hand):
    tools = hand.lens.tools
    assert not tools.plain.isVisible()
    entry = next(action for action in tools.arrange.menu().actions() if action.text() == "By name")
    entry.trigger()
    entry = next(action for action in tools.arrange.menu().actions() if action.text() == "Runbook")
    entry.trigger()
    hand.lens.zoom(1)
    assert tools.arrange.word == "By name, 1 hidden, 110 %"
    assert described(hand.view.state.shape, 1.1) == ["By name", "1 hidden", "110 %"]
    qtbot.mouseClick(tools.plain, LEFT)
    assert hand.view.state.shape.is_plain
    assert hand.view.zoom_factor == 1
    assert not tools.plain.isVisible()


def test_teams_without_a_letter_on_what_is_shown_are_hidden(hand):
    hand.lens.hide_bare()
    assert [column.team for column in hand.view.state.columns.teams] == ["app", "sre"]
    hand.lens.show_everything()
    assert len(hand.view.state.columns.teams) == 3


def test_a_team_filters_by_any_letter_or_only_where_it_answers_and_a_service_by_its_rows(hand):
    tools = hand.lens.tools
    tools.teams.choose("sre")
    assert hand.shown() == ["code", "database", "cards"]
    tools.teams.menu().actions()[0].trigger()
    assert hand.shown() == ["database", "cards"]
    assert tools.teams.word == "App SRE answers"
    tools.clear()
    tools.services.choose("pay")
    assert hand.shown() == ["cards", "refunds"]


def test_a_hidden_team_comes_back_when_it_is_shown_and_letters_of_hidden_teams_are_kept(hand):
    hand.lens.set_shape(MatrixShape(hidden_teams=frozenset({"app"}), hidden_facts=frozenset({"area"})))
    assert hand.letters("code") == {"app": "A", "sre": "C"}
    hand.lens.grab()
    assert hand.lens.reveal(("team:app",))
    assert "app" in hand.view.state.columns.place_of


def test_zoom_keeps_what_is_under_the_pointer_and_stops_at_half_and_double(qtbot, appearance):
    from orgmodel.model import Organization, Responsibility, Team

    made = Organization(
        "Big",
        teams=tuple(Team(f"t{n}", f"T{n}") for n in range(40)),
        responsibilities=tuple(Responsibility(f"r{n}", f"R{n}") for n in range(200)),
    )
    hand = MatrixHand(qtbot, made)
    hand.view.verticalScrollBar().setValue(2_000)
    hand.view.horizontalScrollBar().setValue(500)
    point = QPoint(600, 400)
    before = hand.view.hit_at(point)
    for _ in range(2):
        wheel(hand.view, point, 120)
    after = hand.view.hit_at(point)
    assert hand.view.zoom_factor == 1.25
    assert (after.line, after.column) == (before.line, before.column)
    for _ in range(20):
        hand.lens.zoom(1)
    assert hand.view.zoom_factor == 2
    for _ in range(20):
        wheel(hand.view, point, -120)
    assert hand.view.zoom_factor == 0.5
    hand.lens.zoom(0)
    assert hand.view.zoom_factor == 1


def wheel(view, point, turn):
    event = QWheelEvent(
        QPointF(point), QPointF(view.viewport().mapToGlobal(point)), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_picture_holds_all_of_it_without_what_is_in_hand(hand, theme):
    hand.take("code", "app")
    hand.lens.resize(700, 260)
    size = hand.lens.extent().toSize()
    layout = hand.view.state.layout
    assert (size.width(), size.height()) == (layout.columns.width, HEADER_HEIGHT + layout.height)
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    hand.lens.draw(painter, theme)
    painter.end()
    accent = {theme.accent.lower(), theme.accent_tint.lower()}
    last = layout.line_of_row[4] * 26 + HEADER_HEIGHT
    assert {image.pixelColor(x, last + 12).name() for x in range(40, 120)} - {theme.paper.lower()}
    assert not any(image.pixelColor(FROZEN_WIDTH + 5, y).name() in accent for y in range(size.height()))


def test_the_column_of_areas_is_as_wide_as_its_longest_name_where_there_is_room(qtbot, appearance):
    name = "Capacity, performance and cost of everything"
    hand = MatrixHand(qtbot, ORGANIZATION.copy_with(areas=(Area("monitoring", "Monitoring"), Area("capacity", name))))
    needed = width_of(name, SMALL)
    hand.lens.resize(1600, 700)
    assert hand.view.state.columns.width_of(3) > needed
    assert hand.view.horizontalScrollBar().maximum() == 0
    hand.lens.resize(700, 260)
    assert hand.view.state.columns.width_of(3) > needed
    assert hand.view.horizontalScrollBar().maximum() > 0
    fixed = hand.view.state.columns.width - hand.view.state.columns.area_width
    hand.lens.resize(fixed + AREA_WIDTH + hand.lens.width() - hand.view.port.width, 260)
    narrow = hand.view.state.columns
    assert narrow.width_of(3) == AREA_WIDTH
    assert hand.view.horizontalScrollBar().maximum() == 0
    assert hand.lens.extent().width() - narrow.width > needed - AREA_WIDTH
    image = QImage(hand.lens.extent().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    hand.lens.draw(painter, LIGHT)
    painter.end()
    assert hand.view.state.columns == narrow


def test_the_table_says_what_is_shown(hand):
    hand.lens.tools.field.setText("code")
    table = hand.lens.table()
    assert table.head == (
        *("Row", "Service", "Layer", "App Team", "App SRE", "Frontline"),
        *("Area", "Paged", "Runbook", "State"),
    )
    assert table.rows == (
        ("responsibility:code", ("Code", "Shop", "Web", "A", "C", "", "Monitoring", "unknown", "", "Open")),
    )
