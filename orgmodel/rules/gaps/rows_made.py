"""Rows of a reference matrix made for a service that lacks them, each with a team that has it from the start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.catalogue import matrix, rows_from_matrix
from orgmodel.commands import AddRow, Command, Together
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Organization, Raci, Responsibility, Service, TeamId
from orgmodel.model.value import changed
from orgmodel.rules.fixes import best_teams, hand_to


def made_up(graph: OrgGraph, service: Service, missing: Iterable[Responsibility]) -> tuple[Command, ...]:
    """Commands that add rows of the service's matrix below its others, each answered for by the best team for it.

    None where nobody could have some row: as a gap it would be worse than missing. A team that needs a level above it
    for such a row is given one.
    """
    organization = graph.organization
    rows = tuple(_made(organization, service, missing))
    below = _below(organization, service)
    trial = OrgGraph(organization.copy_with(responsibilities=(*organization.responsibilities, *rows)), graph.today)
    commands: dict[Command, None] = {}
    for count, row in enumerate(rows):
        given = _given(trial, trial.rows[trial.place_of_row[row.id]], below + count)
        if given is None:
            return ()
        commands.update(dict.fromkeys(given))
    return tuple(commands)


def _given(trial: OrgGraph, row: RowFacts, at: int) -> tuple[Command, ...] | None:
    """What adds the row with the first of the best teams that nothing stands against."""

    def add(team: TeamId) -> Command:
        return AddRow(changed(row.row, raci=Raci({team: "A"})), at)

    fix = next(iter(hand_to(trial, row, best_teams(trial, row), "Assign A to", add)), None)
    if fix is None:
        return None
    return fix.command.commands if isinstance(fix.command, Together) else (fix.command,)


def _made(organization: Organization, service: Service, missing: Iterable[Responsibility]) -> Iterator[Responsibility]:
    """The missing rows without letters, in layers and areas that there are."""
    wanted = {row.id for row in missing}
    reference = matrix(service.matrix or "")
    taken = frozenset(row.id for row in organization.responsibilities)
    for row, new in zip(reference.rows, rows_from_matrix(reference, service.id, {}, taken=taken), strict=True):
        if row.id in wanted:
            layer = new.layer if new.layer in organization.layer_by_id else None
            area = new.area if new.area in organization.area_by_id else None
            yield changed(new, layer=layer, area=area)


def _below(organization: Organization, service: Service) -> int:
    """The place after the last row of the service, else the end."""
    rows = organization.responsibilities
    return max((place + 1 for place, row in enumerate(rows) if row.service == service.id), default=len(rows))
