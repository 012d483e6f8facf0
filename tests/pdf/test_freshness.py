"""How fresh a paper is, in a sentence that is true of every file: what nobody says is unknown."""

from datetime import date

import pytest
from printed_pages import TODAY, flat, sample_document, texts_of_sample

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.findings import NotAssessed
from orgmodel.model import Confirmation, Organization, Responsibility, RowId, Subject
from orgmodel.pdf.findings_said import missing
from orgmodel.pdf.freshness import Freshness, confirmed_said, freshness_of
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import LEAD
from orgmodel.pdf.type.typesetting import balanced, width_of, wrapped

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("fresh", "said"),
    [
        (Freshness(0, 0, None, None), "There is no responsibility yet that a team could confirm."),
        (
            Freshness(43, 0, None, None),
            "None of 43 responsibilities was confirmed by its team, so nobody knows",
        ),
        (Freshness(43, 1, MARCH, MARCH), "One of 43 responsibilities was confirmed by its team, on 2 March 2026."),
        (
            Freshness(212, 205, MARCH, JUNE),
            "205 of 212 responsibilities were confirmed by their teams, the latest on",
        ),
        (Freshness(2, 2, MARCH, MARCH), "All 2 responsibilities were confirmed by their teams, on 2 March 2026."),
        (Freshness(2, 1, None, None), "One of 2 responsibilities was confirmed by its team, nobody knows when."),
    ],
)
def test_it_counts_the_confirmations(fresh, said):
    assert confirmed_said(fresh).startswith(said)


def test_a_confirmation_without_a_day_counts_and_has_no_age():
    rows = (
        Responsibility(RowId("a"), "A", confirmed=Confirmation("Team", MARCH)),
        Responsibility(RowId("b"), "B", confirmed=Confirmation("Team")),
    )
    document = Document(Organization("Org", responsibilities=rows))
    matter = Matter(document, analyse(document, TODAY), TODAY)
    assert freshness_of(matter) == Freshness(2, 2, MARCH, MARCH)


@pytest.mark.parametrize("name", ["payments_platform", "ruby_web"])
def test_the_first_page_says_how_fresh_it_is_and_whether_there_is_a_baseline(name):
    first = flat(texts_of_sample(name)[0])
    assert "How fresh this is: " in first
    assert "No baseline is named, so nothing is said about changes." in first


def test_what_is_unknown_is_said_in_plain_words():
    organization = sample_document("ruby_web").organization
    rows = tuple(Subject(row.subject) for row in organization.responsibilities)
    entries = [
        NotAssessed("ESC001", rows, "", "paged (yes or no)", rows),
        NotAssessed("GAP006", rows[:2], "", "paged (yes or no)", rows),
        NotAssessed("LOAD002", (), "", "toil in percent", (Subject("team:web-sre"),)),
    ]
    paged, toil = missing(entries, organization)
    assert paged.words == "whether an alert can come for 43 responsibilities"
    assert paged.codes == ("ESC001", "GAP006")
    assert toil.words == "share of the week for repeated work by hand of Web Application SRE"


def test_no_line_of_a_word_or_two_stands_under_a_long_one():
    text = "210 of 212 responsibilities have an owner. Two have none and one has two or more. A page can be lost now."
    assert width_of(wrapped(text, LEAD, 158)[-1], LEAD) < 60
    lines = balanced(text, LEAD, 158)
    assert len(lines) == 2
    assert width_of(lines[-1], LEAD) > 60
    assert " ".join(lines) == text
