"""Whatever a file holds and whoever drags what: the week is drawn, and every step of it is undone."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest

from orgmodel.document import Document
from tests.strategies import organizations
from ui.oncall import OnCallLens
from ui.session import Session
from ui.theme import LIGHT

KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in ("Up", "Down", "Left", "Right", "Delete", "N", "Space", "BracketLeft", "Escape", "Home")
)
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
presses = st.tuples(st.sampled_from(KEYS), st.sampled_from(MODIFIERS))
shares = st.floats(0, 1)
drags = st.tuples(shares, shares, shares)


def mouse(lens, kind, at, button):
    port = lens.strip.viewport()
    spot = QPointF(port.mapToGlobal(at.toPoint()))
    return QMouseEvent(kind, at, spot, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def drag(lens, down, start, end):
    size = lens.strip.viewport().size()
    y = 48 + down * (size.height() - 49)
    first, last = (QPointF(x * (size.width() - 1), y) for x in (start, end))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    lens.strip.mousePressEvent(mouse(lens, QEvent.Type.MouseButtonPress, first, left))
    lens.strip.mouseMoveEvent(mouse(lens, QEvent.Type.MouseMove, (first + last) / 2, none))
    lens.strip.mouseMoveEvent(mouse(lens, QEvent.Type.MouseMove, last, none))
    lens.strip.mouseReleaseEvent(mouse(lens, QEvent.Type.MouseButtonRelease, last, left))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(organizations(), st.lists(st.one_of(presses, drags), max_size=8), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_any_file_is_drawn_and_any_steps_are_undone(appearance, organization, steps, today):
    session = Session(Document(organization))
    session.today = today
    lens = OnCallLens(session, LIGHT)
    lens.resize(900, 700)
    lens.show()
    for step in steps:
        if len(step) == 2:
            QTest.keyClick(lens.strip, *step)
        else:
            drag(lens, *step)
        picture = QImage(900, 700, QImage.Format.Format_RGB32)
        lens.strip.viewport().render(picture)
    whole = QImage(lens.extent().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    lens.draw(painter, LIGHT)
    painter.end()
    assert QRect(whole.rect()).height() >= 48
    assert all(len(cells) == len(lens.table().head) for _, cells in lens.table().rows)
    while session.undo():
        pass
    assert session.organization is organization
    lens.close()
    lens.deleteLater()
