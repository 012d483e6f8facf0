"""Rows of a reference matrix made for a service that lacks them, each with a team that has it from the start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.catalogue import matrix, rows_from_matrix
from orgmodel.catalogue.templates import owners_for
from orgmodel.commands import AddRow, Command, Together
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Organization, Raci, Responsibility, Service, TeamId
from orgmodel.model.value import changed
from orgmodel.rules.fixes import best_teams, hand_to


def made_up(graph: OrgGraph, service: Service, missing: Iterable[Responsibility]) -> tuple[Command, ...]:
    """Commands that add rows of the service's matrix below its others; none where some row would have nobody.

    Whoever would have them where the service was made anew comes first, then the best teams for each.
    """
    organization = graph.organization
    rows = tuple(changed(row, raci=Raci()) for row, _ in _made(organization, service, missing))
    likely = {row.id: raci for row, raci in _made(organization, service, missing)}
    below = _below(organization, service)
    trial = OrgGraph(organization.copy_with(responsibilities=(*organization.responsibilities, *rows)), graph.today)
    commands: dict[Command, None] = {}
    for count, row in enumerate(rows):
        facts = trial.rows[trial.place_of_row[row.id]]
        given = next(_given(trial, facts, likely[row.id], below + count), None)
        if given is None:
            return ()
        commands.update(dict.fromkeys(given))
    return tuple(commands)


def _given(trial: OrgGraph, row: RowFacts, likely: Raci, at: int) -> Iterator[tuple[Command, ...]]:
    """The row added with an owner, and with a level above that owner where it needs one; the best way first."""
    there = trial.organization.teams_there
    teams = (*(team for team in likely if team in there), *best_teams(trial, row))

    def add(team: TeamId) -> Command:
        return AddRow(changed(row.row, raci=Raci({team: "A"})), at)

    for fix in hand_to(trial, row, dict.fromkeys(teams), "", add):
        yield fix.command.commands if isinstance(fix.command, Together) else (fix.command,)


def _made(
    organization: Organization, service: Service, missing: Iterable[Responsibility]
) -> Iterator[tuple[Responsibility, Raci]]:
    """The missing rows as they would be made, in layers and areas that there are, and the letters of each."""
    wanted = {row.id for row in missing}
    reference = matrix(service.matrix or "")
    made = rows_from_matrix(
        reference,
        service.id,
        owners_for(organization, service),
        layers=organization.layers,
        taken=frozenset(row.id for row in organization.responsibilities),
    )
    for row, new in zip(reference.rows, made, strict=True):
        if row.id in wanted:
            layer = new.layer if new.layer in organization.layer_by_id else None
            area = new.area if new.area in organization.area_by_id else None
            yield changed(new, layer=layer, area=area), new.raci


def _below(organization: Organization, service: Service) -> int:
    """The place after the last row of the service, else the end."""
    rows = organization.responsibilities
    return max((place + 1 for place, row in enumerate(rows) if row.service == service.id), default=len(rows))
