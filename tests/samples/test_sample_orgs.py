"""The samples are what they say they are: the comment at the head of each is held against what the analysis finds."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from orgmodel.analysis import analyse
from orgmodel.catalogue import matrix
from orgmodel.findings import Finding, Report
from orgmodel.yaml_file import ModelFile, format_text, read_file, read_text

SAMPLES = Path(__file__).parents[2] / "sample_orgs"
FILES = sorted(path.name for path in SAMPLES.glob("*.yaml"))
WRITTEN_BY_HAND = [name for name in FILES if name != "department.yaml"]
AS_OF = date(2026, 11, 22)
PROMISE = re.compile(r"# (finds|waived): (?P<code>\w+) (?P<severity>\w+) (?:x (?P<count>\d+)|(?P<subject>\S+))")


@cache
def read(name: str) -> ModelFile:
    return read_file(SAMPLES / name)


@cache
def judged(name: str) -> Report:
    return analyse(read(name).document, AS_OF)


def promised(text: str, word: str) -> Counter[tuple[str, ...]]:
    """How often a code, a severity and, where the head names them one by one, a subject is promised."""
    counts: Counter[tuple[str, ...]] = Counter()
    for line in text.splitlines():
        if line.startswith(f"# {word}: "):
            found = PROMISE.fullmatch(line)
            assert found, f"not understood: {line}"
            key = (found["code"], found["severity"]) + ((found["subject"],) if found["subject"] else ())
            counts[key] += int(found["count"] or 1)
    return counts


def counted(findings: tuple[Finding, ...], *, by_subject: bool) -> Counter[tuple[str, ...]]:
    return Counter(
        (finding.code, finding.severity) + ((str(finding.subjects[0]),) if by_subject else ()) for finding in findings
    )


@pytest.mark.parametrize("name", FILES)
def test_every_sample_reads_without_a_warning(name: str) -> None:
    assert read(name).warnings == ()


@pytest.mark.parametrize("name", FILES)
def test_the_analysis_finds_what_the_head_says_and_nothing_else(name: str) -> None:
    text = read(name).text
    finds, waived = promised(text, "finds"), promised(text, "waived")
    assert finds, "the head of the file promises nothing"
    by_subject = all(len(key) == 3 for key in finds)
    assert counted(judged(name).findings, by_subject=by_subject) == finds
    assert counted(judged(name).waived, by_subject=by_subject) == waived


@pytest.mark.parametrize("name", FILES)
def test_the_exit_code_is_the_one_that_the_head_says(name: str) -> None:
    assert f"# exits: {int(judged(name).count('error') > 0)}" in read(name).text.splitlines()


@pytest.mark.parametrize("name", WRITTEN_BY_HAND)
def test_what_is_written_by_hand_is_in_the_canonical_layout(name: str) -> None:
    assert format_text(read(name).text, name) == read(name).text


@pytest.mark.parametrize("name", FILES)
def test_no_sample_names_a_real_host(name: str) -> None:
    hosts = set(re.findall(r"https?://([^/\s]+)", read(name).text))
    assert hosts <= {"runbooks.example"}
    assert not re.search(r"[\w.]+@[\w.]+", read(name).text)


def test_the_reference_has_the_rows_of_the_matrix_in_their_order() -> None:
    organization = read("ruby_web.yaml").document.organization
    reference = matrix("support-chain")
    assert organization.layers == reference.layers
    assert organization.areas == reference.areas
    assert [(row.id, row.name, row.layer, row.area) for row in organization.responsibilities] == [
        (row.id, row.name, row.layer, row.area) for row in reference.rows
    ]


def test_the_reference_says_nothing_about_numbers() -> None:
    organization = read("ruby_web.yaml").document.organization
    assert organization.rotations == ()
    assert {team.headcount for team in organization.teams} == {None}
    assert {(row.criticality, row.paged, row.state) for row in organization.responsibilities} == {(None, None, "open")}


def test_every_row_of_the_reference_is_answered_for_by_the_team_of_its_layer() -> None:
    organization = read("ruby_web.yaml").document.organization
    owner = {team.kind: team.id for team in organization.teams}
    for row in organization.responsibilities:
        assert row.raci.accountable == (owner[organization.layer_by_id[row.layer].kind],), row.name


def test_the_day_before_is_about_the_same_rows() -> None:
    today, then = (read(name).document.organization for name in ("ruby_web_today.yaml", "ruby_web.yaml"))
    assert then.based_on == "ruby_web_today.yaml"
    assert [row.id for row in today.responsibilities] == [row.id for row in then.responsibilities]
    assert len(today.teams) < len(then.teams)


def test_the_assessment_holds_what_the_slide_shows() -> None:
    (assessment,) = read("bt_from_scratch.yaml").document.organization.assessments
    ratings = [rating.rating for _, rating in assessment.ratings]
    assert ratings == [1, 5, 3, 2, 1, 1, 1, 2, 2, 1, 2, *["unknown"] * 6]
    assert assessment.printed_totals == (("bt-specific", 16),)


@cache
def generator() -> dict[str, Any]:
    return runpy.run_path(str(SAMPLES / "generate.py"))


def test_the_department_is_what_the_script_gives() -> None:
    assert generator()["generated"](40, 2000) == read("department.yaml").text, "run: python sample_orgs/generate.py"


@pytest.mark.parametrize(("teams", "rows"), [(8, 100), (12, 300), (25, 1234), (40, 2000)])
def test_any_size_has_its_size_and_the_faults_that_were_put_in(teams: int, rows: int) -> None:
    file = read_text(generator()["generated"](teams, rows), "generated.yaml")
    organization = file.document.organization
    assert (len(organization.teams), len(organization.responsibilities)) == (teams, rows)
    assert file.warnings == ()
    found = counted(analyse(file.document, AS_OF).findings, by_subject=False)
    planned = generator()["planned"](teams, rows)
    codes = {code for code, _ in planned}
    assert {key: count for key, count in found.items() if key[0] in codes} == planned


def test_the_department_has_its_size() -> None:
    organization = read("department.yaml").document.organization
    assert (len(organization.teams), len(organization.responsibilities)) == (40, 2000)
