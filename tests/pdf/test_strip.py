"""Where a page goes, on the strip of the summary."""

from __future__ import annotations

from datetime import date

from printed_pages import sample_document

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.model import ALERT, Escalation, Organization, Raci, Responsibility, RowId, Team, TeamId
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.sections.summary.strip import strip_of

TODAY = date(2026, 11, 22)


def strip(document):
    return strip_of(Matter(document, analyse(document, TODAY), TODAY))


def test_every_team_on_the_strip_gets_pages_from_one_before_it():
    shown = strip(sample_document("department"))
    assert {station.team for station in shown.stations} == {hop.target for hop in shown.hops}


def test_teams_stand_so_that_lines_cross_least():
    names = ("desk", "sre-1", "sre-2", "app-2", "app-1")
    teams = tuple(Team(TeamId(name), name.title(), "application-sre") for name in names)
    ways = ((ALERT, "desk"), ("desk", "sre-1"), ("desk", "sre-2"), ("sre-1", "app-1"), ("sre-2", "app-2"))
    organization = Organization(
        "Two",
        teams=teams,
        responsibilities=(Responsibility(RowId("r"), "R", raci=Raci({TeamId("app-1"): "A"})),),
        escalations=tuple(Escalation(TeamId(source), TeamId(target)) for source, target in ways),
    )
    assert [station.team for station in strip(Document(organization)).stations][3:] == ["app-1", "app-2"]
