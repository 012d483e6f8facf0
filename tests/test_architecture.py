"""The shape of the code, held by machine: one direction of imports, Qt in one place, names that say something."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for package in ("orgmodel", "ui") for path in (ROOT / package).rglob("*.py"))
EMPTY_NAMES = {"utils", "util", "helpers", "common", "core", "base", "manager", "misc"}


def test_imports_go_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_says_what_it_is_for_and_has_a_name_of_the_field(source: Path) -> None:
    assert ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))), "no docstring"
    assert source.stem not in EMPTY_NAMES


@pytest.mark.parametrize(
    ("imported", "absent"),
    [
        ("orgmodel.cli.main", {"yaml", "networkx", "reportlab", "PySide6"}),
        ("orgmodel.yaml_file", {"networkx", "reportlab", "PySide6", "json", "difflib"}),
        ("orgmodel.analysis", {"networkx", "reportlab", "PySide6"}),
        ("ui.main_window", {"networkx", "reportlab"}),
    ],
)
def test_heavy_libraries_wait_until_they_are_used(imported: str, absent: set[str]) -> None:
    program = f"import sys, {imported}; print(*(set(sys.modules) & {absent!r}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.split() == []


def test_nobody_walks_the_focus_chain():
    """PySide takes what `nextInFocusChain` gives for a child of the widget asked, and both end together."""
    walks = [path for path in (ROOT / "ui").rglob("*.py") if "InFocusChain" in path.read_text(encoding="utf-8")]
    assert walks == []
