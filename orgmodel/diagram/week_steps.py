"""The steps of a chain as heads of a week: who hears a page first, and who after that, when and after how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgmodel.diagram.contents import minutes_text
from orgmodel.model import ALERT, Escalation, Organization, ServiceId, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import capital

_MOST_CONDITIONS = 2


@value
class Step:
    """Teams that a page gets to after so many hand-offs; `number` is None for those that none reaches."""

    number: int | None
    title: str
    teams: tuple[TeamId, ...]


def steps_of(organization: Organization, service: ServiceId | None) -> tuple[Step, ...]:
    """The teams by the longest path that never turns back, in the order of the file; those that no page reaches last.

    Of one service only the escalations for it count, and of the unreached only the teams with letters on its rows.
    """
    there = {team.id for team in organization.teams if team.status != "archived"}
    escalations = [each for each in organization.escalations if _carries(each, there, service)]
    numbers = hand_offs(escalations)
    order = {team.id: place for place, team in enumerate(organization.teams)}
    by_number: dict[int, list[TeamId]] = {}
    for team in sorted((team for team in numbers if team != ALERT), key=order.__getitem__):
        by_number.setdefault(numbers[team], []).append(team)
    steps = [
        Step(place, _title(place, [each for each in escalations if _leads(each, numbers, number)]), tuple(teams))
        for place, (number, teams) in enumerate(sorted(by_number.items()), 1)
    ]
    left = tuple(dict.fromkeys(team for team in _others(organization, service) if team not in numbers))
    return (*steps, Step(None, "No page reaches them", left)) if left else tuple(steps)


def _carries(escalation: Escalation, there: set[TeamId], service: ServiceId | None) -> bool:
    ends_there = escalation.target in there and (escalation.source == ALERT or escalation.source in there)
    is_for = service is None or not escalation.services or service in escalation.services
    return escalation.carries_pages and escalation.source != escalation.target and ends_there and is_for


def _leads(escalation: Escalation, numbers: Mapping[TeamId, int], number: int) -> bool:
    """Whether it leads to that step from the one before."""
    return numbers.get(escalation.target) == number and numbers.get(escalation.source, number) == number - 1


def _title(place: int, escalations: Sequence[Escalation]) -> str:
    if place == 1:
        return "First to hear"
    said = list(dict.fromkeys(each.when.strip() for each in escalations if each.when and each.when.strip()))
    waits = list(dict.fromkeys(minutes_text(each.after) for each in escalations))
    wait = waits[0] if len(waits) == 1 else ""
    if not said or len(said) > _MOST_CONDITIONS:
        return ", ".join(part for part in ("When it is handed on", wait) if part)
    words = [text if _is_clause(text) else f"when {text}" for text in said[:1]] + said[1:]
    return ", ".join(part for part in (capital(", or ".join(words)), wait) if part)


def _is_clause(text: str) -> bool:
    return text.casefold().startswith(("if ", "when ", "only ", "for "))


def _others(organization: Organization, service: ServiceId | None) -> Iterator[TeamId]:
    """Who else may have a place: every team that is there and whoever has a rotation, named by a team or not."""
    archived = {team.id for team in organization.teams if team.status == "archived"}
    if service is None:
        yield from (team.id for team in organization.teams if team.id not in archived)
        yield from (rotation.team for rotation in organization.rotations if rotation.team not in archived)
        return
    of_service = {team for row in organization.responsibilities if row.service == service for team in row.raci}
    own = organization.service_by_id.get(service)
    yield from (
        team.id
        for team in organization.teams
        if team.id not in archived
        and (team.id in of_service or (own and own.team == team.id))
        and (team.id in organization.rotations_of or (own and own.team == team.id))
    )


def hand_offs(escalations: Iterable[Escalation]) -> dict[TeamId, int]:
    """How often a page is handed on until it is at a team, on the longest path that never turns back; 0 the alert."""
    onward: dict[TeamId, list[TeamId]] = {}
    for escalation in escalations:
        onward.setdefault(escalation.source, []).append(escalation.target)
    order = _from_alert(onward)
    place = {team: number for number, team in enumerate(order)}
    numbers = {ALERT: 0}
    for team in order:
        for target in onward.get(team, ()):
            if place[target] > place[team]:
                numbers[target] = max(numbers.get(target, 0), numbers[team] + 1)
    return numbers


def _from_alert(onward: Mapping[TeamId, Sequence[TeamId]]) -> list[TeamId]:
    """What an alert can reach, each team before those it hands on to, save where the chain turns back on itself."""
    done: list[TeamId] = []
    seen = {ALERT}
    stack = [(ALERT, iter(onward.get(ALERT, ())))]
    while stack:
        team, targets = stack[-1]
        target = next((target for target in targets if target not in seen), None)
        if target is None:
            done.append(team)
            stack.pop()
        else:
            seen.add(target)
            stack.append((target, iter(onward.get(target, ()))))
    return done[::-1]
