"""Which responsibilities stand in which field of a heat map, and what an assessment says by sections."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.catalogue.questionnaires import questionnaire
from orgmodel.diagram.assessed import assessed, by_questionnaire, courses_of
from orgmodel.diagram.heat_map import SHADES, layers_and_areas, parts_of, services_and_layers, shade_of
from orgmodel.model import (
    Activity,
    AreaId,
    Assessment,
    LayerId,
    Organization,
    Questionnaire,
    Rating,
    Responsibility,
    RowId,
    Section,
    Service,
    ServiceId,
)
from tests.strategies import organizations

QUESTIONS = Questionnaire(
    "ours",
    "Ours",
    sections=(
        Section("first", "First", tuple(Activity(name, f"Activity {name}.") for name in ("1", "2", "3"))),
        Section("second", "Second", (Activity("4", "Activity 4."),)),
    ),
)


@settings(max_examples=25, deadline=None)
@given(organizations())
def test_every_row_stands_in_one_field(organization):
    for heat in (layers_and_areas(organization), services_and_layers(organization)):
        held = [row for line in heat.fields for field in line for row in field]
        assert sorted(row.id for row in held) == sorted(row.id for row in organization.responsibilities)
        assert all(len(line) == len(heat.columns) for line in heat.fields)


@settings(max_examples=25, deadline=None)
@given(organizations())
def test_lines_and_columns_keep_the_order_of_the_file(organization):
    heat = layers_and_areas(organization)
    assert [head.title for head in heat.lines][: len(organization.layers)] == [
        each.title for each in organization.layers
    ]
    assert [head.title for head in heat.columns][: len(organization.areas)] == [
        each.name for each in organization.areas
    ]


def test_what_names_nothing_or_something_unknown_comes_last():
    rows = (
        Responsibility(RowId("a"), "A", layer=LayerId("ghost"), area=AreaId("monitoring")),
        Responsibility(RowId("b"), "B"),
    )
    heat = layers_and_areas(Organization("Small", responsibilities=rows))
    assert [head.title for head in heat.lines][-2:] == ["ghost", "No layer"]
    assert heat.columns[-1].title == "No area"
    assert heat.fields[-1][-1] == rows[1:]
    assert heat.most == 1


def test_a_service_without_rows_has_a_line_all_the_same():
    services = (Service(ServiceId("shop"), "Shop"), Service(ServiceId("till"), "Till"))
    heat = services_and_layers(Organization("Small", services=services))
    assert [head.title for head in heat.lines] == ["Shop", "Till"]
    assert heat.in_line(1) == ()


@pytest.mark.parametrize(("rows", "shade"), [(0, 0), (1, 0), (25, 0), (26, 1), (76, 3), (100, 3)])
def test_the_fullest_field_is_the_darkest(rows, shade):
    assert shade_of(rows, 100) == shade
    assert shade < SHADES


@given(st.integers(0, 200), st.floats(60, 400))
def test_no_column_is_lost_where_a_map_is_split_and_none_is_too_narrow(count, room):
    parts, width = parts_of(count, room, 17, 34)
    assert [place for part in parts for place in part] == list(range(count))
    assert all(len(part) * width <= room + 1e-6 for part in parts)
    assert width >= 17 or len(parts[0]) <= 1
    assert max(map(len, parts)) - min(map(len, parts)) <= max(len(parts) - 1, 1)


def rated(name, day, **ratings):
    held = tuple((activity.removeprefix("n"), Rating(score)) for activity, score in ratings.items())
    return Assessment(name, "ours", day, held)


def test_sums_and_means_are_of_what_is_rated_with_a_number():
    organization = Organization("Small", questionnaires=(QUESTIONS,))
    held = assessed(organization, rated("may", date(2026, 5, 4), n1=4, n2="na", n3="unknown"))
    first, second = held.sections
    assert (first.sum, first.mean, first.said) == (4, 4.0, "1 of 3 rated, 1 not applicable, 1 unknown")
    assert (second.sum, second.mean, second.said) == (0, None, "0 of 1 rated, 1 unknown")
    assert held.title == "Ours of 4 May 2026"


def test_ratings_of_what_a_questionnaire_does_not_hold_are_shown_apart():
    organization = Organization("Small", questionnaires=(QUESTIONS,))
    held = assessed(organization, rated("may", date(2026, 5, 4), n9=2))
    assert held.sections[-1].name == "Not in the questionnaire"
    assert [each.number for each in held.sections[-1].activities] == [2]


def test_a_questionnaire_that_nobody_knows_leaves_its_ratings_to_be_read():
    held = assessed(Organization("Small"), Assessment("may", "theirs", date(2026, 5, 4), (("x", Rating(3)),)))
    assert held.questionnaire is None
    assert [(section.name, section.mean) for section in held.sections] == [("theirs", 3.0)]


def test_a_course_runs_from_the_first_day_to_the_last_and_knows_what_it_rests_on():
    assessments = (
        rated("june", date(2026, 6, 1), n1=4, n2=4),
        rated("may", date(2026, 5, 1), n1=2),
        Assessment("report", "bt-sre-maturity", date(2026, 5, 1)),
    )
    groups = by_questionnaire(Organization("Small", questionnaires=(QUESTIONS,), assessments=assessments))
    assert [[each.assessment.id for each in group] for group in groups] == [["may", "june"], ["report"]]
    days, courses = courses_of(groups[0])
    assert days == (date(2026, 5, 1), date(2026, 6, 1))
    assert (courses[0].means, courses[0].counts, courses[0].change) == ((2.0, 4.0), ((1, 3), (2, 3)), 2.0)
    assert (courses[1].means, courses[1].change) == ((None, None), None)


def test_a_shipped_questionnaire_needs_no_copy_in_the_file():
    held = assessed(Organization("Small"), Assessment("may", "bt-sre-maturity", date(2026, 5, 4)))
    assert held.questionnaire == questionnaire("bt-sre-maturity")
    assert len(held.activities) == 17
