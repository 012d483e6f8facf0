"""The tables of an assessment and of a questionnaire: ratings, printed totals, sections and questions; no Qt."""

from __future__ import annotations

from typing import Any, Final

from orgmodel.commands import ChangeField, Command, RateQuestion, SetPrintedTotal
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    Activity,
    Assessment,
    Questionnaire,
    Rating,
    Section,
    id_from_name,
)
from orgmodel.model.value import changed, value
from ui import things
from ui.inspector import offers
from ui.inspector.changes import Give
from ui.inspector.fields import ChoiceField, DayField, PickField, SaidField, TableField, TextField, Whole
from ui.inspector.held import held
from ui.inspector.tables import check_first, listed, moved
from ui.translation import marked
from ui.written import number, text

_SCORES: Final = (
    (None, marked("not rated")),
    *((score, str(score)) for score in range(1, 6)),
    ("na", marked("does not apply")),
    ("unknown", marked("unknown")),
)


@value
class RatingLine:
    """A question and how it was rated; without a rating it is not rated."""

    activity: str
    question: str
    rating: Rating | None


@value
class TotalLine:
    """A section, the sum of its ratings in words, and what the source printed."""

    section: str
    name: str
    said: str
    printed: float | None


@value
class QuestionLine:
    """A question and the section that it stands in."""

    activity: Activity
    section: str


def _ratings(document: Document, assessment: Assessment) -> tuple[RatingLine, ...]:
    """Every question of the questionnaire; of one that nobody knows what is rated."""
    questionnaire = things.questionnaire_of(document.organization, assessment.questionnaire)
    ratings = dict(assessment.ratings)
    asked = questionnaire.activities if questionnaire else ()
    known = tuple(RatingLine(each.id, f"{each.id}. {each.text}", ratings.pop(each.id, None)) for each in asked)
    return (*known, *(RatingLine(activity, activity, rating) for activity, rating in ratings.items()))


def _rate(of: Whole, place: int, path: str, give: Give) -> Command:
    line = _ratings(of.document, of.thing)[place]
    given = give(held(line, path))
    if path == "rating.rating":
        after = None if given is None else changed(line.rating, rating=given) if line.rating else Rating(given)
    else:
        after = changed(line.rating or Rating("unknown"), **{path.removeprefix("rating."): given})
    return RateQuestion(of.thing.id, line.activity, after)


def _totals(document: Document, assessment: Assessment) -> tuple[TotalLine, ...]:
    from orgmodel.rules.assessments.ratings import Total

    questionnaire = things.questionnaire_of(document.organization, assessment.questionnaire)
    printed = dict(assessment.printed_totals)
    lines = []
    for section in questionnaire.sections if questionnaire else ():
        total = Total.of_section(assessment, section)
        said = f"{total.sum}" if total.rated == total.of else f"{total.sum}, {total.rated} of {total.of} rated"
        lines.append(TotalLine(section.id, section.name, said if total.rated else "not rated", printed.get(section.id)))
    return tuple(lines)


def _set_total(of: Whole, place: int, path: str, give: Give) -> Command:
    line = _totals(of.document, of.thing)[place]
    return SetPrintedTotal(of.thing.id, line.section, give(getattr(line, path)))


RATINGS: Final = TableField(
    marked("Ratings"),
    "ratings",
    (
        SaidField(marked("Question"), "question"),
        ChoiceField(marked("Rating"), "rating.rating", lambda _: _SCORES),
    ),
    (18, 9),
    _ratings,
    _rate,
    one=marked("question"),
    details=(
        TextField(marked("Evidence"), "rating.evidence", text, long=True),
        TextField(marked("Next step"), "rating.action", text, long=True),
        TextField(marked("By whom"), "rating.owner", text),
        DayField(marked("Until"), "rating.due"),
    ),
)
TOTALS: Final = TableField(
    marked("Sums, and the totals that were printed"),
    "printed_totals",
    (
        SaidField(marked("Section"), "name"),
        SaidField(marked("Sum"), "said"),
        TextField(marked("Printed"), "printed", number),
    ),
    (12, 8, 7),
    _totals,
    _set_total,
)

SECTIONS: Final = listed(
    (marked("Sections"), "sections", marked("section")),
    (TextField(marked("Section"), "name", text, absent=marked("Name")),),
    (1,),
    lambda questionnaire, name: Section(id_from_name(name, {each.id for each in questionnaire.sections}), name),
)


def _questions(_document: Document, questionnaire: Questionnaire) -> tuple[QuestionLine, ...]:
    return tuple(QuestionLine(each, section.id) for section in questionnaire.sections for each in section.activities)


def _put(of: Whole, lines: tuple[QuestionLine, ...]) -> Command:
    """The sections with these questions in them, in their order."""
    sections = tuple(
        changed(section, activities=tuple(line.activity for line in lines if line.section == section.id))
        for section in of.thing.sections
    )
    return ChangeField(of.named, "sections", sections)


def _ask(of: Whole, place: int, path: str, give: Give) -> Command:
    lines = _questions(of.document, of.thing)
    line, given = lines[place], give(held(lines[place], path))
    if path == "section":
        after = changed(line, section=given)
    else:
        after = changed(line, activity=changed(line.activity, **{path.removeprefix("activity."): given}))
    return _put(of, (*lines[:place], after, *lines[place + 1 :]))


def _add_question(of: Whole, path: str, given: Any) -> Command:
    questionnaire: Questionnaire = of.thing
    check_first(QUESTIONS.columns, QUESTIONS.one, path, given)
    if not questionnaire.sections:
        raise CommandRefused("Add a section first: every question stands in one.")
    taken = {activity.id for activity in questionnaire.activities}
    free = next(str(place) for place in range(1, len(taken) + 2) if str(place) not in taken)
    new = QuestionLine(Activity(free, given), questionnaire.sections[-1].id)
    return _put(of, (*_questions(of.document, questionnaire), new))


def _remove_question(of: Whole, place: int) -> Command:
    lines = _questions(of.document, of.thing)
    return _put(of, (*lines[:place], *lines[place + 1 :]))


def _move_question(of: Whole, place: int, to: int) -> Command:
    return _put(of, moved(_questions(of.document, of.thing), place, to))


QUESTIONS: Final = TableField(
    marked("Questions"),
    "sections.activities",
    (
        TextField(marked("Question"), "activity.text", text, absent=marked("Words of the question")),
        PickField(marked("Section"), "section", offers.question_sections, offers.question_section_name, optional=False),
    ),
    (16, 9),
    _questions,
    _ask,
    _add_question,
    _remove_question,
    _move_question,
    marked("question"),
    details=(
        TextField(marked("1 means"), "activity.low", text, long=True),
        TextField(marked("5 means"), "activity.high", text, long=True),
    ),
)
