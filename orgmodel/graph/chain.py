"""What a page can take for rows of one kind: the escalations that cover them, as a graph of teams (E in RULES)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from orgmodel.model import ALERT, Escalation, TeamId

if TYPE_CHECKING:
    import networkx as nx

Pairs = Mapping[TeamId, Mapping[TeamId, tuple[Escalation, ...]]]
"""Source, target, and the escalations between them: several where there are several conditions."""


class Escalations:
    """The escalations that carry a page between the alert and teams that are there; `up` are the hierarchic ones.

    One that leads from a team to itself leads nowhere and is left out.
    """

    __slots__ = ("by_source", "up")

    def __init__(self, by_source: Pairs, up: tuple[tuple[TeamId, TeamId], ...]) -> None:
        self.by_source = by_source
        self.up = up

    def joined_by(self, escalations: Iterable[Escalation], present: frozenset[TeamId]) -> Escalations:
        """With more of them; what they do not touch is shared, so that a thousand chains with one root stay small."""
        by_source = dict(self.by_source)
        own: dict[TeamId, dict[TeamId, tuple[Escalation, ...]]] = {}
        up = list(self.up)
        for escalation in escalations:
            source, target = escalation.source, escalation.target
            if (
                not escalation.carries_pages
                or source == target
                or target not in present
                or (source not in present and source != ALERT)
            ):
                continue
            if source not in own:
                own[source] = by_source[source] = dict(by_source.get(source, ()))
            own[source][target] = (*own[source].get(target, ()), escalation)
            if escalation.kind == "hierarchic":
                up.append((source, target))
        return Escalations(by_source, tuple(dict.fromkeys(up)))


NO_ESCALATIONS: Final = Escalations({}, ())


class Chain:
    """What a page can take for some rows, the same for all of them; `places` are theirs in the file's list."""

    def __init__(self, escalations: Escalations, places: list[int]) -> None:
        self.escalations: Pairs = escalations.by_source
        self.places = places
        self._up = escalations.up
        self._through: dict[frozenset[TeamId], Mapping[TeamId, frozenset[TeamId]]] = {}
        self._onward: dict[TeamId, Mapping[TeamId, int]] = {}
        self._leads_up: dict[TeamId, bool] = {}

    def without(self, escalation: Escalation, present: frozenset[TeamId]) -> Chain:
        """The same escalations but for one, for the same rows."""
        pairs = (pair for targets in self.escalations.values() for pair in targets.values())
        kept = (each for pair in pairs for each in pair if each != escalation)
        return Chain(NO_ESCALATIONS.joined_by(kept, present), self.places)

    def onward(self, team: TeamId) -> Mapping[TeamId, int]:
        """Every team that a page can get to from this one, with the fewest steps to it; the team itself in 0."""
        found = self._onward.get(team)
        if found is None:
            found = self._onward[team] = _steps(self.escalations, team)
        return found

    @property
    def reach(self) -> Mapping[TeamId, int]:
        """Every team that the alert can reach, with the fewest steps to it; the alert itself in 0."""
        return self.onward(ALERT)

    def reaches(self, teams: Iterable[TeamId]) -> bool:
        """Whether a page from the alert can get to one of the teams."""
        reach = self.reach
        return any(team in reach for team in teams)

    def before(self, team: TeamId) -> tuple[TeamId, ...]:
        """The teams that hand a page straight to this one; the alert is none."""
        return tuple(source for source, targets in self.escalations.items() if team in targets and source != ALERT)

    def leads_up(self, team: TeamId) -> bool:
        """Whether a page that gets to the team is handed up, on its way there or onward from there."""
        found = self._leads_up.get(team)
        if found is None:
            reach, onward = self.reach, self.onward(team)
            found = self._leads_up[team] = any(
                source in onward or (source in reach and team in self.onward(target)) for source, target in self._up
            )
        return found

    def circles(self, among: Collection[TeamId] | None = None) -> tuple[frozenset[TeamId], ...]:
        """The sets of teams among which a page can go round: the strongly connected components of two and more.

        Where it is known that no circle leaves some teams, only those are looked at.
        """
        import networkx as nx

        part: nx.DiGraph[TeamId] = nx.DiGraph()
        for source in self.escalations if among is None else among:
            part.add_edges_from(
                (source, target) for target in self.escalations.get(source, ()) if among is None or target in among
            )
        return tuple(frozenset(found) for found in nx.strongly_connected_components(part) if len(found) > 1)

    def leads_out_of(self, circle: frozenset[TeamId]) -> bool:
        return any(target not in circle for team in circle for target in self.escalations.get(team, ()))

    def round_trip(self, circle: frozenset[TeamId], start: TeamId) -> tuple[TeamId, ...]:
        """A shortest path round within the circle from `start` and back, `start` once at each end."""
        within = {team: {to: () for to in self.escalations.get(team, ()) if to in circle} for team in circle}
        steps = _steps(within, start)
        last = min((team for team in circle if start in within[team]), key=lambda team: (steps[team], team))
        return (*_shortest(within, start, last), start)

    def on_every_path_to(self, targets: Iterable[TeamId]) -> Mapping[TeamId, frozenset[TeamId]]:
        """For each target that the alert can reach: the teams that lie on every path there, without itself.

        From the immediate dominators of the part of the chain that leads to the targets.
        """
        wanted = tuple(dict.fromkeys(team for team in targets if team in self.reach))
        asked = frozenset(wanted)
        known = self._through  # read once: another thread may put another answer there
        if asked not in known:
            known = self._through = {asked: self._dominating(wanted) if wanted else {}}  # mostly the same is asked
        return known[asked]

    def _dominating(self, wanted: tuple[TeamId, ...]) -> Mapping[TeamId, frozenset[TeamId]]:
        import networkx as nx

        leading = self.leading_to(wanted)
        part: nx.DiGraph[TeamId] = nx.DiGraph()
        part.add_edges_from(
            (source, target) for source in leading for target in self.escalations.get(source, ()) if target in leading
        )
        above = nx.immediate_dominators(part, ALERT)
        found: dict[TeamId, frozenset[TeamId]] = {}
        for team in wanted:
            through: set[TeamId] = set()
            step = above.get(team)
            while step is not None and step != ALERT:
                through.add(step)
                step = above.get(step)
            found[team] = frozenset(through)
        return found

    def leading_to(self, targets: Iterable[TeamId]) -> frozenset[TeamId]:
        """What lies on some path from the alert to one of the targets, both ends included."""
        reach = self.reach
        back: dict[TeamId, dict[TeamId, tuple[Escalation, ...]]] = {}
        for source in reach:
            for target in self.escalations.get(source, ()):
                back.setdefault(target, {})[source] = ()
        leading: set[TeamId] = set()
        for target in targets:
            if target not in leading:
                leading.update(_steps(back, target, leading))
        return frozenset(leading)


def _steps(pairs: Pairs, start: TeamId, seen: Iterable[TeamId] = ()) -> dict[TeamId, int]:
    steps, edge, passed = {start: 0}, [start], frozenset(seen)
    while edge:
        following: list[TeamId] = []
        for team in edge:
            for target in pairs.get(team, ()):
                if target not in steps and target not in passed:
                    steps[target] = steps[team] + 1
                    following.append(target)
        edge = following
    return steps


def _shortest(pairs: Pairs, start: TeamId, end: TeamId) -> tuple[TeamId, ...]:
    """A path with the fewest steps, the first by id among equals; both ends included."""
    steps = _steps(pairs, start)
    path = [end]
    while path[-1] != start:
        here = path[-1]
        path.append(
            min(team for team, targets in pairs.items() if here in targets and steps.get(team) == steps[here] - 1)
        )
    return tuple(reversed(path))
