"""`orgmodel check` and `orgmodel rule`: what they print, and with what they exit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from orgmodel.cli import check
from orgmodel.cli.main import main
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE

GAPS = """format: orgmodel/1
name: Shop
teams:
  - {id: web, name: Web}
responsibilities:
  - {id: scaling, name: Scaling}
  - {id: tuning, name: "Tuning, 100%"}
  - {id: code, name: Code, raci: {web: R}}
waivers:
  - {rule: GAP002, on: ["responsibility:code"], reason: Agreed., until: 2026-12-31, by: Kim Lee}
"""
CLEAN = """format: orgmodel/1
name: Clean
teams:
  - {id: web, name: Web}
responsibilities:
  - {id: code, name: Code, raci: {web: A}}
"""


@pytest.fixture
def gaps(tmp_path: Path) -> str:
    return written(tmp_path / "gaps.yaml", GAPS)


@pytest.fixture
def clean(tmp_path: Path) -> str:
    return written(tmp_path / "clean.yaml", CLEAN)


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(capsys, *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_errors_fail_unless_nothing_does(capsys, gaps, fail_on, code):
    assert run(capsys, "check", gaps, "--fail-on", fail_on)[0] == code


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_what_is_below_the_limit_does_not_fail(capsys, sample, fail_on, code):
    assert run(capsys, "check", str(sample), "--fail-on", fail_on)[0] == code


def test_nothing_found_is_clean(capsys, clean):
    code, out, err = run(capsys, "check", clean, "--fail-on", "info", "--today", "2026-11-22")
    assert (code, err) == (0, "")
    assert re.search(r"^No findings\. \d+ rules are clean, \d+ were not assessed\.$", out, re.MULTILINE)
    assert "as of 2026-11-22" in out


def test_the_json_has_this_shape_and_no_other(capsys, gaps):
    code, out, err = run(capsys, "check", gaps, "--format", "json", "--today", "2026-11-22")
    said = json.loads(out)
    assert (code, err) == (1, "")
    assert list(said) == ["file", "model", "summary", "findings", "not_assessed", "as_of"]
    assert said["file"] == gaps
    assert said["model"]["responsibilities"] == 3
    unknown = len(said["not_assessed"])
    assert said["summary"] == {"error": 2, "warning": 0, "info": 0, "waived": 1, "not_assessed": unknown}
    assert said["as_of"] == "2026-11-22"
    first = said["findings"][0]
    assert list(first) == [
        "code", "name", "severity", "message", "subjects", "line", "advice", "source", "fixes", "waived",
    ]  # fmt: skip
    assert first["subjects"] == ["responsibility:scaling"]
    assert first["line"] == 6
    assert first["fixes"] == [{"label": "Assign A to Web"}]
    assert [finding["waived"] for finding in said["findings"]] == [
        None,
        None,
        {"rule": "GAP002", "on": ["responsibility:code"], "reason": "Agreed.", "until": "2026-12-31", "by": "Kim Lee"},
    ]
    assert all(list(entry) == ["code", "subjects", "missing"] for entry in said["not_assessed"])


def test_several_files_give_an_array_and_the_worst_decides(capsys, gaps, clean):
    code, out, _ = run(capsys, "check", clean, gaps, "--format", "json")
    assert code == 1
    assert [each["file"] for each in json.loads(out)] == [clean, gaps]


def test_alike_findings_are_one_entry_with_a_list_and_a_denominator(capsys, gaps):
    _, out, _ = run(capsys, "check", gaps)
    lines = out.splitlines()
    assert f"{gaps}:6: error GAP001 2 of 3 rows have nobody to do them:" in lines
    assert f"  {gaps}:7: Nobody does “Tuning, 100%”." in lines
    assert any("(until 2026-12-31 by Kim Lee: Agreed.)" in line for line in lines)
    assert re.fullmatch(r"2 errors, 1 waived\. \d+ rules are clean, \d+ were not assessed\.", lines[-1])


def test_text_says_which_rules_wait_for_what(capsys, sample):
    _, out, _ = run(capsys, "check", str(sample))
    assert re.search(r"^  paged \(yes or no\) of 43 rows: ESC001, GAP005\b", out, re.MULTILINE)
    assert "\x1b" not in out


def test_github_marks_are_escaped_and_the_worst_come_first(capsys, gaps, sample):
    _, out, _ = run(capsys, "check", str(sample), gaps, "--format", "github")
    lines = out.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 2 + ["::warning"] * 3 + ["::notice"] * 2
    assert lines[1].startswith(f"::error file={gaps},line=7,title=GAP001 nobody-does-it::")
    assert "“Tuning, 100%25”" in lines[1]


def test_a_name_with_control_characters_is_shown_and_not_obeyed(capsys, tmp_path):
    path = written(tmp_path / "odd.yaml", CLEAN.replace("name: Code, raci: {web: A}", 'name: "a\\e[2J\\nb"'))
    _, text, _ = run(capsys, "check", path)
    assert "Nobody does “a␛[2J␊b”." in text
    _, marks, _ = run(capsys, "check", path, "--format", "github")
    assert "a␛[2J␊b" in marks
    assert "\x1b" not in marks


def test_what_cannot_be_read_says_so_and_prints_nothing(capsys, tmp_path, gaps):
    bad = written(tmp_path / "bad.yaml", "format: orgmodel/1\nname: X\nlayers: 4\n")
    code, out, err = run(capsys, "check", gaps, bad, str(tmp_path / "none.yaml"), "--format", "json")
    assert (code, out) == (2, "")
    assert f"{bad}:3" in err
    assert "none.yaml" in err
    assert "Traceback" not in err


def test_unknown_keys_are_told_apart_from_the_report(capsys, tmp_path):
    path = written(tmp_path / "keys.yaml", CLEAN.replace("name: Web}", "name: Web, headcont: 4}"))
    code, out, err = run(capsys, "check", path, "--format", "json")
    assert code == 0
    assert "headcont" in err
    assert json.loads(out)["summary"]["error"] == 0


@pytest.mark.parametrize("words", [(), ("x.yaml", "--today", "soon"), ("x.yaml", "--format", "xml")])
def test_words_that_make_no_sense_are_refused(capsys, words):
    with pytest.raises(SystemExit) as ended:
        main(["check", *words])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_a_rule_that_breaks_fails_the_run_and_the_others_are_heard(capsys, clean, monkeypatch):
    def breaks(*_):
        raise KeyError("lost")
        yield

    analyse = check.analyse
    broken = (*CATALOGUE[:1], changed(CATALOGUE[1], judge=breaks))
    monkeypatch.setattr(check, "analyse", lambda document, today: analyse(document, today, broken))
    code, out, err = run(capsys, "check", clean, "--fail-on", "never")
    assert code == 2
    assert "GAP002 stopped with a fault of its own" in err
    assert "a working rule: it stopped with KeyError: 'lost': GAP002" in out


def broken_details(monkeypatch, **details):
    """The rules, of which GAP001 breaks where its findings are explained."""
    first = CATALOGUE[0]

    def judge(graph, rows):
        for observed in first.judge(graph, rows):
            yield changed(observed, **details)

    analyse, broken = check.analyse, (changed(first, judge=judge), *CATALOGUE[1:])
    monkeypatch.setattr(check, "analyse", lambda document, today: analyse(document, today, broken))


def breaks(_):
    raise KeyError("lost")


def test_a_fix_that_breaks_fails_the_run_and_the_findings_are_heard(capsys, gaps, monkeypatch):
    whole = json.loads(run(capsys, "check", gaps, "--format", "json")[1])
    broken_details(monkeypatch, fixes=breaks)
    code, out, err = run(capsys, "check", gaps, "--format", "json")
    assert code == 2
    assert err.count("the rule GAP001 stopped with a fault of its own (KeyError: 'lost'); please report it.") == 1
    found = json.loads(out)["findings"]
    assert [each["message"] for each in found] == [each["message"] for each in whole["findings"]]
    assert [each["fixes"] for each in found if each["code"] == "GAP001"] == [[], []]
    assert [each["advice"] for each in found] == [each["advice"] for each in whole["findings"]]
    assert run(capsys, "check", gaps)[0] == 1, "text says no fixes"


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github"])
def test_advice_that_breaks_fails_the_run_and_the_findings_are_heard(capsys, gaps, monkeypatch, form):
    broken_details(monkeypatch, advice=breaks)
    code, out, err = run(capsys, "check", gaps, "--format", form)
    assert code == 2
    assert err.count("the rule GAP001 stopped with a fault of its own (KeyError: 'lost')") == 1
    assert form == "junit" or "Nobody does" in out


@pytest.mark.parametrize("named", ["GAP001", "gap001", "nobody-does-it"])
def test_a_rule_prints_its_page(capsys, named):
    code, out, err = run(capsys, "rule", named)
    assert (code, out, err) == (0, CATALOGUE[0].page, "")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [((), "say which rule"), (("GAP0O1",), "Did you mean GAP001?"), (("goes-in-circle",), "Did you mean ESC002?")],
)
def test_a_rule_that_is_not_there_is_a_sentence(capsys, words, sentence):
    code, out, err = run(capsys, "rule", *words)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1
