"""Odd, empty and hostile organisations: every one is judged, planned and walked, and no rule raises."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from test_rule_cases import document_of, said_by

from orgmodel.analysis import analyse
from orgmodel.cli.main import main
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE

START = "format: orgmodel/1\nname: Odd\n"
TODAY = date(2026, 11, 22)
DAYS = ("2026-11-22", "0001-01-01", "9999-12-31")
MODEL = """
review_by: DAY
teams:
  - {id: a, name: A, kind: frontline, headcount: 3, sites: [{name: X, timezone: Europe/London, headcount: 3}], lead: L}
  - {id: b, name: B, kind: application-sre, headcount: 3, supports: [c], lead: L, members: [{id: m, name: M}]}
  - {id: c, name: C, kind: application, headcount: 3, parent: b,
     workload: {operations: 60, toil: 30, incidents_per_shift: 4}}
services:
  - {id: s, name: S, team: c, criticality: 1, complexity: complex, user_facing: true, depends_on: [u],
     matrix: support-chain}
  - {id: u, name: U, depends_on: [s]}
responsibilities:
  - {id: r, name: NAME, service: s, layer: environment, criticality: 1, paged: true, effort: 9000h, depends_on: [q],
     raci: {b: A, c: R}, confirmed: {by: X, on: DAY}, activities: [bt-sre-maturity/4]}
  - {id: q, name: NAME, service: s, layer: application, criticality: 1, paged: true, raci: {c: AR, a: A},
     depends_on: [r]}
  - {id: p, name: P, layer: frontline}
rotations:
  - {id: o, team: a, coverage: 24x7, members: [x, y], turn: 7d, shift: 24h, pages_per_day: 9, hand_up: 0m}
  - {id: o2, team: b, level: 20, coverage: ["Sat-Mon 23:00-22:59"], timezone: Asia/Kolkata, members: [m]}
escalations:
  - {from: alert, to: a}
  - {from: a, to: b, after: 0m}
  - {from: b, to: c, after: 99999d}
  - {from: c, to: a, when: NAME}
assessments:
  - {id: z, questionnaire: bt-sre-maturity, date: DAY, ratings: {"1": 1, "4": 5, "12": 5, "10": 4, "99": 5},
     printed_totals: {bt-specific: 16}}
waivers:
  - {rule: GAP001, on: ["responsibility:p"], reason: R, until: DAY}
