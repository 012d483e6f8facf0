"""What a chain diagram is made of: plain shapes in the unit of a medium, x to the right and y down."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Literal, NamedTuple

from orgmodel.findings import Severity
from orgmodel.model import Escalation, LayerId, RowId, Subject, Team
from orgmodel.model.value import value

TextRole = Literal["minutes", "condition", "lost", "reason"]
"""`minutes` and `lost` are semibold and larger, `condition` and `reason` secondary text."""


class Point(NamedTuple):
    x: float
    y: float


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> Rect:
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: Rect) -> bool:
        """Whether they share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@value
class Measures:
    """The sizes of a medium, in its own unit.

    `width` and `height` are what the bands fill at least; they grow with their content. After the `label_column`
    comes a `slot` for the alert and for Nobody cards, then the columns of cards. `padding` is the room above and
    below the cards of a band, `clearance` what lines and labels keep from cards, `lane` the distance of lines side by
    side, `outline` how far the second border of a shared A reaches out of its card. `pixel` is the size of a screen
    pixel at 100 %, in which people place cards. `measure` gives the width of a text. A condition that is wider than
    `condition_width` goes on in a second line; None where it never does.
    """

    measure: Callable[[TextRole, str], float]
    width: float
    height: float
    label_column: float
    slot: float
    card_width: float
    card_height: float
    column_gap: float
    line_gap: float
    padding: float
    empty_band: float
    entry_width: float
    entry_height: float
    nobody_height: float
    clearance: float
    lane: float
    corner: float
    outline: float
    label_height: float
    reason_height: float
    label_gap: float
    pixel: Point
    condition_width: float | None = None


@value
class Band:
    """A layer across the whole width; `layer` is None for teams above the layers or outside them."""

    layer: LayerId | None
    title: str
    remark: str
    rows: int
    y: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height


@value
class Card:
    """A team where its kind belongs.

    `answers` counts the rows with its A, `does` those with its R alone. `cover` says when it is on call (`24x7`,
    `Mon–Fri`), None if unknown. `severity` is the worst open finding about the team. A `shared` card has a second
    border: it shares an A. A `ghost` is named by the chain but not defined.
    """

    team: Team
    rect: Rect
    answers: int
    does: int
    people: int | None
    cover: str | None
    severity: Severity | None
    shared: bool
    ghost: bool
    placed: bool

    @property
    def subject(self) -> Subject:
        return self.team.subject


@value
class NobodyCard:
    """The rows of one layer that nobody does: hatched and dashed."""

    rect: Rect
    layer: LayerId | None
    rows: tuple[RowId, ...]
    names: tuple[str, ...]


@value
class Label:
    """How long an escalation waits and on what condition: `minutes` then, `label_gap` later, `condition`.

    What does not fit in its line stands under it in a `second` one; either may be cut with “…”, `whole` never is.
    """

    rect: Rect
    minutes: str
    condition: str
    whole: str
    second: str = ""


@value
class Loss:
    """Where a page is lost: a title (`30 min lost`) and the reason under it, line by line; `whole` is never cut."""

    rect: Rect
    title: str
    lines: tuple[str, ...]
    whole: str = ""


@value
class Arrow:
    """A way for a page, from card to card or from the alert, in right angles.

    `escalation` is None for a way that is missing and that a finding asks for. A `conditional` one is dashed: only
    pages for some layers or services take it. `inform` carries no page. A page `is_lost` on a line that is cut in two
    by a pair of strokes at `cut`; `points` run through it. `severity` is the worst finding about this way itself.
    """

    subject: Subject
    escalation: Escalation | None
    source: Subject
    target: Subject
    points: tuple[Point, ...]
    conditional: bool
    inform: bool
    is_lost: bool
    cut: Point | None
    cut_is_vertical: bool
    severity: Severity | None
    label: Label | None
    loss: Loss | None


def pieces(arrow: Arrow, gap: float) -> tuple[tuple[Point, ...], ...]:
    """The line of an arrow, or its two pieces with a gap where it is cut; the last one carries the tip."""
    cut, points = arrow.cut, arrow.points
    if cut is None:
        return (points,)
    for place, (start, end) in enumerate(pairwise(points)):
        is_here = start.x == end.x == cut.x if arrow.cut_is_vertical else start.y == end.y == cut.y
        low, high = (start.y, end.y) if arrow.cut_is_vertical else (start.x, end.x)
        along = cut.y if arrow.cut_is_vertical else cut.x
        if is_here and min(low, high) <= along <= max(low, high):
            step = gap / 2 if high > low else -gap / 2
            before = cut._replace(y=cut.y - step) if arrow.cut_is_vertical else cut._replace(x=cut.x - step)
            after = cut._replace(y=cut.y + step) if arrow.cut_is_vertical else cut._replace(x=cut.x + step)
            return (*points[: place + 1], before), (after, *points[place + 1 :])
    raise LookupError(cut)


def cut_strokes(arrow: Arrow, gap: float) -> tuple[tuple[Point, Point], ...]:
    """The two slanting strokes at the ends of the gap; none where the line is whole."""
    if arrow.cut is None:
        return ()
    x, y = arrow.cut
    half, slant, reach = gap / 2, gap / 4, gap * 2 / 3
    if arrow.cut_is_vertical:
        return tuple((Point(x - reach, y + at + slant), Point(x + reach, y + at - slant)) for at in (-half, half))
    return tuple((Point(x + at - slant, y + reach), Point(x + at + slant, y - reach)) for at in (-half, half))


@value
class Totals:
    """What is shown of what there is: nothing is dropped silently."""

    teams_shown: int
    teams: int
    escalations_shown: int
    escalations: int

    def __str__(self) -> str:
        return (
            f"{self.teams_shown} of {self.teams} team{'' if self.teams == 1 else 's'}, "
            f"{self.escalations_shown} of {self.escalations} escalation{'' if self.escalations == 1 else 's'} shown"
        )


@value
class ChainDiagram:
    """The support chain, ready to draw from back to front: bands, arrows, cards, labels.

    `entry` is where every page enters, None where there are no layers. `most` is the largest sum of `answers`
    and `does`: the one scale of all load bars.
    """

    width: float
    height: float
    bands: tuple[Band, ...]
    cards: tuple[Card, ...]
    nobody: tuple[NobodyCard, ...]
    entry: Rect | None
    arrows: tuple[Arrow, ...]
    totals: Totals
    most: int
