"""The marks of rows: what is found, nobody, two owners, and what was accepted."""

from datetime import date

from PySide6.QtCore import Qt

from orgmodel.commands import AssignTeam
from orgmodel.document import Waiver
from orgmodel.findings import Details, Finding, Fix, Report, Source
from orgmodel.model import Subject
from orgmodel.model.value import changed

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def report(*findings, waived=()):
    return Report(findings, waived, (), (), date(2026, 11, 1))


def finding(code, severity, row, *fixes):
    made = tuple(Fix("fix", command) for command in fixes)
    subjects = (f"responsibility:{row}",)
    return Finding(
        code, "name", severity, f"{code} of {row}", subjects, Source("S", "T"), Details("advice", fixes=made)
    )


def test_marks_come_from_the_findings_but_gaps_and_overlaps_from_the_letters_at_once(matrix, matrix_shop):
    findings, row = matrix.view.findings, matrix_shop.organization.row_by_id
    assert findings.mark_of(matrix_shop.organization, row["capacity"]) == "error"
    assert findings.mark_of(matrix_shop.organization, row["code"]) is None
    matrix_shop.show_findings(
        report(
            finding("GAP001", "error", "capacity", AssignTeam("capacity", "front", "A")),
            finding("GAP006", "warning", "database"),
            finding("GAP008", "info", "code"),
        )
    )
    findings = matrix.view.findings
    assert findings.mark_of(matrix_shop.organization, row["database"]) == "warning"
    assert findings.mark_of(matrix_shop.organization, row["code"]) is None
    assert findings.likeliest_owner(matrix_shop.organization, row["capacity"]) == "front"
    matrix_shop.execute(AssignTeam("capacity", "sre", "A"))
    assert (
        matrix.view.findings.mark_of(matrix_shop.organization, matrix_shop.organization.row_by_id["capacity"]) is None
    )
    assert (
        list(matrix.view.findings.messages_of(matrix_shop.organization, matrix_shop.organization.row_by_id["capacity"]))
        == []
    )


def test_a_gap_that_was_accepted_is_marked_as_waived(matrix, matrix_shop):
    matrix_shop.show_findings(report(waived=(finding("GAP001", "error", "capacity"),)))
    assert (
        matrix.view.findings.mark_of(matrix_shop.organization, matrix_shop.organization.row_by_id["capacity"])
        == "waived"
    )


def test_a_row_all_of_whose_findings_were_accepted_is_marked_and_its_tip_says_by_whom(matrix, matrix_shop):
    code, database = (Subject(f"responsibility:{row}") for row in ("code", "database"))
    held = Waiver("GAP006", (code, database), "The new runbook comes in March.", date(2027, 1, 1), "Marek")
    waived = tuple(changed(finding("GAP006", "warning", row), waived=held) for row in ("code", "database"))
    quiet = changed(finding("GAP008", "info", "runbooks"), waived=held)
    matrix_shop.show_findings(report(finding("ESC003", "warning", "database"), waived=(*waived, quiet)))
    findings, organization = matrix.view.findings, matrix_shop.organization
    marks = {row.id: findings.mark_of(organization, row) for row in organization.responsibilities}
    assert (marks["code"], marks["database"], marks["runbooks"]) == ("waived", "warning", None)
    said = "Accepted until 1 January 2027 by Marek: The new runbook comes in March."
    row = organization.row_by_id
    assert list(findings.messages_of(organization, row["code"])) == [f"GAP006 of code {said}"]
    told = list(findings.messages_of(organization, row["database"]))
    assert told == ["ESC003 of database", f"GAP006 of database {said}"]
