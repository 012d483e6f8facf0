"""Random models of any size and with hostile names: every audience is composed, and everything is where it belongs."""

from __future__ import annotations

from random import Random

import pytest
from drawn_boxes import drawn_boxes, empty_pages, faults_of, inked_margins
from hostile_models import TAILS, model_of, models
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from printed_pages import printed

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.book import Leaf
from orgmodel.pdf.sections.by_name import SECTIONS
from orgmodel.pdf.style import BODY, INK, Type

LAW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make a paper smaller takes minutes, and tells little
)
LOOKED_AT = 4
"""So many pages of a paper are looked at as pictures."""


@st.composite
def orders(draw, document):
    """How a paper may be ordered: sheets, way up, people, a baseline, and some services and teams or all of them."""
    organization = document.organization
    order = {
        "page": draw(st.sampled_from(("A4", "A3", "Letter"))),
        "turned": draw(st.sampled_from((None, "portrait", "landscape"))),
        "people": draw(st.booleans()),
    }
    if draw(st.booleans()):
        order["services"] = draw(some([service.id for service in organization.services]))
        order["teams"] = draw(some([team.id for team in organization.teams]))
    if draw(st.booleans()):
        order["before"] = draw(models(rows=(0, 13, 90), teams=(0, 4, 15)))
    return order


def some(things):
    return st.lists(st.sampled_from(things), max_size=2, unique=True).map(tuple) if things else st.just(())


def composed(document, **order):
    """Sentences on what is wrong with a paper; none for one that keeps the law."""
    with drawn_boxes() as drawn:
        made = printed(document, **order)
    found = faults_of(drawn)
    found += [f"page {number} of {made.pages} is empty" for number in empty_pages(drawn, made.pages)]
    if order.get("audience") == "executive" and made.pages != 1:
        found.append(f"{made.pages} pages for an executive")
    sheets = {each.page: each.sheet for each in drawn}
    chance = Random(made.pages)
    return found + inked_margins(made.data, sheets, {chance.randint(1, made.pages) for _ in range(LOOKED_AT)})


@LAW
@given(data=st.data(), document=models())
def test_a_page_for_an_executive_is_one_within_its_margins(data, document):
    assert composed(document, audience="executive", **data.draw(orders(document))) == []


@settings(LAW, max_examples=8)
@given(data=st.data(), document=models(), audience=st.sampled_from(("stakeholder", "full")))
def test_every_audience_is_composed_within_the_margins_and_no_page_is_empty(data, document, audience):
    assert composed(document, audience=audience, **data.draw(orders(document))) == []


@pytest.mark.parametrize(
    ("seed", "tails", "teams", "rows", "order"),
    [
        (1264, [7], 33, 90, {"page": "A3", "people": False, "sections": ("chain",)}),
        (1409, [8], 0, 200, {"page": "Letter", "sections": ("matrix",)}),
        (1451, [5, 3, 6], 4, 3, {"page": "Letter", "turned": "portrait", "sections": ("maturity",)}),
        (1517, [7, 0, 4, 14], 4, 200, {"page": "A4", "sections": ("layout",)}),
        (1708, [1, 7, 0], 9, 0, {"page": "Letter", "turned": "landscape", "sections": ("findings", "call")}),
    ],
)
def test_what_once_ran_over_the_margins_does_so_no_more(seed, tails, teams, rows, order):
    assert composed(model_of(seed, [TAILS[each] for each in tails], teams, rows), **order) == []


def test_three_thousand_rows_of_sixty_teams_are_composed():
    document = model_of(3, TAILS[:5], 60, 3000)
    assert composed(document, sections=("summary", "layout", "matrix", "call")) == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (lambda pen: pen.text(60, 60, "small", Type("Regular", 6.9, 8)), "'small' on page 1 in 6.9 points"),
        (lambda pen: pen.box(pen.sheet.right - 9, 60, 10, 5, stroke=INK), "'box' on page 1 from"),
        (lambda pen: pen.stroke(((60, 60), (60, 300)), 1), "'stroke' on page 1 from"),
        (lambda pen: pen.text(60, pen.sheet.footer_rule - 1, "low", BODY), "'low' on page 1 from"),
        (lambda pen: pen.stamp("0 0 m 40 0 l S", pen.sheet.right, 60), "page 1: something beyond the right margin"),
        (lambda pen: pen.stamp("0 0 m -40 0 l S", pen.sheet.left, 60), "page 1: something beyond the left margin"),
    ],
)
def test_what_is_too_small_or_beyond_the_margins_is_found(monkeypatch, broken, fault):
    finish = Pen.finish

    def broken_page(pen):
        broken(pen)
        return finish(pen)

    monkeypatch.setattr(Pen, "finish", broken_page)
    assert any(found.startswith(fault) for found in composed(model_of(1, TAILS[:1], 4, 13), audience="executive"))


def test_an_empty_page_is_found(monkeypatch):
    monkeypatch.setitem(SECTIONS, "call", lambda matter: [Leaf("Who do I call", matter.portrait, lambda *_: None)])
    document = model_of(1, TAILS[:1], 4, 13)
    assert composed(document, sections=("decisions", "call")) == ["page 2 of 2 is empty"]
