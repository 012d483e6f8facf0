"""The list of findings: click selects and shows, the words under a sentence mend it, accept it, or explain it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from orgmodel.findings import Finding
from orgmodel.model import Subject
from ui.findings.delegate import LINE, FindingDelegate
from ui.findings.hand import Hand
from ui.findings.lines import NO_LINES, FindingLine, GroupLine, Line, SectionLine, is_same_line
from ui.findings.listing import Folds, Listing
from ui.session import Session
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractListModel):
    """The lines as a table model, rebuilt from each report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = NO_LINES

    def show(self, lines: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.text} {line.remark}".strip()
        return None


class FindingsList(QListView):
    """Shows a listing; keys and presses become what its `hand` does."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.listing: Listing | None = None
        self.folds = Folds()
        self.lines = _Lines(self)
        self.delegate = FindingDelegate(theme, session.remedies, self)
        self.hand = Hand(self)
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Findings")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.apply_theme(theme)
        session.remedies.known.connect(self._know)

    def apply_theme(self, theme: Theme) -> None:
        self.delegate.theme = theme
        self.setStyleSheet(f"QListView {{ background: {theme.chrome}; outline: 0; }}")

    def show_listing(self, listing: Listing | None) -> None:
        """Show its lines; what was open stays open, and so does the place in the list."""
        self.listing = listing
        self.show_lines()

    def show_lines(self) -> None:
        """The lines anew; the keyboard stays on its line, or where that stood when it is gone."""
        line, row, scrolled = self.current(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.lines.show(self.listing.lines(self.folds) if self.listing else NO_LINES)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        lines = self.lines.lines
        same = next((place for place, each in enumerate(lines) if is_same_line(line, each)), None)
        if same is None and self.hasFocus() and row >= 0 and lines:
            same = min(row, len(lines) - 1)
        if same is not None:
            self._take(same, scroll=False)
        else:
            self.follow_selection()

    def follow_selection(self) -> None:
        """Mark the first finding of what is selected elsewhere; leave the list alone where it is about that already."""
        selection, line = self.session.selection, self.current()
        if not selection or (line and selection[0] in line.subjects):
            return
        row = next((row for row, each in enumerate(self.lines.lines) if _is_about(each, selection[0])), None)
        if row is not None:
            self._take(row)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def mark(self, finding: Finding) -> None:
        """Make a finding the current line, as somebody went to it, and open whatever hides it."""
        row = self._row_of(finding)
        if row is None and self.listing:
            self.listing.open_up(finding, self.folds)
            self.show_lines()
            row = self._row_of(finding)
        if row is not None and row != self.currentIndex().row():
            self._take(row)

    def current(self) -> Line | None:
        return self.line_at(self.currentIndex())

    def line_at(self, index: QModelIndex) -> Line | None:
        return self.lines.lines[index.row()] if index.isValid() else None

    def step_out(self, line: Line) -> None:
        """Go from a line to what it is under: its group, else its heading."""
        lines, row = self.lines.lines, self.currentIndex().row()
        outer = GroupLine if isinstance(line, FindingLine) and line.is_within else SectionLine
        above = next((place for place in range(row - 1, -1, -1) if isinstance(lines[place], outer)), None)
        if above is not None:
            self._take(above)

    def _know(self, finding: Finding) -> None:
        """The fixes of a finding are known: its line says so, as high as it takes, and what waits for them is done."""
        row = self._row_of(finding)
        if row is not None and not self.delegate.is_laid_out(self.lines.lines[row]):
            self.scheduleDelayedItemsLayout()
        self.viewport().update()
        self.hand.go_on(finding)

    def _take(self, row: int, *, scroll: bool = True) -> None:
        self.setAutoScroll(scroll)
        self.setCurrentIndex(self.lines.index(row))
        self.setAutoScroll(True)

    def _row_of(self, finding: Finding) -> int | None:
        """Its line; where it has several, under several headings, the current one first."""
        rows = [
            row
            for row, line in enumerate(self.lines.lines)
            if isinstance(line, FindingLine) and line.finding is finding
        ]
        here = self.currentIndex().row()
        return here if here in rows else rows[0] if rows else None

    # Qt's overrides

    def doItemsLayout(self) -> None:
        self.delegate.forget_heights()
        super().doItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.line_at(index)
        if line and event.button() == Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            action = self.delegate.action_at(line, self.visualRect(index), point)
            self.hand.press(line, action, self.viewport().mapToGlobal(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        line = self.line_at(index)
        over = line is not None and self.delegate.action_at(line, self.visualRect(index), point) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._explains(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not line or not self.hand.type(line, event.key()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self.line_at(self.indexAt(event.pos()))
        if line:
            self.hand.show_menu(line, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex())  # Qt makes the first line current, and does not select it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _explains(self, event: QKeyEvent) -> bool:
        """Whether a key opens the page of a rule here, while elsewhere it is the window's."""
        line = self.current()
        return event.key() == Qt.Key.Key_F1 and not event.modifiers() and line is not None and bool(line.codes)

    def foot_of_current(self) -> QPoint:
        """Where on the screen a menu about the current line opens."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())


def _is_about(line: Line, named: Subject) -> bool:
    """Whether a line is first about a thing; those of a group that is open have lines of their own."""
    if isinstance(line, GroupLine):
        return not line.is_open and any(finding.subjects[0] == named for finding in line.findings)
    return isinstance(line, FindingLine) and line.subjects[0] == named
