"""The analysis runs beside the window: the latest document wins, the stale is dropped, nothing is left running."""

import threading
from datetime import date

import pytest

from orgmodel.commands import AssignTeam
from orgmodel.document import Arrangement, Place
from orgmodel.findings import Report
from ui.analysis_runner import AnalysisRunner, is_judged_alike


class Slow:
    """An analysis that waits to be let through, and notes what it was asked."""

    def __init__(self):
        self.asked = []
        self.threads = []
        self.gate = threading.Semaphore(0)
        self.entered = threading.Semaphore(0)

    def __call__(self, document, today):
        self.asked.append(document)
        self.threads.append(threading.current_thread())
        self.entered.release()
        assert self.gate.acquire(timeout=10)
        return Report((), (), (), (), today)


@pytest.fixture
def slow():
    return Slow()


@pytest.fixture
def runner(qapp, slow):
    made = AnalysisRunner(slow)
    yield made
    for _ in range(10):
        slow.gate.release()
    made.stop()


def edit(session, letters):
    assert session.execute(AssignTeam("code", "sre", letters))


def test_a_report_reaches_the_session_in_the_thread_of_the_window(qtbot, session, runner, slow):
    threads = []
    session.findings_changed.connect(lambda _: threads.append(threading.current_thread()))
    slow.gate.release()
    with qtbot.waitSignal(runner.report_ready):
        runner.watch(session)
    assert session.report is not None
    assert threads == [threading.main_thread()]
    assert threading.main_thread() not in slow.threads


def test_the_latest_document_wins_and_the_ones_between_are_never_looked_at(qtbot, session, runner, slow):
    runner.watch(session)
    qtbot.waitUntil(lambda: slow.entered.acquire(blocking=False))
    for letters in ("R", "I", "A"):
        edit(session, letters)
    slow.gate.release()
    slow.gate.release()
    reports = []
    runner.report_ready.connect(reports.append)
    qtbot.waitUntil(lambda: bool(reports))
    assert [document is session.document for document in slow.asked] == [False, True]
    assert len(reports) == 1


def test_what_is_not_judged_is_not_looked_at_again(qtbot, session, runner, slow):
    slow.gate.release()
    with qtbot.waitSignal(runner.report_ready):
        runner.watch(session)

    class Drag:
        def label(self, document):
            return "Move"

        def apply(self, document):
            return document.copy_with(arrangement=Arrangement((Place("team:sre", 1, 2),)))

    assert session.execute(Drag())
    assert runner._background._wanted is None
    assert len(slow.asked) == 1


def test_a_report_of_another_session_is_dropped(qtbot, session, runner, slow):
    runner.watch(session)
    qtbot.waitUntil(lambda: slow.entered.acquire(blocking=False))
    runner.watch(None)
    slow.gate.release()
    runner.stop()
    qtbot.wait(1)
    assert session.report is None


def test_no_thread_is_left(session, runner, slow):
    runner.watch(session)
    slow.gate.release()
    runner.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "analysis"]


def test_a_fault_in_the_analysis_is_raised_where_the_window_hears_of_it(qtbot, session):
    def broken(document, today):
        raise ZeroDivisionError("no rows")

    runner = AnalysisRunner(broken)
    with qtbot.captureExceptions() as caught:
        runner.watch(session)
        qtbot.waitUntil(lambda: bool(caught))
    runner.stop()
    assert caught[0][0] is ZeroDivisionError


def test_documents_are_judged_alike_by_what_the_rules_read(small_document):
    placed = small_document.copy_with(arrangement=Arrangement((Place("team:sre", 1, 2),)))
    assert is_judged_alike(small_document, placed)
    renamed = small_document.with_organization(small_document.organization.copy_with(review_by=date(2027, 1, 1)))
    assert not is_judged_alike(small_document, renamed)
