"""The board of teams on paper: every team on a card, gaps said first, and what is left out said with its page."""

from __future__ import annotations

import re

import pytest
from any_documents import any_documents as hard_documents
from hypothesis import HealthCheck, given, settings
from printed_pages import TODAY, flat, outside, printed, reader, sample_document, text_of, watched
from strategies import documents

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import Organization, Raci, Responsibility, Team
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.order import Order
from orgmodel.pdf.sections.layout.layout import layout

LAW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
SAMPLES = ("ruby_web", "ruby_web_today", "bt_from_scratch", "payments_platform", "department")


def matter_of(document, **order):
    return Matter(document, analyse(document, TODAY), TODAY, Order(**order))


def board_text(document, **order):
    return text_of(printed(document, sections=("layout",), **order).data)


def app(rows, **fields):
    made = tuple(
        Responsibility(f"r{place}", f"Row {place:03}", layer="application", raci=Raci({"app": "A"}))
        for place in range(rows)
    )
    return Document(Organization("One", teams=(Team("app", "App", "application", **fields),), responsibilities=made))


@LAW
@given(documents())
def test_every_team_that_is_there_has_one_card(document):
    keys = [key for leaf in layout(matter_of(document)) for key in leaf.keys]
    there = {f"card:{team.id}" for team in document.organization.teams if team.status != "archived"}
    assert len(keys) == len(set(keys))
    assert there <= set(keys)


@LAW
@given(hard_documents(), hard_documents())
def test_nothing_stands_outside_the_margins(document, other):
    with watched() as drawn:
        printed(document, sections=("layout",))
        printed(other, page="Letter", sections=("layout",), turned="portrait")
    assert outside(drawn) == []


@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_have_every_team_within_the_margins(name, page):
    document = sample_document(name)
    with watched() as drawn:
        text = text_of(printed(document, page, sections=("layout",)).data)
    assert outside(drawn) == []
    for team in document.organization.teams:
        if team.status != "archived":
            assert flat(team.name) in text


def test_pages_say_how_many_of_all_teams_they_show():
    made = printed(sample_document("department"), sections=("layout",))
    said = [re.search(r"(\d+) of 40 teams on this page", flat(page.extract_text())) for page in reader(made.data).pages]
    assert len(said) < 12
    assert sum(int(match[1]) for match in said if match) == 40


def test_one_page_with_all_teams_says_nothing_about_pages():
    assert "on this page" not in board_text(sample_document("ruby_web"))


def test_nobody_is_a_card_with_the_rows_that_no_team_has():
    text = board_text(sample_document("payments_platform"))
    assert "Nobody 2 responsibilities that no team does, 1 that two or more answer for" in text
    assert "two owners: Ledger Team, Money SRE" in text


def test_there_is_no_card_for_nobody_where_every_row_has_its_owner():
    assert "Nobody" not in board_text(app(3))


def test_more_gaps_than_have_room_are_counted():
    rows = tuple(Responsibility(f"r{place}", f"Row {place:03}") for place in range(90))
    text = board_text(Document(Organization("Gaps", teams=(Team("app", "App"),), responsibilities=rows)))
    shown = len(set(re.findall(r"Row \d{3}", text)))
    assert f"and {90 - shown} more" in text
    assert "90 responsibilities that no team does" in text


def test_rows_that_have_no_room_are_counted_with_the_page_of_their_team():
    made = printed(app(300), sections=("layout", "teams"))
    pages = [flat(page.extract_text()) for page in reader(made.data).pages]
    listed = len(set(re.findall(r"Row \d{3}", pages[0])))
    assert f"and {300 - listed} more, page 2" in pages[0]
    assert "Read and agreed" in pages[-1]
    assert f"and {300 - listed} more" in board_text(app(300))
    assert ", page" not in board_text(app(300))


def test_a_card_leads_to_the_page_of_its_team():
    made = printed(sample_document("ruby_web"), sections=("layout", "teams"))
    first, *others = reader(made.data).pages
    led_to = {note.get_object()["/Dest"][0].idnum for note in first["/Annots"]}
    assert led_to == {page.indirect_reference.idnum for page in others if "Read and agreed" in page.extract_text()}


def test_what_is_unknown_says_so():
    text = board_text(app(1))
    for said in ("people unknown", "on call unknown", "unknown, not assessed", "headcount unknown"):
        assert said in text


def test_no_team_is_said_in_a_sentence():
    assert "No teams yet. The file names none." in board_text(Document(Organization("Empty")))


def test_only_the_teams_asked_for_have_cards():
    document = sample_document("ruby_web")
    keys = [key for leaf in layout(matter_of(document, teams=("web-sre",))) for key in leaf.keys]
    assert keys == ["card:web-sre"]


def test_a_team_that_is_not_there_is_counted_apart_and_has_no_kind():
    held = Document(
        Organization(
            "Gone",
            teams=tuple(Team(f"t{place}", f"Team {place}") for place in range(60)),
            responsibilities=(Responsibility("r", "Row", raci=Raci({"gone": "A"})),),
        )
    )
    text = flat(text_of(printed(held, sections=("layout",)).data))
    assert "on this page and 1 that is not there" in text
    assert "a team that is not defined" in text
