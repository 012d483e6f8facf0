"""Walk a page for a row: who has it when, who is on call there, and where it is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import takewhile, zip_longest
from typing import Any, NamedTuple, TypeVar

from orgmodel.coverage import OnCall, covers, on_call_at, on_call_ever
from orgmodel.errors import NotFound
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.graph.quickest import Hops, hops, quickest, seconds_of
from orgmodel.model import (
    ALERT,
    DAYS,
    Escalation,
    Letters,
    Minutes,
    Organization,
    RowId,
    Subject,
    TeamId,
    subject,
)
from orgmodel.model.value import value
from orgmodel.near_names import nearest
from orgmodel.rules.chain.tiers import tier_of
from orgmodel.rules.rows_said import said_of
from orgmodel.sentences import listed

T = TypeVar("T")


@value
class Step:
    """A team that gets the page, `minutes` after the alert; None from where no escalation says how many.

    `calls` are the rotations that cover the moment, by level; where the minutes are unknown, the earliest moment that
    it can be. `is_heard` is None where the file does not say who is on call. `lost` are the minutes that the page waits
    here with nobody to hear it before it goes on.
    """

    team: TeamId
    minutes: Minutes | None
    moment: datetime | None
    calls: tuple[OnCall, ...]
    is_heard: bool | None
    lost: Minutes | None
    letters: Letters | None
    via: Escalation

    @property
    def on_call(self) -> tuple[str, ...]:
        """Everybody it may be, by level: names where they are listed, else `one of 8 (web-sre-primary)`."""
        return tuple(dict.fromkeys(name for call in self.calls for name in names_in(call)))


@value
class Walk:
    """The way of one page; `at` None means that every rotation counts as on call.

    `dropped_at` is the last team that has the page, or `alert`, and None where the page reaches an owner who hears it;
    `reason` is then a sentence that says why.
    """

    row: RowId
    at: datetime | None
    without: tuple[TeamId, ...]
    steps: tuple[Step, ...]
    dropped_at: Subject | None
    reason: str | None

    @property
    def reached_owner(self) -> bool:
        return self.dropped_at is None

    @property
    def minutes_total(self) -> Minutes | None:
        """The minutes from the alert to the last step; None where they are unknown."""
        return self.steps[-1].minutes if self.steps else 0


class _Plan(NamedTuple):
    """The escalations that a page takes while everybody hears it; `reason` where no owner is at their end."""

    ways: tuple[Escalation, ...]
    reason: str | None


def trace(organization: Organization, row_id: str, at: datetime | None = None, without: Iterable[str] = ()) -> Walk:
    """Walk a page for a row, from an aware moment on, with some teams away.

    The page takes the way with the fewest minutes to an owner who hears it, then the fewest steps, then the first by
    name; an escalation that does not say its minutes counts none. Where it cannot get to an owner it goes to those who
    do the work, else as near as it comes, and from there is handed up. Raises `NotFound` for a row or a team that is
    not there.
    """
    row = _known(organization.row_by_id, row_id, "row")
    away = tuple(dict.fromkeys(_known(organization.team_by_id, team, "team").id for team in without))
    graph = OrgGraph(organization)
    return walked(graph, next(facts for facts in graph.rows if facts.row is row), at, away)


def walked(graph: OrgGraph, row: RowFacts, at: datetime | None = None, away: tuple[TeamId, ...] = ()) -> Walk:
    """What `trace` gives, for whoever walks for many rows: on one graph, which is built once."""
    walks = []
    for plan in _plans(graph, row, away):
        steps, reason = _steps(graph, row, plan, at)
        last = subject("team", steps[-1].team) if steps else Subject(ALERT)
        walks.append(Walk(row.id, at, away, steps, last if reason else None, reason))
    return next((walk for walk in walks if walk.reached_owner), walks[0])


# The way


def _plans(graph: OrgGraph, row: RowFacts, away: tuple[TeamId, ...]) -> Iterator[_Plan]:
    """The way to each owner that the page can get to, the quickest first; else the one as far as it gets."""
    escalations = graph.chain_of(row.row).escalations
    there = hops(escalations, away)
    missed = None if row.owners else _nobody_answers(graph, row)
    left = [team for team in row.carriers if team not in away]
    while way := quickest(there, left, graph.by_name):
        yield _Plan(way, missed)
        left.remove(way[-1].target)
    if len(left) < len([team for team in row.carriers if team not in away]):
        return
    if not row.carriers:
        entry = quickest(there, there.get(ALERT, ()), graph.by_name) or ()
        yield _Plan(entry, _nobody_has_it(graph, row))
        return
    whole = quickest(hops(escalations), row.carriers, graph.by_name)
    if whole:
        taken = tuple(takewhile(lambda hop: hop.target not in away, whole))
        yield _Plan(_handed_up(graph, there, taken), _somebody_is_away(graph, row, taken, whole, away))
        return
    helping = quickest(there, [team for team in row.responsible if team not in away], graph.by_name)
    taken = helping or _as_far_as_it_gets(graph, there, min(row.carriers, key=graph.by_name))
    yield _Plan(_handed_up(graph, there, taken), _no_way_leads_on(graph, row, taken))


def _handed_up(graph: OrgGraph, there: Hops, taken: tuple[Escalation, ...]) -> tuple[Escalation, ...]:
    """With the hierarchic escalations that follow, each the quickest of its team's, for as long as there are any."""
    seen = {ALERT, *(hop.target for hop in taken)}
    here = taken[-1].target if taken else ALERT
    while ups := [hop for hop in there.get(here, {}).values() if hop.kind == "hierarchic" and hop.target not in seen]:
        up = min(ups, key=lambda hop: (seconds_of(hop), graph.by_name(hop.target)))
        taken, here = (*taken, up), up.target
        seen.add(here)
    return taken


