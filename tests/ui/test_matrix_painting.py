"""What is drawn, looked at pixel by pixel in a few places; and that no more is drawn than has to be."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QCursor, QImage, QPainter, QRegion

from orgmodel.commands import AssignTeam
from orgmodel.document import Document
from orgmodel.model import Organization, Raci, Responsibility, Team
from ui.matrix.layout import LINE_HEIGHT, NAME_COLUMN
from ui.matrix.painting import draw_matrix
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.theme import DARK, LIGHT

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

TEAMS = (Team("app", "App Team", "application"), Team("sre", "App SRE", "application-sre"))
ROWS = (
    Responsibility("plain", "Plain", layer="application", raci=Raci({"app": "A"})),
    Responsibility("gap", "Gap", layer="application", raci=Raci({"app": "C"})),
    Responsibility("shared", "Shared", layer="application", raci=Raci({"app": "A", "sre": "A"})),
    Responsibility("lost", "Lost", layer="application", raci=Raci({"gone": "A"})),
)
PLAIN, GAP, SHARED, LOST = 1, 2, 3, 4


def view_of(qtbot, theme, document=None):
    QCursor.setPos(0, 0)  # where it is over no line, whatever a test before has done
    session = Session(document or Document(Organization("Drawn", teams=TEAMS, responsibilities=ROWS)))
    view = MatrixView(session, theme)
    qtbot.addWidget(view)
    view.resize(1000, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def cell_colours(view, line, column):
    """Every colour of a cell, as `#rrggbb`."""
    image = view.viewport().grab().toImage()
    box = view.state.layout.cell_box(view.port, line, column)
    return [
        image.pixelColor(x, y).name()
        for y in range(box.y, box.y + box.height - 1)
        for x in range(max(box.x, 0) + 1, box.x + box.width - 1)
    ]


def count(colours, colour):
    return colours.count(QColor(colour).name())


@THEMES
def test_a_gap_is_hatched_across_the_teams_and_its_letters_stand_on_paper(qtbot, appearance, theme):
    view = view_of(qtbot, theme)
    for column in (0, 1):
        assert count(cell_colours(view, GAP, column), theme.paper) < 0.9 * len(cell_colours(view, PLAIN, 1))
    box = view.state.layout.cell_box(view.port, GAP, 0)
    image = view.viewport().grab().toImage()
    # Within the pad, left of the letter: paper all over.
    pad = {image.pixelColor(box.x + 45 + x, box.y + 6 + y).name() for x in range(6) for y in range(12)}
    assert pad == {QColor(theme.paper).name()}
    assert count(cell_colours(view, PLAIN, 1), theme.paper) > 0.95 * len(cell_colours(view, PLAIN, 1))


@THEMES
def test_the_likeliest_owner_of_a_gap_is_asked_about_in_a_dashed_ring(qtbot, appearance, theme):
    rows = (Responsibility("gap", "Gap", layer="environment"),)
    view = view_of(qtbot, theme, Document(Organization("Drawn", teams=TEAMS, responsibilities=rows)))
    assert count(cell_colours(view, 1, 1), theme.error) > 20
    assert count(cell_colours(view, 1, 0), theme.error) == 0


@THEMES
def test_a_is_a_block_and_a_shared_a_has_a_second_border(qtbot, appearance, theme):
    view = view_of(qtbot, theme)
    assert count(cell_colours(view, PLAIN, 0), theme.kinds["application"]) > 400
    assert count(cell_colours(view, PLAIN, 0), theme.error) == 0
    assert count(cell_colours(view, SHARED, 0), theme.error) > 30
    assert count(cell_colours(view, SHARED, 1), theme.error) > 30


@THEMES
def test_trouble_is_named_after_the_row_and_marked_before_it(qtbot, appearance, theme):
    view = view_of(qtbot, theme)
    for line in (GAP, SHARED):
        assert count(cell_colours(view, line, NAME_COLUMN), theme.error) > 60
    assert count(cell_colours(view, PLAIN, NAME_COLUMN), theme.error) == 0


@THEMES
def test_a_ghost_has_no_colour_of_its_own(qtbot, appearance, theme):
    view = view_of(qtbot, theme)
    colours = cell_colours(view, LOST, 2)
    assert count(colours, theme.control) > 20
    assert not any(count(colours, kind) for kind in theme.kinds.values())


def test_what_is_in_hand_is_tinted_barred_and_ringed(qtbot, appearance):
    view = view_of(qtbot, LIGHT)
    view.session.select("responsibility:plain", team="sre")
    view.setFocus()
    image = view.viewport().grab().toImage()
    y = view.state.layout.line_y(view.port, PLAIN) + 12
    assert image.pixelColor(1, y).name() == LIGHT.accent.lower()
    assert image.pixelColor(200, y).name() == LIGHT.accent_tint.lower()
    box = view.state.layout.cell_box(view.port, PLAIN, 1)
    assert image.pixelColor(box.x + 10, box.y + 12).name() == LIGHT.paper.lower()
    assert image.pixelColor(box.x + 10, 5).name() == LIGHT.accent_tint.lower()


def test_frozen_columns_lie_over_what_is_scrolled(qtbot, appearance):
    teams = tuple(Team(f"t{n}", f"Team {n}") for n in range(30))
    rows = (Responsibility("row", "Row", layer="application", raci=Raci({team.id: "A" for team in teams})),)
    view = view_of(qtbot, LIGHT, Document(Organization("Wide", teams=teams, responsibilities=rows)))
    before = view.viewport().grab().toImage().copy(0, 0, 303, 400)
    view.horizontalScrollBar().setValue(333)
    assert view.viewport().grab().toImage().copy(0, 0, 303, 400) == before


class Repaints(QObject):
    """Remembers the regions of a widget that are painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.regions = []
        widget.installEventFilter(self)

    def eventFilter(self, _, event):  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region())
        return False


