"""`check --format junit`: XML that is well formed whatever is in a model, with an outcome for each rule and file."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from any_documents import texts
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from orgmodel.analysis import analyse
from orgmodel.cli.check_junit import as_junit
from orgmodel.cli.checked import Checked
from orgmodel.cli.main import main
from orgmodel.findings import Failure
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE
from orgmodel.yaml_file import ModelFile, read_text

TODAY = date(2026, 11, 22)
MODEL = """format: orgmodel/1
name: Shop
settings: {rules: {OVR003: off}}
teams:
  - {id: web, name: Web, kind: application}
  - {id: sre, name: Web SRE, kind: application-sre}
responsibilities:
  - {id: scaling, name: "Scaling <&> \\e[2J"}
  - {id: tuning, name: Tuning}
  - {id: code, name: Code, raci: {web: R}}
escalations:
  - {from: alert, to: web}
waivers:
  - {rule: GAP002, on: ["responsibility:code"], reason: Agreed., until: 2026-12-31, by: Kim Lee}
"""


def checked(text=MODEL, name="shop.yaml"):
    file = read_text(text, name)
    return Checked(name, file, analyse(file.document, TODAY))


def read(*files):
    return ET.fromstring(as_junit(files))


def rule_in(root, code):
    (found,) = (each for each in root.iter("testcase") if each.get("name").startswith(f"{code} "))
    return found


def test_a_file_is_a_suite_and_a_rule_a_test_of_its_family():
    root = read(checked(), checked(name="till.yaml"))
    assert [suite.get("name") for suite in root] == ["shop.yaml", "till.yaml"]
    assert root[0].get("timestamp") == "2026-11-22T00:00:00"
    judged = [rule for rule in CATALOGUE if rule.code != "OVR003"]
    assert [(each.get("classname"), each.get("name")) for each in root[0]] == [
        (rule.code[:-3], f"{rule.code} {rule.name} in shop.yaml") for rule in judged
    ]
    names = [each.get("name") for each in root.iter("testcase")]
    assert len(set(names)) == len(names)


def test_findings_are_one_failure_with_their_severity_and_lines():
    (failure,) = rule_in(read(checked()), "GAP001")
    assert failure.get("type") == "error"
    assert failure.get("message") == "Nobody does “Scaling <&> ␛[2J”. And 1 more."
    assert [line.partition(" Nobody")[0] for line in failure.text.splitlines()] == [
        "shop.yaml:8: error",
        "shop.yaml:9: error",
    ]


def test_what_is_waived_passes_and_says_by_whom():
    (aside,) = rule_in(read(checked()), "GAP002")
    assert aside.tag == "system-out"
    assert aside.text.startswith(
        "waived (until 2026-12-31 by Kim Lee: Agreed.): shop.yaml:10: info Web does “Code” alone"
    )


def test_what_was_not_assessed_is_skipped_for_want_of_something():
    (skipped,) = rule_in(read(checked()), "SPOF001")
    assert (skipped.tag, skipped.get("message")) == ("skipped", "Not assessed, for want of: headcount of Web.")


def test_a_finding_counts_for_more_than_what_was_not_assessed_beside_it():
    failure, aside = rule_in(read(checked()), "ESC003")
    assert (failure.tag, failure.get("type")) == ("failure", "warning")
    assert aside.text == "Not assessed, for want of: criticality of Code."


def test_a_rule_that_failed_is_an_error():
    each = checked()
    report = changed(each.report, failures=(Failure("GAP003", "KeyError: 'lost'"),))
    root = read(each._replace(report=report))
    (error,) = rule_in(root, "GAP003")
    assert error.get("message") == "The rule stopped with a fault of its own: KeyError: 'lost'"
    assert root.get("errors") == "1"


def test_clean_is_a_test_with_nothing_in_it():
    assert len(rule_in(read(checked()), "OVR001")) == 0


def assert_counted(element):
    tests = list(element.iter("testcase"))
    counts = {"tests": len(tests)} | {
        word: sum(each.find(tag) is not None for each in tests)
        for word, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    assert {word: int(element.get(word)) for word in counts} == counts


@given(documents(), st.lists(texts, min_size=5, max_size=5), st.text(max_size=20))
def test_any_names_are_well_formed_and_counted(document, names, path):
    organization = document.organization
    odd = changed(
        organization,
        teams=tuple(changed(team, name=name) for team, name in zip(organization.teams, names, strict=True)),
        responsibilities=tuple(
            changed(row, name=name) for row, name in zip(organization.responsibilities, names, strict=False)
        ),
    )
    drawn = changed(document, organization=odd)
    root = read(Checked(path, ModelFile(path, "", drawn), analyse(drawn, TODAY)), checked())
    for element in (root, *root):
        assert_counted(element)
    outcomes = [[each.tag for each in test if each.tag != "system-out"] for test in root.iter("testcase")]
    assert max(map(len, outcomes)) == 1


@pytest.mark.parametrize("odd", ["\0", "\x1b", "\x85", "\ud800", "\ufffe", "\uffff", "]]>", "&lt;", "<!--", '"', "\n"])
def test_a_character_that_xml_does_not_hold_is_shown_as_another(odd):
    root = read(checked(name=f"a{odd}b.yaml"))
    shown = root[0].get("name")
    assert shown[0] == "a"
    assert shown.endswith("b.yaml")
    assert (odd in shown) == (odd in ("]]>", "&lt;", "<!--", '"'))


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_it_exits_as_the_other_formats_do(capsys, sample, fail_on, code):
    words = ["check", str(sample), "--format", "junit", "--today", "2026-11-22", "--fail-on", fail_on]
    assert main(words) == code
    first = capsys.readouterr().out
    assert first.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
    main(words)
    assert capsys.readouterr().out == first