def _as_far_as_it_gets(graph: OrgGraph, there: Hops, owner: TeamId) -> tuple[Escalation, ...]:
    """The way to the team below the owner that stands nearest to it, of those that the page gets to."""
    reached, edge = {ALERT}, [ALERT]
    while edge:
        edge = list({target for team in edge for target in there.get(team, ())} - reached)
        reached.update(edge)
    above = graph.whole_chain.onward(owner)
    tier = tier_of(graph, owner) - 1

    def distance(team: TeamId) -> tuple[object, ...]:
        here = tier_of(graph, team)
        is_above = team in above or graph.present[team].kind == "governance"
        return is_above, here > tier, abs(tier - here), graph.by_name(team)

    nearest = min(reached - {ALERT}, key=distance, default=None)
    return (nearest and quickest(there, [nearest], graph.by_name)) or ()


# The steps


def _steps(graph: OrgGraph, row: RowFacts, plan: _Plan, at: datetime | None) -> tuple[tuple[Step, ...], str | None]:
    """The steps as far as the page is handed on, and why it ends before an owner who hears it."""
    steps: list[Step] = []
    seconds, is_known = 0, True
    for via, onward in zip_longest(plan.ways, plan.ways[1:]):
        seconds += seconds_of(via)
        is_known = is_known and (via.after is not None or via.source == ALERT)
        earliest = _later(at, seconds)
        calls, is_heard = _on_call(graph.organization, via.target, at, earliest)
        lost = onward.after.minutes if onward and onward.after and is_heard is False else None
        letters = row.row.letters_of(via.target)
        minutes, moment = (_minutes(seconds), earliest) if is_known else (None, None)
        steps.append(Step(via.target, minutes, moment, calls, is_heard, lost, letters, via))
        if is_heard is False and onward and onward.after is None:
            return tuple(steps), _nobody_hands_it_on(graph, steps[-1], onward)
    if plan.reason is None and not steps[-1].is_heard:
        return tuple(steps), _nobody_hears_it(graph, steps[-1])
    return tuple(steps), plan.reason


def _on_call(
    organization: Organization, team: TeamId, at: datetime | None, moment: datetime | None
) -> tuple[tuple[OnCall, ...], bool | None]:
    """Who is on call, and whether anybody is; without an hour every rotation counts."""
    if not organization.rotations or (at and not moment):
        return (), None
    calls = on_call_at(organization, team, moment) if moment else on_call_ever(organization, team)
    if not calls and moment:
        rotations = organization.rotations_of.get(team, ())
        if any(covers(organization, rotation, moment) is None for rotation in rotations):
            return (), None
    return calls, bool(calls)


