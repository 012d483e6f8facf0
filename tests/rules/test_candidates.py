"""Who could take a row: the order, the reasons, and who is never asked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import organizations

from orgmodel.graph import OrgGraph
from orgmodel.model import Organization, Raci, Responsibility, Rotation, Service, Team
from orgmodel.model.value import changed
from orgmodel.rules.candidates import ranked

GAP = Responsibility("scaling", "Scaling", service="shop", layer="environment", area="capacity-performance")


def organization(**changes):
    return Organization(
        name="Shop",
        teams=(
            Team("app", "App Team", "application"),
            Team("infra", "Infra", "infrastructure-sre", headcount=2),
            Team("other-sre", "Other SRE", "application-sre", headcount=4),
            Team("shop-sre", "Shop SRE", "application-sre", headcount=4, supports=("app",)),
            Team("head", "Head", "governance"),
            Team("old", "Old SRE", "application-sre", status="archived"),
            Team("empty", "Empty SRE", "application-sre", headcount=0),
        ),
        services=(Service("shop", "Shop", "app"),),
        responsibilities=(GAP, *changes.pop("rows", ())),
        **changes,
    )


def names(organization, most=None):
    graph = OrgGraph(organization)
    return [candidate.team for candidate in ranked(graph, graph.rows[0], most)]


def test_the_home_layer_and_the_services_own_chain_come_first():
    assert names(organization()) == ["shop-sre", "other-sre", "app", "infra"]
    assert names(organization(), 2) == ["shop-sre", "other-sre"]


def test_a_team_says_why_the_weightiest_first():
    graph = OrgGraph(organization())
    assert ranked(graph, graph.rows[0], 1)[0].reasons == (
        "is at home in the layer Web Application Environment",
        "supports App Team",
    )


def test_other_rows_of_the_place_and_the_area_and_being_on_call_count():
    row = Responsibility(
        "tuning", "Tuning", service="shop", layer="environment", area="capacity-performance", raci=Raci({"infra": "A"})
    )
    graph = OrgGraph(organization(rows=(row,), rotations=(Rotation("infra-primary", "infra"),)))
    infra = {candidate.team: candidate for candidate in ranked(graph, graph.rows[0])}["infra"]
    assert infra.reasons == (
        "answers for other rows of this layer and service",
        "has other rows of Capacity Planning & System Performance",
        "is on call",
    )
    assert names(graph.organization) == ["shop-sre", "infra", "other-sre", "app"]


def test_of_equals_the_team_with_fewer_rows_a_head_comes_first():
    rows = tuple(Responsibility(f"row-{place}", "Row", raci=Raci({"a-sre": "A"})) for place in range(4))
    equal = Organization(
        name="Equal",
        teams=(
            Team("a-sre", "A SRE", "application-sre", headcount=4),
            Team("b-sre", "B SRE", "application-sre", headcount=4),
        ),
        responsibilities=(Responsibility("scaling", "Scaling", layer="environment"), *rows),
    )
    assert names(equal) == ["b-sre", "a-sre"]


def test_some_teams_can_be_ranked_among_themselves():
    graph = OrgGraph(organization())
    among = ranked(graph, graph.rows[0], among=("infra", "shop-sre", "head"))
    assert [candidate.team for candidate in among] == ["shop-sre", "infra"]


def test_few_rows_a_head_come_first_and_an_unknown_number_of_people_is_the_mean():
    rows = tuple(Responsibility(f"r{n}", "Row", raci=Raci({team: "A"})) for n, team in enumerate("aaaaabcc"))
    teams = (Team("a", "A", headcount=5), Team("b", "B", headcount=5), Team("c", "C"))
    graph = OrgGraph(Organization(name="Loads", teams=teams, responsibilities=(*rows, Responsibility("gap", "Gap"))))
    candidates = ranked(graph, graph.rows[-1])
    assert [candidate.team for candidate in candidates] == ["b", "c", "a"]
    assert candidates[0].reasons == ("carries little: 1 row with 5 people",)
    assert candidates[1].reasons == (), "how many people it has is unknown"


def test_the_best_of_many_are_the_first_of_all():
    teams = tuple(Team(f"t{n}", f"Team {n}", "application-sre" if n % 7 else "frontline") for n in range(60))
    rows = tuple(
        Responsibility(
            f"r{n}", "Row", service="shop", layer="environment", area="monitoring", raci=Raci({f"t{n}": "A"})
        )
        for n in range(0, 60, 3)
    )
    shop = Service("shop", "Shop", "t5")
    gap = Responsibility("gap", "Gap", service="shop", layer="environment", area="monitoring")
    graph = OrgGraph(Organization(name="Many", teams=teams, services=(shop,), responsibilities=(*rows, gap)))
    everybody = ranked(graph, graph.rows[-1])
    assert len(everybody) == 60
    for most in (1, 5, 24, 30, 60):
        assert ranked(graph, graph.rows[-1], most) == everybody[:most]


@given(organizations(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_file_does_not_matter(drawn, random):
    def shuffled(items):
        return tuple(random.sample(items, len(items)))

    other = drawn.copy_with(
        teams=tuple(changed(team, supports=shuffled(team.supports)) for team in shuffled(drawn.teams)),
        responsibilities=shuffled(drawn.responsibilities),
        services=shuffled(drawn.services),
        rotations=shuffled(drawn.rotations),
    )
    graph, again = OrgGraph(drawn), OrgGraph(other)
    by_id = {row.id: row for row in again.rows}
    for row in graph.rows:
        assert ranked(graph, row) == ranked(again, by_id[row.id])
