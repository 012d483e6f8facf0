"""Nothing moves for longer than the system allows."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QStyle

from ui.motion import duration

ROOT = Path(__file__).parents[2] / "ui"


@pytest.fixture
def still(qapp, monkeypatch):
    """A desktop whose animations are switched off."""
    style = Mock()
    style.return_value.styleHint = lambda hint: int(hint != QStyle.StyleHint.SH_Widget_Animation_Duration)
    monkeypatch.setattr("ui.motion.QApplication.style", style)


def test_a_movement_takes_its_time(qapp):
    assert duration(120) == 120


def test_nothing_moves_where_the_system_asks_for_less_motion(still):
    assert duration(120) == 0


def test_whatever_moves_asks_how_long_it_may():
    moving = {path for path in ROOT.rglob("*.py") if "Animation(" in path.read_text("utf-8")}
    asking = {path for path in moving if "from ui.motion import duration" in path.read_text("utf-8")}
    assert moving == asking
