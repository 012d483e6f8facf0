"""One open document: the lens bar, the lens that is shown, and the docks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from orgmodel.findings import Finding, Report
from orgmodel.model import Subject
from ui.actions import Actions
from ui.background import Background
from ui.docks import DOCKS, WIDTH, DockColumn, Panel, Rail
from ui.evidence import places_of
from ui.going import Going
from ui.inquiries import Inquiries
from ui.lens import LENSES, Lens
from ui.lens_bar import LensBar
from ui.narrow_docks import NarrowDocks
from ui.pane import PanePlace
from ui.reading_order import stops_of
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.findings.panel import FindingsPanel
    from ui.inspector.panel import InspectorPanel


class Workspace(QWidget):
    """Made anew for each session; a lens is made when it is first shown."""

    lens_changed = Signal()
    key_hint_changed = Signal()
    """A lens may say other keys than before."""
    docks_changed = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        *,
        lenses: tuple[PanePlace, ...] = LENSES,
        docks: tuple[PanePlace, ...] = DOCKS,
    ) -> None:
        super().__init__()
        self.session = session
        self.theme, self._settings = theme, settings
        self._places = {place.action: place for place in lenses}
        self._lenses: dict[str, QWidget] = {}
        self._twins: dict[str, QWidget] = {}
        self.is_list = False
        """Whether lenses are shown as lists."""
        self._settled = False
        self.bar = LensBar(lenses, actions, theme)
        self.stack = QStackedWidget()
        self.docks = DockColumn(docks, theme, settings.closed_docks)
        self.rail = Rail(docks, theme)
        self.going = Going(self, actions)
        self.inquiries = Inquiries(session, theme, self, (actions["undo"], actions["redo"]))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._narrow = NarrowDocks(self._split, self.docks, self.rail, self)
        self._narrow.left.connect(self.setFocus)
        self.docks.changed.connect(self._docks_moved)
        self.docks.shown.connect(self.show_subject)
        self.inquiries.shown.connect(self.show_subject)
        self.rail.opened.connect(lambda action: self.docks.open(action, wanted=True))
        self.rail.closed.connect(lambda action: self.docks.open(action, wanted=False))
        session.findings_changed.connect(self._count)
        session.finding_shown.connect(self._show_finding)
        session.field_wanted.connect(self.open_field)
        self.show_lens(settings.lens if settings.lens in self._places else lenses[0].action)

    @property
    def lens(self) -> Lens:
        """The one that is shown, or its list twin, which is a lens as well."""
        return cast("Lens", self.stack.currentWidget())

    @property
    def lens_id(self) -> str:
        """The id of the action that shows the current lens."""
        shown = self.stack.currentWidget()
        return next(action for made in (self._lenses, self._twins) for action, lens in made.items() if lens is shown)

    def show_lens(self, action: str) -> None:
        """Show a lens, or its list, and give it the keyboard; nothing where there is no such lens."""
        if action not in self._places:
            return
        lens = self._twin(action) if self.is_list else self._lens(action)
        self.stack.setCurrentWidget(lens)
        self.setFocusProxy(lens)
        self._give_keyboard(lens)
        self.bar.show_lens(action)
        self._settings.lens = self.session.lens = action
        if self.session.highlighted:
            self._show_finding(self.session.highlighted)
        self.lens_changed.emit()

    def _give_keyboard(self, lens: QWidget) -> None:
        """To what the lens shows; where that is empty, to the button that says how to begin."""
        lens.setFocus(Qt.FocusReason.OtherFocusReason)
        proxy = lens.focusProxy()
        if proxy is not None and lens.isVisible() and not proxy.isVisible():
            tools = cast("Lens", lens).tools
            stops = (stop for stop in stops_of((lens,)) if not tools.isAncestorOf(stop))
            begins = next(stops, None)
            if begins:
                begins.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self, *, wanted: bool) -> None:
        """Show every lens as a list from now on, or as the picture that it is."""
        if self.is_list != wanted:
            action, self.is_list = self.lens_id, wanted
            self.show_lens(action)

    def _lens(self, action: str) -> QWidget:
        if action not in self._lenses:
            self._lenses[action] = self._mounted(self._places[action].make(self.session, self.theme))
        return self._lenses[action]

    def _twin(self, action: str) -> QWidget:
        from ui.list_twin import ListTwin

        if action not in self._twins:
            lens = cast("Lens", self._lens(action))
            self._twins[action] = self._mounted(ListTwin(self.session, lens, self.theme))
        return self._twins[action]

    def _mounted(self, made: QWidget) -> QWidget:
        lens = cast("Lens", made)
        lens.opened.connect(self.open_inspector)
        lens.key_hint_changed.connect(self.key_hint_changed)
        self.stack.addWidget(made)
        return made

    def settle(self) -> None:
        """Make what the first paint could do without: the bodies of the docks."""
        self._settled = True
        self.docks.mount(self.session, self._settings)

    def stop(self) -> None:
        """End what is done beside the window; it is about to go."""
        self.session.remedies.stop()
        for background in (*self.findChildren(Background), *self.session.findChildren(Background)):
            background.stop()

    def step_forward(self) -> None:
        """It comes to the front: the docks are as they were left in whatever tab, and its own windows come back."""
        self.docks.recall(self._settings)
        self._set_dock_width(self._settings.dock_width or WIDTH)
        self.inquiries.come_back()

    def step_back(self) -> None:
        """Another one comes to the front."""
        self.inquiries.step_aside()

    def show_subject(self, subject: str) -> None:
        self.lens.show_subject(Subject(subject))

    def go_to(self, subject: Subject) -> None:
        """Select a thing and bring it into view; what has no place in this lens is shown by the Inspector alone."""
        self.lens.show_subject(subject)
        if self.session.selection[:1] != (subject,):
            self.session.select(subject)
            self.docks.open("dock-inspector", wanted=True)

    def open_inspector(self) -> None:
        """Put the keyboard into the first field of what is selected."""
        cast("Panel", self._opened("dock-inspector")).focus_first()

    def open_field(self, field: str) -> None:
        """Put the keyboard into a field of what is selected, and bring that into view."""
        self.lens.reveal(self.session.selection)
        cast("InspectorPanel", self._opened("dock-inspector")).focus_field(field)

    def findings(self) -> FindingsPanel:
        """The list of findings, in its dock, which is opened."""
        return cast("FindingsPanel", self._opened("dock-findings"))

    def _opened(self, action: str) -> QWidget:
        """The body of a dock, which is opened."""
        self.docks.open(action, wanted=True)
        self.docks.mount(self.session, self._settings)
        return cast("QWidget", self.docks.docks[action].body)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through: the lens, its tools, and the docks that are open."""
        bodies = (dock.body for dock in self.docks.docks.values())
        shown = cast("QWidget", self.stack.currentWidget())
        return shown, self.lens.tools, *(body for body in bodies if body is not None)

    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, one after the other."""
        shown = cast("QWidget", self.stack.currentWidget())
        return self.bar, self.lens.tools, shown, *self.docks.docks.values(), self.rail

    def reset_layout(self) -> None:
        """The first lens, both docks open, at the sizes that they had in the beginning."""
        self.docks.open_all()
        self.docks.even_out()
        self._settings.dock_width = self._settings.dock_heights = None
        self._set_dock_width(WIDTH)
        self.show_list(wanted=False)
        self.show_lens(next(iter(self._places)))

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.bar.apply_theme(theme)
        for lens in (*self._lenses.values(), *self._twins.values()):
            cast("Lens", lens).apply_theme(theme)
        self.docks.apply_theme(theme)
        self.rail.apply_theme(theme)
        self.inquiries.apply_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow.fit(event.size().width())
        if not event.oldSize().isValid():
            self._set_dock_width(self._settings.dock_width or WIDTH)

    def _lay_out(self) -> None:
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.stack)
        self._split.addWidget(self.docks)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.splitterMoved.connect(self._keep_width)
        self.docks.splitterMoved.connect(self._keep_heights)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._split, 1)
        beside.addWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(beside, 1)
        self.rail.setVisible(not self.docks.open_docks())

    def _set_dock_width(self, pixels: int) -> None:
        """The line at the left is part of the docks."""
        if not self.docks.are_alone:
            self._split.setSizes([max(1, self.width() - pixels), pixels - self._split.handleWidth()])

    def _keep_width(self) -> None:
        self._settings.dock_width = self.docks.width() + self._split.handleWidth()

    def _keep_heights(self) -> None:
        self._settings.dock_heights = tuple(self.docks.sizes())

    def _docks_moved(self) -> None:
        opened = self.docks.open_docks()
        self.rail.setVisible(self.docks.are_alone or not opened)
        self.rail.tick(opened)
        if not self.docks.are_alone:
            self._settings.closed_docks = tuple(action for action in self.docks.docks if action not in opened)
        if self._settled:
            self.docks.mount(self.session, self._settings)
        self.docks_changed.emit()

    def _count(self, report: Report) -> None:
        self.rail.show_counts(report.count("error"), report.count("warning"))

    def _show_finding(self, finding: Finding) -> None:
        self.lens.reveal(places_of(self.session.organization, finding))
