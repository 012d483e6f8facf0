"""A hand on the Chain lens: it clicks, drags and types as people do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from orgmodel.document import Document
from orgmodel.model import ALERT, Escalation, Organization, Team
from ui.chain import ChainLens
from ui.chain.minimap import FROM_CARDS
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton


class ChainHand:
    def __init__(self, qtbot, session):
        self.qtbot, self.session = qtbot, session
        self.lens = ChainLens(session, LIGHT)
        self.said = []
        session.refused.connect(self.said.append)
        qtbot.addWidget(self.lens)
        self.lens.resize(1096, 798)
        with qtbot.waitActive(self.lens):
            self.lens.show()
            self.lens.activateWindow()
        self.view, self.port = self.lens.view, self.lens.view.viewport()
        self.view.setFocus()
        QApplication.processEvents()

    @property
    def escalations(self):
        return self.session.organization.escalations

    @property
    def steps(self):
        return [step.label for step in self.session.history.steps[1 : self.session.history.cursor + 1]]

    @property
    def strengths(self):
        """How strong each card is, by the name of its team."""
        cards = self.view.canvas.cards.items()
        return {subject.partition(":")[2] or subject: item.strength for subject, item in cards}

    @property
    def editor(self):
        return self.view.edits.editor

    def card(self, subject):
        return self.view.canvas.cards[subject]

    def arrow(self, subject):
        return self.view.canvas.arrow_of(subject)

    def at(self, point):
        return self.view.mapFromScene(QPointF(*point) if isinstance(point, tuple) else point)

    def middle(self, subject):
        return self.at(self.card(subject).rect.center())

    def click(self, at):
        self.qtbot.mouseClick(self.port, LEFT, pos=self.middle(at) if isinstance(at, str) else at)

    def double_click(self, at):
        self.click(at)
        self.qtbot.mouseDClick(self.port, LEFT, pos=at)
        self.qtbot.mouseRelease(self.port, LEFT, pos=at)

    def move(self, point):
        """The mouse goes there with its left button down."""
        spot = QPointF(self.port.mapToGlobal(point.toPoint()))
        none, held = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        self.view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, point, spot, held, LEFT, none))

    def drag(self, start, end, *, drop=True):
        self.qtbot.mousePress(self.port, LEFT, pos=start)
        for share in (0.2, 0.6, 1.0):
            self.move(QPointF(start) + (QPointF(end) - QPointF(start)) * share)
        if drop:
            self.qtbot.mouseRelease(self.port, LEFT, pos=end)

    def press(self, *keys):
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.view, key)

    def type(self, text):
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def words(self, subject):
        label = self.arrow(subject).arrow.label
        return self.at(QPointF(*label.rect.centre))

    def empty_place(self, band, x=900):
        found = self.view.diagram.bands[band]
        return self.at(QPointF(x, found.y + found.height / 2))

    def menu(self, at=None):
        """The texts in the menu of a point, else of what is in hand."""
        point = self.view.mouse.take_for_menu(at) if at else self.view.keys.menu_point()
        self.lens.acts.refresh()
        menu = self.lens.acts.menu(point)
        return {action.text(): action for action in menu.actions() if action.text()}


def large(count=FROM_CARDS):
    """A document with as many teams as it takes for a map of the chain, of which one hears the alert."""
    teams = tuple(Team(f"t{place}", f"Team {place}", "application") for place in range(count))
    return Document(Organization(name="Large", teams=teams, escalations=(Escalation(ALERT, "t0"),)))
