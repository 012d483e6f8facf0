"""Looking at the chain: finding as one types, filters, and what the lens gives away as a picture and as a table."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import ALERT, Coverage, Duration, Escalation, Organization, Rotation, Team, Window
from orgmodel.yaml_file import read_file
from tests.ui.chain_hand import ChainHand
from ui.chain.dimming import DIMMED
from ui.session import Session
from ui.theme import DARK, LIGHT

Key = Qt.Key


def bright(chain):
    return {subject for subject, card in chain.view.canvas.cards.items() if card.strength == 1.0}


def test_what_is_typed_stands_out_and_enter_goes_to_it(chain):
    chain.lens.find()
    assert chain.lens.tools.field.hasFocus()
    chain.type("sre")
    assert bright(chain) == {"team:web-sre", "team:infra-sre"}
    assert chain.lens.tools.shown.text() == "2 matches"
    chain.press(Key.Key_Return)
    assert chain.session.selection == ("team:web-sre",)
    assert bright(chain) == {"team:web-sre", "team:infra-sre"}
    chain.press(Key.Key_F3)
    assert chain.session.selection == ("team:infra-sre",)
    chain.press(Key.Key_F3)
    assert chain.session.selection == ("team:web-sre",)
    chain.press(Key.Key_Escape)
    assert chain.session.selection == ()
    chain.press(Key.Key_Escape)
    assert chain.lens.tools.field.text() == ""
    assert len(bright(chain)) == 5


def test_words_of_a_condition_find_its_escalation(chain):
    chain.lens.tools.field.setText("hardware alert")
    found = chain.arrow("escalation:frontline->infra-sre")
    assert (found.strength, found.is_strong) == (1.0, True)
    assert chain.arrow("escalation:web-sre->infra-sre").strength == pytest.approx(DIMMED)
    assert bright(chain) == {"team:frontline", "team:infra-sre"}


def test_nothing_found_is_said_and_everything_stays(chain):
    chain.lens.tools.field.setText("zeppelin")
    assert chain.lens.tools.shown.text() == "no match"
    chain.lens.tools.field.setText("")
    assert not chain.lens.tools.shown.isVisible()


def test_words_that_are_looked_for_stand_out_over_the_finding_in_hand(chain):
    finding = next(each for each in chain.session.report.findings if each.subjects[0] == "team:ruby-web")
    chain.session.show_finding(finding)
    chain.lens.find()
    chain.type("frontline")
    assert chain.card("team:frontline").strength == 1.0
    assert chain.card("team:ruby-web").strength == DIMMED
    chain.session.select()
    chain.session.show_finding(finding)
    assert chain.card("team:ruby-web").strength == 1.0


def test_a_finding_that_somebody_goes_to_undims_what_it_is_about(chain):
    chain.lens.tools.field.setText("frontline")
    finding = next(each for each in chain.session.report.findings if each.subjects[0] == "team:ruby-web")
    chain.session.show_finding(finding)
    assert "team:ruby-web" in bright(chain)


def test_filters_say_how_much_is_shown_and_going_to_a_hidden_team_ends_them(chain):
    chain.lens.tools.kinds.choose("frontline")
    assert list(chain.view.canvas.cards) == ["team:frontline", "alert"]
    assert chain.lens.tools.shown.text() == "1 of 4 teams shown"
    assert chain.lens.acts.all.isEnabled()
    chain.lens.show_subject("team:ruby-web")
    assert chain.session.selection == ("team:ruby-web",)
    assert len(chain.view.canvas.cards) == 5
    chain.lens.tools.layers.choose("application")
    assert list(chain.view.canvas.cards) == ["team:ruby-web"]
    chain.lens.acts.all.trigger()
    assert len(chain.view.canvas.cards) == 5
    assert chain.lens.tools.shown.text() == ""


def test_what_is_filtered_is_looked_at_as_a_whole_until_somebody_zooms(qtbot, appearance, request):
    document = read_file(request.config.rootpath / "sample_orgs" / "payments_platform.yaml").document
    chain = ChainHand(qtbot, Session(document))
    qtbot.waitUntil(lambda: not chain.view.is_behind)
    chain.lens.tools.kinds.choose("application-sre")
    qtbot.waitUntil(lambda: not chain.view.is_behind)
    assert chain.view.zoom == pytest.approx(min(1.0, chain.view.fitting()))
    chain.view.set_zoom(1.7)
    chain.lens.tools.kinds.choose(None)
    qtbot.waitUntil(lambda: not chain.view.is_behind)
    assert chain.view.zoom == 1.7


def painted(lens, theme):
    size = lens.extent().toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    painter = QPainter(image)
    lens.draw(painter, theme)
    painter.end()
    return image


def test_the_whole_chain_is_drawn_whatever_is_seen_of_it(chain):
    light = painted(chain.lens, LIGHT)
    chain.view.set_zoom(3.0)
    chain.session.select("team:web-sre")
    assert painted(chain.lens, LIGHT) == light
    assert painted(chain.lens, DARK) != light
    assert light.pixelColor(900, 300).name() != "#123456"
    colours = {light.pixelColor(x, y).name() for x in range(0, light.width(), 3) for y in range(0, light.height(), 3)}
    assert {LIGHT.kinds["frontline"].lower(), LIGHT.paper.lower()} <= colours


def test_a_lens_that_was_never_shown_is_drawn_too(qtbot, appearance, sample):
    from ui.chain import ChainLens

    lens = ChainLens(Session(read_file(sample).document), LIGHT)
    qtbot.addWidget(lens)
    assert lens.extent().width() > 1000
    assert painted(lens, LIGHT).pixelColor(900, 300).name() != "#123456"


def test_the_table_has_every_escalation_and_the_teams_that_hand_nothing_on(chain):
    table = chain.lens.table()
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
    escalations = (
        Escalation(ALERT, "desk"),
        Escalation("desk", "sre", after=Duration(30, "m")),
        Escalation("sre", "head", "inform"),
    )
    organization = Organization(name="Nights", teams=teams, rotations=rotations, escalations=escalations)
    session = Session(Document(organization))
    lens = ChainHand(qtbot, session).lens
    fates = [cells[-1] for _, cells in lens.table().rows]
    assert fates[:3] == ["kept", "kept Mon–Fri only", "stays: the team is told"]
    session.show_findings(analyse(session.document, date(2026, 11, 22)))
    lost = [arrow for arrow in lens.view.diagram.arrows if arrow.is_lost and arrow.escalation]
    assert [arrow.subject for arrow in lost] == ["escalation:desk->sre"]
    assert lens.table().rows[1][1][-1].startswith("A page to SRE (Sat 00:00-Sun 24:00, UTC) is lost")


def test_a_very_long_name_is_cut_on_its_card_and_whole_in_its_tip(qtbot, appearance):
    name = "".join(("An é name & <b>bold</b> \u202eRTL\u202c 🚒 ", "x" * 180))
    teams = (Team("a", name, "application"), Team("b", "B", "frontline"))
    escalations = (Escalation(ALERT, "b"), Escalation("b", "a", after=Duration(5, "m"), when=name))
    chain = ChainHand(qtbot, Session(Document(Organization(name="Long", teams=teams, escalations=escalations))))
    assert "&lt;b&gt;bold" in chain.card("team:a").toolTip()
    label = chain.arrow("escalation:b->a").arrow.label
    assert label.second.endswith("…")
    assert painted(chain.lens, LIGHT).width() == round(chain.view.diagram.width)


def test_many_dimmed_lines_on_top_of_each_other_stay_dimmed(chain):
    line = chain.arrow("escalation:frontline->web-sre")
    start, end = line.grips
    at = chain.at(QPointF(start.x(), (start.y() + end.y()) / 2 + 30))

    def seen():
        return chain.port.grab(QRect(at - QPoint(1, 0), at + QPoint(1, 0))).toImage()

    at_full_strength = seen()
    chain.click("team:infra-sre")
    chain.session.select("escalation:web-sre->infra-sre")
    assert line.strength == pytest.approx(DIMMED)
    chain.qtbot.waitUntil(lambda: not chain.view.dimming.is_moving)
    once = seen()
    assert once != at_full_strength
    for _ in range(6):
        copy = type(line)(line.arrow, LIGHT, 8)
        copy.show_arrow(line.arrow, line.behind, "")
        copy.set_strength(DIMMED)
        chain.view.canvas.addItem(copy)
    assert seen() == once
