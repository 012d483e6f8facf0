"""How many do it and how many answer for it: every combination up to four of each, against the table of the rules."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import Organization, Raci, Responsibility, Team

TABLE = {
    (0, 0): "GAP001 error",
    (0, 1): None,
    (1, 0): "GAP002 info",
    (1, 1): None,
}


def verdict(doing: int, answering: int) -> str | None:
    if answering >= 2:
        return "OVR001 error"
    if answering == 0 and doing >= 2:
        return "GAP002 error"
    return TABLE[min(doing, 1), answering]


@pytest.mark.parametrize(("doing", "answering", "both"), list(product(range(4), range(4), (False, True))))
def test_each_combination_has_one_verdict(doing, answering, both):
    letters = {f"r{place}": "R" for place in range(doing)}
    accountable = list(letters)[:answering] if both else []
    letters |= dict.fromkeys(accountable, "AR")
    letters |= {f"a{place}": "A" for place in range(answering - len(accountable))}
    letters |= {"asked": "C", "told": "I"}
    organization = Organization(
        name="Table",
        teams=tuple(Team(team, team.title()) for team in letters),
        responsibilities=(Responsibility("row", "Row", raci=Raci(letters)),),
    )
    found = analyse(Document(organization), date(2026, 11, 22)).findings
    about_owners = [f"{each.code} {each.severity}" for each in found if each.code in ("GAP001", "GAP002", "OVR001")]
    expected = verdict(doing, answering)
    assert about_owners == ([expected] if expected else [])
