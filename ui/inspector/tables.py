"""The lists of values that are edited as tables: of sites, members, layers, areas, rows left out; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from orgmodel.commands import (
    AddArea,
    AddLayer,
    ChangeField,
    Command,
    MoveArea,
    MoveLayer,
    RemoveArea,
    RemoveLayer,
    Together,
)
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    KIND_NAMES,
    Area,
    AreaId,
    Layer,
    LayerId,
    Member,
    NotApplicable,
    PersonId,
    Site,
    Subject,
    Team,
    id_from_name,
)
from orgmodel.model.value import changed
from ui.inspector import offers
from ui.inspector.changes import Give
from ui.inspector.fields import UNKNOWN, Cell, ChoiceField, PickField, TableField, TextField, Whole
from ui.translation import marked
from ui.written import count, number, text

KINDS: Final = ((None, UNKNOWN), *KIND_NAMES.items())


def listed(
    title: tuple[str, str, str], columns: tuple[Cell, ...], shares: tuple[int, ...], new: Callable[[Any, Any], Any]
) -> TableField:
    """A table of the values that a thing holds in a field.

    `title` is its label, the field and what one line is called; `new` makes a value from the thing and from what was
    given in the first column.
    """
    label, field, one = title

    def change(of: Whole, place: int, path: str, give: Give) -> Command:
        items = getattr(of.thing, field)
        after = changed(items[place], **{path: give(getattr(items[place], path))})
        return _put(of.named, field, (*items[:place], after, *items[place + 1 :]))

    def add(of: Whole, path: str, given: Any) -> Command:
        check_first(columns, one, path, given)
        return _put(of.named, field, (*getattr(of.thing, field), new(of.thing, given)))

    def remove(of: Whole, place: int) -> Command:
        items = getattr(of.thing, field)
        return _put(of.named, field, (*items[:place], *items[place + 1 :]))

    def move(of: Whole, place: int, to: int) -> Command:
        return _put(of.named, field, moved(getattr(of.thing, field), place, to))

    return TableField(
        label, field, columns, shares, lambda _, thing: getattr(thing, field), change, add, remove, move, one
    )


def check_first(columns: Sequence[Cell], one: str, path: str, given: Any) -> None:
    """Refuse a new line that begins with anything but its first column."""
    if path != columns[0].field or given is None:
        raise CommandRefused(f"Fill in “{columns[0].label}” first: then there is a {one}.")


def moved(items: tuple[Any, ...], place: int, to: int) -> tuple[Any, ...]:
    left = (*items[:place], *items[place + 1 :])
    return (*left[:to], items[place], *left[to:])


def _put(named: Subject, field: str, items: tuple[Any, ...]) -> Command:
    return ChangeField(named, field, items)


def _change_site(of: Whole, place: int, path: str, give: Give) -> Command:
    """One cell of a site; where it is the name, whoever sits there goes along."""
    team: Team = of.thing
    site = team.sites[place]
    after = changed(site, **{path: give(getattr(site, path))})
    put = _put(of.named, "sites", (*team.sites[:place], after, *team.sites[place + 1 :]))
    there = {member.id for member in team.members if member.site == site.name}
    if after.name == site.name or not there or not after.name:
        return put
    members = tuple(changed(each, site=after.name) if each.id in there else each for each in team.members)
    return Together(f"Rename site {site.name} to {after.name}", (put, _put(of.named, "members", members)))


def _new_member(team: Team, name: str) -> Member:
    return Member(PersonId(id_from_name(name, {member.id for member in team.members})), name)


_SITES = listed(
    (marked("Sites"), "sites", marked("site")),
    (
        TextField(marked("Site"), "name", text, absent=marked("Name")),
        PickField(marked("Time zone"), "timezone", offers.zones, offers.as_written),
        TextField(marked("People"), "headcount", count),
    ),
    (9, 11, 6),
    lambda _, name: Site(name),
)
SITES: Final = replace(_SITES, change=_change_site)
MEMBERS: Final = listed(
    (marked("Members"), "members", marked("member")),
    (
        TextField(marked("Name"), "name", text, absent=marked("Name")),
        TextField(marked("Role"), "role", text),
        TextField(marked("FTE"), "fte", number),
        PickField(marked("Site"), "site", offers.sites, offers.as_written),
    ),
    (10, 7, 6, 8),
    _new_member,
)
NOT_APPLICABLE: Final = listed(
    (marked("Does without"), "not_applicable", marked("row left out")),
    (
        PickField(marked("Row of its matrix"), "row", offers.matrix_rows, offers.matrix_row_name, optional=False),
        TextField(marked("Reason"), "reason", text),
    ),
    (1, 1),
    lambda _, row: NotApplicable(row),
)


def _change_layer(of: Whole, place: int, path: str, give: Give) -> Command:
    layer = of.thing.layers[place]
    return ChangeField(layer.subject, path, give(getattr(layer, path)))


def _add_layer(of: Whole, path: str, given: Any) -> Command:
    check_first(LAYERS.columns, LAYERS.one, path, given)
    return AddLayer(Layer(LayerId(id_from_name(given, {layer.id for layer in of.thing.layers})), given))


def _change_area(of: Whole, place: int, path: str, give: Give) -> Command:
    area = of.thing.areas[place]
    return ChangeField(area.subject, path, give(getattr(area, path)))


def _add_area(of: Whole, path: str, given: Any) -> Command:
    check_first(AREAS.columns, AREAS.one, path, given)
    return AddArea(Area(AreaId(id_from_name(given, {area.id for area in of.thing.areas})), given))


LAYERS: Final = TableField(
    marked("Layers"),
    "layers",
    (
        TextField(marked("Layer"), "name", text, absent=marked("Name")),
        ChoiceField(marked("Owner by default"), "kind", lambda _: KINDS),
    ),
    (4, 3),
    lambda _, thing: thing.layers,
    _change_layer,
    _add_layer,
    lambda of, place: RemoveLayer(of.thing.layers[place].id),
    lambda of, place, to: MoveLayer(of.thing.layers[place].id, to),
    marked("layer"),
)
AREAS: Final = TableField(
    marked("Areas"),
    "areas",
    (TextField(marked("Area"), "name", text, absent=marked("Name")),),
    (1,),
    lambda _, thing: thing.areas,
    _change_area,
    _add_area,
    lambda of, place: RemoveArea(of.thing.areas[place].id),
    lambda of, place, to: MoveArea(of.thing.areas[place].id, to),
    marked("area"),
)
