"""Names that run from right to left, or steer, wherever sentences hold them: they move nothing around them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from orgmodel.commands import ChangeField
from orgmodel.names_in_sentences import names_apart
from tests.ui.inquiring import opened
from ui.findings.places import elided
from ui.ink_line import InkLine
from ui.texts import BODY, cut

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

RIGHT = "צוות החנות"
STEERS = "Shop\u202eERS \u2066& Co\u200f"
SEEN = "Shop<U+202E>ERS <U+2066>& Co<U+200F>"
STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067\x00-\x08\x0b-\x1f]")


@pytest.fixture
def named(night):
    """The night shift with a team, a row and a layer whose names a careless sentence would lose."""
    for subject, name in (
        ("team:shop", RIGHT),
        ("team:shop-sre", STEERS),
        ("responsibility:code", "קוד"),
        ("responsibility:scaling", "Scaling\u202e"),
    ):
        assert night.execute(ChangeField(subject, "name", name))
    return night


def said_in(window: QWidget) -> list[str]:
    """What labels, tips, names of actions and the painted lines of a window say."""
    said = [label.text() for label in window.findChildren(QLabel)]
    said += [line.text() for line in window.findChildren(InkLine)]
    said += [widget.toolTip() for widget in window.findChildren(QWidget)]
    said += [action.text() for widget in window.findChildren(QWidget) for action in widget.actions()]
    return [each for each in said if each]


def is_safe(sentence: str) -> bool:
    return not STEERING.search(sentence) and names_apart(sentence) == sentence


def unsafe_in(window: QWidget) -> list[str]:
    return [each for each in said_in(window) if not is_safe(each.replace("\u200b", ""))]


def test_the_frame(qtbot, window, named):
    window.show()
    named.select("responsibility:scaling")
    named.execute(ChangeField("team:shop-sre", "headcount", 8))
    named.refused.emit(f"“{RIGHT}” answers for {STEERS} already.")
    assert unsafe_in(window) == []
    named.execute(ChangeField("team:shop", "name", f"{RIGHT} ב"))
    assert "\u2068" in window.actions_by_id["undo"].text()
    assert unsafe_in(window) == []


@pytest.mark.parametrize("thing", ["team:shop", "team:shop-sre", "responsibility:code", "responsibility:scaling"])
def test_the_inspector(qtbot, window, named, thing):
    window.show()
    named.select(thing)
    QApplication.processEvents()
    assert unsafe_in(window) == []


def test_the_status_bar_shows_what_steers(window, named):
    named.select("team:shop-sre")
    assert SEEN in window.statusBar().left.text()


@pytest.mark.parametrize(
    ("action", "thing"),
    [
        ("walk-page", "responsibility:code"),
        ("what-if", "team:shop"),
        ("what-if", "team:shop-sre"),
        ("suggest-owners", "responsibility:code"),
    ],
)
def test_the_windows_that_ask(qtbot, window, named, action, thing):
    window.show()
    named.select(thing)
    made = opened(qtbot, window, action)
    assert unsafe_in(made) == []
    table = getattr(made, "table", None)
    model = getattr(table, "moves", None) or getattr(table, "orphans", None)
    assert all(map(is_safe, tips_of(model))) if model else action == "walk-page"


@pytest.mark.parametrize("width", range(30, 560, 3))
def test_a_sentence_that_is_cut(qapp, width):
    sentence = f"It gets no further than Desk, {STEERS} and {RIGHT}, or “SRE of {RIGHT}” there."
    for shown in (cut(sentence, BODY, width)[0], elided(sentence, BODY, width)):
        assert is_safe(shown)
        assert "U+2068" not in names_apart(shown)
        assert shown.count("\u2068") == shown.count("\u2069")


def tips_of(model: QAbstractItemModel) -> list[str]:
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return [model.index(*place).data(Qt.ItemDataRole.ToolTipRole) or "" for place in places]
