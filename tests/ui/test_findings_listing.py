"""Which lines the list of findings has, and what they say; no window."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodel.analysis import analyse
from orgmodel.document import Waiver
from orgmodel.findings import NotAssessed, family_of
from orgmodel.model import ORGANIZATION, Organization, Raci, Service, ServiceId, Subject, Team, TeamId
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE
from tests.rules.test_rule_cases import cases
from tests.ui.found import (
    ALONE,
    CODE,
    DATABASE,
    GAP,
    NO_HEADCOUNT,
    NO_ROTATIONS,
    RELEASE,
    REPORT,
    SHARED,
    SRE,
    TODAY,
    found,
    report,
)
from ui.findings.filling import BY_HAND, ELSEWHERE, FIELDS, remedy_of
from ui.findings.filtering import EVERYTHING, FAMILIES, FindingsFilter, counts_of, listed
from ui.findings.lines import FEW, ExpiredLine, FindingLine, GroupLine, MissingLine, MoreLine, SectionLine
from ui.findings.listing import Folds, Listing, expired_in
from ui.findings.rule_page import blocks_of
from ui.findings.words import caption, empty_sentences
from ui.inspector.sheets import FIELDS as INSPECTOR_FIELDS


@pytest.fixture
def organization(small_document):
    """The small organisation, whose rows but one are of a shop's service."""
    plain = small_document.organization
    rows = tuple(
        changed(row, service=ServiceId("shop") if row.id != "release" else None) for row in plain.responsibilities
    )
    return plain.copy_with(
        services=(Service(ServiceId("shop"), "Web Shop", team=TeamId("app")),), responsibilities=rows
    )


def lines(of, organization, chosen=EVERYTHING, *, grouping="severity", folds=None, expired=()):
    return Listing(listed(of, chosen, organization), organization, grouping, expired).lines(folds or Folds())


def titles(of, organization, grouping):
    """The headings of the open findings, each with the codes under it."""
    said = {}
    for line in lines(of, organization, grouping=grouping):
        if isinstance(line, SectionLine):
            said[line.title] = []
        else:
            said[list(said)[-1]] += line.codes
    return {title: codes for title, codes in said.items() if title not in ("Waived", "Not assessed")}


def test_open_waived_and_not_assessed_stand_apart(organization):
    kinds = [type(line) for line in lines(REPORT, organization)]
    assert kinds == [FindingLine] * 3 + [SectionLine, FindingLine, SectionLine, MissingLine, MissingLine]


def test_a_waived_finding_says_who_accepted_it_until_when_and_why(organization):
    waived = next(line for line in lines(REPORT, organization) if isinstance(line, FindingLine) and line.finding.waived)
    assert waived.remark == "Accepted until 1 January 2027 by Marek: Small team."


def test_a_waiver_that_ended_yesterday_is_shown_and_one_that_ends_today_is_not(organization):
    ended = Waiver("GAP001", (RELEASE,), "Hiring.", date(2026, 11, 21))
    lasting = changed(ended, until=TODAY)
    assert expired_in((ended, lasting), TODAY) == (ended,)
    shown = [line for line in lines(REPORT, organization, expired=(ended,)) if isinstance(line, ExpiredLine)]
    assert [line.text for line in shown] == ["GAP001 of “Release Process”: the waiver ended on 21 November 2026."]
    assert shown[0].remark == "It was given: Hiring."


def test_under_families_findings_stand_in_the_order_of_the_catalogue(organization):
    assert titles(REPORT, organization, "family") == {
        "Gaps": ["GAP001"],
        "Overlaps": ["OVR001"],
        "Single points of failure": ["SPOF002"],
    }


def test_every_rule_is_of_a_family_that_has_a_name():
    assert {family_of(rule.code) for rule in CATALOGUE} <= FAMILIES.keys()


