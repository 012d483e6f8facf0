"""What the analysis adds to the rules: severities, root causes, waivers, order, and rules that break."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents, organizations
from test_rule_cases import document_of, said_by

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.findings import SEVERITIES, Finding, in_groups
from orgmodel.model import Organization, Raci, Responsibility, Service, Team
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE, HIDDEN_BY

TODAY = date(2026, 11, 22)
LAWS = settings(max_examples=80, deadline=None)
GAP = """
teams: [{id: web, name: Web}]
responsibilities:
  - {id: scaling, name: Scaling}
  - {id: tuning, name: Tuning}
  - {id: release, name: Release, raci: {web: A}}
"""


def judged(organization: Organization) -> tuple[Finding, ...]:
    return analyse(Document(organization), TODAY).findings


def plain(finding: Finding) -> tuple[object, ...]:
    """A finding without its fixes, which hold ids inside commands."""
    labels = tuple(fix.label for fix in finding.fixes)
    return (finding.code, finding.severity, finding.message, finding.subjects, finding.advice, finding.numbers, labels)


def in_order(things, order):
    return tuple(sorted(things, key=lambda thing: order.index(thing.id) if hasattr(thing, "id") else 0))


@LAWS
@given(organizations(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_nothing(organization, random):
    lists = ("teams", "services", "responsibilities", "rotations", "escalations")
    shuffled = {name: tuple(random.sample(held, len(held))) for name in lists if (held := getattr(organization, name))}
    shuffled["responsibilities"] = tuple(
        changed(row, raci=Raci(dict(random.sample(list(row.raci.items()), len(row.raci)))))
        for row in shuffled["responsibilities"]
    )
    before = analyse(Document(organization), TODAY)
    after = analyse(Document(organization.copy_with(**shuffled)), TODAY)
    assert [plain(finding) for finding in after.findings] == [plain(finding) for finding in before.findings]
    assert [finding.evidence.things for finding in after.findings] == [
        finding.evidence.things for finding in before.findings
    ]
    assert after.not_assessed == before.not_assessed
    assert after.clean == before.clean


@LAWS
@given(organizations(ghosts=False))
def test_other_ids_give_the_same_findings_under_their_new_names(organization):
    def new(name):
        return name if name is None or name == "alert" else f"z{name[::-1]}"

    renamed = organization.copy_with(
        teams=tuple(
            changed(team, id=new(team.id), parent=new(team.parent), supports=tuple(map(new, team.supports)))
            for team in organization.teams
        ),
        services=tuple(changed(service, team=new(service.team)) for service in organization.services),
        responsibilities=tuple(
            changed(row, raci=Raci({new(team): letters for team, letters in row.raci.items()}))
            for row in organization.responsibilities
        ),
        rotations=tuple(changed(rotation, team=new(rotation.team)) for rotation in organization.rotations),
        escalations=tuple(
            changed(way, source=new(way.source), target=new(way.target)) for way in organization.escalations
        ),
    )
    before = sorted((finding.code, finding.severity, finding.message) for finding in judged(organization))
    assert sorted((finding.code, finding.severity, finding.message) for finding in judged(renamed)) == before


@LAWS
@given(organizations())
def test_an_unrelated_service_changes_no_other_finding(organization):
    others = organization.copy_with(
        teams=(*organization.teams, Team("away", "Away Team", headcount=5)),
        services=(*organization.services, Service("away", "Away", "away")),
    )
    row = Responsibility("away-code", "Away Code", service="away", criticality=4, paged=False, raci=Raci({"away": "A"}))
    after = judged(others.copy_with(responsibilities=(*others.responsibilities, row)))
    compared = {"OVR003"}
    before = [plain(finding)[:4] for finding in judged(organization) if finding.code not in compared]
    limited = any(way.services or way.layers for way in organization.escalations)
    about_chains = {"ESC002", "ESC003", "SPOF002"} if limited else set()
    assert [plain(each)[:4] for each in after if each.code not in compared | about_chains] == [
        each for each in before if each[0] not in about_chains
    ]


@LAWS
@given(documents())
def test_one_finding_for_each_rule_and_first_subject_in_order(document):
    report = analyse(document, TODAY)
    assert report.failures == ()
    shown = (*report.findings, *report.waived)
    keys = [(finding.code, finding.subjects[0]) for finding in shown]
    assert len(set(keys)) == len(keys)
    order = [(SEVERITIES.index(each.severity), each.code, each.subjects) for each in report.findings]
    assert order == sorted(order)
    for root, hidden in HIDDEN_BY:
        roots = {subject for code, subject in keys if code == root}
        assert not {key for key in keys if key[0] in hidden and key[1] in roots}
    silent = {finding.code for finding in shown} | {entry.code for entry in report.not_assessed}
    assert silent.isdisjoint(report.clean)


@LAWS
@given(documents())
def test_every_fix_can_be_applied_and_says_what_it_does(document):
    for finding in analyse(document, TODAY).findings:
        for fix in finding.fixes:
            assert fix.command.apply(document) is not document
            assert fix.label.strip()


@LAWS
@given(documents())
def test_a_fix_mends_what_it_promised_and_opens_no_error(document):
    before = analyse(document, TODAY).findings
    for finding in before:
        for fix in finding.fixes:
            after = analyse(fix.command.apply(document), TODAY).findings
            assert about(finding) not in map(about, after), fix.label
            assert errors(after) <= errors(before), fix.label


def about(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.subjects[0]


def errors(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {about(finding) for finding in findings if finding.severity == "error"}


@pytest.mark.parametrize(("day", "open_ones"), [((2026, 11, 22), ["tuning"]), ((2026, 11, 23), ["scaling", "tuning"])])
def test_a_waiver_holds_to_the_end_of_its_last_day(day, open_ones):
    document = document_of(
        GAP + 'waivers: [{rule: GAP001, on: ["responsibility:scaling"], reason: Planned., until: 2026-11-22}]'
    )
    report = analyse(document, date(*day))
    gaps = [finding.subjects[0] for finding in report.findings if finding.code == "GAP001"]
    assert gaps == [f"responsibility:{row}" for row in open_ones]
    assert len(report.waived) == 2 - len(open_ones)
    assert all(finding.waived is document.waivers[0] for finding in report.waived)
    assert report.count("error") == len(open_ones)


def test_a_waiver_of_another_rule_or_thing_waives_nothing():
    document = document_of(
        GAP
        + "waivers:\n"
        + '  - {rule: GAP002, on: ["responsibility:scaling"], reason: No., until: 2027-01-01}\n'
        + '  - {rule: GAP001, on: ["team:web"], reason: No., until: 2027-01-01}\n'
    )
    assert analyse(document, TODAY).waived == ()


@pytest.mark.parametrize("severity", ["info", "warning", "error"])
def test_the_file_sets_the_severity_of_a_rule(severity):
    report = analyse(document_of(f"settings: {{rules: {{GAP001: {severity}}}}}{GAP}"), TODAY)
    assert {finding.severity for finding in report.findings} == {severity}


def test_a_rule_that_is_off_is_neither_clean_nor_heard():
    report = analyse(document_of(f"settings: {{rules: {{GAP001: off}}}}{GAP}"), TODAY)
    assert said_by(report, "GAP001") == []
    assert "GAP001" not in report.clean


def test_a_circle_hides_dead_ends_of_its_members_by_what_the_rule_said_not_by_what_the_file_says():
    chain = """
        teams: [{id: desk, name: Desk}, {id: ops, name: Ops}]
        responsibilities:
          - {id: a, name: A, layer: application, raci: {ops: A}}
          - {id: b, name: B, layer: frontline, raci: {ops: A}}
        escalations:
          - {from: alert, to: desk}
          - {from: desk, to: ops}
          - {from: ops, to: desk, layers: [application]}
    """
    for settings_line in ("", "settings: {rules: {ESC002: info}}\n"):
        report = analyse(document_of(settings_line + "\n".join(line[8:] for line in chain.splitlines())), TODAY)
        assert said_by(report, "ESC003") == []
        assert len(said_by(report, "ESC002")) == 1


def test_a_broken_rule_is_named_and_the_others_report():
    def breaks(graph, rows):
        raise KeyError("lost")
        yield

    broken = changed(CATALOGUE[1], judge=breaks)
    report = analyse(document_of(GAP), TODAY, (CATALOGUE[0], broken))
    assert [finding.code for finding in report.findings] == ["GAP001", "GAP001"]
    assert [(failure.code, failure.fault) for failure in report.failures] == [("GAP002", "KeyError: 'lost'")]
    assert [entry.code for entry in report.not_assessed] == ["GAP002"]
    assert report.clean == ()


def test_findings_that_are_alike_stand_together():
    findings = analyse(document_of(GAP), TODAY).findings
    assert [len(group) for group in in_groups(findings)] == [2]
