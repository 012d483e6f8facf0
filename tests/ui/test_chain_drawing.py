"""Large chains are drawn beside the window, hidden ones not at all; the window shows what it can at once."""

import threading
from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt

from orgmodel.analysis import analyse
from orgmodel.commands import AddEscalation, AssignTeam
from orgmodel.diagram import chain as diagram
from orgmodel.model import Escalation
from orgmodel.yaml_file import read_file
from ui.chain import ChainLens
from ui.chain.gestures import MoveCard
from ui.session import Session
from ui.theme import LIGHT

MAIN = threading.main_thread()


class Gate:
    """Draws at once in the window's thread, and beside it when it is let through."""

    def __init__(self):
        self.threads = []
        self.opened = threading.Semaphore(0)
        self.entered = threading.Semaphore(0)

    def __call__(self, plan):
        self.threads.append(threading.current_thread())
        if threading.current_thread() is not MAIN:
            self.entered.release()
            assert self.opened.acquire(timeout=10)
        return diagram.draw(plan)


@pytest.fixture
def gate(monkeypatch):
    made = Gate()
    monkeypatch.setattr("ui.chain.drawing.draw", made)
    monkeypatch.setattr("ui.chain.drawing.FEW_ESCALATIONS", -1)
    yield made
    for _ in range(10):
        made.opened.release()


