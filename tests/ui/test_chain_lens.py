"""The Chain lens, driven by real events."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from orgmodel.analysis import analyse
from orgmodel.commands import AssignTeam, ChangeField
from orgmodel.document import Document
from orgmodel.model import ALERT, Escalation, Organization
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_file
from tests.ui.found import found
from ui.chain import ChainLens
from ui.chain.items import DIMMED
from ui.chain.words import nobody_lines
from ui.session import Session
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def chain(qtbot, appearance, sample):
    """The lens on the reference sample with its findings, in a window of the usual size."""
    session = Session(read_file(sample).document)
    session.show_findings(analyse(session.document, date(2026, 11, 22)))
    return shown(qtbot, session)


def shown(qtbot, session):
    lens = ChainLens(session, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(1096, 798)
    lens.show()
    lens.view.setFocus()
    QApplication.processEvents()
    lens.session = session
    return lens


def card(lens, subject):
    return lens.view.canvas.cards[subject]


def at(lens, point):
    return lens.view.mapFromScene(point)


def middle(lens, subject):
    return at(lens, card(lens, subject).rect.center())


def click(qtbot, lens, subject):
    qtbot.mouseClick(lens.view.viewport(), LEFT, pos=middle(lens, subject))


def drag(qtbot, lens, start, end, *, drop=True):
    port = lens.view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for share in (0.2, 0.6, 1.0):
        step = QPointF(start) + (QPointF(end) - QPointF(start)) * share
        lens.view.mouseMoveEvent(_move(port, step))
    if drop:
        qtbot.mouseRelease(port, LEFT, pos=end)


def _move(port, point):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    none = Qt.KeyboardModifier.NoModifier
    spot = QPointF(port.mapToGlobal(point.toPoint()))
    return QMouseEvent(QEvent.Type.MouseMove, point, spot, Qt.MouseButton.NoButton, LEFT, none)


def strengths(lens):
    return {subject.partition(":")[2] or subject: item.opacity() for subject, item in lens.view.canvas.cards.items()}


def steps(session):
    return [step.label for step in session.history.steps[1 : session.history.cursor + 1]]


def test_a_click_selects_a_card_and_dims_what_is_not_next_to_it(qtbot, chain):
    click(qtbot, chain, "team:infra-sre")
    assert chain.session.selection == ("team:infra-sre",)
    assert strengths(chain) == pytest.approx(
        {"alert": 0.2, "ruby-web": 0.2, "web-sre": 1, "infra-sre": 1, "frontline": 1}
    )
    assert chain.banner.isVisible()
    qtbot.keyClick(chain.view, Qt.Key.Key_Escape)
    assert chain.session.selection == ()
    assert set(strengths(chain).values()) == {1.0}
    assert not chain.banner.isVisible()


def test_a_click_on_a_line_or_its_words_selects_the_escalation(qtbot, chain):
    arrow = chain.view.canvas.arrow_of("escalation:frontline->web-sre")
    start, end = arrow.arrow.points[0], arrow.arrow.points[-1]
    for point in (QPointF(start.x + 3, (start.y + end.y) / 2 + 40), QPointF(*arrow.arrow.label.rect.centre)):
        chain.session.select()
        qtbot.mouseClick(chain.view.viewport(), LEFT, pos=at(chain, point))
        assert chain.session.selection == ("escalation:frontline->web-sre",)
    assert strengths(chain)["infra-sre"] == pytest.approx(0.2)


def test_a_dragged_card_stays_and_undo_takes_it_back_in_one_step(qtbot, chain):
    before = card(chain, "team:infra-sre").rect
    start = middle(chain, "team:infra-sre")
    drag(qtbot, chain, start, start + QPoint(-120, 0))
    assert steps(chain.session) == ["Place Infrastructure SRE"]
    assert card(chain, "team:infra-sre").rect == before.translated(-120, 0)
    assert chain.session.undo()
    assert card(chain, "team:infra-sre").rect == before


def test_a_drag_that_ends_where_it_began_is_no_step(qtbot, chain):
    start = middle(chain, "team:infra-sre")
    port = chain.view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for point in (start + QPoint(60, 0), start):
        chain.view.mouseMoveEvent(_move(port, QPointF(point)))
    qtbot.mouseRelease(port, LEFT, pos=start)
    assert steps(chain.session) == []


def test_escape_puts_a_dragged_card_back(qtbot, chain):
    before = card(chain, "team:infra-sre").rect
    start = middle(chain, "team:infra-sre")
    drag(qtbot, chain, start, start + QPoint(-120, 0), drop=False)
    assert card(chain, "team:infra-sre").rect != before
    qtbot.keyClick(chain.view, Qt.Key.Key_Escape)
    assert card(chain, "team:infra-sre").rect == before
    qtbot.mouseRelease(chain.view.viewport(), LEFT, pos=start)
    assert steps(chain.session) == []


def test_arrange_leaves_every_card_to_the_layout_in_one_step(qtbot, chain):
    before = card(chain, "team:infra-sre").rect
    assert not chain.tools.arrange.isEnabled()
    for subject in ("team:infra-sre", "team:frontline"):
        start = middle(chain, subject)
        drag(qtbot, chain, start, start + QPoint(-100, 0))
    qtbot.mouseClick(chain.tools.arrange, LEFT)
    assert steps(chain.session)[-1] == "Arrange the cards"
    assert card(chain, "team:infra-sre").rect == before
    assert chain.session.document.arrangement.chain == ()


def test_a_line_pulled_from_a_handle_makes_an_escalation(qtbot, chain):
    click(qtbot, chain, "team:infra-sre")
    handle = at(chain, card(chain, "team:infra-sre").handle)
    drag(qtbot, chain, handle, middle(chain, "team:ruby-web"))
    assert chain.session.organization.escalations[-1] == Escalation("infra-sre", "ruby-web")
    assert chain.session.selection == ("escalation:infra-sre->ruby-web",)
    assert len(steps(chain.session)) == 1
    chain.session.undo()
    assert len(chain.session.organization.escalations) == 5


def test_a_line_that_ends_nowhere_or_at_its_own_card_makes_nothing(qtbot, chain):
    click(qtbot, chain, "team:infra-sre")
    handle = at(chain, card(chain, "team:infra-sre").handle)
    for end in (QPoint(900, 60), middle(chain, "team:infra-sre")):
        drag(qtbot, chain, handle, end)
    assert steps(chain.session) == []
    drag(qtbot, chain, handle, middle(chain, "team:ruby-web"), drop=False)
    qtbot.keyClick(chain.view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(chain.view.viewport(), LEFT, pos=middle(chain, "team:ruby-web"))
    assert steps(chain.session) == []


def test_the_same_escalation_again_is_refused_with_a_sentence(qtbot, chain):
    chain.session.execute_sentences = []
    chain.session.refused.connect(chain.session.execute_sentences.append)
    for _ in range(2):
        click(qtbot, chain, "team:infra-sre")
        drag(qtbot, chain, at(chain, card(chain, "team:infra-sre").handle), middle(chain, "team:ruby-web"))
    assert len(chain.session.execute_sentences) == 1
    assert len(steps(chain.session)) == 1


def test_delete_removes_the_selected_escalation(qtbot, chain):
    chain.show_subject("escalation:web-sre->infra-sre")
    qtbot.keyClick(chain.view, Qt.Key.Key_Delete)
    assert [way.subject for way in chain.session.organization.escalations].count("escalation:web-sre->infra-sre") == 0
    assert chain.view.canvas.arrow_of("escalation:web-sre->infra-sre") is None
    chain.session.undo()
    assert chain.view.canvas.arrow_of("escalation:web-sre->infra-sre")


def test_of_two_ways_between_the_same_teams_the_one_that_was_clicked_goes(qtbot, chain):
    from orgmodel.commands import AddEscalation, RemoveEscalation

    second = Escalation("frontline", "web-sre", when="it is the second time tonight")
    chain.session.execute(AddEscalation(second))
    chain.view.select_way(second)
    qtbot.keyClick(chain.view, Qt.Key.Key_Delete)
    assert second not in chain.session.organization.escalations
    assert len(chain.session.organization.escalations) == 5
    assert RemoveEscalation(second).label(chain.session.document) == steps(chain.session)[-1]


def test_arrow_keys_walk_the_chain_and_enter_selects(qtbot, chain):
    walked = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(chain.view, key)
        walked.append(chain.view.current)
    assert walked == ["alert", "team:frontline", "team:web-sre", "team:ruby-web", "team:web-sre"]
    assert chain.session.selection == ()
    qtbot.keyClick(chain.view, Qt.Key.Key_Return)
    assert chain.session.selection == ("team:web-sre",)
    assert "Web Application SRE" in chain.view.accessibleDescription()
    with qtbot.waitSignal(chain.opened):
        qtbot.keyClick(chain.view, Qt.Key.Key_Return)


def test_an_escalation_is_made_by_keys_alone(qtbot, chain):
    click(qtbot, chain, "team:frontline")
    qtbot.keyClick(chain.view, Qt.Key.Key_E)
    qtbot.keyClick(chain.view, Qt.Key.Key_Up)
    qtbot.keyClick(chain.view, Qt.Key.Key_Up)
    qtbot.keyClick(chain.view, Qt.Key.Key_Return)
    assert chain.session.organization.escalations[-1] == Escalation("frontline", "ruby-web")
    with qtbot.waitSignal(chain.opened):
        qtbot.keyClick(chain.view, Qt.Key.Key_Return)
    assert chain.session.selection == ("escalation:frontline->ruby-web",)
    qtbot.keyClick(chain.view, Qt.Key.Key_Up)
    assert chain.view.current == "team:web-sre"


def test_the_card_that_a_drop_would_reach_stands_out_of_a_dimmed_chain(qtbot, chain):
    click(qtbot, chain, "team:frontline")
    target = card(chain, "team:ruby-web")
    assert target.opacity() == DIMMED
    start = at(chain, card(chain, "team:frontline").handle)
    drag(qtbot, chain, start, middle(chain, "team:ruby-web"), drop=False)
    assert (target.opacity(), target.is_target) == (1.0, True)
    qtbot.keyClick(chain.view, Qt.Key.Key_Escape)
    assert (target.opacity(), target.is_target) == (DIMMED, False)


def test_the_banner_names_both_ends_whole(qtbot, chain):
    team = chain.session.organization.team_by_id["frontline"]
    chain.session.execute(ChangeField(team.subject, "name", "Ops: Night"))
    chain.session.select("escalation:frontline->web-sre")
    assert "Ops: Night → Web Application SRE" in [label.text() for label in chain.banner.findChildren(QLabel)]


def test_ctrl_and_an_arrow_key_move_a_card(qtbot, chain):
    click(qtbot, chain, "team:infra-sre")
    before = card(chain, "team:infra-sre").rect
    qtbot.keyClick(chain.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert card(chain, "team:infra-sre").rect == before.translated(-24, 0)
    assert steps(chain.session) == ["Place Infrastructure SRE"]


def test_n_goes_through_the_escalations_of_a_card(qtbot, chain):
    click(qtbot, chain, "team:frontline")
    seen = []
    for _ in range(3):
        qtbot.keyClick(chain.view, Qt.Key.Key_N)
        seen.append(chain.session.selection[0])
    assert seen == [f"escalation:frontline->{team}" for team in ("web-sre", "infra-sre", "web-sre")]


def test_ctrl_and_the_wheel_zoom_and_keep_what_is_under_the_cursor(qtbot, chain):
    spot = middle(chain, "team:web-sre")
    before = chain.view.mapToScene(spot)
    for _ in range(4):
        wheel(chain, spot, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    after = chain.view.mapToScene(spot)
    assert chain.view.zoom == pytest.approx(1.15**4)
    assert abs(after.x() - before.x()) < 3
    assert abs(after.y() - before.y()) < 3
    qtbot.keyClick(chain.view, Qt.Key.Key_0)
    assert chain.view.zoom == 1.0
    qtbot.keyClick(chain.view, Qt.Key.Key_Minus)
    assert chain.zoom_bar.share.text() == "87 %"


def wheel(lens, spot, by, modifiers=Qt.KeyboardModifier.NoModifier, *, fingers=False):
    pixels, angle = (by, by * 8) if fingers else (QPoint(), by)
    at = QPointF(lens.view.mapToGlobal(spot))
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    lens.view.wheelEvent(QWheelEvent(QPointF(spot), at, pixels, angle, none, modifiers, phase, False))


@pytest.mark.parametrize("fingers", [True, False], ids=["touchpad", "wheel"])
def test_the_wheel_and_two_fingers_push_the_canvas(chain, fingers):
    chain.view.set_zoom(2.0)
    across, down = chain.view.horizontalScrollBar(), chain.view.verticalScrollBar()
    across.setValue(300)
    down.setValue(300)
    wheel(chain, QPoint(200, 200), QPoint(-40, -30), fingers=fingers)
    assert (across.value(), down.value(), chain.view.zoom) == (340, 330, 2.0)


def test_the_middle_button_and_an_empty_place_push_the_canvas(qtbot, chain):
    chain.view.set_zoom(2.0)
    bar = chain.view.horizontalScrollBar()
    bar.setValue(300)
    drag(qtbot, chain, QPoint(150, 30), QPoint(100, 30))
    assert bar.value() == 350
    port = chain.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.MiddleButton, pos=QPoint(400, 300))
    chain.view.mouseMoveEvent(_move(port, QPointF(420, 300)))
    qtbot.mouseRelease(port, Qt.MouseButton.MiddleButton, pos=QPoint(420, 300))
    assert bar.value() == 330
    assert steps(chain.session) == []


def test_findings_stand_where_they_are_and_can_be_hidden(qtbot, chain):
    row = chain.session.organization.row_by_id["database"]
    for team in row.raci:
        chain.session.execute(AssignTeam(row.id, team, None))
    chain.session.show_findings(analyse(chain.session.document, date(2026, 11, 22)))
    assert card(chain, "nobody:environment").card.names == ("Database",)
    click(qtbot, chain, "nobody:environment")
    assert chain.session.selection == ("responsibility:database",)
    qtbot.mouseClick(chain.tools.findings, LEFT)
    assert "nobody:environment" not in chain.view.canvas.cards
    assert all(item.card.severity is None for item in chain.view.canvas.cards.values() if item.team)
    qtbot.mouseClick(chain.tools.escalations, LEFT)
    assert not chain.view.canvas.arrows


def test_a_finding_that_is_gone_is_no_longer_in_focus(qtbot, chain):
    row = chain.session.organization.row_by_id["database"]
    finding = found("GAP006", row.subject)
    with_it = changed(chain.session.report, findings=(*chain.session.report.findings, finding))
    chain.session.show_findings(with_it)
    chain.session.show_finding(finding)
    assert chain.banner.isVisible()
    shape = chain.view.diagram
    chain.session.show_findings(changed(with_it, findings=with_it.findings[:-1]))
    qtbot.waitUntil(lambda: not chain.view.is_behind)
    qtbot.waitUntil(lambda: not chain.banner.isVisible())
    assert chain.view.diagram == shape
    assert not chain.view.focus()


def test_an_edit_elsewhere_touches_only_the_cards_that_it_is_about(qtbot, chain):
    items = dict(chain.view.canvas.cards)
    shapes = {subject: item.card for subject, item in items.items() if item.team}
    chain.session.execute(AssignTeam("database", "ruby-web", "R"))
    assert all(chain.view.canvas.cards[subject] is item for subject, item in items.items())
    changed = [subject for subject, shape in shapes.items() if items[subject].card is not shape]
    assert "team:ruby-web" in changed
    assert items["team:ruby-web"].card.does == shapes["team:ruby-web"].does + 1


def test_showing_a_row_brings_the_card_of_its_team_into_view(qtbot, chain):
    chain.view.set_zoom(3.0)
    chain.show_subject("responsibility:diagnose-issue")
    visible = chain.view.mapToScene(chain.view.viewport().rect()).boundingRect()
    assert visible.intersects(card(chain, "team:frontline").rect)
    chain.show_subject("team:ruby-web")
    assert chain.session.selection == ("team:ruby-web",)
    chain.show_subject("rotation:none")


def test_a_service_filter_gives_way_to_what_is_to_be_shown(qtbot, chain):
    chain.tools.services.choose("no-such-service")
    assert not [item for item in chain.view.canvas.cards.values() if item.team]
    chain.show_subject("team:web-sre")
    assert chain.view.service is None
    assert chain.session.selection == ("team:web-sre",)


def test_an_empty_chain_says_what_to_do_and_the_alert_can_be_pulled(qtbot, appearance, small_document):
    lens = shown(qtbot, Session(small_document))
    assert lens.empty.isVisible()
    assert lens.empty.title.text() == "No page goes anywhere yet."
    qtbot.mouseMove(lens.view.viewport(), middle(lens, "alert"))
    lens.view.mouse.drag(middle(lens, "alert"))
    drag(qtbot, lens, at(lens, card(lens, "alert").handle), middle(lens, "team:sre"))
    assert lens.session.organization.escalations == (Escalation(ALERT, "sre"),)
    assert not lens.empty.isVisible()


def test_no_teams_at_all_is_said(qtbot, appearance):
    lens = shown(qtbot, Session(Document(Organization(name="Nothing"))))
    assert "no teams" in lens.empty.hint.text()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_E, Qt.Key.Key_N, Qt.Key.Key_Escape):
        qtbot.keyClick(lens.view, key)
    assert lens.session.selection == ()


def test_the_lens_is_named_for_those_who_hear_it(qtbot, chain):
    interface = QAccessible.queryAccessibleInterface(chain.view)
    said = "Support chain: 4 of 4 teams, 5 of 5 escalations shown"
    assert interface.text(QAccessible.Text.Name) == said
    for widget in (chain.tools.services, chain.tools.findings, chain.zoom_bar.share):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    assert chain.actions()[0].text() == "Select card"


def test_the_theme_changes_at_once(qtbot, chain):
    light = chain.grab().toImage()
    chain.apply_theme(DARK)
    dark = chain.grab().toImage()
    assert light.pixelColor(1000, 100).lightness() > 240
    assert dark.pixelColor(1000, 100).lightness() < 50


def test_a_name_that_looks_like_markup_is_text(qtbot, appearance, small_document):
    team = small_document.organization.teams[0]
    named = ChangeField(team.subject, "name", "<b>Bold</b> & Co").apply(small_document)
    lens = shown(qtbot, Session(named))
    assert "&lt;b&gt;" in card(lens, "team:app").toolTip()


def test_a_nobody_card_names_the_row_that_is_asked_for(chain):
    rows = [row for row in chain.session.organization.responsibilities if row.layer == "environment"][:3]
    for row in rows:
        for team in row.raci:
            chain.session.execute(AssignTeam(row.id, team, None))
    chain.session.show_findings(analyse(chain.session.document, date(2026, 11, 22)))
    unowned = card(chain, "nobody:environment")
    assert unowned.card.rows == tuple(row.id for row in rows)
    row, name = unowned.card.rows[1], unowned.card.names[1]
    assert nobody_lines(unowned.card, unowned.place)[0] == unowned.card.names[0]
    finding = next(each for each in chain.session.report.findings if each.subjects[0] == f"responsibility:{row}")
    chain.session.show_finding(finding)
    assert nobody_lines(unowned.card, unowned.place) == (name, "and 2 more")
    said = [label.text() for label in chain.banner.findChildren(QLabel) if not label.isHidden()]
    assert name in said
    assert not any(finding.code in text for text in said)
    chain.session.select()
    assert unowned.place == 0


def test_the_legend_covers_no_card(chain):
    view, legend = chain.view, chain.legend
    for height in (798, 520, 440, 380):
        chain.resize(860, height)
        for zoom in (0.6, 0.8, 1.0):
            view.set_zoom(zoom)
            QApplication.processEvents()
            for place in range(0, view.verticalScrollBar().maximum() + 1, 40):
                view.verticalScrollBar().setValue(place)
                covered = [
                    item for item in view.canvas.cards.values() if _on_screen(view, item).intersects(legend.geometry())
                ]
                assert not (covered and legend.isVisible()), (height, zoom, place)


def test_the_legend_gives_way_to_a_card_below_it(chain):
    view, legend = chain.view, chain.legend
    view.set_zoom(1.0)
    lowest = max(view.canvas.cards.values(), key=lambda item: item.rect.bottom())
    home = legend.pos()
    lowest.setPos(view.mapToScene(home) - QPointF(0, 20))
    view.zoomed.emit()
    assert legend.isVisible()
    assert legend.pos() != home
    assert not _on_screen(view, lowest).intersects(legend.geometry())


def _on_screen(view, item):
    return view.mapFromScene(item.rect).boundingRect()
