"""Whatever people write, the paper comes out: with pages, without a fault, with nothing beyond its margins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from any_documents import any_documents as hard_documents
from hypothesis import HealthCheck, given, settings
from printed_pages import outside, printed, reader, sample_document, watched
from strategies import documents

from orgmodel.document import Document
from orgmodel.model import ALERT, Escalation, Organization, Team
from orgmodel.pdf.drawing.pen import Pen

LAW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@LAW
@given(documents())
def test_any_organisation_gives_pages_with_text(document):
    made = printed(document)
    pages = reader(made.data).pages
    assert len(pages) == made.pages >= 3
    assert all(page.extract_text().strip() for page in pages)


@LAW
@given(hard_documents())
def test_any_text_gives_pages(document):
    made = printed(document)
    assert len(reader(made.data).pages) == made.pages


@LAW
@given(hard_documents())
def test_nothing_of_any_document_is_drawn_outside_the_margins(document):
    with watched() as drawn:
        printed(document)
    assert outside(drawn) == []


@pytest.mark.parametrize("page", ["A3", "Letter"])
@settings(LAW, max_examples=8)
@given(document=documents())
def test_other_paper_works_as_well(page, document):
    assert printed(document, page).pages >= 3


def test_what_a_team_carries_stands_inside_its_card():
    teams = (Team("desk", "Desk", "frontline", headcount=10**18), Team("sre", "SRE", "application-sre", headcount=3))
    ways = (Escalation(ALERT, "desk"), Escalation("desk", "sre"))
    with watched() as drawn:
        printed(Document(Organization(name="Wide", teams=teams, escalations=ways)))
    places = [place for place, each in enumerate(drawn) if each[0] == " · answers for "]
    assert len(places) == 2
    for place in places:
        _, sheet, left, top, right, bottom = drawn[place + 1]
        cards = [each for each in drawn[:place] if each[0] == "box" and each[1] is sheet]
        card = next(each for each in reversed(cards) if each[3] <= top and bottom <= each[5] and each[5] - each[3] > 8)
        assert card[2] < left < right < card[4]


def test_minutes_touch_no_upright_line_on_the_strip():
    uprights = []

    def stroke(pen, points, *ink):
        uprights.extend(
            (pen.sheet, x, *sorted((y, below))) for (x, y), (right, below) in pairwise(points) if x == right
        )

    with watched() as drawn, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pen, "stroke", stroke)
        printed(sample_document("ruby_web"))
    minutes = [each for each in drawn if each[0] == "30 min" and each[1] is drawn[0][1]]
    assert len(minutes) == 2
    for _, sheet, left, top, right, bottom in minutes:
        near = [x for page, x, upper, lower in uprights if page is sheet and upper < bottom and lower > top]
        assert not any(left - 0.5 < x < right + 0.3 for x in near)
