"""Maturity on paper: ratings as bars with their sums, a radar where three are rated, the plan, and what contradicts."""

from __future__ import annotations

from datetime import date

import pytest
from any_documents import any_documents as hard_documents
from hypothesis import HealthCheck, given, settings
from printed_pages import flat, outside, printed, reader, sample_document, text_of, watched
from strategies import documents

from orgmodel.document import Document
from orgmodel.model import (
    Activity,
    Assessment,
    Organization,
    Questionnaire,
    Rating,
    Responsibility,
    RowId,
    Section,
    Team,
    TeamId,
)
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.sections.maturity.radar import in_words
from orgmodel.pdf.style import SMALL
from orgmodel.pdf.type.typesetting import width_of

LAW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
QUESTIONS = Questionnaire(
    "ours",
    "Habits",
    sections=(Section("calls", "Calls", tuple(Activity(str(place), f"Habit {place}.") for place in range(1, 6))),),
)
MAY, JUNE = date(2026, 5, 4), date(2026, 6, 4)


def rated(*scores, name="may", on=MAY, **more):
    return Assessment(
        name, "ours", on, tuple((str(place), Rating(score)) for place, score in enumerate(scores, 1)), **more
    )


def of(*assessments, **more):
    return Document(Organization("Small", assessments=assessments, **{"questionnaires": (QUESTIONS,)} | more))


def maturity(document, page="A4", **order):
    return printed(document, page, sections=("maturity",), **order)


def figures(document):
    """The words for those who cannot see the radars."""
    return [alt for alt in _alts(reader(maturity(document).data).trailer["/Root"]["/StructTreeRoot"]) if "Radar" in alt]


def _alts(element):
    element = element.get_object()
    if isinstance(element, list):
        return [alt for kid in element for alt in _alts(kid)]
    if not isinstance(element, dict):
        return []
    own = [str(element["/Alt"])] if "/Alt" in element else []
    return own + (_alts(element["/K"]) if "/K" in element else [])


def test_the_reference_report_has_its_sums_its_radar_and_what_does_not_add_up():
    text = text_of(maturity(sample_document("bt_from_scratch")).data)
    for said in (
        "11 of 17 activities rated 6 unknown",
        "18 of 45",
        "printed as 16",
        "No radar for Traditional SRE activities",
        "2 of 8 are rated; a radar needs three.",
        "A first game day on the release process",
        "30 June 2021, overdue",
        "MAT001",
        "MAT003",
    ):
        assert said in text
    assert len(figures(sample_document("bt_from_scratch"))) == 1


def test_what_does_not_apply_and_what_is_unknown_is_named_and_no_zero():
    document = of(rated(4, "na", "unknown", 2, 3))
    text = text_of(maturity(document).data)
    assert "9 of 15" in text
    assert "3 of 5 rated, 1 not applicable, 1 unknown" in text
    assert " 0 of 5" not in text
    (alternative,) = figures(document)
    assert "2 Habit 2.: not applicable; 3 Habit 3.: unknown" in alternative
    assert "1 Habit 1.: 4 of 5" in alternative


def test_boxes_of_what_is_not_rated_are_dashed():
    drawn = []
    box = Pen.box

    def watch(pen, *place, **how):
        drawn.append((round(place[3], 2), how.get("dash", ""), how.get("fill")))
        box(pen, *place, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pen, "box", watch)
        maturity(of(rated(4, "unknown")))
    boxes = [(dash, fill) for height, dash, fill in drawn if height == 3.0]
    assert sum(bool(dash) for dash, _ in boxes) == 5 * 4
    assert sum(fill is not None for dash, fill in boxes if not dash) == 4


def test_next_steps_name_the_team_and_the_day_and_what_is_weak_without_one():
    held = (("1", Rating(1, action="Hold one", owner="desk", due=date(2027, 1, 15))), ("2", Rating(2)))
    desk = Team(TeamId("desk"), "The Desk", "frontline")
    text = text_of(maturity(of(Assessment("may", "ours", MAY, held), teams=(desk,))).data)
    assert "Hold one The Desk 15 January 2027" in text
    assert "overdue" not in text
    assert "Rated 2 or less, and without a next step: 2." in text


def test_what_is_weak_and_in_nobodys_hands_is_at_the_top_of_the_plan():
    row = Responsibility(RowId("days"), "Game Days", activities=("ours/2",))
    text = text_of(maturity(of(rated(4, 1), responsibilities=(row,))).data)
    assert "Habit 2. 1 of 5, top of the plan" in text
    assert "Nobody does “Game Days”" in text


