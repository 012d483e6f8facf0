"""What ships with the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import orgmodel.catalogue
from orgmodel.analysis import analyse
from orgmodel.catalogue import (
    Template,
    matrices,
    matrix,
    questionnaire,
    questionnaires,
    rows_from_matrix,
    template,
    templates,
)
from orgmodel.errors import NotFound
from orgmodel.model import REFERENCE_AREAS, REFERENCE_LAYERS, Questionnaire, RowId, ServiceId, TeamId
from orgmodel.model.value import changed
from orgmodel.yaml_file import format_text, read_file, read_text, write_text

RUBY_WEB = Path(__file__).parents[2] / "sample_orgs" / "ruby_web.yaml"
SHIPPED = Path(orgmodel.catalogue.__file__).parent
AS_OF = date(2026, 11, 22)
PLACEHOLDERS = {
    "application-team": "ruby-web",
    "application-sre": "web-sre",
    "infrastructure-sre": "infra-sre",
    "frontline": "frontline",
    "alert": "alert",
}


def test_the_reference_matrix_has_43_rows_in_four_layers_and_six_areas() -> None:
    reference = matrix("support-chain")
    assert Counter(row.layer for row in reference.rows) == {
        "application": 11,
        "environment": 12,
        "infrastructure": 12,
        "frontline": 8,
    }
    assert reference.layers == REFERENCE_LAYERS
    assert reference.areas == REFERENCE_AREAS
    assert {row.area for row in reference.rows} - {None} == {area.id for area in reference.areas}


def test_the_maturity_report_has_17_activities_in_two_sections() -> None:
    report = questionnaire("bt-sre-maturity")
    assert [(section.id, len(section.activities)) for section in report.sections] == [
        ("bt-specific", 9),
        ("traditional", 8),
    ]
    assert [activity.id for activity in report.activities] == [str(number) for number in range(1, 18)]


def test_the_principles_have_seven_headings() -> None:
    sections = questionnaire("engineering-principles").sections
    assert [len(section.activities) for section in sections] == [2, 4, 2, 4, 2, 4, 3]


@pytest.mark.parametrize("shipped", questionnaires(), ids=lambda each: each.id)
def test_every_statement_says_what_a_1_and_a_5_look_like(shipped: Questionnaire) -> None:
    for activity in shipped.activities:
        assert activity.low
        assert activity.high
        assert activity.low != activity.high


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.stem)
def test_what_ships_is_in_the_canonical_layout_and_reads_without_a_warning(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert format_text(text, path.name) == text
    assert read_text(text, path.name).warnings == ()


def test_names_are_unique_over_everything_that_ships() -> None:
    names = [each.id for each in (*matrices(), *questionnaires(), *templates())]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("ask", "name", "nearest"),
    [
        (matrix, "suport-chain", "support-chain"),
        (template, "four-team", "four-teams"),
        (questionnaire, "x", "There are"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(ask: Callable[[str], object], name: str, nearest: str) -> None:
    with pytest.raises(NotFound, match=nearest):
        ask(name)


@pytest.mark.parametrize("offered", templates(), ids=lambda each: each.id)
def test_every_template_survives_being_written_and_read(offered: Template) -> None:
    document = template(offered.id)
    assert read_text(write_text(None, document), "new.yaml").document == document


@pytest.mark.parametrize(
    ("name", "teams", "rows", "gaps"),
    [
        ("four-teams", 4, 43, 0),
        ("first-sre-team", 2, 43, 20),
        ("central-sre", 3, 43, 0),
        ("embedded-sre", 3, 43, 0),
        ("empty", 0, 0, 0),
    ],
)
def test_a_template_has_its_teams_rows_and_gaps(name: str, teams: int, rows: int, gaps: int) -> None:
    organization = template(name).organization
    assert (len(organization.teams), len(organization.responsibilities)) == (teams, rows)
    assert sum(not row.raci for row in organization.responsibilities) == gaps


@pytest.mark.parametrize("offered", templates(), ids=lambda each: each.id)
def test_a_template_has_no_fault_but_its_gaps(offered: Template) -> None:
    errors = {finding.code for finding in analyse(template(offered.id), AS_OF).findings if finding.severity == "error"}
    assert errors <= {"GAP001"}


def test_the_four_teams_end_at_the_reference_once_the_names_are_replaced() -> None:
    ours, reference = template("four-teams").organization, read_file(RUBY_WEB).document.organization
    named = [
        changed(
            way,
            source=TeamId(PLACEHOLDERS[way.source]),
            target=TeamId(PLACEHOLDERS[way.target]),
        )
        for way in ours.escalations
    ]
    assert named == list(reference.escalations)
    assert [(PLACEHOLDERS[team.id], team.kind) for team in ours.teams] == [
        (team.id, team.kind) for team in reference.teams
    ]
    for row, referred in zip(ours.responsibilities, reference.responsibilities, strict=True):
        assert (row.id, row.name, row.layer, row.area) == (referred.id, referred.name, referred.layer, referred.area)
        assert [PLACEHOLDERS[team] for team in row.raci.accountable] == list(referred.raci.accountable)


def test_the_four_teams_find_what_the_reference_finds() -> None:
    ours, reference = (
        Counter((finding.code, finding.severity) for finding in analyse(document, AS_OF).findings)
        for document in (template("four-teams"), read_file(RUBY_WEB).document)
    )
    assert ours == reference


def test_rows_keep_their_ids_unless_those_are_taken() -> None:
    reference = matrix("support-chain")
    owners = {"application": TeamId("builders")}
    first = rows_from_matrix(reference, ServiceId("shop"), owners)
    taken = frozenset(row.id for row in first)
    second = rows_from_matrix(reference, ServiceId("till"), owners, taken=taken)
    assert [row.id for row in first] == [row.id for row in reference.rows]
    assert [row.id for row in second] == [RowId(f"till-{row.id}") for row in reference.rows]
    assert {row.service for row in second} == {"till"}
    assert {row.layer for row in second if row.raci} == {"application"}
