"""The dock's content: the list of findings, or what to say where there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from orgmodel.findings import Report
from ui.empty_state import EmptyState
from ui.findings.findings_list import FindingsList
from ui.findings.lines import caption, empty_sentences
from ui.session import Session
from ui.theme import Theme


class FindingsPanel(QWidget):
    """The dock's content; `caption_changed` is what stands beside its title, `shown` what to bring into view."""

    caption_changed = Signal(str)
    shown = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.list = FindingsList(session, theme, self)
        self.empty = EmptyState(theme, self)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        self.list.chosen.connect(self.shown)
        session.findings_changed.connect(self.show_report)
        session.selection_changed.connect(self.list.follow_selection)
        session.finding_shown.connect(self.list.mark)
        self.show_report(session.report)

    @property
    def caption(self) -> str:
        """What stands beside the dock's title."""
        return caption(self.session.report)

    def apply_theme(self, theme: Theme) -> None:
        self.list.apply_theme(theme)
        self.empty.apply_theme(theme)

    def focus_first(self) -> None:
        self.list.setFocus()

    def show_report(self, report: Report | None) -> None:
        sentences = empty_sentences(report)
        if sentences:
            self.empty.say(*sentences)
        self.list.show_report(report)
        self._pages.setCurrentWidget(self.list if self.list.lines.lines else self.empty)
        self.caption_changed.emit(caption(report))
