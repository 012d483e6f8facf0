"""What the matrix shows of an organisation, kept in step with it: row by row, and whole where its shape changed."""

from __future__ import annotations

from orgmodel.model import Organization, Responsibility, RowId
from orgmodel.model.value import changed
from orgmodel.verdicts import verdict_of
from ui.matrix.columns import Columns, columns_of
from ui.matrix.filtering import EVERY_ROW, TROUBLED, RowFilter, is_troubled, told
from ui.matrix.grouping import Group, GroupKey, keying
from ui.matrix.layout import lay_out
from ui.matrix.shape import PLAIN, MarkOf, MatrixShape, in_order


class MatrixState:
    """The organisation in hand, which rows of it are shown and where; holds nothing of Qt."""

    def __init__(self, organization: Organization) -> None:
        self.filter = EVERY_ROW
        self.shape = PLAIN
        self.collapsed: frozenset[GroupKey] = frozenset()
        self._mark_of: MarkOf = lambda _row: None
        self.columns = Columns(())
        self._rebuild(organization)

    def _rebuild(self, organization: Organization) -> None:
        self.organization = organization
        rows = organization.responsibilities
        self.columns = self._columns()
        self.place_of: dict[RowId, int] = {row.id: place for place, row in enumerate(rows)}
        verdicts = [verdict_of(organization, row) for row in rows]
        self.troubles = told(verdicts, rows)
        self.troubled = {place for place, verdict in enumerate(verdicts) if verdict in TROUBLED}
        """The places of the rows that nobody or more than one team answers for."""
        self._show()

    def _show(self) -> None:
        """Choose the rows, and put them in order: done anew when the filter or the shape is, not after each edit."""
        chosen = self.filter.shown(self.organization)
        self._shown = tuple(in_order(self.organization, chosen, self.shape.sort, self._mark_of))
        self._lay_out()

    def _lay_out(self) -> None:
        self.layout = lay_out(self.organization, self.columns, self._shown, self.collapsed, self.shape.grouping)
        self._tallies: dict[GroupKey, dict[int, str]] = {}

    @property
    def hidden(self) -> int:
        """How many rows the filter hides."""
        return len(self.organization.responsibilities) - self.layout.shown

    def row(self, place: int) -> Responsibility:
        return self.organization.responsibilities[place]

    def row_on(self, line: int) -> Responsibility | None:
        """The row that a line shows; None for a group's line and outside."""
        place = self.layout.row_at(line) if 0 <= line < len(self.layout.lines) else None
        return None if place is None else self.row(place)

    def set_filter(self, chosen: RowFilter) -> None:
        self.filter = chosen
        self._show()

    def set_shape(self, shape: MatrixShape, mark_of: MarkOf) -> None:
        """Sort, group and hide; `mark_of` is asked where the rows with findings come first, now and later."""
        self.shape, self._mark_of = shape, mark_of
        self.columns = self._columns()
        self._show()

    def set_area_width(self, width: int) -> None:
        """Let the column of areas be so wide, where it is shown."""
        if width != self.columns.area_width:
            self.columns = changed(self.columns, area_width=width)
            self.layout = changed(self.layout, columns=self.columns)

    def _columns(self) -> Columns:
        columns = columns_of(self.organization, self.shape.hidden_teams, self.shape.hidden_facts)
        return changed(columns, area_width=self.columns.area_width)

    def set_collapsed(self, key: GroupKey, *, collapsed: bool) -> bool:
        """Fold or unfold a group; False where it was so already."""
        if collapsed == (key in self.collapsed):
            return False
        self.collapsed = self.collapsed | {key} if collapsed else self.collapsed - {key}
        self._lay_out()
        return True

    def collapse_all(self, *, collapsed: bool) -> bool:
        """Fold or unfold every group; False where all were so already."""
        before = self.collapsed
        self.collapsed = frozenset(group.key for group in self.layout.groups) if collapsed else frozenset()
        if self.collapsed != before:
            self._lay_out()
        return self.collapsed != before

    def take(self, organization: Organization) -> list[int] | None:
        """Take over the next organisation; the places of the rows that look different, None where everything may.

        A row that was changed stays in sight though the filter would hide it by now: it is what is being worked on.
        """
        before, after = self.organization, organization
        places = _changed_rows(before, after)
        if places is None or self._changes_shape(before, after, places):
            self._rebuild(after)
            return None
        self.organization = after
        for place in places:
            old, new = before.responsibilities[place], after.responsibilities[place]
            self.troubles = self.troubles.changed_by(after, old, new)
            (self.troubled.add if is_troubled(after, new) else self.troubled.discard)(place)
        if places:
            self._forget_tallies(after, places)
        return places

    def _forget_tallies(self, after: Organization, places: list[int]) -> None:
        key_of = keying(after, self.shape.grouping)
        for place in places:
            self._tallies.pop(key_of(after.responsibilities[place]), None)

    def _changes_shape(self, before: Organization, after: Organization, places: list[int]) -> bool:
        """Whether any of the changed rows stands elsewhere now, or has a column of its own come or go."""
        old_key, new_key = keying(before, self.shape.grouping), keying(after, self.shape.grouping)
        teams = after.team_by_id
        for place in places:
            old, new = before.responsibilities[place], after.responsibilities[place]
            if old.id != new.id or old_key(old) != new_key(new):
                return True
            if old.raci is not new.raci and any(
                team not in teams or teams[team].status == "archived" for team in old.raci.keys() ^ new.raci.keys()
            ):
                return True
        return False

    def tally_of(self, group: Group) -> dict[int, str]:
        """`1 A · 3 R` for each team column in which a group's rows have any of those letters."""
        found = self._tallies.get(group.key)
        if found is None:
            found = self._tallies[group.key] = self._tally(group)
        return found

    def _tally(self, group: Group) -> dict[int, str]:
        counts: dict[int, list[int]] = {}
        for place in group.rows:
            for team, letters in self.row(place).raci.items():
                column = self.columns.place_of.get(team)
                if column is not None and letters in ("A", "AR", "R"):
                    counts.setdefault(column, [0, 0])[letters == "R"] += 1
        return {
            column: " · ".join(f"{count} {letter}" for count, letter in zip(pair, "AR", strict=True) if count)
            for column, pair in counts.items()
        }


def _changed_rows(before: Organization, after: Organization) -> list[int] | None:
    """The places of the rows that are other objects; None where more than single rows is different."""
    if (
        before.teams is not after.teams
        or before.layers is not after.layers
        or before.areas is not after.areas
        or before.services is not after.services
        or len(before.responsibilities) != len(after.responsibilities)
    ):
        return None
    if before.responsibilities is after.responsibilities:
        return []
    pairs = enumerate(zip(before.responsibilities, after.responsibilities, strict=True))
    return [place for place, (old, new) in pairs if old is not new]
