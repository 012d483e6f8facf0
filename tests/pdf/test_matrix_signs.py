"""The columns of the matrix for what can raise a page and what has a runbook."""

from __future__ import annotations

import pytest
from printed_pages import printed, sample_document, text_of


@pytest.mark.parametrize(("name", "has_signs"), [("ruby_web", False), ("payments_platform", True)])
def test_signs_are_explained_only_where_some_row_has_one(name, has_signs):
    text = text_of(printed(sample_document(name), sections=("matrix",)).data)
    assert ("can raise a page" in text, "has a runbook" in text) == (has_signs, has_signs)
