"""Where everything that pages run between stands: bands, cards, the alert and Nobody cards, as rectangles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from orgmodel.diagram.contents import Contents, Storey
from orgmodel.diagram.layout import (
    Cell,
    Way,
    arranged,
    band_height,
    column_count,
    column_step,
    first_column,
    lines_of,
)
from orgmodel.diagram.shapes import Band, Measures, Point, Rect
from orgmodel.diagram.signs import ENTRY
from orgmodel.document import Arrangement
from orgmodel.model import ALERT, Escalation, TeamId
from orgmodel.model.value import value


@value
class Places:
    """Rectangles by team and by band; `placed` are the teams that people put where they are."""

    bands: tuple[Band, ...]
    cards: Mapping[TeamId, Rect]
    placed: frozenset[TeamId]
    nobody: Mapping[int, Rect]
    entry: Rect | None
    width: float
    height: float


def places(shown: Contents, arrangement: Arrangement, measures: Measures) -> Places:
    """A place for everything: placed cards where they were put, but in their band and over no other."""
    sizes = [len(storey.teams) for storey in shown.storeys]
    columns = column_count(sizes, measures)
    cells = arranged(
        tuple(tuple(team.id for team in storey.teams) for storey in shown.storeys), weighed(shown.ways), columns
    )
    first = _first_heard(shown)
    entry_band = _entry_band(shown)
    bands, inset = _bands(shown.storeys, sizes, columns, entry_band, measures)
    height = max((band.bottom for band in bands), default=measures.height)
    step = column_step(1 + max((cell.column for cell in cells.values()), default=0), height, measures)
    given = {
        place.subject: Point(place.x * measures.pixel.x, place.y * measures.pixel.y) for place in arrangement.chain
    }
    cards: dict[TeamId, Rect] = {}
    placed: set[TeamId] = set()
    line = 0
    for band, storey in zip(bands, shown.storeys, strict=True):
        standing = _Standing(band, line, inset, step, measures)
        for team in sorted(storey.teams, key=lambda team: team.subject not in given):
            at = given.get(team.subject)
            cards[team.id] = standing.put(cells[team.id], at)
            if at:
                placed.add(team.id)
        line += max(1, lines_of(len(storey.teams), columns))
    entry = None
    if entry_band is not None:
        beside = cards[first].centre.y if first is not None else _within(bands[entry_band], inset, measures)
        entry = _entry(beside, given.get(ENTRY), bands, measures)
    nobody = {
        place: _nobody(band, entry if place == entry_band else None, inset, measures)
        for place, (band, storey) in enumerate(zip(bands, shown.storeys, strict=True))
        if storey.nobody
    }
    right = max((card.right for card in cards.values()), default=0) + 2 * measures.clearance
    return Places(
        bands=bands,
        cards=cards,
        placed=frozenset(placed),
        nobody=nobody,
        entry=entry,
        width=max(measures.width, right),
        height=height,
    )


def has_entry(shown: Contents) -> bool:
    """Whether the alert has a place."""
    return _entry_band(shown) is not None


def weighed(ways: Iterable[Escalation]) -> tuple[Way, ...]:
    """A team's first way on weighs most, since most pages take it; what carries no page weighs least."""
    first: set[TeamId] = set()
    made = []
    for way in ways:
        leads = way.carries_pages and way.source not in first
        if leads and way.source != ALERT:
            first.add(way.source)
        made.append(Way(way.source, way.target, _weight(way, leads=leads)))
    return tuple(made)


def _weight(way: Escalation, *, leads: bool) -> float:
    if leads:
        return 3.0
    return 1.0 if way.carries_pages else 0.5


def _bands(
    storeys: Sequence[Storey], sizes: Sequence[int], columns: int, entry_band: int | None, measures: Measures
) -> tuple[tuple[Band, ...], float]:
    """The bands, and how far below the top of each its first cards stand."""
    heights = []
    for place, (storey, size) in enumerate(zip(storeys, sizes, strict=True)):
        height = band_height(lines_of(size, columns), measures)
        if storey.nobody:
            # The alert stands beside the middle of a card, and what nobody does below it.
            above = measures.padding + (measures.card_height + measures.entry_height) / 2
            stack = above if place == entry_band else measures.clearance
            height = max(height, stack + measures.nobody_height + 2 * measures.clearance)
        heights.append(height)
    spare = max(0.0, measures.height - sum(heights)) / len(heights) if heights else 0.0
    bands = []
    y = 0.0
    for storey, height in zip(storeys, heights, strict=True):
        bands.append(Band(storey.layer, storey.title, storey.remark, storey.rows, y, height + spare))
        y += height + spare
    return tuple(bands), measures.padding + spare / 2


