"""The flow gives the cheapest way: held against trying everything, on cases small enough for that."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.suggest.assignment import _BATCH, _LEFT, _STEPS, Demand, shared_out

TEAMS = ("a", "b", "c")
demands = st.lists(
    st.builds(
        Demand,
        st.integers(1, 4),
        st.dictionaries(st.sampled_from(TEAMS), st.integers(0, 400), max_size=3).map(lambda held: tuple(held.items())),
    ),
    max_size=5,
)
rooms = st.fixed_dictionaries({team: st.tuples(*[st.integers(0, 2)] * len(_STEPS)) for team in TEAMS})


def cost(wanted, free, taken):
    """None where a team has not the room."""
    total = sum(
        demand.weight * _LEFT if team is None else dict(demand.options)[team]
        for demand, team in zip(wanted, taken, strict=True)
    )
    for team in TEAMS:
        steps = [price for (_, price), rows in zip(_STEPS, free[team], strict=True) for _ in range(rows)]
        rows = taken.count(team)
        if rows > len(steps):
            return None
        total += sum(steps[:rows])
    return total


@given(demands, rooms)
@settings(max_examples=150, deadline=None)
def test_no_other_way_is_cheaper(wanted, free):
    found = shared_out(wanted, {team: list(steps) for team, steps in free.items()})
    ways = product(*((None, *(team for team, _ in demand.options)) for demand in wanted))
    costs = [each for way in ways if (each := cost(wanted, free, list(way))) is not None]
    assert cost(wanted, free, found) == min(costs)


@given(demands, rooms)
@settings(max_examples=60, deadline=None)
def test_the_order_of_teams_does_not_matter_and_what_is_taken_is_gone(wanted, free):
    here = {team: list(steps) for team, steps in free.items()}
    there = {team: list(free[team]) for team in reversed(TEAMS)}
    turned = [Demand(demand.weight, tuple(reversed(demand.options))) for demand in wanted]
    found = shared_out(wanted, here)
    assert shared_out(turned, there) == found
    assert here == there
    for team in TEAMS:
        assert sum(free[team]) - sum(here[team]) == found.count(team)


def test_more_rows_than_a_batch_are_shared_out_critical_first():
    number = _BATCH + 10
    wanted = [Demand(1 + (place % 2), (("a", 0), ("b", 5))) for place in range(number)]
    found = shared_out(wanted, {"a": [_BATCH // 2, 0, 0, 0], "b": [10, 0, 0, 0]})
    assert [team for demand, team in zip(wanted, found, strict=True) if demand.weight == 2].count(None) == 0
    assert found.count("a") + found.count("b") == _BATCH // 2 + 10
