"""ESC005: how long a page waits for the first team alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from math import inf
from typing import Final

from orgmodel.commands import ChangeEscalation, ChangeField, Command
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import Chain, OrgGraph
from orgmodel.graph.quickest import seconds_of
from orgmodel.model import (
    ALERT,
    ORGANIZATION,
    Duration,
    Escalation,
    Minutes,
    Rotation,
    Service,
    Subject,
    TeamId,
    subject,
)
from orgmodel.model.value import changed, value
from orgmodel.rules.chain.levels import level_numbers
from orgmodel.rules.fixes import as_one
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import SRE_BOOK_ON_CALL
from orgmodel.sentences import lasting

USER_FACING: Final = "user-facing (yes or no)"


@value
class Second:
    """Whoever is tried after the `first` team, which has the page at `start`; all in minutes after the alert.

    `minutes` are infinite where the file gives none, and `at_least` so many where those that are unknown are none;
    `unknown` are the escalations and rotations that do not say theirs. Without an `escalation` it is the next level of
    the first team.
    """

    first: TeamId
    start: Minutes
    escalation: Escalation | None
    minutes: Minutes
    at_least: Minutes
    unknown: tuple[Subject, ...] = ()

    def exceeds(self, most: Minutes) -> bool | None:
        """None where that turns on what is unknown."""
        return True if self.at_least > most else False if self.minutes <= most else None


@rule("ESC005", "slow-path", "warning", SRE_BOOK_ON_CALL, reads=("paged_in_place",))
def slow_path(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        When the first team does not answer, a page for this service waits too long until a second team, or the next
        level of the first, is tried: more than 5 minutes for what users see, more than 30 for anything else.

    Why it hurts
        Users are hurt all that time, and nobody who could help has heard of it. The source gives minutes for
        user-facing services and 30 for others.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        services:
          - {id: shop, name: Shop, user_facing: true}
        responsibilities:
          - {id: database, name: Database, service: shop, raci: {web-sre: A}}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        services:
          - {id: shop, name: Shop, user_facing: true}
        responsibilities:
          - {id: database, name: Database, service: shop, raci: {web-sre: A}}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 5m}

    How to put it right
        Hand the page on sooner, or give the first team a backup level that is tried sooner.

    Limits
        The numbers are the source's: settings.limits has response_minutes_user_facing (5) and response_minutes_other
        (30). Looked at is the earliest that a second is tried, whatever the conditions and the hour; of several kinds
        of rows the slowest counts. Where there is no second at all, that is a dead end (ESC003). Not assessed where a
        time is unknown that it turns on, or whether users see the service.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    chains: dict[str, dict[Chain, None]] = {}
    for of_service, layer in graph.paged_in_place:
        if of_service is not None:
            chains.setdefault(of_service, {})[graph.chain_for(layer, of_service)] = None
    for service in graph.organization.services:
        seconds = [second for chain in chains.get(service.id, ()) if (second := _second_of(graph, chain))]
        if seconds:
            yield from _judged(graph, service, seconds)


def _judged(graph: OrgGraph, service: Service, seconds: list[Second]) -> Iterator[Observation]:
    limit = graph.organization.settings.limit
    by_use = {True: limit("response_minutes_user_facing"), False: limit("response_minutes_other")}
    possible = sorted(by_use.values()) if service.user_facing is None else [by_use[service.user_facing]]
    most = possible[-1]
    verdicts = [_any(second.exceeds(each) for second in seconds) for each in possible]
    if all(verdicts):
        slow = tuple(sorted((second for second in seconds if second.exceeds(most)), key=_slowest_first))
        yield _slow(graph, service, slow, most)
        return
    if len(set(verdicts)) > 1:
        yield not_assessed(service.subject, USER_FACING)
    if verdicts[-1] is None:
        yield not_assessed(service.subject, "minutes", *sorted({each for second in seconds for each in second.unknown}))


def _any(verdicts: Iterable[bool | None]) -> bool | None:
    """Whether one of them holds; None where that depends on one that is unknown."""
    held = list(verdicts)
    return True if True in held else None if None in held else False


def _slowest_first(second: Second) -> tuple[object, ...]:
    return -second.at_least, second.first, second.escalation.subject if second.escalation else ""


def _slow(graph: OrgGraph, service: Service, slow: tuple[Second, ...], most: Minutes) -> Observation:
    worst = slow[0]
    first = graph.name(worst.first)
    after = f"the next level of {first} is" if worst.escalation is None else f"{graph.name(worst.escalation.target)} is"
    whose = {True: "for what users see", False: "for what users do not see", None: "for any service"}
    escalations = tuple(second.escalation for second in slow if second.escalation)
    teams = dict.fromkeys(
        team for second in slow for team in (second.first, second.escalation and second.escalation.target) if team
    )
    return found(
        service.subject,
        *(subject("team", team) for team in teams),
        *dict.fromkeys(each.subject for each in escalations),
        message=f"A page for {service.name} waits {lasting(worst.at_least)} until {after} tried; "
        f"{lasting(most)} {'is' if most == 1 else 'are'} the most {whose[service.user_facing]}.",
        alike="wait too long until a second team or level is tried",
        advice=f"Hand the page on sooner, or give {first} a backup level that is tried sooner.",
        evidence=Evidence(
            (service.subject, *(subject("team", team) for team in teams)),
            tuple(dict.fromkeys((subject("team", each.source), subject("team", each.target)) for each in escalations)),
        ),
        numbers=figures(minutes=round(worst.at_least, 2), most=most),
        fixes=partial(_sooner, slow=slow, most=most),
    )


def _second_of(graph: OrgGraph, chain: Chain) -> Second | None:
    """The first to be tried after the first team; None where there is nobody."""
    return graph.remembered(("second", chain), lambda: _earliest(graph, chain))


def _earliest(graph: OrgGraph, chain: Chain) -> Second | None:
    entries = {team: min(escalations, key=seconds_of) for team, escalations in chain.escalations.get(ALERT, {}).items()}
    if not entries:
        return None
    first = min(entries, key=lambda team: (seconds_of(entries[team]), graph.by_name(team)))
    start = seconds_of(entries[first]) / 60
    beside = [entries[team] for team in entries if team != first]
    later = [Second(first, start, entry, seconds_of(entry) / 60, seconds_of(entry) / 60) for entry in beside]
    for escalation in (each for escalations in chain.escalations.get(first, {}).values() for each in escalations):
        if escalation.after is None:
            later.append(Second(first, start, escalation, inf, start, (escalation.subject,)))
        else:
            waits = start + escalation.after.minutes
            later.append(Second(first, start, escalation, waits, waits))
    later += _next_level(graph, first, start)
    if not later:
        return None
    earliest = min(
        later, key=lambda second: (second.minutes, second.at_least, second.escalation is None, _end(graph, second))
    )
    return changed(
        earliest,
        at_least=min(second.at_least for second in later),
        unknown=tuple(sorted({each for second in later for each in second.unknown})),
    )


def _end(graph: OrgGraph, second: Second) -> tuple[str, str]:
    return graph.by_name(second.escalation.target if second.escalation else second.first)


def _next_level(graph: OrgGraph, first: TeamId, start: Minutes) -> Iterator[Second]:
    """The next level of the first team, where it has one: after the longest of its first level's rotations."""
    if len(level_numbers(graph, first)) < 2:
        return
    rotations = _of_first_level(graph, first)
    unknown = tuple(rotation.subject for rotation in rotations if rotation.hand_up is None)
    if unknown:
        yield Second(first, start, None, inf, start, unknown)
    else:
        waits = start + max(rotation.hand_up.minutes for rotation in rotations if rotation.hand_up)
        yield Second(first, start, None, waits, waits)


def _of_first_level(graph: OrgGraph, team: TeamId) -> tuple[Rotation, ...]:
    level = level_numbers(graph, team)[0]
    staffed = (rotation for rotation in graph.rotations_of[team] if not rotation.is_empty)
    return tuple(rotation for rotation in staffed if rotation.level == level)


def _sooner(graph: OrgGraph, slow: tuple[Second, ...], most: Minutes) -> Iterator[Fix]:
    """Each of them tried in the last whole minute that is in time, where the first team has the page by then."""
    commands: dict[Command, None] = {}
    for second in slow:
        is_entry = second.escalation is not None and second.escalation.source == ALERT
        wait = Duration(int(most if is_entry else most - second.start), "m")
        if wait.count < 0:
            return
        if second.escalation:
            commands[ChangeEscalation(second.escalation, changed(second.escalation, after=wait))] = None
        else:
            for rotation in _of_first_level(graph, second.first):
                commands[ChangeField(rotation.subject, "hand_up", wait)] = None
    until = "somebody else" if len(commands) > 1 else "the next level"
    if len(commands) == 1 and slow[0].escalation:
        until = graph.name(slow[0].escalation.target)
    yield as_one(f"Try {until} within {lasting(int(most))}", tuple(commands))
