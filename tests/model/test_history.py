"""Undo and redo are a cursor over earlier documents: any walk shows what a plain list with a finger on it would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.document import Document
from orgmodel.history import History
from orgmodel.model import Organization

GESTURES = st.lists(st.sampled_from(["edit", "undo", "redo", "nothing"]), max_size=30)


@given(GESTURES)
def test_any_walk_shows_the_document_that_was_there(gestures: list[str]) -> None:
    first = Document(Organization("0"))
    history, steps, finger = History.starting(first), [first], 0
    for number, gesture in enumerate(gestures, 1):
        if gesture == "edit":
            after = Document(Organization(str(number)))
            history, steps, finger = history.then(f"Edit {number}", after), [*steps[: finger + 1], after], finger + 1
        elif gesture == "nothing":
            assert history.then("Nothing", history.document) is history
        else:
            history = history.undone() if gesture == "undo" else history.redone()
            finger = max(0, finger - 1) if gesture == "undo" else min(len(steps) - 1, finger + 1)
        assert history.document is steps[finger]
        assert (history.undo_label is None) == (finger == 0)
        assert (history.redo_label is None) == (finger == len(steps) - 1)
    for _ in steps:
        history = history.undone()
    assert history.document is first


def test_an_edit_after_undo_drops_what_was_undone() -> None:
    one, two, three = (Document(Organization(name)) for name in ("one", "two", "three"))
    history = History.starting(one).then("Two", two).undone().then("Three", three)
    assert (history.document, history.undo_label, history.redo_label) == (three, "Three", None)
    assert history.undone().document is one
