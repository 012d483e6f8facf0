"""Say it once, at the root: which findings follow from others and are not shown beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from orgmodel.model import Subject
from orgmodel.rules.rule import Found, Rule

HIDDEN_BY: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("GAP003", frozenset({"GAP001", "GAP005", "ESC001"})),
    ("GAP001", frozenset({"GAP002", "GAP005", "SPOF001"})),
)
"""A finding of the first code hides those of the others about the same row (RULES, 3)."""

FROM_SIZE_ALONE: Final = "from size alone"
"""A number of an ONC003 finding whose share follows from how many the team are, and from nothing else."""


def is_hidden_in(found: Iterable[tuple[Rule, Found]]) -> Callable[[Rule, Found], bool]:
    """Whether a finding only repeats another one of these, by the severities that the rules gave."""
    first: dict[str, set[Subject]] = {}
    caught: set[Subject] = set()
    too_small: set[Subject] = set()
    for rule, observed in found:
        if rule.code in _ROOTS:
            first.setdefault(rule.code, set()).add(observed.subjects[0])
        severity = observed.severity or rule.severity
        if severity == "error" and rule.code == "ESC002":
            caught.update(observed.subjects)
        elif severity == "error" and rule.code == "ONC001":
            too_small.add(observed.subjects[0])

    def is_hidden(rule: Rule, observed: Found) -> bool:
        if rule.code == "ESC003":
            return observed.subjects[0] in caught
        if rule.code == "ONC003":
            from_size = any(name == FROM_SIZE_ALONE for name, _ in observed.numbers)
            return from_size and not too_small.isdisjoint(observed.subjects)
        roots = _ROOTS_OF.get(rule.code, ())
        return any(observed.subjects[0] in first.get(root, ()) for root in roots)

    return is_hidden


_ROOTS: Final = frozenset(root for root, _ in HIDDEN_BY)
_ROOTS_OF: Final[dict[str, tuple[str, ...]]] = {
    code: tuple(root for root, codes in HIDDEN_BY if code in codes) for _, codes in HIDDEN_BY for code in codes
}
