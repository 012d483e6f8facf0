"""The two lines under the title are true of every file."""

from __future__ import annotations

import pytest
from printed_pages import TODAY, flat, printed, sample_document, text_of, texts_of_sample

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import Organization, Raci, Responsibility, RowId, Team, TeamId
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.sections.summary.answer import answer
from orgmodel.sentences import listed

TEAMS = tuple(Team(TeamId(name), name.title()) for name in "abc")


def answered(*letters):
    rows = tuple(Responsibility(RowId(f"r{n}"), f"R{n}", raci=Raci(held)) for n, held in enumerate(letters))
    document = Document(Organization("Org", teams=TEAMS, responsibilities=rows))
    matter = Matter(document, analyse(document, TODAY), TODAY)
    return " ".join(answer(matter).now)


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ([], "The file holds no responsibilities yet"),
        ([{"a": "A"}], "The one responsibility has an owner."),
        ([{"a": "A"}, {"b": "R"}], "All 2 responsibilities have an owner."),
        ([{"a": "A"}, {}], "One of 2 responsibilities has an owner. One has none."),
        ([{}, {"a": "C"}], "None of 2 responsibilities have an owner."),
        ([{"a": "A", "b": "A"}, {"a": "A"}], "All 2 responsibilities have an owner. One has two or more."),
        ([{"a": "R", "b": "R"}, {"a": "A"}], "One has several doers but nobody who answers."),
        ([{"ghost": "A"}, {"a": "A"}], "One of 2 responsibilities has an owner. One is with a team that is not there."),
        ([{"ghost": "A"}, {"b": "R", "gone": "A"}, {"gone": "R"}, {}], "One has none and two are with teams that"),
    ],
)
def test_it_counts_what_is_there(letters, said):
    assert answered(*letters).startswith(said) or said in answered(*letters)


def test_an_unknown_chain_is_not_called_sound():
    assert "Whether every page reaches its owner is not known." in answered({"a": "A"})


def test_the_first_page_names_as_much_of_a_finding_as_leaves_room_for_its_advice():
    first = flat(texts_of_sample("payments_platform")[0])
    assert (
        "never reaches their team. Application Error Reporting (Webhooks), Backend Service Servers (Webhooks) and"
        in first
    )
    assert "SREcon20 Americas" in first


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_a_page_of_all_teams_is_full_and_layers_have_none_of_their_own(page):
    pages = [text for text in texts_of_sample("department", page)[:4] if "Who carries what" in text.partition("\n")[0]]
    assert len(pages) == 1
    assert "Picking Team" in pages[0]
    assert not any("What is covered" in text.partition("\n")[0] for text in texts_of_sample("department", page)[:4])


def test_what_to_put_right_first_names_what_it_counts_and_cuts_no_advice():
    text = text_of(printed(sample_document("payments_platform"), audience="executive").data)
    names = ("Application Error Reporting", "Backend Service Servers", "Web Servers")
    assert flat(listed([f"{name} (Webhooks)" for name in names])) in text
    assert "…" not in text[text.index("What to put right first") : text.index("Who carries what")]


@pytest.mark.parametrize("name", ["payments_platform", "ruby_web", "department"])
def test_the_first_page_says_what_it_calls_a_page(name):
    assert "a page is the call after an alert" in flat(texts_of_sample(name)[0])


def test_of_more_than_fit_some_are_named_beside_the_whole_advice():
    text = text_of(printed(sample_document("department"), audience="executive").data)
    assert "and 4 more. Let the escalation from Frontline 3 to Claims SRE cover Invoices API too." in text
