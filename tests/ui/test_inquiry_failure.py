"""A window beside the work whose work raises: it says so, and does not wait for ever."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from orgmodel.errors import CommandRefused
from tests.ui.inquiring import opened
from ui.inquiry import failure_sentence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.mark.parametrize("action", ["walk-page", "what-if", "suggest-owners", "show-load"])
def test_work_that_raises_is_told_in_the_window(qtbot, window, night, action):
    night.select("team:web-sre")
    made = opened(qtbot, window, action)
    good = made._background._work

    def fails(_):
        raise KeyError("nothing")

    made._background._work = fails
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(made.answered, timeout=30_000):
        made.ask()
    qtbot.waitUntil(lambda: bool(caught))
    assert not made.is_waiting
    said = [label.text() for label in made.findChildren(QLabel) if label.isVisible()]
    assert "This could not be worked out: it stopped with KeyError." in said
    made._background._work = good
    with qtbot.waitSignal(made.answered, timeout=30_000):
        made.ask()
    said = [label.text() for label in made.findChildren(QLabel) if label.isVisible()]
    assert not any(text.startswith("This could not") for text in said)


def test_a_refusal_says_why():
    assert failure_sentence(CommandRefused("There is no such team.")).endswith("worked out: There is no such team.")
