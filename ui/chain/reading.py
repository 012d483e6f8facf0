"""The evidence that the chain draws, worked out beside the window where there is much of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from orgmodel.findings import Finding, Report
from ui.background import Background

_DRAWN: Final = frozenset({"ESC001", "ESC002", "ESC011"})
"""What is found about escalations: each of these takes milliseconds to say which."""
FEW: Final = 8
"""So many are read within a frame."""


class Reading(QObject):
    """`report` is the latest one whose evidence is known; the one before stands for it meanwhile."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.report: Report | None = None
        self._wanted: Report | None = None
        self._background = Background("chain evidence", _read, self)
        self._background.done.connect(self._take)

    @property
    def is_behind(self) -> bool:
        """Whether a later report is being read."""
        return self._wanted is not None

    def ask(self, report: Report | None) -> None:
        """Have this report read; at once where that takes no time."""
        if report is self.report or report is self._wanted:
            return
        if report is None or len(_findings(report)) <= FEW:
            self.report, self._wanted = report, None
        else:
            self._wanted = report
            self._background.ask(report)

    def _take(self, report: Report, _: object) -> None:
        if report is self._wanted:
            self.report, self._wanted = report, None
            self.done.emit()


def _findings(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.code in _DRAWN]


def _read(report: Report) -> None:
    for finding in _findings(report):
        finding.evidence  # noqa: B018 (asked once, it is remembered)
