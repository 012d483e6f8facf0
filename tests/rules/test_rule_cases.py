"""Every rule on small organisations that anyone can read: where it speaks, where it is silent, where it cannot tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.rules import CATALOGUE
from orgmodel.yaml_file import read_text

TODAY = date(2026, 11, 22)
CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    code: str
    name: str
    wanted: dict[str, Any]

    @property
    def document(self) -> Document:
        return document_of(self.wanted["model"])


def document_of(model: str) -> Document:
    """The document of a model that leaves out its format and name."""
    return read_text(f"format: orgmodel/1\nname: Example\n{model}", "example.yaml").document


def cases() -> list[Case]:
    return [
        Case(path.stem, name, wanted)
        for path in sorted(CASES.glob("*.yaml"))
        for name, wanted in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    ]


def said_by(report: Report, code: str) -> list[str]:
    return sorted(f"{finding.severity} {finding.subjects[0]}" for finding in report.findings if finding.code == code)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.code}-{case.name}")
def test_a_rule_says_what_the_case_wants_and_nothing_else(case: Case) -> None:
    report = analyse(case.document, TODAY)
    unknown = {entry.missing: list(entry.subjects) for entry in report.not_assessed if entry.code == case.code}
    assert report.failures == ()
    assert said_by(report, case.code) == sorted(case.wanted.get("finds", []))
    if case.name.startswith(("passes_", "near_miss_")):
        assert unknown == {}
    else:
        assert unknown.items() >= case.wanted.get("unknown", {}).items()


def test_every_rule_has_cases_of_each_kind() -> None:
    written = {rule.code: {name.split("_")[0] for code, name, _ in cases() if code == rule.code} for rule in CATALOGUE}
    always_known = {"GAP001", "GAP002", "GAP003", "GAP009", "OVR001", "OVR003", "WVR001", "WVR002"}
    for code, kinds in written.items():
        assert kinds >= {"fails", "passes", "near"}, code
        assert ("not" in kinds) is (code not in always_known), code


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.code}-{case.name}")
def test_a_finding_is_whole(case: Case) -> None:
    document = case.document
    for finding in analyse(document, TODAY).findings:
        assert finding.message.endswith(".")
        assert finding.advice.endswith(".")
        assert "  " not in finding.message
        assert finding.evidence.things
        for fix in finding.fixes:
            assert fix.label == fix.command.label(document) or fix.label[0].isupper()
            assert fix.command.apply(document) is not document


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.code}-{case.name}")
def test_a_fix_mends_what_it_promised_and_breaks_nothing(case: Case) -> None:
    document = case.document
    before = analyse(document, TODAY)
    errors = {(finding.code, finding.subjects[0]) for finding in before.findings if finding.severity == "error"}
    for finding in before.findings:
        for fix in finding.fixes:
            after = analyse(fix.command.apply(document), TODAY).findings
            assert (finding.code, finding.subjects[0]) not in {(each.code, each.subjects[0]) for each in after}, (
                fix.label
            )
            new = {(each.code, each.subjects[0]) for each in after if each.severity == "error"} - errors
            assert new == set(), fix.label
