"""Who gets which sections, what a part of a model prints, and that nobody is named who is not to be."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest
from printed_pages import SAMPLES, TODAY, flat, printed, reader, sample_document, text_of

from orgmodel.analysis import analyse
from orgmodel.coverage.on_call import on_call_ever
from orgmodel.document import Decision, Document, Waiver
from orgmodel.model import (
    ALERT,
    Duration,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
    subject_parts,
)
from orgmodel.model.rotations import ALWAYS, BUSINESS_HOURS
from orgmodel.model.teams import Member
from orgmodel.model.value import changed
from orgmodel.pdf.findings_said import missing
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.order import AUDIENCES, SectionName
from orgmodel.pdf.sections.by_name import SECTIONS
from orgmodel.pdf.sections.call.desk import Desk
from orgmodel.trace import trace

NAMES = sorted(path.stem for path in SAMPLES.glob("*.yaml"))
LATER = date(2027, 1, 1)
EMPTY = Document(Organization("Empty", areas=(), layers=()))


def titles(made):
    return [str(entry.title) for entry in reader(made.data).outline if not isinstance(entry, list)]


def test_every_section_has_a_place_in_the_full_paper():
    assert set(SECTIONS) == set(get_args(SectionName)) == set(AUDIENCES["full"])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
def test_an_executive_gets_exactly_one_page(name, page):
    assert printed(sample_document(name), page, audience="executive").pages == 1


def test_a_stakeholder_is_told_changes_only_where_there_is_a_baseline():
    today = sample_document("ruby_web_today")
    later = sample_document("ruby_web")
    sections = ["Summary", "Organisation layout", "Support chain", "Responsibility matrix", "Findings", "Who do I call"]
    assert titles(printed(later)) == sections
    assert titles(printed(later, before=today))[:7] == [sections[0], "Changes", *sections[1:]]


@pytest.mark.parametrize("section", get_args(SectionName))
def test_an_empty_section_is_a_page_with_a_sentence(section):
    made = printed(EMPTY, sections=(section,))
    text = text_of(made.data)
    assert made.pages <= 3
    assert len(text) > 150
    assert len(reader(made.data).outline) >= 1


def test_a_baseline_that_could_not_be_read_is_said_where_the_changes_would_be():
    made = printed(EMPTY, no_baseline="The baseline “old.yaml” was not read: there is no such file.")
    assert "The baseline “old.yaml” was not read" in text_of(made.data)


@pytest.mark.parametrize("turned", ["portrait", "landscape"])
@pytest.mark.parametrize("section", ["findings", "call", "decisions", "method"])
def test_a_section_that_can_lie_either_way_does(section, turned):
    for page in reader(printed(sample_document("ruby_web"), sections=(section,), turned=turned).data).pages:
        assert (page.mediabox.width > page.mediabox.height) == (turned == "landscape")


def test_one_service_is_printed_without_the_rows_and_findings_of_others():
    document = sample_document("payments_platform")
    text = text_of(printed(document, services=(ServiceId("ledger"),)).data)
    others = [row for row in document.organization.responsibilities if row.service == "checkout-api"]
    kept = [row for row in document.organization.responsibilities if row.service == "ledger"]
    assert all(flat(row.name) in text for row in kept)
    assert "Checkout API" not in text
    assert len(kept) < len(document.organization.responsibilities) - len(others)


def test_no_finding_is_about_a_row_that_is_not_printed_though_its_team_is():
    document = sample_document("payments_platform")
    services = tuple(ServiceId(name) for name in ("ledger", "payouts", "risk-engine"))
    text = text_of(printed(document, services=services).data)
    left_out = [row for row in document.organization.responsibilities if row.service not in services]
    assert not [row.id for row in left_out if row.id in text]


def test_where_no_page_goes_no_page_tells_more_of_it():
    text = text_of(printed(Document(Organization("New Department")), audience="stakeholder").data)
    assert "No page goes anywhere yet." in text
    assert ": page" not in text


# Who do I call


def night(*levels):
    """An application team that is there by day, and a desk that is always: with one row each, and what hands over."""
    desk, team = TeamId("desk"), TeamId("team")
    rotations = tuple(
        Rotation(RotationId(f"{of}-{number}"), of, coverage=hours, timezone="Europe/London", members=4)
        for number, (of, hours) in enumerate(levels)
    )
    return Document(
        Organization(
            "Night",
            teams=(Team(desk, "Service Desk", "frontline"), Team(team, "Makers", "application", contact="#makers")),
            services=(Service(ServiceId("shop"), "Shop"),),
            responsibilities=(
                Responsibility(RowId("code"), "Code", ServiceId("shop"), raci=Raci({team: "A"})),
                Responsibility(RowId("gap"), "Gap", ServiceId("shop")),
                Responsibility(RowId("hear"), "Hear alerts", ServiceId("shop"), raci=Raci({desk: "A"})),
            ),
            rotations=rotations,
            escalations=(Escalation(ALERT, desk), Escalation(desk, team, after=Duration(15, "m"))),
        )
    )


def lines_of_call(document):
    return text_of(printed(document, sections=("call", "matrix")).data)


def test_a_route_says_the_way_the_owner_and_the_night_and_each_responsibility_its_route():
    text = lines_of_call(night((TeamId("desk"), ALWAYS), (TeamId("team"), ALWAYS)))
    assert "1 at once: Service Desk 24x7 15 min: Makers 24x7 Makers after 15 min: Makers #makers" in text
    assert "3 at once: Service Desk 24x7 Service Desk at once: Service Desk" in text
    assert re.search(r"Code 1 .*Gap 2 .*Hear alerts 3 ", text)
    assert "Shop matrix: page 2 " in text


@pytest.mark.parametrize("name", [name for name in NAMES if name != "department"])  # whose names end in figures
def test_a_route_is_told_once_for_each_service(name):
    document = sample_document(name)
    desk = Desk(Matter(document, analyse(document, LATER), LATER))
    routes = {(row.service, desk.route(row)) for row in document.organization.responsibilities}
    text = text_of(printed(document, sections=("call",)).data)
    assert len(re.findall(r"\d+ at once: ", text)) == len(routes) < len(document.organization.responsibilities) / 3


def test_a_page_that_nobody_hears_at_night_is_lost_and_says_with_whom():
    text = lines_of_call(night((TeamId("desk"), ALWAYS), (TeamId("team"), BUSINESS_HOURS)))
    assert "1 at once: Service Desk 24x7 15 min: Makers Mon–Fri Makers at once: Service Desk, then nobody" in text
    assert "On Saturday night, of 3 responsibilities 1 has an owner who is off duty and 1 has no owner." in text


def test_without_rotations_the_night_is_unknown_and_not_lost():
    text = lines_of_call(night())
    assert "1 at once: Service Desk 15 min: Makers Makers unknown who is there" in text
    assert "2 at once: Service Desk and no further nobody" in text


def test_an_owner_whose_hours_nobody_wrote_down_is_unknown_at_night_and_not_away():
    document = night((TeamId("desk"), ALWAYS))
    text = lines_of_call(document)
    assert "Makers at once: Service Desk, then Makers, hours unknown" in text
    assert "On Saturday night, of 3 responsibilities 1 has no owner; of 1 it is unknown." in text
    desk = Desk(Matter(document, analyse(document, LATER), LATER))
    assert desk.route(document.organization.responsibilities[0]).night.mark == "not-assessed"


def test_an_owner_whom_no_route_reaches_is_told_apart_from_one_off_duty():
    document = night((TeamId("desk"), ALWAYS), (TeamId("team"), ALWAYS))
    organization = document.organization
    cut = document.with_organization(organization.copy_with(escalations=organization.escalations[:1]))
    assert "1 has an owner whom no route reaches and 1 has no owner." in lines_of_call(cut)


def test_who_calls_is_told_what_a_page_is_and_where_a_route_ends():
    document = night((TeamId("desk"), ALWAYS))
    text = text_of(printed(document, sections=("chain", "call")).data)
    assert "A page is a call to the people on duty after an alert. A route ends at the team" in text
    assert "that answers for what is broken; whom that team calls in turn is on page 1. “On" in text
    assert "that answers for what is broken. “On" in lines_of_call(document)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"based_on": "plans/now.yaml"}, "This is a plan, based on now.yaml; its first day is unknown."),
        (
            {"based_on": "now.yaml", "effective": LATER},
            "This is a plan, based on now.yaml, in force from 1 January 2027.",
        ),
        ({"based_on": f"{'x' * 60}.yaml"}, "This is a plan, based on another file; its first day is unknown."),
        ({"effective": LATER}, "This is a plan, in force from 1 January 2027."),
        ({"based_on": "now.yaml", "effective": date(2026, 1, 1)}, ""),
    ],
)
def test_a_plan_is_called_one_where_people_look_first(fields, said):
    document = night((TeamId("desk"), ALWAYS))
    text = text_of(
        printed(
            document.with_organization(document.organization.copy_with(**fields)), sections=("summary", "call")
        ).data
    )
    assert text.count("This is a plan") == (2 if said else 0)
    assert text.count(said) == 2 or not said


def test_services_and_rows_stand_by_their_names():
    text = text_of(printed(sample_document("payments_platform"), sections=("call",)).data)
    services = sorted((s.name for s in sample_document("payments_platform").organization.services), key=str.casefold)
    places = [text.rindex(f"{name} Route After an alert") for name in services]
    assert places == sorted(places)


def test_saturday_night_is_the_one_to_sunday_and_is_walked_as_it_is_called():
    document = night((TeamId("desk"), ALWAYS), (TeamId("team"), BUSINESS_HOURS))
    desk = Desk(Matter(document, analyse(document, LATER), LATER))
    assert (desk.night.strftime("%a %H:%M"), desk.night.tzinfo.key) == ("Sun 03:00", "Europe/London")
    assert (
        "“On Saturday night” is Sunday at 03:00 (Europe/London); at other hours others may be there."
        in lines_of_call(document)
    )
    row = document.organization.responsibilities[0]
    walk = trace(document.organization, row.id, desk.night)
    assert not walk.reached_owner
    assert desk.route(row).night.mark == "page-lost"


def test_a_service_that_fills_many_pages_of_the_matrix_says_the_page_of_each_row():
    document = night((TeamId("desk"), ALWAYS))
    first, *_ = document.organization.responsibilities
    rows = tuple(changed(first, id=RowId(f"r{number}"), name=f"Row {number}") for number in range(80))
    whole = document.with_organization(document.organization.copy_with(responsibilities=rows))
    text = lines_of_call(whole)
    assert "Responsibility Route Matrix page Row 0 1 " in text
    assert re.search(r"Shop matrix: pages \d to \d", text)


# Decisions and method


def test_decisions_are_printed_once_by_kind_with_their_day_and_what_they_are_about():
    document = sample_document("payments_platform")
    text = text_of(printed(document, sections=("decisions",)).data)
    for decision in document.decisions:
        assert text.count(flat(decision.text)) == 1
    assert text.index("Open questions") < text.index("Actions") < text.index("6 July 2026, 10:30")
    assert "9 November 2026, 14:05" in text


def test_the_method_says_how_fresh_the_paper_is_and_which_limits_hold():
    text = text_of(printed(sample_document("payments_platform"), sections=("method",)).data)
    for said in ("Version 2.3", "Given 22 November 2026", "To be reviewed by 31 March 2027", "205 of 212"):
        assert said in text
    assert "Days after which a confirmation is stale 180" in text
    assert "answers for it" in text


# Nobody's name


def people_of(document):
    organization = document.organization
    named = {member.name for team in organization.teams for member in team.members}
    named |= {team.lead for team in organization.teams if team.lead and team.lead not in team.members}
    named |= {waiver.by for waiver in document.waivers if waiver.by}
    named |= {row.confirmed.by for row in organization.responsibilities if row.confirmed and row.confirmed.by}
    for team in organization.teams:
        named |= {name for each in on_call_ever(organization, team.id) for name in each.people if "one of" not in name}
    things = {thing.name for thing in (*organization.teams, *organization.services)} | {
        team.id for team in organization.teams
    }
    return {name for name in named - things if len(name) > 2}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "department"])  # which names nobody
def test_without_people_nobody_is_named_anywhere(name):
    document = sample_document(name)
    made = printed(document, audience="full", people=False, before=document)
    text = text_of(made.data)
    information = str(reader(made.data).metadata)
    assert [person for person in people_of(document) if person in text or person in information] == []


def test_without_people_neither_sentences_nor_waivers_nor_owners_name_anybody():
    team = Team(TeamId("a"), "Web", lead="ana", contact="ana.souza@example.com", members=(Member("ana", "Ana Souza"),))
    document = Document(
        Organization("Org", owner="Rui Melo", teams=(team, Team(TeamId("b"), "Data", lead="Eva Lind"))),
        waivers=(Waiver("GAP001", ("team:a",), "Eva Lind said so, and Ana agrees.", LATER, "Rui Melo"),),
        decisions=(Decision(LATER, "Ask Eva, ANA SOUZA or Melo; Web stays.", about=("person:a/ana",)),),
    )
    text = text_of(printed(document, audience="full", people=False).data)
    for word in ("Ana", "ANA", "Souza", "souza", "Eva", "Lind", "Rui", "Melo"):
        assert not re.search(rf"\b{word}\b", text)
    assert "Web stays." in text
    assert "Owner: withheld" in text
    named = text_of(printed(document, audience="full").data)
    assert "Ana Souza" in named
    assert "Rui Melo" in named


@pytest.mark.parametrize(
    ("name", "sections", "there"),
    [
        ("payments_platform", ("summary",), True),
        ("payments_platform", ("summary", "layout"), False),
        ("department", ("summary", "layout"), True),
    ],
)
def test_teams_that_the_summary_has_no_room_for_are_listed_unless_the_layout_shows_them(name, sections, there):
    made = printed(sample_document(name), sections=sections)
    assert ("Who carries what" in titles(made)) is there
    text = text_of(made.data)
    page = re.search(r"more teams, which carry less: page (\d+)", text)
    assert "Storefront SRE" in flat(reader(made.data).pages[int(page[1]) - 1].extract_text()) or name == "department"


def test_sections_that_have_nothing_to_say_share_a_page():
    made = printed(Document(Organization("Nobody")), sections=("coverage", "on-call", "maturity", "decisions"))
    pages = [flat(page.extract_text()) for page in reader(made.data).pages]
    assert len(pages) == 1
    said = ("there is nothing to cover", "nobody is on call", "No assessment yet", "No decisions were logged")
    assert all(sentence in pages[0] for sentence in said)
    titles = [part.title for part in reader(made.data).outline]
    assert titles == ["Coverage of layers and areas", "On call and load", "Maturity", "Decisions"]


def test_what_is_unknown_names_what_lacks_it_and_not_what_could_not_be_judged():
    document = sample_document("ruby_web")
    told = {each.words: each for each in missing(analyse(document, TODAY).not_assessed, document.organization)}
    assert {kind for kind, _ in map(subject_parts, told["headcount of 4 teams"].lacking)} == {"team"}
    assert len(told["headcount of 4 teams"].lacking) == 4
    assert told["whether users see a failure for Ruby Web Application"].lacking == ()
    text = text_of(printed(document, sections=("findings",)).data)
    assert "Unknown: who is on call when. ESC006" in text
    assert "and 44 more" not in text


def test_findings_are_counted_with_their_kinds_where_several_are_told_as_one():
    text = text_of(printed(sample_document("payments_platform"), sections=("findings",)).data)
    assert "8 errors of 5 kinds, 7 warnings of 5 kinds and 4 for information" in text


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_the_routes_of_a_service_stand_beside_some_of_what_they_are_for(page):
    made = printed(sample_document("payments_platform"), page, sections=("call",))
    for text in (flat(each.extract_text()) for each in reader(made.data).pages):
        assert text.count("Route After an alert") <= len(re.findall(r"Responsibility Route (?!After)", text))
