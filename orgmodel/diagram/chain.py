"""The support chain as plain shapes: the one geometry that screen, paper and pictures draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from orgmodel.diagram.contents import Contents, condition_of, contents, cover_of, is_conditional, lacks_weekend
from orgmodel.diagram.labels import LabelPlacer, wrapped
from orgmodel.diagram.places import ENTRY, Places, places
from orgmodel.diagram.routing import Request, routed
from orgmodel.diagram.shapes import (
    Arrow,
    Card,
    ChainDiagram,
    Label,
    Loss,
    Measures,
    NobodyCard,
    Point,
    Rect,
    TextRole,
    Totals,
)
from orgmodel.document import Arrangement
from orgmodel.findings import SEVERITIES, Finding, Report, Severity
from orgmodel.model import (
    ALERT,
    Duration,
    Escalation,
    LayerId,
    Organization,
    RowId,
    ServiceId,
    Subject,
    Team,
    TeamId,
    subject,
    subject_parts,
)
from orgmodel.model.durations import MINUTES_IN

_NOBODY = "GAP001"
_SHARED = "OVR001"
_UNREACHABLE = "ESC001"
_CIRCLE = "ESC002"
_SILENCE = frozenset({"ESC011", "ONC004"})
_LOST = "ESC011"


def chain_diagram(
    organization: Organization,
    report: Report | None,
    arrangement: Arrangement,
    measures: Measures,
    *,
    service: ServiceId | None = None,
    layers: Iterable[LayerId] | None = None,
) -> ChainDiagram:
    """The chain of everything, or of one service or some layers; without a report no findings are drawn.

    Same input, same diagram. Cards stand in the band of their layer and never overlap.
    """
    findings = report.findings if report else ()
    signs = _Signs(organization, findings)
    shown = contents(organization, signs.nobody, service, layers)
    where = places(shown, arrangement, measures)
    cards = tuple(_card(organization, team, shown, where, signs) for storey in shown.storeys for team in storey.teams)
    arrows = _arrows(organization, shown, where, signs, measures)
    nobody = tuple(
        NobodyCard(where.nobody[place], storey.layer, storey.nobody, _names(organization, storey.nobody))
        for place, storey in enumerate(shown.storeys)
        if storey.nobody
    )
    return ChainDiagram(
        width=max([where.width, *(arrow.label.rect.right for arrow in arrows if arrow.label)]),
        height=where.height,
        bands=where.bands,
        cards=cards,
        nobody=nobody,
        entry=where.entry,
        arrows=arrows,
        totals=Totals(shown.teams_shown, shown.teams, len(shown.ways), len(organization.escalations)),
        most=max((card.answers + card.does for card in cards), default=0),
    )


def screen_measures(measure: Callable[[TextRole, str], float]) -> Measures:
    """Pixels at 100 %, for a window of 1440 × 900 with its docks open."""
    return Measures(
        measure=measure,
        width=1096,
        height=704,
        label_column=164,
        slot=188,
        card_width=264,
        card_height=104,
        column_gap=96,
        line_gap=72,
        padding=36,
        empty_band=104,
        entry_width=96,
        entry_height=44,
        nobody_height=80,
        clearance=16,
        lane=14,
        corner=8,
        outline=4.5,
        label_height=20,
        reason_height=16,
        label_gap=8,
        pixel=Point(1, 1),
    )


def paper_measures(measure: Callable[[TextRole, str], float], width: float, height: float) -> Measures:
    """Points, for bands over a width and a height: cards of 64 × 16 mm."""
    mm = 72 / 25.4
    return Measures(
        measure=measure,
        width=width,
        height=height,
        label_column=32 * mm,
        slot=44 * mm,
        card_width=64 * mm,
        card_height=16 * mm,
        column_gap=26 * mm,
        line_gap=11 * mm,
        padding=5 * mm,
        empty_band=14 * mm,
        entry_width=24 * mm,
        entry_height=10 * mm,
        nobody_height=14 * mm,
        clearance=3.6 * mm,
        lane=3 * mm,
        corner=2 * mm,
        outline=1.1 * mm,
        label_height=11.5,
        reason_height=10.5,
        label_gap=5,
        pixel=Point(64 * mm / 264, 16 * mm / 104),
    )


def minutes_text(after: Duration | None) -> str:
    """`15 min`, `2 h`, `90 s`, as short as it stays exact; empty where it is unknown."""
    if after is None:
        return ""
    for unit, name in (("d", "d"), ("h", "h"), ("m", "min")):
        count = after.minutes / MINUTES_IN[unit]
        if count and count == int(count) and (unit == "m" or count > 1):
            return f"{count:.0f} {name}"
    return f"{after.minutes * 60:.0f} s" if after.minutes else "at once"


class _Way(NamedTuple):
    """An escalation, or one that is missing, and the findings about it."""

    source: TeamId
    target: TeamId
    escalation: Escalation | None
    lost: Finding | None
    severity: Severity | None


class _Signs:
    """What findings put on the diagram."""

    def __init__(self, organization: Organization, findings: Iterable[Finding]) -> None:
        self.nobody: list[RowId] = []
        self.shared: set[TeamId] = set()
        self.worst: dict[Subject, Severity] = {}
        self.silent: set[Subject] = set()
        self.lost: dict[tuple[Subject, Subject], Finding] = {}
        self.missing: dict[tuple[Subject, Subject], Finding] = {}
        self.circles: dict[tuple[Subject, Subject], Severity] = {}
        existing = {(_end(way.source), _end(way.target)) for way in organization.escalations}
        for finding in findings:
            self._take(organization, finding, existing)

    def _take(self, organization: Organization, finding: Finding, existing: set[tuple[Subject, Subject]]) -> None:
        rows = [RowId(name) for kind, name in map(subject_parts, finding.subjects) if kind == "responsibility"]
        for named in finding.subjects:
            self.worst[named] = min(self.worst.get(named, "info"), finding.severity, key=SEVERITIES.index)
        if finding.code == _NOBODY:
            self.nobody += rows
        elif finding.code == _SHARED:
            held = [organization.row_by_id[row] for row in rows if row in organization.row_by_id]
            self.shared.update(team for row in held for team in row.raci.accountable)
        elif finding.code == _UNREACHABLE:
            self.missing |= {way: finding for way in finding.evidence.ways if way not in existing | self.missing.keys()}
        elif finding.code == _CIRCLE:
            self.circles |= dict.fromkeys(finding.evidence.ways, finding.severity)
        elif finding.code == _LOST:
            self.lost |= {way: finding for way in finding.evidence.ways if way in existing}
        if finding.code in _SILENCE:
            self.silent.update(finding.subjects)


def _end(team: TeamId) -> Subject:
    return ENTRY if team == ALERT else subject("team", team)


def _names(organization: Organization, rows: Iterable[RowId]) -> tuple[str, ...]:
    return tuple(organization.row_by_id[row].name for row in rows)


def _card(organization: Organization, team: Team, shown: Contents, where: Places, signs: _Signs) -> Card:
    silent = team.subject in signs.silent and lacks_weekend(organization, team.id)
    return Card(
        team=team,
        rect=where.cards[team.id],
        answers=shown.answers.get(team.id, 0),
        does=shown.does.get(team.id, 0),
        people=team.people,
        cover=cover_of(organization, team.id),
        uncovered="no weekend cover" if silent else None,
        severity=signs.worst.get(team.subject),
        shared=team.id in signs.shared,
        ghost=team.id in shown.ghosts,
        placed=team.id in where.placed,
    )


def _arrows(
    organization: Organization, shown: Contents, where: Places, signs: _Signs, measures: Measures
) -> tuple[Arrow, ...]:
    ways = _ways(shown, where, signs)
    obstacles: dict[str, Rect] = {f"team:{team}": rect for team, rect in where.cards.items()}
    obstacles |= {f"nobody:{place}": rect for place, rect in where.nobody.items()}
    if where.entry:
        obstacles[ENTRY] = where.entry
    requests = [Request(_end(way.source), _end(way.target), _weight(ways, place)) for place, way in enumerate(ways)]
    lines = routed(requests, obstacles, measures.label_column, measures)
    lines = [
        _touching(points, measures.outline if way.target in signs.shared else 0.0)
        for points, way in zip(lines, ways, strict=True)
    ]
    placer = LabelPlacer(
        cards=[rect.grown(measures.outline) for rect in obstacles.values()],
        lines=lines,
        rules=[band.bottom for band in where.bands],
        area=Rect(measures.label_column, 0, where.width - measures.label_column, where.height),
        measures=measures,
    )
    # Short lines first: they have the least room for their words.
    order = sorted(range(len(ways)), key=lambda place: (_length(lines[place]), place))
    words = {place: _words(organization, ways[place], lines[place], placer, measures) for place in order}
    return tuple(_arrow(way, lines[place], *words[place]) for place, way in enumerate(ways))


def _ways(shown: Contents, where: Places, signs: _Signs) -> list[_Way]:
    ways = []
    for way in shown.ways:
        ends = (_end(way.source), _end(way.target))
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


def _words(
    organization: Organization, way: _Way, points: tuple[Point, ...], placer: LabelPlacer, measures: Measures
) -> tuple[Label | None, Loss | None]:
    minutes = minutes_text(way.escalation.after) if way.escalation else ""
    if way.lost:
        numbers = dict(way.lost.numbers)
        waited = numbers.get("minutes")
        title = f"{waited:g} min lost" if waited else "page lost"
        label = placer.label(points, minutes, "")
        return label, placer.loss(points, title, wrapped(way.lost.message, measures.slot, measures))
    if way.escalation is None:
        return None, None
    condition = condition_of(organization, way.escalation)
    if not way.escalation.carries_pages:
        condition = f"is told {condition}".strip()
    return placer.label(points, minutes, condition), None


def _arrow(way: _Way, points: tuple[Point, ...], label: Label | None, loss: Loss | None) -> Arrow:
    cut, vertical = _cut(points) if way.lost else (None, False)
    return Arrow(
        subject=subject("escalation", f"{way.source}->{way.target}"),
        escalation=way.escalation,
        source=_end(way.source),
        target=_end(way.target),
        points=points,
        conditional=way.escalation is not None and is_conditional(way.escalation),
        inform=way.escalation is not None and not way.escalation.carries_pages,
        is_lost=way.lost is not None,
        cut=cut,
        cut_is_vertical=vertical,
        severity=way.severity,
        label=label,
        loss=loss,
    )


def _cut(points: tuple[Point, ...]) -> tuple[Point, bool]:
    """Where the line is cut: towards the end of its longest piece, and whether that piece is vertical."""
    pieces = list(pairwise(points))
    start, end = pieces[-1] if _length(pieces[-1]) >= 0.3 * _length(points) else max(pieces, key=_length)
    share = 0.62
    at = Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    return at, start.x == end.x


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
