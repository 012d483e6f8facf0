"""The pieces an Inspector sheet is made of: heading, banner, list of teams, hairline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from orgmodel.model import Subject, TeamKind
from ui.inspector.letters import KEYS, Give, after_key, letters_menu
from ui.inspector.subjects import TeamLine
from ui.marks import draw_kind, draw_letters, draw_mark
from ui.pieces import Glyph, kind_glyph, words
from ui.plain_text import as_tip
from ui.style import wear
from ui.texts import BODY, SMALL, two_lines, width_of, write
from ui.theme import Theme
from ui.translation import tr

Go = Callable[[Subject], None]

FEW: Final = 2
"""How many findings are told at once; one more than that takes no more room than saying so."""
_ONE_LINE: Final = 28
_PITCH: Final = 16
_NAME_START: Final = 30
_LETTERS: Final = 34
"""The width of the place at the end of a line where its letters stand."""


class Heading(QWidget):
    """The name of the thing, its glyph where it is a team, and where it belongs."""

    def __init__(self, title: str, place: str, kind: TeamKind | None, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        if kind:
            row.addWidget(kind_glyph(kind, 28, theme), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        name = words(title, theme.ink, 17, "semibold")
        name.setWordWrap(True)
        column.addWidget(name)
        if place:
            below = words(place, theme.ink2)
            below.setWordWrap(True)
            column.addWidget(below)
        row.addLayout(column, 1)


class Banner(QFrame):
    """One finding about the thing, in the ground of its severity; of one that was accepted the mark is *waived*."""

    def __init__(self, mark: str, sentence: str, theme: Theme) -> None:
        super().__init__()
        ground, edge = {
            "error": (theme.error_tint, theme.error),
            "warning": (theme.warning_tint, theme.warning),
        }.get(mark, (theme.chrome, theme.line2))
        self.setObjectName("banner")
        self.setStyleSheet(f"#banner {{ background: {ground}; border: 1px solid {edge}; border-radius: 4px; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        glyph = Glyph(QSize(16, 16), lambda painter, rect: draw_mark(painter, rect, mark, theme))
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        said = words(sentence, theme.ink2 if mark == "waived" else theme.ink)
        said.setWordWrap(True)
        row.addWidget(said, 1)


class TeamLines(QWidget):
    """A title and the teams under it, each pressed to go there; what to say where there are none."""

    def __init__(self, title: str, lines: tuple[TeamLine, ...], nobody: str, theme: Theme, do: tuple[Go, Give]) -> None:
        super().__init__()
        self.lines: dict[Subject, _TeamRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if title:
            named = words(title, theme.ink, 13, "semibold")
            named.setWordWrap(True)  # it may name the hours of many rotations
            column.addWidget(named)
        for line in lines:
            self.lines[line.subject] = made = _TeamRow(line, theme, *do)
            column.addWidget(made)
        if nobody and not lines:
            column.addWidget(_nobody(nobody, theme))


TeamList = tuple[str, tuple[TeamLine, ...], str]
"""A title, the teams under it, and what to say where there are none."""


class Told(NamedTuple):
    """What stands above the fields: heading, each finding's mark and sentence, and the teams it has to do with."""

    title: str
    place: str
    kind: TeamKind | None
    findings: tuple[tuple[str, str], ...]
    lists: tuple[TeamList, ...]


class Top(QWidget):
    """What is told of a thing, from its heading down to its fields."""

    def __init__(self, told: Told, theme: Theme, do: tuple[Go, Give], *, is_whole: bool = True) -> None:
        super().__init__()
        self.told = told
        self.others: QPushButton | None = None
        """What tells the other findings, where there are more than a few and not `is_whole`."""
        self.lists: list[TeamLines] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(told.title, told.place, told.kind, theme))
        shown = told.findings if is_whole or len(told.findings) <= FEW + 1 else told.findings[:FEW]
        for mark, sentence in shown:
            column.addSpacing(8)
            column.addWidget(Banner(mark, sentence, theme))
        column.addSpacing(8)
        if len(shown) < len(told.findings):
            self.others = QPushButton(tr("{count} more findings", count=len(told.findings) - len(shown)))
            wear(self.others, "link")
            column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(4)
        for title, lines, nobody in told.lists:
            self.lists.append(TeamLines(title, lines, nobody, theme, do))
            column.addWidget(self.lists[-1])
            column.addSpacing(6)

    def subject_at(self, widget: QWidget) -> Subject | None:
        """The team of the line that is that widget."""
        lines = (pair for each in self.lists for pair in each.lines.items())
        return next((subject for subject, line in lines if line is widget), None)

    def line_of(self, subject: Subject | None) -> QWidget | None:
        """The line of a team."""
        return next((each.lines[subject] for each in self.lists if subject in each.lines), None)


