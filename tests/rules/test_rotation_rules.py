"""The rules about rotations on organisations with hours, zones, sites and people, whatever people write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import ROWS, TEAMS, organizations, perhaps
from test_rule_cases import document_of

from orgmodel.analysis import Analysis, analyse
from orgmodel.commands import AssignTeam, ChangeField
from orgmodel.document import Document
from orgmodel.model import (
    ALWAYS,
    BUSINESS_HOURS,
    Coverage,
    Duration,
    Member,
    PersonId,
    Rotation,
    RotationId,
    Site,
    Window,
    subject,
)
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE

TODAY = date(2026, 11, 22)
RULES = tuple(rule for rule in CATALOGUE if rule.code.startswith("ONC"))
ZONES = ("Europe/London", "America/Denver", "Asia/Kolkata", "Nowhere/Such")
NAMES = ("ana", "bo", "Ana Sousa", "Kim Lee")
MEMBERS = tuple(
    Member(PersonId(name), full, site=site) for name, full, site in (("ana", "Ana Sousa", "A"), ("bo", "Bo Li", None))
)


def windows():
    days, minutes = st.integers(0, 6), st.integers(0, 24).map(lambda hour: hour * 60)
    return st.builds(Window, days, days, minutes, minutes)


def sites():
    of = {"timezone": perhaps(st.sampled_from(ZONES)), "headcount": perhaps(st.integers(0, 9))}
    return st.lists(st.builds(Site, st.sampled_from("ABC"), **of), max_size=3, unique_by=lambda site: site.name).map(
        tuple
    )


def rotations(number):
    hours = st.sampled_from((ALWAYS, BUSINESS_HOURS)) | st.lists(windows(), max_size=3).map(
        lambda held: Coverage(None, tuple(held))
    )
    people = st.integers(0, 20) | st.lists(st.sampled_from(NAMES), max_size=4).map(tuple)
    return st.builds(
        Rotation,
        st.just(RotationId(f"turn-{number}")),
        st.sampled_from((*TEAMS, "ghost")),
        st.integers(1, 3),
        coverage=perhaps(hours),
        timezone=perhaps(st.sampled_from(ZONES)),
        members=perhaps(people),
        turn=perhaps(st.sampled_from((Duration(0, "m"), Duration(7, "d"), Duration(90, "d")))),
        shift=perhaps(st.sampled_from((Duration(12, "h"), Duration(13, "h"), Duration(1, "d")))),
        pages_per_day=perhaps(st.sampled_from((0.0, 0.9, 1.0, 4.5))),
    )


@st.composite
def staffed(draw):
    """An organisation whose teams have sites, members and rotations of all kinds, contradictory ones too."""
    organization = draw(organizations())
    return organization.copy_with(
        teams=tuple(
            changed(team, sites=draw(sites()), members=draw(st.sampled_from(((), MEMBERS))))
            for team in organization.teams
        ),
        rotations=tuple(draw(rotations(number)) for number in range(draw(st.integers(0, 6)))),
    )


def edits(row):
    """Edits of one row: its letters, whether it is critical and whether it is paged."""
    letters = st.builds(AssignTeam, st.just(row), st.sampled_from(TEAMS), st.sampled_from(("A", "R", None)))
    fields = st.sampled_from((("criticality", 1), ("criticality", None), ("paged", True), ("paged", None)))
    return letters | fields.map(lambda held: ChangeField(subject("responsibility", row), *held))


def said(report):
    return [(each.code, each.severity, each.message, each.subjects, each.numbers) for each in report.findings]


@settings(deadline=None, max_examples=150)
@given(staffed(), st.randoms(use_true_random=False))
def test_any_rotations_are_judged_the_same_in_any_order(organization, random):
    lists = ("teams", "responsibilities", "rotations")
    shuffled = {
        name: tuple(random.sample(getattr(organization, name), len(getattr(organization, name)))) for name in lists
    }
    before = analyse(Document(organization), TODAY, RULES)
    after = analyse(Document(organization.copy_with(**shuffled)), TODAY, RULES)
    assert before.failures == ()
    assert said(after) == said(before)
    assert after.not_assessed == before.not_assessed
    assert len({(each.code, each.subjects[0]) for each in before.findings}) == len(before.findings)


@settings(deadline=None, max_examples=150)
@given(staffed(), st.data())
def test_after_edits_of_rows_rotations_are_judged_as_in_a_whole_run(organization, data):
    analysis = Analysis.of(Document(organization), TODAY, RULES)
    for _ in range(3):
        row = data.draw(st.sampled_from(ROWS))
        document = data.draw(edits(row)).apply(analysis.document)
        analysis = analysis.after(document, TODAY)
        whole = analyse(document, TODAY, RULES)
        assert said(analysis.report) == said(whole)
        assert analysis.report.not_assessed == whole.not_assessed


@settings(deadline=None, max_examples=60)
@given(staffed())
def test_what_stands_in_the_file_and_no_rotation_is_never_clean(organization):
    without = analyse(Document(organization.copy_with(rotations=())), TODAY, RULES)
    assert without.findings == ()
    assert without.clean == ()
    assert {(entry.code, entry.missing) for entry in without.not_assessed} == {
        (rule.code, "rotations") for rule in RULES
    }


SMALL = """
teams: [{id: web, name: Web, headcount: 3}]
rotations: [{id: primary, team: web, coverage: 24x7, members: [ana, bo, cleo]}]
"""


def codes(model):
    return sorted({finding.code for finding in analyse(document_of(model), TODAY, RULES).findings})


def test_too_few_people_are_said_once_and_not_of_each_of_them():
    assert codes(SMALL) == ["ONC001"]
    assert codes(f"settings: {{rules: {{ONC001: off}}}}\n{SMALL}") == ["ONC003"]


def test_somebody_who_has_more_than_the_others_is_said_beside_too_few_people():
    assert codes(SMALL.replace("[ana, bo, cleo]", "[ana, ana, bo, cleo]")) == ["ONC001", "ONC003"]


@pytest.mark.parametrize(
    ("coverage", "sentence"),
    [
        ('["Tue-Sun 07:00-07:00", "Mon 07:00-22:00"]', "Mon 22:00-07:00 nobody of Web is on call (times in UTC)."),
        (
            '["Mon-Fri 08:00-18:00"]',
            "Mon-Thu 18:00-08:00 and Fri 18:00-Mon 08:00 nobody of Web is on call (times in UTC).",
        ),
    ],
)
def test_open_hours_are_said_as_people_say_them(coverage, sentence):
    model = f"""