@pytest.fixture
def hidden(qtbot, appearance, sample, gate):
    """The lens on the reference sample, not shown yet; every chain counts as a large one."""
    session = Session(read_file(sample).document)
    session.show_findings(analyse(session.document, date(2026, 11, 22)))
    lens = ChainLens(session, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(1096, 798)
    lens.session = session
    return lens


@pytest.fixture
def chain(qtbot, hidden, gate):
    """The same, shown and drawn."""
    with qtbot.waitSignal(hidden.view.caught_up):
        hidden.show()
        gate.opened.release()
    qtbot.waitUntil(lambda: gate.entered.acquire(blocking=False))
    hidden.view.setFocus()
    gate.threads.clear()
    return hidden


def catch_up(qtbot, lens, gate):
    with qtbot.waitSignal(lens.view.caught_up):
        gate.opened.release()


def card(lens, subject):
    return lens.view.canvas.cards[subject]


def test_nothing_is_drawn_before_the_lens_is_shown(qtbot, hidden, gate):
    hidden.session.execute(AssignTeam("database", "ruby-web", "R"))
    hidden.session.execute(AddEscalation(Escalation("infra-sre", "ruby-web")))
    assert gate.threads == []
    hidden.show()
    catch_up(qtbot, hidden, gate)
    assert len(gate.threads) == 1
    assert MAIN not in gate.threads
    assert len(hidden.view.canvas.arrows) == 6


def test_a_hidden_lens_follows_when_it_is_shown_again(qtbot, chain, gate):
    chain.hide()
    chain.session.execute(AddEscalation(Escalation("infra-sre", "ruby-web")))
    assert gate.threads == []
    assert len(chain.view.canvas.arrows) == 5
    chain.show()
    catch_up(qtbot, chain, gate)
    assert len(chain.view.canvas.arrows) == 6


def test_what_was_selected_meanwhile_stands_out_when_it_is_shown_again(qtbot, chain):
    chain.hide()
    chain.session.select("team:infra-sre")
    chain.show()
    assert card(chain, "team:infra-sre").is_selected
    assert chain.over.banner.isVisible()


def test_the_first_drawing_is_awaited_with_words_and_fitted(qtbot, hidden, gate):
    hidden.show()
    assert hidden.over.empty.title.text() == "Drawing the chain…"
    assert hidden.over.empty.isVisible()
    assert not hidden.over.legend.isVisible()
    catch_up(qtbot, hidden, gate)
    assert not hidden.over.empty.isVisible()
    assert hidden.over.legend.isVisible()
    assert hidden.view.zoom == min(1.0, hidden.view.fitting())


def test_letters_are_shown_at_once(chain, gate):
    before = card(chain, "team:ruby-web").card.does
    chain.session.execute(AssignTeam("database", "ruby-web", "R"))
    assert card(chain, "team:ruby-web").card.does == before + 1
    assert gate.threads == [MAIN]
    assert not chain.view.is_behind


def test_of_several_edits_the_latest_is_drawn(qtbot, chain, gate):
    chain.session.execute(AddEscalation(Escalation("infra-sre", "ruby-web")))
    qtbot.waitUntil(lambda: gate.entered.acquire(blocking=False))
    for source in ("frontline", "web-sre"):
        chain.session.execute(AddEscalation(Escalation(source, "ruby-web", when="it is Monday")))
    assert len(chain.view.canvas.arrows) == 5
    assert chain.view.is_behind
    gate.opened.release()
    catch_up(qtbot, chain, gate)
    assert len(chain.view.canvas.arrows) == 8
    assert len(gate.threads) == 2


def test_a_chain_with_older_findings_is_shown_until_the_newer_are_drawn(qtbot, chain, gate):
    chain.session.execute(AddEscalation(Escalation("infra-sre", "ruby-web")))
    qtbot.waitUntil(lambda: gate.entered.acquire(blocking=False))
    chain.tools.findings.setChecked(False)
    seen = []
    chain.view.shape_changed.connect(lambda: seen.append((len(chain.view.canvas.arrows), chain.view.is_behind)))
    gate.opened.release()
    catch_up(qtbot, chain, gate)
    assert seen == [(6, True), (6, False)]
    assert all(item.card.severity is None for item in chain.view.canvas.cards.values() if item.team)


def test_a_dropped_card_stays_while_its_lines_are_drawn(qtbot, chain, gate):
    item = card(chain, "team:infra-sre")
    before = item.pos()
    gesture = chain.view.gesture = MoveCard(chain.view, item, item.rect.center())
    gesture.move(item.rect.center() - QPointF(120, 0), None)
    chain.view.finish_gesture(item.rect.center())
    assert chain.view.is_behind
    assert item.pos() == before - QPointF(120, 0)
    arrow = chain.view.canvas.arrow_of("escalation:web-sre->infra-sre")
    assert arrow.strength == pytest.approx(0.2)
    catch_up(qtbot, chain, gate)
    assert item.pos() == before - QPointF(120, 0)
    assert arrow.strength == 1.0


def test_every_key_press_moves_a_card_further(qtbot, chain, gate):
    item = card(chain, "team:infra-sre")
    before = item.pos()
    chain.session.select("team:infra-sre")
    for _ in range(3):
        qtbot.keyClick(chain.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert item.pos() == before - QPointF(72, 0)
    qtbot.waitUntil(lambda: gate.entered.acquire(blocking=False))
    gate.opened.release()
    catch_up(qtbot, chain, gate)
    assert item.pos() == before - QPointF(72, 0)


def test_a_card_that_may_not_be_placed_goes_home(qtbot, chain):
    item = card(chain, "team:infra-sre")
    before = item.pos()
    said = []
    chain.session.refused.connect(said.append)
    team = chain.session.organization.team_by_id["infra-sre"]
    gone = chain.session.organization.copy_with(
        teams=tuple(each for each in chain.session.organization.teams if each is not team)
    )
    chain.session.history = chain.session.history.then("Gone", chain.session.document.with_organization(gone))
    chain.view.edits.place(item, before + QPointF(40, 0))
    assert said
    assert item.pos() == before


def test_what_is_drawn_waits_for_the_end_of_a_gesture(qtbot, chain, gate):
    chain.session.execute(AddEscalation(Escalation("infra-sre", "ruby-web")))
    qtbot.waitUntil(lambda: gate.entered.acquire(blocking=False))
    item = card(chain, "team:frontline")
    gesture = chain.view.gesture = MoveCard(chain.view, item, item.rect.center())
    drawn = chain.view._drawing.drawn
    with qtbot.waitSignal(drawn):
        gate.opened.release()
    assert chain.view.gesture is gesture
    assert len(chain.view.canvas.arrows) == 5
    chain.view.escape()
    assert len(chain.view.canvas.arrows) == 6
    assert not chain.view.is_behind


def test_findings_do_not_end_a_gesture(chain):
    item = card(chain, "team:frontline")
    gesture = chain.view.gesture = MoveCard(chain.view, item, item.rect.center())
    chain.session.show_findings(analyse(chain.session.document, date(2026, 11, 22)))
    assert chain.view.gesture is gesture
    chain.view.escape()
    assert not chain.view.is_behind


def test_what_is_to_be_shown_is_shown_once_it_is_drawn(qtbot, chain, gate):
    chain.tools.services.choose("no-such-service")
    catch_up(qtbot, chain, gate)
    chain.show_subject("team:web-sre")
    assert chain.session.selection == ()
    catch_up(qtbot, chain, gate)
    assert chain.view.service is None
    assert chain.session.selection == ("team:web-sre",)


def test_a_card_dropped_where_it_may_not_stand_goes_back_each_time(qtbot, chain, gate):
    item = card(chain, "team:infra-sre")
    edge = chain.view.canvas.measures.label_column
    for x in (-400, -500):
        chain.view.edits.place(item, QPointF(x, item.y()))
        assert item.x() == x
        catch_up(qtbot, chain, gate)
        assert item.x() == edge


def test_much_evidence_is_read_beside_the_window_before_it_is_drawn(qtbot, hidden, gate, monkeypatch):
    monkeypatch.setattr("ui.chain.reading.FEW", -1)
    threads = []
    monkeypatch.setattr("ui.chain.reading._findings", lambda _: threads.append(threading.current_thread()) or [])
    hidden.show()
    assert hidden.view.is_behind
    assert hidden.view.is_drawing
    assert gate.threads == []
    catch_up(qtbot, hidden, gate)
    assert {MAIN} < set(threads)
    assert len(hidden.view.canvas.arrows) == 5
    later = analyse(hidden.session.document, date(2026, 11, 23))
    hidden.session.show_findings(later)
    hidden.session.execute(AssignTeam("database", "ruby-web", "R"))
    assert card(hidden, "team:ruby-web").card.does > 0
    assert hidden.view.is_behind
    qtbot.waitUntil(lambda: not hidden.view.is_behind)
