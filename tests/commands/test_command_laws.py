"""What holds for every edit: undo gives the same object back, unchanged is identical, every reference resolves."""

from __future__ import annotations

from contextlib import suppress

import pytest
from edits import DRAWN, NAMED_BY_VALUE, command_for, commands
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import documents, documents_of_files

import orgmodel.commands
from orgmodel.commands import AddTeam
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.history import History
from orgmodel.model import ALERT, Team
from orgmodel.yaml_file import read_text, write_text

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
        check("area", (each.area,), organization.area_by_id)
    for each in organization.teams:
        check("site", [member.site for member in each.members], {site.name for site in each.sites})
    for each in organization.rotations:
        check("team", (each.team,), teams)
    for each in organization.escalations:
        check("team", (each.source, each.target), {*teams, ALERT})
        check("service", each.services, services)
        check("layer", each.layers, layers)
    things = {each.subject for each in (*organization.teams, *organization.services, *organization.responsibilities)}
    things |= {each.subject for each in (*organization.rotations, *organization.escalations, *organization.assessments)}
    things |= {each.subject for each in (*organization.layers, *organization.areas)}
    things |= {f"person:{team.id}/{member.id}" for team in organization.teams for member in team.members}
    things |= {f"person:{team.id}/{team.lead}" for team in organization.teams}
    by_hand = (each for each in organization.rotations if isinstance(each.members, tuple))
    things |= {f"person:{each.team}/{name}" for each in by_hand for name in each.members}
    things |= {f"waiver:{waiver.rule}/1" for waiver in document.waivers} | {"organization"}
    check("place", [place.subject for place in document.arrangement.chain], things)
    check("view", [view.focus for view in document.views], things)
    check("decision", [about for said in document.decisions for about in said.about], things)
    return lost


def things_named_twice(document: Document) -> bool:
    organization = document.organization
    held = (
        *(organization.teams, organization.services, organization.responsibilities, organization.rotations),
        *(organization.layers, organization.areas, organization.questionnaires, organization.assessments),
    )
    return any(len({thing.id for thing in things}) < len(things) for things in held)


@LAWS
@given(documents_of_files(), st.lists(commands, max_size=8), st.data())
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


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(documents_of_files(), st.lists(commands, min_size=100, max_size=100), st.data())
def test_a_hundred_edits_leave_every_reference_whole(document, drawn, data):
    history = History.starting(document)
    for each in drawn:
        command = command_for(history.document, each, data)
        with suppress(CommandRefused):
            if command is not None:
                history = history.then("Edit", command.apply(history.document))
        assert dangling(history.document) == set(), command
        assert not things_named_twice(history.document), command
    after = history.document
    assert read_text(write_text(None, after), "drawn.yaml").document == after
    while history.undo_label:
        history = history.undone()
    assert history.document is document


@LAWS
@given(documents_of_files(), st.lists(commands, max_size=6), st.data())
def test_a_file_holds_what_edits_make_and_reads_back_the_same(document, drawn, data):
    file = read_text(write_text(None, document), "drawn.yaml")
    for each in drawn:
        command = command_for(file.document, each, data)
        if command is None:
            continue
        try:
            after = command.apply(file.document)
        except CommandRefused:
            continue
        file = read_text(write_text(file, after), "drawn.yaml")
        assert file.document == after, command


def test_every_class_of_command_is_drawn():
    drawn = {*DRAWN, *NAMED_BY_VALUE, orgmodel.commands.Together}
    there = {getattr(orgmodel.commands, name) for name in orgmodel.commands.__all__} - {orgmodel.commands.Command}
    assert there == drawn


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
