"""MAT001 to MAT003: how an organisation rated itself, held against its own sums and against the model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from orgmodel.commands import AssignTeam
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ORGANIZATION, Assessment, Questionnaire, Section, Subject, subject
from orgmodel.rules.assessments.contradictions import REPORT, contradictions, unknown_inputs
from orgmodel.rules.assessments.faults import Faults, Findings
from orgmodel.rules.assessments.ratings import (
    LatestRatings,
    Total,
    latest_assessments,
    questionnaire_of,
    scores_of,
    title_of,
)
from orgmodel.rules.fixes import best_teams, hand_to
from orgmodel.rules.rule import Observation, figures, finding_rule, found, not_assessed, rule
from orgmodel.rules.sources import MATURITY_REPORT
from orgmodel.sentences import day

_WEAK: Final = 2
"""The rating up to which an activity is weak (RULES, MAT003)."""


@rule("MAT001", "score-does-not-add-up", "error", MATURITY_REPORT)
def score_does_not_add_up(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        An assessment prints a total under a section that is not the sum of that section's ratings. Where all of them
        are rated that is an error. Where some are not, the finding is for information.

    Why it hurts
        Who reads the report sees a number that its own ratings do not give, and trusts neither. The reference report
        prints 16 under its first section, whose ratings add to 18.

    An example that fails
        questionnaires:
          - id: habits
            name: Habits
            sections:
              - {id: calls, name: Calls, activities: [{id: "1", text: Pages are few.}, {id: "2", text: Turns are few.}]}
        assessments:
          - {id: may, questionnaire: habits, date: 2026-05-04, ratings: {"1": 3, "2": 4}, printed_totals: {calls: 6}}

    An example that passes
        questionnaires:
          - id: habits
            name: Habits
            sections:
              - {id: calls, name: Calls, activities: [{id: "1", text: Pages are few.}, {id: "2", text: Turns are few.}]}
        assessments:
          - {id: may, questionnaire: habits, date: 2026-05-04, ratings: {"1": 3, "2": 4}, printed_totals: {calls: 7}}

    How to put it right
        Look at the original again. Either a rating was copied wrongly, or the sum is wrong there: then leave the
        printed total as it is. It is kept for the comparison, and the sum is what is shown.

    Limits
        An activity that does not apply (na) counts as rated and adds nothing. Not assessed where the questionnaire or
        the section is unknown, and where no activity of the section is rated.
    """
    for assessment in graph.organization.assessments:
        if not assessment.printed_totals:
            continue
        questionnaire = questionnaire_of(graph.organization, assessment)
        if questionnaire is None:
            yield not_assessed(assessment.subject, "questionnaire")
        else:
            yield from _sums(assessment, questionnaire)


def _sums(assessment: Assessment, questionnaire: Questionnaire) -> Iterator[Observation]:
    """One finding for all sections of an assessment."""
    sections = {section.id: section for section in questionnaire.sections}
    wrong: list[str] = []
    numbers: list[tuple[str, float]] = []
    is_certain = False
    for name, printed in assessment.printed_totals:
        section = sections.get(name)
        if section is None:
            yield not_assessed(assessment.subject, f"section “{name}”")
            continue
        total = Total.of_section(assessment, section)
        if not total.rated:
            yield not_assessed(assessment.subject, "ratings")
        elif total.sum != printed:
            is_certain |= total.rated == total.of
            wrong.append(_printed(section, printed, total))
            numbers += [(f"printed for {section.name}", printed), (f"sum of {section.name}", total.sum)]
    if wrong:
        yield found(
            assessment.subject,
            severity="error" if is_certain else "info",
            message=f"The {title_of(questionnaire, assessment)} does not add up: it prints {'; '.join(wrong)}.",
            alike="do not add up",
            advice="Look at the original again: a rating was copied wrongly, or its sum is wrong."
            if is_certain
            else "Rate the rest, then compare again.",
            numbers=tuple(numbers),
        )


def _printed(section: Section, printed: float, total: Total) -> str:
    """`16 under “BT-specific SRE activities”, where the sum is 18`."""
    part = f" with {total.rated} of {total.of} rated" if total.rated < total.of else ""
    return f"{printed:g} under “{section.name}”, where the sum is {total.sum}{part}"


