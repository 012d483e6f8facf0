"""The support chain as plain shapes: the one geometry that screen, paper and pictures draw."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.diagram.arrows import arrows_of
from orgmodel.diagram.contents import Contents, contents, cover_of, lacks_weekend, minutes_text
from orgmodel.diagram.measures import paper_measures, screen_measures
from orgmodel.diagram.places import Places, places
from orgmodel.diagram.shapes import Card, ChainDiagram, Measures, NobodyCard, Totals
from orgmodel.diagram.signs import Signs
from orgmodel.document import Arrangement
from orgmodel.findings import Report
from orgmodel.model import LayerId, Organization, RowId, ServiceId, Team

__all__ = ["chain_diagram", "minutes_text", "paper_measures", "screen_measures"]


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
    signs = Signs(organization, findings)
    shown = contents(organization, signs.nobody, service, layers)
    where = places(shown, arrangement, measures)
    cards = tuple(_card(organization, team, shown, where, signs) for storey in shown.storeys for team in storey.teams)
    arrows = arrows_of(organization, shown, where, signs, measures)
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


def _names(organization: Organization, rows: Iterable[RowId]) -> tuple[str, ...]:
    return tuple(organization.row_by_id[row].name for row in rows)


def _card(organization: Organization, team: Team, shown: Contents, where: Places, signs: Signs) -> Card:
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
