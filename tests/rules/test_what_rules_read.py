"""What a rule says that it `reads` is all that it rests on, and no more: every small edit of the rows of its cases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from test_rule_cases import TODAY, cases

from orgmodel.analysis import Analysis, analyse
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Duration, Raci, Responsibility, RowId
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE, Rule

READING = [rule for rule in CATALOGUE if rule.about not in ("findings", "waivers")]
FACTS = [(rule, field, fact) for rule in READING for field in ("reads", "also_reads") for fact in getattr(rule, field)]


@cache
def pages_to_edit(code: str) -> tuple[tuple[Document, tuple[Document, ...]], ...]:
    """The cases of a rule, each with a row more, and what becomes of each by every small edit of one row."""
    documents = []
    for case in cases():
        if case.code == code:
            held = case.document
            rows = (*held.organization.responsibilities, Responsibility(RowId("another-row"), "Another Row"))
            held = held.with_organization(held.organization.copy_with(responsibilities=rows))
            documents.append((held, tuple(edited(held))))
    return tuple(documents)


def edited(document: Document) -> Iterator[Document]:
    """Each row once with each field as another row has it, or as none has, and with each team's letter changed."""
    organization = document.organization
    rows = organization.responsibilities
    for place, row in enumerate(rows):
        for field, values in values_to_try(document).items():
            for value in values:
                if value != getattr(row, field) and not (field == "depends_on" and row.id in value):
                    new = changed(row, **{field: value})
                    kept = (*rows[:place], new, *rows[place + 1 :])
                    yield document.with_organization(organization.copy_with(responsibilities=kept))


def values_to_try(document: Document) -> dict[str, tuple[Any, ...]]:
    organization = document.organization
    rows = organization.responsibilities
    teams = [team.id for team in organization.teams][:3]
    held = {
        field: tuple(dict.fromkeys((None, *(getattr(row, field) for row in rows))))
        for field in ("service", "layer", "area")
    }
    return {
        **held,
        "name": tuple(dict.fromkeys((*(row.name for row in rows), "Something Else"))),
        "criticality": (None, 1, 4),
        "paged": (None, True, False),
        "effort": (None, Duration(1, "h"), Duration(400, "h")),
        "depends_on": ((), *((row.id,) for row in rows)),
        "raci": tuple(
            dict.fromkeys((Raci({}), *(row.raci for row in rows), *(Raci({team: x}) for team in teams for x in "ARC")))
        ),
    }


def said(report: Report) -> tuple[object, ...]:
    """What is said at once: what is worked out on demand rests on the graph of its report, and needs no `reads`."""
    spoken = [(each.severity, each.message, each.subjects, each.numbers, each.alike) for each in report.findings]
    return spoken, report.not_assessed, report.clean, report.failures


def is_stale(rule: Rule, known: Rule) -> bool:
    """Whether after some small edit a rule says other than what `known` says of the edited organisation."""
    for document, afterwards in pages_to_edit(rule.code):
        before = Analysis.of(document, TODAY, (rule,))
        for after in afterwards:
            if said(before.after(after, TODAY).report) != said_anew(known, after):
                return True
    return False


@cache
def said_anew(rule: Rule, document: Document) -> tuple[object, ...]:
    return said(analyse(document, TODAY, (rule,)))


@pytest.mark.parametrize("rule", READING, ids=lambda rule: rule.code)
def test_after_a_small_edit_a_rule_says_what_it_says_of_the_whole(rule):
    assert not is_stale(rule, rule)


@pytest.mark.parametrize(("rule", "field", "fact"), FACTS, ids=lambda each: getattr(each, "code", each))
def test_a_rule_that_forgets_what_it_reads_says_what_is_no_longer_so(rule, field, fact):
    without = changed(rule, **{field: tuple(other for other in getattr(rule, field) if other != fact)})
    assert is_stale(without, rule)
