"""Findings to show: about the rows and teams of the small document, with and without fixes, waivers and unknowns."""

from __future__ import annotations

from datetime import date

from orgmodel.commands import AssignTeam
from orgmodel.document import Waiver
from orgmodel.findings import Details, Evidence, Finding, Fix, NotAssessed, Report, Source
from orgmodel.model import RowId, Subject, TeamId

TODAY = date(2026, 11, 22)
RELEASE = Subject("responsibility:release")
DATABASE = Subject("responsibility:database")
CODE = Subject("responsibility:code")
SRE = Subject("team:sre")
APP = Subject("team:app")


def found(code, *subjects, severity="error", message="", fixes=(), evidence=None, **more):
    """A finding of a rule about some things."""
    return Finding(
        code,
        code.lower(),
        severity,
        message or f"{code} of {subjects[0]}.",
        subjects,
        Source("S12", "Trackplus, RACI Matrix Analysis"),
        Details("Put it right.", evidence or Evidence(subjects), fixes),
        **more,
    )


def assign(row, team, letters="A"):
    """A fix that gives a team letters on a row."""
    return Fix(f"Assign {letters} to {team}", AssignTeam(RowId(row), TeamId(team), letters))


def report(*findings, waived=(), unknown=(), clean=("OVR001",)):
    return Report(tuple(findings), tuple(waived), tuple(unknown), tuple(clean), TODAY)


GAP = found("GAP001", RELEASE, message="Nobody does “Release Process”.", fixes=(assign("release", "sre"),))
SHARED = found("OVR001", DATABASE, message="Two teams answer for “Database”.", severity="warning")
ALONE = found("SPOF002", SRE, message="Every page passes through App SRE.", severity="info")
HELD = Waiver("ESC003", (SRE,), "Small team.", date(2027, 1, 1), "Marek")
WAIVED = found("ESC003", SRE, message="App SRE has nobody to escalate to.", severity="warning", waived=HELD)
NO_HEADCOUNT = NotAssessed("SPOF001", (DATABASE,), "headcount of App SRE", "headcount", (SRE,))
NO_ROTATIONS = NotAssessed("GAP005", (DATABASE,), "rotations", "rotations", (Subject("organization"),))
REPORT = report(GAP, SHARED, ALONE, waived=(WAIVED,), unknown=(NO_ROTATIONS, NO_HEADCOUNT))
