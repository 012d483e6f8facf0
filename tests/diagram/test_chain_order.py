"""Cards stand so that what runs between them crosses little, and each in a cell of its own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.diagram.crossings import crossings
from orgmodel.diagram.layout import Way, arranged, lines_of
from orgmodel.diagram.ordering import ordered
from orgmodel.model import ALERT

CARDS = tuple("abcdefghijkl")
ends = st.tuples(st.sampled_from((*CARDS, ALERT)), st.sampled_from(CARDS))


def in_bands(cuts):
    places = (0, *sorted(cuts), len(CARDS))
    return tuple(CARDS[start:end] for start, end in pairwise(places))


bands = st.lists(st.integers(0, len(CARDS)), max_size=3).map(in_bands)


def stand(orders):
    return {card: (place, -band) for band, order in enumerate(orders) for place, card in enumerate(order)}


def test_two_lines_cross_between_their_ends_and_not_where_they_meet():
    spots = {"a": (0, 0), "b": (1, 0), "c": (0, 1), "d": (1, 1)}
    assert crossings(spots, [("a", "d"), ("b", "c")]) == 1
    assert crossings(spots, [("a", "c"), ("b", "d")]) == 0
    assert crossings(spots, [("a", "d"), ("a", "c"), ("b", "d")]) == 0
    assert crossings(spots, [("a", "gone"), ("b", "b")]) == 0


def test_chains_that_have_nothing_to_do_with_each_other_stand_side_by_side():
    mixed = (("a", "b", "c"), ("d", "e", "f"), ("g", "h", "i"))
    ways = (("a", "f"), ("b", "d"), ("c", "e"), ("d", "i"), ("e", "g"), ("f", "h"))
    assert crossings(stand(mixed), ways) > 0
    assert crossings(stand(ordered(mixed, ways)), ways) == 0


def test_without_lines_the_order_of_the_file_stays():
    assert ordered((("b", "a"), ("d", "c")), ()) == (("b", "a"), ("d", "c"))


@given(bands, st.lists(ends, max_size=20))
def test_every_band_keeps_its_cards(drawn, ways):
    assert [sorted(order) for order in ordered(drawn, ways)] == [sorted(band) for band in drawn]


@given(bands, st.lists(ends, max_size=20, unique=True), st.integers(1, 5))
def test_every_card_has_a_cell_of_its_own_within_its_band(drawn, ways, columns):
    cells = arranged(drawn, tuple(Way(*each, 1.0) for each in ways), columns)
    assert len(set(cells.values())) == len(CARDS) == len(cells)
    top = 0
    for band in drawn:
        lines = lines_of(len(band), columns)
        for card in band:
            assert top <= cells[card].line < top + lines
            assert 0 <= cells[card].column < columns
        top += max(1, lines)


@pytest.mark.parametrize("count", [30, 90])
def test_of_many_cards_the_chains_stay_apart(count):
    """Compared up to sixty cards, folded beyond: in both no chain of three crosses another."""
    thirds = [tuple(f"{band}{place}" for place in range(count // 3)) for band in "xyz"]
    shuffled = (thirds[0], thirds[1][::-1], (*thirds[2][5:], *thirds[2][:5]))
    steps = [(f"{here}{place}", f"{there}{place}") for place in range(count // 3) for here, there in ("xy", "yz")]
    ways = tuple(Way(*step, 1.0) for step in steps)
    cells = arranged(shuffled, ways, count // 3)
    assert crossings(cells, steps) == 0
