"""A shop whose weeks have an edge or two, and a hand on the On call lens."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    ALWAYS,
    BUSINESS_HOURS,
    Coverage,
    Duration,
    Escalation,
    Member,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Site,
    Team,
    TeamId,
    Window,
)
from ui.oncall import OnCallLens
from ui.session import Session
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
TODAY = date(2026, 11, 24)
LONDON = (Site("London", "Europe/London"),)


def organization(**more):
    return Organization(
        "Shop",
        teams=(
            Team(TeamId("front"), "Frontline", "frontline", headcount=12, sites=LONDON),
            Team(
                TeamId("sre"), "Web SRE", "application-sre", sites=LONDON,
                members=(Member("ana", "Ana Sousa"), Member("bo", "Bo Li"), Member("kim", "Kim Lee")),
            ),
            Team(TeamId("app"), "Shop Team", "application", headcount=6, sites=LONDON),
        ),
        responsibilities=(
            Responsibility(RowId("db"), "Database", criticality=1, paged=True, raci=Raci({"sre": "A"})),
        ),
        rotations=(
            Rotation(RotationId("front-all"), TeamId("front"), coverage=ALWAYS, members=12, pages_per_day=4),
            Rotation(RotationId("sre-days"), TeamId("sre"), coverage=BUSINESS_HOURS, members=("ana", "bo")),
            Rotation(RotationId("sre-saturday"), TeamId("sre"), coverage=Coverage(None, (Window(5, 5, 600, 1080),))),
        ),
        escalations=(
            Escalation(ALERT, TeamId("front")),
            Escalation(TeamId("front"), TeamId("sre"), after=Duration(15, "m")),
        ),
    ).copy_with(**more)  # fmt: skip


def shown(qtbot, made, size=(1096, 798), on=TODAY):
    session = Session(Document(made))
    session.today = on
    session.show_findings(analyse(session.document, on))
    lens = OnCallLens(session, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(*size)
    lens.show()
    lens.strip.setFocus()
    QApplication.processEvents()
    lens.session = session
    return lens


def coverage(lens, rotation):
    found = next((each for each in lens.session.organization.rotations if each.id == rotation), None)
    return str(found.coverage) if found and found.coverage else None


def row_of(lens, rotation):
    return lens.strip.plan.lane_of_rotation[RotationId(rotation)]


def point(lens, row, day, hour):
    """A point of the viewport in the middle of a lane, at an hour of a day from Monday."""
    strip, plan = lens.strip, lens.strip.plan
    x = plan.x_of(plan.axis.instant_of(day * 1440 + round(hour * 60)))
    rect, port = plan.row_rect(row), strip.port
    return QPoint(round((x - port.x) * strip.scale), round((rect.centre.y - port.y) * strip.scale))


def drag(qtbot, lens, start, end, modifiers=NONE, *, drop=True):
    port = lens.strip.viewport()
    qtbot.mousePress(port, LEFT, modifiers, start)
    for share in (0.3, 0.7, 1.0):
        lens.strip.mouseMoveEvent(_move(port, QPointF(start) + (QPointF(end) - QPointF(start)) * share, modifiers))
    if drop:
        qtbot.mouseRelease(port, LEFT, modifiers, end)


def _move(port, at, modifiers):
    return QMouseEvent(QEvent.Type.MouseMove, at, QPointF(port.mapToGlobal(at.toPoint())), LEFT, LEFT, modifiers)


def press(qtbot, lens, *keys, modifiers=NONE):
    for key in keys:
        qtbot.keyClick(lens.strip, key, modifiers)


def go_to(lens, rotation, place=0):
    row = row_of(lens, rotation)
    blocks = [each for each in lens.state.content_at(row).blocks if each.rotation == rotation]
    lens.strip.take_block(row, blocks[place])
