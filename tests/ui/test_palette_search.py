"""What typing finds in the palette: every word somewhere, the likeliest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.catalogue import template
from orgmodel.model import subject_parts
from ui.palette.entries import entries_of
from ui.palette.search import MOST, found

ENTRIES = entries_of(template("four-teams").organization)
WORDS = sorted({word for entry in ENTRIES for word in entry.key.split()})


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.integers(1, 4))
def test_every_line_holds_every_word_and_none_that_does_is_left_out(words: list[str], length: int) -> None:
    typed = " ".join(word[:length] for word in words)
    shown = found(ENTRIES, typed)
    fitting = [entry for entry in ENTRIES if all(part in entry.key for part in typed.split())]
    assert set(shown) <= set(fitting)
    assert len(shown) == min(MOST, len(fitting))


def test_what_begins_with_the_typed_comes_before_what_has_it_inside() -> None:
    keys = [entry.key for entry in found(ENTRIES, "monitor")]
    begins = [key.startswith("monitor") for key in keys]
    assert begins == sorted(begins, reverse=True)
    assert set(begins) == {True, False}


def test_letters_of_any_case_and_spaces_anywhere_find_the_same() -> None:
    assert found(ENTRIES, "  DATA  base ") == found(ENTRIES, "data base") != ()


def test_everything_of_the_model_is_there() -> None:
    kinds = {subject_parts(entry.target)[0] for entry in ENTRIES if isinstance(entry.target, str)}
    assert kinds >= {"team", "service", "responsibility", "layer", "area", "escalation"}
