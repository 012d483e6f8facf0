"""The smallest and the largest organisations, and names that nobody should have."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from printed_pages import TODAY, flat, outside, printed, reader, sample_document, text_of, watched

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
)
from orgmodel.model.value import changed
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.order import Order
from orgmodel.pdf.sections.matrix.contents import sheaves_of
from orgmodel.pdf.sections.matrix.plan import pages_of
from orgmodel.pdf.style import TITLE_WIDE

HOSTILE = (
    "<b>bold</b> & <a href='x'>link</a>",
    "=HYPERLINK(1)",
    "tab\there\nand a break",
    "bell \x07 and escape \x1b",
    "\u202eright to left\u202c",
    "שלום עולם",
    "日本語の名前",
    "👩\u200d🚒 crew",
    "e\u0301clair",
    "(parentheses) \\ and backslash",
    "w" * 300,
    "a name that goes on and on " * 40,
    "lone \ud800 surrogate",
)


def teams(count, kind="application"):
    return tuple(Team(TeamId(f"t{n}"), f"Team number {n}", kind) for n in range(count))


def rows(count, letters, service=None, layer="application"):
    return tuple(
        Responsibility(RowId(f"r{n}"), f"Row number {n}", service, layer, raci=Raci(letters(n))) for n in range(count)
    )


def test_nothing_at_all_is_said_in_sentences():
    with watched() as drawn:
        made = printed(Document(Organization("Empty", areas=(), layers=())))
    text = text_of(made.data)
    for said in ("No page goes anywhere yet.", "No rows yet.", "No teams yet.", "holds no responsibilities yet"):
        assert said in text
    assert outside(drawn) == []


def test_one_row_and_no_team():
    made = printed(Document(Organization("One", responsibilities=rows(1, lambda _: {}))))
    assert "Row number 0 nobody" in text_of(made.data)


def test_sixty_teams_are_split_over_pages_that_say_so():
    letters = {f"t{n}": "A" if n == 7 else "I" for n in range(60)}
    organization = Organization("Wide", teams=teams(60), responsibilities=rows(5, lambda _: letters))
    with watched() as drawn:
        made = printed(Document(organization))
    text = text_of(made.data)
    assert outside(drawn) == []
    assert all(f"Team number {n}" in text for n in range(60))
    matrix = [flat(page.extract_text()) for page in reader(made.data).pages]
    matrix = [page for page in matrix if "Wide: teams " in page and re.search(r" of 60[.,]", page)]
    assert len(matrix) == 3
    assert all("Row number 4" in page for page in matrix)
    assert sum("continued on page" in page for page in matrix) == 2
    assert [int(first) for page in matrix for first in re.findall(r"Teams (\d+) to", page)] == [1, 13, 25, 37, 49]
    assert sum(len(re.findall(r"\bI\b", page)) for page in matrix) >= 59 * 5


def test_teams_that_do_not_stand_side_by_side_have_the_rows_that_name_them_and_no_letter_is_lost():
    letters = [{f"t{n % 60}": "A", f"t{(n + 1) % 60}": "R", **({"t59": "C"} if n % 9 == 0 else {})} for n in range(180)]
    letters[7] = {}
    organization = Organization("Wide", teams=teams(60), responsibilities=rows(180, letters.__getitem__))
    document = Document(organization)
    matter = Matter(document, analyse(document, TODAY), TODAY)
    seen = Counter()
    pages = list(pages_of(sheaves_of(matter), matter.landscape, 30.0))
    for frame in (frame for page in pages for frame in page.frames):
        assert frame[-1].kind == "row"
        for item in frame:
            if item.line:
                row = item.line.row
                seen.update((row.id, team) for team in item.columns.teams if team in row.raci)
                assert row.id == "r7" or any(team in row.raci for team in item.columns.teams)
        assert frame[-1].y + frame[-1].line.height <= matter.landscape.bottom
    assert seen == Counter((row.id, team) for row in organization.responsibilities for team in row.raci)
    assert sum(item.line is not None and item.line.row.id == "r7" for page in pages for item in page.frames[0]) == 1
    assert len(pages) <= 12


def test_three_thousand_rows_keep_their_heads_and_last_rows_company():
    services = tuple(Service(ServiceId(f"s{n}"), f"Service {n}") for n in range(3))
    organization = Organization(
        "Long",
        teams=teams(9),
        services=services,
        responsibilities=tuple(
            changed(row, service=services[n % 3].id, layer=("application", "environment")[n % 2])
            for n, row in enumerate(rows(3000, lambda n: {f"t{n % 9}": "A"}))
        ),
    )
    document = Document(organization)
    matter = Matter(document, analyse(document, TODAY), TODAY)
    seen = []
    for page in pages_of(sheaves_of(matter), matter.landscape, 30.0):
        for frame in page.frames:
            kinds = [item.kind for item in frame]
            seen += [item.line.row.id for item in frame if item.line]
            assert kinds[-1] == "row"
            for place, kind in enumerate(kinds):
                if kind == "layer":
                    assert kinds[place + 1 : place + 3] == ["row", "row"]
            last = frame[-1]
            assert last.y + last.line.height <= matter.landscape.bottom
            assert last.group.lines[-2:-1] != (last.line,)
    assert sorted(seen) == sorted(row.id for row in organization.responsibilities)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_everywhere(name):
    organization = Organization(
        name,
        description=name,
        owner=name,
        version=name,
        classification=name,
        based_on=name,
        teams=(Team(TeamId("a"), name, "frontline", contact=name, headcount=2), Team(TeamId("b"), "Plain")),
        services=(Service(ServiceId("s"), name),),
        responsibilities=(
            Responsibility(RowId("r"), name, ServiceId("s"), "application", paged=True, raci=Raci({"a": "A"})),
            Responsibility(RowId("q"), "Gap", ServiceId("s"), "application"),
        ),
        escalations=(
            Escalation(ALERT, TeamId("a")),
            Escalation(TeamId("a"), TeamId("b"), when=name),
        ),
    )
    with watched() as drawn:
        made = printed(Document(organization))
    assert outside(drawn) == []
    assert len(reader(made.data).pages) == made.pages


def test_a_name_that_is_cut_stands_whole_in_the_index():
    name = "A responsibility whose name was written by a committee that met every week for a year " * 3
    made = printed(
        Document(Organization("Cut", teams=teams(3), responsibilities=(Responsibility(RowId("r"), name.strip()),)))
    )
    last = flat(reader(made.data).pages[-1].extract_text())
    assert "Index of names" in last
    assert name.strip() in last
    assert "…" in text_of(made.data)


def test_without_cut_names_there_is_no_index(small_document):
    assert "Index of names" not in text_of(printed(small_document).data)


def test_markup_in_a_name_is_printed_as_it_is():
    organization = Organization("<b>Not bold</b> &amp;", teams=teams(1))
    assert "<b>Not bold</b> &amp;" in text_of(printed(Document(organization)).data)


def test_what_no_font_draws_is_a_code_and_a_warning():
    made = printed(Document(Organization("Strange \U000e0fff name")))
    assert "[E0FFF]" in text_of(made.data)
    assert len(made.warnings) == 1
    assert "U+E0FFF" in made.warnings[0]


def test_the_layers_of_one_service_stand_level_in_the_columns_of_a_page():
    layers = ("application", "environment", "infrastructure")
    held = tuple(changed(row, layer=layers[n % 3]) for n, row in enumerate(rows(39, lambda _: {"t0": "A"})))
    document = Document(Organization("Level", teams=teams(3), responsibilities=held))
    matter = Matter(document, analyse(document, TODAY), TODAY, Order(page="A3"))
    (page,) = pages_of(sheaves_of(matter), matter.landscape, 30.0)
    assert [sum(item.line is not None for item in frame) for frame in page.frames] == [13, 13, 13]


def test_a_service_that_would_not_quite_go_on_a_page_stands_closer():
    document = sample_document("department")
    matter = Matter(document, analyse(document, TODAY), TODAY)
    top = matter.landscape.top + TITLE_WIDE.leading + 2
    pages = list(pages_of(sheaves_of(matter), matter.landscape, top))
    assert not [page.sheaves[0].title for page in pages if page.is_continued and len(page.sheaves[0].parts) == 1]
    for page in pages:
        last = [frame[-1] for frame in page.frames]
        assert all(item.y + item.line.height <= matter.landscape.bottom for item in last)
