"""The teams that pages have to pass through on their way to others: what would be cut off without each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from orgmodel.graph.chain import Chain
from orgmodel.graph.row_facts import RowFacts
from orgmodel.model import TeamId
from orgmodel.model.value import value


@value
class Passage:
    """What lies behind a team that every page has to pass through: so many rows, and the teams that carry them."""

    rows: int
    behind: frozenset[TeamId]


def passages_of(chain: Chain, rows: Iterable[RowFacts]) -> Mapping[TeamId, Passage]:
    """The passages of one chain, for its rows; none of a row that the team itself carries."""
    found: dict[TeamId, Passage] = {}
    for team, crew, count in _cut_off(chain, rows):
        before = found.get(team)
        found[team] = Passage(count + before.rows, crew | before.behind) if before else Passage(count, crew)
    return found


def rows_behind(chain: Chain, rows: Iterable[RowFacts], team: TeamId) -> Iterator[RowFacts]:
    """The rows of a chain whose pages have to pass through the team to those that carry them."""
    held = tuple(rows)
    crews = {crew for passed, crew, _ in _cut_off(chain, held) if passed == team}
    return (row for row in held if frozenset(row.carriers) in crews)


def _cut_off(chain: Chain, rows: Iterable[RowFacts]) -> Iterator[tuple[TeamId, frozenset[TeamId], int]]:
    """Each team that pages have to pass through, for each set of teams behind it, with the number of their rows."""
    crews: dict[tuple[TeamId, ...], int] = {}
    for row in rows:
        if row.carriers:
            crews[row.carriers] = crews.get(row.carriers, 0) + 1
    through = chain.on_every_path_to(team for crew in crews for team in crew)
    for crew, count in crews.items():
        reached = [through[team] for team in crew if team in through]
        if reached:
            for team in frozenset.intersection(*reached).difference(crew):
                yield team, frozenset(crew), count
