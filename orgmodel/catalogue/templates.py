"""Templates: small organisations to start from, with placeholder teams and the rows of a reference matrix."""

from __future__ import annotations

from functools import cache
from typing import Final

from orgmodel.catalogue.matrices import matrix, rows_from_matrix
from orgmodel.catalogue.shipped import not_found, shipped
from orgmodel.document import Document
from orgmodel.model import Organization, Responsibility, Service, TeamId, TeamKind
from orgmodel.model.value import value


@value
class Template:
    """What a person chooses from; `template(id)` is the document itself."""

    id: str
    name: str
    description: str


TEMPLATES: Final = (
    Template(
        "four-teams",
        "From the reference matrix",
        "four teams, 43 rows with their owners, the whole chain: put in your names",
    ),
    Template("first-sre-team", "First SRE team", "two teams, 43 rows with gaps to fill"),
    Template("central-sre", "Central SRE and frontline", "three teams, 43 rows; one SRE team below every application"),
    Template("embedded-sre", "Embedded SRE", "three teams, 43 rows; SRE inside the application team, no frontline"),
    Template("empty", "Empty", "no teams, no rows"),
)
"""In the order in which they are offered."""


def templates() -> tuple[Template, ...]:
    return TEMPLATES


@cache
def template(name: str) -> Document:
    """A document to start from, its rows made from the matrix that each service names; raises `NotFound`."""
    names = [offered.id for offered in TEMPLATES]
    if name not in names:
        raise not_found("template", name, names)
    document = shipped("templates", name)
    return document.with_organization(_with_rows(document.organization))


def _with_rows(organization: Organization) -> Organization:
    rows: tuple[Responsibility, ...] = organization.responsibilities
    for service in organization.services:
        if service.matrix:
            taken = frozenset(row.id for row in rows)
            owners = owners_for(organization, service)
            made = rows_from_matrix(matrix(service.matrix), service.id, owners, layers=organization.layers, taken=taken)
            rows = (*rows, *made)
    return organization.copy_with(responsibilities=rows)


def owners_for(organization: Organization, service: Service) -> dict[TeamKind, TeamId]:
    """Who would own a new service's rows: the service's team, those that support it, else the first of each kind."""
    near = [team for team in organization.teams if team.id == service.team]
    near += [team for team in organization.teams if service.team in team.supports]
    owners: dict[TeamKind, TeamId] = {}
    for team in (*near, *organization.teams):
        if team.status != "archived":
            owners.setdefault(team.kind, team.id)
    return owners
