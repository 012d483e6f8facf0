"""What the model shows to the contrary of good ratings in the SRE maturity report (MAT002)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model import ORGANIZATION, SRE_KINDS, Assessment, Subject, Team, TeamId, subject_parts
from orgmodel.rules.assessments.faults import Findings, first_subjects
from orgmodel.rules.assessments.ratings import scores_of
from orgmodel.rules.rule import PAGED
from orgmodel.sentences import few, listed

REPORT: Final = "bt-sre-maturity"
"""The questionnaire whose activities are meant by their numbers."""

_FAR_ABOVE: Final = 2
"""How far objectives may be rated above the indicators that they rest on (RULES, MAT002)."""


class Contradiction(NamedTuple):
    """A rating of an activity that is too good, in words that say what the model shows, and where it shows it."""

    activity: str
    rating: int
    said: str
    where: tuple[Subject, ...] = ()


def contradictions(
    graph: OrgGraph, findings: Findings, scores: Mapping[str, int], least: float
) -> Iterator[Contradiction]:
    """Only ratings from `least` on are looked at."""
    good = {activity: score for activity, score in scores.items() if score >= least}
    if "3" in good and good["3"] > scores.get("2", good["3"]):
        said = f"auditing the standards is rated {good['3']}, and writing them down {scores['2']}"
        yield Contradiction("3", good["3"], said)
    too_busy = first_subjects(findings, ["LOAD002"], "warning")
    names = listed(sorted(graph.name(TeamId(subject_parts(team)[1])) for team in too_busy), most=4)
    for activity, words in (("4", "automating manual work"), ("17", "watching toil")):
        if activity in good and too_busy:
            said = f"{words} is rated {good[activity]}, and operations take too much of the week of {names}"
            yield Contradiction(activity, good[activity], said, too_busy)
    has_rotation = any(graph.is_on_call(team.id) for team in _sre_teams(graph))
    if "10" in good and graph.organization.rotations and not has_rotation:
        said = f"SRE's part in incidents is rated {good['10']}, and no SRE team has a rotation"
        yield Contradiction("10", good["10"], said)
    broken = first_subjects(findings, ["ESC001", "ESC003"], "error")
    if "12" in good and broken:
        said = f"the process for incidents is rated {good['12']}, and the chain breaks {_where(broken)}"
        yield Contradiction("12", good["12"], said, broken)
    if "14" in good and good["14"] > scores.get("13", good["14"]) + _FAR_ABOVE:
        said = f"objectives are rated {good['14']}, and the indicators that they rest on {scores['13']}"
        yield Contradiction("14", good["14"], said)


def _where(broken: Sequence[Subject]) -> str:
    """`for three rows and at one team`."""
    teams = sum(subject_parts(about)[0] == "team" for about in broken)
    rows = len(broken) - teams
    said = [f"for {few(rows, 'responsibility', 'responsibilities')}"] if rows else []
    return " and ".join([*said, *([f"at {few(teams, 'team')}"] if teams else [])])


def unknown_inputs(
    graph: OrgGraph, assessment: Assessment, least: float, contradicted: set[str]
) -> Iterator[tuple[str, tuple[Subject, ...]]]:
    """Without what nobody can tell whether a rating is contradicted, each with the things that want it."""
    good = {activity for activity, score in scores_of(assessment).items() if score >= least} - contradicted
    wanted = {"3", "4", "10", "12", "14", "17", *({"2"} if "3" in good else ()), *({"13"} if "14" in good else ())}
    ratings = {activity: held.rating for activity, held in assessment.ratings}
    if any(ratings.get(activity, "unknown") == "unknown" for activity in wanted):
        yield "ratings", (assessment.subject,)
    if good & {"4", "17"}:
        yield from _of("workload", (team.subject for team in _sre_teams(graph) if not _is_measured(team)))
    if "10" in good and not graph.organization.rotations:
        yield "rotations", (ORGANIZATION,)
    if "12" in good and not graph.escalations:
        yield "escalations", (ORGANIZATION,)
    elif "12" in good:
        rows = [row for row in graph.rows if row.carriers]
        yield from _of(PAGED, (row.subject for row in rows if row.row.paged is None))
        yield from _of("criticality", (row.subject for row in rows if row.critical is None))


def _of(unknown: str, things: Iterable[Subject]) -> Iterator[tuple[str, tuple[Subject, ...]]]:
    lacking = tuple(things)
    if lacking:
        yield unknown, lacking


def _sre_teams(graph: OrgGraph) -> Iterator[Team]:
    return (team for team in graph.present.values() if team.kind in SRE_KINDS)


def _is_measured(team: Team) -> bool:
    return team.workload is not None and team.workload.operations is not None and team.workload.toil is not None
