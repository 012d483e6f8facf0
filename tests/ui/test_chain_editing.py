"""What is said beside an escalation, typed where it stands, and the kinds it can have."""

import pytest
from PySide6.QtCore import Qt

from orgmodel.model import Duration, Escalation
from ui.chain.typed_minutes import NoDuration, typed_duration

Key = Qt.Key
UP = "escalation:frontline->web-sre"
SIDE = "escalation:web-sre->infra-sre"


def only(chain, source, target):
    (found,) = [each for each in chain.escalations if (each.source, each.target) == (source, target)]
    return found


def test_minutes_and_condition_are_typed_where_they_stand_in_one_step(chain):
    chain.double_click(chain.words(UP))
    fields = chain.editor.fields
    assert chain.editor.texts == ("15m", "the runbook does not fix it")
    assert abs(chain.editor.y() - chain.at(chain.arrow(UP).words_point).y()) < 12
    chain.type("20")
    chain.press(Key.Key_Tab)
    assert fields[1].hasFocus()
    chain.press(Key.Key_Tab)
    assert fields[0].hasFocus()
    chain.press(Key.Key_Tab)
    chain.type("nobody answers")
    chain.press(Key.Key_Return)
    assert only(chain, "frontline", "web-sre").after == Duration(20, "m")
    assert only(chain, "frontline", "web-sre").when == "nobody answers"
    assert len(chain.steps) == 1
    assert chain.view.hasFocus()
    assert chain.session.selection == (UP,)


def test_f2_edits_the_selected_escalation_and_escape_leaves_it(chain):
    chain.lens.show_subject(UP)
    chain.press(Key.Key_F2)
    chain.type("99")
    chain.press(Key.Key_Escape)
    assert chain.steps == []
    assert chain.view.hasFocus()
    chain.press(Key.Key_F2)
    chain.press(Key.Key_Return)
    assert chain.steps == []


def test_emptied_minutes_are_unknown_and_an_emptied_condition_is_always(chain):
    chain.lens.show_subject(UP)
    chain.press(Key.Key_F2, Key.Key_Delete, Key.Key_Tab, Key.Key_Delete, Key.Key_Return)
    assert only(chain, "frontline", "web-sre") == Escalation("frontline", "web-sre")


def test_what_is_no_length_of_time_is_said_and_can_be_mended(chain):
    chain.lens.show_subject(UP)
    chain.press(Key.Key_F2)
    chain.type("soon")
    chain.press(Key.Key_Return)
    assert chain.said == ["“soon” is no length of time: type minutes, or one as in 90s, 15m, 2h."]
    assert chain.editor.isVisible()
    assert chain.steps == []
    chain.editor.fields[0].selectAll()
    chain.type("2h")
    chain.press(Key.Key_Return)
    assert only(chain, "frontline", "web-sre").after == Duration(2, "h")


def test_a_click_elsewhere_takes_what_was_typed(chain):
    chain.lens.show_subject(UP)
    chain.press(Key.Key_F2)
    chain.type("45")
    chain.lens.tools.field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert only(chain, "frontline", "web-sre").after == Duration(45, "m")


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


def test_the_kind_of_an_escalation_is_chosen_in_its_menu(chain):
    menu = chain.menu(chain.words(UP))
    assert menu["Hands the page on (functional)"].isChecked()
    menu["Only tells the team (inform)"].trigger()
    assert only(chain, "frontline", "web-sre").kind == "inform"
    assert chain.arrow(UP).arrow.inform
    assert len(chain.steps) == 1
