"""The ways of pages as arrows: who is joined, by which line, and what is said beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.diagram.contents import LIMITS, Contents, condition_of, minutes_text
from orgmodel.diagram.labels import LabelPlacer
from orgmodel.diagram.places import Places, has_entry
from orgmodel.diagram.routing import Request, routed
from orgmodel.diagram.shapes import Arrow, Label, Loss, Measures, Point, Rect
from orgmodel.diagram.signs import ENTRY, Signs, end_of
from orgmodel.diagram.tracks import Trunk
from orgmodel.diagram.words import Words, words, words_of_loss
from orgmodel.findings import Finding, Severity
from orgmodel.model import ALERT, Escalation, Organization, Responsibility, Subject, TeamId, subject, subject_parts
from orgmodel.model.value import changed
from orgmodel.sentences import counted

_LOST: Final = "page lost"
_CROWD: Final = 4
"""From this many ways up that say the same to one team, they join before they reach it."""
_APART: Final = 0.1
"""How far words stay from a card at least, of what lines keep from it."""


class Way(NamedTuple):
    """An escalation, or one that is missing, the findings about it, and what is said beside it."""

    source: TeamId
    target: TeamId
    escalation: Escalation | None
    lost: Finding | None
    severity: Severity | None
    said: Words
    is_conditional: bool = False


class _Field(NamedTuple):
    """Where lines and words may be, and the rules between bands."""

    area: Rect
    rules: tuple[float, ...]


def ways_of(
    organization: Organization, shown: Contents, signs: Signs, measures: Measures, *, of_service: bool = False
) -> tuple[Way, ...]:
    """The ways to draw, before anything has a place; what they say is measured here and never again.

    Where all are `of_service`, that only pages of some services take a way is no condition.
    """
    there = {team.id for storey in shown.storeys for team in storey.teams}
    if has_entry(shown):
        there.add(ALERT)
    found = []
    for way in shown.ways:
        ends = (end_of(way.source), end_of(way.target))
        lost = signs.lost.get(ends)
        severity = signs.circles.get(ends) or signs.worst.get(way.subject)
        seen = changed(way, services=()) if of_service else way
        said = _words(way, condition_of(organization, seen), lost, measures)
        found.append(Way(way.source, way.target, way, lost, severity, said, seen.is_conditional))
    for (source, target), finding in signs.missing.items():
        start = ALERT if source == ENTRY else TeamId(subject_parts(source)[1])
        end = TeamId(subject_parts(target)[1])
        if start in there and end in there:
            rows = signs.unreached[source, target]
            said = words_of_loss("", _LOST, _unreached(organization, rows) or finding.message, measures)
            found.append(Way(start, end, None, finding, finding.severity, said))
    return tuple(way for way in found if way.source != way.target)


def arrows_of(ways: tuple[Way, ...], where: Places, shared: Iterable[TeamId], measures: Measures) -> tuple[Arrow, ...]:
    cards: dict[str, Rect] = {f"team:{team}": rect for team, rect in where.cards.items()}
    cards |= {f"nobody:{place}": rect for place, rect in where.nobody.items()}
    if where.entry:
        cards[ENTRY] = where.entry
    drawn = _drawn(
        tuple(_requests(ways)),
        tuple(way.said for way in ways),
        tuple(cards.items()),
        frozenset(end_of(team) for team in shared),
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
    said: tuple[Words, ...],
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
    apart = measures.clearance * _APART
    around = [rect.grown(apart + (measures.outline if name in shared else 0.0)) for name, rect in cards]
    placer = LabelPlacer(around, lines, bands.rules, bands.area, measures)
    branches = _branches(requests, lines)
    placed: dict[int, tuple[Label | None, Loss | None]] = {}
    # Short lines first: they have the least room for their words.
    for place in sorted(range(len(lines)), key=lambda place: (_length(lines[place]), place)):
        words_here, points = said[place], lines[place]
        label = None if place in branches else placer.label(points, words_here)
        placed[place] = label, placer.loss(_cut_piece(points), words_here) if words_here.title else None
    return [(lines[place], *placed[place]) for place in range(len(lines))]


def _requests(ways: tuple[Way, ...]) -> Iterator[Request]:
    """Ways of one team that say the same share a trunk and branch; many that lead to one team join before it."""
    kinds = [(way.said, *_style(way)) for way in ways]
    outward = Counter((way.source, kind) for way, kind in zip(ways, kinds, strict=True))
    inward = Counter((way.target, kind) for way, kind in zip(ways, kinds, strict=True))
    numbers = {kind: place for place, kind in reversed([*enumerate(kinds)])}
    weights = _weights(ways)
    for way, kind, weight in zip(ways, kinds, weights, strict=True):
        trunk = None
        number = numbers[kind]
        if not way.lost and inward[way.target, kind] >= max(_CROWD, outward[way.source, kind]):
            trunk = Trunk(f"{way.target}/{number}", at_source=False)
        elif not way.lost and outward[way.source, kind] > 1:
            trunk = Trunk(f"{way.source}/{number}", at_source=True)
        yield Request(end_of(way.source), end_of(way.target), weight, trunk)


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


def _style(way: Way) -> tuple[bool, bool, Severity | None]:
    escalation = way.escalation
    if escalation is None:
        return False, False, way.severity
    return way.is_conditional, not escalation.carries_pages, way.severity


def _weights(ways: tuple[Way, ...]) -> Iterator[float]:
    """A team's first way on runs straightest; missing ones find room where they can."""
    led: set[TeamId] = set()
    for way in ways:
        if way.escalation is None:
            yield 0.0
            continue
        leads = way.source not in led
        led.add(way.source)
        yield 1.0 if not way.escalation.carries_pages else 3.0 if leads else 2.0


def _words(escalation: Escalation | None, condition: str, lost: Finding | None, measures: Measures) -> Words:
    minutes = minutes_text(escalation.after) if escalation else ""
    if lost:
        waited = dict(lost.numbers).get("minutes")
        title = f"{waited:g} min lost" if waited else _LOST
        return words_of_loss(minutes, title, lost.message, measures)
    if escalation is None:
        return Words()
    if not escalation.carries_pages:
        colon = "" if not condition or condition.casefold().startswith(LIMITS) else ":"
        condition = f"is told{colon} {condition}".rstrip()
    return words(minutes, condition, measures)


def _unreached(organization: Organization, rows: Sequence[Responsibility]) -> str:
    """Whose pages never take a way that is missing; nothing where no row is known."""
    if not rows:
        return ""
    known = organization.service_by_id
    services = {row.service: known[row.service].name for row in rows if row.service and row.service in known}
    said = f"“{rows[0].name}”" if len(rows) == 1 else counted(len(rows), "responsibility", "responsibilities")
    whose = [*services.values()] if len(services) == 1 else [f"{len(services)} services"] if services else []
    return f"A page for {' of '.join([said, *whose])} never gets there."


def _arrow(way: Way, points: tuple[Point, ...], label: Label | None, loss: Loss | None) -> Arrow:
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
