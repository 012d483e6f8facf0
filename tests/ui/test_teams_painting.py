"""The board of teams as a picture and on paper, whatever the names and however many the teams."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Organization, Site
from orgmodel.model.value import changed
from tests.ui.boards import SHOP
from tests.ui.found import TODAY, found
from ui.session import Session
from ui.teams import card_top
from ui.teams.lens import TeamsLens
from ui.teams.painting import remark_within
from ui.teams.spots import Spot
from ui.texts import SMALL, width_of, write
from ui.theme import DARK, LIGHT

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_the_whole_board_is_drawn_and_told_as_a_table(teams, shop):
    extent = teams.extent()
    picture = QPixmap(round(extent.width()), round(extent.height()))
    painter = QPainter(picture)
    teams.draw(painter, DARK)
    painter.end()
    seen = picture.toImage().pixelColor(300, round(extent.height()) - 4).name()
    assert seen.upper() == DARK.paper
    table = teams.table()
    assert all(len(cells) == len(table.head) for _, cells in table.rows)
    said = dict(table.rows)
    assert said["team:infra"][3] == "unknown"
    assert said["team:web-sre"][6:8] == ("2", "1")
    assert said["responsibility:scaling"][:2] == ("Nobody", "Scaling")


def test_a_sheet_of_paper_is_painted_as_the_same_part_of_the_whole(teams):
    extent, clip = teams.extent().toSize(), QRect(300, 200, 400, 300)
    whole, part = QPixmap(extent), QPixmap(extent)
    for picture, clipped in ((whole, False), (part, True)):
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        if clipped:
            painter.setClipRect(clip)
        teams.draw(painter, DARK)
        painter.end()
    assert part.copy(clip).toImage() == whole.copy(clip).toImage()


def test_names_of_any_length_and_script_are_shown_and_never_read_as_markup(qtbot, appearance, shop):
    from orgmodel.model.value import changed
    from ui.teams.sentences import card_tip

    names = ("x" * 200, "פריסה של שירות", "e\u0301quipe 🚀", "<b>&amp;", "  ")
    teams = tuple(changed(team, name=name) for team, name in zip(SHOP.teams, names, strict=False))
    teams = TeamsLens(Session(Document(SHOP.copy_with(teams=(*teams, *SHOP.teams[len(names) :])))), LIGHT)
    qtbot.addWidget(teams)
    teams.show()
    assert not teams.grab().isNull()
    assert "&lt;b&gt;" in card_tip(teams.state, teams.state.cards["infra"], teams.board.marks)


def test_the_focus_is_seen_before_anything_is_selected(qtbot, appearance, shop):
    teams = TeamsLens(shop, LIGHT)
    qtbot.addWidget(teams)
    teams.resize(1000, 700)
    with qtbot.waitActive(teams):
        teams.show()
        teams.activateWindow()
    for part in (teams.board, teams.tray):
        without = teams.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        assert part.spot is not None
        assert shop.selection == ()
        assert teams.grab().toImage() != without


def test_of_hundreds_of_teams_only_the_cards_in_sight_are_walked(qtbot, appearance):
    from orgmodel.diagram.shapes import Rect
    from orgmodel.model import Team

    teams = tuple(Team(f"team-{number}", f"Team {number}", "frontline") for number in range(400))
    teams = TeamsLens(Session(Document(Organization("Large", teams=teams))), LIGHT)
    qtbot.addWidget(teams)
    teams.resize(1396, 800)
    teams.show()
    port = teams.board.viewport().size()
    in_sight = list(teams.state.layout.within(Rect(0, 0, port.width(), port.height())))
    assert 0 < len(in_sight) < 24
    teams.show_subject("team:team-399")
    assert teams.board.viewport().rect().intersects(teams.board.rect_of(Spot("team-399")))


def test_who_they_are_ends_before_the_mark_of_a_finding(qtbot, appearance, monkeypatch):
    far = changed(SHOP.teams[0], sites=(Site("Llanfairpwllgwyngyll " * 9),))
    about = Report((found("LOAD002", far.subject),), (), (), (), TODAY)
    ends = []

    def write_and_note(painter, place, text, style, colour):
        if "Llanfair" in text:
            ends.append(place[0] + width_of(text, style))
        write(painter, place, text, style, colour)

    monkeypatch.setattr(card_top, "write", write_and_note)
    for report in (None, about):
        session = Session(Document(SHOP.copy_with(teams=(far, *SHOP.teams[1:]))))
        session.report = report
        teams = TeamsLens(session, LIGHT)
        qtbot.addWidget(teams)
        teams.resize(1396, 800)
        teams.grab()
        if report:
            session.show_findings(report)
            teams.grab()
    assert min(ends) <= max(ends) - 16


def test_a_remark_after_the_title_of_a_group_is_never_cut_within(qapp, appearance):
    said = "1 team, no lead, 8 people"
    for room in (width_of(said, SMALL), width_of(said, SMALL) - 1, width_of("1 team", SMALL), 3):
        shown, width = remark_within(said, room)
        assert shown in (said, "1 team, no lead", "1 team", "")
        assert width <= room
    assert remark_within(said, width_of(said, SMALL) + 1)[0] == said
    assert remark_within(said, 3)[0] == ""
