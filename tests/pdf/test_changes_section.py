"""The changes on paper: what was, what is, and every change once; one line where there is nothing to tell."""

import re

import pytest
from edits import commands, edited
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_pages import TODAY, flat, outside, printed, reader, sample_document, text_of, watched
from strategies import documents_of_files

from orgmodel.analysis import analyse
from orgmodel.comparison import differences_between
from orgmodel.model import Raci, Responsibility, RowId, Team, TeamId
from orgmodel.model.value import changed
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.order import Order
from orgmodel.pdf.sections.summary.answer import answer


def changes_of(before, after, **order):
    return printed(after, sections=("changes",), before=before, **order)


@pytest.fixture(scope="module")
def ruby():
    """The reference chain against the state before there was SRE."""
    return sample_document("ruby_web_today"), sample_document("ruby_web")


def test_the_headline_answers_what_changed(ruby):
    first = flat(reader(changes_of(*ruby).data).pages[0].extract_text())
    assert "since version 0.9" in first
    assert "11 responsibilities change hands and 11 gaps close. Web Application SRE is a new team." in first
    assert "16 findings are fixed and 4 findings are new. 2 findings can no longer be assessed." in first
    assert "people before and after: unknown" in first


def test_the_chart_says_the_numbers_that_it_draws(ruby):
    first = flat(reader(changes_of(*ruby).data).pages[0].extract_text())
    assert "Web Application SRE – 12 new" in first
    assert re.search(r"Infrastructure SRE 18 12 −6", first)
    assert "before" in first[first.rindex("answers for it") :]


def test_every_row_team_and_escalation_that_changed_is_there_once(ruby):
    before, after = ruby
    text = text_of(changes_of(before, after).data)
    tables = text[text.index("Responsibilities with another owner") :]
    assert tables.count("Scaling Systems & Capacity") == 1
    assert tables.count("Application Best Practices") == 1
    assert "after: 60 min → 15 min" in tables
    assert "when: “the ticket is not solved” → “OS or hardware alert”" in tables
    assert "name: “IT Operations” → “Infrastructure SRE”" in tables
    assert "Decisions: 2 no longer logged" in tables


def test_what_the_tool_shows_or_refers_to_is_no_matter_of_the_paper(ruby):
    before, after = ruby
    assert any(each.kind == "view" for each in differences_between(before, after))
    text = text_of(changes_of(before, after).data)
    assert "Steps of the presentation" not in text
    assert "based on: " not in text
    assert "version: 0.9 → 1.0" in text


def test_rows_that_had_two_owners_and_teams_that_were_called_otherwise_are_told_where_it_begins(ruby):
    first = flat(reader(changes_of(*ruby).data).pages[0].extract_text())
    assert "Two of the 11 had several owners before and keep one." in first
    assert "Infrastructure SRE was IT Operations and Frontline Support was Service Desk." in first


def test_findings_are_counted_by_kind_where_they_are_told_together(ruby):
    text = text_of(changes_of(*ruby).data)
    assert "Fixed: 16 findings of 5 kinds" in text
    assert "No longer assessed: 2 findings Finding" in text


def test_a_cell_without_a_letter_is_in_the_legend(ruby):
    pages = [flat(page.extract_text()) for page in reader(changes_of(*ruby).data).pages]
    assert ["no letter" in page for page in pages] == ["– →" in page or "→ –" in page for page in pages]


def test_what_is_new_leads_to_the_page_of_the_finding(ruby):
    before, after = ruby
    made = reader(printed(after, sections=("changes", "findings"), before=before).data)
    pages = [flat(page.extract_text()) for page in made.pages]
    on = next(place for place, text in enumerate(pages) if "New: 4 findings" in text)
    findings = next(
        place for place, text in enumerate(pages) if text.count("Findings") and "ESC003" in text and place > on
    )
    assert re.search(rf"Two teams have nobody to escalate to.*?ESC003 {findings + 1}\b", pages[on])


def test_without_a_baseline_it_is_one_line():
    made = changes_of(None, sample_document("ruby_web"))
    assert made.pages == 1
    assert "No baseline is named, so nothing is said about changes" in text_of(made.data)
    whole = reader(printed(sample_document("ruby_web")).data)
    assert "Changes" not in [mark.title for mark in whole.outline if not isinstance(mark, list)]


