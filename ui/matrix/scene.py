"""Everything that one repaint of the matrix looks at."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPen

from orgmodel.model import Letters, Responsibility, RowId, TeamId
from orgmodel.model.value import changed, value
from orgmodel.sentences import counted
from ui.evidence import NO_HIGHLIGHT, Highlight
from ui.matrix.cells import CellPixmaps
from ui.matrix.layout import Group, MatrixLayout, Port
from ui.matrix.row_findings import RowFindings
from ui.matrix.selection import NO_CELLS, CellSelection
from ui.matrix.state import MatrixState
from ui.theme import Theme
from ui.translation import tr


@value
class Pending:
    """A letter that is shown in its cell and not yet in the document: the question beside it is open."""

    row: RowId
    team: TeamId
    letters: Letters


@value
class Drop:
    """Where what is dragged would land: above a line, in the group of a line; or left of a team's column.

    It `joins` the group where it is of another one so far.
    """

    line: int | None = None
    column: int | None = None
    group: int | None = None
    joins: bool = False


@value
class Scene:
    """The state of the matrix with what is chosen, under the pointer and pending; `line` and `column` are the cell.

    `highlight` is the evidence of the finding that somebody looks at, `chosen` the cells that are selected together.
    """

    state: MatrixState
    findings: RowFindings
    theme: Theme
    pixmaps: CellPixmaps
    port: Port
    line: int | None = None
    column: int | None = None
    hover: int | None = None
    has_focus: bool = False
    pending: Pending | None = None
    highlight: Highlight = NO_HIGHLIGHT
    chosen: CellSelection = NO_CELLS
    drop: Drop | None = None

    @property
    def layout(self) -> MatrixLayout:
        return self.state.layout

    @property
    def summaries(self) -> tuple[str, str]:
        """`43 rows, by layer`: how many rows are shown, of how many, grouped by what; and the same in fewer words."""
        total = len(self.state.organization.responsibilities)
        rows = counted(total, "row")
        shown = rows if not self.state.hidden else tr("{shown:,} of {rows}", shown=self.layout.shown, rows=rows)
        return shown + self._grouped, shown

    @property
    def _grouped(self) -> str:
        grouping = self.state.shape.grouping
        if grouping != "layer":
            return {"area": tr(", by area"), "kind": tr(", by kind of owner"), "none": ""}[grouping]
        several = len({group.key.service for group in self.layout.groups}) > 1
        return tr(", by service and layer") if several else tr(", by layer")

    @property
    def hairline(self) -> QPen:
        """One pixel of the screen, however large the matrix is drawn."""
        pen = QPen(QColor(self.theme.line), 1)
        pen.setCosmetic(True)
        return pen

    def is_evidence(self, line: int) -> bool:
        """Whether a line shows a row of the evidence, or a folded group that holds one."""
        rows, group = self.highlight.rows, self.layout.group_at(line)
        if not rows or (group and not group.is_collapsed):
            return False
        return self._holds_evidence(group) if group else self.state.row(self.layout.lines[line]).id in rows

    def _holds_evidence(self, group: Group) -> bool:
        places = {self.state.place_of.get(row) for row in self.highlight.rows}
        return not places.isdisjoint(group.rows)

    def row(self, place: int) -> Responsibility:
        """A row as it is drawn: with the pending letter, where that is its own."""
        row = self.state.row(place)
        if self.pending and row.id == self.pending.row:
            return changed(row, raci=row.raci.with_letters(self.pending.team, self.pending.letters))
        return row
