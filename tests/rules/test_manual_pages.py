"""A rule's docstring is its manual page: it has every part, and its examples do what they say."""

from __future__ import annotations

import re
from datetime import date

import pytest
from test_rule_cases import document_of

from orgmodel.analysis import analyse
from orgmodel.model import DEFAULT_LIMITS
from orgmodel.rules import CATALOGUE

PARTS = (
    "What it means",
    "Why it hurts",
    "An example that fails",
    "An example that passes",
    "How to put it right",
    "Limits",
    "Source",
)

FAMILIES = ("GAP", "OVR", "ESC", "ONC", "LOAD", "SPOF", "MAT", "WVR", "STA")


def parts(page: str) -> dict[str, str]:
    """The parts of a page by their headings, indented by four."""
    found = re.findall(r"^(\w[^\n]*)\n((?:    [^\n]*\n|\n)+)", page.split("\n\n", 1)[1], re.MULTILINE)
    return {heading: re.sub(r"^    ", "", text, flags=re.MULTILINE) for heading, text in found}


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_the_page_has_every_part_in_order(rule):
    assert tuple(parts(rule.page)) == PARTS
    assert all(text.strip() for text in parts(rule.page).values())
    assert rule.page.startswith(f"{rule.code} {rule.name} (")
    assert f"{rule.source.key}: {rule.source.title}" in rule.page


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_the_example_that_fails_fails(rule):
    report = analyse(document_of(parts(rule.page)["An example that fails"]), date(2026, 11, 22))
    assert rule.code in {finding.code for finding in report.findings}


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_the_example_that_passes_is_clean(rule):
    report = analyse(document_of(parts(rule.page)["An example that passes"]), date(2026, 11, 22))
    assert rule.code not in {finding.code for finding in report.findings}


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_limits_named_on_the_page_are_limits_with_that_default(rule):
    for key, number in re.findall(r"\b([a-z]+(?:_[a-z]+)+) \(([\d.]+)\)", rule.page):
        assert DEFAULT_LIMITS[key] == float(number)


def test_codes_and_names_are_unique_and_in_order_of_family():
    assert len({rule.code for rule in CATALOGUE}) == len({rule.name for rule in CATALOGUE}) == len(CATALOGUE)
    codes = [rule.code for rule in CATALOGUE]
    assert codes == sorted(codes, key=lambda code: (FAMILIES.index(code[:-3]), code))
