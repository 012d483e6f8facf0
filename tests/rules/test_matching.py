"""As many as can be are served, whoever was served stays served, and it takes no recursion."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.rules.single_points.matching import Matching


@st.composite
def wanting(draw):
    servers = draw(st.integers(1, 6))
    wanted = draw(st.lists(st.lists(st.integers(0, servers - 1), unique=True, max_size=4), max_size=14))
    return wanted, draw(st.lists(st.integers(0, 4), min_size=servers, max_size=servers))


def most_that_can_be_served(wanted, room):
    """Hopcroft-Karp of networkx, with every place of every server a node of its own."""
    graph = nx.Graph()
    graph.add_nodes_from(("wants", number) for number in range(len(wanted)))
    for number, servers in enumerate(wanted):
        graph.add_edges_from(
            (("wants", number), (server, place)) for server in servers for place in range(room[server])
        )
    top = {("wants", number) for number in range(len(wanted))}
    return len(nx.bipartite.hopcroft_karp_matching(graph, top)) // 2


def is_possible(matching, wanted, room):
    given = matching.given
    taken = [list(given.values()).count(server) for server in range(len(room))]
    return all(server in wanted[each] for each, server in given.items()) and all(
        number <= most for number, most in zip(taken, room, strict=True)
    )


@given(wanting())
def test_as_many_are_served_as_can_be(drawn):
    wanted, room = drawn
    matching = Matching(wanted, room)
    matching.serve(range(len(wanted)))
    assert is_possible(matching, wanted, room)
    assert len(matching.given) == most_that_can_be_served(wanted, room)


@given(wanting(), st.integers(0, 14))
def test_those_served_first_are_as_many_as_can_be_of_them_and_stay_served(drawn, first):
    wanted, room = drawn
    matching = Matching(wanted, room)
    matching.serve(range(min(first, len(wanted))))
    before = set(matching.given)
    assert len(before) == most_that_can_be_served(wanted[:first], room)
    matching.serve(range(len(wanted)))
    assert before <= set(matching.given)
    assert is_possible(matching, wanted, room)
    assert len(matching.given) == most_that_can_be_served(wanted, room)


def test_a_thousand_may_have_to_move_for_one():
    many = 3000
    wanted = [[number, number + 1] for number in range(many)]
    matching = Matching([*wanted, [0]], [1] * (many + 1))
    matching.serve(range(many))
    matching.serve([many])
    assert len(matching.given) == many + 1
    assert matching.given[many] == 0


def test_one_server_with_room_for_many_is_asked_by_all_at_once():
    matching = Matching([[0]] * 5000, [4999])
    matching.serve(range(5000))
    assert len(matching.given) == 4999
    assert 4999 not in matching.given
