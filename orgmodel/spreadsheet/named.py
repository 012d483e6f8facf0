"""Things found by the names that people type, and new rows made of names that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

from orgmodel.model import (
    AreaId,
    LayerId,
    Letters,
    Organization,
    Raci,
    Responsibility,
    RowId,
    ServiceId,
    TeamId,
    id_from_name,
)
from orgmodel.model.value import changed
from orgmodel.spreadsheet.cells import as_read

Thing = TypeVar("Thing", bound=Any)

LONGEST_NAME: Final = 500


def folded(name: str) -> str:
    """A name without regard to capitals, spaces and what no clipboard carries."""
    return as_read(name).casefold()


class ByName(Generic[Thing]):
    """Things by their ids and their names."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._by_id: dict[str, Thing] = {}
        self._by_name: dict[str, list[Thing]] = {}
        for thing in things:
            self._by_id[thing.id] = thing
            self._by_name.setdefault(folded(thing.name), []).append(thing)

    def called(self, name: str) -> list[Thing]:
        """All things of that name, else the one of that id."""
        found = self._by_name.get(folded(name))
        if found is None and name in self._by_id:
            return [self._by_id[name]]
        return found or []

    def only(self, name: str) -> Thing | None:
        found = self.called(name)
        return found[0] if len(found) == 1 else None


class FreshIds:
    """Ids that resemble names and that nothing has, one after another; as fast for names that are all alike."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def fresh(self, name: str) -> str:
        stem = id_from_name(name, frozenset())
        candidate, number = stem, self._numbers.get(stem, 1)
        while candidate in self._taken:
            number += 1
            candidate = f"{stem}-{number}"
        self._numbers[stem] = number
        self._taken.add(candidate)
        return candidate


class NewRows:
    """The rows that a paste adds, and the letters that it gives them."""

    def __init__(self, organization: Organization) -> None:
        self._ids = FreshIds(organization.row_by_id)
        self._there = {(row.service, folded(row.name)) for row in organization.responsibilities}
        self._added: dict[tuple[ServiceId | None, str], RowId] = {}
        self._rows: dict[RowId, Responsibility] = {}
        self._letters: dict[RowId, dict[TeamId, Letters]] = {}

    def reason_against(self, name: str, service: ServiceId | None, *, may_add: bool) -> str | None:
        """Why there cannot be a new row of that name; None where there can."""
        key = (service, folded(name))
        if key in self._added:
            return "The name stands twice in what is pasted."
        if key in self._there:
            return "There is a row of that name already."
        if len(name) > LONGEST_NAME:
            return f"A name of more than {LONGEST_NAME} characters is no name of a row."
        return None if may_add else "No row has that name."

    def add(self, name: str, service: ServiceId | None, layer: LayerId | None, area: AreaId | None = None) -> RowId:
        row = RowId(self._ids.fresh(name))
        self._rows[row] = Responsibility(row, name, service=service, layer=layer, area=area)
        self._added[service, folded(name)] = row
        return row

    def added(self, name: str, service: ServiceId | None) -> RowId | None:
        return self._added.get((service, folded(name)))

    def assign(self, row: RowId, team: TeamId, letters: Letters) -> None:
        self._letters.setdefault(row, {})[team] = letters

    def with_letters(self) -> Iterator[Responsibility]:
        no_letters: Mapping[TeamId, Letters] = {}
        for row in self._rows.values():
            yield changed(row, raci=Raci(self._letters.get(row.id, no_letters)))
