"""The order of the Unicode bidirectional algorithm, by examples of its rules: R is a Hebrew letter, A an Arabic one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.pdf.type.bidi import in_visual_order, is_rightward_first, levels

LETTERS = {"R": "א", "A": "س", "N": "٣", "m": "\u05b0", "<": "\u2066", ">": "\u2067", "^": "\u2068", "=": "\u2069"}


def text_of(written):
    return "".join(LETTERS.get(letter, letter) for letter in written)


@pytest.mark.parametrize(
    ("written", "base", "expected"),
    [
        ("abc 12", 0, "000000"),
        ("abc RRR", 0, "0000111"),
        ("RRR abc", 1, "1111222"),
        ("R 12 R", 0, "112211"),
        ("A1,2", 0, "1222"),
        ("R1,2-3", 0, "122222"),
        ("R5%", 0, "122"),
        ("a(R)b", 0, "00100"),
        ("R(a)R", 1, "11211"),
        ("a (R) R", 0, "0001001"),
        ("Rm.", 0, "110"),
        ("R ", 0, "10"),
        ("“R”, “R” a", 0, "0100001000"),
        ("a “RR", 0, "00011"),
        ("^R=, ^R= a", 0, "0100001000"),
        (">ab=", 0, "0220"),
        (">ab", 0, "000"),
        ("<R= R", 1, "13111"),
    ],
)
def test_levels_of_a_line(written, base, expected):
    assert "".join(map(str, levels(text_of(written), base))) == expected


@pytest.mark.parametrize(
    ("found", "order"),
    [([0, 1, 1, 0], [0, 2, 1, 3]), ([1, 2, 2, 1], [3, 1, 2, 0]), ([], []), ([0, 1, 2, 1], [0, 3, 2, 1])],
)
def test_what_stands_further_left_comes_first(found, order):
    assert in_visual_order(found) == order


def test_the_first_letter_outside_isolates_says_which_way_a_line_runs():
    assert is_rightward_first(text_of("12 R a"))
    assert not is_rightward_first(text_of("“R” a"))
    assert not is_rightward_first(text_of("12"))


@given(st.text(st.sampled_from("ab1,( )“”אس٣\u05b0\u2066\u2067\u2068\u2069\u200f")), st.sampled_from((0, 1)))
def test_any_line_keeps_every_character_once_and_left_to_right_text_stays(text, base):
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(level >= base for level in found)
    assert sorted(in_visual_order(found)) == list(range(len(text)))
    if not is_rightward_first(text) and text.isascii() and base == 0:
        assert found == [0] * len(text)


def test_isolates_as_deep_as_anybody_writes_them_are_no_fault():
    assert len(levels("\u2068" * 3000 + "א" + "\u2069" * 3000)) == 6001
