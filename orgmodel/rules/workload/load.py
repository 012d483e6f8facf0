"""LOAD001 and LOAD002: more incidents, operations or toil than a team can take, as they were measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model import SRE_KINDS, Team, Workload
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import ELIMINATING_TOIL, SRE_BOOK_ON_CALL
from orgmodel.sentences import short


@rule("LOAD001", "too-many-incidents", "error", SRE_BOOK_ON_CALL)
def too_many_incidents(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        A shift of this team has, on average over three weeks, more incidents than it can take in:
        incidents_per_shift (2).

    Why it hurts
        An incident with its analysis, its repair and its report takes about six hours. With more than two in a
        twelve-hour shift there is no time to learn from any, and the same ones come back.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre, workload: {incidents_per_shift: 3.1}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre, workload: {incidents_per_shift: 1.4}}

    How to put it right
        Mend what comes back most often, drop alerts that nobody acts on, or share the hours with another team.

    Limits
        It takes the number that the file gives for the team. A team without a rotation, where others have one, is not
        looked at unless it gives one. Not assessed where the number is unknown.
    """
    limit = graph.organization.settings.limit("incidents_per_shift")
    for team in graph.present.values():
        incidents = _workload(team).incidents_per_shift
        if incidents is None:
            if graph.is_on_call(team.id) or not graph.rotations_of:
                yield not_assessed(team.subject, "incidents a shift")
        elif incidents > limit:
            yield found(
                team.subject,
                message=f"{team.name} has {short(incidents)} incidents a shift: more than {short(limit)} are too many "
                "to learn from.",
                alike="have more incidents a shift than they can learn from",
                advice="Mend what comes back most often, and drop alerts that nobody acts on.",
                numbers=figures(incidents_a_shift=incidents, limit=limit),
            )


@rule("LOAD002", "operations-above-half", "error", ELIMINATING_TOIL)
def operations_above_half(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        An SRE team spends more than half of its time on operations: tickets, pages and work by hand, above
        operations_percent (50). It is a warning where that is not so, or the team is of another kind, and toil alone
        is above toil_percent (25).

    Why it hurts
        What is left is too little to mend causes and to automate, so the operations grow. The source caps them at
        half of the time.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre, workload: {operations: 56, toil: 20}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre, workload: {operations: 44, toil: 20}}

    How to put it right
        Hand operations back to the team that builds the service until they are below half, and automate what is done
        by hand most often.

    Limits
        It takes the percentages that the file gives. Teams of other kinds may spend all their time on operations;
        for them only the toil counts, and only where they give a workload. Not assessed where a number that decides
        is unknown.
    """
    settings = graph.organization.settings
    most, most_toil = settings.limit("operations_percent"), settings.limit("toil_percent")
    for team in graph.present.values():
        operations, toil = _workload(team).operations, _workload(team).toil
        is_sre = team.kind in SRE_KINDS
        if is_sre and operations is not None and operations > most:
            yield found(
                team.subject,
                severity="error",
                message=f"{team.name} spends {short(operations)} % of its time on operations: above {short(most)} % "
                "too little is left for mending causes.",
                alike="spend more of their time on operations than leaves room for mending causes",
                advice="Hand operations back to the teams that build, and automate what is done by hand most often.",
                numbers=figures(operations_percent=operations, limit=most),
            )
        elif toil is not None and toil > most_toil:
            yield found(
                team.subject,
                severity="warning",
                message=f"{team.name} spends {short(toil)} % of its time on toil, work by hand after which nothing is "
                f"better: {short(most_toil)} % is the most that it should be.",
                alike="spend too much of their time on work by hand after which nothing is better",
                advice="Automate what is done by hand most often.",
                numbers=figures(toil_percent=toil, limit=most_toil),
            )
        else:
            if operations is None and is_sre:
                yield not_assessed(team.subject, "operations in percent")
            if toil is None and (is_sre or team.workload is not None):
                yield not_assessed(team.subject, "toil in percent")


def _workload(team: Team) -> Workload:
    return team.workload or _NOTHING_KNOWN


_NOTHING_KNOWN: Final = Workload()
