"""The canvas in step with the document: what of it is shown, when that is drawn, and what is drawn meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from orgmodel.diagram.chain import ChainPlan, chain_plan, draw, screen_measures
from orgmodel.diagram.shapes import ChainDiagram
from orgmodel.findings import Report
from orgmodel.model import ALERT, LayerId, ServiceId, Subject, TeamKind
from ui.chain.canvas import ChainCanvas
from ui.chain.drawing import Drawing
from ui.chain.pan import Gesture
from ui.chain.picture import Picture
from ui.chain.reading import Reading
from ui.chain.words import diagram_sentence, measure
from ui.chain.zooming import ZoomedView
from ui.session import Session
from ui.theme import Theme


class Projection(ZoomedView):
    """Holds what is left out, and no diagram but the one that is shown."""

    shape_changed = Signal()
    """Another diagram is shown."""
    brought = Signal(bool)
    """Cards and lines were put where they belong: those of another diagram (True), or the same ones again."""
    caught_up = Signal()
    """What is shown is what the document and the findings say."""
    focus_changed = Signal()
    """Other things are dimmed, or none."""
    work_changed = Signal()
    """A drawing is under way beside the window, or no longer."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.service: ServiceId | None = None
        self.layer: LayerId | None = None
        self.kind: TeamKind | None = None
        self.with_arrows = True
        self.with_findings = True
        self.current: Subject | None = None
        """The card that the keys are on."""
        self.gesture: Gesture | None = None
        self._measures = screen_measures(measure)
        self._canvas = ChainCanvas(theme, self._measures, self)
        self._drawing = Drawing(self)
        self._drawing.drawn.connect(self._show)
        self._reading = Reading(self)
        self._reading.done.connect(self.rebuild)
        self._is_stale = True
        self._refits = True
        """Whether the next diagram is of other things, and so is looked at as a whole, unless somebody chose a zoom."""
        self.setScene(self._canvas)

    @property
    def canvas(self) -> ChainCanvas:
        return self._canvas

    @property
    def diagram(self) -> ChainDiagram:
        """What is shown."""
        return self._canvas.diagram

    @property
    def is_behind(self) -> bool:
        """Whether what is shown is of an earlier document, or of none yet."""
        return self._is_stale or self._drawing.is_behind or self._reading.is_behind

    @property
    def is_unheard(self) -> bool:
        """Whether no team hears an alert: the first that does is pulled out of it."""
        return not any(each.source == ALERT for each in self.session.organization.escalations)

    @property
    def is_drawing(self) -> bool:
        """Whether a diagram is being drawn beside the window."""
        return self._drawing.is_behind or self._reading.is_behind

    def rebuild(self) -> None:
        """Show what the document and the findings say now; not before somebody sees it, and not under a gesture."""
        self._is_stale = self.gesture is not None or not self.isVisible()
        if self._is_stale:
            return
        self._reading.ask(self.session.report)
        if self._reading.report is not None or not self._reading.is_behind:
            self._drawing.ask(self._plan_of(self._reading.report))
        self.work_changed.emit()

    def plan(self) -> ChainPlan:
        """What is shown, as the document and the findings say now, without its places."""
        return self._plan_of(self.session.report)

    def _plan_of(self, report: Report | None) -> ChainPlan:
        document = self.session.document
        layers = None if self.layer is None else (self.layer,)
        return chain_plan(
            document.organization,
            report if self.with_findings else None,
            document.arrangement,
            self._measures,
            service=self.service,
            layers=layers,
            kind=self.kind,
        )

    def picture(self) -> Picture:
        """All of it, drawn now where what is shown is not what the document says."""
        diagram = draw(self.plan()) if self.is_behind else self.diagram
        placed = frozenset(place.subject for place in self.session.document.arrangement.chain)
        return Picture(diagram, placed, self._measures.corner, with_arrows=self.with_arrows)

    def _show(self, plan: ChainPlan, diagram: ChainDiagram) -> None:
        if self.gesture or not self.isVisible():
            self._is_stale = True
            return
        before, placed = self.diagram, frozenset(place.subject for place in plan.arrangement.chain)
        if diagram == before and bool(self._canvas.arrows) == (self.with_arrows and bool(diagram.arrows)):
            self._canvas.put_back(placed)
            self.brought.emit(False)
        else:
            self._canvas.show_diagram(diagram, plan.organization, placed, with_arrows=self.with_arrows)
            if self.current not in self._canvas.cards:
                self.current = None
            self.setAccessibleName(diagram_sentence(diagram))
            self.brought.emit(True)
            if self._refits and not self.is_behind:
                self._refits = False
                if self.on_resize:
                    self.on_resize()
            self.shape_changed.emit()
        self.work_changed.emit()
        if not self.is_behind:
            self.caught_up.emit()

    def catch_up(self) -> None:
        if self._is_stale:
            self.rebuild()

    def show_service(self, service: ServiceId | None) -> None:
        self.service = service
        self._show_others()

    def show_layer(self, layer: LayerId | None) -> None:
        self.layer = layer
        self._show_others()

    def show_kind(self, kind: TeamKind | None) -> None:
        self.kind = kind
        self._show_others()

    def _show_others(self) -> None:
        self._refits = True
        self.rebuild()

    def show_arrows(self, *, wanted: bool) -> None:
        self.with_arrows = wanted
        self.rebuild()

    def show_findings(self, *, wanted: bool) -> None:
        self.with_findings = wanted
        self.rebuild()
