"""One edit of a sample is one line of its diff, whatever the edit and wherever it is made."""

from __future__ import annotations

import random
from difflib import unified_diff
from functools import lru_cache
from pathlib import Path

import pytest

from orgmodel.commands import AssignTeam
from orgmodel.model import Duration, Escalation, Raci, Responsibility, RowId, Team, TeamId
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_file, read_text, write_text

FOLDER = Path(__file__).parents[2] / "sample_orgs"
NAMES = [
    *("Plain", "With: colon", "# hash", "it's", 'a "b"', "a, b [c] {d}?", "ends?", "yes", "12", "2026-01-01", "null"),
    *("é 团队 👩", "x" * 130, "@at", "- dash", "? q", "trail:", "a #b", " lead", "trail ", "%x", "!t", "&a", "*b", "|"),
    *("\x1b[2J", "tab\there"),
]


@lru_cache(maxsize=1)
def sample(name):
    return read_file(FOLDER / name)


def diff(before, after):
    """How many lines went and how many came."""
    lines = list(unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm=""))[2:]
    return sum(line.startswith("-") for line in lines), sum(line.startswith("+") for line in lines)


def with_items(document, field, items):
    return document.with_organization(document.organization.copy_with(**{field: tuple(items)}))


def with_item(document, field, place, **fields):
    items = list(getattr(document.organization, field))
    items[place] = changed(items[place], **fields)
    return with_items(document, field, items)


def with_letter(chance, document):
    organization = document.organization
    row, team = chance.choice(organization.responsibilities), chance.choice(organization.teams)
    return AssignTeam(row.id, team.id, chance.choice(("A", "AR", "R", "C", "I"))).apply(document)


def with_row_field(chance, document):
    place = chance.randrange(len(document.organization.responsibilities))
    field, value = chance.choice(
        (
            ("name", chance.choice(NAMES)),
            ("runbook", chance.choice((None, "https://x.example/y?z=1#q"))),
            ("criticality", chance.choice((1, 2, 3, 4, None))),
            ("paged", chance.choice((True, False, None))),
            ("state", chance.choice(("open", "agreed", "parked"))),
        )
    )
    return with_item(document, "responsibilities", place, **{field: value})


def with_team_field(chance, document):
    place = chance.randrange(len(document.organization.teams))
    field, value = chance.choice((("name", chance.choice(NAMES)), ("headcount", chance.choice((None, 0, 5, 1000)))))
    return with_item(document, "teams", place, **{field: value})


def without_letters(chance, document):
    rows = document.organization.responsibilities
    place = chance.choice([place for place, row in enumerate(rows) if len(row.raci) > 1])
    kept = list(rows[place].raci.items())
    kept.pop(chance.randrange(len(kept)))
    return with_item(document, "responsibilities", place, raci=Raci(dict(kept)))


ON_ONE_LINE = (with_letter, with_row_field, with_team_field, without_letters)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", ["ruby_web.yaml", "bt_from_scratch.yaml", "payments_platform.yaml"])
def test_an_edit_is_one_line(name, line_break):
    file = sample(name)
    if line_break != "\n":
        file = read_text(file.text.replace("\n", line_break), name)
    chance = random.Random(name + line_break)
    for edit in ON_ONE_LINE * 6:
        document = edit(chance, file.document)
        text = write_text(file, document)
        if document == file.document:
            assert text == file.text
            continue
        assert diff(file.text, text) in ((1, 1), (0, 1), (1, 0)), edit
        assert text.count("\n") == text.count(line_break)


def added(items, place, new):
    return (*items[:place], new, *items[place:])


@pytest.mark.parametrize("name", ["ruby_web.yaml", "payments_platform.yaml"])
def test_what_comes_or_goes_takes_no_other_line_along(name):
    file = sample(name)
    organization = file.document.organization
    rows, teams, ways = organization.responsibilities, organization.teams, organization.escalations
    chance = random.Random(name)
    for odd in chance.sample(NAMES, 3):
        new_row = Responsibility(RowId("zz-new"), odd, raci=Raci({teams[0].id: "A"}))
        new_way = Escalation(teams[0].id, teams[-1].id, when=odd, after=Duration(15, "m"))
        for field, items, new in (
            ("responsibilities", rows, new_row),
            ("teams", teams, Team(TeamId("zz-team"), odd, "application")),
            ("escalations", ways, new_way),
        ):
            longer = with_items(file.document, field, added(items, chance.randrange(len(items) + 1), new))
            there = read_text(write_text(file, longer), name)
            assert diff(file.text, there.text)[0] == 0
            assert write_text(there, file.document) == file.text
