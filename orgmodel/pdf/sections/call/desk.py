"""What is told to whoever calls: where the page of a responsibility goes, who answers for it, who is there at night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from orgmodel.coverage import on_call_at
from orgmodel.coverage.zones import usual_zone, zone_named
from orgmodel.errors import NotFound
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Responsibility, Rotation, Team, TeamId
from orgmodel.moments import Moment
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.pages.columns import BETWEEN, column_width
from orgmodel.pdf.pages.headings import Aside
from orgmodel.pdf.pages.table import GAP, MARK_ROOM, Cell, Column, Row, spread
from orgmodel.pdf.sections.call.lead import NIGHT, SATURDAY_NIGHT, Fate
from orgmodel.pdf.style import BODY, BODY_BOLD, ERROR, INK2, INK3, SMALL
from orgmodel.pdf.type.typesetting import Part
from orgmodel.sentences import listed, short
from orgmodel.trace import Step, Walk, walked

SUNDAY: Final = 6
REACHED: Final = "Reached on Saturday night"
_NOBODY: Final = "nobody"
_UNKNOWN: Final = "unknown"
_MOST_PEOPLE: Final = 3
_MOST_NAMED: Final = 4
_MOST_LINES: Final = 3
_MOST_ON_FEW_PAGES: Final = 60
_WITHOUT_PAGES: Final = 2
_ROW: Final = 54.0
"""In millimetres: as wide as a responsibility with its route is at least."""
_LONGEST_TEAM: Final = 62.0
"""In millimetres: two lines of a column, or less."""


class Route(NamedTuple):
    """What is told of all responsibilities whose pages go alike: where, to whom in the end, and what of it at night."""

    way: Cell
    owner: Cell
    night: Cell


class Ways(NamedTuple):
    """How a page goes: at any hour, and from an alert at night; None where no calendar tells that night."""

    always: Walk
    at_night: Walk | None


class Desk:
    """What is looked up for the rows of one model: walks are taken once for all rows that have the same."""

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._organization = matter.organization
        self._graph = OrgGraph(matter.organization)
        self._facts = {facts.id: facts for facts in self._graph.rows}
        self._known: dict[Hashable, Ways] = {}
        self.zone = usual_zone(matter.organization)
        self.night = _night(matter.today, self.zone)
        self._names_pages = "matrix" in matter.order.printed
        measure = matter.sheet.measure
        wide = measure / 174
        self.route_columns = spread(
            (
                Column("Route", 11),
                Column("After an alert the page goes to"),
                Column("Who answers for it", 40 * wide),
                Column(REACHED, 55 * wide),
            ),
            measure,
        )
        self.beside = max(int((measure + BETWEEN) / (_ROW + BETWEEN)), 1)
        self.team_columns = spread(
            (
                Column("Team", 42 * wide),
                Column("Contact", 36 * wide),
                Column("On call", 44 * wide),
                Column(SATURDAY_NIGHT),
            ),
            measure,
        )

    def fates(self) -> Counter[Fate]:
        """What becomes of the page of each responsibility at night, counted."""
        return Counter(self._fate(row) for row in self._organization.responsibilities)

    # teams

    def team_rows(self) -> Iterator[Row]:
        """The teams that pages go to, in the order of the file."""
        called = {step.team for ways in self._all() for step in ways.always.steps}
        for team in self._matter.teams:
            if team.id in called:
                link = str(team.subject)
                contact = Cell(team.contact) if team.contact else Cell(_UNKNOWN, colour=INK3)
                yield Row(
                    (Cell(self._team(team.id), BODY_BOLD, link=link), contact, self._hours(team), self._there(team))
                )

    def _all(self) -> list[Ways]:
        return list({id(ways): ways for ways in map(self._ways, self._organization.responsibilities)}.values())

    def _hours(self, team: Team) -> Cell:
        rotations = self._organization.rotations_of.get(team.id, ())
        if not rotations:
            return Cell("no rotation is known", colour=INK3)
        return Cell("; ".join(dict.fromkeys(_hours_of(rotation) for rotation in rotations)))

    def _there(self, team: Team) -> Cell:
        """Who is on call at night."""
        if self.night is None or not self._organization.rotations_of.get(team.id):
            return Cell(_UNKNOWN, colour=INK3, mark="not-assessed")
        calls = on_call_at(self._organization, team.id, self.night)
        if not calls:
            return Cell(_NOBODY, BODY_BOLD, ERROR, mark="page-lost")
        return Cell("; backup: ".join(dict.fromkeys(self._names(call.people, call.rotation) for call in calls)))

    def _names(self, people: Sequence[str], rotation: Rotation) -> str:
        if isinstance(rotation.members, int) or not people or not self._matter.order.people:
            return people[0] if people and isinstance(rotation.members, int) else f"one of {len(people) or 'several'}"
        return f"one of {len(people)}: {listed(people, _MOST_PEOPLE)}" if len(people) > 1 else people[0]

    # rows

    def route(self, row: Responsibility) -> Route:
        return Route(self._way(self._ways(row).always), self._owner(row), self._at_night(row))

    def columns_of(self, rows: Sequence[Responsibility]) -> tuple[Column, ...]:
        """Of a service; one that fills many pages of the matrix says the page beside each of its rows."""
        of_row = [Column("Matrix page", 8, "right")] if self._names_pages and len(rows) > _MOST_ON_FEW_PAGES else []
        return Column("Responsibility"), Column("Route", 10, "right"), *of_row

    def pages(self, rows: Sequence[Responsibility]) -> Aside | None:
        """The pages of the matrix that have the rows of a service."""
        if not self._names_pages:
            return None
        keys = [_in_matrix(row) for row in rows]

        def told(folio: Folio) -> tuple[str, str]:
            pages = [folio.page_of[key] for key in keys if key in folio.page_of]
            if not pages:
                return "", ""
            first, last = min(pages), max(pages)
            return (f"matrix: page {first}" if first == last else f"matrix: pages {first} to {last}"), keys[0]

        return told

    def row(self, row: Responsibility, number: int, key: str, columns: Sequence[Column]) -> Row:
        place = _in_matrix(row) if self._names_pages else ""
        name = self._name(row, column_width(self._matter.sheet.measure, self.beside), columns)._replace(link=place)
        page = [Cell("–", colour=INK2, page=place, link=place)] if len(columns) > _WITHOUT_PAGES else []
        return Row((name, Cell(str(number), BODY_BOLD), *page), (f"{key}:{row.id}",))

    def _name(self, row: Responsibility, wide: float, columns: Sequence[Column]) -> Cell:
        """With the mark of one that nobody or more than one answers for."""
        mark = self._owner(row).mark
        room = spread(columns, wide)[0].width - GAP - (MARK_ROOM if mark else 0)
        first, *rest = self._matter.names.fit(row.name, "responsibility", BODY, room, _MOST_LINES) or ("",)
        return Cell(first, mark=mark, below=tuple((Part(line, BODY),) for line in rest))

    def _team(self, team: TeamId) -> str:
        return "".join(self._matter.names.fit(self._organization.team_name(team), "team", BODY, _LONGEST_TEAM, 1))

    def _ways(self, row: Responsibility) -> Ways:
        facts = self._facts[row.id]
        same = (row.layer, row.service, facts.accountable, facts.responsible)
        known = self._known.get(same)
        if known is None:
            known = self._known[same] = self._walks(facts)
        return known

    def _walks(self, facts: RowFacts) -> Ways:
        return Ways(
            walked(self._graph, facts), walked(self._graph, facts, self.night) if self.night is not None else None
        )

    def _owner(self, row: Responsibility) -> Cell:
        owners = self._matter.owners(row)
        verdict = self._matter.verdict(row)
        if verdict == "missing owner":
            absent = listed([self._team(team) for team in row.raci.accountable], _MOST_NAMED)
            return Cell(f"{absent}: no such team" if absent else _NOBODY, BODY_BOLD, ERROR, mark="nobody")
        if verdict in ("nobody", "nobody answers"):
            doers = [self._team(team) for team in row.raci.doers]
            text = f"nobody; {listed(doers, _MOST_NAMED)} do it" if doers else _NOBODY
            return Cell(text, BODY_BOLD, ERROR, mark="nobody")
        link = f"team:{owners[0]}" if len(owners) == 1 else ""
        mark = "two-owners" if verdict == "several answer" else ""
        return Cell(listed([self._team(team) for team in owners], _MOST_NAMED) or _NOBODY, mark=mark, link=link)

    def _way(self, walk: Walk) -> Cell:
        if not walk.steps:
            return Cell("nobody: the page goes nowhere", BODY_BOLD, ERROR, mark="page-lost")
        first, *then = (self._step_with_hours(step) for step in walk.steps)
        if walk.reached_owner or self._is_there(walk):
            return Cell(first, below=tuple(then))
        return Cell(first, below=(*then, (Part("and no further", BODY_BOLD, ERROR),)), mark="page-lost")

    def _is_there(self, walk: Walk) -> bool:
        """Whether the way ends with an owner, heard or not."""
        row = self._facts[walk.row]
        return bool(walk.steps) and walk.steps[-1].team in row.carriers

    def _at_night(self, row: Responsibility) -> Cell:
        """Who is reached at night, and what comes after whoever that is where the owner is not."""
        walk = self._ways(row).at_night
        heard = [step for step in walk.steps if self._is_heard(step)] if walk else []
        if walk is None or (self._fate(row) == "unknown" and not heard):
            return Cell("unknown who is there", colour=INK3, mark="not-assessed")
        if walk.reached_owner:
            return Cell(self._reached(walk.steps[-1]), below=self._contact(walk.steps[-1]))
        after = walk.steps[walk.steps.index(heard[-1]) + 1 :] if heard else walk.steps
        unknown = next((step for step in reversed(after) if self._is_heard(step) is None), None)
        if unknown:
            then = Part(f", then {self._team(unknown.team)}, hours unknown", BODY, INK2)
            reached = (*self._reached(heard[-1]), then) if heard else (then._replace(text=then.text[2:]),)
            return Cell(reached, below=self._contact((heard or [unknown])[-1]), mark="not-assessed")
        if not heard:
            return Cell(_NOBODY, BODY_BOLD, ERROR, mark="page-lost")
        then = Part(", then nobody", BODY_BOLD, ERROR)
        return Cell((*self._reached(heard[-1]), then), below=self._contact(heard[-1]), mark="page-lost")

    def _is_heard(self, step: Step) -> bool | None:
        """Whether anybody is there; of a team without any rotation that is unknown, as it is above."""
        return step.is_heard if self._organization.rotations_of.get(step.team) else None

    def _fate(self, row: Responsibility) -> Fate:
        """What becomes of a page at night."""
        always, walk = self._ways(row)
        if self._matter.verdict(row) in ("nobody", "nobody answers", "missing owner"):
            return "ownerless"
        if not always.reached_owner and not self._is_there(always):
            return "unreached"
        if walk is None or (not walk.reached_owner and any(self._is_heard(step) is None for step in walk.steps)):
            return "unknown"
        return "kept" if walk.reached_owner else "off duty"

    def _contact(self, step: Step) -> tuple[tuple[Part, ...], ...]:
        """How the team is reached, on a line of its own, where the file says it."""
        team = self._organization.team_by_id.get(step.team)
        return ((Part(team.contact, BODY, INK2),),) if team and team.contact else ()

    def _step_with_hours(self, step: Step) -> tuple[Part, ...]:
        """A step with when anybody of its team is there, where that is known."""
        hours = self._matter.on_call(step.team)
        return (*self._step(step), *((Part(f" {hours}", SMALL, INK2),) if hours else ()))

    def _reached(self, step: Step) -> tuple[Part, ...]:
        first, *others = self._step(step)
        return first._replace(text=f"after {first.text}" if step.minutes else first.text), *others

    def _step(self, step: Step) -> tuple[Part, ...]:
        return Part(f"{_after(step)}: ", BODY, INK2), Part(self._team(step.team), BODY)


def _in_matrix(row: Responsibility) -> str:
    return f"matrix:{row.subject}"


def _night(today: date, zone: str) -> datetime | None:
    try:
        return Moment(SUNDAY, NIGHT, zone_named(zone)).after(today)
    except NotFound:
        return None


def _after(step: Step) -> str:
    if step.minutes is None:
        return "unknown time"
    if not step.minutes:
        return "at once"
    hours = step.minutes / 60
    return f"{hours:.0f} h" if hours > 1 and hours == int(hours) else f"{short(step.minutes)} min"


def _hours_of(rotation: Rotation) -> str:
    if rotation.coverage is None:
        return "hours unknown"
    hours = rotation.coverage.said
    return f"{hours}, {rotation.timezone}" if rotation.timezone and hours != "24x7" else hours
