"""Every place that says who has a row says the same: matrix, start screen, chain, paper, Markdown and the rules."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from orgmodel.analysis import analyse
from orgmodel.diagram.contents import contents
from orgmodel.diagram.signs import Signs
from orgmodel.document import Document
from orgmodel.exchange.markdown import markdown
from orgmodel.graph import OrgGraph
from orgmodel.model import Organization, Raci, Responsibility, Site, Team
from orgmodel.pdf.matter import Matter
from orgmodel.verdicts import owners_of, verdict_of
from orgmodel.yaml_file import read_file
from ui.matrix.filtering import RowFilter
from ui.matrix.state import MatrixState
from ui.start.samples import lines_of, summary_of

TODAY = date(2026, 11, 22)
SAMPLES = sorted((Path(__file__).parents[2] / "sample_orgs").glob("*.yaml"))

CASES = {
    "owned": [{"a": "A"}, {"a": "R"}, {"a": "AR", "b": "R"}, {"a": "A", "gone": "A"}, {"a": "R", "old": "R"}],
    "several answer": [{"a": "A", "b": "A"}, {"a": "AR", "b": "A", "empty": "A"}],
    "nobody answers": [{"a": "R", "b": "R"}, {"a": "R", "b": "R", "old": "A"}],
    "nobody": [{}, {"a": "C"}, {"a": "I", "b": "C"}],
    "missing owner": [{"gone": "A"}, {"old": "A"}, {"empty": "A"}, {"nosite": "R"}, {"gone": "R", "a": "C"}],
}
GHOSTLY = Organization(
    "Shop",
    teams=(
        Team("a", "A Team", "application"),
        Team("b", "B Team", "application-sre", status="planned"),
        Team("old", "Old Team", status="archived"),
        Team("empty", "Empty Team", headcount=0),
        Team("nosite", "Team of no Sites", sites=(Site("London", headcount=0),)),
    ),
    responsibilities=tuple(
        Responsibility(f"{verdict.replace(' ', '-')}-{place}", f"{verdict} {place}", raci=Raci(letters))
        for verdict, rows in CASES.items()
        for place, letters in enumerate(rows)
    ),
)


def test_the_truth_table():
    for row in GHOSTLY.responsibilities:
        assert row.name.startswith(f"{verdict_of(GHOSTLY, row)} "), row


@pytest.mark.parametrize("path", [None, *SAMPLES], ids=lambda path: path.stem if path else "ghostly")
def test_all_places_count_the_same_rows(path):
    document = read_file(path).document if path else Document(GHOSTLY)
    organization, rows = document.organization, document.organization.responsibilities
    count = Counter(verdict_of(organization, row) for row in rows)
    nobody = [row.id for row in rows if verdict_of(organization, row) == "nobody"]
    report = analyse(document, TODAY)

    said = [finding for finding in (*report.findings, *report.waived) if finding.code == "GAP001"]
    assert sorted(finding.subjects[0] for finding in said) == sorted(f"responsibility:{row}" for row in nobody)
    state = MatrixState(organization)
    assert (state.troubles.gaps, state.troubles.overlaps) == (count["nobody"], count["several answer"])
    shown = RowFilter(gaps=True).shown(organization)
    assert [rows[place].id for place in shown] == nobody
    total = Matter(document, report, TODAY).total
    assert total.owned + total.nobody + total.unanswered + total.missing == total.rows == len(rows)
    assert (total.nobody, total.shared, total.missing) == tuple(
        count[verdict] for verdict in ("nobody", "several answer", "missing owner")
    )
    assert f"{count['owned'] + count['several answer']} of {len(rows)} " in markdown(document, report)
    assert f"; {count['nobody']} have nobody, {count['several answer']} more than one" in markdown(document, report)
    summary = summary_of(organization)
    assert int((re.search(r"(\d+) gap", summary) or [0, 0])[1]) == count["nobody"]
    assert int((re.search(r"(\d+) owners? missing", summary) or [0, 0])[1]) == count["missing owner"]
    unowned = sum(kind is None for line in lines_of(organization) for kind in line)
    assert unowned == count["nobody"] + count["missing owner"]
    signs = Signs(organization, (*report.findings, *report.waived))
    drawn = [row for storey in contents(organization, signs.nobody).storeys for row in storey.nobody]
    assert sorted(drawn) == sorted(nobody)


def test_the_rules_know_the_same_owners():
    for facts in OrgGraph(GHOSTLY).rows:
        assert facts.owners == owners_of(GHOSTLY, facts.row)


def test_the_sample_without_an_sre_team_leaves_nine_rows_to_nobody():
    document = read_file(next(path for path in SAMPLES if path.stem == "ruby_web_today")).document
    verdicts = Counter(verdict_of(document.organization, row) for row in document.organization.responsibilities)
    assert (verdicts["nobody"], verdicts["missing owner"]) == (9, 1)
    assert summary_of(document.organization).endswith("43 rows, 9 gaps, 1 owner missing")