def test_an_edit_repaints_its_row_and_its_group_and_nothing_else(qtbot, appearance):
    view = view_of(qtbot, LIGHT)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.setFocus()
    qtbot.wait(20)
    repaints = Repaints(view.viewport())
    view.session.execute(AssignTeam("plain", "sre", "C"))
    qtbot.waitUntil(lambda: bool(repaints.regions))
    lines = {
        view.state.layout.hit(view.port, 400, y).line
        for region in repaints.regions
        for rectangle in region
        for y in range(rectangle.top(), rectangle.bottom() + 1)
    }
    assert lines == {0, PLAIN}


@pytest.fixture
def big(qtbot, appearance):
    """Twenty teams and a hundred rows, scrolled both ways to no whole line or column, with a cell in hand."""
    teams = tuple(Team(f"t{n}", f"Team {n}", "application-sre") for n in range(20))
    rows = tuple(
        Responsibility(f"r{n}", f"Row {n}", layer="application", raci=Raci({f"t{n % 20}": "A", f"t{n % 7 + 3}": "C"}))
        for n in range(99)
    )
    gap = Responsibility("gap", "Gap", layer="application")
    view = view_of(qtbot, LIGHT, Document(Organization("Big", teams=teams, responsibilities=(*rows[:9], gap, *rows))))
    view.session.select("responsibility:gap", team="t4")
    view.verticalScrollBar().setValue(LINE_HEIGHT * 3 + 5)
    view.horizontalScrollBar().setValue(70)
    return view


def painted(view, *parts):
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for part in parts:
        draw_matrix(painter, view.scene(), QRegion(*part))
    painter.end()
    return image


@pytest.mark.parametrize("step", [7, 26, 130])
def test_what_is_painted_in_parts_is_what_is_painted_whole(big, step):
    width, height = big.viewport().width(), big.viewport().height()
    whole = painted(big, (0, 0, width, height))
    assert painted(big, *((0, y, width, step) for y in range(0, height, step))) == whole
    assert painted(big, *((x, 0, step, height) for x in range(0, width, step))) == whole


def test_after_scrolling_the_screen_shows_what_would_be_painted_anew(qtbot, big):
    def shown():
        """What is on screen: the pixels that were moved, and those that were drawn since."""
        return big.screen().grabWindow(big.winId()).toImage().copy(big.viewport().rect())

    for down, across in ((13, 0), (-40, 0), (0, 31), (0, -90), (200, 0), (7, 7)):
        big.verticalScrollBar().setValue(big.verticalScrollBar().value() + down)
        big.horizontalScrollBar().setValue(big.horizontalScrollBar().value() + across)
        qtbot.wait(10)
        scrolled = shown()
        big.viewport().update()
        qtbot.wait(10)
        assert not scrolled.isNull()
        assert scrolled == shown()
