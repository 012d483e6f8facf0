"""The support chain as plain shapes: the one geometry that screen, paper and pictures draw.

A diagram is made in two steps: the plan says what is shown and measures its words, which needs fonts; drawing it takes
the time, and is plain geometry for any thread.
"""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.diagram.arrows import Way, arrows_of, ways_of
from orgmodel.diagram.contents import Contents, contents, minutes_text
from orgmodel.diagram.cover import days_covered
from orgmodel.diagram.measures import paper_measures, screen_measures
from orgmodel.diagram.places import Places, places
from orgmodel.diagram.shapes import Card, ChainDiagram, Measures, NobodyCard, Totals
from orgmodel.diagram.signs import Signs, team_at
from orgmodel.document import Arrangement
from orgmodel.findings import Report
from orgmodel.model import LayerId, Organization, RowId, ServiceId, Team, TeamKind
from orgmodel.model.value import value

__all__ = [
    "ChainPlan",
    "chain_diagram",
    "chain_plan",
    "draw",
    "has_same_lines",
    "minutes_text",
    "paper_measures",
    "screen_measures",
]


@value
class ChainPlan:
    """What a diagram shows and says, before anything has a place."""

    organization: Organization
    arrangement: Arrangement
    shown: Contents
    signs: Signs
    ways: tuple[Way, ...]
    measures: Measures


def chain_diagram(
    organization: Organization,
    report: Report | None,
    arrangement: Arrangement,
    measures: Measures,
    *,
    service: ServiceId | None = None,
    layers: Iterable[LayerId] | None = None,
    kind: TeamKind | None = None,
) -> ChainDiagram:
    """The chain of everything, or of one service, some layers, one kind of team; without a report it has no findings.

    Same input, same diagram. Cards stand in the band of their layer and never overlap.
    """
    return draw(chain_plan(organization, report, arrangement, measures, service=service, layers=layers, kind=kind))


def chain_plan(
    organization: Organization,
    report: Report | None,
    arrangement: Arrangement,
    measures: Measures,
    *,
    service: ServiceId | None = None,
    layers: Iterable[LayerId] | None = None,
    kind: TeamKind | None = None,
) -> ChainPlan:
    signs = Signs(organization, report.findings if report else (), service)
    missing = [(team_at(source), team_at(target)) for source, target in signs.missing]
    shown = contents(organization, signs.nobody, service, layers, kind, missing=missing)
    ways = ways_of(organization, shown, signs, measures, of_service=service is not None)
    return ChainPlan(organization, arrangement, shown, signs, ways, measures)


def draw(plan: ChainPlan) -> ChainDiagram:
    """The diagram of a plan: quick where one with the same lines was drawn lately."""
    organization, shown, signs = plan.organization, plan.shown, plan.signs
    where = places(shown, plan.arrangement, plan.measures)
    cards = tuple(_card(organization, team, shown, where, signs) for storey in shown.storeys for team in storey.teams)
    arrows = arrows_of(plan.ways, where, signs.shared, plan.measures)
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


def has_same_lines(one: ChainPlan, other: ChainPlan) -> bool:
    """Whether two plans put their cards and lines in the same places, whatever the cards say."""
    return _lines(one) == _lines(other)


def _lines(plan: ChainPlan) -> object:
    storeys = [(storey.layer, [team.id for team in storey.teams], bool(storey.nobody)) for storey in plan.shown.storeys]
    return storeys, plan.ways, plan.signs.shared, plan.arrangement.chain, plan.measures


def _names(organization: Organization, rows: Iterable[RowId]) -> tuple[str, ...]:
    return tuple(organization.row_by_id[row].name for row in rows)


def _card(organization: Organization, team: Team, shown: Contents, where: Places, signs: Signs) -> Card:
    return Card(
        team=team,
        rect=where.cards[team.id],
        answers=shown.answers.get(team.id, 0),
        does=shown.does.get(team.id, 0),
        people=team.people,
        cover=days_covered(organization, team.id),
        severity=signs.worst.get(team.subject),
        shared=team.id in signs.shared,
        ghost=team.id in shown.ghosts,
        placed=team.id in where.placed,
    )
