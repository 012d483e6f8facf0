"""What merging, splitting, halving, and closing a site leave behind, said with one small organisation."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.commands import HalveTeam, MergeTeams, RemovePerson, RemoveSite, SplitTeam
from orgmodel.document import Arrangement, Decision, Document, Place
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    ALWAYS,
    Assessment,
    Escalation,
    Member,
    Organization,
    Raci,
    Rating,
    Responsibility,
    Rotation,
    Service,
    Site,
    Team,
    Workload,
)
from orgmodel.model.value import changed

LONDON, DENVER = Site("London", "Europe/London", 5), Site("Denver", "America/Denver", 3)


@pytest.fixture
def document():
    return Document(
        Organization(
            name="Shop",
            teams=(
                Team("app", "App Team", "application", headcount=6, lead="Kim", members=(Member("kim", "Kim"),)),
                Team(
                    "sre",
                    "App SRE",
                    "application-sre",
                    supports=("app",),
                    headcount=8,
                    sites=(LONDON, DENVER),
                    members=(
                        Member("ana", "Ana", site="London"),
                        Member("kim", "Kim Other", site="Denver"),
                        Member("lee", "Lee", site="Denver"),
                    ),
                    workload=Workload(operations=40),
                ),
                Team("infra", "Infra", "infrastructure-sre", parent="sre", workload=Workload(operations=30, toil=10)),
            ),
            services=(Service("shop", "Shop", "app"), Service("till", "Till", "sre")),
            responsibilities=(
                Responsibility("code", "Code", service="shop", raci=Raci({"app": "A", "sre": "C"})),
                Responsibility("database", "Database", service="till", raci=Raci({"sre": "A", "app": "R"})),
                Responsibility("alerts", "Alerts", service="till", raci=Raci({"sre": "AR"})),
                Responsibility("scaling", "Scaling", raci=Raci({"sre": "A", "infra": "I"})),
            ),
            rotations=(
                Rotation("sre-all", "sre", coverage=ALWAYS, members=8),
                Rotation("sre-denver", "sre", timezone="America/Denver", members=3),
                Rotation("sre-named", "sre", level=2, members=("ana", "kim", "Guest")),
                Rotation("app-primary", "app", members=("kim", "lee")),
            ),
            escalations=(Escalation(ALERT, "sre"), Escalation("sre", "app"), Escalation("sre", "infra")),
            assessments=(Assessment("a", "q", date(2026, 1, 1), (("1", Rating(2, owner="app")), ("2", Rating(3)))),),
        ),
        Arrangement((Place("team:app", 1.0, 2.0),)),
        decisions=(Decision(date(2026, 1, 1), "Said.", about=("team:app", "person:app/kim", "escalation:sre->app")),),
    )


def rotations(document):
    return {rotation.id: rotation.members for rotation in document.organization.rotations}


def test_a_merged_team_has_what_both_had(document):
    after = MergeTeams("app", "sre", "Shop Team").apply(document)
    organization = after.organization
    assert [team.id for team in organization.teams] == ["sre", "infra"]
    merged = organization.team_by_id["sre"]
    assert (merged.name, merged.kind, merged.headcount, merged.lead) == ("Shop Team", "application-sre", 14, "Kim")
    assert merged.supports == ()
    assert [dict(row.raci) for row in organization.responsibilities] == [
        {"sre": "A"},
        {"sre": "AR"},
        {"sre": "AR"},
        {"sre": "A", "infra": "I"},
    ]
    assert [service.team for service in organization.services] == ["sre", "sre"]
    assert [(way.source, way.target) for way in organization.escalations] == [(ALERT, "sre"), ("sre", "infra")]
    assert organization.assessments[0].ratings[0][1].owner == "sre"


def test_people_who_share_an_id_stay_two_people_in_their_rotations(document):
    after = MergeTeams("app", "sre").apply(document)
    merged = after.organization.team_by_id["sre"]
    assert [(member.id, member.name) for member in merged.members] == [
        ("ana", "Ana"),
        ("kim", "Kim Other"),
        ("lee", "Lee"),
        ("kim-2", "Kim"),
    ]
    assert rotations(after)["app-primary"] == ("kim-2", "lee")
    assert after.decisions[0].about == ("team:sre", "person:sre/kim-2")
    assert after.arrangement.chain == (Place("team:sre", 1.0, 2.0),)


def test_the_headcount_of_a_merged_team_is_unknown_where_one_is(document):
    merged = MergeTeams("infra", "sre").apply(document).organization.team_by_id["sre"]
    assert merged.headcount is None
    assert [site.headcount for site in merged.sites] == [None, None]
    assert merged.workload == Workload(operations=40, toil=10)


def test_a_team_merged_into_the_one_below_it_stands_where_it_stood(document):
    after = MergeTeams("sre", "infra").apply(document).organization
    assert after.team_by_id["infra"].parent is None
    assert after.team_by_id["infra"].supports == ("app",)


def test_one_place_is_one_site_and_two_places_of_one_name_are_two(document):
    organization = document.organization
    app = changed(organization.teams[0], sites=(changed(LONDON, headcount=2), Site("Denver", "Europe/Oslo", 4)))
    document = document.with_organization(organization.copy_with(teams=(app, *organization.teams[1:])))
    merged = MergeTeams("app", "sre").apply(document).organization.team_by_id["sre"]
    assert [(site.name, site.headcount) for site in merged.sites] == [
        ("London", 7),
        ("Denver", 3),
        ("Denver (App Team)", 4),
    ]


def test_half_of_a_team_goes_from_sites_rotations_and_lists(document):
    after = HalveTeam("sre").apply(document)
    team = after.organization.team_by_id["sre"]
    assert team.headcount == 4
    assert [(site.name, site.headcount) for site in team.sites] == [("London", 3), ("Denver", 1)]
    assert [member.id for member in team.members] == ["ana", "kim"]
    assert rotations(after) == {
        "sre-all": 4,
        "sre-denver": 2,
        "sre-named": ("ana", "kim", "Guest"),
        "app-primary": ("kim", "lee"),
    }


def test_a_site_is_kept_while_somebody_who_stays_is_there(document):
    sites = (Site("London", headcount=2), Site("Denver", headcount=1))
    team = Team("few", "Few", sites=sites, members=(Member("ana", "Ana", site="Denver"), Member("ben", "Ben")))
    after = HalveTeam("few").apply(Document(Organization("Few", teams=(team,)))).organization.team_by_id["few"]
    assert [member.id for member in after.members] == ["ben"]
    assert [(site.name, site.headcount) for site in after.sites] == [("London", 2)]
    there = changed(team, members=(Member("ana", "Ana", site="Denver"),))
    after = HalveTeam("few").apply(Document(Organization("Few", teams=(there,)))).organization.team_by_id["few"]
    assert [(site.name, site.headcount) for site in after.sites] == [("London", 2), ("Denver", 0)]


def test_a_closed_site_takes_its_people_and_its_own_rotation_along(document):
    after = RemoveSite("sre", "Denver").apply(document)
    team = after.organization.team_by_id["sre"]
    assert (team.headcount, team.sites) == (5, (LONDON,))
    assert [member.id for member in team.members] == ["ana"]
    assert rotations(after) == {"sre-all": 5, "sre-named": ("ana", "Guest"), "app-primary": ("kim", "lee")}


def test_without_its_only_site_a_team_has_nobody(document):
    one_site = RemoveSite("sre", "Denver").apply(document)
    after = RemoveSite("sre", "London").apply(one_site)
    assert after.organization.team_by_id["sre"].people == 0
    assert list(rotations(after)) == ["app-primary"]


def test_a_site_of_unknown_size_leaves_an_unknown_number(document):
    organization = document.organization
    teams = [changed(team, sites=(LONDON, changed(DENVER, headcount=None)), members=()) for team in organization.teams]
    document = document.with_organization(organization.copy_with(teams=tuple(teams)))
    assert RemoveSite("sre", "Denver").apply(document).organization.team_by_id["sre"].people == 5
    after = RemoveSite("sre", "London").apply(document).organization
    assert after.team_by_id["sre"].people == 3
    unknown = [changed(team, sites=(Site("London"), Site("Denver"))) for team in teams]
    document = document.with_organization(organization.copy_with(teams=tuple(unknown)))
    after = RemoveSite("sre", "Denver").apply(document)
    assert after.organization.team_by_id["sre"].people is None
    assert rotations(after)["sre-all"] is None


def test_a_person_goes_from_the_team_its_site_and_every_list(document):
    after = RemovePerson("sre", "lee").apply(document)
    team = after.organization.team_by_id["sre"]
    assert (team.headcount, [site.headcount for site in team.sites]) == (7, [5, 2])
    assert [member.id for member in team.members] == ["ana", "kim"]
    assert rotations(after)["sre-all"] == 7
    assert rotations(after)["app-primary"] == ("kim", "lee"), "that is a plain name, and not theirs"
    assert RemovePerson("sre", "lee").label(document) == "Take away Lee"


def test_somebody_known_by_name_alone_goes_from_the_rotations(document):
    after = RemovePerson("sre", "Guest").apply(document)
    assert rotations(after)["sre-named"] == ("ana", "kim")
    assert after.organization.team_by_id["sre"].headcount == 8, "its members are listed, and this is none of them"
    lead = RemovePerson("app", "kim").apply(document).organization.team_by_id["app"]
    assert (lead.lead, lead.headcount, lead.members) == (None, 5, ())


def test_an_id_in_another_team_is_somebody_else(document):
    organization = document.organization
    app = changed(organization.teams[0], members=(Member("Guest", "Gus"),), lead="  GUEST ")
    rotation = changed(organization.rotations[3], members=("Guest", "lee"))
    other = organization.copy_with(
        teams=(app, *organization.teams[1:]), rotations=(*organization.rotations[:3], rotation)
    )
    after = RemovePerson("sre", "Guest").apply(document.with_organization(other))
    assert rotations(after)["app-primary"] == ("Guest", "lee")
    assert after.organization.team_by_id["app"].lead is None, "a lead is known by name"


def test_the_last_person_of_a_rotation_takes_it_along(document):
    after = RemovePerson("app", "Kim").apply(document)
    assert rotations(after)["app-primary"] == ("lee",)
    assert "app-primary" not in rotations(RemovePerson("app", "lee").apply(after))


def test_a_split_takes_rows_people_service_and_a_place_in_the_chain(document):
    after = SplitTeam("sre", "Till SRE", ("database", "alerts"), headcount=3, rotations=("sre-denver",)).apply(document)
    organization = after.organization
    assert [team.id for team in organization.teams] == ["app", "sre", "till-sre", "infra"]
    old, new = organization.team_by_id["sre"], organization.team_by_id["till-sre"]
    assert (old.headcount, new.headcount, new.kind, new.supports) == (5, 3, "application-sre", ("app",))
    assert [(site.name, site.headcount) for site in new.sites] == [("London", 2), ("Denver", 1)]
    assert [(site.name, site.headcount) for site in old.sites] == [("London", 3), ("Denver", 2)]
    assert dict(organization.row_by_id["database"].raci) == {"till-sre": "A", "app": "R"}
    assert dict(organization.row_by_id["scaling"].raci) == {"sre": "A", "infra": "I"}
    assert organization.service_by_id["till"].team == "till-sre"
    assert [(way.source, way.target) for way in organization.escalations] == [
        (ALERT, "sre"),
        (ALERT, "till-sre"),
        ("sre", "app"),
        ("till-sre", "app"),
        ("sre", "infra"),
        ("till-sre", "infra"),
    ]
    assert [rotation.team for rotation in organization.rotations] == ["sre", "till-sre", "sre", "app"]


def test_without_a_number_people_go_as_the_rows_do(document):
    after = SplitTeam("sre", "New", ("scaling",)).apply(document).organization
    assert [after.team_by_id[team].headcount for team in ("sre", "new")] == [5, 3]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (SplitTeam("sre", "New"), "Say which rows of App SRE the new team takes, or how many people."),
        (SplitTeam("sre", "New", headcount=8), "8 people cannot go from App SRE: choose from 1 to 7."),
        (
            SplitTeam("sre", "New", ("code", "gone")),
            "There is no row “gone” any more.",
        ),
        (SplitTeam("infra", "New", ("code",)), "Infra has nothing to do with “Code”: leave that row where it is."),
        (SplitTeam("sre", "New", headcount=2, rotations=("app-primary",)), "App SRE has no rotation “app-primary”."),
        (SplitTeam("sre", "New", headcount=2, new="app"), "There is a team “app” already: choose another id."),
        (SplitTeam("sre", " ", headcount=2), "A team needs a name."),
        (MergeTeams("app", "sre", ""), "A team needs a name."),
        (HalveTeam("infra"), "How many people Infra has is unknown: give it a headcount first."),
        (HalveTeam("gone"), "There is no team “gone”: add it first, or choose another."),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(document, command, sentence):
    with pytest.raises(CommandRefused) as refused:
        command.apply(document)
    assert str(refused.value) == sentence
