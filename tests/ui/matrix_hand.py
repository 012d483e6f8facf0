"""What people do in the matrix: keys wherever the focus is, clicks and drags where rows and columns stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from orgmodel.document import Document
from orgmodel.model import Area, Layer, Organization, Raci, Responsibility, Service, Team
from ui.matrix.layout import NAME_COLUMN
from ui.matrix.lens import MatrixLens
from ui.session import Session
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
K = Qt.Key

ORGANIZATION = Organization(
    "Shop",
    areas=(Area("monitoring", "Monitoring"), Area("capacity", "Capacity")),
    layers=(Layer("web", "Web", "application"), Layer("stack", "Stack", "application-sre")),
    teams=(
        Team("app", "App Team", "application", headcount=9),
        Team("sre", "App SRE", "application-sre", headcount=8),
        Team("front", "Frontline", "frontline", headcount=4),
    ),
    services=(Service("shop", "Shop", "app", criticality=2), Service("pay", "Payments", "app", criticality=1)),
    responsibilities=(
        Responsibility("code", "Code", "shop", "web", "monitoring", raci=Raci({"app": "A", "sre": "C"})),
        Responsibility("alerts", "Alerts", "shop", "web", raci=Raci({"app": "A"}), state="agreed"),
        Responsibility("database", "Database", "shop", "stack", "capacity", raci=Raci({"sre": "A"}), paged=True),
        Responsibility("cards", "Cards", "pay", "web", raci=Raci({"app": "A", "sre": "A"})),
        Responsibility("refunds", "Refunds", "pay", "web"),
    ),
)


class MatrixHand:
    """A matrix on screen, and the hands on it."""

    def __init__(self, qtbot, organization=ORGANIZATION):
        self.session = Session(Document(organization))
        self.lens = MatrixLens(self.session, LIGHT)
        qtbot.addWidget(self.lens)
        self.lens.resize(1200, 700)
        with qtbot.waitActive(self.lens):
            self.lens.show()
            self.lens.activateWindow()
        self.view = self.lens.view
        self.view.setFocus()
        self.refused = []
        self.session.refused.connect(self.refused.append)

    @property
    def organization(self):
        return self.session.organization

    @property
    def steps(self):
        """How many edits can be undone."""
        return len(self.session.history.steps) - 1

    def order(self):
        """The ids of the rows, as they stand in the file."""
        return [row.id for row in self.organization.responsibilities]

    def shown(self):
        """The ids of the rows, as they stand on screen."""
        state = self.view.state
        return [state.row(place).id for place in state.layout.lines if place >= 0]

    def row(self, row):
        return self.organization.row_by_id[row]

    def letters(self, row):
        return dict(self.row(row).raci)

    def take(self, row, team=None):
        self.session.select(f"responsibility:{row}", team=team)

    def press(self, *keys, modifier=NONE):
        for key in keys:
            QTest.keyClick(self.lens.focusWidget(), key, modifier)

    def type(self, text):
        QTest.keyClicks(self.lens.focusWidget(), text)

    def line(self, row):
        return self.view.state.layout.line_of_row[self.view.state.place_of[row]]

    def point(self, line, column, down=0.5):
        box = self.view.state.layout.cell_box(self.view.port, line, column)
        return QPoint(box.x + min(box.width // 2, 60), box.y + int(box.height * down))

    def at(self, row, column=NAME_COLUMN, down=0.5):
        """Where the cell of a row is; columns by team, fact or place."""
        columns = self.view.state.columns
        if isinstance(column, str):
            keys = {key.partition(":")[2]: place for key, place in columns.place_of_key.items()}
            column = keys[column]
        return self.point(self.line(row), column, down)

    def head(self, team):
        columns = self.view.state.columns
        return QPoint(columns.team_x(columns.place_of[team]) - self.view.port.x + 60, 30)

    def click(self, point, modifier=NONE):
        QTest.mouseClick(self.view.viewport(), LEFT, modifier, point)

    def drag(self, start, end, modifier=NONE):
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, modifier, start)
        QTest.mouseMove(viewport, start + (end - start) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT, modifier, end)

    def action(self, text):
        return next(action for action in self.lens.actions() if action.text() == text)
