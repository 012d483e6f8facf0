"""What holds for every plan: what it promises to mend is mended, nothing worse comes, and nobody is left unsaid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.history import History
from orgmodel.model import NO_LETTERS, Organization
from orgmodel.model.value import changed
from orgmodel.suggest import Plan, plan
from orgmodel.verdicts import verdict_of
from orgmodel.yaml_file import read_file

TODAY = date(2026, 11, 22)
SAMPLES = sorted((Path(__file__).parents[2] / "sample_orgs").glob("*.yaml"))
LAWS = settings(max_examples=80, deadline=None)


def keys(report):
    return {(finding.code, finding.subjects[0]) for finding in report.findings}


def errors(report):
    return {(finding.code, finding.subjects[0]) for finding in report.findings if finding.severity == "error"}


def check(document: Document, made: Plan) -> None:
    organization = document.organization
    after = made.command.apply(document) if made.command else document
    report = analyse(after, TODAY)
    assert keys(made.before) == keys(analyse(document, TODAY))
    assert keys(made.after) == keys(report)
    assert errors(report) <= errors(made.before)
    for move in made.moves:
        team = organization.team_by_id[move.team]
        assert team.status != "archived"
        assert team.people != 0
        assert team.kind != "governance"
        row = after.organization.row_by_id[move.row]
        assert row.raci.accountable == (move.team,)
        assert verdict_of(after.organization, row) == "owned"
        assert move.mends
        assert not keys(report) & {(code, row.subject) for code in move.mends}
        assert move.said.endswith(".")
    assert all(left.said.endswith(".") for left in made.left)
    assert [move.row for move in made.moves] == sorted(move.row for move in made.moves)


def without_owner(organization: Organization) -> set[str]:
    unowned = ("nobody", "nobody answers", "missing owner")
    return {row.id for row in organization.responsibilities if verdict_of(organization, row) in unowned}


@LAWS
@given(documents())
def test_every_move_mends_what_it_promises_and_opens_no_error(document):
    check(document, plan(document, TODAY))


@LAWS
@given(documents())
def test_every_row_without_an_owner_is_moved_or_said(document):
    made = plan(document, TODAY)
    mentioned = [each.row for each in (*made.moves, *made.left)]
    assert len(mentioned) == len(set(mentioned))
    assert without_owner(document.organization) <= set(mentioned)


@LAWS
@given(documents())
def test_each_move_can_be_made_alone(document):
    for move in plan(document, TODAY).moves:
        after = move.command.apply(document)
        assert after.organization.row_by_id[move.row].raci.accountable == (move.team,)
        untouched = (row for row in document.organization.responsibilities if row.id != move.row)
        assert all(after.organization.row_by_id[row.id] is row for row in untouched)


@LAWS
@given(documents())
def test_the_plan_is_one_step_of_undo(document):
    made = plan(document, TODAY)
    if made.command is None:
        assert made.moves == ()
        return
    after = made.command.apply(document)
    history = History.starting(document).then(made.command.label(document), after)
    assert history.undone().document is document
    assert plan(after, TODAY).moves == ()


@LAWS
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(document, random):
    def shuffled(items):
        return tuple(random.sample(items, len(items)))

    organization = document.organization
    lists = ("teams", "services", "responsibilities", "rotations", "escalations")
    other = document.with_organization(
        organization.copy_with(**{name: shuffled(getattr(organization, name)) for name in lists})
    )
    here, there = plan(document, TODAY), plan(other, TODAY)
    assert [(move.row, move.team, move.said) for move in here.moves] == [
        (move.row, move.team, move.said) for move in there.moves
    ]
    assert here.left == there.left


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_it_holds_for_the_samples(path):
    document = read_file(path).document
    made = plan(document, TODAY)
    check(document, made)
    assert without_owner(document.organization) <= {each.row for each in (*made.moves, *made.left)}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_it_holds_for_the_samples_with_every_letter_gone(path):
    document = read_file(path).document
    organization = document.organization
    rows = tuple(changed(row, raci=NO_LETTERS) for row in organization.responsibilities)
    empty = document.with_organization(organization.copy_with(responsibilities=rows))
    made = plan(empty, TODAY)
    check(empty, made)
    assert len(made.moves) + len(made.left) == len(rows)
    assert len(made.left) <= len(rows) // 20


def test_a_matrix_without_letters_is_given_to_those_who_have_it():
    """The reference's 43 rows all find their own way home; of a department with everything filled in, most do."""
    for name, least in (("ruby_web", 43), ("payments_platform", 190)):
        path = next(path for path in SAMPLES if path.stem == name)
        document = read_file(path).document
        organization = document.organization
        rows = tuple(changed(row, raci=NO_LETTERS) for row in organization.responsibilities)
        empty = document.with_organization(organization.copy_with(responsibilities=rows))
        home = [
            move
            for move in plan(empty, TODAY).moves
            if organization.row_by_id[move.row].raci.accountable == (move.team,)
        ]
        assert len(home) >= least
