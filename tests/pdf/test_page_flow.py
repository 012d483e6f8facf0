"""How blocks stand on pages: in company, no last page nearly empty, and what ends a paper on its last one."""

from __future__ import annotations

import pytest
from printed_pages import TODAY, printed, text_of

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import Organization, Responsibility, RowId, Service, ServiceId
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.flow import flowed, joined
from orgmodel.pdf.pages.headings import heading, titled
from orgmodel.pdf.pages.table import Column, spread, table_blocks
from orgmodel.pdf.sections.closing.index import _in_order, index_blocks
from orgmodel.pdf.style import portrait

A4 = portrait("A4")
COLUMNS = spread((Column("Name"), Column("Page", 12, "right")), A4.measure)


def block(height, key):
    return Block(height, lambda *_: None, keys=(key,))


def rows(count):
    made = table_blocks(COLUMNS, [(f"Row {number}", "1") for number in range(count)])
    return [made[0], *(each._replace(keys=(f"row {number}",)) for number, each in enumerate(made[1:]))]


def keys_by_page(blocks):
    return [leaf.keys for leaf in flowed("Pages", "pages", A4, "", blocks)]


def test_a_last_page_that_is_nearly_empty_takes_the_part_that_it_ends():
    first, last = [block(20, f"a{n}") for n in range(8)], [block(10, f"b{n}") for n in range(7)]
    pages = keys_by_page([heading("One", A4, key="one"), *first, heading("Two", A4, key="two"), *last])
    assert len(pages) == 2
    assert pages[1][0] == "two"


def test_a_page_that_would_be_left_half_empty_keeps_what_it_has():
    blocks = [block(20, "a"), heading("Two", A4, key="two"), *(block(10, f"b{n}") for n in range(21))]
    pages = keys_by_page(blocks)
    assert len(pages) == 2
    assert "two" in pages[0]


@pytest.mark.parametrize("before", range(150, 230, 3))
def test_no_head_stands_alone_and_no_row_of_a_table_does(before):
    pages = keys_by_page([block(before, "before"), *titled("Names", A4, rows(9), key="names")])
    counts = [sum(key.startswith("row") for key in page) for page in pages]
    assert sum(counts) == 9
    assert 1 not in counts
    assert next(page for page in pages if "names" in page).count("row 0") == 1


def test_what_ends_a_paper_joins_its_last_page_only_where_all_of_it_has_room():
    (leaf,) = flowed("Pages", "pages", A4, "", [block(100, "a")])
    top, bottom = leaf.free
    assert joined(leaf, [block(bottom - top + 1, "b")]) is None
    page = joined(leaf, [block(50, "b"), heading("Index", A4, key="index", level=0)])
    assert page is not None
    assert page.keys == ("a", "b")
    assert [key for key, _, _ in page.bookmarks] == ["pages", "index"]


def test_the_index_counts_as_people_do():
    document = Document(Organization("Org"))
    matter = Matter(document, analyse(document, TODAY), TODAY)
    assert index_blocks(matter, A4) == []
    matter.names.cut.update(dict.fromkeys(["Team 10", "team 2", "Area"], "team"))
    assert sorted(matter.names.cut, key=_in_order) == ["Area", "team 2", "Team 10"]
    assert len(index_blocks(matter, A4)) == 1


def test_a_title_that_is_cut_puts_the_name_into_the_index_and_not_the_title():
    name = "A very long name of an organisation " * 6
    text = text_of(printed(Document(Organization(name.strip()))).data)
    index = text[text.index("Index of names") :]
    assert name.strip() in index
    assert "who supports what" not in index


def test_a_title_of_blanks_alone_is_a_line_with_what_stands_beside_it():
    rows = (Responsibility(RowId("row"), "Row", service=ServiceId("blank")),)
    organization = Organization("Shop", services=(Service(ServiceId("blank"), "\u2009"),), responsibilities=rows)
    text = text_of(printed(Document(organization), sections=("matrix", "call")).data)
    assert "matrix: page 1" in text
