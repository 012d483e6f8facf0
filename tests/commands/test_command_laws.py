"""What holds for every edit: undo gives the same object back, unchanged is identical, every reference resolves."""

from __future__ import annotations

import pytest
from edits import command_for, commands
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents

from orgmodel.commands import (
    AddTeam,
)
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.history import History
from orgmodel.model import ALERT, Team

LAWS = settings(max_examples=60, deadline=None)


def dangling(document: Document) -> set[str]:
    """Every reference that leads nowhere."""
    organization = document.organization
    teams, rows = organization.team_by_id, organization.row_by_id
    services, layers = organization.service_by_id, organization.layer_by_id
    lost: set[str] = set()

    def check(what: str, names, known) -> None:
        lost.update(f"{what} {name}" for name in names if name is not None and name not in known)

    for each in organization.teams:
        check("team", (each.parent, *each.supports), teams)
    for each in organization.services:
        check("team", (each.team,), teams)
        check("service", each.depends_on, services)
    for each in organization.responsibilities:
        check("team", each.raci, teams)
        check("row", each.depends_on, rows)
        check("service", (each.service,), services)
        check("layer", (each.layer,), layers)
    for each in organization.rotations:
        check("team", (each.team,), teams)
    for each in organization.escalations:
        check("team", (each.source, each.target), {*teams, ALERT})
        check("service", each.services, services)
        check("layer", each.layers, layers)
    things = {each.subject for each in (*organization.teams, *organization.services, *organization.responsibilities)}
    things |= {each.subject for each in (*organization.rotations, *organization.escalations)}
    check("place", [place.subject for place in document.arrangement.chain], things)
    check("view", [view.focus for view in document.views], things)
    check("decision", [about for said in document.decisions for about in said.about], things)
    return lost


def things_named_twice(document: Document) -> bool:
    organization = document.organization
    held = (organization.teams, organization.services, organization.responsibilities, organization.rotations)
    return any(len({thing.id for thing in things}) < len(things) for things in held)


@LAWS
@given(documents(ghosts=False), st.lists(commands, max_size=8), st.data())
def test_after_any_sequence_every_reference_resolves(document, drawn, data):
    assert dangling(document) == set()
    for each in drawn:
        command = command_for(document, each, data)
        if command is None:
            continue
        try:
            document = command.apply(document)
        except CommandRefused:
            continue
        assert dangling(document) == set(), command
        assert not things_named_twice(document), command


@LAWS
@given(documents(), st.lists(commands, max_size=8), st.data())
def test_undoing_everything_gives_each_earlier_document_back(document, drawn, data):
    history = History.starting(document)
    seen, refused = [document], []
    for each in drawn:
        command = command_for(history.document, each, data)
        if command is None:
            continue
        try:
            after = command.apply(history.document)
        except CommandRefused as refusal:
            refused.append(str(refusal))
            continue
        history = history.then(command.label(history.document), after)
        if history.document is not seen[-1]:
            seen.append(history.document)
    assert all(sentence.endswith(".") for sentence in refused), refused
    for earlier in reversed(seen[:-1]):
        history = history.undone()
        assert history.document is earlier
    for later in seen[1:]:
        history = history.redone()
        assert history.document is later


@LAWS
@given(documents(), commands, st.data())
def test_what_changes_nothing_gives_the_same_document(document, drawn, data):
    command = command_for(document, drawn, data)
    if command is None:
        return
    try:
        after = command.apply(document)
    except CommandRefused:
        return
    assert (after == document) is (after is document), command


@LAWS
@given(documents(), commands, st.data())
def test_a_label_says_something_before_and_after(document, drawn, data):
    command = command_for(document, drawn, data)
    if command is None:
        return
    assert command.label(document).strip()
    try:
        assert command.label(command.apply(document)).strip()
    except CommandRefused:
        return


@pytest.mark.parametrize("identifier", ["alert", "Two Words", "", "a--b"])
def test_an_id_that_cannot_be_is_refused(small_document, identifier):
    with pytest.raises(CommandRefused):
        AddTeam(Team(identifier, "New")).apply(small_document)
