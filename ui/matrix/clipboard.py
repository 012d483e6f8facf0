"""Cells on the clipboard: copied as text that a spreadsheet takes, and pasted from whatever a spreadsheet put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from orgmodel.model import RowId, TeamId
from orgmodel.spreadsheet import Pasted, copied, pasted, tab_separated
from ui.matrix.columns import team_key
from ui.matrix.lens_table import fact_text
from ui.matrix.selection import Block, selected_facts
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.translation import tr

if TYPE_CHECKING:
    from ui.matrix.letter_edits import LetterEdits
    from ui.matrix.paste_preview import PastePreview


class Clipboard:
    """A paste is shown first that would leave something out, add rows or teams, or do nothing but clear cells.

    So is one whose text can be read in another way: it was cut, or a quote in it is never closed.
    """

    def __init__(self, session: Session, view: MatrixView, letters: LetterEdits) -> None:
        self._session, self._view, self._letters = session, view, letters
        self.preview: PastePreview | None = None

    def copy(self) -> bool:
        """Put the selected cells on the clipboard, whole rows and columns with their names; False for nothing."""
        text = self._text()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def cut(self) -> None:
        if self.copy():
            self._letters.clear()

    def _text(self) -> str:
        view, organization = self._view, self._session.organization
        rows, teams, whole = view.row_ids(), view.team_ids(), view.chosen.whole
        if whole == "columns":
            rows = tuple(view.state.row(place).id for place in view.state.layout.lines if place >= 0)
        elif whole == "rows" or view.group_in_hand():
            teams = tuple(column.team for column in view.state.columns.teams)
            rows = rows or self._rows_of_group()
        if rows and teams and (whole or len(rows) > 1 or view.cell() or view.chosen.blocks):
            with_names = bool(whole) or view.group_in_hand() is not None
            return copied(organization, rows, teams, with_names=with_names)
        facts = selected_facts(view.state, view.chosen) or tuple(filter(None, (view.fact_in_hand(),)))
        lines = [organization.row_by_id[row] for row in rows]
        if facts:
            return tab_separated([[fact_text(organization, row, fact) for fact in facts] for row in lines])
        return tab_separated([[row.name] for row in lines])

    def _rows_of_group(self) -> tuple[RowId, ...]:
        group = self._view.group_in_hand()
        return tuple(self._view.state.row(place).id for place in group.rows) if group else ()

    def paste(self) -> None:
        """Do what the text on the clipboard says at what is in hand, or show first what that would be."""
        plan = self.plan(QGuiApplication.clipboard().text())
        if plan.command is None:
            reason = f" {plan.left[0].reason}" if plan.left else ""
            self._session.refused.emit(plan.summary + reason)
        elif _is_worth_a_look(plan):
            self._ask(plan)
        else:
            self.take(plan)

    def plan(self, text: str) -> Pasted:
        """What a text would do: a block goes to the right of and below the first selected cell."""
        view, state = self._view, self._view.state
        chosen_rows, chosen_teams, group = view.row_ids(), view.team_ids(), view.group_in_hand()
        shown = [state.row(place).id for place in state.layout.lines if place >= 0]
        if view.chosen.whole == "columns":
            chosen_rows = tuple(shown[:1])
        rows = shown[shown.index(chosen_rows[0]) :] if chosen_rows and chosen_rows[0] in shown else list(chosen_rows)
        teams: list[TeamId] = [column.team for column in state.columns.teams]
        if chosen_teams and view.chosen.whole != "rows":
            teams = teams[state.columns.place_of[chosen_teams[0]] :]
        to = (group.key.service, group.key.layer) if group and group.key.by == "layer" else None
        selected = view.letter_cells() if view.chosen.blocks else ()
        return pasted(self._session.organization, text, rows, teams, selected=selected, to=to)

    def take(self, plan: Pasted) -> None:
        """Paste, and select what was pasted."""
        if plan.command is None or not self._session.execute(plan.command):
            return
        view = self._view
        if plan.new_rows:
            self._session.select(*(row.subject for row in plan.new_rows))
            return
        rows = frozenset(cell.row for cell in plan.taken)
        keys = frozenset(team_key(cell.team) for cell in plan.taken) & frozenset(view.state.columns.keys)
        if len(rows) * len(keys) > 1:
            view.choose_block(Block(rows, keys))

    def _ask(self, plan: Pasted) -> None:
        from ui.matrix.paste_preview import PastePreview

        self.preview = PastePreview(plan, self._session.organization, self._view.theme, self._view.window())
        self.preview.setWindowTitle(tr("Paste"))
        self.preview.accepted.connect(lambda: self.take(plan))
        self.preview.open()


def _is_worth_a_look(plan: Pasted) -> bool:
    is_unclear = bool(plan.left) or plan.was_cut or bool(plan.open_quotes)
    is_new = bool(plan.new_rows or plan.new_teams)
    return is_unclear or is_new or plan.cleared == len(plan.changes) > 1
