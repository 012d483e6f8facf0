"""`check --format junit`: the XML of test reports, as GitLab and Jenkins read it.

A file is a suite and a rule a test in it: failed where there is a finding of any severity, skipped where something was
not assessed, passed where all is clean or waived. A test has one failure that lists every finding, because readers show
the first alone. Its name has the file in it, because GitLab takes tests of one name for the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from orgmodel.cli.checked import Checked, waived_until
from orgmodel.cli.symbols import on_one_line
from orgmodel.findings import Finding, NotAssessed
from orgmodel.rules import CATALOGUE, Rule

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(checked: Sequence[Checked]) -> str:
    """One document for all files."""
    suites = [_suite(each) for each in checked]
    root = ET.Element("testsuites", {"name": "orgmodel check"} | _counts(suites))
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(checked: Checked) -> ET.Element:
    """The timestamp is the day that was judged as of; nothing is timed."""
    settings = checked.file.document.organization.settings
    tests = [_test(checked, rule) for rule in CATALOGUE if settings.severity_of(rule.code) != "off"]
    as_of = {"timestamp": f"{checked.report.as_of.isoformat()}T00:00:00"}
    suite = ET.Element("testsuite", {"name": _text(checked.name)} | _counts(tests) | as_of)
    suite.extend(tests)
    return suite


def _test(checked: Checked, rule: Rule) -> ET.Element:
    report, file = checked.report, _text(checked.name)
    test = ET.Element(
        "testcase",
        classname=rule.code[:-3],
        name=f"{rule.code} {rule.name} in {file}",
        file=file,
        time="0",
    )
    findings = [finding for finding in report.findings if finding.code == rule.code]
    lacking = [entry for entry in report.not_assessed if entry.code == rule.code]
    waived = [finding for finding in report.waived if finding.code == rule.code]
    fault = next((failure.fault for failure in report.failures if failure.code == rule.code), None)
    if fault:
        _add(test, "error", f"The rule stopped with a fault of its own: {fault}", kind="fault")
    elif findings:
        _add(test, "failure", _head(findings), _lines(checked, findings), kind=findings[0].severity)
    elif lacking:
        _add(test, "skipped", _lacking(lacking))
    aside = [
        f"waived ({waived_until(finding)}): {line}"
        for finding, line in zip(waived, _lines(checked, waived), strict=True)
    ]
    if findings and lacking:
        aside.append(_lacking(lacking))
    if aside:
        ET.SubElement(test, "system-out").text = "\n".join(map(_text, aside))
    return test


def _add(test: ET.Element, outcome: str, message: str, lines: Iterable[str] = (), *, kind: str | None = None) -> None:
    attributes = {"type": kind} if kind else {}
    added = ET.SubElement(test, outcome, attributes | {"message": _text(message)})
    added.text = "\n".join(map(_text, lines)) or None


def _head(findings: Sequence[Finding]) -> str:
    first = findings[0].message
    return first if len(findings) == 1 else f"{first} And {len(findings) - 1} more."


def _lines(checked: Checked, findings: Iterable[Finding]) -> Iterator[str]:
    """`shop.yaml:17: error Nobody does “Backups”. …`, the line left out where a thing has none."""
    for finding in findings:
        line = checked.file.line_of(finding.subjects[0])
        place = f"{checked.name}:{line}" if line else checked.name
        yield f"{place}: {finding.severity} {finding.message} {finding.advice}"


def _lacking(entries: Iterable[NotAssessed]) -> str:
    return "Not assessed, for want of: " + "; ".join(entry.missing for entry in entries) + "."


def _counts(within: Sequence[ET.Element]) -> dict[str, str]:
    """How many tests, and how many of each outcome, are in suites or in a suite."""
    tests = [test for element in within for test in element.iter("testcase")]
    outcomes = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    ended = {word: sum(test.find(outcome) is not None for test in tests) for word, outcome in outcomes.items()}
    return {word: str(number) for word, number in ({"tests": len(tests)} | ended).items()} | {"time": "0"}


def _text(text: str) -> str:
    """On one line, without what XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", on_one_line(text))
