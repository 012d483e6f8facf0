"""Whatever people write, the paper comes out: with pages, without a fault, with nothing beyond its margins."""

from __future__ import annotations

import pytest
from any_documents import any_documents as hard_documents
from hypothesis import HealthCheck, given, settings
from printed_pages import outside, printed, reader, watched
from strategies import documents

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
