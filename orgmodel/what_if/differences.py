"""What an edit would change for rows, pages, rotations and teams, each said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.load import Part, rows_of
from orgmodel.model import RotationId, RowId, TeamId
from orgmodel.model.value import value
from orgmodel.rules.candidates import Candidate
from orgmodel.rules.on_call.sites import levels_of, teams_on_call
from orgmodel.rules.rows_said import said_of
from orgmodel.sentences import counted, listed
from orgmodel.suggest import candidates_for

_MOST_CANDIDATES: Final = 5
_A_HEAD: Final = " weighted rows a head"


@value
class Orphan:
    """A row that had an owner and would have none; `candidates` could take it then, the best first.

    `owners` are those that it had. `said` is all of it in one sentence.
    """

    row: RowId
    owners: tuple[TeamId, ...]
    candidates: tuple[Candidate, ...]
    said: str


@value
class CutOff:
    """A row whose page would no longer get to those who answer for it then.

    `is_paged` is None where it is unknown whether an alert can land on the row.
    """

    row: RowId
    owners: tuple[TeamId, ...]
    is_paged: bool | None
    said: str


@value
class ThinLevel:
    """A level of a team, on call around the clock, that would have fewer people at a site than it takes.

    `before` is None where there was no such level, or nobody knew how many took turns. `minimum` is of
    `settings.limits`: 8 at one site, 6 at each of several, where below 5 is an error.
    """

    team: TeamId
    level: int
    site: str | None
    rotations: tuple[RotationId, ...]
    before: int | None
    after: int
    minimum: int
    said: str


@value
class LoadChange:
    """The weighted rows that a team answers for or does, before and after; None where it is not there."""

    team: TeamId
    before: Part | None
    after: Part | None
    said: str


def orphaned(old: OrgGraph, new: OrgGraph) -> Iterator[Orphan]:
    for row in new.rows:
        place = old.place_of_row.get(row.id)
        if row.owners or place is None or not old.rows[place].owners:
            continue
        owners = tuple(sorted(old.rows[place].owners, key=old.by_name))
        candidates = candidates_for(new, row, _MOST_CANDIDATES)
        names = listed([old.name(team) for team in owners], most=4)
        said = f"Nobody answers for {said_of(new, row)} any more; {names} did."
        if candidates:
            best = candidates[0]
            because = f": it {listed(best.reasons[:2])}" if best.reasons else ""
            said += f" {new.name(best.team)} could take it{because}."
        else:
            said += " Nobody is seen who could take it without a new error."
        yield Orphan(row.id, owners, candidates, said)


def cut_off(old: OrgGraph, new: OrgGraph) -> Iterator[CutOff]:
    if not old.escalations:
        return
    for row in new.rows:
        place = old.place_of_row.get(row.id)
        if row.row.paged is False or not row.carriers or place is None or _is_reached(new, row):
            continue
        before = old.rows[place]
        if before.carriers and _is_reached(old, before):
            owners = tuple(sorted(row.carriers, key=new.by_name))
            names = listed([new.name(team) for team in owners], most=4)
            page = "A page for" if row.row.paged else "If an alert can land on it, a page for"
            yield CutOff(row.id, owners, row.row.paged, f"{page} {said_of(new, row)} no longer gets to {names}.")


def _is_reached(graph: OrgGraph, row: RowFacts) -> bool:
    return graph.chain_of(row.row).reaches(row.carriers)


def thin_levels(old: OrgGraph, new: OrgGraph) -> Iterator[ThinLevel]:
    """Those of the levels around the clock that have fewer people than it takes, and did not before or had others."""
    before = {level.key: level for level in _staffed(old)}
    for level in _staffed(new):
        was = before.get(level.key)
        had = was.people if was else None
        if level.people is None or level.people >= level.minimum:
            continue
        if was and (was.people, was.minimum) == (level.people, level.minimum):
            continue
        where = f" at {level.site}" if level.site else ""
        instead = f" instead of {had}" if had not in (None, level.people) else ""
        takes = f"{level.minimum} {'at each site' if level.is_shared else 'at one site'}"
        said = (
            f"Level {level.number} of {new.name(level.team)} would have {counted(level.people, 'person', 'people')}"
            f"{where}{instead}: to be on call around the clock takes {takes}."
        )
        yield ThinLevel(level.team, level.number, level.site, level.rotations, had, level.people, level.minimum, said)


class _Staffed(NamedTuple):
    """A level that goes around the clock, at one of its sites."""

    team: TeamId
    number: int
    site: str | None
    people: int | None
    is_shared: bool
    minimum: int
    rotations: tuple[RotationId, ...]

    @property
    def key(self) -> tuple[TeamId, int, str | None]:
        return self.team, self.number, self.site


def _staffed(graph: OrgGraph) -> Iterator[_Staffed]:
    limit = graph.organization.settings.limit
    for team in sorted(teams_on_call(graph), key=lambda team: graph.by_name(team.id)):
        for level in levels_of(graph, team):
            rotations = tuple(sorted(rotation.id for rotation in level.rotations))
            is_shared = len(level.sites) > 1
            minimum = ceil(limit("multi_site_members" if is_shared else "single_site_members"))
            for site in level.sites if level.is_round else ():
                yield _Staffed(team.id, level.number, site.name, site.people, is_shared, minimum, rotations)


def load_changes(old: OrgGraph, new: OrgGraph) -> Iterator[LoadChange]:
    """Those of the teams that carry more or less than before, by name."""
    for team in sorted(
        {**old.present, **new.present}, key=lambda team: (new if team in new.present else old).by_name(team)
    ):
        before = rows_of(old, team) if team in old.present else None
        after = rows_of(new, team) if team in new.present else None
        if before == after:
            continue
        if after is None:
            said = f"{old.name(team)} is gone; it carried {_carried(old, team, before)}."
        elif before is None:
            said = f"{new.name(team)} is new and carries {_carried(new, team, after)}."
        else:
            was, now = _carried(old, team, before), _carried(new, team, after)
            was = was.removesuffix(_A_HEAD) if now.endswith(_A_HEAD) else was
            said = f"{new.name(team)} goes from {was} to {now}."
        yield LoadChange(team, before, after, said)


def _carried(graph: OrgGraph, team: TeamId, part: Part | None) -> str:
    """`3.2 weighted rows a head`; all of them where it is unknown by how many people."""
    if part is None or not part.total:
        return "no rows"
    if part.per_head is not None:
        return f"{part.per_head:.1f}{_A_HEAD}"
    who = "nobody" if graph.present[team].people == 0 else "an unknown number of people"
    return f"{part.total:.1f} weighted rows with {who}"