def test_under_teams_a_row_stands_with_those_that_answer_for_it_and_a_gap_with_nobody(organization):
    both = changed(organization.row_by_id["code"], raci=Raci({"app": "A", "sre": "A"}))
    shared = organization.copy_with(responsibilities=(both, *organization.responsibilities[1:]))
    everybody = found("STA001", Subject("organization"))
    assert titles(report(GAP, SHARED, ALONE, found("OVR001", CODE), everybody), shared, "team") == {
        "Nobody": ["GAP001"],
        "App Team": ["OVR001"],
        "App SRE": ["OVR001", "SPOF002", "OVR001"],
        "The whole organisation": ["STA001"],
    }


def test_under_services_a_team_stands_with_the_services_that_are_its_own(organization):
    own = found("GAP007", Subject("team:app"))
    assert titles(report(GAP, SHARED, own), organization, "service") == {
        "Web Shop": ["OVR001", "GAP007"],
        "No service of its own": ["GAP001"],
    }


def test_a_heading_counts_what_is_under_it_and_folds(organization):
    folds = Folds()
    first = lines(REPORT, organization, grouping="family", folds=folds)[0]
    assert (first.text, first.is_open) == ("Gaps: 1 error", True)
    folds.fold("Gaps", closed=True)
    shown = lines(REPORT, organization, grouping="family", folds=folds)
    assert [type(line) for line in shown[:2]] == [SectionLine, SectionLine]


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (FindingsFilter(kinds=("error",)), ["GAP001"]),
        (FindingsFilter(kinds=("warning", "info")), ["OVR001", "SPOF002"]),
        (FindingsFilter(kinds=("waived",)), ["ESC003"]),
        (FindingsFilter(kinds=("not-assessed",)), ["GAP005", "SPOF001"]),
        (FindingsFilter(text="TEAMS database"), ["OVR001"]),
        (FindingsFilter(text="gap0"), ["GAP001", "GAP005"]),
        (FindingsFilter(text="marek"), ["ESC003"]),
        (FindingsFilter(family="SPOF"), ["SPOF002", "SPOF001"]),
        (FindingsFilter(about=(RELEASE,)), ["GAP001"]),
        (FindingsFilter(about=(SRE,)), ["OVR001", "SPOF002", "ESC003", "GAP005", "SPOF001"]),
        (FindingsFilter(about=(Subject("service:shop"),)), ["OVR001", "GAP005", "SPOF001"]),
        (FindingsFilter(about=(Subject("layer:environment"),)), ["GAP001", "OVR001", "GAP005", "SPOF001"]),
        (FindingsFilter(about=()), []),
        (FindingsFilter(kinds=("error",), text="database"), []),
    ],
)
def test_a_filter_lets_through_what_is_all_that_it_asks_for(organization, chosen, left):
    shown = lines(REPORT, organization, chosen)
    assert [code for line in shown for code in line.codes] == left
    assert listed(REPORT, chosen, organization).hidden == 6 - len(left)


def test_alike_findings_are_one_line_that_opens(organization):
    twins = [found("GAP001", named, alike="have nobody to do them") for named in (CODE, DATABASE, RELEASE)]
    folds = Folds()
    (group,) = lines(report(*twins), organization, folds=folds)
    assert isinstance(group, GroupLine)
    assert group.text == "Three rows have nobody to do them."
    folds.opened_groups.add(group.identity)
    assert [type(line) for line in lines(report(*twins), organization, folds=folds)] == [GroupLine] + [FindingLine] * 3


def many(number, **more):
    return [found("GAP001", Subject(f"responsibility:row-{place}"), **more) for place in range(number)]


def test_of_thousands_the_first_are_shown_and_the_rest_when_asked_for(organization):
    folds, of = Folds(), report(*many(5_000))
    shown = lines(of, organization, folds=folds)
    assert len(shown) == FEW + 1
    assert shown[-1] == MoreLine("", 4_800)
    assert shown[-1].text == "Show 200 of 4,800 more"
    folds.show_at_least("", 2 * FEW)
    assert len(lines(of, organization, folds=folds)) == 2 * FEW + 1


