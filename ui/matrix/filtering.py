"""Which rows the matrix shows: text, gaps, overlaps, not yet discussed, and one service, layer, area or team."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from orgmodel.model import AreaId, LayerId, Organization, Responsibility, ServiceId, TeamId
from orgmodel.model.value import changed, value
from orgmodel.verdicts import Verdict, verdict_of


@value
class RowFilter:
    """What a row has to be to be shown; several of the three kinds of trouble mean any of them.

    A `team` has any letter on the row; where `answers`, it has the A.
    """

    text: str = ""
    gaps: bool = False
    overlaps: bool = False
    undiscussed: bool = False
    layer: LayerId | None = None
    area: AreaId | None = None
    team: TeamId | None = None
    service: ServiceId | None = None
    answers: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it lets every row through."""
        return self == EVERY_ROW or (self.team is None and changed(self, answers=False) == EVERY_ROW)

    def shown(self, organization: Organization) -> range | list[int]:
        """The places of the rows that pass, in the file's order."""
        rows = organization.responsibilities
        if self.is_open:
            return range(len(rows))
        passes = [
            test for test in (self._by_text(organization), self._by_trouble(organization), self._by_thing()) if test
        ]
        return [place for place, row in enumerate(rows) if all(test(row) for test in passes)]

    def _by_text(self, organization: Organization) -> Callable[[Responsibility], bool] | None:
        wanted = [_things_named(organization, word) for word in self.text.casefold().split()]
        if not wanted:
            return None

        def has_every_word(row: Responsibility) -> bool:
            name = row.name.casefold()
            return all(word in name or row.area in areas or row.service in services for word, areas, services in wanted)

        return has_every_word

    def _by_trouble(self, organization: Organization) -> Callable[[Responsibility], bool] | None:
        if not (self.gaps or self.overlaps or self.undiscussed):
            return None

        def has_trouble(row: Responsibility) -> bool:
            return (
                (self.gaps and is_gap(organization, row))
                or (self.overlaps and is_overlap(organization, row))
                or (self.undiscussed and row.state == "open")
            )

        return has_trouble

    def _by_thing(self) -> Callable[[Responsibility], bool] | None:
        if self.layer is None and self.area is None and self.team is None and self.service is None:
            return None
        team, answers = self.team, self.answers

        def is_about(row: Responsibility) -> bool:
            return (
                (self.layer is None or row.layer == self.layer)
                and (self.area is None or row.area == self.area)
                and (self.service is None or row.service == self.service)
                and (team is None or team in (row.raci.accountable if answers else row.raci))
            )

        return is_about


EVERY_ROW = RowFilter()

TROUBLED: Final[tuple[Verdict, ...]] = ("nobody", "several answer")


class Troubles(NamedTuple):
    """How many rows nobody has, more than one team answers for, and nobody has discussed yet."""

    gaps: int
    overlaps: int
    undiscussed: int

    def changed_by(self, organization: Organization, before: Responsibility, after: Responsibility) -> Troubles:
        old, new = troubles_of(organization, before), troubles_of(organization, after)
        return Troubles(*(count - was + now for count, was, now in zip(self, old, new, strict=True)))


def is_gap(organization: Organization, row: Responsibility) -> bool:
    """Whether nobody has it, and no team that is not there is to blame."""
    return verdict_of(organization, row) == "nobody"


def is_overlap(organization: Organization, row: Responsibility) -> bool:
    return verdict_of(organization, row) == "several answer"


def is_troubled(organization: Organization, row: Responsibility) -> bool:
    return verdict_of(organization, row) in TROUBLED


def troubles_of(organization: Organization, *rows: Responsibility) -> Troubles:
    return told([verdict_of(organization, row) for row in rows], rows)


def told(verdicts: Sequence[Verdict], rows: Sequence[Responsibility]) -> Troubles:
    """The troubles of rows whose verdicts are known."""
    return Troubles(
        verdicts.count("nobody"),
        verdicts.count("several answer"),
        [row.state for row in rows].count("open"),
    )


def _things_named(organization: Organization, word: str) -> tuple[str, set[AreaId | None], set[ServiceId | None]]:
    """A word with the areas and services in whose names it stands: their rows match it too."""
    return (
        word,
        {area.id for area in organization.areas if word in area.name.casefold()},
        {service.id for service in organization.services if word in service.name.casefold()},
    )
