"""What a finding points at, in both lenses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from orgmodel.analysis import analyse
from orgmodel.commands import AddEscalation, AddTeam, AssignTeam
from orgmodel.findings import Evidence
from orgmodel.model import (
    ALERT,
    Escalation,
    Rotation,
    RotationId,
    RowId,
    Service,
    ServiceId,
    Subject,
    Team,
    TeamId,
    subject,
)
from orgmodel.model.value import changed
from orgmodel.yaml_file import read_file
from tests.ui.found import APP, CODE, DATABASE, GAP, RELEASE, SRE, TODAY, found, report
from ui.chain import ChainLens
from ui.evidence import NO_HIGHLIGHT, Concerns, Highlight, highlight_of, places_of
from ui.matrix.lens import MatrixLens
from ui.session import Session
from ui.theme import LIGHT


@pytest.fixture
def organization(small_document):
    return small_document.organization.copy_with(
        services=(Service(ServiceId("shop"), "Web Shop", team=TeamId("app")),),
        rotations=(Rotation(RotationId("sre-primary"), TeamId("sre")),),
    )


@pytest.mark.parametrize(
    ("named", "teams", "services"),
    [
        ("team:app", ["app"], ["shop"]),
        ("team:sre", ["sre"], []),
        ("responsibility:code", ["app"], []),
        ("responsibility:release", [], []),
        ("responsibility:gone", [], []),
        ("escalation:alert->sre", ["sre"], []),
        ("escalation:sre->app", ["sre", "app"], ["shop"]),
        ("rotation:sre-primary", ["sre"], []),
        ("rotation:gone", [], []),
        ("person:app/ana", ["app"], ["shop"]),
        ("service:shop", ["app"], ["shop"]),
        ("service:gone", [], ["gone"]),
        ("organization", [], []),
        ("waiver:GAP001/1", [], []),
    ],
)
def test_whom_a_thing_concerns(organization, named, teams, services):
    concerns = Concerns(organization)
    assert concerns.teams(Subject(named)) == tuple(teams)
    assert concerns.services(Subject(named)) == tuple(services)


def test_the_evidence_is_rows_teams_and_escalations(organization):
    evidence = Evidence((DATABASE, Subject("person:app/ana")), ((Subject("team:alert"), SRE), (SRE, APP)))
    finding = found("ESC001", DATABASE, Subject("escalation:app->sre"), evidence=evidence)
    assert highlight_of(organization, finding) == Highlight(
        frozenset({"database"}), frozenset({"app", "sre"}), frozenset({(ALERT, "sre"), ("sre", "app"), ("app", "sre")})
    )
    assert highlight_of(organization, None) == NO_HIGHLIGHT


def test_a_service_is_shown_by_its_team_else_by_its_rows(organization):
    assert highlight_of(organization, found("GAP004", Subject("service:shop"))).teams == {"app"}
    row = changed(organization.responsibilities[0], service=ServiceId("lost"))
    lost = organization.copy_with(
        services=(Service(ServiceId("lost"), "Lost"),), responsibilities=(row, *organization.responsibilities[1:])
    )
    assert highlight_of(lost, found("GAP009", Subject("service:lost"))).rows == {"code"}


def test_a_finding_is_looked_for_where_it_is_about_then_at_its_teams(organization):
    rotation = found("ONC004", Subject("rotation:sre-primary"), evidence=Evidence((DATABASE,)))
    assert [*places_of(organization, rotation)] == ["rotation:sre-primary", "team:sre", "responsibility:database"]


# The Matrix


@pytest.fixture
def matrix(qtbot, session, appearance):
    lens = MatrixLens(session, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(900, 400)
    with qtbot.waitExposed(lens):
        lens.show()
    yield lens
    session.remedies.stop()


def lines_of_evidence(lens):
    scene = lens.view.scene()
    return [
        lens.view.state.row(lens.view.state.layout.lines[line]).id
        for line in range(len(scene.layout.lines))
        if scene.layout.group_at(line) is None and scene.is_evidence(line)
    ]


def test_the_rows_and_columns_of_a_finding_stand_out_until_something_else_is_selected(session, matrix):
    finding = found("SPOF002", SRE, evidence=Evidence((SRE, CODE, DATABASE)))
    session.show_findings(report(finding))
    session.show_finding(finding)
    assert lines_of_evidence(matrix) == ["code", "database"]
    assert matrix.view.scene().highlight.teams == {"sre"}
    session.select(RELEASE)
    assert lines_of_evidence(matrix) == []


def test_evidence_is_painted_where_it_is(session, matrix):
    finding = found("OVR001", CODE, APP, evidence=Evidence((CODE, APP)))
    session.show_findings(report(finding))
    session.select(CODE, APP)
    before = matrix.view.viewport().grab().toImage()
    session.show_finding(finding)
    after = matrix.view.viewport().grab().toImage()
    box = matrix.view.state.layout.cell_box(matrix.view.port, matrix.view.state.layout.line_of_row[0], 0)
    other = matrix.view.state.layout.cell_box(matrix.view.port, matrix.view.state.layout.line_of_row[0], 1)
    assert before.copy(*box) != after.copy(*box)
    assert before.copy(*other) == after.copy(*other)


def test_a_folded_group_stands_for_the_rows_in_it(session, matrix):
    finding = found("SPOF002", SRE, evidence=Evidence((SRE, DATABASE)))
    session.show_findings(report(finding))
    session.show_finding(finding)
    groups = matrix.view.state.layout.groups
    for group in groups:
        matrix.view.fold(group, collapsed=True)
    scene = matrix.view.scene()
    marked = [group.key.layer for group in groups if scene.is_evidence(scene.layout.line_of_group[group.key])]
    assert marked == ["environment"]


def test_a_filter_and_a_fold_give_way_to_the_finding_one_goes_to(session, matrix):
    session.show_findings(report(GAP))
    matrix.tools.field.setText("code")
    for group in matrix.view.state.layout.groups:
        matrix.view.fold(group, collapsed=True)
    session.show_finding(GAP)
    assert matrix.reveal((Subject("rotation:none"), RELEASE))
    assert matrix.tools.field.text() == ""
    assert lines_of_evidence(matrix) == ["release"]
    assert not matrix.reveal((Subject("rotation:none"),))


def test_revealing_leaves_the_selection_alone(session, matrix):
    session.select(DATABASE, SRE)
    assert matrix.reveal((SRE,))
    assert session.selection == (DATABASE, SRE)
    matrix.show_subject(SRE)
    assert session.selection == (SRE,)


def test_a_finding_that_was_fixed_stands_out_no_more(session, matrix):
    session.show_findings(report(GAP))
    session.show_finding(GAP)
    session.execute(AssignTeam(RowId("release"), TeamId("sre"), "A"))
    assert session.highlighted is GAP
    session.show_findings(report())
    assert session.highlighted is None
    assert lines_of_evidence(matrix) == []
    session.show_findings(report(GAP))
    assert session.highlighted is GAP


# The Chain


@pytest.fixture
def chain(qtbot, appearance, sample):
    """The lens on the reference sample with its findings."""
    session = Session(read_file(sample).document)
    session.show_findings(analyse(session.document, TODAY))
    lens = ChainLens(session, LIGHT)
    qtbot.addWidget(lens)
    lens.resize(1096, 798)
    with qtbot.waitExposed(lens):
        lens.show()
    lens.session = session
    yield lens
    session.remedies.stop()


def lit(lens):
    """What is at full strength: the cards, and the lines by the ids of their ends."""
    cards = {named.partition(":")[2] or named for named, item in lens.view.canvas.cards.items() if item.strength == 1}
    lines = {
        tuple(end.partition(":")[2] or end for end in (item.arrow.source, item.arrow.target))
        for item in lens.view.canvas.arrows.values()
        if item.strength == 1
    }
    return cards, lines


def show(lens, finding):
    lens.session.show_findings(report(finding))
    lens.session.show_finding(finding)
    QApplication.processEvents()
    lens.reveal(places_of(lens.session.organization, finding))


def way(source, target):
    return subject("team", source), subject("team", target)


def test_the_ways_of_a_finding_stand_out_and_the_rest_is_dimmed(chain):
    team = Subject("team:web-sre")
    ways = (way("alert", "frontline"), way("frontline", "web-sre"))
    show(chain, found("ESC005", team, evidence=Evidence((team,), ways)))
    assert lit(chain) == (
        {"alert", "frontline", "web-sre"},
        {("alert", "frontline"), ("frontline", "web-sre")},
    )
    assert chain.over.banner.isVisible()
    chain.view.escape()
    assert len(lit(chain)[0]) == len(chain.view.canvas.cards)


def test_another_finding_about_the_same_thing_shows_its_own_evidence(chain):
    team = Subject("team:web-sre")
    first = found("ESC003", team)
    second = found("ESC005", team, evidence=Evidence((team,), (way("frontline", "web-sre"),)))
    chain.session.show_findings(report(first, second))
    chain.session.show_finding(first)
    before = lit(chain)
    chain.session.show_finding(second)
    assert lit(chain) == ({"frontline", "web-sre"}, {("frontline", "web-sre")})
    assert lit(chain) != before


def test_a_row_is_shown_by_the_team_that_answers_for_it(chain):
    show(chain, found("GAP006", Subject("responsibility:database")))
    assert lit(chain)[0] == {"web-sre"}


def test_a_row_that_nobody_does_is_shown_by_its_card(chain):
    named = Subject("responsibility:database")
    for team in chain.session.organization.row_by_id["database"].raci:
        chain.session.execute(AssignTeam(RowId("database"), team, None))
    show(chain, found("GAP001", named))
    assert lit(chain)[0] == {"environment"}


def test_a_team_without_ways_is_shown_with_its_neighbours(chain):
    show(chain, found("ESC003", Subject("team:ruby-web")))
    assert lit(chain)[0] == {"ruby-web", "web-sre"}


def test_a_way_that_is_missing_is_drawn_from_card_to_card_while_the_finding_is_in_hand(chain):
    missing = chain.view.canvas.missing
    ways = (way("infra-sre", "ruby-web"), way("web-sre", "ruby-web"))
    show(chain, found("ESC009", Subject("team:infra-sre"), severity="warning", evidence=Evidence((), ways)))
    rects = chain.view.canvas.rects()
    (line,) = missing.lines
    assert missing.isVisible()
    assert missing.tone == "warning"
    for end, team in ((line.p1(), "infra-sre"), (line.p2(), "ruby-web")):
        card = rects[Subject(f"team:{team}")]
        assert card.adjusted(-1, -1, 1, 1).contains(end)
        assert not card.adjusted(1, 1, -1, -1).contains(end)
    assert lit(chain)[0] >= {"infra-sre", "ruby-web", "web-sre"}
    chain.view.escape()
    assert not missing.isVisible()


def test_a_service_filter_gives_way_to_the_finding_one_goes_to(chain):
    session = chain.session
    session.execute(AddTeam(Team(TeamId("apart"), "Apart")))
    session.execute(AddEscalation(Escalation(ALERT, TeamId("apart"), services=(ServiceId("other"),))))
    chain.tools.services.choose("ruby-web-app")
    apart = Subject("team:apart")
    assert apart not in chain.view.canvas.cards
    show(chain, found("GAP007", apart))
    assert chain.view.service is None
    assert "apart" in lit(chain)[0]


def test_the_evidence_is_there_when_the_lens_is_opened_on_it(qtbot, window, sample):
    window.files.open(sample)
    window.settle()
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.report is not None, timeout=20_000)
    finding = next(each for each in session.report.findings if each.code == "SPOF002")
    session.show_finding(finding)
    assert window.workspace.lens.view.scene().highlight.teams >= {finding.subjects[0].partition(":")[2]}
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    chain = window.workspace.lens
    qtbot.waitUntil(lambda: bool(chain.view.focus.evidence.cards), timeout=20_000)
    assert finding.subjects[0] in chain.view.focus.evidence.cards
    assert session.selection == finding.subjects


def test_the_lens_one_changes_to_shows_what_the_finding_is_about(qtbot, window, sample):
    window.files.open(sample)
    window.settle()
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.report is not None, timeout=20_000)
    last = session.organization.responsibilities[-1]
    matrix = window.workspace.lens
    matrix.tools.field.setText("code")
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    session.show_finding(found("GAP006", last.subject))
    assert lines_of_evidence(matrix) == []
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert lines_of_evidence(matrix) == [last.id]
