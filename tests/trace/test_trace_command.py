"""`orgmodel trace`: what it prints, how it reads a moment, and what it refuses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from orgmodel.cli.main import main
from orgmodel.cli.moments import moment

SAMPLES = Path(__file__).parents[2] / "sample_orgs"
PAYMENTS = str(SAMPLES / "payments_platform.yaml")
RUBY = str(SAMPLES / "ruby_web.yaml")
CODE = "checkout-api-application-code"
SATURDAY = ("--at", "Sat 03:00 Europe/London", "--today", "2026-11-22")


def run(capsys, *words):
    try:
        code = main(["trace", *words])
    except SystemExit as ended:
        code = ended.code
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_story_of_a_page(capsys):
    code, out, err = run(capsys, PAYMENTS, CODE, *SATURDAY)
    assert (code, err) == (0, "")
    assert out == (
        "A page for “Application Code” of Checkout API on Sat 28 November 2026 at 03:00 (Europe/London):\n"
        "  Sat 03:00   0 min  Payments Operations Centre. "
        "On call: one of Mei Ling Tan, Arjun Nair and 4 more, then one of Cheng Wei, Dewi Lestari and 4 more.\n"
        "  Sat 03:05   5 min  Storefront SRE (C: is asked), when the runbook does not fix it. "
        "On call: one of Sam Whitlock, Aisha Rahman and 7 more, then one of Dev Patel, Ewan Ross and 7 more.\n"
        "  Sat 03:20  20 min  Checkout Team (A: answers for it), when the fix is in the code. Nobody is on call.\n"
        "It is dropped at Checkout Team, 20 min after the alert. Nobody is on call for Checkout Team at Sat 03:20 "
        "(Europe/London): there is only the contact #checkout.\n"
    )


def test_the_json_has_this_shape_and_no_other(capsys):
    code, out, err = run(capsys, PAYMENTS, CODE, *SATURDAY, "--without", "team:checkout-sre", "--format", "json")
    assert (code, err) == (0, "")
    said = json.loads(out)
    assert list(said) == [
        *("row", "at", "without", "steps", "reached_owner", "minutes_total", "dropped_at", "reason"),
    ]
    assert said | {"reason": ""} == {
        "row": CODE,
        "at": "2026-11-28T03:00:00+00:00",
        "without": ["team:checkout-sre"],
        "steps": [
            {
                "team": "team:frontline",
                "minutes": 0,
                "on_call": ["Mei Ling Tan", "Arjun Nair", "Bao Nguyen", "Cheng Wei", "Dewi Lestari", "Farah Ismail"],
                "letters": None,
                "via": "escalation:alert->frontline",
            },
            {
                "team": "team:heads",
                "minutes": 60,
                "on_call": [],
                "letters": None,
                "via": "escalation:frontline->heads",
            },
        ],
        "reached_owner": False,
        "minutes_total": 60,
        "dropped_at": "team:heads",
        "reason": "",
    }
    assert list(said["steps"][0]) == ["team", "minutes", "on_call", "letters", "via"]


def test_any_hour(capsys):
    code, out, _ = run(capsys, PAYMENTS, CODE, "--format", "json")
    said = json.loads(out)
    assert (code, said["at"], said["reached_owner"], said["dropped_at"], said["reason"]) == (0, None, True, None, None)
    assert [step["minutes"] for step in said["steps"]] == [0, 5, 20]
    assert run(capsys, PAYMENTS, CODE)[1].endswith(
        "It reaches Checkout Team, which answers for it, 20 min after the alert.\n"
    )


def test_silence_and_what_is_unknown_are_said(capsys, tmp_path):
    path = tmp_path / "shop.yaml"
    path.write_text(
        """format: orgmodel/1
name: Shop
teams: [{id: desk, name: Desk}, {id: sre, name: SRE}, {id: app, name: "A\\e[2Jpp"}]
responsibilities: [{id: code, name: Code, raci: {app: R}}]
rotations: [{id: app-primary, team: app, coverage: 24x7}, {id: desk-primary, team: desk}]
escalations: [{from: alert, to: desk}, {from: desk, to: sre}, {from: sre, to: app, after: 90s}]
colour: red
""",
        encoding="utf-8",
    )
    code, out, err = run(capsys, str(path), "code", "--at", "2026-11-28T03:00Z")
    assert code == 0
    assert "colour" in err
    assert out.splitlines() == [
        "A page for “Code” on Sat 28 November 2026 at 03:00 (UTC):",
        "  Sat 03:00   0 min  Desk. Who is on call is unknown.",
        "              later  SRE. Nobody is on call: 1.5 min lost.",
        "              later  A␛[2Jpp (R: does the work). On call: somebody (app-primary).",
        "It reaches A␛[2Jpp, which does the work, after a time that the file does not say.",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([RUBY, "databse"], "There is no row “databse”. Did you mean “database”?"),
        ([RUBY, "database", "--without", "team:web-sra"], "There is no team “web-sra”. Did you mean “web-sre”?"),
        ([RUBY, "database", "--at", "noon"], "“noon” is no moment"),
        ([RUBY, "database", "--at", "Sut 03:00"], "names no day of the week"),
        ([RUBY, "database", "--at", "Sat 24:00"], "names no hour of the day"),
        ([RUBY, "database", "--at", "Sat 03:00 Europe/Londn"], "did you mean “Europe/London”"),
        ([RUBY, "database", "--at", "Sat 03:00 ../etc/passwd"], "there is no time zone"),
        ([RUBY, "database", "--at", "2026-11-28"], "says no hour"),
        ([RUBY, "database", "--at", "2026-02-30T03:00"], "is no moment"),
        ([RUBY, "database", "--at", "2026-11-28T03:00Z Europe/London"], "names two zones"),
        ([RUBY, "database", "--at", "0001-01-01T00:00"], "too far away"),
        ([RUBY, "database", "--at", "Sat 03:00", "--today", "9999-12-31"], "too far away"),
        ([RUBY, "database", "--format", "xml"], "there is no “xml”: write text or json"),
        ([RUBY], "the following arguments are required: ROW"),
        (["no.yaml", "database"], "no.yaml"),
    ],
)
def test_what_cannot_be_walked_is_one_sentence(capsys, words, said):
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("text", "today", "moment_of"),
    [
        ("Sat 03:00 Europe/London", "2026-11-22", "2026-11-28T03:00:00+00:00"),
        ("saturday 3:00", "2026-11-28", "2026-11-28T03:00:00+00:00"),
        ("Tue 11:00 Europe/London", "2026-07-01", "2026-07-07T11:00:00+01:00"),
        ("Sun 01:30 Europe/London", "2027-03-28", "2027-03-28T02:30:00+01:00"),
        ("2026-11-28T03:00", "2026-11-22", "2026-11-28T03:00:00+00:00"),
        ("2026-11-28T03:00+05:30", "2026-11-22", "2026-11-28T03:00:00+05:30"),
        ("2026-07-28 03:00 Europe/London", "2026-11-22", "2026-07-28T03:00:00+01:00"),
        ("2026-07-28T03:00:30 America/Denver", "2026-11-22", "2026-07-28T03:00:30-06:00"),
    ],
)
def test_moments(text, today, moment_of):
    assert moment(text).after(date.fromisoformat(today)).isoformat() == moment_of
