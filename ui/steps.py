"""One more step of the presentation, made from what somebody looks at; no Qt."""

from __future__ import annotations

from typing import Final

from orgmodel.commands import AddView
from orgmodel.document import Document, View
from orgmodel.model import ORGANIZATION, Subject, subject, subject_parts
from ui import things
from ui.lens import LENSES
from ui.translation import tr

_WITHOUT: Final = frozenset({"view", "decision", "waiver", "questionnaire"})
"""Kinds of things that no step is about: they have no place in a lens."""

_NOT_SHOWN: Final = {
    "matrix": frozenset({"escalation", "rotation", "person", "assessment"}),
    "chain": frozenset({"rotation", "person", "assessment"}),
    "teams": frozenset({"escalation", "rotation", "assessment"}),
    "oncall": frozenset({"responsibility", "escalation", "area", "assessment"}),
}
"""Kinds of things that a lens has no place for, by the lens: what was selected in another one."""


def step_from(document: Document, lens_action: str, selection: tuple[Subject, ...]) -> tuple[AddView, Subject]:
    """A step that shows this lens, about the first thing of the selection that has a place in one, named by it."""
    lens = lens_action.removeprefix("lens-")
    hidden = _NOT_SHOWN.get(lens, frozenset())
    shown = (each for each in selection if subject_parts(each)[0] not in hidden)
    focus = next((each for each in shown if _can_be_focus(document, each)), None)
    place = next((tr(place.name) for place in LENSES if place.action == lens_action), lens)
    name = things.name_of(document, focus) if focus else place
    return AddView(View(name, lens, focus)), subject("view", str(len(document.views) + 1))


def _can_be_focus(document: Document, named: Subject) -> bool:
    is_there = things.find(document, named) is not None
    return is_there and named != ORGANIZATION and subject_parts(named)[0] not in _WITHOUT
