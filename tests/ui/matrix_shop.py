"""A small shop for the matrix, and where its cells are for the mouse."""

from PySide6.QtCore import QPoint, Qt

from orgmodel.model import Raci, Responsibility, Team

TEAMS = (
    Team("app", "Shop Application Team", "application", headcount=9),
    Team("sre", "Shop Application SRE", "application-sre", headcount=8),
    Team("front", "Frontline <b>Support</b>", "frontline"),
)
ROWS = (
    Responsibility("code", "Application Code", layer="application", raci=Raci({"app": "A", "sre": "C"})),
    Responsibility("runbooks", "Application Runbooks", layer="application", raci=Raci({"app": "A", "front": "C"})),
    Responsibility("database", "Database", layer="environment", raci=Raci({"sre": "AR", "app": "C"}), paged=True),
    Responsibility("capacity", "Capacity", layer="environment", raci=Raci({"app": "C"})),
    Responsibility("lost", "Lost", layer="environment", raci=Raci({"gone": "A"})),
)


def letters(session, row, team):
    return session.organization.row_by_id[row].raci.get(team)


def take(lens, row, team):
    lens._session.select(f"responsibility:{row}", team=team)


def point_of(lens, line, column):
    box = lens.view.state.layout.cell_box(lens.view.port, line, column)
    return QPoint(box.x + box.width // 2, box.y + box.height // 2)


def click(qtbot, lens, line, column, button=Qt.MouseButton.LeftButton):
    qtbot.mouseClick(lens.view.viewport(), button, pos=point_of(lens, line, column))
