"""The dock's content: the strip that filters, and the list of findings, or what to say where there is none."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from orgmodel.findings import Report
from orgmodel.model.value import changed
from ui.empty_state import EmptyState
from ui.findings.filtering import (
    EVERYTHING,
    GROUPINGS,
    FindingsFilter,
    Grouping,
    Kind,
    counts_of,
    listed,
)
from ui.findings.findings_list import FindingsList
from ui.findings.listing import Listing, expired_in
from ui.findings.tools import FindingsTools
from ui.findings.words import NOTHING_HIDDEN, caption, empty_sentences
from ui.icons import icon
from ui.session import Session
from ui.settings import Settings
from ui.style import wear
from ui.theme import Theme, font

EMPTY_HEIGHT = 116
"""Of the frame that says that nothing was found, where something else is listed below it."""


class FindingsPanel(QWidget):
    """The dock's content; `caption_changed` is what stands beside its title, `shown` what to bring into view."""

    caption_changed = Signal(str)
    shown = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self.filter = EVERYTHING
        self.grouping: Grouping = "severity"
        self._settings: Settings | None = None
        self.tools = FindingsTools(theme, self)
        self.list = FindingsList(session, theme, self)
        self.empty = EmptyState(theme, self)
        self.button = self._filter_button()
        self._key = QLabel("F8")
        self.head: tuple[QWidget, ...] = (self._key, self.button)
        """What stands in the dock's head."""
        self._arrange()
        self._connect()
        self.show_report()

    @property
    def caption(self) -> str:
        """What stands beside the dock's title."""
        listing = self.list.listing
        return caption(self.session.report, listing.shown if listing else NOTHING_HIDDEN)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (self.tools, self.list, self.empty):
            part.apply_theme(theme)
        self._paint_icon()

    def focus_first(self) -> None:
        (self.empty.action if self.list.isHidden() else self.list).setFocus()

    def recall(self, settings: Settings) -> None:
        """Stand under the headings of last time, and remember from now on which; every document begins unfiltered."""
        grouping: Grouping = next((name for name in GROUPINGS if name in settings.findings_view.split()), "severity")
        self._settings = settings
        self.set_grouping(grouping)

    def set_filter(self, chosen: FindingsFilter) -> None:
        """List only what passes; the strip shows what was chosen."""
        self.filter = chosen
        self.tools.show_filter(chosen)
        self._paint_icon()
        self.show_report()

    def set_grouping(self, grouping: Grouping) -> None:
        """List the open findings under other headings."""
        self.grouping = grouping
        self.tools.show_grouping(grouping)
        if self._settings:
            self._settings.findings_view = grouping
        self.show_report()

    def show_kind(self, kind: Kind) -> None:
        """List only one kind; where that is so already, everything again."""
        only = FindingsFilter(kinds=(kind,))
        self.button.setChecked(self.filter != only)
        self.set_filter(EVERYTHING if self.filter == only else only)
        self.focus_first()

    def act(self, action: Literal["fix", "waive", "about"]) -> bool:
        """Mend, accept or explain the line in hand, as its own words do; False where none is."""
        line = self.list.current()
        if line is None or not line.codes:
            return False
        self.list.scrollTo(self.list.currentIndex())
        self.list.hand.press(line, action, self.list.foot_of_current())
        return True

    def focus_filter(self) -> None:
        """Open the strip, and give its field the keyboard."""
        self.button.setChecked(True)
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def show_report(self) -> None:
        """The lines anew; not before somebody sees them."""
        report, document = self.session.report, self.session.document
        if not self.isVisible():
            return
        listing = None
        if report:
            passing = listed(report, self.filter, document.organization)
            expired = expired_in(document.waivers, report.as_of) if self.filter.lists_kind("waived") else ()
            listing = Listing(passing, document.organization, self.grouping, expired)
            self.tools.show_counts(counts_of(report))
        self.list.show_listing(listing)
        self._walk(listing)
        self._show_emptiness(report, listing)
        self.caption_changed.emit(self.caption)

    def _show_emptiness(self, report: Report | None, listing: Listing | None) -> None:
        """Say why nothing is listed; a list that has the keyboard keeps it, for the next step may bring lines back."""
        sentences = empty_sentences(report, listing.shown if listing else NOTHING_HIDDEN)
        has_lines = bool(self.list.lines.lines)
        has_keyboard = self.list.hasFocus()
        if sentences:
            self.empty.say(*sentences)
        self.empty.setMaximumHeight(EMPTY_HEIGHT if has_lines else 16_777_215)
        self.list.setVisible(has_lines or has_keyboard)
        self.list.setMaximumHeight(16_777_215 if has_lines else 1)
        if has_lines and self.empty.action.hasFocus():
            self.list.setFocus()
        self.empty.setVisible(sentences is not None)

    def _walk(self, listing: Listing | None) -> None:
        """F8 goes through what is listed, in that order; through everything where the list is not to be seen."""
        is_plain = self.filter.is_open and self.grouping == "severity"
        self.session.walk_through(listing.in_order() if listing and self.isVisible() and not is_plain else None)

    def _filter_button(self) -> QToolButton:
        made = QToolButton()
        wear(made, "small-icon")
        made.setCheckable(True)
        made.setAccessibleName("Filter and group findings")
        made.setToolTip("Filter and group findings (Ctrl+Shift+F)")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIconSize(QSize(16, 16))
        return made

    def _arrange(self) -> None:
        wear(self._key, "key")
        self._key.setFont(font(11))
        self._key.setFixedHeight(18)
        self._key.setToolTip("F8 goes to the next finding, Shift+F8 to the one before")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self.tools.hide()
        self._paint_icon()

    def _connect(self) -> None:
        session = self.session
        session.findings_changed.connect(self.show_report)
        session.selection_changed.connect(self._follow_selection)
        session.finding_shown.connect(self.list.mark)
        self.button.toggled.connect(self._show_tools)
        self.empty.pressed.connect(self.clear_filter)
        self.tools.filter_changed.connect(self.set_filter)
        self.tools.grouping_changed.connect(lambda name: self.set_grouping(cast("Grouping", name)))
        self.tools.selection_wanted.connect(self._hold_to_selection)
        self.tools.field.left.connect(self.focus_first)

    def clear_filter(self) -> None:
        """List everything again."""
        self.set_filter(EVERYTHING)
        self.focus_first()

    def _show_tools(self, wanted: bool) -> None:  # noqa: FBT001 (Qt says whether a button is on)
        self.tools.setVisible(wanted)
        if not wanted and self.tools.isAncestorOf(self.focusWidget()):
            self.focus_first()

    def _hold_to_selection(self, wanted: bool) -> None:  # noqa: FBT001 (as above)
        self.set_filter(changed(self.filter, about=self.session.selection if wanted else None))

    def _follow_selection(self) -> None:
        """Mark the finding of what is selected; a list that is only about the selection is of that now.

        Not where the selection comes from the list itself: it would shrink under the hand.
        """
        if self.filter.about is not None and self.session.highlighted is None and not self.list.hasFocus():
            self.set_filter(changed(self.filter, about=self.session.selection))
        self.list.follow_selection()

    def _paint_icon(self) -> None:
        colour = self.theme.ink2 if self.filter.is_open else self.theme.accent
        self.button.setIcon(icon("list-filter", colour))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_report()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.walk_through(None)
