"""A walk as stations from left to right: what each shows, and what is said when the page is there; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from orgmodel.diagram.contents import minutes_text
from orgmodel.model import PHRASES, Escalation, Letters, Minutes, Organization, Responsibility, TeamId, TeamKind
from orgmodel.model.value import value
from orgmodel.sentences import few, listed
from orgmodel.trace import Step, Walk, clock
from orgmodel.verdicts import owners_of

State = Literal["alert", "heard", "nobody", "unknown", "never"]
"""Whether the page is heard at a station; `never` where it does not get to."""

WHO: Final[dict[State, str]] = {
    "nobody": "Nobody is on call",
    "unknown": "On call unknown",
    "never": "Never hears of it",
}


@value
class Arrow:
    """How the page gets to a station: `minutes` as `15 min`, what it waits for, and whether it waited in silence."""

    minutes: str
    when: str
    is_lost: bool
    is_missing: bool = False


@value
class Station:
    """A team that gets the page, the alert before all of them, or the owner who is never reached behind them."""

    team: TeamId | None
    name: str
    kind: TeamKind | None
    hour: str
    who: str
    state: State
    letters: Letters | None
    arrow: Arrow | None
    statement: str
    more: str
    is_end: bool = False

    @property
    def sentence(self) -> str:
        """The station in words, for tips and for those who hear it."""
        hour = f", {self.hour}" if self.hour else ""
        letters = f", {PHRASES[self.letters]}" if self.letters else ""
        return f"{self.name}{hour}{letters}. {self.who}. {self.statement} {self.more}".replace("..", ".")


def stations_of(organization: Organization, walk: Walk) -> tuple[Station, ...]:
    """The alert, every team that gets the page, and the owner where the page never gets to one."""
    return tuple(_stations(organization, walk))


def _stations(organization: Organization, walk: Walk) -> Iterator[Station]:
    row = organization.row_by_id[walk.row]
    yield _alert(organization, walk, row)
    for place, step in enumerate(walk.steps):
        onward = walk.steps[place + 1] if place + 1 < len(walk.steps) else None
        before = walk.steps[place - 1] if place else None
        statement, more = _end(organization, walk) if onward is None else _on_the_way(organization, step, onward)
        team = organization.team_by_id[step.team]
        yield Station(
            team.id,
            team.name,
            team.kind,
            _hour(walk, step),
            _who(step),
            _state(step),
            step.letters,
            _arrow(step.via, before),
            statement,
            more,
            is_end=onward is None,
        )
    yield from _never_reached(organization, walk, row)


def _alert(organization: Organization, walk: Walk, row: Responsibility) -> Station:
    hour = clock(walk.at) if walk.at else "0 min"
    if not walk.steps:
        return Station(
            None, "Alert", None, hour, "Pages nobody", "alert", None, None, walk.reason or "", "It pages nobody.", True
        )
    via = walk.steps[0].via
    first, after = organization.team_name(via.target), minutes_text(via.after) or "at once"
    pages = f"It pages {first} {after if after == 'at once' else f'after {after}'}."
    return Station(
        None, "Alert", None, hour, f"Pages {first}", "alert", None, None, f"An alert for “{row.name}”.", pages
    )


def _never_reached(organization: Organization, walk: Walk, row: Responsibility) -> Iterator[Station]:
    """The owner that the page should get to, or nobody; nothing where it got to an owner, heard or not."""
    owners = owners_of(organization, row)
    last = walk.steps[-1].team if walk.steps else None
    if walk.dropped_at is None or last in owners:
        return
    missing = Arrow("", "no way on", is_lost=True, is_missing=True)
    if not owners:
        yield Station(None, "Nobody", None, "", "Nobody has this row", "never", None, missing, "", "")
        return
    owner = organization.team_by_id[next((team for team in owners if team in walk.without), owners[0])]
    is_away = owner.id in walk.without
    who, arrow = ("Is away", Arrow("", "", is_lost=True, is_missing=True)) if is_away else (WHO["never"], missing)
    yield Station(owner.id, owner.name, owner.kind, "", who, "never", row.letters_of(owner.id), arrow, "", "")


def _state(step: Step) -> State:
    return "unknown" if step.is_heard is None else "heard" if step.is_heard else "nobody"


def _who(step: Step) -> str:
    """As much as the card has room for: `Ana Sousa or 7 others`, `one of 6, then one of 4`."""
    if not step.on_call:
        return WHO.get(_state(step), "Somebody is on call")
    if any(_is_counted(name) for name in step.on_call):
        counts = [name.partition(" (")[0] for name in step.on_call]
        return ", then ".join(counts[:2]) if len(counts) < 3 else f"{counts[0]} and {len(counts) - 1} more"
    first, others = step.on_call[0], len(step.on_call) - 1
    return f"{first} or {few(others, 'other')}" if others else first


def _hour(walk: Walk, step: Step) -> str:
    """`03:15`, with the day where it is another one; minutes since the alert where no hour is asked for."""
    if step.moment and walk.at:
        same_day = step.moment.date() == walk.at.date()
        return clock(step.moment)[4:] if same_day else clock(step.moment)
    return "later" if step.minutes is None else minutes_said(step.minutes)


def _arrow(via: Escalation, before: Step | None) -> Arrow:
    minutes = minutes_text(via.after) or ("at once" if before is None else "time unknown")
    is_lost = before is not None and before.is_heard is False
    return Arrow(minutes, via.when or "", is_lost)


def _on_the_way(organization: Organization, step: Step, onward: Step) -> tuple[str, str]:
    """What is said while the page is at a team that is not the last one."""
    name, following = organization.team_name(step.team), organization.team_name(onward.team)
    gone = _gone(step.minutes)
    if step.is_heard is False:
        waits = f"The page waits {minutes_said(step.lost)} in silence" if step.lost else "The page does not wait"
        return f"Nobody is on call for {name}.", f"{gone} {waits}, then goes on to {following}."
    role = _role(step)
    if step.is_heard is None:
        return f"{name} gets the page.", f"{gone} Who is on call there is unknown. {role}"
    return f"{name} has the page.", f"{gone} {role} {_on_call(step)}It hands the page on to {following}."


def _role(step: Step) -> str:
    return f"It {PHRASES[step.letters]} here ({step.letters})." if step.letters else "It has no letter on this row."


def _on_call(step: Step) -> str:
    """Who is on call, by name where they are listed: one of these, whose turn it is."""
    if not step.on_call:
        return ""
    several = len(step.on_call) > 1 and not any(_is_counted(name) for name in step.on_call)
    return f"On call: {'one of ' if several else ''}{listed(step.on_call, most=4)}. "


def _is_counted(name: str) -> bool:
    """Whether it is no name, but how many there are in a rotation: `one of 6 (frontline)`."""
    return name.startswith(("one of ", "somebody (")) and name.endswith(")")


def _end(organization: Organization, walk: Walk) -> tuple[str, str]:
    """What is said of the last station: who has the page, or why it is dropped."""
    last = walk.steps[-1]
    name, total = organization.team_name(last.team), walk.minutes_total
    passed = "after a time that is unknown" if total is None else _after_the_alert(total)
    lost = sum(step.lost or 0 for step in walk.steps)
    silent = f", {minutes_said(lost)} of them in silence" if lost and total else ""
    if walk.reached_owner:
        has_it = PHRASES[last.letters] if last.letters else "is the one to call"
        return f"{name} has the page, and {has_it}.", f"It gets there {passed}{silent}. {_on_call(last)}".rstrip()
    verb = "gets as far as" if last.is_heard is None else "is dropped at"
    return walk.reason or "", f"The page {verb} {name}, {passed}{silent}."


def _gone(minutes: Minutes | None) -> str:
    if minutes is None:
        return "How many minutes are gone is unknown."
    return f"{minutes_said(minutes)} gone."


def _after_the_alert(minutes: Minutes) -> str:
    return f"{minutes_said(minutes)} after the alert" if minutes else "at once"


def minutes_said(minutes: Minutes) -> str:
    """`15 min`, `1.5 min`."""
    return f"{minutes:,.10g} min"
