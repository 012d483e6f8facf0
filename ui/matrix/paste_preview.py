"""What a paste would do, line by line, before anybody says yes to it: left out and why, new, changed."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QStyleOptionViewItem, QVBoxLayout, QWidget

from orgmodel.model import KIND_NAMES, Organization, TeamKind
from orgmodel.spreadsheet import Pasted
from ui import icons
from ui.painted_lines import PaintedLines
from ui.pieces import Said
from ui.plain_text import as_tip
from ui.row_table import PAD, RowTable, draw_ground
from ui.style import wear
from ui.texts import BODY, SMALL, cut, write
from ui.theme import Theme
from ui.translation import tr

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["left", "new", "cleared", "changed"]

_SIGNS: Final[dict[Kind, str]] = {"left": "ban", "new": "plus", "cleared": "minus", "changed": "pencil"}
_MOST: Final = 2_000
"""So many lines are listed; the sentence above counts all."""
_LINE: Final = 28


class Line(NamedTuple):
    """One thing that the paste does or leaves: what happens, to what, and what it becomes or why not."""

    kind: Kind
    happens: str
    thing: str
    says: str


def lines_of(plan: Pasted, organization: Organization) -> list[Line]:
    """What is left out first, then what is new, then what changes."""
    names = {row.id: row.name for row in plan.new_rows}
    teams = {team.id: team.name for team in plan.new_teams}
    lines = [
        Line("left", tr("Left out"), tr("“{cell}”, line {line}", cell=each.text, line=each.line), each.reason)
        for each in plan.left
    ]
    lines += [Line("new", tr("New team"), team.name, _kind_words(team.kind)) for team in plan.new_teams]
    for row in plan.new_rows:
        letters = ", ".join(
            f"{cell} {teams.get(team) or organization.team_name(team)}" for team, cell in row.raci.items()
        )
        lines.append(Line("new", tr("New row"), row.name, letters or tr("nobody")))
    for cell in plan.changes:
        if cell.row in names:
            continue
        thing = f"{organization.row_by_id[cell.row].name} × {teams.get(cell.team) or organization.team_name(cell.team)}"
        says = tr("{before} becomes {after}", before=cell.before or tr("empty"), after=cell.letters or tr("empty"))
        kind: Kind = "changed" if cell.letters else "cleared"
        lines.append(Line(kind, tr("Changed") if cell.letters else tr("Cleared"), thing, says))
    return lines


def _kind_words(kind: TeamKind) -> str:
    """As its name says; the Inspector has the field for another."""
    words = tr("kind unknown") if kind == "other" else tr("by its name {kind}", kind=KIND_NAMES[kind])
    return tr("{kind}, people unknown", kind=words)


class PreviewLines(QAbstractTableModel):
    """The lines under their heads."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__()
        self.lines = lines[:_MOST]
        self._heads = (tr("What happens"), tr("To what"), tr("How, or why not"))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.lines[index.row()][index.column() + 1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self.lines[index.row()][index.column() + 1])
        if role == Qt.ItemDataRole.UserRole:
            return self.lines[index.row()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head else None


class PastePreview(QDialog):
    """Paste does all that is listed but what is left out; Cancel does nothing."""

    def __init__(self, plan: Pasted, organization: Organization, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(tr("Paste this?"))
        wear(heading, "heading")
        self.said = Said(plan.summary)
        self.said.setWordWrap(True)
        self.lines = PreviewLines(lines_of(plan, organization))
        self.table = RowTable(PaintedLines(theme, _draw), _LINE, (0.17, 0.43, 0.4))
        self.table.setModel(self.lines)
        self.table.setAccessibleName(tr("What the paste does"))
        self.lines.setParent(self.table)
        self.paste = QPushButton(tr("Paste"))
        wear(self.paste, "primary")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.addButton(self.paste, QDialogButtonBox.ButtonRole.AcceptRole)
        self.paste.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for widget in (heading, self.said, self.table, self.buttons):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.resize(760, 440)
        self.paste.setFocus()


def _draw(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    draw_ground(painter, option, index, theme)
    line: Line = index.data(Qt.ItemDataRole.UserRole)
    rect = option.rect
    left, middle = rect.left() + PAD, rect.top() + (_LINE - 1) / 2
    is_left = line.kind == "left"
    if index.column() == 0:
        colour = theme.error if is_left else theme.ink2
        painter.drawPixmap(left, rect.top() + 6, icons.pixmap(_SIGNS[line.kind], colour, 15))
        left += 22
    style = SMALL if index.column() == 2 else BODY
    text, _ = cut(str(index.data()), style, rect.right() - PAD - left)
    write(painter, (left, middle), text, style, theme.ink if index.column() < 2 else theme.ink2)
