"""Differences in words: names instead of ids, and for whatever a file can hold."""

from __future__ import annotations

import re
from datetime import date

import pytest
from any_documents import any_documents
from hypothesis import given, settings
from markdown_it import MarkdownIt

from orgmodel.cli.diff import Compared
from orgmodel.cli.diff_json import as_json
from orgmodel.cli.diff_markdown import as_markdown
from orgmodel.cli.diff_text import as_text
from orgmodel.comparison import compared, differences_between
from orgmodel.comparison.groups import groups_of
from orgmodel.comparison.headline_said import headline_said
from orgmodel.comparison.words import Words
from orgmodel.findings import Report
from orgmodel.yaml_file import ModelFile, read_text

TODAY = date(2026, 11, 22)
NOTHING_FOUND = Report((), (), (), (), TODAY)
HEAD = """format: orgmodel/1
name: Shop
teams:
  - {id: web, name: Web Team, headcount: 4, sites: [{name: London, headcount: 4}], members: [{id: kim, name: Kim}]}
  - {id: sre, name: Shop SRE}
services: [{id: shop, name: The Shop}, {id: till, name: The Till}]
"""


def said(before, after):
    """Each change of two documents as `kind: thing: change`, and what came or went as it is told."""
    old, new = read_text(HEAD + before, "before").document, read_text(HEAD + after, "after").document
    words = Words(old.organization, new.organization)
    lines = []
    for each in differences_between(old, new):
        lines += [f"{words.thing(each)}: {words.changed(each, change)}" for change in each.fields]
        lines += [] if each.fields else [f"{words.thing(each)}: {words.told(each)}"]
    return lines


ROW = "responsibilities:\n  - {id: db, name: Database, service: shop%s}\n"
WAY = "escalations:\n  - {from: web, to: sre%s}\n"
TURN = "rotations:\n  - {id: web-days, team: web%s}\n"
CASES = [
    (ROW % "", ROW % ", paged: false", "Database (The Shop): paged: unknown → no"),
    (ROW % ", layer: environment", ROW % ", layer: application", "layer: Web Application Environment → Application"),
    (ROW % "", ROW % ", effort: 6h", "effort: unknown → 6 h"),
    (ROW % "", ROW % ", confirmed: {by: Kim}", "confirmed: not confirmed → by Kim"),
    (
        ROW % ", confirmed: {on: 2026-11-02}",
        ROW % ", confirmed: {on: 2026-11-03}",
        "confirmed, on: 2 November 2026 → 3 November 2026",
    ),
    (ROW % "", ROW % ", state: parked", "state: open → parked"),
    (ROW % ", raci: {ghost: R}", ROW % "", "ghost: R → –"),
    (WAY % "", WAY % ", kind: inform", "Web Team → Shop SRE: kind: functional → inform"),
    (WAY % "", WAY % ", when: it rains", "when: always → “it rains”"),
    (WAY % ", services: [till]", WAY % "", "services: The Till → every service"),
    (WAY % "", "", "Web Team → Shop SRE: after an unknown time"),
    (TURN % ", turn: 1d", TURN % ", turn: 7d", "Web Team, web-days: turn of one person: 1 day → 7 days"),
    (TURN % ", members: 8", TURN % ", members: [kim, lee]", "members: 8 → Kim and lee"),
    (
        TURN % "",
        TURN % ', coverage: ["Sat 09:00-17:00", "Sun 09:00-17:00"]',
        "coverage: unknown → Sat 09:00-17:00 and Sun 09:00-17:00",
    ),
    ("", "version: '2'\n", "Shop: version: unknown → 2"),
    ("", "settings: {rules: {ESC010: off}}\n", "Shop: severity of ESC010: the rule's own → off"),
    ("", "arrangement: {chain: {'team:web': [4, 5]}}\n", "place on the chain of Web Team: automatic → 4 × 5"),
    (
        "",
        "assessments: [{id: a, questionnaire: bt-sre-maturity, date: 2026-01-05}]\n",
        "a, 5 January 2026: ",
    ),
    (
        "assessments: [{id: a, questionnaire: bt-sre-maturity, date: 2026-01-05, ratings: {'1': 2}}]\n",
        "assessments: [{id: a, questionnaire: bt-sre-maturity, date: 2026-01-05, ratings: {'1': na, '2': 3}}]\n",
        "activity 1, rating: 2 → na",
    ),
    (
        "",
        "decisions: [{on: 2026-11-02T14:05, text: Web takes it., kind: action}]\n",
        "Web takes it.: action, 2 November 2026",
    ),
    ("", "views: [{name: First}]\n", "First: "),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_a_change_is_said_in_names(before, after, expected):
    lines = said(before, after)
    assert any(line == expected or line.endswith(f": {expected}") for line in lines), lines


def test_nested_things_are_named_and_the_numbers_stand_apart():
    before = read_text(HEAD, "before").document
    after = read_text(
        HEAD.replace("London, headcount: 4", "London, headcount: 5").replace("Kim}", "Kim, fte: 0.5}"), "a"
    )
    words = Words(before.organization, after.document.organization)
    (web,) = differences_between(before, after.document)
    assert [words.changed(web, change) for change in web.fields] == [
        "London, people: 4 → 5",
        "Kim, share of full time: unknown → 0.5",
    ]


def test_people_are_named_whether_they_come_lead_take_turns_or_go():
    before = read_text(HEAD + TURN % ", members: [kim, Jo]", "before").document
    joined = HEAD.replace("{id: kim, name: Kim}", "{id: lee, name: Lee Ong, site: London}").replace(
        "name: Web Team,", "name: Web Team, lead: lee,"
    )
    after = read_text(joined + TURN % ", members: [lee, Jo]", "after").document
    words = Words(before.organization, after.organization)
    told = [words.changed(each, change) for each in differences_between(before, after) for change in each.fields]
    assert told == [
        "lead: unknown → Lee Ong",
        "Lee Ong: none → site London",
        "Kim: there → none",
        "members: Kim and Jo → Lee Ong and Jo",
    ]


@given(any_documents(), any_documents())
@settings(max_examples=20, deadline=None)
def test_whatever_two_files_hold_is_said_in_every_format(before, after):
    comparison = compared(before, after, TODAY, report_before=NOTHING_FOUND, report_after=NOTHING_FOUND)
    both = Compared(ModelFile("before", "", before), ModelFile("after", "", after), comparison)
    text, table = as_text(both), as_markdown(both)
    assert as_json(both).isascii()
    told = [entry for group in groups_of(comparison) for entry in group.entries]
    assert {id(each) for each in comparison.differences} <= {id(thing.difference) for thing in told}
    assert len(text.splitlines()) >= len(told) + sum(len(thing.fields) for thing in told)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text)
    assert headline_said(comparison)
    html = MarkdownIt("gfm-like", {"linkify": False}).render(table)
    lines = [line for line in table.splitlines() if line.startswith("|") and not line.startswith("| ---")]
    assert html.count("<tr>") == len(lines)
    ours = re.compile(r"<strong>(added|removed)</strong>|<h[23]>")
    assert not re.search(r"<(a|img|script|em|strong|code|h[1-6])\b", ours.sub("", html))