teams: [{{id: web, name: Web}}]
responsibilities: [{{id: database, name: Database, paged: true, criticality: 1, raci: {{web: A}}}}]
rotations: [{{id: days, team: web, coverage: {coverage}, members: 12}}]
"""
    findings = analyse(document_of(model), TODAY, RULES).findings
    assert [finding.message for finding in findings if finding.code == "ONC004"] == [sentence]


def test_everybody_who_takes_turns_is_everybody_of_the_site():
    document = document_of("""
teams:
  - id: web
    name: Web
    sites:
      - {name: London, timezone: Europe/London, headcount: 9}
      - {name: Denver, timezone: America/Denver, headcount: 9}
rotations: [{id: primary, team: web, coverage: 24x7, timezone: Europe/London, members: 7}]
""")
    (finding,) = analyse(document, TODAY, RULES).findings
    (fix,) = finding.fixes
    assert fix.label == "Let everybody of Web take turns"
    assert fix.command.apply(document).organization.rotations[0].members == 9


def test_nobody_is_taken_off_a_rotation_at_the_cost_of_the_others():
    document = document_of("""
teams: [{id: web, name: Web}]
rotations:
  - {id: days, team: web, coverage: ["Mon-Sun 08:00-20:00"], members: [ana, bo, cleo]}
  - {id: more-days, team: web, level: 2, coverage: ["Mon-Sun 08:00-20:00"], members: [ana, dana, eli, fay, gus]}
""")
    (finding,) = analyse(document, TODAY, RULES).findings
    assert finding.subjects == ("person:web/ana", "rotation:days", "rotation:more-days", "team:web")
    assert [fix.label for fix in finding.fixes] == ["Take ana off “days”", "Take ana off “more-days”"]
    fewer = document_of("""
teams: [{id: web, name: Web}]
rotations:
  - {id: days, team: web, coverage: ["Mon-Sun 07:00-20:00"], members: [ana, bo, cleo]}
  - {id: more-days, team: web, level: 2, coverage: ["Mon-Sun 08:00-20:00"], members: [ana, dana, eli, fay, gus]}
""")
    (finding,) = analyse(fewer, TODAY, RULES).findings
    assert [fix.label for fix in finding.fixes] == ["Take ana off “more-days”"]
