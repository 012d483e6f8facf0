"""`orgmodel trace`: how a page for a row goes from the alert to whoever answers for it, and where it is dropped."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from orgmodel.cli.days import add_today, today_of
from orgmodel.cli.moments import moment
from orgmodel.cli.streams import complain
from orgmodel.cli.symbols import on_one_line
from orgmodel.model import PHRASES, Minutes, Organization, subject
from orgmodel.sentences import day, listed
from orgmodel.trace import Step, Walk, clock, names_in, trace, zone_name
from orgmodel.yaml_file import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the model to read")
    parser.add_argument("row", metavar="ROW", help="the row whose page is walked, by its id")
    parser.add_argument(
        "--at",
        type=moment,
        metavar="MOMENT",
        help="when the alert comes: “Sat 03:00 Europe/London” or ISO time; UTC without a zone (default: any hour)",
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="team:ID", help="a team that is away; may be given again"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to say it (default: text)")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0 wherever the page ends; raises `FileRefused` and `NotFound`."""
    file = read_file(arguments.file)
    at = arguments.at and arguments.at.after(today_of(arguments))
    organization = file.document.organization
    away = [team.removeprefix("team:") for team in arguments.without]
    walk = trace(organization, arguments.row.removeprefix("responsibility:"), at, away)
    for warning in file.warnings:
        complain(warning)
    if arguments.format == "json":
        print(json.dumps(_as_object(walk), indent=2))
    else:
        print("\n".join(on_one_line(line) for line in _as_story(organization, walk)))
    return 0


# JSON


def _as_object(walk: Walk) -> dict[str, Any]:
    return {
        "row": walk.row,
        "at": walk.at and walk.at.isoformat(),
        "without": [subject("team", team) for team in walk.without],
        "steps": [
            {
                "team": subject("team", step.team),
                "minutes": step.minutes,
                "on_call": list(step.on_call),
                "letters": step.letters,
                "via": step.via.subject,
            }
            for step in walk.steps
        ],
        "reached_owner": walk.reached_owner,
        "minutes_total": walk.minutes_total,
        "dropped_at": walk.dropped_at,
        "reason": walk.reason,
    }


# Text


def _as_story(organization: Organization, walk: Walk) -> Iterator[str]:
    """What is asked, a line for each team that gets the page, and how it ends."""
    row, at = organization.row_by_id[walk.row], walk.at
    when = f" on {clock(at)[:3]} {day(at.date())} at {clock(at)[4:]} ({zone_name(at)})" if at else " at any hour"
    away = listed([organization.team_name(team) for team in walk.without])
    service = organization.service_by_id.get(row.service) if row.service else None
    of_service = f" of {service.name}" if service else ""
    yield f"A page for “{row.name}”{of_service}{when}" + (f", without {away}" if away else "") + ":"
    for step in walk.steps:
        hour = f"{clock(step.moment) if step.moment else '':9}  " if at else ""
        yield f"  {hour}{_minutes(step.minutes):>6}  {_met(organization, step)}"
    yield _end(organization, walk)


def _met(organization: Organization, step: Step) -> str:
    """`Web SRE (AR: answers for it and does the work), when the runbook does not help. On call: Ana Sousa.`"""
    letters = f" ({step.letters}: {PHRASES[step.letters]})" if step.letters else ""
    when = f", when {step.via.when}" if step.via.when else ""
    if step.on_call:
        met = f"On call: {_on_call(step)}."
    elif step.is_heard is None:
        met = "Who is on call is unknown."
    else:
        met = "Nobody is on call" + (f": {_minutes(step.lost)} lost." if step.lost else ".")
    return f"{organization.team_name(step.team)}{letters}{when}. {met}"


def _on_call(step: Step) -> str:
    """`one of Ana Sousa, Ben Okafor and 4 more, then one of 8 (web-sre-backup)`, level by level."""
    by_level: dict[int, list[str]] = {}
    for call in step.calls:
        names = names_in(call)
        one_of = "one of " if len(names) > 1 else ""
        by_level.setdefault(call.rotation.level, []).append(one_of + listed(names, most=3))
    return ", then ".join(listed(people) for people in by_level.values())


def _end(organization: Organization, walk: Walk) -> str:
    if not walk.steps:
        return f"It is dropped at once. {walk.reason}"
    last = walk.steps[-1]
    name = organization.team_name(last.team)
    total = walk.minutes_total
    passed = "after a time that the file does not say" if total is None else f"{_minutes(total)} after the alert"
    if walk.reached_owner:
        has_it = f", which {PHRASES[last.letters]}," if last.letters else ""
        return f"It reaches {name}{has_it} {passed}."
    return f"It {'gets as far as' if last.is_heard is None else 'is dropped at'} {name}, {passed}. {walk.reason}"


def _minutes(minutes: Minutes | None) -> str:
    """`15 min`, `1.5 min`; `later` where nobody knows how many."""
    return "later" if minutes is None else f"{minutes:.10g} min"
