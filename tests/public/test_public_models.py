"""The rules on data that others published: what they say is listed at the head of each model, and argued for there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from make_public_models import MODELS, govuk_repos, openshift_shared_responsibility

from orgmodel.analysis import analyse
from orgmodel.yaml_file import format_text, read_file, read_text

HERE = Path(__file__).parent
AS_OF = date(2026, 11, 22)
FINDS = re.compile(r"# finds: (\w+) (\w+) (\S+)(?:  .+)?")


def organization_of(name):
    return read_file(HERE / name).document.organization


@pytest.mark.parametrize("name", MODELS)
def test_the_analysis_finds_what_the_head_says_and_no_error(name):
    file = read_file(HERE / name)
    assert file.warnings == ()
    promised = [found.groups() for line in file.text.splitlines() if (found := FINDS.fullmatch(line))]
    assert len(promised) == file.text.count("# finds:")
    report = analyse(file.document, AS_OF)
    assert sorted((each.code, each.severity, each.subjects[0]) for each in report.findings) == sorted(promised)
    assert report.count("error") == 0
    assert report.failures == ()


@pytest.mark.parametrize("name", MODELS)
def test_the_head_says_from_where_under_which_licence_and_how(name):
    text = (HERE / name).read_text("utf-8")
    head = text.partition("\nformat:")[0]
    assert format_text(text, name) == text
    assert re.search(r"https://github\.com/\w+", head)
    (commit,) = re.findall(r"\b[0-9a-f]{40}\b", head)
    attribution = (HERE / "ATTRIBUTION.txt").read_text("utf-8")
    own = attribution.partition(name)[2]
    assert commit in own.partition("\n\n")[0]
    assert re.search(r"MIT|Apache-2\.0", head)
    assert "Left out: " in head


@pytest.mark.parametrize("name", MODELS)
def test_nobody_can_be_written_to_or_called_with_what_is_kept(name):
    model = (HERE / name).read_text("utf-8").partition("\nformat:")[2]
    assert not re.search(r"#\w|@|https?:|slack", model, re.IGNORECASE)
    assert {team.contact for team in organization_of(name).teams} == {None}


def test_every_repository_of_govuk_has_its_two_rows():
    organization = organization_of("govuk_repos.yaml")
    assert (len(organization.services), len(organization.responsibilities)) == (136, 272)
    for service in organization.services:
        changes, alerts = (row for row in organization.responsibilities if row.service == service.id)
        assert changes.raci.accountable == (service.team,)
        assert len(alerts.raci.accountable) == 1


def test_a_blank_alerts_team_means_the_team_itself():
    text = """
- {repo_name: till, team: "#govuk-tills-tech"}
- {repo_name: shop_gem, team: "#shop-dev", alerts_team: "#shop-system-alerts"}
- {repo_name: many, app_name: one-of-many, team: "#shop-dev", alerts_team: "#govuk-platform-support"}
"""
    organization = read_text(govuk_repos(text), "made.yaml").document.organization
    assert {team.id: team.name for team in organization.teams} == {
        "platform-support": "Platform support",
        "shop": "Shop",
        "tills": "Tills",
    }
    assert [(row.name, *row.raci.accountable) for row in organization.responsibilities] == [
        ("Changes to till", "tills"),
        ("Alerts for till", "tills"),
        ("Changes to shop_gem", "shop"),
        ("Alerts for shop_gem", "shop"),
        ("Changes to one-of-many", "shop"),
        ("Alerts for one-of-many", "platform-support"),
    ]


def test_a_point_of_a_table_is_a_row_of_the_party_of_its_column():
    text = """= Title

== Incident management
Words above, with a | in them.

[options="header"]
|===

|Resource
|Red Hat responsibilities
|Customer responsibilities

|Logging
|Monitor logs, and respond to alerts.
|- Report outages to Red Hat.
- Keep
logs.

|===
"""
    organization = read_text(openshift_shared_responsibility(text), "made.yaml").document.organization
    assert [(row.name, dict(row.raci), row.layer, row.area, row.paged) for row in organization.responsibilities] == [
        ("Monitor logs, and respond to alerts", {"red-hat": "A"}, "logging", "incident-management", True),
        ("Report outages to Red Hat", {"customer": "A", "red-hat": "I"}, "logging", "incident-management", None),
        ("Keep logs", {"customer": "A"}, "logging", "incident-management", None),
    ]


def test_the_matrix_of_openshift_is_whole():
    organization = organization_of("openshift_shared_responsibility.yaml")
    assert len(organization.responsibilities) == 63
    told = [row.name for row in organization.responsibilities if len(row.raci) > 1]
    assert len(told) == 3
    assert {row.raci.accountable for row in organization.responsibilities} == {("red-hat",), ("customer",)}
