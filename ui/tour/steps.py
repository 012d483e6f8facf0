"""The steps of the tour as data: what each says, where it points, and how one sees that it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from orgmodel.model import Organization, Subject
from orgmodel.model.value import value
from orgmodel.verdicts import verdict_of
from ui.translation import marked

SAMPLE: Final = "ruby_web_today.yaml"
ASKS: Final = ("what-if", "suggest-owners")
"""The actions that open a window with an answer, either of which the fourth step is about."""


@value
class Seen:
    """What the tour looks at: the model, what is selected, the lens in front, and what was asked for since it began."""

    organization: Organization
    selection: tuple[Subject, ...] = ()
    lens: str = ""
    asked: int = 0
    """How many windows with an answer were opened."""
    written: int = 0
    """How many files were exported."""


@value
class Step:
    """One thing to do; `place` is where it is done, by a name that the window knows."""

    title: str
    text: str
    place: Callable[[Seen], str]
    is_done: Callable[[Seen, Seen], bool]
    """Whether it is done now, after it began like that."""


def rows_of_nobody(organization: Organization) -> frozenset[Subject]:
    rows = organization.responsibilities
    return frozenset(row.subject for row in rows if verdict_of(organization, row) == "nobody")


def _has_gap_in_hand(_: Seen, now: Seen) -> bool:
    return bool(rows_of_nobody(now.organization).intersection(now.selection[:1]))


def _has_fewer_gaps(began: Seen, now: Seen) -> bool:
    return len(rows_of_nobody(now.organization)) < len(rows_of_nobody(began.organization))


def _has_another_way(began: Seen, now: Seen) -> bool:
    return len(now.organization.escalations) > len(began.organization.escalations)


def _has_asked(began: Seen, now: Seen) -> bool:
    return now.asked > began.asked


def _has_written(began: Seen, now: Seen) -> bool:
    return now.written > began.written


def _place_in(lens: str) -> Callable[[Seen], str]:
    """All of a lens where it is in front; else where one goes to it."""
    return lambda seen: "lens" if seen.lens == lens else lens


STEPS: Final = (
    Step(
        marked("Find a gap"),
        marked(
            "{next_finding} goes to the next finding and selects what it is about. "
            "Press it until a hatched row is in hand: nobody does that one."
        ),
        lambda _: "lens",
        _has_gap_in_hand,
    ),
    Step(
        marked("Close it"),
        marked(
            "Go to a cell of the hatched row with the arrow keys, or click one, and press A: "
            "that team answers for it now. {undo} takes it back."
        ),
        _place_in("lens-matrix"),
        _has_fewer_gaps,
    ),
    Step(
        marked("Mend the chain"),
        marked(
            "{lens_chain} shows how a page goes from team to team; two strokes through a line are where it is lost. "
            "Drag from a card to the team that hears it next, or press E on a card, an arrow key, then Enter."
        ),
        _place_in("lens-chain"),
        _has_another_way,
    ),
    Step(
        marked("Try it out"),
        marked(
            "What becomes of a team that is merged or made smaller? {what_if} shows it, and nothing is changed. "
            "{suggest_owners} proposes an owner for every gap. Open either one."
        ),
        lambda _: "model",
        _has_asked,
    ),
    Step(
        marked("Give it away"),
        marked(
            "{export_pdf} writes the charts for everybody who does not have this app. "
            "Choose where to put them, and look at the first page."
        ),
        lambda _: "export-pdf",
        _has_written,
    ),
)

LAST: Final = Step(
    marked("That was the tour"),
    marked("This copy is yours: {save} asks where to put it. File > New begins with your own teams."),
    lambda _: "",
    lambda *_: False,
)


def words_of(keys: Mapping[str, str]) -> dict[str, str]:
    """The shortcuts by the ids of their actions, as the fields of the texts: `{next_finding}`."""
    return {action.replace("-", "_"): key for action, key in keys.items()}