@finding_rule("MAT002", "rating-contradicted", "warning", MATURITY_REPORT)
def rating_contradicted(graph: OrgGraph, findings: Findings) -> Iterator[Observation]:
    """What it means
        The last SRE maturity report rates an activity 3 or better, and the model shows the opposite: a process for
        incidents (12) while the chain breaks; a part of SRE in incidents (10) while no SRE team is on call; reviewed
        manual work or watched toil (4, 17) while a team has too much of it; objectives (14) more than 2 above the
        indicators that they rest on (13); standards audited (3) better than they are written down (2).

    Why it hurts
        A rating that is too good takes its activity off the plan, and those who live with it stop believing the rest.

    An example that fails
        assessments:
          - {id: may, questionnaire: bt-sre-maturity, date: 2026-05-04, ratings: {"2": 2, "3": 4}}

    An example that passes
        assessments:
          - {id: may, questionnaire: bt-sre-maturity, date: 2026-05-04, ratings: {"2": 4, "3": 4}}

    How to put it right
        Rate it again with those who do the work, or mend the model: one of the two is out of date.

    Limits
        The number is ours, not the source's: settings.limits has rating_contradicted (3). Only the last report counts,
        and only what a model can contradict. Not assessed where a rating is unknown, and where the model does not say
        whether the chain breaks, who is on call or how much of a team's week goes to operations.
    """
    assessment = latest_assessments(graph.organization).get(REPORT)
    if assessment is None:
        return
    scores = scores_of(assessment)
    least = graph.organization.settings.limit("rating_contradicted")
    seen = sorted(contradictions(graph, findings, scores, least), key=lambda each: int(each.activity))
    if seen:
        said = f"(ratings of {least:g} or better are compared): " + "; ".join(each.said for each in seen)
        where = tuple(dict.fromkeys(about for each in seen for about in each.where))
        yield found(
            assessment.subject,
            message=f"The SRE maturity report of {day(assessment.date)} rates higher than the model bears out {said}.",
            alike="rate higher than the model bears out",
            advice="Rate again what the model contradicts, or mend the model: one of the two is out of date.",
            evidence=Evidence((assessment.subject, *where)),
            numbers=(
                *((f"rating of {each.activity}", each.rating) for each in seen),
                ("rating that is checked", least),
            ),
        )
    for unknown, lacking in unknown_inputs(graph, assessment, least, {each.activity for each in seen}):
        yield not_assessed(assessment.subject, unknown, *lacking)


@finding_rule("MAT003", "weak-and-unowned", "error", MATURITY_REPORT)
def weak_and_unowned(graph: OrgGraph, findings: Findings) -> Iterator[Observation]:
    """What it means
        An activity of an assessment is rated 1 or 2, and a row that it rests on is done by nobody, answered for by
        nobody, or in the hands of a team that has too much already.

    Why it hurts
        It will not get better by itself: there is nobody who could work on it. It belongs to the top of the plan.

    An example that fails
        responsibilities:
          - {id: game-days, name: Game Days, activities: [bt-sre-maturity/5]}
        assessments:
          - {id: may, questionnaire: bt-sre-maturity, date: 2026-05-04, ratings: {"5": 1}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre, headcount: 8, workload: {operations: 30, toil: 15}}
        responsibilities:
          - {id: game-days, name: Game Days, activities: [bt-sre-maturity/5], raci: {web-sre: A}}
        assessments:
          - {id: may, questionnaire: bt-sre-maturity, date: 2026-05-04, ratings: {"5": 1}}

    How to put it right
        Decide who has the row before anything else in the plan, or take other work from the team that has it.

    Limits
        The last assessment by each questionnaire counts, and the rows that name its activities. Too much is what the
        LOAD rules find, for information aside. Not assessed where the activity is not rated, and where nothing is
        known of the team's workload.
    """
    faults = Faults.among(findings)
    ratings = LatestRatings(graph.organization)
    for row in graph.rows:
        if row.row.activities:
            yield from _judged(graph, row, faults, ratings)


def _judged(graph: OrgGraph, row: RowFacts, faults: Faults, ratings: LatestRatings) -> Iterator[Observation]:
    """The finding about a row that carries activities, or what is unknown where there might be one."""
    scores = [(ratings.score(activity), activity) for activity in row.row.activities]
    weakest = min(
        ((score, activity) for score, activity in scores if isinstance(score, int) and score <= _WEAK), default=None
    )
    unrated = () if weakest else tuple(activity for score, activity in scores if score == "unknown")
    if not (weakest or unrated):
        return
    fault = faults.of(graph, row)
    unmeasured = () if fault else _unmeasured(graph, row)
    if weakest and fault:
        score, activity = weakest
        yield found(
            row.subject,
            *(subject("team", team) for team in fault.teams),
            message=f"{fault.said}, and the activity that depends on it is rated {score}: “{ratings.text(activity)}”.",
            alike="are weak and in nobody's hands",
            advice=f"Put it at the top of the plan: {fault.advice}",
            numbers=figures(rating=score),
            fixes=partial(_give_to_somebody, row=row),
        )
    elif fault or unmeasured:
        for about in dict.fromkeys(ratings.lacking(activity) for activity in unrated):
            yield not_assessed(row.subject, "assessments" if about == ORGANIZATION else "ratings", about)
        if unmeasured:
            yield not_assessed(row.subject, "workload", *unmeasured)


def _unmeasured(graph: OrgGraph, row: RowFacts) -> tuple[Subject, ...]:
    """The owners of whom no load is known; governance has none that is judged."""
    teams = (graph.present[team] for team in row.owners)
    return tuple(team.subject for team in teams if team.workload is None and team.kind != "governance")


def _give_to_somebody(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    """Somebody who answers for it; who is overloaded is relieved by people, not by a letter."""
    if not row.doers:
        yield from hand_to(graph, row, best_teams(graph, row), "Assign A to", partial(AssignTeam, row.id, letters="A"))
    elif not row.owners:
        teams = best_teams(graph, row, among=row.responsible)
        yield from hand_to(graph, row, teams, "Assign A to", partial(AssignTeam, row.id, letters="AR"))