def test_whatever_hides_a_finding_is_opened_to_go_to_it(organization):
    of = report(*many(5_000, alike="have nobody to do them"))
    folds = Folds()
    folds.fold("Gaps", closed=True)
    listing = Listing(listed(of, EVERYTHING, organization), organization, "family")
    listing.open_up(of.findings[4_321], folds)
    shown = [line.finding for line in listing.lines(folds) if isinstance(line, FindingLine)]
    assert shown[4_321] is of.findings[4_321]
    assert len(shown) < 4_321 + FEW


def test_very_many_headings_are_folded_until_somebody_opens_one():
    teams = tuple(Team(TeamId(f"team-{place}"), f"Team {place}") for place in range(500))
    organization = Organization("Large", teams=teams)
    of = report(*(found("GAP007", team.subject) for team in teams))
    assert {type(line) for line in lines(of, organization, grouping="team")} == {SectionLine}


def test_what_is_walked_through_has_each_finding_once(organization):
    both = changed(organization.row_by_id["code"], raci=Raci({"app": "A", "sre": "A"}))
    shared = organization.copy_with(responsibilities=(both, *organization.responsibilities[1:]))
    of = report(found("OVR001", CODE), GAP, ALONE)
    walked = Listing(listed(of, EVERYTHING, shared), shared, "team").in_order()
    assert [finding.code for finding in walked] == ["GAP001", "OVR001", "SPOF002"]


def test_rules_that_want_the_same_are_one_line(organization):
    more = [changed(NO_HEADCOUNT, code=code) for code in ("ONC001", "LOAD003")]
    shown = lines(report(unknown=(NO_HEADCOUNT, *more)), organization)
    assert [line.codes for line in shown if isinstance(line, MissingLine)] == [("SPOF001", "ONC001", "LOAD003")]


def test_what_is_unknown_is_filled_in_at_a_field_where_there_is_one(organization):
    remedy = remedy_of(NO_HEADCOUNT, organization)
    unnamed = organization.copy_with(
        teams=tuple(changed(team, headcount=None if team.id == "sre" else 3) for team in organization.teams)
    )
    assert (remedy.subject, remedy.field, remedy.link) == (SRE, "headcount", "Fill in People of App SRE")
    several = changed(NO_HEADCOUNT, lacking=(Subject("team:app"), SRE))
    assert remedy_of(several, unnamed).subject == SRE


def test_what_has_no_field_is_told_in_a_sentence(organization):
    remedy = remedy_of(changed(NO_ROTATIONS, unknown="escalations"), organization)
    assert remedy.subject is None
    assert "Chain" in remedy.sentence


def test_what_is_wanted_of_the_organisation_is_filled_in_there(organization):
    remedy = remedy_of(NO_ROTATIONS, organization)
    assert (remedy.subject, remedy.field, remedy.link) == (ORGANIZATION, "rotations", "Fill in Rotations of Small")
    review = remedy_of(changed(NO_ROTATIONS, unknown="day of the next review"), organization)
    assert (review.subject, review.field) == (ORGANIZATION, "review_by")


@pytest.mark.parametrize(
    ("unknown", "field"),
    [
        ("headcount of each site", "sites"),
        ("operations in percent", "workload.operations"),
        ("toil in percent", "workload.toil"),
        ("incidents a shift", "workload.incidents_per_shift"),
        ("members", "members"),
        ("rotations", "rotations"),
    ],
)
def test_every_input_of_a_team_is_filled_in_at_a_field_of_its_own(organization, unknown, field):
    remedy = remedy_of(changed(NO_HEADCOUNT, unknown=unknown, lacking=(Subject("team:app"), SRE)), organization)
    assert (remedy.subject, remedy.field) == (Subject("team:app"), field)


def test_where_teams_are_compared_too_few_of_them_are_not_to_be_filled_in(organization):
    wanted = NotAssessed("LOAD001", (ORGANIZATION,), "8 teams with a headcount", "8 teams with a headcount", (SRE,))
    (_, line) = lines(report(unknown=(wanted,)), organization)
    assert line.text == "Needed: 8 teams whose number of people is known."
    assert line.remark == "It compares teams with each other and needs at least eight teams; there are 2."
    many = organization.copy_with(teams=tuple(Team(TeamId(f"t{each}"), f"T{each}") for each in range(8)))
    assert remedy_of(wanted, many).sentence == "Select each team, and fill in People in the Inspector."


