"""ONC005 to ONC007: a rotation with nobody behind it, with shifts too long, or with turns too rare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from orgmodel.commands import ChangeField
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import ORGANIZATION, Duration, Rotation, Team
from orgmodel.rules.on_call.sites import on_call_among, teams_on_call
from orgmodel.rules.on_call.turns import behind
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule, team_rule
from orgmodel.rules.sources import BEING_ON_CALL, SRE_BOOK_ON_CALL, WORKBOOK_ON_CALL

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR
_QUARTER: Final = 365 / 4
"""Days of a quarter of a year."""

_PAGES: Final = "pages a day"


def _rotations(graph: OrgGraph) -> Iterator[Rotation]:
    """Those of teams that are there."""
    return (rotation for team in teams_on_call(graph) for rotation in graph.rotations_of[team.id])


def _no_rotations(graph: OrgGraph) -> Iterator[Observation]:
    if not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "rotations")


@team_rule("ONC005", "no-backup-level", "warning", BEING_ON_CALL, also=_no_rotations)
def no_backup_level(graph: OrgGraph, teams: Iterable[Team]) -> Iterator[Observation]:
    """What it means
        The team of this rotation answers for critical rows, and it has no second level.

    Why it hurts
        Whoever is on call may be under way, asleep or without a signal, and then the page waits. The source wants a
        backup schedule always.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, criticality: 1, raci: {web-sre: A}}
        rotations:
          - {id: web-sre-primary, team: web-sre, level: 1}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, criticality: 1, raci: {web-sre: A}}
        rotations:
          - {id: web-sre-primary, team: web-sre, level: 1}
          - {id: web-sre-secondary, team: web-sre, level: 2}

    How to put it right
        Add a rotation of level 2, and say after how many minutes a page goes up to it.

    Limits
        Any later level will do, with somebody in it as far as is known; whether it covers the same hours is not asked.
        A team to which pages escalate is no backup. Not assessed where it is unknown whether the rows that the team
        answers for are critical.
    """
    for team in on_call_among(graph, teams):
        rotations = graph.rotations_of[team.id]
        lowest = rotations[0].level
        if any(rotation.level > lowest and not rotation.is_empty for rotation in rotations):
            continue
        critical, unknown = (
            [place for paged in (True, False, None) for place in graph.owned_urgent.get((team.id, known, paged), ())]
            for known in (True, None)
        )
        for rotation in rotations:
            if rotation.level > lowest:
                continue
            if critical:
                yield found(
                    rotation.subject,
                    team.subject,
                    message=f"Nobody stands behind “{rotation.id}”: {team.name} answers for what is critical and has "
                    "no second level.",
                    alike="have no second level behind them",
                    advice="Add a rotation of level 2, and say after how many minutes a page goes up to it.",
                    numbers=figures(critical_rows=len(critical)),
                    fixes=partial(behind, identifier=rotation.id),
                )
            elif unknown:
                lacking = (row.subject for row in graph.rows_at(unknown))
                yield not_assessed(rotation.subject, "criticality", *lacking)


@rule("ONC006", "shift-too-long", "error", WORKBOOK_ON_CALL)
def shift_too_long(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        A shift of this rotation lasts longer than shift_hours (12), and it has one page a day or more. From 24 hours
        on it is an error.

    Why it hurts
        Somebody who was woken in the night decides worse the next day, and a page that comes then is answered late.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        rotations:
          - {id: web-sre-primary, team: web-sre, shift: 24h, pages_per_day: 1.5}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        rotations:
          - {id: web-sre-primary, team: web-sre, shift: 12h, pages_per_day: 1.5}

    How to put it right
        Share the day between two people or two sites; else see to it that there are fewer pages.

    Limits
        It takes the file's word for the length of a shift and the mean of its pages. Not assessed where either is
        unknown, unless the other is within bounds anyhow.
    """
    if not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "rotations")
        return
    most = graph.organization.settings.limit("shift_hours")
    for rotation in _rotations(graph):
        hours = None if rotation.shift is None else rotation.shift.minutes / _HOUR
        pages = rotation.pages_per_day
        if (hours is not None and hours <= most) or (pages is not None and pages < 1):
            continue
        if hours is None:
            yield not_assessed(rotation.subject, "shift")
        if pages is None:
            yield not_assessed(rotation.subject, _PAGES)
        if hours is not None and pages is not None:
            yield found(
                rotation.subject,
                severity="error" if hours >= 24 else "warning",
                message=f"A shift of “{rotation.id}” lasts {hours:g} hours, with {_pages(pages)}: more than {most:g} "
                "hours is too long.",
                alike="have shifts that are too long",
                advice="Share the day between two people or two sites, or see to it that there are fewer pages.",
                numbers=figures(hours=hours, pages_a_day=pages, shift_hours=most),
                fixes=partial(_shorter_shift, rotation=rotation, most=most),
            )


def _pages(pages: float) -> str:
    return "a page a day" if pages == 1 else f"{pages:g} pages a day"


def _shorter_shift(_graph: OrgGraph, rotation: Rotation, most: float) -> Iterator[Fix]:
    if most >= 1:
        shift = Duration(int(most), "h")
        yield Fix(f"Let a shift of “{rotation.id}” last {shift}", ChangeField(rotation.subject, "shift", shift))


@rule("ONC007", "too-rarely-on-call", "info", SRE_BOOK_ON_CALL)
def too_rarely_on_call(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        So many take turns in this rotation that each comes round less than once in a quarter of a year.

    Why it hurts
        Whoever is on call so rarely has forgotten how things are done, and does not know what has changed since. The
        source wants everybody on call once or twice a quarter at least.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        rotations:
          - {id: web-sre-primary, team: web-sre, members: 20, turn: 7d}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        rotations:
          - {id: web-sre-primary, team: web-sre, members: 12, turn: 7d}

    How to put it right
        Make turns shorter, let fewer people take them, or practise in between.

    Limits
        Each rotation is judged by itself: turns that its members take in others are not counted. Not assessed where
        the length of a turn or the number of members is unknown.
    """
    if not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "rotations")
        return
    for rotation in _rotations(graph):
        people = _turns_in_a_round(rotation)
        if people is not None and people < 2:
            continue
        if people is None:
            yield not_assessed(rotation.subject, "members")
        if rotation.turn is None:
            yield not_assessed(rotation.subject, "turn")
        if people is not None and rotation.turn is not None:
            days = people * rotation.turn.minutes / _DAY
            if days > _QUARTER:
                yield found(
                    rotation.subject,
                    message=f"In “{rotation.id}” a turn comes round once in {days:.0f} days, less than once a quarter.",
                    alike="have turns that come round less than once a quarter",
                    advice="Make turns shorter, let fewer people take them, or practise in between.",
                    numbers=figures(days_between_turns=round(days, 2)),
                    fixes=partial(_shorter_turn, rotation=rotation, people=people),
                )


def _turns_in_a_round(rotation: Rotation) -> float | None:
    """How many turns it takes until the one who waits longest is on again; None where unknown."""
    if not isinstance(rotation.members, tuple):
        return rotation.members
    return len(rotation.members) / min(Counter(rotation.members).values()) if rotation.members else 0


def _shorter_turn(_graph: OrgGraph, rotation: Rotation, people: float) -> Iterator[Fix]:
    days = int(_QUARTER / people)
    if days:
        turn = Duration(days, "d")
        yield Fix(f"Let a turn of “{rotation.id}” last {turn}", ChangeField(rotation.subject, "turn", turn))
