"""On call and load on paper: the week on one clock, gaps with their hours, shares with the limit, loads with sums."""

from __future__ import annotations

from datetime import date

import pytest
from printed_pages import flat, outside, printed, reader, sample_document, text_of, watched

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import (
    ALERT,
    ALWAYS,
    BUSINESS_HOURS,
    Coverage,
    Escalation,
    Member,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Team,
    TeamId,
    Window,
)
from orgmodel.model.value import changed
from orgmodel.pdf import Order, paper
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.sections.on_call.shares import ShareLine, share_lines

NAMES = ("ruby_web_today", "ruby_web", "payments_platform", "bt_from_scratch", "department")
DESK = Team(TeamId("desk"), "Desk", "frontline", headcount=3, members=(Member("ana", "Ana Sousa", site="London"),))
OTHER = Team(TeamId("other"), "Other")
WEEKDAYS = Coverage(None, (Window(0, 3, 0, 1440), Window(4, 4, 0, 1440)))
CRITICAL = Responsibility(RowId("db"), "Database", criticality=1, paged=True, raci=Raci({"desk": "A"}))


def of(*rotations, teams=(DESK,), **more):
    held = {"responsibilities": (CRITICAL,), "escalations": (Escalation(ALERT, TeamId("desk")),)} | more
    return Document(Organization("Small", teams=teams, rotations=rotations, **held))


def rotation(name="desk-primary", **more):
    return Rotation(RotationId(name), TeamId("desk"), **{"timezone": "Europe/London", "coverage": ALWAYS} | more)


def on_call(document, page="A4", **order):
    return printed(document, page, sections=("on-call",), **order)


def on_a_day(document, today):
    return paper(document, analyse(document, today), today=today, order=Order(sections=("on-call",)))


def lines(document, **order):
    day = date(2026, 11, 22)
    matter = Matter(document, analyse(document, day), day, Order(**order))
    return share_lines(matter)[document.organization.teams[0].id]


def test_the_week_is_that_of_the_given_day_and_its_clock_is_named():
    text = text_of(on_a_day(of(rotation(members=3)), date(2026, 12, 1)).data)
    assert "The week of 30 November to 6 December 2026, on the clocks of Europe/London." in text
    assert "Mon 30" in text
    assert "Sun 6" in text


def test_a_day_on_which_clocks_change_says_how_long_it_is():
    document = of(rotation(members=3))
    autumn = text_of(on_a_day(document, date(2026, 10, 25)).data)
    assert "Clocks change on Sunday, which has 25 hours." in autumn
    assert "Sun 25 25 h" in autumn
    assert "which has 23 hours" in text_of(on_a_day(document, date(2026, 3, 29)).data)
    assert "Clocks change" not in text_of(on_a_day(document, date(2026, 11, 22)).data)


def test_a_gap_says_its_hours_and_a_missing_level_that_it_is_missing():
    text = text_of(on_call(of(rotation(members=3, coverage=WEEKDAYS))).data)
    assert "nobody, 48 h" in text
    assert "no backup level" in text


def test_a_shift_with_nobody_in_it_is_hatched_like_a_gap():
    rows = Responsibility(RowId("db"), "Database", criticality=4, paged=True, raci=Raci({"desk": "A"}))
    held = rotation(members=3)
    empty = rotation("desk-later", members=0, level=2)
    assert "a shift with nobody in it" not in text_of(on_call(of(held, responsibilities=(rows,))).data)
    hatched = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pen, "hatch", lambda pen, *place, **how: hatched.append(place))
        text = text_of(on_call(of(held, empty, responsibilities=(rows,))).data)
    assert "a shift with nobody in it" in text
    assert len([place for place in hatched if place[2] > 100]) == 1


def test_what_is_unknown_is_said_and_is_no_gap():
    text = text_of(on_call(of(rotation(coverage=None))).data)
    assert "hours unknown" in text
    assert "nobody," not in text


def test_without_rotations_one_line_stands_for_the_week():
    text = text_of(on_call(of()).data)
    assert "No rotation is in the file, so who is on call is unknown." in text
    assert "unknown: no rotation of this team" in text
    assert "Mon 16" not in text
    text = text_of(on_call(of(rotation(), teams=(DESK, OTHER)), teams=("other",)).data)
    assert "No rotation of these teams is in the file" in text
    assert "Mon 16" not in text


def test_a_share_is_that_of_each_person_and_above_the_limit_it_is_marked():
    document = of(rotation(members=("ana", "Bo Li")))
    assert [(line.name, line.figure) for line in lines(document)] == [("Ana Sousa", "50.0 %"), ("Bo Li", "50.0 %")]
    text = text_of(on_call(document).data)
    assert "limit 25 %" in text
    assert "error" in text
    assert "error" not in text_of(on_call(of(rotation(members=6))).data)