def test_an_input_is_said_and_found_by_the_word_of_the_form(organization):
    (_, line) = lines(report(unknown=(NO_HEADCOUNT,)), organization)
    assert line.text == "Unknown: number of people of App SRE."
    for word in ("people", "headcount"):
        assert listed(report(unknown=(NO_HEADCOUNT,)), FindingsFilter(text=word), organization).not_assessed


def test_a_rule_that_stopped_has_nothing_to_fill_in(organization):
    stopped = NotAssessed("GAP002", (Subject("organization"),), "a working rule: it stopped with KeyError")
    (_, line) = lines(report(unknown=(stopped,)), organization)
    assert (line.text, line.remark) == ("Not assessed: a working rule: it stopped with KeyError.", "")


def test_the_fields_to_jump_to_are_there():
    for kind, fields in FIELDS.items():
        assert {field for field, _ in fields.values()} <= {field.field for field in INSPECTOR_FIELDS[kind]}
        labels = {field.field: field.label for field in INSPECTOR_FIELDS[kind]}
        assert all(labels[field] == label for field, label in fields.values())
    assert {field.field: field.label for field in INSPECTOR_FIELDS["responsibility"]}.items() >= set(BY_HAND.values())


@pytest.mark.parametrize(
    "case", [case for case in cases() if "unknown" in case.wanted], ids=lambda case: f"{case.code}-{case.name}"
)
def test_every_input_that_a_rule_may_want_is_told_how_to_fill_in(case):
    """On the cases of the rules, which name every input that each may lack."""
    document = case.document
    for missing in analyse(document, TODAY).not_assessed:
        remedy = remedy_of(missing, document.organization)
        assert remedy.subject or remedy.sentence not in ("", ELSEWHERE), missing


def test_the_caption_counts_what_is_open_and_what_a_filter_leaves(organization):
    assert caption(None) == "looking …"
    assert caption(REPORT) == "3 open, 1 waived"
    assert caption(REPORT, listed(REPORT, FindingsFilter(kinds=("error",)), organization)) == "1 of 3 open"
    assert counts_of(REPORT) == {"error": 1, "warning": 1, "info": 1, "waived": 1, "not-assessed": 2}


def test_an_empty_list_says_why(organization):
    everything = listed(REPORT, EVERYTHING, organization)
    assert empty_sentences(REPORT, everything) is None
    clean = report(unknown=(NO_HEADCOUNT,), clean=("GAP001", "OVR001"))
    said = ("No findings.", "2 rules are clean, 1 was not assessed.", "")
    assert empty_sentences(clean, listed(clean, EVERYTHING, organization)) == said
    hidden = listed(REPORT, FindingsFilter(text="nowhere"), organization)
    assert empty_sentences(REPORT, hidden) == ("No finding matches.", "6 are hidden.", "Clear filter")


def test_a_page_is_paragraphs_and_its_examples_stay_as_they_are():
    rule = next(rule for rule in CATALOGUE if rule.code == "GAP001")
    blocks = blocks_of(rule.page)
    assert blocks[0].text.startswith("GAP001 nobody-does-it")
    headings = [block.text for block in blocks if block.kind == "heading"]
    assert headings[0] == "What it means"
    assert "An example that fails" in headings
    assert "teams:" in [block.text for block in blocks if block.kind == "example"]
    assert all("\n" not in block.text for block in blocks)
    said = " ".join(rule.page.split())
    assert all(" ".join(block.text.split()) in said for block in blocks)


def test_the_row_of_a_finding_may_be_gone(organization):
    gone = found("GAP001", Subject("responsibility:gone"))
    assert titles(report(gone), organization, "team") == {"Nobody": ["GAP001"]}
    assert titles(report(gone), organization, "service") == {"No service of its own": ["GAP001"]}
