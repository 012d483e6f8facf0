"""The analysis in one background thread: the latest document wins, and what has gone stale is dropped.

Values are frozen, so a thread may read what the window shows. networkx is imported there, after the first paint.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from threading import Condition, Thread

from PySide6.QtCore import QObject, Qt, Signal

from orgmodel.document import Document
from orgmodel.findings import Report
from ui.session import Session

Analyse = Callable[[Document, date], Report]
SWITCH_SECONDS = 0.0005
"""How long the thread may keep the interpreter while the window waits for it; Python's own 5 ms add up in a paint."""


class AnalysisRunner(QObject):
    """Looks after one session at a time; `report_ready` comes in the thread of the window."""

    report_ready = Signal(object)
    """The new `Report`, which the session holds already."""
    _finished = Signal(object, object, object)

    def __init__(self, analyse: Analyse | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._analyse = analyse
        self._session: Session | None = None
        self._wanted: tuple[Document, date] | None = None
        self._stopping = False
        self._changed = Condition()
        self._thread: Thread | None = None
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def watch(self, session: Session | None) -> None:
        """Analyse this session's document now, and after every edit that can make a difference."""
        if self._session is not None:
            self._session.document_changed.disconnect(self._edited)
        self._session = session
        if session is not None:
            session.document_changed.connect(self._edited)
            self._ask(session)

    def stop(self) -> None:
        """End the thread; returns when the analysis in hand is through."""
        self.watch(None)
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread:
            self._thread.join()
            self._thread = None

    def _edited(self, before: Document, after: Document) -> None:
        if self._session and not is_judged_alike(before, after):
            self._ask(self._session)

    def _ask(self, session: Session) -> None:
        with self._changed:
            self._wanted = (session.document, session.today)
            self._changed.notify()
        if self._thread is None:
            sys.setswitchinterval(SWITCH_SECONDS)
            self._stopping = False
            self._thread = Thread(target=self._work, name="analysis", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._stopping or self._wanted)
                if self._stopping or self._wanted is None:
                    return
                (document, today), self._wanted = self._wanted, None
            report, failure = self._attempt(document, today)
            with self._changed:
                if not self._stopping:
                    self._finished.emit(document, report, failure)

    def _attempt(self, document: Document, today: date) -> tuple[Report | None, Exception | None]:
        try:
            if self._analyse is None:
                from orgmodel.analysis import analyse

                self._analyse = analyse
            return self._analyse(document, today), None
        except Exception as failure:  # noqa: BLE001 (raised again where the window's own surprises are met)
            return None, failure

    def _deliver(self, document: Document, report: Report | None, failure: Exception | None) -> None:
        session = self._session
        if failure is not None:
            raise failure
        if session is None or report is None or not is_judged_alike(document, session.document):
            return
        session.show_findings(report)
        self.report_ready.emit(report)


def is_judged_alike(one: Document, other: Document) -> bool:
    """Whether two documents have the same findings: places and views make no difference."""
    return one.organization is other.organization and one.waivers is other.waivers


def change_sentence(before: Report, after: Report) -> str | None:
    """What an edit did to the findings: `Fixed 3, opened 1`; None where it did nothing."""
    earlier = {(finding.code, finding.subjects) for finding in before.findings}
    now = {(finding.code, finding.subjects) for finding in after.findings}
    fixed, opened = len(earlier - now), len(now - earlier)
    if fixed and opened:
        return f"Fixed {fixed}, opened {opened}"
    if fixed or opened:
        return f"Fixed {fixed}" if fixed else f"Opened {opened}"
    return None
