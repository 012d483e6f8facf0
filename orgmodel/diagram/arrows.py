"""The ways of pages as arrows: who is joined, by which line, and what is said beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.diagram.contents import Contents, condition_of, is_conditional, minutes_text
from orgmodel.diagram.labels import LabelPlacer, wrapped
from orgmodel.diagram.places import Places
from orgmodel.diagram.routing import Request, Trunk, routed
from orgmodel.diagram.shapes import Arrow, Label, Loss, Measures, Point, Rect
from orgmodel.diagram.signs import ENTRY, Signs, end_of
from orgmodel.findings import Finding, Severity
from orgmodel.model import ALERT, Escalation, Organization, Subject, TeamId, subject, subject_parts

_CROWD: Final = 4
"""From this many ways up that say the same to one team, they join before they reach it."""


class _Way(NamedTuple):
    """An escalation, or one that is missing, and the findings about it."""

    source: TeamId
    target: TeamId
    escalation: Escalation | None
    lost: Finding | None
    severity: Severity | None


class _Field(NamedTuple):
    """Where lines and words may be, and the rules between bands."""

    area: Rect
    rules: tuple[float, ...]


class _Words(NamedTuple):
    """What a line says: minutes and condition, or where its page is lost, by a title and the reason in lines."""

    minutes: str
    condition: str
    title: str
    reason: tuple[str, ...]


def arrows_of(
    organization: Organization, shown: Contents, where: Places, signs: Signs, measures: Measures
) -> tuple[Arrow, ...]:
    ways = _ways(shown, where, signs)
    said = [_words(organization, way, measures) for way in ways]
    cards: dict[str, Rect] = {f"team:{team}": rect for team, rect in where.cards.items()}
    cards |= {f"nobody:{place}": rect for place, rect in where.nobody.items()}
    if where.entry:
        cards[ENTRY] = where.entry
    drawn = _drawn(
        tuple(_requests(ways, said)),
        tuple(said),
        tuple(cards.items()),
        frozenset(end_of(team) for team in signs.shared),
        _Field(
            Rect(measures.label_column, 0, where.width - measures.label_column, where.height),
            tuple(band.bottom for band in where.bands),
        ),
        measures=measures,
    )
    return tuple(_arrow(way, *one) for way, one in zip(ways, drawn, strict=True))


@lru_cache(maxsize=8)
def _drawn(
    requests: tuple[Request, ...],
    said: tuple[_Words, ...],
    cards: tuple[tuple[str, Rect], ...],
    shared: frozenset[Subject],
    bands: _Field,
    *,
    measures: Measures,
) -> list[tuple[tuple[Point, ...], Label | None, Loss | None]]:
    """Lines and their words. Kept for the last few diagrams: most edits change neither ways nor places."""
    lines = [
        _touching(points, measures.outline if request.target in shared else 0.0)
        for points, request in zip(routed(requests, dict(cards), bands.area.x, measures), requests, strict=True)
    ]
    placer = LabelPlacer([rect.grown(measures.outline) for _, rect in cards], lines, bands.rules, bands.area, measures)
    branches = _branches(requests, lines)
    placed: dict[int, tuple[Label | None, Loss | None]] = {}
    # Short lines first: they have the least room for their words.
    for place in sorted(range(len(lines)), key=lambda place: (_length(lines[place]), place)):
        words, points = said[place], lines[place]
        label = None if place in branches else placer.label(points, words.minutes, words.condition)
        placed[place] = label, placer.loss(_cut_piece(points), words.title, words.reason) if words.title else None
    return [(lines[place], *placed[place]) for place in range(len(lines))]


def _requests(ways: list[_Way], said: list[_Words]) -> Iterator[Request]:
    """Ways of one team that say the same share a trunk and branch; many that lead to one team join before it."""
    kinds = [(words, *_style(way)) for way, words in zip(ways, said, strict=True)]
    outward = Counter((way.source, kind) for way, kind in zip(ways, kinds, strict=True))
    inward = Counter((way.target, kind) for way, kind in zip(ways, kinds, strict=True))
    for place, (way, kind) in enumerate(zip(ways, kinds, strict=True)):
        trunk = None
        number = kinds.index(kind)
        if not way.lost and inward[way.target, kind] >= max(_CROWD, outward[way.source, kind]):
            trunk = Trunk(f"{way.target}/{number}", at_source=False)
        elif not way.lost and outward[way.source, kind] > 1:
            trunk = Trunk(f"{way.source}/{number}", at_source=True)
        yield Request(end_of(way.source), end_of(way.target), _weight(ways, place), trunk)


def _branches(requests: tuple[Request, ...], lines: list[tuple[Point, ...]]) -> set[int]:
    """The lines that leave or reach a card on top of another of the same trunk, which has the words for all."""
    seen: set[tuple[Trunk, Point, bool]] = set()
    found = set()
    for place, (request, points) in enumerate(zip(requests, lines, strict=True)):
        trunk = request.trunk
        if trunk is None:
            continue
        end, beside = (points[0], points[1]) if trunk.at_source else (points[-1], points[-2])
        shared = (trunk, end, end.x == beside.x)
        if shared in seen:
            found.add(place)
        seen.add(shared)
    return found


def _style(way: _Way) -> tuple[bool, bool, Severity | None]:
    escalation = way.escalation
    if escalation is None:
        return False, False, way.severity
    return is_conditional(escalation), not escalation.carries_pages, way.severity


def _ways(shown: Contents, where: Places, signs: Signs) -> list[_Way]:
    ways = []
    for way in shown.ways:
        ends = (end_of(way.source), end_of(way.target))
        severity = signs.circles.get(ends) or signs.worst.get(way.subject)
        ways.append(_Way(way.source, way.target, way, signs.lost.get(ends), severity))
    for (source, target), finding in signs.missing.items():
        start = ALERT if source == ENTRY else TeamId(subject_parts(source)[1])
        end = TeamId(subject_parts(target)[1])
        if end in where.cards and (start in where.cards or (start == ALERT and where.entry)):
            ways.append(_Way(start, end, None, finding, finding.severity))
    return [way for way in ways if way.source != way.target]


def _weight(ways: list[_Way], place: int) -> float:
    """A team's first way on runs straightest; missing ones find room where they can."""
    way = ways[place]
    if way.escalation is None:
        return 0.0
    if not way.escalation.carries_pages:
        return 1.0
    return 2.0 if any(other.source == way.source and other.escalation for other in ways[:place]) else 3.0


