"""After any edits the analysis says what a whole run says, and judges little again."""

from __future__ import annotations

import gc
import weakref
from datetime import date, timedelta

from edits import command_for, commands
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents
from test_rule_cases import document_of

from orgmodel.analysis import Analysis, analyse
from orgmodel.commands import AssignTeam, ChangeField
from orgmodel.errors import CommandRefused
from orgmodel.findings import Report
from orgmodel.rules import CATALOGUE
from orgmodel.rules.rule import row_rule

TODAY = date(2026, 11, 22)
SHOP = document_of("""
teams: [{id: web, name: Web}, {id: ops, name: Ops}]
responsibilities:
  - {id: scaling, name: Scaling, depends_on: [tuning]}
  - {id: tuning, name: Tuning, raci: {web: A}}
  - {id: release, name: Release, raci: {ops: A}}
""")


def whole(report: Report) -> tuple[object, ...]:
    """All that a report says, what is worked out on demand included."""
    return (report.findings, report.waived, report.not_assessed, report.clean, report.failures, report.as_of)


@settings(max_examples=120, deadline=None)
@given(documents(), st.data())
def test_after_any_edits_the_report_is_that_of_a_whole_run(document, data):
    analysis = Analysis.of(document, TODAY)
    for _ in range(data.draw(st.integers(1, 4))):
        command = command_for(document, data.draw(commands), data)
        if command is None:
            continue
        try:
            document = command.apply(document)
        except CommandRefused:
            continue
        analysis = analysis.after(document, TODAY)
        assert whole(analysis.report) == whole(analyse(document, TODAY))


letters = st.sampled_from(("A", "AR", "R", "C", "I", None))


@settings(max_examples=120, deadline=None)
@given(documents(), st.data())
def test_after_letters_alone_the_report_is_that_of_a_whole_run(document, data):
    analysis = Analysis.of(document, TODAY)
    for _ in range(3):
        row = data.draw(st.sampled_from(document.organization.responsibilities))
        team = data.draw(st.sampled_from(document.organization.teams))
        document = AssignTeam(row.id, team.id, data.draw(letters)).apply(document)
        analysis = analysis.after(document, TODAY)
        assert whole(analysis.report) == whole(analyse(document, TODAY))


def test_a_new_day_is_a_new_analysis():
    later = Analysis.of(SHOP, TODAY).after(SHOP, TODAY + timedelta(days=1))
    assert later.report.as_of == TODAY + timedelta(days=1)


def test_an_analysis_that_nobody_has_is_let_go_at_once():
    """Else every edit leaves a whole graph to the garbage collector, which then looks through all there is."""
    analysis = Analysis.of(SHOP, TODAY)
    graph, findings = weakref.ref(analysis.graph), analysis.report.findings
    assert findings
    gc.disable()
    try:
        analysis = analysis.after(AssignTeam("release", "web", "C").apply(SHOP), TODAY)
        assert graph() is not None, "the findings are shown from it"
        del findings
        assert graph() is None
    finally:
        gc.enable()


def test_the_advice_on_a_row_is_of_the_row_as_it_is_now():
    document = document_of("""
teams: [{id: web, name: Web}, {id: net, name: Net}, {id: ops, name: Ops}]
areas: [{id: store, name: Store}]
responsibilities:
  - {id: database, name: Database, criticality: 1, raci: {web: A}}
  - {id: disks, name: Disks, area: store, raci: {ops: A}}
  - {id: wires, name: Wires, raci: {net: A}}
""")
    analysis = Analysis.of(document, TODAY)
    edited = ChangeField(document.organization.responsibilities[0].subject, "area", "store").apply(document)
    before, after = (
        next(finding.advice for finding in report.findings if finding.code == "SPOF005")
        for report in (analysis.report, analysis.after(edited, TODAY).report)
    )
    assert before.startswith("Cross-train Net or Ops")
    assert after.startswith("Cross-train Ops or Net")


def test_only_rows_that_an_edit_touches_are_judged_again():
    judged: list[list[str]] = []

    @row_rule("GAP001", "nobody-does-it", "error", CATALOGUE[0].source)
    def watches(_graph, rows):
        judged.append([row.id for row in rows])
        return iter(())

    analysis = Analysis.of(SHOP, TODAY, (watches,))
    analysis = analysis.after(AssignTeam("release", "web", "C").apply(SHOP), TODAY)
    analysis.after(AssignTeam("scaling", "web", "A").apply(analysis.document), TODAY)
    assert judged == [["scaling", "tuning", "release"], ["release"], ["scaling", "tuning"]]