def test_people_with_the_same_share_at_the_same_place_stand_together():
    team = changed(DESK, members=(*DESK.members, Member("bo", "Bo Li", site="London"), Member("cy", "Cy Roe")))
    text = text_of(on_call(of(rotation(members=("ana", "bo", "cy")), teams=(team,))).data)
    assert "Ana Sousa and Bo Li London 33.3 % each" in text
    assert "Cy Roe 33.3 %" in text
    crowd = tuple(f"Person {number:03}" for number in range(300))
    text = text_of(on_call(of(rotation(members=crowd))).data)
    assert [name for name in crowd if text.count(name) != 1] == []


def test_without_names_of_people_a_rotation_stands_for_them():
    document = of(rotation(members=("ana", "Bo Li", "Cy Roe", "Di Fox")))
    assert lines(document, people=False) == [ShareLine("primary", "level 1, each of 4", 25.0, False, "frontline")]
    text = text_of(on_call(document, people=False).data)
    assert "each of 4" in text
    assert not any(name in text for name in ("Ana", "Sousa", "Bo Li", "Cy Roe"))


def test_shares_of_unknown_hours_and_people_are_unknown_and_not_zero():
    assert [line.figure for line in lines(of(rotation(members=None)))] == ["unknown"]
    assert [line.figure for line in lines(of(rotation(members=3, coverage=None)))] == ["unknown"]
    both = of(
        rotation(members=("ana",), coverage=BUSINESS_HOURS), rotation("b", members=("ana",), coverage=None, level=2)
    )
    assert [line.figure for line in lines(both)] == ["≥ 23.8 %"]


def test_loads_are_said_with_their_sums():
    text = text_of(on_call(of(rotation(members=3, pages_per_day=1.5))).data)
    assert "1 row × 4 = 4 ÷ 3 people = 1.33 a head" in text
    assert "1.5 pages a day ÷ 3 people = 0.50 each" in text
    assert "Effort unknown" in text


@pytest.mark.parametrize("name", ["payments_platform", "department"])
def test_every_page_of_the_week_has_the_days_above_it_and_every_team_has_its_lane(name):
    document = sample_document(name)
    pages = [flat(page.extract_text()) for page in reader(on_call(document).data).pages]
    weeks = [text for text in pages if "level 1" in text and "Share of time on call" not in text]
    assert len(weeks) > 1
    assert all("Mon 16" in text and "Sun 22" in text for text in weeks)
    assert all(text.index("level 1") < text.index("level 2") for text in weeks)
    together = " ".join(pages)
    assert [team.name for team in document.organization.teams if team.name not in together] == []


def test_the_head_of_the_shares_never_stands_alone():
    crowd = tuple(f"Person {number:03}" for number in range(16))
    for count in range(1, 12):
        others = tuple(Team(TeamId(f"t{place}"), f"Team {place}") for place in range(count))
        document = of(rotation(members=crowd), teams=(DESK, *others))
        pages = [flat(page.extract_text()) for page in reader(on_call(document).data).pages]
        assert all("Hand-offs" in page for page in pages if "Share of time on call" in page)


def test_the_last_page_has_more_than_one_team_of_many():
    for count in range(4, 16):
        others = tuple(Team(TeamId(f"t{place}"), f"Team {place}") for place in range(count))
        pages = reader(on_call(of(teams=others)).data).pages
        said = [flat(page.extract_text()).count("unknown: no rotation of this team") for page in pages]
        assert sum(said) == count
        assert len(said) == 1 or said[-1] > 1


def test_a_page_is_filled_with_the_bands_that_it_has_room_for():
    pages = [flat(page.extract_text()) for page in reader(on_call(sample_document("payments_platform")).data).pages]
    assert [page.count("Rows by criticality") for page in pages] == [0, 0, 5, 5]


def test_a_few_chains_have_a_strip_each_and_many_one_together():
    document = sample_document("payments_platform")
    services = document.organization.services
    two = text_of(on_call(document, services=tuple(service.id for service in services[:2])).data)
    assert two.count("1 First to hear") >= 2
    assert all(service.name in two for service in services[:2])
    assert text_of(on_call(document).data).count("1 First to hear") == 1


def test_without_teams_and_rotations_one_line_says_so():
    made = on_call(Document(Organization("Nobody")))
    assert made.pages == 1
    assert "No teams and no rotations yet" in text_of(made.data)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("page", "turned"), [("A4", None), ("A4", "portrait"), ("A3", None), ("Letter", None)])
def test_nothing_of_a_sample_is_drawn_outside_the_margins(name, page, turned):
    with watched() as drawn:
        on_call(sample_document(name), page, turned=turned)
    assert outside(drawn) == []
