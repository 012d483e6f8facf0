"""A small organisation for the board of teams, and where things of it are for the mouse."""

from PySide6.QtCore import QPoint

from orgmodel.model import Organization, Raci, Responsibility, Service, Site, Team, Workload
from ui.teams.spots import Spot, TraySpot

TEAMS = (
    Team(
        "shop",
        "Shop Team",
        "application",
        headcount=9,
        sites=(Site("Lisbon"),),
        mission="Builds <b>the shop</b>.",
    ),
    Team("web-sre", "Web SRE", "application-sre", headcount=8, supports=("shop",), workload=Workload(45, 20)),
    Team("tills", "Tills Team", "application", headcount=4),
    Team("infra", "Infra SRE", "infrastructure-sre"),
    Team("desk", "Service Desk", "frontline", headcount=12, parent="infra"),
    Team("old", "Old Team", "application", status="archived"),
)
ROWS = (
    Responsibility("code", "Code", layer="application", raci=Raci({"shop": "A", "web-sre": "R"}), state="agreed"),
    Responsibility("features", "Features", layer="application", raci=Raci({"shop": "AR"}), state="agreed"),
    Responsibility("database", "Database", layer="environment", raci=Raci({"web-sre": "A"}), state="agreed"),
    Responsibility("scaling", "Scaling", layer="environment", raci=Raci({"shop": "C"})),
    Responsibility("runbooks", "Runbooks", layer="application", raci=Raci({"shop": "A", "web-sre": "A"}), paged=True),
    Responsibility("network", "Network", layer="infrastructure", raci=Raci({"infra": "A"}), state="agreed"),
    Responsibility("lost", "Lost", layer="environment", raci=Raci({"gone": "A"}), state="agreed"),
)
SHOP = Organization("Shop", teams=TEAMS, services=(Service("web-shop", "Web Shop", "shop"),), responsibilities=ROWS)


def point_of(lens, spot):
    """The middle of a place, on the screen."""
    if isinstance(spot, TraySpot):
        return lens.tray.viewport().mapToGlobal(lens.tray.rect_of(spot).center())
    rect = lens.board.rect_of(spot)
    return lens.board.viewport().mapToGlobal(QPoint(rect.left() + 150, rect.top() + min(rect.height() // 2, 30)))


def widget_of(lens, spot):
    return (lens.tray if isinstance(spot, TraySpot) else lens.board).viewport()


def card(team):
    return Spot(team)


def row_on(lens, team, row):
    known = lens.state.organization.row_by_id[row].layer
    return Spot(team, "row", known, row)


def raci(session, row):
    """The letters of a row, by team."""
    return dict(session.organization.row_by_id[row].raci.items())


def take(lens, spot):
    """Put the keys on a place of the board."""
    lens.board.go(spot)
