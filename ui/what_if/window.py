"""The window that tries a change: the question as a sentence, and at once beneath it what would become of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from orgmodel.commands import Command
from orgmodel.errors import CommandRefused
from orgmodel.model import TeamId, subject_parts
from orgmodel.what_if import accepted
from ui.empty_state import EmptyState
from ui.icons import pixmap
from ui.ink_line import InkLine
from ui.inquiry import Inquiry, Question
from ui.pieces import Glyph, said
from ui.report_counts import count_changes
from ui.session import Session
from ui.style import wear
from ui.theme import Theme
from ui.what_if.choices import command_of
from ui.what_if.form import WhatIfForm
from ui.what_if.orphan_table import OrphanTable
from ui.what_if.orphans import lines_of
from ui.what_if.sections import Sections
from ui.what_if.trying import Answer, Asked, Trying

SIZE: Final = QSize(1080, 640)
HINT: Final = "Nothing is changed before you accept it, and Undo takes it back."


class WhatIfWindow(Inquiry):
    """Nothing is changed before Accept, and that is one step of Undo."""

    def __init__(self, session: Session, theme: Theme) -> None:
        question = Question(self.request, Trying().answer, self.show_answer, self.show_failure)
        super().__init__(session, theme, "What if", question)
        self.form = WhatIfForm(theme)
        self.statement, self.more = said("statement"), said()
        self.counts = InkLine(theme, 13)
        self.table = OrphanTable(theme)
        self.best, self.nobody = QPushButton("Take the best for all"), QPushButton("Leave all to nobody")
        self.sections = Sections(theme)
        self.accept_button = QPushButton("Accept")
        self.empty = EmptyState(theme)
        self.found: Answer | None = None
        """What is on screen; None where the question makes no sense or is not worked out yet."""
        self._lay_out()
        self._connect()
        self.apply_theme(theme)

    # The frame

    def _lay_out(self) -> None:
        self._ban = Glyph(QSize(20, 24), self._draw_ban)
        statement = QHBoxLayout()
        statement.setSpacing(8)
        statement.addWidget(self._ban, 0, Qt.AlignmentFlag.AlignTop)
        statement.addWidget(self.statement, 1)
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setChildrenCollapsible(False)
        self._body.setHandleWidth(17)
        self._body.addWidget(self._orphans())
        self._body.addWidget(self.sections)
        self._body.setSizes([500, 548])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addLayout(statement)
        column.addWidget(self.more)
        column.addWidget(self.counts)
        column.addWidget(self._body, 1)
        column.addWidget(self.empty, 1)
        column.addStretch()
        column.addLayout(self.foot(QLabel(HINT), self.accept_button))
        self.empty.hide()
        self.resize_within(SIZE.width(), SIZE.height())

    def _orphans(self) -> QWidget:
        self._left = QWidget()
        links = QHBoxLayout()
        for button in (self.best, self.nobody):
            wear(button, "link")
            button.setAutoDefault(False)
            links.addWidget(button)
        links.addStretch()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addLayout(links)
        return self._left

    def _connect(self) -> None:
        self.form.changed.connect(self.ask)
        self.table.orphans.changed.connect(self.ask)
        self.best.clicked.connect(self.table.orphans.pick_best)
        self.nobody.clicked.connect(self.table.orphans.forget)
        self.accept_button.clicked.connect(self.apply)

    def apply_theme(self, theme: Theme) -> None:
        self.form.apply_theme(theme)
        self.table.apply_theme(theme)
        self.counts.apply_theme(theme)
        self.empty.apply_theme(theme)
        self.sections.theme = theme
        self.sections.setStyleSheet(
            f"Sections {{ background: {theme.paper}; border: 1px solid transparent; }}"
            f"Sections:focus {{ border: 2px solid {theme.accent}; border-radius: 4px; }}"
        )
        self._body.setStyleSheet(f"QSplitter::handle {{ background: {theme.paper} }}")
        super().apply_theme(theme)
        if self.found:
            self._show_whole(self.found)

    # What is asked

    def take_up_selection(self) -> None:
        self.form.offer(self.session.organization)
        team = self._selected_team()
        if team:
            self.form.show_team(team)
        self.ask()

    def refresh(self) -> None:
        self.form.offer(self.session.organization)
        super().refresh()

    def request(self) -> Asked | None:
        command = self._command()
        if command is None:
            return None
        self.accept_button.setEnabled(False)
        picked = tuple(self.table.orphans.picked.items())
        return Asked(self.session.document, self.session.today, command, picked)

    def show_answer(self, _: Asked, answer: Answer) -> None:
        if answer.alone.refused:
            self._refuse(answer.alone.refused)
            return
        self.found = answer
        organizations = (answer.before.organization, answer.alone.after.organization)
        self.table.orphans.show(lines_of(*organizations, answer.alone.orphaned))
        self._show_whole(answer)

    def show_waiting(self) -> None:
        self.statement.setText("Working it out …")
        self._show_parts(is_asked=False, is_empty=False)
        self._ban.hide()

    def show_failure(self, sentence: str) -> None:
        self._refuse(sentence)
        self.accept_button.setToolTip("There is nothing to accept.")

    def show_nothing(self) -> None:
        """The fields do not say enough, or there is no team."""
        try:
            chosen = self.form.chosen
            if chosen:
                command_of(self.session.organization, chosen)
            self.empty.say("No teams yet.", "A team is added in the matrix, with Ctrl+Shift+T.")
            self.accept_button.setEnabled(False)
            self._show_parts(is_asked=False, is_empty=True)
        except CommandRefused as refusal:
            self._refuse(str(refusal))

    def _command(self) -> Command | None:
        chosen = self.form.chosen
        if chosen is None:
            return None
        try:
            return command_of(self.session.organization, chosen)
        except CommandRefused:
            return None

    def _selected_team(self) -> TeamId | None:
        """The team that is selected, or whose column the cell in hand is in, or whose person it is."""
        there = self.session.organization.team_by_id
        for kind, name in map(subject_parts, self.session.selection):
            if kind == "team" and TeamId(name) in there:
                return TeamId(name)
            if kind == "person" and TeamId(name.partition("/")[0]) in there:
                return TeamId(name.partition("/")[0])
        return self.session.team if self.session.team in there else None

    # What is shown

    def _show_whole(self, answer: Answer) -> None:
        found = answer.whole
        self.statement.setText(_headline(answer))
        self.more.setText(" ".join(_not_shown_below(answer)))
        self.counts.show_pieces(*count_changes(found.report_before, found.report_after))
        self.sections.show_answer(answer)
        self._left.setVisible(bool(answer.alone.orphaned))
        changes = found.after is not answer.before
        self.accept_button.setEnabled(changes)
        self.accept_button.setToolTip("" if changes else "There is nothing to accept.")
        self._show_parts(is_asked=True, is_empty=False)

    def _refuse(self, sentence: str) -> None:
        self.found = None
        self.statement.setText(sentence)
        self.accept_button.setEnabled(False)
        self.accept_button.setToolTip("The question does not make sense yet.")
        self._show_parts(is_asked=False, is_empty=False)

    def _show_parts(self, *, is_asked: bool, is_empty: bool) -> None:
        self._body.setVisible(is_asked)
        self.counts.setVisible(is_asked)
        self.more.setVisible(is_asked and bool(self.more.text()))
        self._ban.setVisible(not is_asked and not is_empty)
        self.statement.setVisible(not is_empty)
        self.empty.setVisible(is_empty)

    def _draw_ban(self, painter: QPainter, rect: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(rect.topLeft() + QRectF(0, 3, 0, 0).topLeft(), pixmap("ban", self.theme.ink2, 18, ratio))

    # What is done

    def apply(self) -> None:
        """Make the change, with the owners that were picked."""
        command = self._command()
        if command is None or self.found is None or self.is_waiting:
            return
        try:
            whole = accepted(self.session.document, command, self.table.orphans.picked)
        except CommandRefused as refusal:
            self._refuse(str(refusal))
            return
        self.hide()
        self.session.execute(whole)


def _headline(answer: Answer) -> str:
    """That every row has a new owner where somebody picked them: the list of those rows stands below."""
    found = answer.whole
    if found.orphaned or found.cut_off or not answer.alone.orphaned:
        return found.said[0]
    return "Every row in the list has a new owner, and every page that got to the owner still does."


def _not_shown_below(answer: Answer) -> tuple[str, ...]:
    """What is said of it that neither a section nor the counts show."""
    found = answer.whole
    shown = {each.said for each in found.thin} | {each.said for each in found.loads}
    shown |= {finding.message for finding in answer.changes.new_errors}
    return tuple(sentence for sentence in found.said[1:-1] if sentence not in shown)