def test_why_a_baseline_could_not_be_read_is_said():
    made = changes_of(None, sample_document("ruby_web"), no_baseline="The baseline could not be read: it is gone.")
    assert "The baseline could not be read: it is gone." in text_of(made.data)


def test_nothing_changed_is_one_line(ruby):
    made = changes_of(ruby[1], ruby[1])
    assert "Nothing changes" in text_of(made.data)
    assert "Before → after" not in text_of(made.data)


def test_a_team_is_told_of_the_rows_that_it_lost(ruby):
    after = ruby[1]
    document = after.organization
    rows = tuple(
        changed(row, raci=Raci({TeamId("web-sre"): "A"})) if row.id == "application-code" else row
        for row in document.responsibilities
    )
    moved = after.with_organization(document.copy_with(responsibilities=rows))
    text = text_of(changes_of(after, moved, teams=(TeamId("frontline"),)).data)
    assert "Application Code" not in text
    text = text_of(changes_of(after, moved, teams=(TeamId("ruby-web"),)).data)
    assert "One responsibility changes hands" in text
    assert "0 responsibilities" not in text
    assert "Application Code" in text
    assert "1 removed" not in text


def test_headcount_is_counted_and_what_is_unknown_is_said(ruby):
    _, after = ruby
    sizes = {"ruby-web": 9, "web-sre": 8, "infra-sre": 7}
    teams = tuple(changed(team, headcount=sizes.get(team.id)) for team in after.organization.teams)
    before = after.with_organization(after.organization.copy_with(teams=teams))
    more = tuple(changed(team, headcount=12) if team.id == "web-sre" else team for team in teams)
    now = after.with_organization(after.organization.copy_with(teams=more))
    text = text_of(changes_of(before, now).data)
    assert "24 → 28 people before and after; of one team unknown" in text
    assert "people: 8 → 12" in text


@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
def test_hostile_names_stay_inside_the_page(ruby, page):
    _, after = ruby
    name = "Ünbreakable" * 18 + " <b>|`*"
    teams = tuple(changed(team, name=f"{name}{team.id}") for team in after.organization.teams)
    rows = (
        *(changed(row, name=f"{name} {row.id}") for row in after.organization.responsibilities),
        Responsibility(RowId("long"), "word " * 400, raci=Raci({TeamId(f"gone-{n}"): "C" for n in range(60)})),
    )
    teams = (*teams, Team(TeamId("fresh"), name, mission="a long mission " * 300))
    now = after.with_organization(after.organization.copy_with(teams=teams, responsibilities=rows))
    for before, later in ((after, now), (now, after)):
        with watched() as seen:
            changes_of(before, later, page=page)
        assert outside(seen) == []


def test_no_page_is_empty_and_the_same_input_gives_the_same_bytes(ruby):
    made = changes_of(*ruby)
    assert made.data == changes_of(*ruby).data
    for page in reader(made.data).pages:
        assert len(flat(page.extract_text())) > 200


@given(documents_of_files(), st.lists(commands, min_size=1, max_size=5), st.data())
@settings(max_examples=15, deadline=None)
def test_any_edits_are_printed_within_the_margins(document, drawn, data):
    after = edited(document, drawn, data)
    with watched() as seen:
        made = changes_of(document, after)
    assert made.pages == len(reader(made.data).pages)
    assert outside(seen) == []


def test_the_page_of_an_executive_says_what_changed(ruby):
    before, after = ruby
    made = printed(after, audience="executive", before=before)
    assert made.pages == 1
    assert "11 responsibilities change hands" in text_of(made.data)


def test_a_sentence_for_the_summary(ruby):
    before, after = ruby
    dated = before.with_organization(before.organization.copy_with(effective=TODAY))

    def told(**order):
        return answer(Matter(after, analyse(after, TODAY), TODAY, Order(**order)))

    line, *_ = told(before=dated).changed
    assert line.startswith("Since version 0.9 of 22 November 2026: 11 responsibilities change hands")
    assert told(before=after).changed == ("Since the baseline: nothing changes.",)
    assert told().changed == ("No baseline is named, so nothing is said about changes.",)
    now = after.with_organization(after.organization.copy_with(based_on=None))
    alone = answer(Matter(now, analyse(now, TODAY), TODAY, Order()))
    assert " ".join(alone.now).endswith("No baseline is named, so nothing is said about changes.")
    assert alone.changed == ()
