"""Work beside the window: the latest request wins, and nothing is heard of what was stopped."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from ui.background import Background


@pytest.fixture
def gate():
    return threading.Semaphore(0)


@pytest.fixture
def background(qapp, gate):
    def work(request):
        assert gate.acquire(timeout=10)
        if request == "bad":
            raise ZeroDivisionError("of no use")
        return request.upper()

    made = Background("test", work)
    yield made
    thread = made.stop()
    gate.release()
    if thread:
        thread.join()


def test_what_is_done_is_said_in_the_thread_of_the_window(qtbot, background, gate):
    heard = []
    background.done.connect(lambda asked, result: heard.append((asked, result, threading.current_thread())))
    gate.release()
    with qtbot.waitSignal(background.done):
        background.ask("a")
    assert heard == [("a", "A", threading.main_thread())]


def test_the_thread_ends_when_nothing_is_wanted_and_comes_back(qtbot, background, gate):
    for request in ("a", "b"):
        gate.release()
        with qtbot.waitSignal(background.done):
            background.ask(request)
        qtbot.waitUntil(lambda: not [thread for thread in threading.enumerate() if thread.name == "test"])


def test_nothing_is_heard_of_what_was_stopped_even_if_it_was_done(qtbot, background, gate):
    heard = []
    background.done.connect(lambda *said: heard.append(said))
    background.ask("a")
    qtbot.waitUntil(lambda: background._thread is not None)
    gate.release()
    background._thread.join()
    assert background.stop() is None
    QApplication.processEvents()
    assert heard == []


def test_a_fault_is_raised_in_the_window(qtbot, background, gate):
    with qtbot.captureExceptions() as caught:
        background.ask("bad")
        gate.release()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_what_was_asked_and_not_begun_is_forgotten(qtbot, background):
    background.ask("a")
    assert background.stop() is None
    qtbot.waitUntil(lambda: not background._beginning.isActive())
    assert background._thread is None


def test_what_gives_way_waits_for_other_work(qtbot, background, gate):
    order = []
    later = Background("later", order.append, gives_way=True)
    background.done.connect(lambda *_: order.append("first"))
    background.ask("a")
    qtbot.waitUntil(lambda: bool(Background.at_work))
    later.ask("second")
    later._begin()
    assert later._thread is None
    with qtbot.waitSignal(later.done):
        gate.release()
    assert order == ["first", "second"]
