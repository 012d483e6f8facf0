"""The Chain lens: what is selected, what stands out, and what is said to whom."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel

from orgmodel.analysis import analyse
from orgmodel.commands import AssignTeam, ChangeField
from orgmodel.document import Document
from orgmodel.model import ALERT, Escalation, Organization
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_file
from tests.ui.chain_hand import LEFT, ChainHand
from tests.ui.found import found
from ui.chain.dimming import DIMMED
from ui.chain.words import nobody_lines
from ui.session import Session
from ui.theme import DARK

Key = Qt.Key


def test_a_click_selects_a_card_and_dims_what_is_not_next_to_it(qtbot, chain):
    chain.click("team:infra-sre")
    assert chain.session.selection == ("team:infra-sre",)
    assert chain.strengths == pytest.approx(
        {"alert": 0.2, "ruby-web": 0.2, "web-sre": 1, "infra-sre": 1, "frontline": 1}
    )
    assert chain.lens.over.banner.isVisible()
    chain.press(Key.Key_Escape)
    assert chain.session.selection == ()
    assert set(chain.strengths.values()) == {1.0}
    assert not chain.lens.over.banner.isVisible()


def test_what_is_dimmed_is_drawn_on_its_way_there(qtbot, chain, monkeypatch):
    monkeypatch.setattr("ui.chain.dimming.duration", lambda _: 60_000)
    dimmed, in_focus = chain.card("team:ruby-web"), chain.card("team:infra-sre")
    line = chain.arrow("escalation:alert->frontline")
    chain.session.select("team:infra-sre")
    assert (dimmed.strength, dimmed.opacity()) == (DIMMED, 1.0)
    qtbot.waitUntil(lambda: line.words.opacity() < 1.0)
    assert line.words.opacity() == line.opacity() == dimmed.opacity() > DIMMED
    assert in_focus.opacity() == 1.0
    monkeypatch.undo()
    chain.press(Key.Key_Escape)
    assert dimmed.opacity() < 1.0
    qtbot.waitUntil(lambda: not chain.view.dimming.is_moving)
    assert dimmed.opacity() == line.words.opacity() == 1.0


def test_what_is_dimmed_is_so_at_once_where_less_motion_is_wanted_and_where_it_was_not_seen_before(chain, monkeypatch):
    chain.lens.hide()
    chain.session.select("team:infra-sre")
    chain.lens.show()
    assert chain.card("team:ruby-web").opacity() == pytest.approx(DIMMED)
    chain.session.select()
    chain.view.dimming.settle()
    monkeypatch.setattr("ui.chain.dimming.duration", lambda _: 0)
    chain.session.select("team:infra-sre")
    assert chain.card("team:ruby-web").opacity() == pytest.approx(DIMMED)
    assert not chain.view.dimming.is_moving


def test_a_great_many_things_are_dimmed_at_once(chain, monkeypatch):
    monkeypatch.setattr("ui.chain.dimming.MOST_FADING", 2)
    chain.session.select("team:infra-sre")
    assert chain.card("team:ruby-web").opacity() == pytest.approx(DIMMED)


def test_a_click_on_a_line_or_its_words_selects_the_escalation(qtbot, chain):
    arrow = chain.arrow("escalation:frontline->web-sre")
    start, end = arrow.arrow.points[0], arrow.arrow.points[-1]
    for point in (QPointF(start.x + 3, (start.y + end.y) / 2 + 40), QPointF(*arrow.arrow.label.rect.centre)):
        chain.session.select()
        qtbot.mouseClick(chain.port, LEFT, pos=chain.at(point))
        assert chain.session.selection == ("escalation:frontline->web-sre",)
    assert chain.strengths["infra-sre"] == pytest.approx(0.2)


@pytest.mark.parametrize(
    "name", ["W" * 200, "i" * 60, "é" * 120, "مركز العمليات " * 9], ids=["wide", "narrow", "marks", "rtl"]
)
def test_the_banner_has_room_in_a_small_window_whatever_the_name(chain, name):
    chain.session.execute(ChangeField("team:frontline", "name", name))
    chain.lens.resize(560, 400)
    chain.session.select("team:frontline")
    QApplication.processEvents()
    banner = chain.lens.over.banner
    assert chain.port.rect().contains(banner.geometry())
    assert banner.rect().contains(banner.button.geometry())


def test_the_banner_names_both_ends_whole(qtbot, chain):
    team = chain.session.organization.team_by_id["frontline"]
    chain.session.execute(ChangeField(team.subject, "name", "Ops: Night"))
    chain.session.select("escalation:frontline->web-sre")
    assert "Ops: Night → Web Application SRE" in [label.text() for label in chain.lens.over.banner.findChildren(QLabel)]


def test_arrow_keys_walk_the_chain_and_enter_selects(qtbot, chain):
    walked = []
    for key in (Key.Key_Up, Key.Key_Right, Key.Key_Up, Key.Key_Up, Key.Key_Down):
        chain.press(key)
        walked.append(chain.view.current)
    assert walked == ["alert", "team:frontline", "team:web-sre", "team:ruby-web", "team:web-sre"]
    assert chain.session.selection == ()
    chain.press(Key.Key_Return)
    assert chain.session.selection == ("team:web-sre",)
    assert "Web Application SRE" in chain.view.accessibleDescription()
    with qtbot.waitSignal(chain.lens.opened):
        chain.press(Key.Key_Return)


def test_n_goes_through_the_escalations_of_a_card(qtbot, chain):
    chain.click("team:frontline")
    seen = []
    for _ in range(3):
        chain.press(Key.Key_N)
        seen.append(chain.session.selection[0])
    assert seen == [f"escalation:frontline->{team}" for team in ("web-sre", "infra-sre", "web-sre")]


def test_findings_stand_where_they_are_and_can_be_hidden(qtbot, chain):
    row = chain.session.organization.row_by_id["database"]
    for team in row.raci:
        chain.session.execute(AssignTeam(row.id, team, None))
    chain.session.show_findings(analyse(chain.session.document, date(2026, 11, 22)))
    assert chain.card("nobody:environment").card.names == ("Database",)
    chain.click("nobody:environment")
    assert chain.session.selection == ("responsibility:database",)
    qtbot.mouseClick(chain.lens.tools.findings, LEFT)
    assert "nobody:environment" not in chain.view.canvas.cards
    assert all(item.card.severity is None for item in chain.view.canvas.cards.values() if item.team)
    qtbot.mouseClick(chain.lens.tools.escalations, LEFT)
    assert not chain.view.canvas.arrows


def test_a_finding_that_is_gone_is_no_longer_in_focus(qtbot, chain):
    row = chain.session.organization.row_by_id["database"]
    finding = found("GAP006", row.subject)
    with_it = changed(chain.session.report, findings=(*chain.session.report.findings, finding))
    chain.session.show_findings(with_it)
    chain.session.show_finding(finding)
    assert chain.lens.over.banner.isVisible()
    shape = chain.view.diagram
    chain.session.show_findings(changed(with_it, findings=with_it.findings[:-1]))
    qtbot.waitUntil(lambda: not chain.view.is_behind)
    qtbot.waitUntil(lambda: not chain.lens.over.banner.isVisible())
    assert chain.view.diagram == shape
    assert not chain.view.focus.cards


def test_an_edit_elsewhere_touches_only_the_cards_that_it_is_about(qtbot, chain):
    items = dict(chain.view.canvas.cards)
    shapes = {subject: item.card for subject, item in items.items() if item.team}
    chain.session.execute(AssignTeam("database", "ruby-web", "R"))
    assert all(chain.view.canvas.cards[subject] is item for subject, item in items.items())
    changed = [subject for subject, shape in shapes.items() if items[subject].card is not shape]
    assert changed == ["team:ruby-web"]
    assert items["team:ruby-web"].card.does == shapes["team:ruby-web"].does + 1


def test_showing_a_row_brings_the_card_of_its_team_into_view(qtbot, chain):
    chain.view.set_zoom(3.0)
    chain.lens.show_subject("responsibility:diagnose-issue")
    visible = chain.view.mapToScene(chain.port.rect()).boundingRect()
    assert visible.intersects(chain.card("team:frontline").rect)
    chain.lens.show_subject("team:ruby-web")
    assert chain.session.selection == ("team:ruby-web",)
    chain.lens.show_subject("rotation:none")
    assert chain.session.selection == ("team:ruby-web",)


def test_a_service_filter_gives_way_to_what_is_to_be_shown(qtbot, chain):
    chain.lens.tools.services.choose("no-such-service")
    assert not [item for item in chain.view.canvas.cards.values() if item.team]
    chain.lens.show_subject("team:web-sre")
    assert chain.view.service is None
    assert chain.session.selection == ("team:web-sre",)


def test_an_empty_chain_says_what_to_do_and_the_alert_can_be_pulled(qtbot, appearance, small_document):
    chain = ChainHand(qtbot, Session(small_document))
    assert chain.lens.over.empty.isVisible()
    assert chain.lens.over.empty.title.text() == "No page goes anywhere yet."
    qtbot.mouseMove(chain.port, chain.middle("alert"))
    chain.view.mouse.drag(chain.middle("alert"))
    chain.drag(chain.at(chain.card("alert").handle), chain.middle("team:sre"))
    assert chain.escalations == (Escalation(ALERT, "sre"),)
    assert not chain.lens.over.empty.isVisible()


def test_what_is_said_of_an_empty_chain_covers_no_card(qtbot, appearance, sample):
    organization = changed(read_file(sample).document.organization, escalations=())
    chain = ChainHand(qtbot, Session(Document(organization)))
    for width, height in ((1096, 798), (900, 500), (1400, 900)):
        chain.lens.resize(width, height)
        QApplication.processEvents()
        there = [*chain.lens.over.cards_seen(), chain.lens.over.zoom_bar.geometry()]
        said = chain.lens.over.empty
        assert not said.isVisible() or not any(said.geometry().intersects(area) for area in there)
    assert said.isVisible()


def test_no_teams_at_all_is_said(qtbot, appearance):
    chain = ChainHand(qtbot, Session(Document(Organization(name="Nothing"))))
    assert "no teams" in chain.lens.over.empty.hint.text()
    for key in (Key.Key_Up, Key.Key_Return, Key.Key_E, Key.Key_N, Key.Key_Escape):
        chain.press(key)
    assert chain.session.selection == ()


def test_the_lens_is_named_for_those_who_hear_it(qtbot, chain):
    interface = QAccessible.queryAccessibleInterface(chain.view)
    said = "Support chain: 4 of 4 teams, 5 of 5 escalations shown"
    assert interface.text(QAccessible.Text.Name) == said
    for widget in (chain.lens.tools.services, chain.lens.tools.findings, chain.lens.over.zoom_bar.share):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    assert chain.lens.actions()[0].text() == "Select card"


def test_the_theme_changes_at_once(qtbot, chain):
    light = chain.lens.grab().toImage()
    chain.lens.apply_theme(DARK)
    dark = chain.lens.grab().toImage()
    assert light.pixelColor(1000, 100).lightness() > 240
    assert dark.pixelColor(1000, 100).lightness() < 50


def test_a_name_that_looks_like_markup_is_text(qtbot, appearance, small_document):
    team = small_document.organization.teams[0]
    named = ChangeField(team.subject, "name", "<b>Bold</b> & Co").apply(small_document)
    chain = ChainHand(qtbot, Session(named))
    assert "&lt;b&gt;" in chain.card("team:app").toolTip()


def test_a_nobody_card_names_the_row_that_is_asked_for(chain):
    rows = [row for row in chain.session.organization.responsibilities if row.layer == "environment"][:3]
    for row in rows:
        for team in row.raci:
            chain.session.execute(AssignTeam(row.id, team, None))
    chain.session.show_findings(analyse(chain.session.document, date(2026, 11, 22)))
    unowned = chain.card("nobody:environment")
    assert unowned.card.rows == tuple(row.id for row in rows)
    row, name = unowned.card.rows[1], unowned.card.names[1]
    assert nobody_lines(unowned.card, unowned.place)[0] == unowned.card.names[0]
    finding = next(each for each in chain.session.report.findings if each.subjects[0] == f"responsibility:{row}")
    chain.session.show_finding(finding)
    assert nobody_lines(unowned.card, unowned.place) == (name, "and 2 more")
    said = [label.text() for label in chain.lens.over.banner.findChildren(QLabel) if not label.isHidden()]
    assert name in said
    assert not any(finding.code in text for text in said)
    chain.session.select()
    assert unowned.place == 0


def test_everything_in_a_menu_is_an_action_of_the_lens_too(chain):
    offered = {action.text() for action in chain.lens.actions()}
    for point in (chain.middle("team:web-sre"), chain.middle("alert"), chain.words("escalation:frontline->web-sre")):
        menu = chain.menu(point)
        assert len(menu) >= 4
        assert {action.text() for action in chain.lens.actions()} >= menu.keys()
    band = chain.menu(chain.empty_place(1))
    assert band.keys() - offered == {"New team in Web Application Environment…"}
    band["Only this layer"].trigger()
    assert list(chain.view.canvas.cards) == ["team:web-sre"]
    chain.press(Key.Key_L)
    assert len(chain.view.canvas.cards) == 5
    chain.click("team:frontline")
    chain.press(Key.Key_L)
    assert list(chain.view.canvas.cards) == ["team:frontline", "alert"]


def test_the_menu_key_opens_the_menu_of_what_is_in_hand(chain, monkeypatch):
    opened = []
    monkeypatch.setattr(chain.lens.acts, "menu", lambda at: opened.append(at) or _menu(chain))
    chain.click("team:web-sre")
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        spot = chain.middle("team:infra-sre")
        QApplication.sendEvent(chain.port, QContextMenuEvent(reason, spot, chain.port.mapToGlobal(spot)))
    assert opened == [chain.middle("team:web-sre"), chain.middle("team:infra-sre")]
    assert chain.session.selection == ("team:infra-sre",)


def _menu(chain):
    from PySide6.QtWidgets import QMenu

    return QMenu(chain.view)
