"""The matrix on screen: a whole repaint against Qt's own table over the same cells, and one edit against a frame."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.timing import Result, paired, seconds_of
from orgmodel.commands import AssignTeam
from orgmodel.document import Document
from orgmodel.model import (
    Letters,
    Organization,
    Raci,
    Responsibility,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
    TeamKind,
)
from ui.appearance import Appearance
from ui.matrix.lens import MatrixLens
from ui.session import Session
from ui.settings import Settings
from ui.theme import LIGHT

SIZE = (1280, 800)
_KINDS: tuple[TeamKind, ...] = ("application", "application-sre", "infrastructure-sre", "frontline")
_LETTERS: tuple[Letters, ...] = ("A", "R", "C", "I")
_LAYERS = ("application", "environment", "infrastructure", "frontline")


def matrix_painting() -> list[Result]:
    with TemporaryDirectory() as place:
        application = QApplication([])
        dress = Appearance(application, Settings(Path(place) / "settings.ini"))
        results = _painted()
    del dress
    return results


def _painted() -> list[Result]:
    return [
        repaint("matrix repaint, 2,000 × 40", made_up(40, 2_000)),
        one_edit("matrix edit to repaint, 20,000 × 400", made_up(400, 20_000)),
        one_scroll("matrix wheel step, 20,000 × 400", made_up(400, 20_000)),
    ]


def made_up(teams: int, rows: int) -> Document:
    """An organisation in which every cell that is on screen has a letter: the worst there is to draw."""
    services = tuple(Service(ServiceId(f"s{n}"), f"Service {n}") for n in range(max(1, rows // 43)))
    named = [TeamId(f"team-{n}") for n in range(teams)]
    near = named[:40]
    return Document(
        Organization(
            "Made up",
            teams=tuple(Team(team, f"Team {n}", _KINDS[n % 4], headcount=n) for n, team in enumerate(named)),
            services=services,
            responsibilities=tuple(
                Responsibility(
                    RowId(f"row-{n}"),
                    f"Responsibility {n}",
                    services[n // 43 % len(services)].id,
                    _LAYERS[n % 43 // 11],  # type: ignore[arg-type]
                    raci=Raci(
                        {
                            team: _LETTERS[0 if place == n % 40 else 1 + (n + place) % 3]
                            for place, team in enumerate(near)
                        }
                    ),
                )
                for n in range(rows)
            ),
        )
    )


class StockModel(QAbstractTableModel):
    """The same letters for Qt's own table and delegate: text, centred, on a ground of the team's colour."""

    def __init__(self, organization: Organization) -> None:
        super().__init__()
        self._rows = organization.responsibilities
        self._teams = [team.id for team in organization.teams]
        self._grounds = [QColor(LIGHT.kind_tints[team.kind]) for team in organization.teams]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._teams)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()].raci.get(self._teams[index.column()])
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._grounds[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None


def stock_table(organization: Organization) -> QTableView:
    """Qt's table with the sizes of our cells, and the room of our frozen columns in its row heads."""
    table = QTableView()
    table.setModel(StockModel(organization))
    table.verticalHeader().setDefaultSectionSize(26)
    table.verticalHeader().setFixedWidth(304)
    table.horizontalHeader().setDefaultSectionSize(64)
    table.horizontalHeader().setFixedHeight(76)
    return table


def lens_of(document: Document) -> MatrixLens:
    lens = MatrixLens(Session(document), LIGHT)
    lens.resize(*SIZE)
    return lens


def repaint(name: str, document: Document) -> Result:
    """The whole of what is on screen, drawn into an image, ours and Qt's in turn."""
    view, table = lens_of(document).view, stock_table(document.organization)
    for widget in (view, table):
        widget.resize(*SIZE)
        widget.show()
    QApplication.processEvents()
    return paired(name, _painting(view.viewport()), _painting(table.viewport()), 0.4)


def one_edit(name: str, document: Document) -> Result:
    """From the command to the changed row on screen, with everything else that hears of it in the lens."""
    lens = lens_of(document)
    lens.show()
    session = lens.view.session
    QApplication.processEvents()
    row, team = document.organization.responsibilities[5].id, document.organization.teams[3].id
    letters: list[Letters] = ["R", "C"]

    def edit() -> None:
        letters.reverse()
        session.execute(AssignTeam(row, team, letters[0]))
        QApplication.processEvents()

    return Result(name, _median_of(edit), None, None)


def one_scroll(name: str, document: Document) -> Result:
    """Three lines further down, drawn."""
    lens = lens_of(document)
    lens.show()
    QApplication.processEvents()
    bar = lens.view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue(bar.value() + 78)
        QApplication.processEvents()

    return Result(name, _median_of(scroll), None, None)


def _painting(widget: QWidget) -> Callable[[], None]:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    return lambda: widget.render(image)


def _median_of(act: Callable[[], None], runs: int = 25) -> float:
    return median(seconds_of(act) for _ in range(runs))