def _words(organization: Organization, way: _Way, measures: Measures) -> _Words:
    minutes = minutes_text(way.escalation.after) if way.escalation else ""
    if way.lost:
        waited = dict(way.lost.numbers).get("minutes")
        title = f"{waited:g} min lost" if waited else "page lost"
        return _Words(minutes, "", title, wrapped(way.lost.message, measures.slot, measures))
    if way.escalation is None:
        return _Words("", "", "", ())
    condition = condition_of(organization, way.escalation)
    if not way.escalation.carries_pages:
        condition = f"is told {condition}".strip()
    return _Words(minutes, condition, "", ())


def _arrow(way: _Way, points: tuple[Point, ...], label: Label | None, loss: Loss | None) -> Arrow:
    cut, vertical = _cut(points) if way.lost else (None, False)
    conditional, inform, severity = _style(way)
    return Arrow(
        subject=subject("escalation", f"{way.source}->{way.target}"),
        escalation=way.escalation,
        source=end_of(way.source),
        target=end_of(way.target),
        points=points,
        conditional=conditional,
        inform=inform,
        is_lost=way.lost is not None,
        cut=cut,
        cut_is_vertical=vertical,
        severity=severity,
        label=label,
        loss=loss,
    )


def _cut(points: tuple[Point, ...]) -> tuple[Point, bool]:
    """Where the line is cut: towards the end of its last long piece, and whether that piece is vertical."""
    start, end = _cut_piece(points)
    share = 0.62
    at = Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    return at, start.x == end.x


def _cut_piece(points: tuple[Point, ...]) -> tuple[Point, Point]:
    pieces = list(pairwise(points))
    return pieces[-1] if _length(pieces[-1]) >= 0.3 * _length(points) else max(pieces, key=_length)


def _touching(points: tuple[Point, ...], outline: float) -> tuple[Point, ...]:
    """The line with its tip at the second border of the card, where it has one."""
    end, before = points[-1], points[-2]
    if not outline:
        return points
    if end.x == before.x:
        return (*points[:-1], Point(end.x, end.y + (outline if before.y > end.y else -outline)))
    return (*points[:-1], Point(end.x + (outline if before.x > end.x else -outline), end.y))


def _length(points: Iterable[Point]) -> float:
    held = list(points)
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(held))
