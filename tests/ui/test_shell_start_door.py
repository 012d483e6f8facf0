"""The door of the app says in one sentence what is missing, before Qt can abort; and pulls in nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.application import last_words
from ui.start_app import crashes_here, missing_library, no_display, refusal_of

ROOT = Path(__file__).parents[2]


def run(*words, program="-m", **environment):
    kept = {
        name: held for name, held in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, program, *words], cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_display_it_names_the_commands_and_does_not_abort():
    done = run("ui")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no display" in done.stderr
    assert "orgmodel check" in done.stderr
    assert "orgmodel export" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_a_display_that_is_not_there_is_a_sentence_and_no_abort():
    done = run("ui", DISPLAY=":9876", QT_QPA_PLATFORM="xcb")
    assert done.returncode == 2, done.stderr
    assert "orgmodel: " in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("README.md", "b.yaml"), "neither a file nor a command “b.yaml”"),
        (("--frobnicate",), "no option “--frobnicate”"),
        (("chek",), "neither a file nor a command “chek”"),
    ],
)
def test_words_that_make_no_sense_are_refused(words, says):
    assert says in refusal_of(words)


def test_a_file_that_is_there_is_accepted(tmp_path):
    assert refusal_of(()) is None
    assert refusal_of((str(tmp_path),)) is None
    assert refusal_of((str(tmp_path), str(tmp_path))) is None


def test_a_display_counts_however_it_is_named():
    assert no_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux") is None
    assert no_display({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None
    assert no_display({}, "darwin") is None
    assert no_display({"DISPLAY": ""}, "linux")


def test_the_binding_that_kills_older_pythons_is_refused():
    assert crashes_here("6.12.0", (3, 11))
    assert not crashes_here("6.12.0", (3, 12))
    assert not crashes_here("6.11.3", (3, 11))


def test_a_missing_library_comes_with_the_line_that_installs_it():
    sentence = missing_library("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libEGL.so.1" in sentence
    assert "apt-get install --no-install-recommends libegl1" in sentence
    assert "pip install 'orgmodel[desktop]'" in missing_library("No module named 'PySide6'")


def test_qt_without_the_cursor_library_is_a_sentence():
    said = ["From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin.", "fatal"]
    assert "libxcb-cursor0" in last_words(said, ":0")
    assert "“:7” cannot be reached" in last_words(["could not connect to display :7", *said], ":7")


PROBE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.settings import Settings

application = QApplication([])
settings = Settings(Path(sys.argv[1]))
window = MainWindow(settings, Appearance(application, settings))
if len(sys.argv) > 2:
    assert window.files.open(Path(sys.argv[2]))
window.settle = lambda: application.exit(0)
window.show()
application.exec()
watched = ("networkx", "reportlab", "ui.findings", "ui.inspector", "orgmodel.rules")
heavy = [name for name in watched if name in sys.modules]
sys.stdout.write(",".join(heavy))
"""


@pytest.mark.parametrize("opens", [False, True], ids=["start-screen", "sample"])
def test_the_first_paint_has_imported_nothing_heavy(tmp_path, sample, opens):
    files = [str(sample)] if opens else []
    done = run(PROBE, str(tmp_path / "settings.ini"), *files, program="-c", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def test_the_app_starts_shows_a_file_and_ends_cleanly(tmp_path, sample):
    program = (
        "import sys, ui.application as app\n"
        "from ui.start_app import start\n"
        "run = app.QApplication.exec\n"
        "def once():\n"
        "    from PySide6.QtCore import QTimer\n"
        "    QTimer.singleShot(300, app.QApplication.quit)\n"
        "    return run()\n"
        "app.QApplication.exec = staticmethod(once)\n"
        "sys.exit(start(sys.argv[1:]))\n"
    )
    place = {"QT_QPA_PLATFORM": "offscreen", "ORGMODEL_SETTINGS": str(tmp_path / "settings.ini")}
    done = run(program, str(sample), program="-c", **place)
    assert (done.returncode, done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    assert str(sample) in (tmp_path / "settings.ini").read_text("utf-8")
