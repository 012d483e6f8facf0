"""`run.py` in a folder of its own: it makes its environment anew, and leaves alone what it did not make."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "run.py", tmp_path)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.lock").write_text("nothing==1\n", "utf-8")
    return tmp_path


@pytest.fixture
def script(folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module; nothing is fetched, and the environment that it makes is a folder."""
    spec = importlib.util.spec_from_file_location("run_in_a_copy", folder / "run.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    monkeypatch.setattr(made.subprocess, "call", lambda _: 0)
    monkeypatch.setattr(made.venv, "create", lambda place, **_: Path(place, "pyvenv.cfg").touch())
    return made


def test_an_environment_of_somebody_else_is_left_alone(folder: Path) -> None:
    theirs = folder / ".venv" / "theirs.txt"
    theirs.parent.mkdir()
    theirs.write_text("mine", "utf-8")
    done = subprocess.run(
        [sys.executable, "-B", "run.py", "check"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{folder / '.venv'} was not made by this script, which would clear it: "
        "move it away or rename it, then try again.\n"
    )
    assert theirs.read_text("utf-8") == "mine"


def test_a_link_to_an_environment_is_left_alone(folder: Path, script: ModuleType) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (folder / ".venv").symlink_to(elsewhere)
    (elsewhere / "run.ready").touch()
    with pytest.raises(SystemExit):
        script.set_up("run")
    assert (elsewhere / "run.ready").exists()


@pytest.mark.parametrize("mark", ["run.ready", "test.ready", "made-by-run.py"])
def test_its_own_is_made_anew(folder: Path, script: ModuleType, mark: str) -> None:
    (folder / ".venv").mkdir()
    (folder / ".venv" / mark).touch()
    (folder / ".venv" / "old").touch()
    script.set_up("run")
    assert sorted(path.name for path in (folder / ".venv").iterdir()) == ["made-by-run.py", "pyvenv.cfg", "run.ready"]


def test_one_that_was_begun_and_not_finished_is_its_own(folder: Path, script: ModuleType, monkeypatch) -> None:
    monkeypatch.setattr(script.subprocess, "call", lambda _: 1)
    for _ in range(2):
        with pytest.raises(SystemExit):
            script.set_up("run")
    assert not (folder / ".venv" / "run.ready").exists()