def test_a_trend_stands_only_where_there_are_two_days_and_rests_on_what_was_rated():
    one, two = rated(2, 2, "unknown"), rated(4, 3, 5, name="june", on=JUNE)
    assert "How it went on" not in text_of(maturity(of(one)).data)
    text = text_of(maturity(of(two, one)).data)
    assert "Calls 2.0 2 of 5 4.0 3 of 5 +2.0" in text
    assert text.index("Habits of 4 June 2026") < text.index("Habits of 4 May 2026; there is a later one.")


def test_each_assessment_begins_a_page_and_has_a_bookmark():
    made = reader(maturity(of(rated(2, 2), rated(4, 3, name="june", on=JUNE))).data)
    (section, parts) = made.outline
    assert section.title == "Maturity"
    assert [part.title for part in parts] == ["Habits of 4 June 2026", "Habits of 4 May 2026"]
    assert [made.get_destination_page_number(part) for part in parts] == [0, 1]


def test_means_of_several_sections_have_a_radar_of_their_own():
    sections = tuple(Section(f"s{place}", f"Part {place}", (Activity(f"a{place}", "A."),)) for place in range(4))
    document = of(
        Assessment("may", "ours", MAY, tuple((f"a{place}", Rating(place + 1)) for place in range(4))),
        questionnaires=(Questionnaire("ours", "Habits", sections=sections),),
    )
    (alternative,) = figures(document)
    assert alternative.startswith("Radar of means of the sections: Part 0: 1 of 5")


def test_spokes_have_names_where_all_are_short_and_their_numbers_where_one_would_be_cut():
    short = text_of(maturity(of(rated(4, "na", "unknown", 2, 3))).data)
    assert short.count("4 Habit 4.") == 2
    activities = tuple(Activity(str(place), f"Habit {place} " + "is kept well " * 12) for place in range(1, 6))
    long = Questionnaire("ours", "Habits", sections=(Section("calls", "Calls", activities),))
    text = text_of(maturity(of(rated(4, "na", "unknown", 2, 3), questionnaires=(long,))).data)
    assert "…" not in text
    assert all(said in text for said in ("1: 4 of 5", "2: N/A", "3: unknown", "4: 2 of 5"))


def test_the_legend_explains_a_mark_once():
    pages = [flat(page.extract_text()) for page in reader(maturity(sample_document("payments_platform")).data).pages]
    assert any("What the model contradicts" in page and "nobody works on it" in page for page in pages)
    assert not any("warning" in page for page in pages)


def test_more_activities_than_a_radar_can_show_are_left_to_the_bars():
    activities = tuple(Activity(str(place), f"Habit {place}.") for place in range(60))
    document = of(
        Assessment("may", "ours", MAY, tuple((str(place), Rating(1 + place % 5)) for place in range(60))),
        questionnaires=(Questionnaire("ours", "Habits", sections=(Section("calls", "Calls", activities),)),),
    )
    text = text_of(maturity(document).data)
    assert "60 activities are more than a radar can show; the bars say the same." in text
    assert "Calls continued" in text


def test_without_assessments_one_line_says_so():
    made = maturity(of())
    assert made.pages == 1
    assert "No assessment yet" in text_of(made.data)


@pytest.mark.parametrize("text", ["", "short", "word " * 40, "W" * 300, "a (b) c, d; " * 20])
def test_a_label_is_cut_between_words_and_fits_two_lines(text):
    lines = in_words(text, SMALL, 30)
    assert len(lines) <= 2
    assert all(width_of(line, SMALL) <= 30 + 1e-6 for line in lines)
    if text.startswith("word "):
        assert lines[-1].endswith("word…")


@pytest.mark.parametrize("name", ["payments_platform", "bt_from_scratch"])
@pytest.mark.parametrize(("page", "turned"), [("A4", None), ("A4", "portrait"), ("A3", None), ("Letter", None)])
def test_nothing_of_a_sample_is_drawn_outside_the_margins(name, page, turned):
    with watched() as drawn:
        maturity(sample_document(name), page, turned=turned)
    assert outside(drawn) == []


SECTIONS = ("on-call", "maturity", "coverage")
TITLES = ["On call and load", "Maturity", "Coverage of layers and areas"]


@pytest.mark.parametrize("turned", [None, "portrait"])
@LAW
@given(document=hard_documents())
def test_any_text_stays_inside_the_margins(turned, document):
    with watched() as drawn:
        made = printed(document, sections=SECTIONS, turned=turned)
    assert outside(drawn) == []
    assert len(reader(made.data).pages) == made.pages


@pytest.mark.parametrize("page", ["A4", "Letter"])
@LAW
@given(document=documents())
def test_any_organisation_gives_pages_with_more_than_a_frame(page, document):
    made = reader(printed(document, page, sections=SECTIONS).data)
    assert [part.title for part in made.outline if not isinstance(part, list)][:3] == TITLES
    assert all(len(flat(each.extract_text())) > 100 for each in made.pages)
