"""What every rule says of a document on a day; after an edit only what that touches is judged again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Self

from orgmodel.analysis.unassessed import unassessed
from orgmodel.document import Document
from orgmodel.findings import NotAssessed
from orgmodel.graph import OrgGraph
from orgmodel.rules import Rule
from orgmodel.rules.judged import Judged


class Judgement:
    """What the rules that are on say of the organisation; those about findings and waivers come after it.

    It does not know its report, whose findings know it: without a circle both are let go as soon as nobody has them.
    """

    __slots__ = ("_missing", "catalogue", "document", "graph", "judged", "today")

    def __init__(
        self,
        document: Document,
        today: date,
        graph: OrgGraph,
        *,
        catalogue: Sequence[Rule],
        judged: tuple[Judged, ...],
        missing: Mapping[Judged, tuple[NotAssessed, ...]],
    ) -> None:
        self.document, self.today, self.graph = document, today, graph
        self.catalogue, self.judged = catalogue, judged
        self._missing = {each: missing.get(each) or unassessed(graph.organization, each) for each in judged}

    @classmethod
    def of(cls, document: Document, today: date, catalogue: Sequence[Rule]) -> Self:
        graph = OrgGraph(document.organization, today)
        judged = tuple(
            Judged.of(rule, graph)
            for rule in catalogue
            if rule.about not in ("findings", "waivers") and is_on(graph, rule)
        )
        return cls(document, today, graph, catalogue=catalogue, judged=judged, missing={})

    def after(self, document: Document, today: date) -> Self:
        """What is said of an edited document: the very same as `of` it."""
        for each in self.judged:
            each.ask(self.graph)
        derived = self.graph.after(document.organization) if today == self.today else None
        if derived is None:
            return self.of(document, today, self.catalogue)
        graph, edits = derived
        judged = tuple(each.after(self.graph, graph, edits) for each in self.judged)
        is_renamed = any(edit.before.name != edit.after.name for edit in edits)  # what is missing is said by name
        missing = {} if is_renamed else self._missing
        return type(self)(document, today, graph, catalogue=self.catalogue, judged=judged, missing=missing)

    def missing_of(self, judged: Judged) -> tuple[NotAssessed, ...]:
        """What the rule could not judge, in words."""
        return self._missing.get(judged) or unassessed(self.graph.organization, judged)


def is_on(graph: OrgGraph, rule: Rule) -> bool:
    return graph.organization.settings.severity_of(rule.code) != "off"
