"""`orgmodel diff`: what it prints in each format, and with what it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from orgmodel.cli.main import main
from orgmodel.yaml_file import read_text, record_of

BEFORE = """format: orgmodel/1
name: Shop
teams:
  - {id: web, name: Web, headcount: 4, sites: [{name: London, headcount: 4}]}
  - {id: sre, name: Shop SRE, kind: application-sre}
  - {id: desk, name: Desk, kind: frontline}
responsibilities:
  - {id: code, name: Code, layer: application, paged: true, raci: {web: AR, desk: I}}
  - {id: database, name: Database, raci: {web: A}}
  - {id: tuning, name: Tuning}
rotations:
  - {id: sre-primary, team: sre, coverage: ["Mon-Fri 09:00-17:00"], members: [kim, lee]}
escalations:
  - {from: alert, to: desk}
  - {from: desk, to: sre, after: 15m, layers: [application, environment]}
waivers:
  - {rule: GAP001, on: ["responsibility:tuning"], reason: Later., until: 2026-12-31}
"""
AFTER = """format: orgmodel/1
name: Shop
version: "2"
settings: {limits: {stale_days: 90}}
escalations:
  - {from: desk, to: sre, after: 30m, layers: [environment, application]}
  - {from: alert, to: desk}
teams:
  - {id: sre, name: Shop SRE, kind: application-sre, headcount: 6, workload: {toil: 20}}
  - {id: web, name: Web, headcount: 5, sites: [{name: London, headcount: 4}, {name: Denver, headcount: 1}]}
responsibilities:
  - {id: database, name: Database, raci: {sre: A, web: C}}
  - {id: code, name: Code, layer: application, raci: {web: AR}}
  - {id: tuning, name: Tuning, raci: {sre: A}}
  - {id: alerts, name: "Alerts | @ops <b>", raci: {desk: R, web: C}}
rotations:
  - {id: sre-primary, team: sre, coverage: 24x7, members: [lee, kim]}
waivers:
  - {rule: GAP001, on: ["responsibility:tuning"], reason: Later., until: 2027-03-31}
