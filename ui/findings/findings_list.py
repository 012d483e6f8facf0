"""The list of findings: click selects and shows, the words under a sentence fix it, accept it, or explain it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from orgmodel.findings import Finding, Report
from ui.findings.delegate import LINE, FindingDelegate
from ui.findings.lines import (
    NO_LINES,
    FindingLine,
    GroupKey,
    GroupLine,
    Heading,
    Line,
    key_of,
    lines_of,
    subjects_of,
)
from ui.findings.rule_page import show_rule_page
from ui.findings.waive import ask_waiver
from ui.plain_text import as_menu_text, as_tip
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
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.text
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, FindingLine):
            return as_tip(f"{line.finding.advice}\n{line.finding.source.title}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if isinstance(self.lines[index.row()], Heading) else super().flags(index)


class FindingsList(QListView):
    """Keys and clicks become selection, fixes and waivers."""

    chosen = Signal(str)
    """The subject of a line that somebody chose, to be brought into view."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.lines = _Lines(self)
        self.opened: set[GroupKey] = set()
        self.delegate = FindingDelegate(theme, self)
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Findings")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        self.delegate.theme = theme
        self.setStyleSheet(f"QListView {{ background: {theme.chrome}; outline: 0; }}")

    def show_report(self, report: Report | None) -> None:
        """Show its lines; groups that were open stay open, and so does the place in the list."""
        scrolled = self.verticalScrollBar().value()
        self.lines.show(lines_of(report, frozenset(self.opened)) if report else NO_LINES)
        self.verticalScrollBar().setValue(scrolled)
        self.follow_selection()

    def open_group(self, key: GroupKey, *, wanted: bool) -> None:
        if wanted:
            self.opened.add(key)
        else:
            self.opened.discard(key)
        self.show_report(self.session.report)

    def follow_selection(self) -> None:
        """Mark the first finding of what is selected elsewhere; leave the list alone where it is about that already."""
        selection = self.session.selection
        if not selection or selection[0] in subjects_of(self._current()):
            return
        for row, line in enumerate(self.lines.lines):
            if selection[0] in (subjects_of(line)[:1] if isinstance(line, FindingLine) else _grouped(line)):
                self.setCurrentIndex(self.lines.index(row))
                return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def mark(self, finding: Finding) -> None:
        """Make a finding the current line, as somebody went to it, and open the group that it is in."""
        if finding.alike and key_of(finding) not in self.opened:
            self.open_group(key_of(finding), wanted=True)
        for row, line in enumerate(self.lines.lines):
            if isinstance(line, FindingLine) and line.finding == finding:
                self.setCurrentIndex(self.lines.index(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.press(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._action_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.takes(event.key()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press_key(event.key()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self._line(self.indexAt(event.pos()))
        if isinstance(line, FindingLine):
            self.menu_of(line.finding).exec(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def press(self, point: QPoint) -> None:
        line = self._line(self.indexAt(point))
        action = self._action_at(point)
        if isinstance(line, FindingLine) and action == "waive":
            self.waive(line.finding)
        elif isinstance(line, FindingLine) and action == "fix":
            self.fix(line, self.viewport().mapToGlobal(point))
        else:
            self.choose(line)

    def takes(self, key: int) -> bool:
        """Whether a key means something here that elsewhere is the window's."""
        return key == Qt.Key.Key_F1 and isinstance(self._current(), FindingLine | GroupLine)

    def press_key(self, key: int) -> bool:
        """Enter shows, Right and Left open and close, F fixes, W waives, F1 explains; whether it was one of them."""
        line = self._current()
        if isinstance(line, GroupLine) and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.open_group(line.key, wanted=key == Qt.Key.Key_Right)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(line)
        elif isinstance(line, FindingLine) and key == Qt.Key.Key_F:
            self.fix(line, self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        elif isinstance(line, FindingLine) and key == Qt.Key.Key_W:
            self.waive(line.finding)
        elif isinstance(line, FindingLine | GroupLine) and key == Qt.Key.Key_F1:
            show_rule_page(line.key[0] if isinstance(line, GroupLine) else line.finding.code, self)
        else:
            return False
        return True

    def choose(self, line: Line | None) -> None:
        subjects = subjects_of(line)
        if isinstance(line, GroupLine):
            self.open_group(line.key, wanted=not line.is_open)
        elif isinstance(line, FindingLine):
            self.session.show_finding(line.finding)
        elif subjects:
            self.session.select(*subjects)
            self.chosen.emit(subjects[0])

    def fix(self, line: FindingLine, place: QPoint) -> None:
        """Apply the only fix where all its words could be read, else offer what there is."""
        finding = line.finding
        rect = self.visualRect(self.lines.index(self.lines.lines.index(line)))
        if len(finding.fixes) == 1 and self.delegate.shows_whole_fix(line, rect):
            self.session.execute(finding.fixes[0].command)
        elif finding.fixes:
            self.menu_of(finding).exec(place)

    def waive(self, finding: Finding) -> None:
        command = ask_waiver(finding, self.session, self)
        if command and finding.waived is None:
            self.session.execute(command)

    def menu_of(self, finding: Finding) -> QMenu:
        menu = QMenu(self)
        for fix in finding.fixes:
            menu.addAction(as_menu_text(fix.label), partial(self.session.execute, fix.command))
        if finding.fixes:
            menu.addSeparator()
        if finding.waived is None:
            menu.addAction("Waive…", lambda: self.waive(finding))
        menu.addAction(f"About {finding.code}", lambda: show_rule_page(finding.code, self))
        return menu

    def _current(self) -> Line | None:
        return self._line(self.currentIndex())

    def _line(self, index: QModelIndex) -> Line | None:
        return self.lines.lines[index.row()] if index.isValid() else None

    def _action_at(self, point: QPoint) -> str | None:
        index = self.indexAt(point)
        line = self._line(index)
        return self.delegate.action_at(line, self.visualRect(index), point) if line else None


def _grouped(line: Line) -> tuple[str, ...]:
    """The things of a closed group, which have no lines of their own."""
    return subjects_of(line) if isinstance(line, GroupLine) and not line.is_open else ()