def names_in(call: OnCall) -> tuple[str, ...]:
    """The people by name where they are listed, else how many there are in which rotation."""
    if call.people and not isinstance(call.rotation.members, int):
        return call.people
    return (f"{call.people[0] if call.people else 'somebody'} ({call.rotation.id})",)


def _minutes(seconds: int) -> Minutes:
    return seconds // 60 if seconds % 60 == 0 else seconds / 60


def _later(at: datetime | None, seconds: int) -> datetime | None:
    """So many seconds after a moment, on the same clocks; None where no calendar goes that far."""
    if at is None:
        return None
    try:
        return (at.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(at.tzinfo)
    except OverflowError:
        return None


# Why it is dropped


def _nobody_has_it(graph: OrgGraph, row: RowFacts) -> str:
    gone = list(dict.fromkeys((*row.row.raci.accountable, *row.row.raci.doers)))
    if gone:
        return f"{said_of(graph, row)} is with {listed(gone, most=4)}, and nobody is there."
    return f"Nobody does {said_of(graph, row)}, so nobody can be called for it."


def _nobody_answers(graph: OrgGraph, row: RowFacts) -> str:
    names = listed([graph.name(team) for team in sorted(row.carriers, key=graph.by_name)], most=4)
    return f"Nobody answers for {said_of(graph, row)}: {names} do it together, and none of them owns it."


def _somebody_is_away(
    graph: OrgGraph,
    row: RowFacts,
    taken: tuple[Escalation, ...],
    whole: tuple[Escalation, ...],
    away: tuple[TeamId, ...],
) -> str:
    owner = whole[-1].target
    missing = [hop.target for hop in whole if hop.target in away]
    names = listed([graph.name(team) for team in missing])
    are = "is" if len(missing) == 1 else "are"
    last = graph.name(taken[-1].target) if taken else "the alert"
    if owner in away:
        return f"{names} {are} away, and nobody else who {_has_it(graph, row)} can be reached from {last}."
    return (
        f"{names} {are} away, and no other way leads from {last} to {graph.name(owner)}, which {_has_it(graph, row)}."
    )


def _no_way_leads_on(graph: OrgGraph, row: RowFacts, taken: tuple[Escalation, ...]) -> str:
    owners = listed([graph.name(team) for team in sorted(row.carriers, key=graph.by_name)], most=4)
    if not graph.escalations:
        return f"The file has no escalations, so no page gets to {owners}."
    last = graph.name(taken[-1].target) if taken else "the alert"
    return f"No escalation for {said_of(graph, row)} leads on from {last} to {owners}."


def _nobody_hands_it_on(graph: OrgGraph, step: Step, onward: Escalation) -> str:
    return (
        f"{_nobody_is_on_call(graph, step)}, and no time is given after which the page goes on by itself to "
        f"{graph.name(onward.target)}."
    )


def _nobody_hears_it(graph: OrgGraph, step: Step) -> str:
    if not graph.organization.rotations:
        return f"The file has no rotations, so nobody is known to be on call for {graph.name(step.team)}."
    if step.is_heard is None:
        return f"The hours of the rotations of {graph.name(step.team)} are unknown, so nobody is known to be on call."
    return f"{_nobody_is_on_call(graph, step)}."


def _nobody_is_on_call(graph: OrgGraph, step: Step) -> str:
    contact = graph.present[step.team].contact
    when = f" at {clock(step.moment)} ({zone_name(step.moment)})" if step.moment else ""
    return f"Nobody is on call for {graph.name(step.team)}{when}" + (
        f": there is only the contact {contact}" if contact else ""
    )


def _has_it(graph: OrgGraph, row: RowFacts) -> str:
    return f"{'answers for' if row.owners else 'does'} {said_of(graph, row)}"


def clock(moment: datetime) -> str:
    """`Sat 03:15`, whatever the machine's language."""
    return f"{DAYS[moment.weekday()]} {moment:%H:%M}"


def zone_name(moment: datetime) -> str:
    """`Europe/London` where it is known by name, else `UTC` or `UTC+01:00`."""
    return str(getattr(moment.tzinfo, "key", None) or moment.tzname())


def _known(known: Mapping[Any, T], wanted: str, kind: str) -> T:
    if wanted in known:
        return known[wanted]
    near = nearest(wanted, known)
    meant = f" Did you mean “{near}”?" if near is not None else ""
    raise NotFound(f"There is no {kind} “{wanted}”.{meant}")
