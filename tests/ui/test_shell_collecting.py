"""Garbage goes in the thread of the window, when nothing else is going on."""

import gc
import threading
import weakref

import pytest

from ui import collecting
from ui.background import Background
from ui.collecting import Collector


class Ring:
    """Holds itself, so that only the collector ends it."""

    def __init__(self):
        self.ring = self


@pytest.fixture
def collector(qapp, monkeypatch):
    monkeypatch.setattr(collecting, "MANY", 0)
    made = Collector()
    made.take_over()
    yield made
    made.deleteLater()
    gc.unfreeze()
    gc.enable()


def test_python_no_longer_collects_and_the_window_does(qtbot, collector, monkeypatch):
    assert not gc.isenabled()
    collector._timer.setInterval(1)
    ring = weakref.ref(Ring())
    qtbot.waitUntil(lambda: ring() is None)


def test_few_new_things_are_left_alone(collector, monkeypatch):
    monkeypatch.setattr(collecting, "MANY", 1_000_000)
    ring = weakref.ref(Ring())
    collector.look()
    assert ring() is not None


def test_nothing_is_collected_while_work_is_going_on(qtbot, collector):
    gate = threading.Semaphore(0)
    background = Background("test", lambda _: gate.acquire(timeout=10))
    background.ask("a")
    qtbot.waitUntil(lambda: bool(Background.at_work))
    ring = weakref.ref(Ring())
    collector.look()
    assert ring() is not None
    with qtbot.waitSignal(background.done):
        gate.release()
    qtbot.waitUntil(lambda: not Background.at_work)
    collector.look()
    assert ring() is None


def test_another_document_clears_away_what_the_one_before_left(qtbot, collector):
    held = Ring()
    ring = weakref.ref(held)
    collector.look()
    del held
    collector.look()
    assert ring() is not None
    collector.take_over()
    assert ring() is not None  # first the other document is painted
    qtbot.waitUntil(lambda: ring() is None)
