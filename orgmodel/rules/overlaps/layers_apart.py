"""OVR004: rows that are answered for from a layer far away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from orgmodel.commands import MoveAccountability
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Layer, LayerId, Subject, TeamId, subject
from orgmodel.model.value import value
from orgmodel.rules.fixes import best_teams, hand_to
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Found, Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.sources import HOW_TO_RACI
from orgmodel.sentences import few, listed

_TOO_FAR: Final = 2
"""Layers between the row's and its owner's home, counted as steps (RULES)."""

_NOT_OF_FRONTLINE: Final = frozenset({"application", "infrastructure-sre"})
"""The kinds of layers of which frontline answers for no row, however near they stand."""


@row_rule("OVR004", "work-far-from-its-layer", "warning", HOW_TO_RACI, reads=("namesakes",))
def work_far_from_its_layer(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        Every team that answers for the row is at home two layers or more away from it; or frontline answers for a row
        of the application or the infrastructure. At home a team is in the layer whose kind is its own.

    Why it hurts
        Those who answer for the work do not see it, and those who see it may not decide. The source puts the A on the
        level closest to the action or knowledge.

    An example that fails
        teams:
          - {id: ruby-web, name: Ruby Web, kind: application}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: os-updates, name: OS Updates, layer: infrastructure, raci: {ruby-web: A, infra-sre: R}}

    An example that passes
        teams:
          - {id: ruby-web, name: Ruby Web, kind: application}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: os-updates, name: OS Updates, layer: infrastructure, raci: {infra-sre: A, ruby-web: C}}

    How to put it right
        Let a team that is at home there answer for it; or put the row in the layer where it belongs.

    Limits
        How far two layers are apart follows from their order in the file, from the top of the stack. Governance is at
        home nowhere and may answer for anything, and so may a team whose kind no layer has. A row without a layer is
        not looked at: there is nothing that it could be far from. Not assessed where the kind of an owner is “other”,
        or where the kind of a layer is unknown that could be the owner's home.
    """
    judged: dict[tuple[LayerId, tuple[TeamId, ...]], _Standing] = {}
    places = {layer.id: place for place, layer in enumerate(graph.organization.layers)}
    for row in rows:
        layer = row.row.layer
        if layer is None or layer not in places or not row.owners:
            continue
        key = layer, row.owners
        standing = judged.get(key)
        if standing is None:
            standing = judged[key] = _standing(graph, places[layer], row.owners)
        if standing.unknown:
            yield not_assessed(row.subject, "kind", *standing.unknown)
        elif standing.is_far:
            yield _found(graph, row, standing)


def is_far_from_home(graph: OrgGraph, team: TeamId, layer: LayerId | None) -> bool:
    """Whether the rule would warn of a row of that layer that this team alone answers for."""

    def judged() -> bool:
        place = next((at for at, held in enumerate(graph.organization.layers) if held.id == layer), None)
        return place is not None and _standing(graph, place, (team,)).is_far

    return graph.remembered(("far from home", team, layer), judged)


@value
class _Standing:
    """How owners stand to a layer: the fewest steps from home, None where that is no matter; whose kind is unknown."""

    layer: Layer
    is_far: bool
    steps: int | None = None
    unknown: tuple[Subject, ...] = ()


def _standing(graph: OrgGraph, place: int, owners: Iterable[TeamId]) -> _Standing:
    layers = graph.organization.layers
    teams = [graph.present[team] for team in owners]
    if layers[place].kind in _NOT_OF_FRONTLINE and any(team.kind == "frontline" for team in teams):
        return _Standing(layers[place], is_far=True)
    unsaid = tuple(layer.subject for layer in layers if layer.kind is None)
    steps: list[int] = []
    unknown: list[Subject] = []
    for team in teams:
        homes = [abs(place - home) for home, layer in enumerate(layers) if layer.kind == team.kind]
        if homes and team.kind != "other":
            steps.append(min(homes))
        elif team.kind == "other":
            unknown.append(team.subject)
        elif team.kind != "governance":
            unknown += unsaid
    if any(away < _TOO_FAR for away in steps):
        return _Standing(layers[place], is_far=False)
    if unknown:
        return _Standing(layers[place], is_far=False, unknown=tuple(dict.fromkeys(unknown)))
    return _Standing(layers[place], is_far=len(steps) == len(teams), steps=min(steps, default=None))


def _found(graph: OrgGraph, row: RowFacts, standing: _Standing) -> Found:
    teams = sorted(row.owners, key=graph.by_name)
    names, layer = listed([graph.name(team) for team in teams], most=4), standing.layer.title
    answer = "answers" if len(teams) == 1 else "answer"
    away = "which is not frontline work" if standing.steps is None else f"{few(standing.steps, 'layer')} from home"
    return found(
        row.subject,
        *(subject("team", team) for team in teams),
        standing.layer.subject,
        message=f"{names} {answer} for {said_of(graph, row)} in {layer}, {away}.",
        alike="are answered for far from their layer",
        advice=f"Let a team that is at home in {layer} answer for it, or put the row where it belongs.",
        numbers=figures(layers_from_home=standing.steps, too_far_from=_TOO_FAR) if standing.steps is not None else (),
        fixes=partial(_bring_near, row=row),
    )


def _bring_near(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    place = next(at for at, layer in enumerate(graph.organization.layers) if layer.id == row.row.layer)
    near = []
    for team in best_teams(graph, row):
        standing = _standing(graph, place, (team,))
        if not standing.is_far and not standing.unknown:
            near.append(team)
    return hand_to(graph, row, near, "Move A to", partial(MoveAccountability, row.id))
