"""Escalations drawn from card to card, led elsewhere and removed, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from orgmodel.commands import AddEscalation, RemoveEscalation
from orgmodel.document import Document
from orgmodel.model import ALERT, Duration, Escalation, Organization
from orgmodel.yaml_file import read_file, write_text
from tests.ui.chain_hand import LEFT, ChainHand
from ui.chain.dimming import DIMMED
from ui.session import Session

Key = Qt.Key
UP = "escalation:frontline->web-sre"
SIDE = "escalation:web-sre->infra-sre"


def only(chain, source, target):
    (found,) = [each for each in chain.escalations if (each.source, each.target) == (source, target)]
    return found


def test_a_line_pulled_from_a_handle_makes_an_escalation(qtbot, chain):
    chain.click("team:infra-sre")
    handle = chain.at(chain.card("team:infra-sre").handle)
    chain.drag(handle, chain.middle("team:ruby-web"))
    assert chain.escalations[-1] == Escalation("infra-sre", "ruby-web")
    assert chain.session.selection == ("escalation:infra-sre->ruby-web",)
    assert len(chain.steps) == 1
    chain.session.undo()
    assert len(chain.escalations) == 5


def test_a_line_that_ends_nowhere_or_at_its_own_card_makes_nothing(qtbot, chain):
    chain.click("team:infra-sre")
    handle = chain.at(chain.card("team:infra-sre").handle)
    for end in (QPoint(900, 60), chain.middle("team:infra-sre")):
        chain.drag(handle, end)
    assert chain.steps == []
    chain.drag(handle, chain.middle("team:ruby-web"), drop=False)
    chain.press(Key.Key_Escape)
    qtbot.mouseRelease(chain.port, LEFT, pos=chain.middle("team:ruby-web"))
    assert chain.steps == []


def test_the_same_escalation_again_is_refused_with_a_sentence(qtbot, chain):
    chain.session.execute_sentences = []
    chain.session.refused.connect(chain.session.execute_sentences.append)
    for _ in range(2):
        chain.click("team:infra-sre")
        chain.drag(chain.at(chain.card("team:infra-sre").handle), chain.middle("team:ruby-web"))
    assert len(chain.session.execute_sentences) == 1
    assert len(chain.steps) == 1


def test_delete_removes_the_selected_escalation(qtbot, chain):
    chain.lens.show_subject("escalation:web-sre->infra-sre")
    chain.press(Key.Key_Delete)
    assert [each.subject for each in chain.escalations].count("escalation:web-sre->infra-sre") == 0
    assert chain.arrow("escalation:web-sre->infra-sre") is None
    chain.session.undo()
    assert chain.arrow("escalation:web-sre->infra-sre")


def test_of_two_escalations_between_the_same_teams_the_one_that_was_clicked_goes(qtbot, chain):
    second = Escalation("frontline", "web-sre", when="it is the second time tonight")
    chain.session.execute(AddEscalation(second))
    chain.view.select_escalation(second)
    chain.press(Key.Key_Delete)
    assert second not in chain.escalations
    assert len(chain.escalations) == 5
    assert RemoveEscalation(second).label(chain.session.document) == chain.steps[-1]


def test_an_escalation_is_made_by_keys_alone(qtbot, chain):
    chain.click("team:frontline")
    chain.press(Key.Key_E)
    chain.press(Key.Key_Up)
    chain.press(Key.Key_Up)
    chain.press(Key.Key_Return)
    assert chain.escalations[-1] == Escalation("frontline", "ruby-web")
    with qtbot.waitSignal(chain.lens.opened):
        chain.press(Key.Key_Return)
    assert chain.session.selection == ("escalation:frontline->ruby-web",)
    chain.press(Key.Key_Up)
    assert chain.view.current == "team:web-sre"


def test_the_card_that_a_drop_would_reach_stands_out_of_a_dimmed_chain(qtbot, chain):
    chain.click("team:frontline")
    target = chain.card("team:ruby-web")
    assert target.strength == DIMMED
    start = chain.at(chain.card("team:frontline").handle)
    chain.drag(start, chain.middle("team:ruby-web"), drop=False)
    assert (target.strength, target.is_target) == (1.0, True)
    chain.press(Key.Key_Escape)
    assert (target.strength, target.is_target) == (DIMMED, False)


def test_either_end_of_an_escalation_is_dragged_to_another_team(chain):
    chain.lens.show_subject(SIDE)
    start, end = chain.arrow(SIDE).grips
    chain.drag(chain.at(end), chain.middle("team:frontline"))
    moved = only(chain, "web-sre", "frontline")
    assert moved.after == Duration(30, "m")
    assert chain.session.selection == (moved.subject,)
    chain.session.undo()
    chain.lens.show_subject(SIDE)
    start, end = chain.arrow(SIDE).grips
    chain.drag(chain.at(start), chain.middle("team:ruby-web"))
    assert only(chain, "ruby-web", "infra-sre").after == Duration(30, "m")
    assert len(chain.steps) == 1
    assert len(chain.escalations) == 5


def test_the_end_of_a_line_can_be_dragged_without_selecting_it_first(chain):
    end = chain.arrow(SIDE).arrow.points[-1]
    chain.drag(chain.at(QPointF(end.x, end.y - 24)), chain.middle("team:frontline"))
    assert only(chain, "web-sre", "frontline")
    assert len(chain.steps) == 1


def test_an_end_is_led_elsewhere_by_keys_and_escape_leaves_it(chain):
    chain.lens.show_subject(SIDE)
    chain.press(Key.Key_T)
    assert chain.arrow(SIDE).strength == pytest.approx(DIMMED)
    chain.press(Key.Key_Up)
    chain.press(Key.Key_Escape)
    assert chain.steps == []
    assert chain.arrow(SIDE).strength == 1.0
    place = chain.escalations.index(chain.arrow(SIDE).arrow.escalation)
    chain.press(Key.Key_F)
    chain.press(Key.Key_Down)
    target = chain.view.gesture.target
    assert target is not None
    chain.press(Key.Key_Return)
    moved = chain.escalations[place]
    assert (moved.source, moved.target, moved.after) == (target.team, "infra-sre", Duration(30, "m"))
    assert len(chain.steps) == 1


def test_a_drop_that_is_refused_says_why_before_and_after(chain):
    chain.lens.show_subject(UP)
    end = chain.arrow(UP).grips[1]
    chain.drag(chain.at(end), chain.middle("alert"), drop=False)
    gesture = chain.view.gesture
    for point in (chain.arrow(UP).grips[0], chain.card("alert").rect.center()):
        assert gesture.line.boundingRect().contains(point)
    assert gesture.refusal == gesture.line.note == "Nothing escalates to the alert: it is where every page enters."
    assert not chain.card("alert").is_target
    chain.qtbot.mouseRelease(chain.port, Qt.MouseButton.LeftButton, pos=chain.middle("alert"))
    assert chain.said == ["Nothing escalates to the alert: it is where every page enters."]
    assert chain.steps == []


def test_the_first_escalation_is_drawn_from_the_alert(bare_chain):
    assert bare_chain.lens.over.empty.isVisible()
    assert bare_chain.lens.over.empty.title.text() == "No page goes anywhere yet."
    assert bare_chain.lens.over.empty.hint.text().startswith("Drag from Alert to the team that hears it first")
    assert bare_chain.card("alert").has_handle
    assert not any(bare_chain.lens.over.empty.geometry().intersects(area) for area in bare_chain.lens.over.cards_seen())
    bare_chain.drag(bare_chain.middle("alert"), bare_chain.middle("team:desk"))
    assert bare_chain.escalations == (Escalation(ALERT, "desk"),)
    assert not bare_chain.lens.over.empty.isVisible()


def test_the_first_escalation_is_made_by_keys(bare_chain):
    assert bare_chain.lens.acts.escalate.isEnabled()
    bare_chain.press(Key.Key_E, Key.Key_Right, Key.Key_Return)
    assert bare_chain.escalations == (Escalation(ALERT, "desk"),)


def test_a_team_is_marked_at_once_and_the_canvas_says_how_keys_go_on(bare_chain):
    assert not bare_chain.lens.over.choosing.isVisible()
    bare_chain.press(Key.Key_E)
    assert bare_chain.card("team:desk").is_target
    assert bare_chain.lens.over.choosing.isVisible()
    assert bare_chain.lens.over.choosing.words == "Choose the team by the arrows, Enter draws, Esc ends"
    assert not any(
        bare_chain.lens.over.choosing.geometry().intersects(area) for area in bare_chain.lens.over.cards_seen()
    )
    bare_chain.press(Key.Key_Escape)
    assert not bare_chain.lens.over.choosing.isVisible()
    bare_chain.press(Key.Key_E, Key.Key_Return)
    assert bare_chain.escalations == (Escalation(ALERT, "desk"),)
    assert not bare_chain.lens.over.choosing.isVisible()


def test_a_chain_is_built_from_nothing_by_keys_and_read_back_from_its_file(qtbot, appearance, tmp_path):
    chain = ChainHand(qtbot, Session(Document(Organization(name="From nothing"))))
    for band, name in ((3, "Desk"), (1, "Web SRE"), (0, "Shop Team")):
        chain.view.current = None
        chain.view.edits.ask_team(chain.view.diagram.bands[band])
        chain.type(name)
        chain.press(Key.Key_Return)
    chain.press(Key.Key_Escape)
    chain.view.current = "alert"
    chain.press(Key.Key_E, Key.Key_Right, Key.Key_Return)
    chain.click("team:desk")
    chain.press(Key.Key_E, Key.Key_Up, Key.Key_Return, Key.Key_F2)
    chain.type("15")
    chain.press(Key.Key_Tab)
    chain.type("the runbook does not help")
    chain.press(Key.Key_Return)
    chain.click("team:web-sre")
    chain.press(Key.Key_E, Key.Key_Up, Key.Key_Return)
    assert chain.escalations == (
        Escalation(ALERT, "desk"),
        Escalation("desk", "web-sre", after=Duration(15, "m"), when="the runbook does not help"),
        Escalation("web-sre", "shop-team"),
    )
    assert {team.id: team.kind for team in chain.session.organization.teams} == {
        "desk": "frontline",
        "web-sre": "application-sre",
        "shop-team": "application",
    }
    assert len(chain.steps) == 7
    file = tmp_path / "built.yaml"
    file.write_text(write_text(None, chain.session.document))
    assert read_file(file).document.organization == chain.session.organization
    while chain.session.undo():
        pass
    assert chain.session.organization.teams == ()


def test_the_lens_says_how_a_gesture_goes_on_and_when_that_changes(qtbot, chain):
    at_rest, said = chain.lens.key_hint, []
    chain.lens.key_hint_changed.connect(lambda: said.append(chain.lens.key_hint))
    chain.click("team:infra-sre")
    start = chain.at(chain.card("team:infra-sre").handle)
    chain.drag(start, chain.middle("team:ruby-web"), drop=False)
    chain.press(Key.Key_Escape)
    qtbot.mouseRelease(chain.port, LEFT, pos=start)
    chain.drag(chain.middle("team:infra-sre"), chain.empty_place(0))
    assert said == [
        "Let go on the team, Esc ends",
        at_rest,
        "Let go to leave the card here, Esc puts it back",
        at_rest,
    ]


def test_the_status_bar_says_how_a_line_goes_on_while_it_is_drawn(qtbot, window, sample):
    window.files.open(sample)
    window.workspace.show_lens("lens-chain")
    view, said = window.workspace.lens.view, window.status.left
    qtbot.keyClick(view, Key.Key_Right)
    at_rest = said.text()
    qtbot.keyClick(view, Key.Key_E)
    assert said.text().endswith("Choose the team by the arrows, Enter draws, Esc ends")
    qtbot.keyClick(view, Key.Key_Escape)
    assert said.text() == at_rest
