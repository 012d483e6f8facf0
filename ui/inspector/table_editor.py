"""The editor of a list of values: a compact table whose cells are edited where they stand."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.inspector.fields import TableField, Whole
from ui.inspector.hand import Hand, LineHand
from ui.inspector.held import held
from ui.inspector.making import as_editor, editor_for
from ui.inspector.table_line import Line, head_of
from ui.pieces import words
from ui.style import wear
from ui.translation import tr

MOST_LINES: Final = 60
"""How many lines are shown at first; a link shows the others."""


class TableEditor(QWidget):
    """Lines are added, removed and moved by the buttons below or by keys; each edit is one command."""

    told = Signal(str)
    """Why what is typed cannot be; nothing where it can."""

    def __init__(self, field: TableField, hand: Hand) -> None:
        super().__init__()
        self.field, self.hand = field, hand
        self.lines: list[Line] = []
        self.values: tuple[Any, ...] = ()
        self.place = 0
        """Which line is in hand."""
        self._is_adding = False
        self._most = MOST_LINES
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.head = head_of(field, hand.theme)
        self._column.addWidget(self.head)
        self._below = QVBoxLayout()
        self._below.setSpacing(2)
        self._column.addLayout(self._below)
        self.others = QPushButton()
        wear(self.others, "link")
        self.others.clicked.connect(self._show_all)
        self._below.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons = self._made_buttons()
        self.detail_title = words("", hand.theme.ink, 12, "semibold")
        self.detail_title.setWordWrap(True)
        self.details: dict[str, QWidget] = {}
        self._detail_hand = LineHand(field, hand, 0)
        if field.details:
            self._make_details()

    def fill(self, _: Any) -> None:
        """Show the lines as they are now; those there are too many of wait behind a link."""
        self.values = self.field.rows(self.hand.session.document, self.hand.thing)
        if self._is_adding and len(self.values) > self._adding_after:
            self._is_adding = False
        number = min(len(self.values), self._most)
        shown = number + self._is_adding
        while len(self.lines) < shown:
            self._make_line()
        labels = tuple(cell.label for cell in self.field.columns)
        for place, line in enumerate(self.lines):
            line.setVisible(place < shown)
            if place < shown:
                is_new = place == number
                line.hand.place = len(self.values) if is_new else place
                line.fill(None if is_new else self.values[place])
                line.name_cells(labels, self._called(place, is_new=is_new))
        self.others.setVisible(len(self.values) > number)
        self.others.setText(tr("Show the other {number}", number=len(self.values) - number))
        self.head.setVisible(shown > 0 and len(self.field.columns) > 1)
        self.place = max(0, min(self.place, shown - 1))
        self._show_place()

    def is_in_hand(self) -> bool:
        """Every cell knows for itself."""
        return False

    def commit(self) -> None:
        for each in self._editors():
            if each.hasFocus():
                as_editor(each).commit()

    def forget(self) -> None:
        """Put back what somebody has begun: another thing is shown from now on."""
        self._is_adding = False
        self.place = 0
        for each in self._editors():
            if as_editor(each).is_in_hand():
                as_editor(each).fill(None)

    def start_adding(self) -> None:
        """One more line, which is written once its first cell is filled in."""
        self.commit()
        self._is_adding, self._adding_after = True, len(self.values)
        self._most = max(self._most, len(self.values) + 1)
        self.fill(None)
        first = next(iter(self.lines[len(self.values)].cells.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def remove_line(self) -> None:
        """Take away the line in hand; one that was about to be added is forgotten."""
        if self.place >= len(self.values):
            self._is_adding = False
            self.fill(None)
        elif self.field.remove:
            hand = self.hand
            hand.session.execute(self.field.remove(self._whole, self.place))

    def move_line(self, step: int) -> None:
        """Put the line in hand one place on or back; the keyboard goes along."""
        to = self.place + step
        if self.field.move and self.place < len(self.values) and 0 <= to < len(self.values):
            hand, column = self.hand, self._column_in_hand()
            self.commit()
            if hand.session.execute(self.field.move(self._whole, self.place, to)):
                self._take_up(to)
                if column:
                    self.lines[to].cells[column].setFocus()

    def focus_line(self, place: int = 0) -> None:
        """Put the keyboard into a line; where there is none, on what adds one."""
        if place < len(self.values):
            cells = list(self.lines[place].cells.values())
            next((c for c in cells if c.focusPolicy() != Qt.FocusPolicy.NoFocus), cells[0]).setFocus()
        elif self.field.add:
            self.buttons["add"].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._notice(watched)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and self.place < len(self.lines):
            self.lines[self.place].update()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._press(event):
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        held_keys, key = event.modifiers() & (control | alt | shift), Qt.Key(event.key())
        if held_keys == alt | shift and key in steps:
            self.move_line(steps[key])
            return True
        if held_keys == control | shift and key == Qt.Key.Key_Delete:
            self.remove_line()
            return True
        is_left = key == Qt.Key.Key_Escape and self._is_adding and self.place == len(self.values)
        if is_left and not any(as_editor(cell).is_in_hand() for cell in self.lines[self.place].cells.values()):
            self.remove_line()
            self.buttons["add"].setFocus()
            return True
        return False

    def _notice(self, watched: QObject) -> None:
        for place, line in enumerate(self.lines):
            if watched in line.cells.values() and place != self.place:
                self._take_up(place)

    def _take_up(self, place: int) -> None:
        self.place = place
        self._show_place()

    def _show_place(self) -> None:
        for place, line in enumerate(self.lines):
            if line.is_in_hand != (place == self.place):
                line.is_in_hand = place == self.place
                line.update()
        is_line = self.place < len(self.values)
        for name in ("up", "down", "remove"):
            self.buttons[name].setVisible(bool(self.values) or (name == "remove" and self._is_adding))
        self.buttons["up"].setEnabled(is_line and self.place > 0)
        self.buttons["down"].setEnabled(is_line and self.place < len(self.values) - 1)
        if self.field.details:
            self._fill_details()

    def _fill_details(self) -> None:
        is_line = self.place < len(self.values)
        self._detail_hand.place = self.place
        self.detail_title.setText(self._called(self.place, is_new=not is_line))
        for path, editor in self.details.items():
            editor.setEnabled(is_line)
            if is_line and not as_editor(editor).is_in_hand():
                as_editor(editor).fill(held(self.values[self.place], path))

    def _editors(self) -> tuple[QWidget, ...]:
        return (*(cell for line in self.lines for cell in line.cells.values()), *self.details.values())

    @property
    def _whole(self) -> Whole:
        return Whole(self.hand.session.document, self.hand.named, self.hand.thing)

    def _column_in_hand(self) -> str:
        cells = self.lines[self.place].cells.items() if self.place < len(self.lines) else ()
        return next((path for path, cell in cells if cell.hasFocus()), "")

    def _called(self, place: int, *, is_new: bool) -> str:
        if is_new or place >= len(self.values):
            return tr("new {one}", one=tr(self.field.one))
        said = held(self.values[place], self.field.columns[0].field)
        return str(said) if said is not None else f"{tr(self.field.one)} {place + 1}"

    def _make_line(self) -> None:
        line = Line(self.field, LineHand(self.field, self.hand, len(self.lines)))
        for cell in line.cells.values():
            cell.installEventFilter(self)
            as_editor(cell).told.connect(self.told)
        self._column.insertWidget(1 + len(self.lines), line)
        before = list(self.lines[-1].cells.values())[-1] if self.lines else None
        for cell in line.cells.values():
            if before is not None:
                QWidget.setTabOrder(before, cell)
            before = cell
        if before is not None:
            QWidget.setTabOrder(before, self.buttons["add"])
        self.lines.append(line)

    def _make_details(self) -> None:
        self._below.addSpacing(4)
        self._below.addWidget(self.detail_title)
        for field in self.field.details:
            made = editor_for(field, self._detail_hand)
            as_editor(made).told.connect(self.told)
            label = QLabel(tr(field.label))
            label.setFixedWidth(80)
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(made, 1)
            label.setMinimumHeight(24)
            self._below.addLayout(row)
            self.details[field.field] = made

    def _made_buttons(self) -> dict[str, QWidget]:
        field, theme = self.field, self.hand.theme
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(0)
        add = QPushButton(tr("Add {one}", one=tr(field.one)))
        wear(add, "link")
        add.setVisible(field.add is not None)
        add.clicked.connect(self.start_adding)
        row.addWidget(add)
        row.addStretch(1)
        made: dict[str, QWidget] = {"add": add}
        for name, sign, says, does in (
            ("up", "chevron-up", tr("Move up (Alt+Shift+Up)"), lambda: self.move_line(-1)),
            ("down", "chevron-down", tr("Move down (Alt+Shift+Down)"), lambda: self.move_line(1)),
            ("remove", "trash", tr("Remove (Ctrl+Shift+Delete)"), self.remove_line),
        ):
            button = QToolButton()
            wear(button, "small-icon")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setIcon(icon(sign, theme.ink2, 14))
            button.setAccessibleName(f"{says.partition(' (')[0]}: {tr(field.one)}")
            button.setToolTip(says)
            button.clicked.connect(does)
            holder = QWidget()
            inside = QHBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(button)
            holder.setVisible((field.remove if name == "remove" else field.move) is not None)
            row.addWidget(holder)
            made[name] = button
        self._below.addLayout(row)
        return made

    def _show_all(self) -> None:
        self._most = len(self.values)
        self.fill(None)

    _adding_after = 0
    """How many lines there were when one more was begun."""
