"""Coverage of layers and areas on paper: counts and patterns in every field, and what nobody does with its page."""

from __future__ import annotations

import pytest
from printed_pages import flat, outside, printed, reader, sample_document, text_of, watched

from orgmodel.document import Document
from orgmodel.model import Area, AreaId, Organization, Raci, Responsibility, RowId, Service, ServiceId, Team, TeamId
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.verdicts import verdict_of

NAMES = ("ruby_web_today", "ruby_web", "payments_platform", "bt_from_scratch", "department")
DESK = Team(TeamId("desk"), "Desk", "frontline", headcount=4)


def of(*rows, **more):
    return Document(Organization("Small", teams=(DESK,), responsibilities=rows, **more))


def row(name, team=None, **more):
    return Responsibility(RowId(name), name.title(), raci=Raci({team: "A"}) if team else Raci(), **more)


def coverage(document, page="A4", **order):
    return printed(document, page, sections=("coverage",), **order)


@pytest.mark.parametrize("name", NAMES)
def test_the_counts_are_those_of_the_summary(name):
    document = sample_document(name)
    rows = document.organization.responsibilities
    owned = sum(verdict_of(document.organization, each) in ("owned", "several answer") for each in rows)
    shared = sum(verdict_of(document.organization, each) == "several answer" for each in rows)
    said = f"{owned:,} with an owner, {len(rows) - owned} without, {shared} with two or more."
    assert f"{len(rows):,} responsibilities: {said}" in text_of(coverage(document).data)


@pytest.mark.parametrize("name", ["ruby_web_today", "payments_platform", "department"])
def test_what_nobody_does_is_listed_with_the_page_of_the_matrix_that_has_it(name):
    document = sample_document(name)
    open_rows = [
        each.name
        for each in document.organization.responsibilities
        if verdict_of(document.organization, each) not in ("owned", "several answer")
    ]
    pages = [
        flat(each.extract_text()) for each in reader(printed(document, sections=("matrix", "coverage")).data).pages
    ]
    listed = " ".join(text for text in pages if "Coverage of layers and areas" in text).partition("What nobody does")[2]
    assert open_rows
    for found in open_rows:
        assert any(found in text for text in pages if "Responsibility matrix" in text)
        assert found in listed


def test_a_field_leads_to_the_matrix_only_where_that_is_printed():
    document = sample_document("ruby_web_today")
    together = reader(printed(document, sections=("coverage", "matrix")).data)
    alone = reader(coverage(document).data)
    assert len(together.pages[0]["/Annots"]) > 20
    assert "/Annots" not in alone.pages[0]


def test_patterns_say_what_is_wrong_in_a_field(monkeypatch):
    hatched = []
    hatch = Pen.hatch
    monkeypatch.setattr(Pen, "hatch", lambda pen, *place, **how: (hatched.append(place), hatch(pen, *place, **how)))
    coverage(of(row("a", "desk"), row("b", "desk")))
    assert not [place for place in hatched if place[2] > 10]
    coverage(of(row("a", "desk"), row("b")))
    assert len([place for place in hatched if place[2] > 10]) == 1


def test_what_is_not_there_is_a_dash_and_a_service_without_rows_is_unknown():
    services = (Service(ServiceId("shop"), "Shop"), Service(ServiceId("till"), "Till"))
    text = text_of(coverage(of(row("a", "desk", service=ServiceId("shop")), services=services)).data)
    assert "Till unknown" in text
    assert "unknown no rows" in text
    assert "1 of 1" in text
    assert "–" in text


def test_without_rows_one_line_says_so():
    made = coverage(of())
    assert made.pages == 1
    assert "No rows yet, so there is nothing to cover." in text_of(made.data)


@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
@pytest.mark.parametrize("turned", [None, "portrait"])
def test_a_map_that_is_too_wide_goes_on_with_its_heads_beside_it(page, turned):
    areas = tuple(Area(AreaId(f"area-{place}"), f"Area number {place}") for place in range(60))
    rows = tuple(row(f"row-{place}", "desk", area=area.id) for place, area in enumerate(areas))
    with watched() as drawn:
        made = coverage(of(*rows, areas=areas), page, turned=turned)
    assert outside(drawn) == []
    text = text_of(made.data)
    assert all(area.name in text for area in areas)
    assert "of 60" in text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
def test_nothing_of_a_sample_is_drawn_outside_the_margins(name, page):
    with watched() as drawn:
        coverage(sample_document(name), page)
    assert outside(drawn) == []
