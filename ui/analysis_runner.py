"""The analysis beside the window, after every edit that can make a difference; what has gone stale is dropped.

Each begins from the one before, so that a changed letter costs little. networkx is imported there, after the first
paint.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from orgmodel.document import Document
from orgmodel.findings import Report
from ui.background import Background
from ui.session import Session
from ui.translation import tr
from ui.work import Work

if TYPE_CHECKING:
    from orgmodel.analysis import Analysis

Analyse = Callable[[Document, date], Report]


class AnalysisRunner(QObject):
    """Looks after one session at a time; `report_ready` comes in the thread of the window."""

    report_ready = Signal(object)
    """The new `Report`, which the session holds already."""
    begun = Signal(object)
    """The `Work` of looking for what there is to find."""
    stopped = Signal()
    """Somebody stopped it: what is found is of an earlier document."""

    def __init__(self, analyse: Analyse | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._analyse = analyse or self._from_the_last
        self._last: Analysis | None = None
        self._session: Session | None = None
        self._judged: WeakKeyDictionary[Session, Document] = WeakKeyDictionary()
        """What the report of each session is about, the one that is watched and those that were."""
        self._background = Background("analysis", self._judge, self)
        self._background.done.connect(self._deliver)
        self._background.failed.connect(lambda *_: self._end_work())
        self._work: Work | None = None

    def watch(self, session: Session | None) -> None:
        """Analyse this session's document now, unless its report is of that, and after every edit that matters."""
        if self._session is not None:
            self._session.document_changed.disconnect(self._edited)
        self._session = session
        self._end_work()
        if session is not None:
            session.document_changed.connect(self._edited)
            judged = self._judged.get(session)
            if judged is None or not is_judged_alike(judged, session.document):
                self._ask(session, session.document)

    def stop(self) -> None:
        """End the thread; returns when the analysis in hand is through."""
        self.watch(None)
        thread = self._background.stop()
        if thread:
            thread.join()

    def _edited(self, before: Document, after: Document) -> None:
        if self._session and not is_judged_alike(before, after):
            self._ask(self._session, after)

    def _ask(self, session: Session, document: Document) -> None:
        self._background.ask((document, session.today))
        if self._work is None:
            self._work = Work(tr("Looking for gaps…"), self._give_up, self)
            self.begun.emit(self._work)

    def _give_up(self) -> None:
        """Leave the findings as they are; the next edit has them looked for again."""
        self._background.stop()
        self._work = None
        self.stopped.emit()

    def _end_work(self) -> None:
        work, self._work = self._work, None
        if work:
            work.end()

    def _judge(self, asked: tuple[Document, date]) -> Report:
        return self._analyse(*asked)

    def _from_the_last(self, document: Document, today: date) -> Report:
        from orgmodel.analysis import Analysis

        self._last = self._last.after(document, today) if self._last else Analysis.of(document, today)
        return self._last.report

    def _deliver(self, asked: tuple[Document, date], report: Report) -> None:
        session = self._session
        if session is not None and is_judged_alike(asked[0], session.document):
            self._end_work()
            self._judged[session] = asked[0]
            session.show_findings(report)
            self.report_ready.emit(report)


def is_judged_alike(one: Document, other: Document) -> bool:
    """Whether two documents have the same findings: places and views make no difference."""
    return one.organization is other.organization and one.waivers is other.waivers
