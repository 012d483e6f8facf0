"""What a change would do, section by section: pages, rotations, load, findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from orgmodel.findings import Finding, in_groups, said_of_all
from orgmodel.model import subject
from orgmodel.sentences import capital, few
from orgmodel.what_if import Consequences
from ui.before_after import BeforeAfterBars
from ui.icons import pixmap
from ui.marks import draw_mark
from ui.pieces import Glyph, rule, words
from ui.plain_text import as_tip
from ui.theme import Theme
from ui.what_if.trying import Answer, bars_of

MOST: Final = 25
"""So many lines a section has; how many more there are is said."""

_TOO_FEW: Final = frozenset({"ONC001", "ONC002"})

Line = tuple[str, str, str]
"""The name of a mark, or `check`, a sentence, and what is said of it as a tip."""
_FEW: Final = 2
"""So many findings that are alike are said one by one; more are one line."""


class Sections(QScrollArea):
    """Made anew for each answer; a section without anything in it is not there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("What would become of it")

    def show_answer(self, answer: Answer) -> None:
        """Keep the place that somebody scrolled to."""
        found = answer.whole
        scrolled = self.verticalScrollBar().value()
        inside = QWidget()
        inside.setObjectName("consequences")
        inside.setStyleSheet(f"#consequences {{ background: {self.theme.paper} }}")
        column = QVBoxLayout(inside)
        column.setContentsMargins(3, 3, 12, 3)
        column.setSpacing(6)
        for title, lines in _sections(found):
            self._add(column, title, lines)
        bars, by_head = bars_of(answer.before.organization, found.after.organization, found.loads)
        if bars:
            share = "rows by criticality, a head" if by_head else "rows by criticality, of the whole team"
            self._head(column, f"Load before and after: {share}")
            shown = BeforeAfterBars(self.theme)
            shown.show_bars(bars)
            column.addWidget(shown)
            column.addSpacing(10)
        new, fixed = answer.changes.new, answer.changes.fixed
        self._add(column, capital(f"{few(len(new), 'finding')} would be new"), _found(new))
        missing = [
            ("not-assessed", f"{'Unknown' if each.unknown else 'Not assessed'}: {each.missing} ({each.code}).", "")
            for each in answer.no_more_assessed
        ]
        self._add(column, capital(f"{few(len(missing), 'more', 'more')} could not be assessed"), missing)
        gone = [("check", sentence, tip) for _, sentence, tip in _found(fixed)]
        self._add(column, capital(f"{few(len(fixed), 'finding')} would go"), gone)
        column.addStretch()
        self.setWidget(inside)
        self.verticalScrollBar().setValue(scrolled)

    @property
    def said(self) -> tuple[str, ...]:
        """Every word in it, from the top."""
        inside = self.widget()
        return tuple(label.text() for label in inside.findChildren(QLabel)) if inside else ()

    def _add(self, column: QVBoxLayout, title: str, lines: Sequence[Line]) -> None:
        if not lines:
            return
        self._head(column, title)
        for line in lines[:MOST]:
            column.addLayout(self._line(*line))
        if len(lines) > MOST:
            column.addWidget(words(f"and {len(lines) - MOST:,} more", self.theme.ink2))
        column.addSpacing(10)

    def _head(self, column: QVBoxLayout, title: str) -> None:
        column.addWidget(words(title, self.theme.ink, 13, "semibold"))
        column.addWidget(rule(self.theme))

    def _line(self, mark: str, sentence: str, tip: str) -> QHBoxLayout:
        theme = self.theme
        if mark == "check":
            glyph = Glyph(QSize(16, 18), lambda painter, _: painter.drawPixmap(1, 2, pixmap("check", theme.ink2, 14)))
        else:
            glyph = Glyph(QSize(16, 18), lambda painter, rect: draw_mark(painter, rect, mark, theme))
        said = words(sentence, theme.ink2 if mark == "check" else theme.ink)
        said.setWordWrap(True)
        said.setToolTip(as_tip(tip))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        return row


def _sections(found: Consequences) -> list[tuple[str, list[Line]]]:
    pages = [("page-lost" if each.is_paged else "not-assessed", each.said, "") for each in found.cut_off]
    worst = {
        finding.subjects[0]: finding.severity
        for finding in reversed(found.report_after.findings)
        if finding.code in _TOO_FEW
    }
    levels: list[Line] = [(worst.get(subject("team", each.team), "warning"), each.said, "") for each in found.thin]
    return [
        (capital(f"{few(len(pages), 'page')} would not arrive any more"), pages),
        (capital(f"{few(len(levels), 'level')} on call would have too few people"), levels),
    ]


def _found(findings: Sequence[Finding]) -> list[Line]:
    """Each finding in its place; of many that are alike how many they are, and each of them as a tip."""
    lines: list[Line] = []
    for group in in_groups(findings):
        if len(group) <= _FEW:
            lines += [(finding.severity, finding.message, "") for finding in group]
            continue
        each = [finding.message for finding in group]
        shown = "\n".join(each if len(each) <= MOST else [*each[: MOST - 1], f"and {len(each) - MOST + 1:,} more"])
        lines.append((group[0].severity, said_of_all(group), shown))
    return lines
