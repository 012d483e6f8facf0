"""Escalations and teams edited where they are drawn, by mouse and by keys."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QRegion
from PySide6.QtWidgets import QApplication

from orgmodel.analysis import analyse
from orgmodel.commands import AddTeam
from orgmodel.document import Document
from orgmodel.model import ALERT, Duration, Escalation, Organization, Team
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_file, write_text
from tests.ui.chain_hand import ChainHand
from ui.chain.items import DIMMED
from ui.chain.typed_minutes import NoDuration, typed_duration
from ui.session import Session

Key = Qt.Key
UP = "escalation:frontline->web-sre"
SIDE = "escalation:web-sre->infra-sre"


@pytest.fixture
def hand(qtbot, appearance, sample):
    """On the reference sample with its findings."""
    session = Session(read_file(sample).document)
    session.show_findings(analyse(session.document, date(2026, 11, 22)))
    return ChainHand(qtbot, session)


@pytest.fixture
def bare(qtbot, appearance):
    """On two teams that no page goes to."""
    teams = (Team("desk", "Desk", "frontline"), Team("sre", "SRE", "application-sre"))
    return ChainHand(qtbot, Session(Document(Organization(name="Bare", teams=teams))))


def only(hand, source, target):
    (way,) = [way for way in hand.ways if (way.source, way.target) == (source, target)]
    return way


# Words in place


def test_minutes_and_condition_are_typed_where_they_stand_in_one_step(hand):
    hand.double_click(hand.words(UP))
    fields = hand.editor.fields
    assert hand.editor.texts == ("15m", "the runbook does not fix it")
    assert abs(hand.editor.y() - hand.at(hand.arrow(UP).words_point).y()) < 12
    hand.type("20")
    hand.press(Key.Key_Tab)
    assert fields[1].hasFocus()
    hand.press(Key.Key_Tab)
    assert fields[0].hasFocus()
    hand.press(Key.Key_Tab)
    hand.type("nobody answers")
    hand.press(Key.Key_Return)
    assert only(hand, "frontline", "web-sre").after == Duration(20, "m")
    assert only(hand, "frontline", "web-sre").when == "nobody answers"
    assert len(hand.steps) == 1
    assert hand.view.hasFocus()
    assert hand.session.selection == (UP,)


def test_f2_edits_the_selected_escalation_and_escape_leaves_it(hand):
    hand.lens.show_subject(UP)
    hand.press(Key.Key_F2)
    hand.type("99")
    hand.press(Key.Key_Escape)
    assert hand.steps == []
    assert hand.view.hasFocus()
    hand.press(Key.Key_F2)
    hand.press(Key.Key_Return)
    assert hand.steps == []


def test_emptied_minutes_are_unknown_and_an_emptied_condition_is_always(hand):
    hand.lens.show_subject(UP)
    hand.press(Key.Key_F2, Key.Key_Delete, Key.Key_Tab, Key.Key_Delete, Key.Key_Return)
    assert only(hand, "frontline", "web-sre") == Escalation("frontline", "web-sre")


def test_what_is_no_length_of_time_is_said_and_can_be_mended(hand):
    hand.lens.show_subject(UP)
    hand.press(Key.Key_F2)
    hand.type("soon")
    hand.press(Key.Key_Return)
    assert hand.said == ["“soon” is no length of time: type minutes, or one as in 90s, 15m, 2h."]
    assert hand.editor.isVisible()
    assert hand.steps == []
    hand.editor.fields[0].selectAll()
    hand.type("2h")
    hand.press(Key.Key_Return)
    assert only(hand, "frontline", "web-sre").after == Duration(2, "h")


def test_a_click_elsewhere_takes_what_was_typed(hand):
    hand.lens.show_subject(UP)
    hand.press(Key.Key_F2)
    hand.type("45")
    hand.lens.tools.field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert only(hand, "frontline", "web-sre").after == Duration(45, "m")


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("15", "15m"),
        ("15m", "15m"),
        (" 15 min ", "15m"),
        ("2 h", "2h"),
        ("90 seconds", "90s"),
        ("1d", "1d"),
        ("", None),
    ],
)
def test_a_length_of_time_is_typed_as_people_say_it(typed, length):
    assert str(typed_duration(typed)) == str(length)


@pytest.mark.parametrize("typed", ["soon", "1h30m", "-5", "1.5h", "15 parsecs", "١٥"])
def test_what_is_no_length_of_time_is_refused(typed):
    with pytest.raises(NoDuration, match="is no length of time"):
        typed_duration(typed)


# Leading an escalation elsewhere


def test_either_end_of_an_escalation_is_dragged_to_another_team(hand):
    hand.lens.show_subject(SIDE)
    start, end = hand.arrow(SIDE).grips
    hand.drag(hand.at(end), hand.middle("team:frontline"))
    moved = only(hand, "web-sre", "frontline")
    assert moved.after == Duration(30, "m")
    assert hand.session.selection == (moved.subject,)
    hand.session.undo()
    hand.lens.show_subject(SIDE)
    start, end = hand.arrow(SIDE).grips
    hand.drag(hand.at(start), hand.middle("team:ruby-web"))
    assert only(hand, "ruby-web", "infra-sre").after == Duration(30, "m")
    assert len(hand.steps) == 1
    assert len(hand.ways) == 5


def test_the_end_of_a_line_can_be_dragged_without_selecting_it_first(hand):
    end = hand.arrow(SIDE).arrow.points[-1]
    hand.drag(hand.at(QPointF(end.x, end.y - 24)), hand.middle("team:frontline"))
    assert only(hand, "web-sre", "frontline")
    assert len(hand.steps) == 1


def test_an_end_is_led_elsewhere_by_keys_and_escape_leaves_it(hand):
    hand.lens.show_subject(SIDE)
    hand.press(Key.Key_T)
    assert hand.arrow(SIDE).opacity() == pytest.approx(DIMMED)
    hand.press(Key.Key_Up)
    hand.press(Key.Key_Escape)
    assert hand.steps == []
    assert hand.arrow(SIDE).opacity() == 1.0
    place = hand.ways.index(hand.arrow(SIDE).arrow.escalation)
    hand.press(Key.Key_F)
    hand.press(Key.Key_Down)
    target = hand.view.gesture.target
    assert target is not None
    hand.press(Key.Key_Return)
    moved = hand.ways[place]
    assert (moved.source, moved.target, moved.after) == (target.team, "infra-sre", Duration(30, "m"))
    assert len(hand.steps) == 1


def test_a_drop_that_is_refused_says_why_before_and_after(hand):
    hand.lens.show_subject(UP)
    end = hand.arrow(UP).grips[1]
    hand.drag(hand.at(end), hand.middle("alert"), drop=False)
    gesture = hand.view.gesture
    for point in (hand.arrow(UP).grips[0], hand.card("alert").rect.center()):
        assert gesture.line.boundingRect().contains(point)
    assert gesture.refusal == gesture.line.note == "Nothing escalates to the alert: it is where every page enters."
    assert not hand.card("alert").is_target
    hand.qtbot.mouseRelease(hand.port, Qt.MouseButton.LeftButton, pos=hand.middle("alert"))
    assert hand.said == ["Nothing escalates to the alert: it is where every page enters."]
    assert hand.steps == []


def test_the_kind_of_an_escalation_is_chosen_in_its_menu(hand):
    menu = hand.menu(hand.words(UP))
    assert menu["Hands the page on (functional)"].isChecked()
    menu["Only tells the team (inform)"].trigger()
    assert only(hand, "frontline", "web-sre").kind == "inform"
    assert hand.arrow(UP).arrow.inform
    assert len(hand.steps) == 1


# Teams


def test_a_double_click_on_an_empty_place_makes_a_team_of_the_layer_there(hand):
    place = hand.empty_place(1)
    hand.double_click(place)
    hand.type("Payments SRE")
    hand.press(Key.Key_Return)
    team = hand.session.organization.team_by_id["payments-sre"]
    assert (team.name, team.kind) == ("Payments SRE", "application-sre")
    assert hand.session.selection == (team.subject,)
    assert hand.steps == ["Add team Payments SRE"]
    card = hand.card(team.subject)
    assert card.is_placed
    assert card.rect.contains(hand.view.mapToScene(place))
    hand.session.undo()
    assert "team:payments-sre" not in hand.view.canvas.cards


def test_a_new_team_without_a_name_is_none_and_escape_makes_none(hand):
    for key in (Key.Key_Return, Key.Key_Escape):
        hand.double_click(hand.empty_place(0))
        hand.press(key)
    assert hand.steps == []


def test_a_new_team_by_keys_is_in_the_band_of_the_card_in_hand(hand):
    hand.click("team:infra-sre")
    hand.lens.acts.new_team.trigger()
    hand.type("Network")
    hand.press(Key.Key_Return)
    assert hand.session.organization.team_by_id["network"].kind == "infrastructure-sre"
    assert not hand.card("team:network").is_placed


def test_a_team_is_renamed_where_it_stands(hand):
    hand.click("team:infra-sre")
    hand.press(Key.Key_F2)
    hand.type("Platform")
    hand.press(Key.Key_Return)
    assert hand.session.organization.team_by_id["infra-sre"].name == "Platform"
    hand.double_click(hand.middle("team:infra-sre"))
    assert hand.editor.texts == ("Platform",)


def test_delete_takes_the_selected_team_away_and_undo_brings_it_back(hand):
    hand.click("team:infra-sre")
    hand.press(Key.Key_Delete)
    assert "team:infra-sre" not in hand.view.canvas.cards
    assert hand.session.selection == ()
    assert hand.steps == ["Remove Infrastructure SRE"]
    hand.session.undo()
    assert "team:infra-sre" in hand.view.canvas.cards


# Places


def test_a_placed_card_is_marked_and_is_left_to_the_layout_again(hand):
    home = hand.card("team:infra-sre").rect
    hand.click("team:infra-sre")
    hand.press(Key.Key_P)
    assert hand.card("team:infra-sre").is_placed
    hand.drag(hand.middle("team:infra-sre"), hand.middle("team:infra-sre") - QPoint(120, 0))
    hand.press(Key.Key_P)
    assert not hand.card("team:infra-sre").is_placed
    assert hand.card("team:infra-sre").rect == home
    assert hand.steps[-1] == "Arrange Infrastructure SRE"


def test_all_others_are_arranged_in_one_step(hand):
    for subject in ("team:infra-sre", "team:web-sre", "team:frontline"):
        hand.drag(hand.middle(subject), hand.middle(subject) - QPoint(60, 0))
    hand.click("team:web-sre")
    hand.lens.acts.arrange_others.trigger()
    assert [place.subject for place in hand.session.document.arrangement.chain] == ["team:web-sre"]
    assert len(hand.steps) == 4


def test_cards_go_to_their_new_places_unless_less_motion_is_wanted(hand, monkeypatch):
    card = hand.card("team:infra-sre")
    for milliseconds in (200, 0):
        monkeypatch.setattr("ui.chain.motion.duration", lambda _, asked=milliseconds: asked)
        hand.drag(hand.middle("team:infra-sre"), hand.middle("team:infra-sre") - QPoint(120, 0))
        assert not hand.view.motion.is_moving
        hand.lens.tools.arrange.click()
        assert hand.view.motion.is_moving == bool(milliseconds)
        assert card.transform().dx() == (-120 if milliseconds else 0)
        hand.qtbot.waitUntil(lambda: not hand.view.motion.is_moving)
        assert card.transform().dx() == 0


# Where pages enter


def test_the_first_escalation_is_drawn_from_the_alert(bare):
    assert bare.lens.empty.isVisible()
    assert bare.lens.empty.title.text() == "No page goes anywhere yet."
    assert bare.lens.empty.hint.text().startswith("Drag from Alert to the team that hears it first")
    assert bare.card("alert").has_handle
    assert not any(bare.lens.empty.geometry().intersects(area) for area in bare.view.cards_seen())
    bare.drag(bare.middle("alert"), bare.middle("team:desk"))
    assert bare.ways == (Escalation(ALERT, "desk"),)
    assert not bare.lens.empty.isVisible()


def test_the_alert_stays_beside_the_team_that_hears_it(hand):
    home = hand.card("alert").rect
    hand.drag(hand.middle("alert"), hand.middle("alert") - QPoint(0, 80))
    hand.click("alert")
    hand.qtbot.keyClick(hand.view, Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert not hand.lens.acts.pin.isEnabled()
    assert (hand.card("alert").rect, hand.steps, hand.said) == (home, [], [])


def test_the_first_escalation_is_made_by_keys(bare):
    assert bare.lens.acts.escalate.isEnabled()
    bare.press(Key.Key_E, Key.Key_Right, Key.Key_Return)
    assert bare.ways == (Escalation(ALERT, "desk"),)


def test_a_team_is_marked_at_once_and_the_canvas_says_how_keys_go_on(bare):
    assert not bare.lens.choosing.isVisible()
    bare.press(Key.Key_E)
    assert bare.card("team:desk").is_target
    assert bare.lens.choosing.isVisible()
    assert bare.lens.choosing.words == "Choose the team by the arrows, Enter draws, Esc ends"
    assert not any(bare.lens.choosing.geometry().intersects(area) for area in bare.view.cards_seen())
    bare.press(Key.Key_Escape)
    assert not bare.lens.choosing.isVisible()
    bare.press(Key.Key_E, Key.Key_Return)
    assert bare.ways == (Escalation(ALERT, "desk"),)
    assert not bare.lens.choosing.isVisible()


def test_what_is_said_of_an_empty_chain_covers_no_card(qtbot, appearance, sample):
    organization = changed(read_file(sample).document.organization, escalations=())
    hand = ChainHand(qtbot, Session(Document(organization)))
    for width, height in ((1096, 798), (900, 500), (1400, 900)):
        hand.lens.resize(width, height)
        QApplication.processEvents()
        there = [*hand.view.cards_seen(), hand.lens.zoom_bar.geometry()]
        said = hand.lens.empty
        assert not said.isVisible() or not any(said.geometry().intersects(area) for area in there)
    assert said.isVisible()


class Painted(QObject):
    """What of a widget was painted since."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_bands_are_painted_anew_to_the_edge_of_the_window(hand):
    hand.view.set_zoom(0.4)
    QApplication.processEvents()
    painted = Painted(hand.port)
    assert hand.session.execute(AddTeam(Team("network", "Network", "application")))
    hand.qtbot.waitUntil(lambda: hand.view.canvas.card_of("team:network") is not None)
    QApplication.processEvents()
    assert painted.region.contains(QPoint(hand.port.width() - 3, hand.port.height() // 2))


def test_a_dragged_card_says_that_its_layer_keeps_it(hand):
    card = hand.card("team:infra-sre")
    start = hand.middle("team:infra-sre")
    hand.drag(start, start - QPoint(60, 0), drop=False)
    assert card.second_line == "stays where you drop it"
    hand.drag(start, hand.middle("team:frontline") + QPoint(260, 0), drop=False)
    assert card.second_line == "goes back to its layer’s band"
    hand.press(Key.Key_Escape)
    assert card.second_line == ""


def test_without_teams_the_first_one_is_asked_for(qtbot, appearance):
    hand = ChainHand(qtbot, Session(Document(Organization(name="Nobody"))))
    hand.qtbot.mouseClick(hand.lens.empty.action, Qt.MouseButton.LeftButton)
    hand.type("Desk")
    hand.press(Key.Key_Return)
    assert [team.name for team in hand.session.organization.teams] == ["Desk"]


def test_a_chain_is_built_from_nothing_by_keys_and_read_back_from_its_file(qtbot, appearance, tmp_path):
    hand = ChainHand(qtbot, Session(Document(Organization(name="From nothing"))))
    for band, name in ((3, "Desk"), (1, "Web SRE"), (0, "Shop Team")):
        hand.view.current = None
        hand.view.edits.ask_team(hand.view.diagram.bands[band])
        hand.type(name)
        hand.press(Key.Key_Return)
    hand.press(Key.Key_Escape)
    hand.view.current = "alert"
    hand.press(Key.Key_E, Key.Key_Right, Key.Key_Return)
    hand.click("team:desk")
    hand.press(Key.Key_E, Key.Key_Up, Key.Key_Return, Key.Key_F2)
    hand.type("15")
    hand.press(Key.Key_Tab)
    hand.type("the runbook does not help")
    hand.press(Key.Key_Return)
    hand.click("team:web-sre")
    hand.press(Key.Key_E, Key.Key_Up, Key.Key_Return)
    assert hand.ways == (
        Escalation(ALERT, "desk"),
        Escalation("desk", "web-sre", after=Duration(15, "m"), when="the runbook does not help"),
        Escalation("web-sre", "shop-team"),
    )
    assert {team.id: team.kind for team in hand.session.organization.teams} == {
        "desk": "frontline",
        "web-sre": "application-sre",
        "shop-team": "application",
    }
    assert len(hand.steps) == 7
    file = tmp_path / "built.yaml"
    file.write_text(write_text(None, hand.session.document))
    assert read_file(file).document.organization == hand.session.organization
    while hand.session.undo():
        pass
    assert hand.session.organization.teams == ()


# Menus


def test_everything_in_a_menu_is_an_action_of_the_lens_too(hand):
    offered = {action.text() for action in hand.lens.actions()}
    for point in (hand.middle("team:web-sre"), hand.middle("alert"), hand.words(UP)):
        menu = hand.menu(point)
        assert len(menu) >= 4
        assert {action.text() for action in hand.lens.actions()} >= menu.keys()
    band = hand.menu(hand.empty_place(1))
    assert band.keys() - offered == {"New team in Web Application Environment…"}
    band["Only this layer"].trigger()
    assert list(hand.view.canvas.cards) == ["team:web-sre"]
    hand.press(Key.Key_L)
    assert len(hand.view.canvas.cards) == 5
    hand.click("team:frontline")
    hand.press(Key.Key_L)
    assert list(hand.view.canvas.cards) == ["team:frontline", "alert"]


def test_the_menu_key_opens_the_menu_of_what_is_in_hand(hand, monkeypatch):
    opened = []
    monkeypatch.setattr(hand.lens.acts, "menu", lambda at: opened.append(at) or _menu(hand))
    hand.click("team:web-sre")
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        spot = hand.middle("team:infra-sre")
        QApplication.sendEvent(hand.port, QContextMenuEvent(reason, spot, hand.port.mapToGlobal(spot)))
    assert opened == [hand.middle("team:web-sre"), hand.middle("team:infra-sre")]
    assert hand.session.selection == ("team:infra-sre",)


def _menu(hand):
    from PySide6.QtWidgets import QMenu

    return QMenu(hand.view)
