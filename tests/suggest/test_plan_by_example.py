"""Plans that anybody can read, and the reasons that go with them."""

from __future__ import annotations

from datetime import date

from orgmodel.document import Document, Waiver
from orgmodel.graph import OrgGraph
from orgmodel.model import (
    ALERT,
    Escalation,
    Member,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    Service,
    Settings,
    Team,
)
from orgmodel.suggest import candidates_for, plan

TODAY = date(2026, 11, 22)
WEB = Team("web", "Web Team", "application", headcount=6)
SRE = Team("sre", "Web SRE", "application-sre", supports=("web",), headcount=6)
HEAD = Team("head", "Head", "governance", headcount=1)


def planned(*rows, teams=(WEB, SRE, HEAD), waivers=(), **more):
    organization = Organization(
        "Shop", teams=teams, services=(Service("shop", "Shop", "web"),), responsibilities=rows, **more
    )
    return plan(Document(organization, waivers=waivers), TODAY)


def owners(made):
    return {move.row: move.team for move in made.moves}


def owned(number, team="sre", layer="environment"):
    return tuple(
        Responsibility(f"{team}-{place}", f"{team} {place}", layer=layer, raci=Raci({team: "A"}))
        for place in range(number)
    )


def test_a_row_that_nobody_does_goes_to_the_home_of_its_layer_with_reasons():
    made = planned(Responsibility("scaling", "Scaling", service="shop", layer="environment"))
    (move,) = made.moves
    assert (move.team, move.letters, move.mends) == ("sre", "A", ("GAP001",))
    assert move.reasons == ("is at home in the layer Web Application Environment", "supports Web Team")
    assert move.said == (
        "“Scaling” goes to Web SRE: it is at home in the layer Web Application Environment and supports Web Team."
    )
    assert [other.team for other in move.others] == ["web"]
    assert made.command.label(None) == "Find an owner for 1 row"
    assert [(burden.team, burden.before, burden.after, burden.share) for burden in made.burdens] == [("sre", 0, 1, 0.5)]
    assert "GAP001" in [finding.code for finding in made.changes.fixed]


def test_a_shared_row_goes_to_one_of_those_who_do_it():
    made = planned(Responsibility("tuning", "Tuning", layer="infrastructure", raci=Raci({"web": "R", "sre": "R"})))
    (move,) = made.moves
    assert (move.letters, move.mends, move.reasons[0]) == ("AR", ("GAP002",), "does the work already")


def test_a_team_that_is_gone_is_cleared_and_the_one_that_was_meant_comes_first():
    made = planned(Responsibility("code", "Code", layer="application", raci=Raci({"sree": "A", "web": "C"})))
    (move,) = made.moves
    assert (move.team, move.mends, move.reasons[0]) == ("sre", ("GAP003",), "is probably meant by “sree”")
    assert move.said.endswith(" “sree” is not there and is cleared from it.")


def test_who_does_the_work_beside_an_owner_that_is_gone_answers_for_it():
    made = planned(Responsibility("code", "Code", raci=Raci({"gone": "A", "web": "R"})))
    (move,) = made.moves
    assert (move.team, move.letters) == ("web", "AR")


def test_a_letter_of_a_missing_team_beside_an_owner_is_no_gap():
    made = planned(Responsibility("code", "Code", raci=Raci({"gone": "I", "web": "A"})))
    assert (made.moves, made.left, made.command) == ((), (), None)


def test_equal_teams_share_and_nobody_gets_more_than_one_and_a_half_times_its_share():
    twins = (Team("a", "A", "application-sre", headcount=4), Team("b", "B", "application-sre", headcount=4))
    rows = tuple(Responsibility(f"r{place}", f"Row {place}", layer="environment") for place in range(6))
    assert sorted(owners(planned(*rows, teams=twins)).values()) == ["a", "a", "a", "b", "b", "b"]
    crowded = planned(*rows[:1], *owned(9), teams=(SRE, Team("desk", "Desk", "frontline", headcount=6)))
    assert crowded.moves == ()
    assert crowded.left[0].said == (
        "“Row 0” fits nowhere: only Web SRE is near it, and has 9 rows by then; a fair share is 5.0."
    )
    assert [other.team for other in crowded.left[0].others] == ["sre"]


