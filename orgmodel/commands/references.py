"""What names what: the checks before an edit, and the clearing up after something is removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from orgmodel.document import Document, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    AreaId,
    Escalation,
    LayerId,
    Organization,
    RowId,
    ServiceId,
    Subject,
    Team,
    TeamId,
    is_id,
    subject,
    subject_parts,
)
from orgmodel.model.value import changed

T = TypeVar("T")
Held = TypeVar("Held")


def kept(items: tuple[T, ...], keep: Callable[[T], bool]) -> tuple[T, ...]:
    """The items that pass; the very same tuple where all of them do."""
    left = tuple(item for item in items if keep(item))
    return items if len(left) == len(items) else left


def mapped(items: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """The items after a change; the very same tuple where every one came back as it was."""
    new = tuple(change(item) for item in items)
    return items if all(after is before for before, after in zip(items, new, strict=True)) else new


def placed(items: tuple[T, ...], item: T, at: int | None) -> tuple[T, ...]:
    """With one more item before the place `at`; at the end for None."""
    place = len(items) if at is None else max(0, min(at, len(items)))
    return (*items[:place], item, *items[place:])


def moved(items: tuple[T, ...], item: T, at: int) -> tuple[T, ...]:
    """With an item taken out and put back so that it stands at the place `at`; the very same tuple where it did."""
    place = max(0, min(at, len(items) - 1))
    if items[place] is item:
        return items
    return placed(tuple(other for other in items if other is not item), item, place)


def place_in(items: tuple[T, ...], item: T) -> int | None:
    """Where an item stands: that very one, else the first that is equal; None where there is none."""
    for place, other in enumerate(items):
        if other is item:
            return place
    return items.index(item) if item in items else None


def without_place(items: tuple[T, ...], place: int) -> tuple[T, ...]:
    return (*items[:place], *items[place + 1 :])


def put_elsewhere(items: tuple[T, ...], place: int, at: int) -> tuple[T, ...]:
    """With the item of one place at another (both from 0); the very same tuple where that changes nothing."""
    after = placed(without_place(items, place), items[place], at)
    return items if after == items else after


def with_pair(pairs: tuple[tuple[str, Held], ...], key: str, held: Held | None) -> tuple[tuple[str, Held], ...]:
    """The pairs with one set, or without it for None; the very same tuple where that changes nothing."""
    before = dict(pairs)
    if before.get(key) == held:
        return pairs
    if held is None:
        return tuple(pair for pair in pairs if pair[0] != key)
    return tuple((before | {key: held}).items())


def team_of(organization: Organization, team: TeamId) -> Team:
    """The team of that id; raises `CommandRefused` where there is none."""
    found = organization.team_by_id.get(team)
    if found is None:
        raise CommandRefused(f"There is no team “{team}”: add it first, or choose another.")
    return found


def check_new_id(identifier: str, taken: Iterable[str], what: str) -> None:
    """Refuse an id that is malformed or taken; `what` is a word for the thing: `row`."""
    if not is_id(identifier) or identifier == ALERT:
        raise CommandRefused(f"“{identifier}” cannot be the id of a {what}: use small letters, digits and hyphens.")
    if identifier in taken:
        raise CommandRefused(f"There is a {what} “{identifier}” already: choose another id.")


def check_name(name: object, what: str) -> None:
    if not isinstance(name, str) or not name.strip():
        raise CommandRefused(f"A {what} needs a name.")


def check_teams(organization: Organization, teams: Iterable[TeamId]) -> None:
    for team in teams:
        team_of(organization, team)


def check_rows(organization: Organization, rows: Iterable[RowId]) -> None:
    for row in rows:
        if row not in organization.row_by_id:
            raise CommandRefused(f"There is no row “{row}”.")


def check_services(organization: Organization, services: Iterable[ServiceId]) -> None:
    for service in services:
        if service not in organization.service_by_id:
            raise CommandRefused(f"There is no service “{service}”.")


def check_layers(organization: Organization, layers: Iterable[LayerId]) -> None:
    for layer in layers:
        if layer not in organization.layer_by_id:
            raise CommandRefused(f"There is no layer “{layer}”.")


def check_areas(organization: Organization, areas: Iterable[AreaId]) -> None:
    for area in areas:
        if area not in organization.area_by_id:
            raise CommandRefused(f"There is no area “{area}”.")


def check_not_itself(what: str, names_itself: bool) -> None:  # noqa: FBT001 (a question that was asked just now)
    if names_itself:
        raise CommandRefused(what)


def check_parents(organization: Organization, team: TeamId, parent: TeamId | None) -> None:
    """Refuse a parent that is the team itself or stands below it."""
    above, seen = parent, set[TeamId]()
    while above is not None and above not in seen:
        if above == team:
            raise CommandRefused(f"{organization.team_name(team)} cannot be above itself.")
        seen.add(above)
        found = organization.team_by_id.get(above)
        above = found.parent if found else None


def check_escalation(organization: Organization, escalation: Escalation) -> None:
    """Refuse one that leads nowhere: to the same team, back to the alert, to or from a team that is not there."""
    if escalation.source == escalation.target:
        raise CommandRefused("A team cannot escalate to itself.")
    if escalation.target == ALERT:
        raise CommandRefused("Nothing escalates to the alert: it is where every page enters.")
    check_teams(organization, [team for team in (escalation.source, escalation.target) if team != ALERT])
    check_layers(organization, escalation.layers)
    check_services(organization, escalation.services)


def without_subjects(document: Document, gone: frozenset[Subject]) -> Document:
    """What people said and placed, without the things that are no longer there; a waiver of nothing goes as well."""
    holders = {subject_parts(thing)[1] for thing in gone if thing.startswith("team:")}

    def stays(thing: Subject) -> bool:
        kind, identifier = subject_parts(thing)
        if kind == "person":
            return identifier.partition("/")[0] not in holders and thing not in gone
        if kind == "escalation":
            return not holders.intersection(identifier.split("->")) and thing not in gone
        return thing not in gone

    arrangement = document.arrangement
    after = document.copy_with(
        arrangement=changed(arrangement, chain=kept(arrangement.chain, lambda place: stays(place.subject))),
        decisions=mapped(document.decisions, lambda said: changed(said, about=kept(said.about, stays))),
        views=mapped(
            document.views, lambda view: view if view.focus is None or stays(view.focus) else changed(view, focus=None)
        ),
    )
    waivers = mapped(document.waivers, lambda waiver: changed(waiver, on=kept(waiver.on, stays)))
    if waivers is document.waivers:
        return after
    left = [
        waiver if waiver.on or waiver is before else None
        for before, waiver in zip(document.waivers, waivers, strict=True)
    ]
    return with_waivers(after, left)


def with_waivers(document: Document, after: Sequence[Waiver | None]) -> Document:
    """With each waiver changed, or gone for None; what was said of waivers is said of them by their new numbers."""
    left = tuple(waiver for waiver in after if waiver is not None)
    numbers = iter(_waiver_subjects(left))
    new = {
        before: next(numbers) if waiver is not None else None
        for before, waiver in zip(_waiver_subjects(document.waivers), after, strict=True)
    }
    document = document.copy_with(waivers=left)
    gone = frozenset(before for before, now in new.items() if now is None)
    if gone:
        document = without_subjects(document, gone)
    return with_subjects_renamed(document, {old: now for old, now in new.items() if now is not None and now != old})


def _waiver_subjects(waivers: Sequence[Waiver]) -> list[Subject]:
    """What each is called: `waiver:GAP001/1`, counted among those of its rule."""
    counts: dict[str, int] = {}
    called = []
    for waiver in waivers:
        counts[waiver.rule] = counts.get(waiver.rule, 0) + 1
        called.append(subject("waiver", f"{waiver.rule}/{counts[waiver.rule]}"))
    return called


def with_subjects_renamed(document: Document, new: Mapping[Subject, Subject]) -> Document:
    """What people said and placed, about the same things under their new names."""
    if not new:
        return document

    def named(things: tuple[Subject, ...]) -> tuple[Subject, ...]:
        after = tuple(dict.fromkeys(new.get(thing, thing) for thing in things))
        return things if after == things else after

    return document.copy_with(
        waivers=mapped(document.waivers, lambda waiver: changed(waiver, on=named(waiver.on))),
        decisions=mapped(document.decisions, lambda said: changed(said, about=named(said.about))),
        views=mapped(
            document.views, lambda view: changed(view, focus=new.get(view.focus, view.focus)) if view.focus else view
        ),
    )
