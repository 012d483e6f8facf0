"""The tables of the pages are what the program makes of itself now."""

import re

import pytest
from written_pages import TEXTS

from docs.make_pages import PAGES, TABLES, made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_made_of_what_the_program_says_now(page, appearance):
    assert made(TEXTS[page.name]) == TEXTS[page.name], "Run “python -m docs.make_pages”."


def test_every_table_is_on_a_page():
    named = [name for text in TEXTS.values() for name in re.findall(r"<!-- made: (\S+) -->", text)]
    assert sorted(named) == sorted(TABLES)


def test_every_field_of_the_schema_is_in_a_table():
    from orgmodel.yaml_file import json_schema

    schema = json_schema()
    for record in (schema, *schema["definitions"].values()):
        for key, field in record["properties"].items():
            assert re.search(
                rf"\| \*{{0,2}}`{key}`\*{{0,2}} \| {re.escape(field['description'])} \|", TEXTS["file-format.md"]
            )