"""
LIMITS = re.findall(
    r"\w+",
    "response_minutes_user_facing response_minutes_other crowded_responsible crowded_consulted crowded_informed "
    "service_owners name_similarity levels_critical single_site_members multi_site_members multi_site_minimum "
    "on_call_share on_call_share_error shift_hours incidents_per_shift operations_percent toil_percent "
    "overload_deviations team_size_min team_size_max hub_dependants rating_contradicted stale_days",
)


def model(*, name: str = "Row", day: str = "2026-01-01", **replaced: str) -> str:
    text = MODEL.replace("NAME", name).replace("DAY", day)
    for old, new in replaced.items():
        text = text.replace(old.replace("_", ": "), new)
    return text


def limits(number: str) -> str:
    return f"settings: {{limits: {{{', '.join(f'{limit}: {number}' for limit in LIMITS)}}}}}\n" + model()


def rules(severity: str) -> str:
    return f"settings: {{rules: {{{', '.join(f'{rule.code}: {severity}' for rule in CATALOGUE)}}}}}\n" + model()


ODD = {
    "nothing at all": "",
    "one team": "teams: [{id: a, name: A}]\n",
    "no team": "responsibilities: [{id: r, name: R, paged: true, criticality: 1, raci: {gone: A}}]\n"
    "escalations: [{from: alert, to: gone}]\nrotations: [{id: o, team: gone, coverage: 24x7, members: 1}]\n",
    "no row": "teams: [{id: a, name: A, kind: application-sre, headcount: 1}]\n"
    "rotations: [{id: o, team: a, coverage: 24x7, members: 1}]\nescalations: [{from: alert, to: a}]\n",
    "a circle nobody gets to": "teams: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
    "responsibilities: [{id: r, name: R, paged: true, criticality: 1, raci: {b: A}}]\n"
    "escalations: [{from: alert, to: c}, {from: a, to: b}, {from: b, to: a}]\n",
    "rows that depend on each other": "teams: [{id: a, name: A}]\nresponsibilities:\n"
    "  - {id: r, name: R, depends_on: [q], raci: {a: A}}\n  - {id: q, name: Q, depends_on: [r]}\n",
    "a rotation of one minute": "teams: [{id: a, name: A, headcount: 2}]\n"
    "responsibilities: [{id: r, name: R, paged: true, criticality: 1, raci: {a: A}}]\n"
    'rotations: [{id: o, team: a, coverage: ["Mon 00:00-00:01"], members: 2, turn: 1m, shift: 1m}]\n',
    "windows that overlap and wrap": "teams: [{id: a, name: A, headcount: 2}]\nrotations:\n"
    '  - {id: o, team: a, coverage: ["Mon-Sun 00:00-24:00", "Sat-Mon 23:00-22:59", "Wed 12:00-12:01"], members: 2}\n'
    '  - {id: p, team: a, level: 2, coverage: [], members: []}\n',
    "everything at once": model(),
    "nobody anywhere": model(headcount_3="headcount: 0"),
    "a million people a team": model(headcount_3="headcount: 1000000"),
    "all archived": model(headcount_3="headcount: 3, status: archived"),
    "all planned": model(headcount_3="headcount: 3, status: planned"),
    "the last day there is": model(day="9999-12-31"),
    "the first day there is": model(day="0001-01-01"),
    "a name of ten thousand": model(name="x" * 10_000),
    "right to left": model(name="שלום עולם"),
    "controls": model(name='"\\e[2J\\a\\r\\n\\x85\\u2028\\t"'),
    "limits of nothing": limits("0"),
    "limits of half": limits("0.5"),
    "limits of a hair": limits("1e-300"),
    "limits of a million": limits("1000000"),
    "all off": rules("off"),
    "all info": rules("info"),
    "all errors": rules("error"),
}  # fmt: skip
REFUSED = {
    "limits below nothing": (limits("-5"), "write a number from 0"),
    "limits beyond all": (limits("1e300"), "write a number from 0"),
    "limits of no number": (limits(".nan"), "write a number"),
    "a zone that is none": (model(timezone_Asia="timezone: Mars"), "which is not known"),
    "a zone that is a path": (model(timezone_Asia='timezone: "../../etc/passwd", x: y'), "which is not known"),
    "a level beyond all": (model(level_20="level: 2000000"), "from 1 to 20"),
    "a day that is none": (model(day="10000-01-01"), "10000-01-01"),
}
WALKS = [
    (),
    ("--at", "Sat 03:00 Europe/London"),
    ("--at", "2026-03-29T01:30+14:00"),
    ("--at", "2026-03-29T01:30-23:59"),
    ("--at", "2026-03-29T01:30:15.5+05:45:30"),
    ("--at", "1900-01-01T00:00"),
    ("--at", "2999-12-31T23:59 Asia/Kolkata"),
    ("--without", "team:a", "--without", "team:b", "--without", "team:c"),
]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "odd.yaml"


def run(capsys, *words):
    try:
        code = main([str(word) for word in words])
    except SystemExit as ended:
        code = ended.code
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", said.out + said.err)
    return code, said.out, said.err


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_is_judged(capsys, file, case, day):
    file.write_text(START + ODD[case], encoding="utf-8")
    code, out, err = run(capsys, "check", file, "--today", day)
    assert code in (0, 1)
    assert "fault of its own" not in err
    assert f"as of {day}" in out
    assert not re.search(r"\b(nan|inf)\b", out)
    code, out, _ = run(capsys, "check", file, "--today", day, "--format", "json")
    assert code in (0, 1)
    assert json.loads(out)["as_of"] == day


@pytest.mark.parametrize("case", ODD)
def test_all_that_is_said_on_demand_of_what_is_odd_can_be_said(case):
    report = analyse(document_of(ODD[case]), TODAY)
    assert report.failures == ()
    for finding in report.findings:
        assert finding.message.endswith(".")
        assert finding.advice.endswith(".")
        assert finding.evidence.things
        assert all(fix.label for fix in finding.fixes)


@pytest.mark.parametrize("case", ODD)
def test_owners_are_suggested_for_what_is_odd(capsys, file, case):
    file.write_text(START + ODD[case], encoding="utf-8")
    code, out, _ = run(capsys, "suggest", file, "--today", "2026-11-22")
    assert code == 0
    assert "Findings before:" in out


@pytest.mark.parametrize("case", [case for case, text in ODD.items() if "id: r," in text])
def test_a_page_is_walked_through_what_is_odd(capsys, file, case):
    file.write_text(START + ODD[case], encoding="utf-8")
    teams = document_of(ODD[case]).organization.team_by_id
    for words in WALKS:
        if "--without" in words and not {"a", "b", "c"} <= teams.keys():
            continue
        code, out, _ = run(capsys, "trace", file, "r", *words, "--today", "2026-11-22")
        assert code == 0, words
        assert out.startswith("A page for")
        assert re.search(r"\.\n\Z", out)


@pytest.mark.parametrize("at", ["9999-12-31T00:00", "0001-01-01T00:00+14:00", "2026-03-29T01:30+99:00", "Sat 25:00"])
def test_a_moment_out_of_reach_is_a_sentence(capsys, file, at):
    file.write_text(START + MODEL.replace("DAY", "2026-01-01"), encoding="utf-8")
    code, out, err = run(capsys, "trace", file, "r", "--at", at)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("case", REFUSED)
def test_what_has_no_meaning_is_refused_in_sentences(capsys, file, case):
    text, sentence = REFUSED[case]
    file.write_text(START + text, encoding="utf-8")
    for words in (("check", file), ("suggest", file), ("trace", file, "r")):
        code, out, err = run(capsys, *words)
        assert (code, out) == (2, "")
        assert sentence in err


def test_a_waiver_on_nothing_is_said_and_waives_nothing():
    report = analyse(
        document_of(
            "teams: [{id: a, name: A}]\nresponsibilities: [{id: r, name: R}]\n"
            'waivers: [{rule: GAP001, on: ["responsibility:gone", "team:never"], reason: R, until: 2027-01-01}]\n'
        ),
        TODAY,
    )
    assert [each.subjects[0] for each in report.findings if each.code == "WVR002"] == ["waiver:GAP001/1"]
    assert report.waived == ()


@pytest.mark.parametrize("severity", ["info", "warning", "error"])
def test_all_rules_at_one_severity_find_the_same(severity):
    usual, other = (analyse(document_of(text), TODAY).findings for text in (model(), rules(severity)))
    assert {each.severity for each in other} == {severity}
    assert {(each.code, each.subjects) for each in other} == {(each.code, each.subjects) for each in usual}


def test_all_rules_off_say_nothing():
    report = analyse(document_of(rules("off")), TODAY)
    assert (report.findings, report.not_assessed, report.clean, report.failures) == ((), (), (), ())


def test_teams_that_are_all_archived_have_nobody_reported_as_reachable():
    report = analyse(document_of(ODD["all archived"]), TODAY)
    gone = {each.subjects[0] for each in report.findings if each.code == "GAP003"}
    assert {"responsibility:r", "responsibility:q"} <= gone


def test_one_minute_of_coverage_leaves_the_rest_of_the_week_open():
    report = analyse(document_of(ODD["a rotation of one minute"]), TODAY)
    assert said_by(report, "ONC004") == ["error rotation:o"]


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_whichever_rule_raises_the_others_report_all_the_same(rule):
    """Rules about findings are given fewer of them where another rule has failed."""

    def breaks(*_):
        raise RecursionError("too deep")

    document = document_of(ODD["everything at once"])
    catalogue = tuple(changed(each, judge=breaks) if each is rule else each for each in CATALOGUE)
    report, whole = analyse(document, TODAY, catalogue), analyse(document, TODAY)
    assert [(each.code, each.fault) for each in report.failures] == [(rule.code, "RecursionError: too deep")]
    assert rule.code not in {each.code for each in report.findings}
    assert rule.code not in report.clean
    others = {each.code for each in whole.findings} - {rule.code, "MAT002", "MAT003"}
    assert others <= {each.code for each in report.findings}


def test_a_rule_that_raises_is_a_sentence_and_exit_2(capsys, file, monkeypatch):
    def breaks(*_):
        raise ZeroDivisionError("division by zero")

    file.write_text(START + ODD["everything at once"], encoding="utf-8")
    catalogue = (changed(CATALOGUE[0], judge=breaks), *CATALOGUE[1:])
    monkeypatch.setattr("orgmodel.cli.check.analyse", lambda document, today: analyse(document, today, catalogue))
    code, out, err = run(capsys, "check", file, "--today", "2026-11-22")
    assert code == 2
    assert f"the rule {CATALOGUE[0].code} stopped with a fault of its own (ZeroDivisionError: division by zero)" in err
    assert err.endswith("please report it.\n")
    assert " error OVR001 " in out
