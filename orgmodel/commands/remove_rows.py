"""Several rows taken away at once: one walk over the rows, however many go."""

from __future__ import annotations

from orgmodel.commands.assign import row_of
from orgmodel.commands.rows import RemoveRow, without_rows
from orgmodel.document import Document
from orgmodel.model import RowId
from orgmodel.model.value import value
from orgmodel.sentences import counted


@value
class RemoveRows:
    """Take rows away, with what depended on them, was said about them or was placed by them."""

    rows: tuple[RowId, ...]

    def label(self, document: Document) -> str:
        one = len(self.rows) == 1
        return RemoveRow(self.rows[0]).label(document) if one else f"Remove {counted(len(self.rows), 'row')}"

    def apply(self, document: Document) -> Document:
        for row in self.rows:
            row_of(document, row)
        return without_rows(document, frozenset(self.rows)) if self.rows else document
