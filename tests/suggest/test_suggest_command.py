"""`orgmodel suggest`: what it prints, what it writes, and with what it exits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orgmodel.cli.main import main

ROOT = Path(__file__).parents[2]
TODAY = "--today=2026-11-22"
GAPS = """# Our shop.
format: orgmodel/1
name: Shop

teams:
  - {id: web, name: Web, kind: application, headcount: 6}   # the builders
  - id: sre
    name: Web SRE
    kind: application-sre
    headcount: 4
responsibilities:
  - {id: code, name: Code, layer: application, raci: {web: A}}
  - id: scaling   # nobody so far
    name: Scaling
    layer: environment
  - {id: tuning, name: "Tuning, 100%", layer: environment, raci: {web: R, sre: R}}
"""
SCALING = (
    "“Scaling” goes to Web SRE: it is at home in the layer Web Application Environment"
    " and carries little: 0 rows with 4 people."
)
TUNING = (
    "“Tuning, 100%” goes to Web SRE: it does the work already and is at home in the layer Web Application Environment."
)


@pytest.fixture
def gaps(tmp_path: Path) -> str:
    path = tmp_path / "gaps.yaml"
    path.write_text(GAPS, encoding="utf-8")
    return str(path)


def run(capsys, *words: str) -> tuple[int, str, str]:
    code = main(["suggest", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_text_says_who_gets_what_and_what_becomes_of_the_findings(capsys, gaps):
    code, out, err = run(capsys, gaps, TODAY)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == f"{gaps}: Shop, 2 rows want an owner, as of 2026-11-22"
    assert lines[2:5] == [
        "2 rows get an owner:",
        f"  {gaps}:13: {SCALING}",
        f"  {gaps}:16: {TUNING}",
    ]
    assert "  Web SRE: 0 → 2 (4 people; a fair share is 1.2)" in lines
    assert "  Fixed: 1 GAP001 and 1 GAP002." in lines


def test_the_json_has_this_shape_and_no_other(capsys, gaps):
    code, out, err = run(capsys, gaps, TODAY, "--format=json")
    said = json.loads(out)
    assert (code, err) == (0, "")
    assert list(said) == ["file", "as_of", "moves", "left", "teams", "summary", "findings", "applied"]
    assert list(said["moves"][0]) == [
        "row", "name", "line", "team", "letters", "mends", "reasons", "adds_level", "others", "said",
    ]  # fmt: skip
    assert [(move["row"], move["line"], move["team"], move["letters"]) for move in said["moves"]] == [
        ("scaling", 13, "team:sre", "A"),
        ("tuning", 16, "team:sre", "AR"),
    ]
    assert said["left"] == []
    assert said["teams"] == [{"team": "team:sre", "people": 4, "rows_before": 0, "rows_after": 2, "fair_share": 1.2}]
    assert said["summary"]["before"]["error"] == 2
    assert said["summary"]["after"]["error"] == 0
    assert [finding["code"] for finding in said["findings"]["fixed"]] == ["GAP001", "GAP002"]
    assert list(said["findings"]["fixed"][0]) == ["code", "severity", "message", "subjects"]
    assert said["applied"] is None


def test_apply_writes_the_letters_and_touches_nothing_else(capsys, gaps, tmp_path):
    out = tmp_path / "out.yaml"
    code, said, _ = run(capsys, gaps, TODAY, "--apply", str(out))
    assert code == 0
    assert said.endswith(f"{out}: written.\n")
    wanted = GAPS.replace("    layer: environment\n", "    layer: environment\n    raci: {sre: A}\n", 1)
    assert out.read_text("utf-8") == wanted.replace("{web: R, sre: R}", "{web: R, sre: AR}")
    assert Path(gaps).read_text("utf-8") == GAPS
    code, said, _ = run(capsys, str(out), TODAY)
    assert "every row has an owner" in said


OWNED = """# Odd   layout stays.
format:   orgmodel/1
name: "Shop"
teams: [{id: web, name: Web}]
responsibilities:

    - {id: code,   name: Code, raci: {web: A}}   # and so do comments
"""


@pytest.mark.parametrize("text", [OWNED, OWNED.replace("\n", "\r\n"), "\ufeff" + OWNED, OWNED.rstrip("\n")])
def test_with_nothing_to_do_the_file_is_written_byte_by_byte(capsys, tmp_path, text):
    source, out = tmp_path / "whole.yaml", tmp_path / "out.yaml"
    source.write_bytes(text.encode())
    code, said, err = run(capsys, str(source), TODAY, "--apply", str(out))
    assert (code, err) == (0, "")
    assert said.endswith(f"{out}: written, unchanged.\n")
    assert out.read_bytes() == source.read_bytes()


def test_it_may_be_applied_to_the_file_itself(capsys, gaps):
    assert run(capsys, gaps, TODAY, "--apply", gaps)[0] == 0
    assert "raci: {sre: A}" in Path(gaps).read_text("utf-8")


def test_gaps_that_are_left_are_no_failure(capsys, tmp_path):
    path = tmp_path / "nobody.yaml"
    path.write_text('format: orgmodel/1\nname: X\nresponsibilities:\n  - {id: code, name: "Co\\nde"}\n')
    code, out, err = run(capsys, str(path), TODAY)
    assert (code, err) == (0, "")
    assert f"  {path}:4: There is no team with people that could take “Co␊de”." in out.splitlines()


@pytest.mark.parametrize("words", [("none.yaml",), ("--apply", "nowhere/out.yaml")])
def test_what_cannot_be_done_is_a_sentence_and_exit_2(capsys, gaps, tmp_path, words):
    words = (str(tmp_path / words[0]),) if len(words) == 1 else (gaps, words[0], str(tmp_path / words[1]))
    code, out, err = run(capsys, *words, TODAY)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_the_same_file_gives_the_same_bytes_whatever_the_hash_seed():
    sample = str(ROOT / "sample_orgs" / "ruby_web_today.yaml")
    command = [sys.executable, "-m", "orgmodel.cli", "suggest", sample, TODAY, "--format=json"]
    said = {
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(said) == 1
