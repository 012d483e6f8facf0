"""A text in a block that keeps its last line breaks (`|+`) stays as it is when something comes after it."""

import pytest

from orgmodel.model.value import changed
from orgmodel.yaml_file import read_text, write_text

BEFORE_A_LIST = "format: orgmodel/1\nname: N # n\nowner: |+\n  keep\n\nteams: # c\n  - {id: a, name: A}\n"
LAST = "format: orgmodel/1\nname: N # n\nteams: # c\n  - {id: a, name: A}\nowner: |+\n  keep\n\n\n"


@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("text", [BEFORE_A_LIST, LAST], ids=["before a list", "last"])
def test_a_section_that_comes_takes_no_line_along(text, line_break):
    file = read_text(text.replace("\n", line_break), "model.yaml")
    organization = file.document.organization
    settings = changed(organization.settings, rules=(("ESC010", "off"),))
    made = write_text(file, file.document.with_organization(organization.copy_with(settings=settings)))
    lines = iter(made.splitlines())
    assert all(line in lines for line in file.text.splitlines())
