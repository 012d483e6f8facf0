"""Organisations drawn at random whose teams have people, sites and rotations: for laws of what-if."""

from __future__ import annotations

from hypothesis import strategies as st
from strategies import TEAMS, documents, perhaps

from orgmodel.commands import HalveTeam, MergeTeams, RemovePerson, RemoveSite, RemoveTeam, SplitTeam
from orgmodel.model import ALWAYS, Member, PersonId, RotationId, Site, Workload
from orgmodel.model.value import changed

SITES = ("London", "Denver", "Oslo")
ZONES = ("Europe/London", "America/Denver", "Europe/Oslo")
PEOPLE = ("Ana", "Ben", "Cem", "Dua", "Eli")


@st.composite
def staffed_teams(draw, team):
    where = draw(st.lists(st.sampled_from(range(3)), max_size=2, unique=True))
    sites = tuple(
        Site(SITES[place], draw(st.sampled_from((None, ZONES[place], ZONES[0]))), draw(perhaps(st.integers(0, 6))))
        for place in where
    )
    names = draw(st.lists(st.sampled_from(PEOPLE), max_size=4, unique=True))
    members = tuple(
        Member(
            PersonId(draw(st.sampled_from((name.lower(), "p"))) + str(number)),
            name,
            site=draw(st.sampled_from([None, *(site.name for site in sites)])),
        )
        for number, name in enumerate(names)
    )
    return changed(
        team,
        sites=sites,
        members=members,
        lead=draw(perhaps(st.sampled_from(PEOPLE))),
        workload=draw(perhaps(st.builds(Workload, perhaps(st.floats(0, 100)), perhaps(st.floats(0, 100))))),
    )


@st.composite
def staffed(draw, *, ghosts=True):
    """`strategies.documents()` with sites that members name, people in rotations, and no team above itself."""
    document = draw(documents(ghosts=ghosts))
    organization = document.organization
    teams = [draw(staffed_teams(team)) for team in organization.teams]
    for place, team in enumerate(teams):
        above = [other.id for other in teams[:place]]
        teams[place] = changed(team, parent=draw(perhaps(st.sampled_from(above))) if above else None)
    people = st.lists(st.sampled_from((*PEOPLE, "p0", "ana0")), max_size=3, unique=True).map(tuple)
    rotations = tuple(
        changed(
            rotation,
            coverage=draw(perhaps(st.just(ALWAYS))),
            timezone=draw(perhaps(st.sampled_from(ZONES))),
            members=draw(perhaps(st.integers(0, 9) | people)),
        )
        for rotation in organization.rotations
    )
    return document.with_organization(organization.copy_with(teams=tuple(teams), rotations=rotations))


@st.composite
def what_ifs(draw, document):
    """A reorganisation of one of the teams of a document; it may be refused."""
    organization = document.organization
    team, other = draw(st.sampled_from(TEAMS)), draw(st.sampled_from(TEAMS))
    rows = [row.id for row in organization.responsibilities if team in row.raci]
    rotations = [rotation.id for rotation in organization.rotations if rotation.team == team]
    return draw(
        st.one_of(
            st.just(RemoveTeam(team)),
            st.just(MergeTeams(team, other)),
            st.just(HalveTeam(team)),
            st.builds(RemoveSite, st.just(team), st.sampled_from(SITES)),
            st.builds(RemovePerson, st.just(team), st.sampled_from((*PEOPLE, "p0", "ana0"))),
            st.builds(
                SplitTeam,
                st.just(team),
                st.just("New Team"),
                st.lists(st.sampled_from(rows), unique=True).map(tuple) if rows else st.just(()),
                perhaps(st.integers(0, 9)),
                st.just(tuple(rotations[:1])) | st.just((RotationId("none"),)) | st.just(()),
            ),
        )
    )
