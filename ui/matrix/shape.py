"""How the rows are sorted and grouped and which columns are hidden: chosen on screen, and no part of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, Literal

from orgmodel.model import Organization, Responsibility, TeamId
from orgmodel.model.value import value
from orgmodel.verdicts import owners_of
from ui.matrix.columns import Fact
from ui.translation import marked

Sort = Literal["file", "name", "criticality", "owner", "findings"]
Grouping = Literal["layer", "area", "kind", "none"]

SORT_WORDS: Final[dict[Sort, str]] = {
    "file": marked("In the file's order"),
    "name": marked("By name"),
    "criticality": marked("By criticality, highest first"),
    "owner": marked("By owner"),
    "findings": marked("Findings first"),
}
GROUPING_WORDS: Final[dict[Grouping, str]] = {
    "layer": marked("By service and layer"),
    "area": marked("By area"),
    "kind": marked("By kind of owner"),
    "none": marked("No groups"),
}

_UNKNOWN_CRITICALITY: Final = 9
_MARK_RANKS: Final[dict[str | None, int]] = {"error": 0, "warning": 1, "waived": 2, None: 3}

MarkOf = Callable[[Responsibility], str | None]


@value
class MatrixShape:
    """Sort within the groups, what the groups are of, and the columns that are left out."""

    sort: Sort = "file"
    grouping: Grouping = "layer"
    hidden_teams: frozenset[TeamId] = frozenset()
    hidden_facts: frozenset[Fact] = frozenset()

    @property
    def is_plain(self) -> bool:
        return self == PLAIN

    @property
    def hidden(self) -> int:
        """How many columns are hidden."""
        return len(self.hidden_teams) + len(self.hidden_facts)


PLAIN: Final = MatrixShape()


def in_order(organization: Organization, places: Iterable[int], sort: Sort, mark_of: MarkOf) -> Iterable[int]:
    """The places of rows, sorted; those that are alike stay in the file's order, and what is unknown comes last."""
    if sort == "file":
        return places
    rows = organization.responsibilities
    key_of = _key_of(organization, sort, mark_of)
    return sorted(places, key=lambda place: key_of(rows[place]))


def _key_of(organization: Organization, sort: Sort, mark_of: MarkOf) -> Callable[[Responsibility], Any]:
    def owner(row: Responsibility) -> tuple[bool, str]:
        owners = owners_of(organization, row)
        return not owners, organization.team_name(owners[0]).casefold() if owners else ""

    keys: dict[Sort, Callable[[Responsibility], Any]] = {
        "name": lambda row: row.name.casefold(),
        "criticality": lambda row: organization.criticality_of(row) or _UNKNOWN_CRITICALITY,
        "owner": owner,
        "findings": lambda row: _MARK_RANKS[mark_of(row)],
    }
    return keys[sort]
