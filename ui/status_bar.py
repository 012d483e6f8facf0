"""The foot of the window: what is selected and the keys it takes, then counts, what is agreed and what is saved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from orgmodel.findings import Report
from orgmodel.model import Organization
from ui.ink_line import InkLine, Piece, Sign, Space, Words
from ui.recents import when_words
from ui.selection_sentence import selection_sentence
from ui.session import Session
from ui.theme import Theme

MESSAGE_MS: Final = 6000


class StatusBar(QStatusBar):
    """A message takes the place of the selection for six seconds, or until something else is selected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self.left = InkLine(theme)
        self.right = InkLine(theme, firm=True)
        self.left.setContentsMargins(0, 0, 20, 0)
        self.addWidget(self.left, 1)
        self.addPermanentWidget(self.right)
        self._standing: tuple[Piece, ...] = ()
        self._message_ends = QTimer(self)
        self._message_ends.setSingleShot(True)
        self._message_ends.setInterval(MESSAGE_MS)
        self._message_ends.timeout.connect(self._show_standing)

    def say(self, sentence: str) -> None:
        self.left.show_pieces(Words(" ".join(sentence.split()), "ink", "medium"))
        self._message_ends.start()

    def show_nothing(self) -> None:
        """Nothing is open."""
        self._stand(Words("Nothing open"))
        self.right.show_pieces()

    def show_selection(self, session: Session, key_hint: str) -> None:
        sentence = selection_sentence(session.organization, session.selection, session.team)
        self._stand(*sentence, Space(20), Words(key_hint, "ink3"))

    def show_state(self, session: Session, saved_at: datetime | None) -> None:
        self.right.show_pieces(
            *count_pieces(session.report),
            *agreed_pieces(session.organization),
            Space(24, ruled=True),
            *saved_pieces(session, saved_at),
        )

    def apply_theme(self, theme: Theme) -> None:
        self.left.apply_theme(theme)
        self.right.apply_theme(theme)

    def _stand(self, *pieces: Piece) -> None:
        if pieces != self._standing:
            self._standing = pieces
            self._show_standing()

    def _show_standing(self) -> None:
        self._message_ends.stop()
        self.left.show_pieces(*self._standing)


def count_pieces(report: Report | None) -> tuple[Piece, ...]:
    """How many findings of each severity, each with its mark and its word."""
    if report is None:
        return (Words("Looking for gaps…", "ink3"), Space(24, ruled=True))
    counts = (
        ("error", report.count("error"), "error", "errors"),
        ("warning", report.count("warning"), "warning", "warnings"),
        ("info", report.count("info"), "info", "info"),
        ("not-assessed", len({each.code for each in report.not_assessed}), "not assessed", "not assessed"),
    )
    pieces: list[Piece] = []
    for mark, count, one, many in counts:
        pieces += [
            Sign(mark),
            Words(str(count), "ink", "semibold"),
            Words(f" {one if count == 1 else many}"),
            Space(14),
        ]
    return (*pieces[:-1], Space(24, ruled=True))


def agreed_pieces(organization: Organization) -> tuple[Piece, ...]:
    rows = organization.responsibilities
    if not rows:
        return (Words("no rows yet"),)
    agreed = sum(row.state == "agreed" for row in rows)
    return Words(str(agreed), "ink", "semibold"), Words(f" of {len(rows)} agreed")


def saved_pieces(session: Session, saved_at: datetime | None) -> tuple[Piece, ...]:
    if session.path is None:
        return (Words("Not saved yet"),)
    if session.is_modified:
        return (Words("Unsaved changes", "ink", "medium"),)
    if saved_at is None:
        return Sign("check", icon=True), Words("Saved")
    said = when_words(saved_at, datetime.now(UTC).astimezone()).removeprefix("Today ")
    return Sign("check", icon=True), Words(f"Saved {said[0].lower()}{said[1:]}")
