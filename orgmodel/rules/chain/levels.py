"""ESC004: how many a page tries before there is nobody left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from orgmodel.commands import AddRotation, Command
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import Chain, OrgGraph, RowFacts
from orgmodel.model import ALERT, ORGANIZATION, RotationId, TeamId, id_from_name, subject
from orgmodel.model.value import changed
from orgmodel.rules.fixes import as_one, level_above
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import PAGED, Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.sources import FULL_SERVICE_OWNERSHIP
from orgmodel.sentences import listed, spelled


@row_rule("ESC004", "too-few-levels", "warning", FULL_SERVICE_OWNERSHIP, reads=("namesakes",))
def too_few_levels(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        A page for this critical row has fewer than three to try: each team on its way is one, and each further
        level of that team's rotations is one more.

    Why it hurts
        When two do not answer, nobody is left to call. The source wants at least three levels of escalation for
        services on the critical path.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, criticality: 1, paged: true, raci: {web-sre: A}}
        rotations:
          - {id: frontline-primary, team: frontline}
          - {id: web-primary, team: web-sre}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, criticality: 1, paged: true, raci: {web-sre: A}}
        rotations:
          - {id: frontline-primary, team: frontline}
          - {id: web-primary, team: web-sre, hand_up: 5m}
          - {id: web-backup, team: web-sre, level: 2}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m}

    How to put it right
        Give the team a backup level, or somebody above it.

    Limits
        The number is that of the source: settings.limits has levels_critical (3). Counted are the teams on some way to
        the owner and all to whom it can escalate; whether one page could try all of them is not asked, nor are hours.
        A row that no page gets to the owner of is left to ESC001. Not assessed where the criticality of the row is
        unknown, where the file has no escalation, and where too few teams are on the way and the file has no rotation,
        which could add levels.
    """
    least = graph.organization.settings.limit("levels_critical")
    for row in rows:
        if row.critical is False or row.row.paged is False or not row.carriers:
            continue
        if not graph.escalations:
            yield not_assessed(row.subject, "escalations", ORGANIZATION)
            continue
        chain = graph.chain_of(row.row)
        if _near(chain, row.carriers) >= least:
            continue
        tried = graph.remembered(("tried", chain, row.carriers), partial(_tried, graph, chain, row.carriers))
        number = sum(tried.values())
        if number >= least:
            continue
        if row.critical is None:
            yield not_assessed(row.subject, "criticality")
        elif not tried:
            if row.row.paged is None:
                yield not_assessed(row.subject, PAGED)
        elif not graph.organization.rotations:
            yield not_assessed(row.subject, "rotations", ORGANIZATION)
        else:
            teams = tuple(sorted(tried, key=graph.by_name))
            names = listed([_with_levels(graph, team, tried[team]) for team in teams], most=4)
            yield found(
                row.subject,
                *(subject("team", team) for team in teams),
                message=f"A page for {said_of(graph, row)} has only {spelled(number)} to try: {names}.",
                alike=f"are critical and a page for them has fewer than {_number(least)} to try",
                advice=f"Give {graph.name(min(row.carriers, key=graph.by_name))} a backup level, or somebody above it.",
                evidence=partial(_ways_among, row=row, teams=teams),
                numbers=figures(to_try=number, least=least),
                fixes=partial(_more_to_try, team=min(row.carriers, key=graph.by_name)),
            )


def _near(chain: Chain, owners: tuple[TeamId, ...]) -> int:
    """How many a page tries at least: owners that it gets to, and whom they escalate to; mostly they are enough."""
    reached = [team for team in owners if team in chain.reach]
    return len(set(reached).union(*(chain.escalations.get(team, ()) for team in reached)))


def _tried(graph: OrgGraph, chain: Chain, owners: tuple[TeamId, ...]) -> Mapping[TeamId, int]:
    """The teams on some way to the owners and onward from them, with how many a page tries in each.

    None where no page gets to an owner.
    """
    reached = [team for team in owners if team in chain.reach]
    teams = set(chain.leading_to(reached)).union(*(chain.onward(team) for team in reached)) - {ALERT}
    return {team: max(1, len(level_numbers(graph, team))) for team in teams}


def level_numbers(graph: OrgGraph, team: TeamId) -> tuple[int, ...]:
    """The levels of a team's rotations, the first one first; those that are known to have nobody are left out."""
    rotations = graph.rotations_of.get(team, ())
    return tuple(sorted({rotation.level for rotation in rotations if not rotation.is_empty}))


def _number(limit: float) -> str:
    return spelled(int(limit)) if limit == int(limit) else f"{limit:g}"


def _with_levels(graph: OrgGraph, team: TeamId, levels: int) -> str:
    return graph.name(team) + (f" on {spelled(levels)} levels" if levels > 1 else "")


def _ways_among(graph: OrgGraph, row: RowFacts, teams: tuple[TeamId, ...]) -> Evidence:
    """The teams that are tried, and how a page gets to them."""
    return Evidence(
        (row.subject, *(subject("team", team) for team in teams)),
        tuple(
            (subject("team", source), subject("team", target))
            for source in (ALERT, *teams)
            for target in sorted(graph.chain_of(row.row).escalations.get(source, ()))
            if target in teams
        ),
    )


def _more_to_try(graph: OrgGraph, team: TeamId) -> Iterator[Fix]:
    name = graph.name(team)
    above, backup = level_above(graph, team), _backup(graph, team)
    yield as_one(f"Add a level above {name}", above)
    if backup:
        yield as_one(f"Add a backup level to {name}", backup)
        yield as_one(f"Add a level above {name}, and a backup level", (*above, *backup))


def _backup(graph: OrgGraph, team: TeamId) -> tuple[Command, ...]:
    """The rotation that a team's last level is, once more behind it; who is listed comes half a round later."""
    rotations = [rotation for rotation in graph.rotations_of.get(team, ()) if not rotation.is_empty]
    if not rotations:
        return ()
    last = rotations[-1]
    taken: set[str] = {rotation.id for rotation in graph.organization.rotations}
    members = last.members
    if isinstance(members, tuple):
        half = len(members) // 2
        members = (*members[half:], *members[:half])
    identifier = RotationId(id_from_name(f"{team}-backup", taken))
    backup = changed(last, id=identifier, level=last.level + 1, members=members, hand_up=None, pages_per_day=None)
    return (AddRotation(backup),)
