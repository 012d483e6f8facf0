"""What the reference chain must give, and that the fixes of every sample mend what they promise and break nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from orgmodel.analysis import analyse
from orgmodel.yaml_file import read_file

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[2] / "sample_orgs"


PAST_THE_TIER = (
    "Pages go straight from Frontline Support to Infrastructure SRE (OS or hardware alert), past the tier between them."
)


def judged(name: str):
    return analyse(read_file(SAMPLES / name).document, TODAY)


def test_the_reference_gives_exactly_this():
    report = judged("ruby_web.yaml")
    assert [f"{finding.severity} {finding.code} {finding.subjects[0]}" for finding in report.findings] == [
        "warning ESC003 team:infra-sre",
        "warning ESC003 team:ruby-web",
        "warning SPOF002 team:web-sre",
        "info ESC007 escalation:frontline->infra-sre",
        "info SPOF002 team:frontline",
    ]
    assert report.waived == ()


def test_the_reference_says_what_a_stakeholder_reads():
    messages = [finding.message for finding in judged("ruby_web.yaml").findings]
    assert messages == [
        "Infrastructure SRE has nobody to escalate to.",
        "Ruby Web Application Team has nobody to escalate to.",
        "Every page for Ruby Web Application Team passes through Web Application SRE.",
        PAST_THE_TIER,
        "Every page enters through Frontline Support.",
    ]


def test_what_the_reference_does_not_say_is_not_assessed():
    report = judged("ruby_web.yaml")
    assert [(entry.code, len(entry.subjects), entry.missing) for entry in report.not_assessed] == [
        ("ESC001", 43, "paged (yes or no) of 43 rows"),
        ("ESC003", 43, "criticality of 43 rows"),
        ("ESC005", 1, "user-facing (yes or no) of Ruby Web Application"),
        ("ESC006", 1, "rotations"),
        ("GAP005", 43, "paged (yes or no) of 43 rows"),
        ("GAP006", 43, "paged (yes or no) of 43 rows"),
        ("GAP008", 5, "dependencies"),
        ("LOAD001", 4, "incidents a shift of 4 teams"),
        ("LOAD002", 2, "operations in percent of 2 of 4 teams"),
        ("LOAD002", 2, "toil in percent of 2 of 4 teams"),
        ("LOAD003", 1, "8 teams with a headcount"),
        ("LOAD004", 4, "headcount of 4 teams"),
        ("LOAD005", 26, "effort of 26 of 43 rows"),
        *((f"ONC00{number}", 1, "rotations") for number in range(1, 8)),
        ("SPOF001", 43, "headcount of 4 teams"),
        ("SPOF004", 4, "lead of 4 teams"),
        ("SPOF005", 43, "criticality of 43 rows"),
        ("STA001", 1, "day of the next review"),
    ]
    assert set(report.clean).isdisjoint(entry.code for entry in report.not_assessed)
    assert set(report.clean) >= {"ESC002", "GAP001", "GAP002", "GAP003", "OVR001", "OVR003", "OVR005"}


@pytest.mark.parametrize(
    "name", ["bt_from_scratch.yaml", "payments_platform.yaml", "ruby_web.yaml", "ruby_web_today.yaml"]
)
def test_every_fix_of_a_sample_mends_what_it_promised_and_breaks_nothing(name):
    document = read_file(SAMPLES / name).document
    before = analyse(document, TODAY).findings
    errors = {(finding.code, finding.subjects[0]) for finding in before if finding.severity == "error"}
    assert any(finding.fixes for finding in before)
    for finding in before:
        for fix in finding.fixes:
            after = analyse(fix.command.apply(document), TODAY).findings
            left = {(each.code, each.subjects[0]) for each in after}
            assert (finding.code, finding.subjects[0]) not in left, (finding.message, fix.label)
            new = {(each.code, each.subjects[0]) for each in after if each.severity == "error"} - errors
            assert new == set(), (finding.message, fix.label)
