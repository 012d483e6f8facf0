"""The strip above the findings: which are listed, and under which headings."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orgmodel.model.value import changed
from ui.chips import HEIGHT, Chip, ChoiceChip
from ui.filter_field import FilterField
from ui.findings.filtering import EVERYTHING, FAMILIES, GROUPINGS, KIND_WORDS, KINDS, FindingsFilter, Grouping, Kind
from ui.theme import Theme

_GAP: Final = 6
_TIPS: Final[Mapping[Kind, str]] = {
    "error": "Only errors, and other kinds that are on",
    "warning": "Only warnings, and other kinds that are on",
    "info": "Only what is for information, and other kinds that are on",
    "waived": "Only what was accepted, and other kinds that are on",
    "not-assessed": "Only what could not be judged, and other kinds that are on",
}


class FindingsTools(QWidget):
    """The filter as it is chosen here is emitted whole whenever any part of it changes, and so is the grouping."""

    filter_changed = Signal(object)
    """The new `FindingsFilter`; whether it is only about the selection is told by `selection_wanted`."""
    selection_wanted = Signal(bool)
    grouping_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.filter = EVERYTHING
        self.field = FilterField(
            theme,
            "Filter findings",
            "Filter findings by words of their sentence, rule or code (Ctrl+Shift+F)",
            self,
            key="Ctrl Shift F",
        )
        self.grouping = ChoiceChip(theme, GROUPINGS["severity"], self)
        self.grouping.offer((name, words) for name, words in GROUPINGS.items() if name != "severity")
        self.grouping.setToolTip("Under which headings findings stand")
        self.kinds = {kind: self._kind_chip(kind) for kind in KINDS}
        self.families = ChoiceChip(theme, "All families", self)
        self.families.offer(FAMILIES.items())
        self.families.setToolTip("Only the rules of one family")
        self.selection = Chip(theme, "Selection only", parent=self)
        self.selection.setToolTip("Only about what is selected in the lens")
        self.flow = _Flow((*self.kinds.values(), self.families, self.selection), self)
        self._arrange()
        self._connect()

    def _kind_chip(self, kind: Kind) -> Chip:
        made = Chip(self.theme, KIND_WORDS[kind].capitalize(), ("mark", kind), self)
        made.short_text = ""
        made.set_short(short=True)
        made.setToolTip(_TIPS[kind])
        return made

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.field.apply_theme(theme)
        for chip in (self.grouping, *self.flow.chips):
            chip.theme = theme
            chip.update()
        self.update()

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        for kind, chip in self.kinds.items():
            chip.set_count(counts[kind])
        self.flow.place()

    def show_filter(self, chosen: FindingsFilter) -> None:
        """Show a filter that was chosen elsewhere; nothing is emitted."""
        blockers = [QSignalBlocker(part) for part in (self.field, *self.flow.chips)]
        self.filter = chosen
        for kind, chip in self.kinds.items():
            chip.setChecked(kind in chosen.kinds)
        self.families.show_choice(chosen.family)
        self.selection.setChecked(chosen.about is not None)
        if self.field.text().strip() != chosen.text:
            self.field.setText(chosen.text)
        self.field.show_key()
        del blockers
        self.flow.place()

    def show_grouping(self, grouping: Grouping) -> None:
        self.grouping.show_choice(None if grouping == "severity" else grouping)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        top.addWidget(self.field, 1)
        top.addWidget(self.grouping)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 9)
        column.setSpacing(_GAP)
        column.addLayout(top)
        column.addWidget(self.flow)
        tabs = (self.field, self.grouping, *self.flow.chips)
        for before, after in pairwise(tabs):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda text: self._change(text=text.strip()))
        for chip in self.kinds.values():
            chip.toggled.connect(lambda _: self._change(kinds=self._kinds_on()))
        self.families.chosen.connect(lambda family: self._change(family=family))
        self.selection.toggled.connect(self.selection_wanted)
        self.grouping.chosen.connect(lambda grouping: self.grouping_changed.emit(grouping or "severity"))

    def _kinds_on(self) -> tuple[Kind, ...]:
        return tuple(kind for kind, chip in self.kinds.items() if chip.isChecked())

    def _change(self, **parts: object) -> None:
        before, self.filter = self.filter, changed(self.filter, **parts)
        self.flow.place()
        if self.filter != before:
            self.filter_changed.emit(self.filter)

    def paintEvent(self, _: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self.theme.line))


class _Flow(QWidget):
    """Chips from the left, in as many lines as they need."""

    def __init__(self, chips: tuple[Chip, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.chips = chips
        for chip in chips:
            chip.setParent(self)
        self.setFixedHeight(HEIGHT)

    def place(self) -> None:
        """Put every chip where there is room for it."""
        x = y = 0
        for chip in self.chips:
            size = chip.sizeHint()
            if x and x + size.width() > self.width():
                x, y = 0, y + HEIGHT + _GAP
            chip.setGeometry(x, y, size.width(), HEIGHT)
            x += size.width() + _GAP
        self.setFixedHeight(y + HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