class _TeamRow(QToolButton):
    """One team: glyph, name, what it does, letter; painted in one go, since a sheet may have dozens.

    What is long takes a second line, and ends in “…” where that is not enough. Where it has a letter, that is pressed
    to choose another, and the keys A, R, C, I and Delete change it.
    """

    def __init__(self, line: TeamLine, theme: Theme, go: Go, give: Give) -> None:
        super().__init__()
        self.line, self.theme, self._give = line, theme, give
        self.name, self.says = [line.name], [line.says]
        """As they are broken into lines."""
        self.setFixedHeight(_ONE_LINE)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{line.name}: {line.says}")
        self.setToolTip(as_tip(f"{line.name}: {line.says}"))
        if line.letters:
            self.setAccessibleDescription(tr("A, R, C or I changes the letter, Delete takes it away"))
        self.clicked.connect(lambda: go(line.subject))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.line.letters and self.isDown() and event.position().x() >= self.width() - _LETTERS:
            self.setDown(False)
            self.open_letters()
        else:
            super().mouseReleaseEvent(event)

    def open_letters(self) -> None:
        """Offer the letters under the one that the team has."""
        menu = letters_menu(self, self.line.letters, lambda letters: self._give(self.line.subject, letters))
        menu.popup(self.mapToGlobal(QPoint(self.width() - _LETTERS, self.height())))

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if not self.line.letters or modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(self.line.subject, None)
        elif key in KEYS:
            self._give(self.line.subject, after_key(self.line.letters, KEYS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_lines()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter)

    def _break_lines(self) -> None:
        """A third of the width is for what the team does, and what that leaves is for its name."""
        self.says = two_lines(self.line.says, SMALL, self.width() // 3)
        said = max(width_of(each, SMALL) for each in self.says)
        self.name = two_lines(self.line.name, BODY, max(0, int(self._says_end - said - 8 - _NAME_START)))
        self.setFixedHeight(_ONE_LINE if len(self.name) == len(self.says) == 1 else _ONE_LINE + _PITCH)

    @property
    def _says_end(self) -> float:
        return self.width() - 2 - (34 if self.line.letters else 0)

    def _draw(self, painter: QPainter) -> None:
        line, theme, middle = self.line, self.theme, self.height() / 2
        draw_kind(painter, QRectF(2, middle - 10, 20, 20), line.kind, theme)
        if line.letters:
            cell = QRectF(self.width() - 28, middle - 9, 26, 18)
            draw_letters(painter, cell, line.letters, line.kind, theme, small=True)
        for place, said in _around(middle, self.says):
            write(painter, (self._says_end - width_of(said, SMALL), place), said, SMALL, theme.ink2)
        for place, said in _around(middle, self.name):
            write(painter, (_NAME_START, place), said, BODY, theme.ink)


def _around(middle: float, lines: list[str]) -> list[tuple[float, str]]:
    """The height of each line, so that together they stand in the middle."""
    return [(middle + (number - (len(lines) - 1) / 2) * _PITCH, said) for number, said in enumerate(lines)]


def _nobody(sentence: str, theme: Theme) -> QLabel:
    label = words(sentence, theme.ink2)
    label.setWordWrap(True)
    label.setObjectName("nobody")
    label.setStyleSheet(
        f"#nobody {{ color: {theme.ink2}; border: 1px dashed {QColor(theme.control).name()}; border-radius: 4px;"
        " padding: 4px 8px; background: transparent }"
    )
    return label