def test_where_there_is_not_room_for_all_the_critical_row_comes_first():
    rows = (
        Responsibility("a-minor", "Minor", layer="environment", criticality=4),
        Responsibility("b-major", "Major", layer="environment", criticality=1),
    )
    made = planned(
        *rows, *owned(7), *owned(1, "desk", "frontline"), teams=(SRE, Team("desk", "Desk", "frontline", headcount=6))
    )
    assert owners(made) == {"b-major": "sre"}
    assert [left.row for left in made.left] == ["a-minor"]


def test_nobody_is_given_a_row_that_would_be_an_error_for_them():
    alone = Team("sre", "Web SRE", "application-sre", members=(Member("ana", "Ana"),))
    row = Responsibility("database", "Database", layer="environment", criticality=1)
    assert owners(planned(row, teams=(alone, WEB))) == {"database": "web"}
    made = planned(row, teams=(alone, HEAD))
    assert made.left[0].said == (
        "Nobody can take “Database” without a new error: not Web SRE, because it is one person and the row is critical."
    )


def test_a_page_has_to_reach_the_team():
    row = Responsibility("database", "Database", layer="environment", paged=True)
    made = planned(row, escalations=(Escalation(ALERT, "web"),), rotations=(Rotation("web-primary", "web"),))
    assert owners(made) == {"database": "web"}


def test_a_level_above_is_added_once_for_all():
    rows = tuple(Responsibility(name, name, layer="environment", criticality=1) for name in ("one", "two"))
    made = planned(*rows, teams=(SRE, WEB), escalations=(Escalation(ALERT, "sre"), Escalation(ALERT, "web")))
    assert [move.adds_level for move in made.moves] == [True, True]
    after = made.command.apply(Document(Organization("Shop", teams=(SRE, WEB), responsibilities=rows))).organization
    assert [team.id for team in after.teams] == ["sre", "web", "management"]


def test_without_a_team_that_can_take_rows_it_says_so():
    row = Responsibility("code", "Code")
    archived = Team("old", "Old", status="archived")
    empty = Team("empty", "Empty", headcount=0)
    for teams in ((), (HEAD,), (archived, empty, HEAD)):
        made = planned(row, teams=teams)
        assert made.command is None
        assert [left.said for left in made.left] == ["There is no team with people that could take “Code”."]
    shared = planned(
        Responsibility("code", "Code", raci=Raci({"head": "R", "board": "R"})),
        teams=(HEAD, Team("board", "Board", "governance")),
    )
    assert [left.said for left in shared.left] == [
        "“Code” is done by governance alone, and the tool gives governance no rows."
    ]


def test_an_accepted_gap_stays_and_a_rule_that_is_off_finds_none():
    row = Responsibility("code", "Code")
    waiver = Waiver("GAP001", ("responsibility:code",), "The new team starts in May.", date(2027, 5, 1))
    made = planned(row, waivers=(waiver,))
    assert [left.said for left in made.left] == [
        "That “Code” has no owner is accepted until 1 May 2027: The new team starts in May."
    ]
    silent = planned(row, settings=Settings(rules=(("GAP001", "off"),)))
    assert (silent.moves, silent.left) == ((), ())


def test_one_row_has_candidates_that_nothing_stands_against():
    rows = (
        Responsibility("database", "Database", layer="environment", criticality=1),
        Responsibility("tuning", "Tuning", layer="environment", raci=Raci({"web": "R", "desk": "R"})),
    )
    teams = (WEB, Team("sre", "SRE", "application-sre", headcount=1), Team("desk", "Desk", "frontline", headcount=9))
    graph = OrgGraph(Organization("Shop", teams=teams, responsibilities=rows))
    assert [each.team for each in candidates_for(graph, graph.rows[0])] == ["desk", "web"]
    assert [each.team for each in candidates_for(graph, graph.rows[1])] == ["desk", "web", "sre"]
    assert [each.team for each in candidates_for(graph, graph.rows[1], 1)] == ["desk"]


def test_work_two_layers_from_home_is_given_only_where_nobody_is_nearer():
    row = Responsibility("capacity", "Capacity", service="shop", layer="infrastructure")
    desk = Team("desk", "Desk", "frontline", headcount=6)
    assert owners(planned(row, teams=(WEB, SRE, desk))) == {"capacity": "sre"}
    assert owners(planned(row, teams=(WEB, desk))) == {"capacity": "web"}
    assert owners(planned(row, teams=(WEB, desk, Team("ops", "Operations")))) == {"capacity": "ops"}
