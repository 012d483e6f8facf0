"""The size of text: chosen from the menu, and drawn from the next start on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.settings import Settings
from ui.text_size import scale

PROGRAM = """
import os, sys
from pathlib import Path
from ui.settings import Settings
from ui.text_size import scale
scale(Settings(Path(sys.argv[1])), os.environ)
from PySide6.QtWidgets import QApplication
application = QApplication([])
print(application.primaryScreen().devicePixelRatio())
"""


def test_a_chosen_size_is_that_of_the_next_application(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.text_size = 150
    settings.save()
    environment = {name: held for name, held in os.environ.items() if name != "QT_SCALE_FACTOR"}
    shown = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "settings.ini")],
        capture_output=True,
        check=True,
        text=True,
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert float(shown.stdout) == 1.5


@pytest.mark.parametrize(
    ("size", "given", "factor"), [(100, {}, None), (200, {}, "2.0"), (200, {"QT_SCALE_FACTOR": "1.25"}, "1.25")]
)
def test_whoever_starts_the_app_has_the_last_word(
    tmp_path: Path, size: int, given: dict[str, str], factor: str | None
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.text_size = size  # type: ignore[assignment]
    environment = dict(given)
    scale(settings, environment)
    assert environment.get("QT_SCALE_FACTOR") == factor


def test_a_size_nobody_offers_is_none(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[General]\ntext_size=7000\n", encoding="utf-8")
    assert Settings(tmp_path / "settings.ini").text_size == 100
