"""What one rule said of one graph, and how little has to be judged again after an edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from orgmodel.findings import Failure
from orgmodel.graph import OrgGraph, RowEdit, RowFacts
from orgmodel.rules.rule import Found, Observation, Rule, Unjudged


class Judged:
    """The observations of a rule about the organisation or its rows: of each row apart, and of all else.

    `found` and `unjudged` are all of them; a rule that stopped with a fault of its own has a `failure` and neither.
    """

    __slots__ = ("_elsewhere", "_of_rows", "failure", "found", "rule", "unjudged")

    def __init__(
        self,
        rule: Rule,
        elsewhere: tuple[Observation, ...] = (),
        of_rows: Mapping[int, tuple[Observation, ...]] | None = None,
        failure: Failure | None = None,
    ) -> None:
        self.rule, self.failure = rule, failure
        self._elsewhere, self._of_rows = elsewhere, of_rows or {}
        every = [*elsewhere, *(each for held in self._of_rows.values() for each in held)]
        self.found = tuple(each for each in every if isinstance(each, Found))
        self.unjudged = tuple(each for each in every if isinstance(each, Unjudged))

    @classmethod
    def of(cls, rule: Rule, graph: OrgGraph) -> Self:
        """Judge all that the rule is about."""
        try:
            if rule.about != "rows":
                return cls(rule, tuple(rule.judge(graph)))
            return cls(rule, _elsewhere(rule, graph), _by_place(graph, rule.judge(graph, graph.rows)))
        except Exception as fault:  # noqa: BLE001 (it is reported, and one broken rule must not silence the others)
            return cls(rule, failure=failure_of(rule, fault))

    def after(self, before: OrgGraph, graph: OrgGraph, edits: tuple[RowEdit, ...]) -> Self:
        """What the rule says once some rows were replaced; the very same object where that is what it said."""
        rule = self.rule
        if self.failure or _differs(rule.reads, before, graph):
            return type(self).of(rule, graph)
        if rule.about != "rows":
            return self
        try:
            elsewhere = _elsewhere(rule, graph) if _differs(rule.also_reads, before, graph) else self._elsewhere
            touched = _touched(graph, edits)
            anew = _by_place(graph, rule.judge(graph, graph.rows_at(touched)))
        except Exception as fault:  # noqa: BLE001 (as above)
            return type(self)(rule, failure=failure_of(rule, fault))
        if elsewhere is self._elsewhere and not anew and self._of_rows.keys().isdisjoint(touched):
            return self
        kept = {place: held for place, held in self._of_rows.items() if place not in touched}
        return type(self)(rule, elsewhere, kept | anew)


def failure_of(rule: Rule, fault: Exception) -> Failure:
    return Failure(rule.code, f"{type(fault).__name__}: {fault}")


def _elsewhere(rule: Rule, graph: OrgGraph) -> tuple[Observation, ...]:
    return tuple(rule.also(graph)) if rule.also else ()


def _differs(facts: Iterable[str], before: OrgGraph, graph: OrgGraph) -> bool:
    return any(getattr(before, fact) is not getattr(graph, fact) for fact in facts)


def _by_place(graph: OrgGraph, observations: Iterable[Observation]) -> dict[int, tuple[Observation, ...]]:
    by_place: dict[int, tuple[Observation, ...]] = {}
    place_of = graph.place_of
    for each in observations:
        place = place_of[each.subjects[0] if isinstance(each, Found) else each.subject]
        by_place[place] = (*by_place[place], each) if place in by_place else (each,)
    return by_place


def _touched(graph: OrgGraph, edits: tuple[RowEdit, ...]) -> dict[int, None]:
    """The places of the rows that were replaced, and of those that they depend on or did."""
    touched = dict.fromkeys(edit.place for edit in edits)
    for row in _of(edits):
        for other in row.row.depends_on:
            place = graph.place_of_row.get(other)
            if place is not None:
                touched[place] = None
    return touched


def _of(edits: tuple[RowEdit, ...]) -> Iterator[RowFacts]:
    for edit in edits:
        yield edit.before
        yield edit.after
