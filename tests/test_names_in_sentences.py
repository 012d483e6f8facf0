"""Names that run from right to left, or steer: seen, and set apart from the sentence they are in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.cli.symbols import on_one_line
from orgmodel.names_in_sentences import apart, cut_apart, names_apart, with_symbols

TEAM = "צוות התמיכה"
ARABIC = "فريق الدعم"
STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067\x00-\x08\x0b-\x1f]")
TEXTS = st.text(st.sampled_from("aZ .,“”()→\n1אب\u202e\u200f\u2066\u2067\u2068\u2069\0"), max_size=24)


def framed(text: str) -> str:
    """The text with brackets where a name is set apart."""
    return text.replace("\u2068", "[").replace("\u2069", "]")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (f"Nobody does “{TEAM} 2”.", f"Nobody does “[{TEAM} 2]”."),
        (f"{TEAM} answers for it.", f"[{TEAM}] answers for it."),
        (f"{TEAM}, {ARABIC} and Web SRE", f"[{TEAM}], [{ARABIC}] and Web SRE"),
        (f"{TEAM} and {ARABIC} do it.", f"[{TEAM}] and [{ARABIC}] do it."),
        (f"{TEAM} → {ARABIC}", f"[{TEAM}] → [{ARABIC}]"),
        ("צוות (לילה) is on call.", "[צוות (לילה)] is on call."),
        ("“SRE צוות” is told.", "“[SRE צוות]” is told."),
    ],
)
def test_each_name_of_a_sentence_is_set_apart(sentence, shown):
    assert framed(names_apart(sentence)) == shown


@pytest.mark.parametrize("text", [TEAM, f"{TEAM} SRE {ARABIC}", "Web SRE", "Zürich → Łódź", "👩\u200d👩\u200d👧 “x” …"])
def test_a_name_alone_and_plain_text_stay(text):
    assert names_apart(text) is text or names_apart(text) == text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Web\u202eSRE", "Web<U+202E>SRE"),
        ("\u2066x", "<U+2066>x"),
        ("a\u2068b\u2069", "a<U+2068>b<U+2069>"),
        ("a\u200fb\0", "a<U+200F>b␀"),
    ],
)
def test_what_steers_is_seen(name, shown):
    assert apart(name) == names_apart(name) == with_symbols(name) == on_one_line(name) == shown


def test_a_name_that_is_filled_in_is_set_apart_whole():
    assert framed(apart(f"{TEAM} SRE")) == f"[{TEAM} SRE]"
    assert framed(apart(f"{TEAM}, {ARABIC} and SRE")) == f"[{TEAM}], [{ARABIC}] and SRE"


def test_a_name_that_is_cut_ends_with_the_cut():
    assert framed(cut_apart(f"Nobody does “\u2068{TEAM}…")) == f"Nobody does “[{TEAM}…]"


@pytest.mark.parametrize("left", ["\u2068", "\u2069", "\u2068\u2069", "\u2069\u2068\u2069"])
def test_what_is_cut_before_a_name_holds_nothing_of_it(left):
    """Qt keeps the signs of what it cuts away."""
    assert cut_apart(f"It gets no further than…{left}") == "It gets no further than…"
    assert framed(cut_apart(f"\u2068{TEAM}\u2069 and…{left}")) == f"[{TEAM}] and…"


@given(TEXTS)
def test_whatever_a_name_holds_it_steers_nothing(text):
    for shown in (apart(text), names_apart(text)):
        assert not STEERING.search(shown)
        depth = 0
        for character in shown:
            depth += (character == "\u2068") - (character == "\u2069")
            assert depth >= 0
        assert depth == 0
    assert names_apart(names_apart(text)) == names_apart(text)
    assert apart(apart(text)) == apart(text)
    assert not re.search("[\u2066-\u2069\n]", on_one_line(text))
    assert not STEERING.search(on_one_line(text))


@given(TEXTS)
def test_plain_letters_are_left_as_they_are(text):
    plain = re.sub(f"[אب\u2068\u2069]|{STEERING.pattern}", "", text)
    assert apart(plain) == names_apart(plain) == plain
