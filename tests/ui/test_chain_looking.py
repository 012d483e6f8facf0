"""Looking at the chain: filters, finding as one types, the map of a large one, and what the lens gives away."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import ALERT, Coverage, Duration, Escalation, Organization, Rotation, Team, Window
from orgmodel.yaml_file import read_file
from tests.ui.chain_hand import ChainHand
from ui.chain.items import DIMMED
from ui.chain.minimap import FROM_CARDS
from ui.session import Session
from ui.theme import DARK, LIGHT

Key = Qt.Key


@pytest.fixture
def hand(qtbot, appearance, sample):
    """On the reference sample with its findings."""
    session = Session(read_file(sample).document)
    session.show_findings(analyse(session.document, date(2026, 11, 22)))
    return ChainHand(qtbot, session)


def large(count=FROM_CARDS):
    teams = tuple(Team(f"t{place}", f"Team {place}", "application") for place in range(count))
    return Document(Organization(name="Large", teams=teams, escalations=(Escalation(ALERT, "t0"),)))


def bright(hand):
    return {subject for subject, card in hand.view.canvas.cards.items() if card.opacity() == 1.0}


def test_what_is_typed_stands_out_and_enter_goes_to_it(hand):
    hand.lens.find()
    assert hand.lens.tools.field.hasFocus()
    hand.type("sre")
    assert bright(hand) == {"team:web-sre", "team:infra-sre"}
    assert hand.lens.tools.shown.text() == "2 matches"
    hand.press(Key.Key_Return)
    assert hand.session.selection == ("team:web-sre",)
    assert bright(hand) == {"team:web-sre", "team:infra-sre"}
    hand.press(Key.Key_F3)
    assert hand.session.selection == ("team:infra-sre",)
    hand.press(Key.Key_F3)
    assert hand.session.selection == ("team:web-sre",)
    hand.press(Key.Key_Escape)
    assert hand.session.selection == ()
    hand.press(Key.Key_Escape)
    assert hand.lens.tools.field.text() == ""
    assert len(bright(hand)) == 5


def test_words_of_a_condition_find_its_escalation(hand):
    hand.lens.tools.field.setText("hardware alert")
    found = hand.arrow("escalation:frontline->infra-sre")
    assert (found.opacity(), found.is_strong) == (1.0, True)
    assert hand.arrow("escalation:web-sre->infra-sre").opacity() == pytest.approx(DIMMED)
    assert bright(hand) == {"team:frontline", "team:infra-sre"}


def test_nothing_found_is_said_and_everything_stays(hand):
    hand.lens.tools.field.setText("zeppelin")
    assert hand.lens.tools.shown.text() == "no match"
    hand.lens.tools.field.setText("")
    assert not hand.lens.tools.shown.isVisible()


def test_words_that_are_looked_for_stand_out_over_the_finding_in_hand(hand):
    finding = next(each for each in hand.session.report.findings if each.subjects[0] == "team:ruby-web")
    hand.session.show_finding(finding)
    hand.lens.find()
    hand.type("frontline")
    assert hand.card("team:frontline").opacity() == 1.0
    assert hand.card("team:ruby-web").opacity() == DIMMED
    hand.session.select()
    hand.session.show_finding(finding)
    assert hand.card("team:ruby-web").opacity() == 1.0


def test_a_finding_that_somebody_goes_to_undims_what_it_is_about(hand):
    hand.lens.tools.field.setText("frontline")
    finding = next(each for each in hand.session.report.findings if each.subjects[0] == "team:ruby-web")
    hand.session.show_finding(finding)
    assert "team:ruby-web" in bright(hand)


def test_filters_say_how_much_is_shown_and_going_to_a_hidden_team_ends_them(hand):
    hand.lens.tools.kinds.choose("frontline")
    assert list(hand.view.canvas.cards) == ["team:frontline", "alert"]
    assert hand.lens.tools.shown.text() == "1 of 4 teams shown"
    assert hand.lens.acts.all.isEnabled()
    hand.lens.show_subject("team:ruby-web")
    assert hand.session.selection == ("team:ruby-web",)
    assert len(hand.view.canvas.cards) == 5
    hand.lens.tools.layers.choose("application")
    assert list(hand.view.canvas.cards) == ["team:ruby-web"]
    hand.lens.acts.all.trigger()
    assert len(hand.view.canvas.cards) == 5
    assert hand.lens.tools.shown.text() == ""


def test_what_is_filtered_is_looked_at_as_a_whole_until_somebody_zooms(qtbot, appearance, request):
    document = read_file(request.config.rootpath / "sample_orgs" / "payments_platform.yaml").document
    hand = ChainHand(qtbot, Session(document))
    qtbot.waitUntil(lambda: not hand.view.is_behind)
    hand.lens.tools.kinds.choose("application-sre")
    qtbot.waitUntil(lambda: not hand.view.is_behind)
    assert hand.view.zoom == pytest.approx(min(1.0, hand.view.fitting()))
    hand.view.set_zoom(1.7)
    hand.lens.tools.kinds.choose(None)
    qtbot.waitUntil(lambda: not hand.view.is_behind)
    assert hand.view.zoom == 1.7


def test_a_small_chain_has_no_map(hand):
    hand.view.set_zoom(3.0)
    assert not hand.lens.minimap.isVisible()


def test_the_map_of_a_large_chain_follows_and_is_dragged(qtbot, appearance):
    hand = ChainHand(qtbot, Session(large()))
    qtbot.waitUntil(lambda: not hand.view.is_behind)
    hand.view.set_zoom(1.0)
    small = hand.lens.minimap
    assert small.isVisible()
    assert hand.port.rect().contains(small.geometry())
    assert not small.geometry().intersects(hand.lens.zoom_bar.geometry())
    home = small.geometry()
    corner = QPoint(small.width() - 4, 4)
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=corner)
    diagram = hand.view.diagram
    assert small.seen().right() == pytest.approx(diagram.width, abs=2)
    assert small.geometry() == home
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(2, 4))
    assert small.seen().left() == pytest.approx(0, abs=2)
    hand.view.fit()
    assert not small.isVisible()


def test_what_lies_over_the_canvas_stays_when_it_is_pushed(hand):
    hand.view.set_zoom(2.0)
    before = hand.lens.zoom_bar.pos()
    hand.view.horizontalScrollBar().setValue(200)
    hand.view.verticalScrollBar().setValue(100)
    assert hand.lens.zoom_bar.pos() == before


def test_zooming_by_steps_and_back_to_full_size(hand):
    hand.view.set_zoom(1.0)
    hand.lens.zoom(1)
    assert hand.view.zoom > 1.1
    hand.lens.zoom(-1)
    hand.lens.zoom(-1)
    assert hand.view.zoom < 0.9
    hand.lens.zoom(0)
    assert hand.view.zoom == 1.0


def painted(lens, theme):
    size = lens.extent().toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    painter = QPainter(image)
    lens.draw(painter, theme)
    painter.end()
    return image


def test_the_whole_chain_is_drawn_whatever_is_seen_of_it(hand):
    light = painted(hand.lens, LIGHT)
    hand.view.set_zoom(3.0)
    hand.session.select("team:web-sre")
    assert painted(hand.lens, LIGHT) == light
    assert painted(hand.lens, DARK) != light
    assert light.pixelColor(900, 300).name() != "#123456"
    colours = {light.pixelColor(x, y).name() for x in range(0, light.width(), 3) for y in range(0, light.height(), 3)}
    assert {LIGHT.kinds["frontline"].lower(), LIGHT.paper.lower()} <= colours


def test_a_lens_that_was_never_shown_is_drawn_too(qtbot, appearance, sample):
    from ui.chain import ChainLens

    lens = ChainLens(Session(read_file(sample).document), LIGHT)
    qtbot.addWidget(lens)
    assert lens.extent().width() > 1000
    assert painted(lens, LIGHT).pixelColor(900, 300).name() != "#123456"


def test_the_table_has_every_escalation_and_the_teams_that_hand_nothing_on(hand):
    table = hand.lens.table()
    assert table.head == ("From", "To", "After", "When", "For", "The page")
    rows = dict(table.rows)
    assert rows["escalation:frontline->web-sre"][:4] == (
        "Frontline Support",
        "Web Application SRE",
        "15 min",
        "the runbook does not fix it",
    )
    assert rows["escalation:frontline->infra-sre"][4] == "Infrastructure"
    assert rows["escalation:alert->frontline"] == (
        "Alert",
        "Frontline Support",
        "at once",
        "always",
        "every page",
        "unknown: no hours are given",
    )
    assert rows["team:ruby-web"] == ("Ruby Web Application Team", "nobody", "", "", "", "ends here")
    assert len(table.rows) == 5 + 2
    assert all(len(cells) == len(table.head) for _, cells in table.rows)


def test_the_table_says_what_becomes_of_the_page(qtbot, appearance):
    weekdays = Coverage(None, (Window(0, 4, 0, 24 * 60),))
    always = Coverage("24x7", (Window(0, 6, 0, 24 * 60),))
    teams = (Team("desk", "Desk", "frontline"), Team("sre", "SRE", "application-sre"), Team("head", "Head", "other"))
    rotations = (Rotation("desk-days", "desk", coverage=always), Rotation("sre-days", "sre", coverage=weekdays))
    ways = (
        Escalation(ALERT, "desk"),
        Escalation("desk", "sre", after=Duration(30, "m")),
        Escalation("sre", "head", "inform"),
    )
    organization = Organization(name="Nights", teams=teams, rotations=rotations, escalations=ways)
    session = Session(Document(organization))
    lens = ChainHand(qtbot, session).lens
    fates = [cells[-1] for _, cells in lens.table().rows]
    assert fates[:3] == ["kept", "kept Mon–Fri", "stays: the team is told"]
    session.show_findings(analyse(session.document, date(2026, 11, 22)))
    lost = [arrow for arrow in lens.view.diagram.arrows if arrow.is_lost and arrow.escalation]
    assert [arrow.subject for arrow in lost] == ["escalation:desk->sre"]
    assert lens.table().rows[1][1][-1].startswith("A page to SRE (Sat 00:00-Sun 24:00, UTC) is lost")


def test_the_map_and_the_legend_cover_no_card_but_where_there_is_no_other_place(qtbot, appearance):
    hand = ChainHand(qtbot, Session(large()))
    qtbot.waitUntil(lambda: not hand.view.is_behind)
    hand.view.set_zoom(1.0)
    legend = hand.lens.legend
    covered = [area for area in hand.view.cards_seen() if area.intersects(QRect(legend.pos(), legend.size()))]
    assert not (legend.isVisible() and covered)


def test_a_very_long_name_is_cut_on_its_card_and_whole_in_its_tip(qtbot, appearance):
    name = "".join(("An é name & <b>bold</b> \u202eRTL\u202c 🚒 ", "x" * 180))
    teams = (Team("a", name, "application"), Team("b", "B", "frontline"))
    ways = (Escalation(ALERT, "b"), Escalation("b", "a", after=Duration(5, "m"), when=name))
    hand = ChainHand(qtbot, Session(Document(Organization(name="Long", teams=teams, escalations=ways))))
    assert "&lt;b&gt;bold" in hand.card("team:a").toolTip()
    label = hand.arrow("escalation:b->a").arrow.label
    assert label.second.endswith("…")
    assert painted(hand.lens, LIGHT).width() == round(hand.view.diagram.width)


def test_many_dimmed_lines_on_top_of_each_other_stay_dimmed(hand):
    line = hand.arrow("escalation:frontline->web-sre")
    start, end = line.grips
    at = hand.at(QPointF(start.x(), (start.y() + end.y()) / 2 + 30))

    def seen():
        return hand.port.grab(QRect(at - QPoint(1, 0), at + QPoint(1, 0))).toImage()

    at_full_strength = seen()
    hand.click("team:infra-sre")
    hand.session.select("escalation:web-sre->infra-sre")
    assert line.opacity() == pytest.approx(DIMMED)
    once = seen()
    assert once != at_full_strength
    for _ in range(6):
        copy = type(line)(line.arrow, LIGHT, 8)
        copy.show_arrow(line.arrow, line.behind, "")
        copy.set_strength(DIMMED)
        hand.view.canvas.addItem(copy)
    assert seen() == once
