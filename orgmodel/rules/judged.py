"""What one rule said of one graph, and how little has to be judged again after an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Self

from orgmodel.findings import Failure
from orgmodel.graph import OrgGraph, RowEdit, RowFacts
from orgmodel.model import Service, ServiceId, Team, TeamId
from orgmodel.rules.rule import Found, Observation, Rule, Unjudged

Key = int | ServiceId | TeamId
"""A row by its place in the list, a service or a team by its id."""
Apart = Mapping[Key, tuple[Observation, ...]]
"""What was said of each thing that was judged apart, and about which there was something to say."""


class Judged:
    """The observations of a rule about the organisation or its things: of each thing apart, and of all else.

    `found` and `unjudged` are all of them; a rule that stopped with a fault of its own has a `failure` and neither.
    """

    __slots__ = ("_apart", "_elsewhere", "failure", "found", "rule", "unjudged")

    def __init__(
        self,
        rule: Rule,
        elsewhere: tuple[Observation, ...] = (),
        apart: Apart | None = None,
        failure: Failure | None = None,
    ) -> None:
        self.rule, self.failure = rule, failure
        self._elsewhere, self._apart = elsewhere, apart or {}
        every = [*elsewhere, *(each for held in self._apart.values() for each in held)]
        self.found = tuple(each for each in every if isinstance(each, Found))
        self.unjudged = tuple(each for each in every if isinstance(each, Unjudged))

    @classmethod
    def of(cls, rule: Rule, graph: OrgGraph) -> Self:
        """Judge all that the rule is about."""
        try:
            if rule.about == "organization":
                return cls(rule, tuple(rule.judge(graph)))
            return cls(rule, _elsewhere(rule, graph), _judged_apart(rule, graph, None))
        except Exception as fault:  # noqa: BLE001 (it is reported, and one broken rule must not silence the others)
            return cls(rule, failure=_failure_of(rule, fault))

    @classmethod
    def given(cls, rule: Rule, graph: OrgGraph, seen: object) -> Self:
        """What a rule about findings or waivers says of those that it is given."""
        try:
            return cls(rule, tuple(rule.judge(graph, seen)))
        except Exception as fault:  # noqa: BLE001 (as above)
            return cls(rule, failure=_failure_of(rule, fault))

    def ask(self, graph: OrgGraph) -> None:
        """Have the graph know what the rule reads, before an edit: it is kept up then, and can be compared."""
        for fact in (*self.rule.reads, *self.rule.also_reads):
            getattr(graph, fact)

    def after(self, before: OrgGraph, graph: OrgGraph, edits: tuple[RowEdit, ...]) -> Self:
        """What the rule says once some rows were replaced; the very same object where that is what it said."""
        rule = self.rule
        if self.failure or _differs(rule.reads, before, graph):
            return type(self).of(rule, graph)
        if rule.about == "organization":
            return self
        try:
            elsewhere = _elsewhere(rule, graph) if _differs(rule.also_reads, before, graph) else self._elsewhere
            touched = _TOUCHED[rule.about](graph, edits)
            anew = _judged_apart(rule, graph, touched)
        except Exception as fault:  # noqa: BLE001 (as above)
            return type(self)(rule, failure=_failure_of(rule, fault))
        if elsewhere is self._elsewhere and anew == {key: self._apart[key] for key in touched if key in self._apart}:
            return self
        kept = {key: held for key, held in self._apart.items() if key not in touched}
        return type(self)(rule, elsewhere, {**kept, **anew})


def _failure_of(rule: Rule, fault: Exception) -> Failure:
    return Failure.of(rule.code, fault)


def _elsewhere(rule: Rule, graph: OrgGraph) -> tuple[Observation, ...]:
    return tuple(rule.also(graph)) if rule.also else ()


def _differs(facts: Iterable[str], before: OrgGraph, graph: OrgGraph) -> bool:
    """Whether an edit changed one of the facts; rules may have looked at the rows themselves, and asked for none."""
    return any(getattr(before, fact) is not getattr(graph, fact) for fact in facts)


def _judged_apart(rule: Rule, graph: OrgGraph, touched: Mapping[Key, None] | None) -> Apart:
    """What a rule says of the things that are touched, or of all."""
    if rule.about == "rows":
        return _by_place(graph, rule.judge(graph, graph.rows if touched is None else graph.rows_at(_places(touched))))
    things: Mapping[Any, Service | Team] = (
        graph.organization.service_by_id if rule.about == "services" else graph.organization.team_by_id
    )
    keys: Iterable[Key] = things if touched is None else (key for key in touched if key in things)
    said = ((key, tuple(rule.judge(graph, (things[key],)))) for key in keys)
    return {key: held for key, held in said if held}


def _by_place(graph: OrgGraph, observations: Iterable[Observation]) -> Apart:
    by_place: dict[Key, tuple[Observation, ...]] = {}
    place_of = graph.place_of
    for each in observations:
        place = place_of[each.subjects[0] if isinstance(each, Found) else each.subject]
        by_place[place] = (*by_place[place], each) if place in by_place else (each,)
    return by_place


def _places(touched: Mapping[Key, None]) -> Iterator[int]:
    return (key for key in touched if isinstance(key, int))


def _touched_rows(graph: OrgGraph, edits: tuple[RowEdit, ...]) -> dict[Key, None]:
    """The places of the rows that were replaced, and of those that they depend on or did."""
    touched: dict[Key, None] = dict.fromkeys(edit.place for edit in edits)
    for row in _of(edits):
        for other in row.row.depends_on:
            place = graph.place_of_row.get(other)
            if place is not None:
                touched[place] = None
    return touched


def _touched_services(_: OrgGraph, edits: tuple[RowEdit, ...]) -> dict[Key, None]:
    return {row.row.service: None for row in _of(edits) if row.row.service is not None}


def _touched_teams(_: OrgGraph, edits: tuple[RowEdit, ...]) -> dict[Key, None]:
    return {team: None for row in _of(edits) for team in row.row.raci}


def _of(edits: tuple[RowEdit, ...]) -> Iterator[RowFacts]:
    for edit in edits:
        yield edit.before
        yield edit.after


_TOUCHED: Final[Mapping[str, Callable[[OrgGraph, tuple[RowEdit, ...]], dict[Key, None]]]] = {
    "rows": _touched_rows,
    "services": _touched_services,
    "teams": _touched_teams,
}
"""The things that an edit of some rows has judged again, by what the rule is about."""
