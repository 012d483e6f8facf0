"""What cannot be given, and the best that can: against every subset, on small numbers."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.rules.workload.flows import Shortage, shared_out, shortages


@st.composite
def questions(draw, *, limits=True):
    givers = draw(st.integers(1, 4))
    amount = st.integers(0, 12)
    supply = draw(st.lists(st.none() | amount if limits else amount, min_size=givers, max_size=givers))
    links = draw(
        st.lists(st.lists(st.integers(0, givers - 1), min_size=1, unique=True).map(sorted).map(tuple), max_size=5)
    )
    asked = draw(st.lists(st.integers(1, 12), min_size=len(links), max_size=len(links)))
    return tuple(supply), tuple(asked), tuple(links)


def missing(takers, supply, asked, links):
    """What these takers want beyond all that their givers have; nothing where one of them has no limit."""
    givers = {giver for taker in takers for giver in links[taker]}
    if any(supply[giver] is None for giver in givers):
        return 0
    return sum(asked[taker] for taker in takers) - sum(supply[giver] for giver in givers)


def worst(supply, asked, links):
    """The most that any takers together want beyond what their givers have (Hall)."""
    takers = range(len(asked))
    every = chain.from_iterable(combinations(takers, size) for size in range(len(asked) + 1))
    return max(missing(some, supply, asked, links) for some in every)


@given(questions())
def test_what_is_missing_in_all_shortages_is_what_cannot_be_given(question):
    supply, _, links = question
    found = shortages(*question)
    assert sum(missing(part.takers, *question) for part in found) == worst(*question)
    assert bool(found) == (worst(*question) > 0)
    for part in found:
        assert missing(part.takers, *question) > 0
        assert set(part.givers) == {giver for taker in part.takers for giver in links[taker]}
    givers = [giver for part in found for giver in part.givers]
    assert len(givers) == len(set(givers))
    assert all(supply[giver] is not None for giver in givers)


@given(questions(), st.randoms(use_true_random=False))
def test_the_order_changes_nothing(question, random):
    supply, asked, links = question
    order = random.sample(range(len(asked)), len(asked))
    again = shortages(supply, tuple(asked[taker] for taker in order), tuple(links[taker] for taker in order))
    assert sorted((part.givers, tuple(sorted(order[taker] for taker in part.takers))) for part in again) == sorted(
        (part.givers, part.takers) for part in shortages(*question)
    )


@given(questions(limits=False))
def test_as_much_as_can_be_is_shared_out_and_nobody_gives_more_than_they_have(question):
    supply, asked, links = question
    got = shared_out(supply, asked, links, [{} for _ in asked])
    assert sum(sum(held.values()) for held in got) == sum(asked) - worst(*question)
    for taker, held in enumerate(got):
        assert set(held) <= set(links[taker])
        assert sum(held.values()) <= asked[taker]
    for giver, amount in enumerate(supply):
        assert sum(held.get(giver, 0) for held in got) <= amount


@given(questions(limits=False))
def test_what_can_stay_as_it_is_stays(question):
    supply, asked, links = question
    now = shared_out(supply, asked, links, [{} for _ in asked])
    assert shared_out(supply, asked, links, now) == now


def test_two_bottlenecks_are_told_apart_though_somebody_between_them_has_enough():
    assert shortages((5, 5, 9), (6, 6, 3), ((0,), (1,), (0, 1, 2))) == (Shortage((0,), (0,)), Shortage((1,), (1,)))


def test_one_too_many_in_a_long_row_is_the_concern_of_all():
    many = 40
    links = ((0,), *((number, number + 1) for number in range(many - 1)), (many - 1,))
    found = shortages((5,) * many, (5,) * (many + 1), links)
    assert found == (Shortage(tuple(range(many)), tuple(range(many + 1))),)
