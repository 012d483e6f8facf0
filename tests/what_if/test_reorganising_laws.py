"""What holds for every reorganisation: references resolve, undo is exact, nobody's letters are lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from staffed import staffed, what_ifs
from strategies import TEAMS

from orgmodel.commands import HalveTeam, MergeTeams, RemovePerson, RemoveSite, RemoveTeam, SplitTeam
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.history import History
from orgmodel.model import ALERT
from orgmodel.yaml_file import read_text, write_text

LAWS = settings(max_examples=50, deadline=None)


def applied(command, document: Document) -> Document:
    try:
        return command.apply(document)
    except CommandRefused:
        return assume(False)


def lost(document: Document) -> list[str]:
    """Every name of a team, rotation, site or person that leads nowhere, and every one that stands twice."""
    organization = document.organization
    teams = organization.team_by_id
    named = [team for row in organization.responsibilities for team in row.raci]
    named += [service.team for service in organization.services if service.team]
    named += [rotation.team for rotation in organization.rotations]
    named += [end for way in organization.escalations for end in (way.source, way.target) if end != ALERT]
    named += [link for team in organization.teams for link in (*team.supports, team.parent) if link]
    wrong = [team for team in named if team not in teams]
    for team in organization.teams:
        sites = [site.name for site in team.sites]
        wrong += [member.site for member in team.members if member.site and member.site not in sites]
        ids = [member.id for member in team.members]
        wrong += [*(_twice(sites)), *(_twice(ids)), *([team.id] if team.id in (*team.supports, team.parent) else [])]
        assert (team.headcount or 0) >= 0
        assert all((site.headcount or 0) >= 0 for site in team.sites)
    things = {each.subject for each in (*organization.teams, *organization.services, *organization.responsibilities)}
    things |= {each.subject for each in (*organization.rotations, *organization.escalations)}
    said = [about for decision in document.decisions for about in decision.about]
    said += [view.focus for view in document.views if view.focus]
    said += [place.subject for place in document.arrangement.chain]
    said += [about for waiver in document.waivers for about in waiver.on]
    return [*wrong, *(about for about in said if about not in things)]


def _twice(names):
    return [name for name, times in Counter(names).items() if times > 1]


@LAWS
@given(staffed(ghosts=False), st.data())
def test_after_any_of_them_every_reference_resolves(document, data):
    assert lost(document) == []
    command = data.draw(what_ifs(document))
    after = applied(command, document)
    assert lost(after) == [], command


@LAWS
@given(staffed(ghosts=False), st.data())
def test_the_file_holds_what_comes_out(document, data):
    after = applied(data.draw(what_ifs(document)), document)
    assert read_text(write_text(None, after), "after").document == after


@LAWS
@given(staffed(), st.data())
def test_undo_gives_the_same_object_back(document, data):
    command = data.draw(what_ifs(document))
    after = applied(command, document)
    history = History.starting(document).then(command.label(document), after)
    assert history.undone().document is document
    assert history.undone().redone().document is after
    assert command.label(document).strip()
    assert (after == document) is (after is document)


@LAWS
@given(staffed(), st.sampled_from(TEAMS), st.sampled_from(TEAMS))
def test_merging_is_symmetric_in_who_has_what(document, one, other):
    assume(one != other)
    here = applied(MergeTeams(one, other), document).organization
    there = applied(MergeTeams(other, one), document).organization

    def neutral(team):
        return "both" if team in (one, other) else team

    def has(organization):
        rows = [{neutral(team): cell for team, cell in row.raci.items()} for row in organization.responsibilities]
        services = [neutral(service.team) for service in organization.services]
        rotations = [(rotation.id, neutral(rotation.team)) for rotation in organization.rotations]
        ways = {(neutral(way.source), neutral(way.target), way.kind, way.when) for way in organization.escalations}
        merged = next(team for team in organization.teams if neutral(team.id) == "both")
        names = sorted(member.name for member in merged.members)
        return rows, services, rotations, ways, merged.people, merged.status, names, merged.workload

    assert has(here) == has(there)


@LAWS
@given(staffed(), st.sampled_from(TEAMS), st.data())
def test_splitting_and_merging_back_gives_the_same_letters_services_and_chain(document, team, data):
    before = document.organization
    rows = [row.id for row in before.responsibilities if team in row.raci]
    assume(rows)
    chosen = data.draw(st.lists(st.sampled_from(rows), min_size=1, unique=True).map(tuple))
    split = applied(SplitTeam(team, "New Team", chosen, new="new"), document)
    assert all("new" in split.organization.row_by_id[row].raci for row in chosen)
    after = MergeTeams("new", team).apply(split).organization
    assert [row.raci for row in after.responsibilities] == [row.raci for row in before.responsibilities]
    assert after.services == before.services
    assert after.escalations == before.escalations
    assert [each.supports for each in after.teams] == [each.supports for each in before.teams]
    whole = after.team_by_id[team]
    assert whole.people == before.team_by_id[team].people
    assert {member.id for member in whole.members} == {member.id for member in before.team_by_id[team].members}


@LAWS
@given(staffed(), st.sampled_from(TEAMS))
def test_half_of_a_team_is_half_rounded_up(document, team):
    before = document.organization.team_by_id[team]
    after = applied(HalveTeam(team), document).organization.team_by_id[team]
    assert after.people == (before.people + 1) // 2


@pytest.mark.parametrize("status", ["active", "archived"])
def test_the_last_team_can_be_taken_apart_or_says_why_not(status, small_document):
    alone = RemoveTeam("sre").apply(small_document)
    organization = alone.organization
    (team,) = organization.teams
    alone = alone.with_organization(
        organization.copy_with(teams=(type(team)(team.id, team.name, status=status, headcount=0),))
    )
    commands = (
        RemoveTeam("app"),
        MergeTeams("app", "app"),
        MergeTeams("app", "none"),
        HalveTeam("app"),
        SplitTeam("app", "New", ("code",)),
        RemoveSite("app", "London"),
        RemovePerson("app", "Ana"),
    )
    sentences = []
    for command in commands:
        try:
            command.apply(alone)
        except CommandRefused as refusal:
            sentences.append(str(refusal))
    assert sentences == [
        "App Team cannot be merged with itself: choose another team.",
        "There is no team “none”: add it first, or choose another.",
        "App Team has no people: it cannot be halved.",
        "App Team has no people: it cannot be split.",
        "App Team has no site “London”.",
        "App Team has nobody called “Ana”.",
    ]