def _first_heard(shown: Contents) -> TeamId | None:
    """The team that hears an alert first."""
    return next((way.target for way in shown.ways if way.source == ALERT), None)


def _entry_band(shown: Contents) -> int | None:
    """The band of the team that hears an alert first; the lowest layer where none does yet, none where it is hidden."""
    first = _first_heard(shown)
    if first is None and shown.is_entered:
        return None
    for place, storey in enumerate(shown.storeys):
        if any(team.id == first for team in storey.teams):
            return place
    return max((place for place, storey in enumerate(shown.storeys) if storey.layer), default=None)


def _within(band: Band, inset: float, measures: Measures) -> float:
    """The middle of the first line of a band, or of the band where that is too low for one."""
    return band.y + min(inset + measures.card_height / 2, band.height / 2)


def _entry(beside: float, given: Point | None, bands: Sequence[Band], measures: Measures) -> Rect:
    width, height = measures.entry_width, measures.entry_height
    if given:
        y = min(max(given.y, 0), bands[-1].bottom - height)
        return Rect(max(given.x, measures.label_column), y, width, height)
    return Rect(measures.label_column + measures.clearance, beside - height / 2, width, height)


def _nobody(band: Band, entry: Rect | None, inset: float, measures: Measures) -> Rect:
    """Beside the first line of cards; out of the way of the alert, below it or above."""
    x = measures.label_column + measures.clearance
    height = measures.nobody_height
    beside = band.y + inset + (measures.card_height - height) / 2
    lowest = band.bottom - measures.clearance - height
    tries = [min(beside, lowest)]
    if entry:
        tries += [entry.bottom + measures.clearance, entry.y - measures.clearance - height]
    free = [
        Rect(x, y, measures.slot, height)
        for y in tries
        if band.y <= y <= band.bottom - height
        and not (entry and entry.grown(measures.clearance / 2).overlaps(Rect(x, y, measures.slot, height)))
    ]
    return free[0] if free else Rect(x, tries[-1], measures.slot, height)


class _Standing:
    """The cards that stand in one band so far, and where the next finds room."""

    def __init__(self, band: Band, first_line: int, inset: float, step: float, measures: Measures) -> None:
        self.band = band
        self.first_line = first_line
        self.step = step
        self.measures = measures
        self.taken: list[Rect] = []
        self.top = band.y + inset

    def put(self, cell: Cell, given: Point | None) -> Rect:
        wanted = self._given(given) if given else self._in_cell(cell.column, cell.line)
        found = wanted if self._is_free(wanted) else self._nearest(wanted, cell)
        self.taken.append(found)
        return found

    def _in_cell(self, column: int, line: int) -> Rect:
        sizes = self.measures
        return Rect(
            first_column(sizes) + column * self.step,
            self.top + (line - self.first_line) * (sizes.card_height + sizes.line_gap),
            sizes.card_width,
            sizes.card_height,
        )

    def _given(self, at: Point) -> Rect:
        sizes = self.measures
        room = min(sizes.clearance, max(0.0, (self.band.height - sizes.card_height) / 2))
        y = min(max(at.y, self.band.y + room), self.band.bottom - room - sizes.card_height)
        return Rect(max(at.x, sizes.label_column), y, sizes.card_width, sizes.card_height)

    def _is_free(self, rect: Rect) -> bool:
        apart = rect.grown(self.measures.clearance / 2)
        return not any(apart.overlaps(other) for other in self.taken)

    def _nearest(self, wanted: Rect, cell: Cell) -> Rect:
        free = [rect for rect in self._tries(wanted, cell) if self._is_free(rect)]
        return min(free, key=lambda rect: (abs(rect.x - wanted.x) + abs(rect.y - wanted.y), rect))

    def _tries(self, wanted: Rect, cell: Cell) -> Iterable[Rect]:
        """Cells of the same line, and right beside what stands in the way; beyond the last there is always room."""
        sizes = self.measures
        for column in range(len(self.taken) + cell.column + 2):
            yield self._in_cell(column, cell.line)
        for other in self.taken:
            for x in (other.right + sizes.clearance, other.x - sizes.clearance - sizes.card_width):
                if x >= sizes.label_column:
                    yield wanted._replace(x=x)
        yield wanted._replace(x=max(other.right for other in self.taken) + sizes.column_gap)
