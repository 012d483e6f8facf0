"""Say it once, at the root: which findings follow from others and are not shown beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from orgmodel.findings import Severity
from orgmodel.rules.rule import Found

HIDDEN_BY: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("GAP003", frozenset({"GAP001", "GAP005", "ESC001"})),
    ("GAP001", frozenset({"GAP002", "GAP005", "SPOF001"})),
)
"""A finding of the first code hides those of the others about the same row (RULES, 3)."""

FROM_SIZE_ALONE: Final = "from size alone"
"""A number of an ONC003 finding whose share follows from how many the team are, and from nothing else."""


def hidden_in(found: Mapping[str, Iterable[tuple[Severity, Found]]]) -> Mapping[str, Callable[[Found], bool]]:
    """For each rule some of whose findings may only repeat others: whether one of them does.

    `found` are the findings of each rule by code, with the severities that the rules gave, not the file's own.
    """
    about = {root: {observed.subjects[0] for _, observed in found.get(root, ())} for root, _ in HIDDEN_BY}
    caught = {
        team for severity, observed in found.get("ESC002", ()) if severity == "error" for team in observed.subjects
    }
    too_small = {observed.subjects[0] for severity, observed in found.get("ONC001", ()) if severity == "error"}

    def repeats(code: str) -> Callable[[Found], bool]:
        roots = [about[root] for root, codes in HIDDEN_BY if code in codes]
        return lambda observed: any(observed.subjects[0] in root for root in roots)

    return {
        **{code: repeats(code) for _, codes in HIDDEN_BY for code in codes},
        "ESC003": lambda observed: observed.subjects[0] in caught,
        "ONC003": lambda observed: _is_from_size_alone(observed) and not too_small.isdisjoint(observed.subjects),
    }


def _is_from_size_alone(observed: Found) -> bool:
    return any(name == FROM_SIZE_ALONE for name, _ in observed.numbers)