"""
TODAY = ("--today", "2026-11-22")


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    return written(tmp_path / "before.yaml", BEFORE), written(tmp_path / "after.yaml", AFTER)


def written(path: Path, text: str | bytes) -> str:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def diff(capsys, *words):
    code = main(["diff", *words, *TODAY])
    said = capsys.readouterr()
    return code, said.out, said.err


def as_json(capsys, *words):
    code, out, err = diff(capsys, *words, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_json_says_what_was_added_removed_and_changed(capsys, files):
    found = as_json(capsys, *files)
    assert found["added"] == ["responsibility:alerts"]
    assert found["removed"] == ["team:desk"]
    assert [tuple(change.values()) for change in found["changed"]] == [
        ("responsibility:database", "raci.sre", None, "A"),
        ("responsibility:database", "raci.web", "A", "C"),
        ("responsibility:code", "paged", True, None),
        ("responsibility:code", "raci.desk", "I", None),
        ("responsibility:tuning", "raci.sre", None, "A"),
        ("team:sre", "headcount", None, 6),
        ("team:sre", "workload", None, {"toil": 20}),
        ("team:web", "headcount", 4, 5),
        ("team:web", "sites.Denver", None, {"name": "Denver", "headcount": 1}),
        ("rotation:sre-primary", "coverage", ["Mon-Fri 09:00-17:00"], "24x7"),
        ("escalation:desk->sre", "after", "15m", "30m"),
        ("waiver:GAP001/1", "until", "2026-12-31", "2027-03-31"),
        ("organization", "version", None, "2"),
        ("organization", "settings.limits.stale_days", None, 90),
    ]
    assert set(found["changed"][0]) == {"subject", "field", "before", "after"}


def test_json_lists_findings_fixed_remaining_and_new_with_their_lines(capsys, files):
    found = as_json(capsys, *files)["findings"]
    assert set(found) == {"fixed", "remaining", "new"}
    ghost = next(each for each in found["new"] if each["code"] == "GAP003")
    assert ghost["subjects"][0].partition(":")[0] in ("team", "responsibility", "escalation")
    assert all(each["line"] is not None for each in found["new"])
    assert set(ghost) == {
        *("code", "name", "severity", "message", "subjects", "line", "advice", "source", "waived"),
    }


def test_what_was_accepted_in_between_remains_and_says_so(capsys, tmp_path):
    head = "format: orgmodel/1\nname: N\nteams: [{id: a, name: A}]\nresponsibilities: [{id: r, name: R}]\n"
    waiver = 'waivers: [{rule: GAP001, on: ["responsibility:r"], reason: Later., until: 2027-01-01}]\n'
    open_, accepted = written(tmp_path / "a.yaml", head), written(tmp_path / "b.yaml", head + waiver)
    forth = as_json(capsys, open_, accepted)["findings"]
    assert [(each["code"], each["waived"] is None) for each in forth["remaining"] if each["code"] == "GAP001"] == [
        ("GAP001", False)
    ]
    back = as_json(capsys, accepted, open_)["findings"]
    assert [each["waived"] for each in back["remaining"] if each["code"] == "GAP001"] == [None]
    assert not [
        each for found in (forth, back) for each in (*found["fixed"], *found["new"]) if each["code"] == "GAP001"
    ]


def test_text_is_read_in_a_pull_request(capsys, files):
    code, out, err = diff(capsys, *files)
    assert (code, err) == (0, "")
    head, said, _, *body = out.splitlines()
    assert head == f"{files[0]} → {files[1]}: 11 changes: 1 added, 1 removed, 9 changed"
    assert said.startswith("One responsibility changes hands, one gap closes, one gap opens and one row is added.")
    assert "Desk is no team any more." in said
    rows = body[: body.index("Teams: 1 removed, 2 changed")]
    assert rows == [
        "Responsibilities that change hands: 1",
        "  ~ Database (database)",
        "      who answers: Web → Shop SRE",
        "      Web: A → C",
        "",
        "Gaps that close: 1",
        "  ~ Tuning (tuning)",
        "      who answers: nobody → Shop SRE",
        "",
        "Responsibilities that are new: 1",
        "  + Alerts | @ops <b> (alerts): desk R and Web C",
        "",
        "Responsibilities that keep their owner: 1",
        "  ~ Code (code)",
        "      paged: yes → unknown",
        "      Desk: I → –",
        "",
    ]
    for line in (
        "  - Desk (desk): Frontline Support, people unknown",
        "      people: unknown → 6",
        "      Denver: none → people 1",
        "      workload: unknown → toil 20 %",
        "      coverage: Mon-Fri 09:00-17:00 → 24x7",
        "      after: 15 min → 30 min",
        "      until: 31 December 2026 → 31 March 2027",
        "      limit stale_days: 180, the default → 90",
    ):
        assert line in body


def test_markdown_is_a_comment_in_which_names_are_no_markup(capsys, files):
    code, out, _ = diff(capsys, *files, "--format", "md")
    assert code == 0
    assert "### Responsibilities that change hands: 1\n" in out
    assert "| changed | Database | who answers | Web | Shop SRE |\n|  |  | Web | A | C |\n" in out
    added = next(line for line in out.splitlines() if line.startswith("| **added**"))
    assert "Alerts \\| @\u200bops \\<b\\>" in added
    assert "<b>" not in added
    unescaped = added.replace("\\|", "")
    assert unescaped.count("|") == 6


@pytest.mark.parametrize("form", ["text", "md"])
def test_nothing_changes_is_one_line(capsys, files, form):
    _, out, _ = diff(capsys, files[0], files[0], "--format", form)
    assert "nothing changes." in out


def test_another_order_of_keys_and_items_is_no_change(capsys, tmp_path, files):
    turned = record_of(read_text(BEFORE, "before").document)
    for key, held in turned.items():
        if isinstance(held, list):
            turned[key] = held[::-1]
    same = written(tmp_path / "same.yaml", json.dumps(dict(reversed(turned.items()))))
    found = as_json(capsys, files[0], same)
    assert (found["added"], found["removed"], found["changed"]) == ([], [], [])
    assert (found["findings"]["fixed"], found["findings"]["new"]) == ([], [])


@pytest.mark.parametrize("bad", [b"\xff\xfe\x00", b"- a\n", b"format: orgmodel/2\nname: N\n", b""])
def test_what_cannot_be_read_is_a_sentence_and_nothing_is_printed(capsys, tmp_path, files, bad):
    broken = written(tmp_path / "broken.yaml", bad)
    for pair in ((files[0], broken), (broken, files[0]), (broken, str(tmp_path / "missing.yaml"))):
        for form in ("text", "json", "md"):
            code, out, err = diff(capsys, *pair, "--format", form)
            assert (code, out) == (2, "")
            assert f"{broken}:" in err or broken in err
            assert "Traceback" not in err


def test_what_is_wrong_with_both_files_is_said_at_once(capsys, tmp_path):
    code, out, err = diff(capsys, str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml"))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 2


def test_what_is_wrong_with_a_file_that_is_given_twice_is_said_once(capsys, tmp_path):
    broken = written(tmp_path / "broken.yaml", "format: orgmodel/1\nname: N\nteams: [{id: a, name: A, kind: x}]\n")
    code, out, err = diff(capsys, broken, broken)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    odd = written(tmp_path / "odd.yaml", "format: orgmodel/1\nname: N\nextra: 1\n")
    code, _, err = diff(capsys, odd, odd)
    assert (code, len(err.splitlines())) == (0, 1)


def test_a_row_that_lost_its_owner_with_the_team_is_told_though_nothing_of_it_changed(capsys, tmp_path):
    rows = "responsibilities: [{id: r, name: Rows, raci: {a: A}}]\n"
    head = "format: orgmodel/1\nname: N\nteams: [%s{id: b, name: Bs}]\n"
    before = written(tmp_path / "before.yaml", head % "{id: a, name: As}, " + rows)
    after = written(tmp_path / "after.yaml", head % "" + rows)
    code, out, _ = diff(capsys, before, after)
    assert code == 0
    assert "\nGaps that open: 1\n  ~ Rows (r)\n      who answers: As → nobody\n\nTeams: 1 removed\n" in out
    assert "| changed | Rows | who answers | As | nobody |" in diff(capsys, before, after, "--format", "md")[1]
    assert as_json(capsys, before, after)["changed"] == []


def test_the_day_decides_which_findings_are_accepted(capsys, tmp_path):
    text = (
        "format: orgmodel/1\nname: N\nteams: [{id: a, name: A}]\nresponsibilities: [{id: r, name: R}]\n"
        'waivers: [{rule: GAP001, on: ["responsibility:r"], reason: Later., until: 2026-12-31}]\n'
    )
    before = written(tmp_path / "before.yaml", text)
    after = written(tmp_path / "after.yaml", text.replace("2026-12-31", "2027-12-31"))

    def new_on(day):
        main(["diff", before, after, "--format", "json", "--today", day])
        found = json.loads(capsys.readouterr().out)["findings"]
        return [each["code"] for each in found["remaining"] if each["waived"]]

    assert new_on("2026-11-22") == []
    assert new_on("2027-01-15") == ["GAP001"]
