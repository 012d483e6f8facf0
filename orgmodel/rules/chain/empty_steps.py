"""ESC011: pages that come to a team when nobody there hears them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from orgmodel.coverage import WEEK, Uncovered, uncovered
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import ORGANIZATION, Minutes, TeamId, subject
from orgmodel.rules.day_judged import day_judged
from orgmodel.rules.fixes import on_call_always
from orgmodel.rules.on_call.turns import at_hours
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import ESCALATION_STEPS
from orgmodel.sentences import lasting, listed


@rule("ESC011", "empty-step", "error", ESCALATION_STEPS)
def empty_step(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        A page can come to this team at an hour when nobody there is on call, and no contact is named for it. The page
        waits out its minutes in silence before it goes on, or is lost where nothing hands it on.

    Why it hurts
        The page looks as if it were with somebody. Nobody has heard of it, and the minutes are gone.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        rotations:
          - {id: frontline-primary, team: frontline, coverage: 24x7}
          - {id: web-primary, team: web-sre, coverage: ["Mon-Fri 00:00-24:00"]}
          - {id: infra-primary, team: infra-sre, coverage: 24x7}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m}
          - {from: web-sre, to: infra-sre, after: 30m}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre, contact: "#web-sre"}
        rotations:
          - {id: frontline-primary, team: frontline, coverage: 24x7}
          - {id: web-primary, team: web-sre, coverage: ["Mon-Fri 00:00-24:00"]}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m}

    How to put it right
        Put somebody on call at those hours, name a contact, or lead the page past the team then.

    Limits
        Every hour of the week counts, as the clock of the team's zone shows it, over the twelve months ahead; holidays
        are not known. The minutes are those of the quickest escalation onward, whatever its condition. That a contact
        answers is taken on trust. A team that no page gets to is left to ESC008. Not assessed where the hours of a
        rotation are unknown that could fill the gap, and where the file has no rotation or no escalation at all.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    organization = graph.organization
    for team in graph.whole_chain.reach:
        if team not in organization.teams_there or graph.present[team].contact:
            continue
        if not organization.rotations:
            yield not_assessed(subject("team", team), "rotations", ORGANIZATION)
            continue
        hours = uncovered(organization, team, day_judged(graph), whole_week=True)
        if not hours.nobody:
            continue
        if hours.unknown:
            yield not_assessed(
                subject("team", team), "coverage", *(subject("rotation", each) for each in hours.unknown)
            )
        else:
            yield _silent(graph, team, hours)


def _silent(graph: OrgGraph, team: TeamId, open_hours: Uncovered) -> Observation:
    gaps = open_hours.nobody
    name, minutes = graph.name(team), _wait(graph, team)
    whole_week = any(gap.minutes == WEEK for gap in gaps)
    hours = "at any hour" if whole_week else f"({listed([str(gap) for gap in gaps], most=3)}, {open_hours.zone.key})"
    waits = f"waits {lasting(minutes)} in silence" if minutes else "is lost"
    return found(
        subject("team", team),
        message=f"A page to {name} {hours} {waits}: nobody is on call, and no contact is named.",
        alike="get pages when nobody is on call and no contact is named",
        advice=f"Put somebody of {name} on call at those hours, or name a contact.",
        evidence=partial(_ways_into, team=team),
        numbers=(
            *(figures(minutes=round(minutes, 2)) if minutes else ()),
            *figures(hours_a_week=round(max(gap.minutes for gap in gaps) / 60, 1)),
        ),
        fixes=partial(_put_on_call, team=team, open_hours=open_hours),
    )


def _wait(graph: OrgGraph, team: TeamId) -> Minutes | None:
    """The minutes until the page goes on from there; None where nothing hands it on."""
    onward = (each for escalations in graph.whole_chain.escalations.get(team, {}).values() for each in escalations)
    return min((each.after.minutes for each in onward if each.after), default=None)


def _ways_into(graph: OrgGraph, team: TeamId) -> Evidence:
    sources = sorted(source for source, targets in graph.whole_chain.escalations.items() if team in targets)
    about = subject("team", team)
    return Evidence((about,), tuple((subject("team", source), about) for source in sources))


def _put_on_call(graph: OrgGraph, team: TeamId, open_hours: Uncovered) -> Iterator[Fix]:
    """A rotation for the hours that are open, and one for all of them."""
    gaps = open_hours.nobody
    if not any(gap.minutes == WEEK for gap in gaps):
        yield at_hours(graph, team, (span for gap in gaps for span in gap.spans), open_hours.zone.key)
    yield Fix(f"Add a rotation around the clock for {graph.name(team)}", on_call_always(graph, team))
