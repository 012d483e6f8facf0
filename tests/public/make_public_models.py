"""Make the two models of this folder from the public data that ATTRIBUTION.txt names.

    python tests/public/make_public_models.py FOLDER

FOLDER holds `repos.yml` and `policy-shared-responsibility.adoc` as they stand in their repositories.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from orgmodel.document import Document
from orgmodel.model import Area, Layer, Organization, Raci, Responsibility, Service, Team, id_from_name
from orgmodel.yaml_file import format_text, write_text

# GOV.UK: the list of repositories

GOVUK_HEAD: Final = """\
# The repositories of GOV.UK, who changes each and who takes its alerts: public data, not a sample of ours.
#
# From https://github.com/alphagov/govuk-developer-docs, data/repos.yml at 972d1b4410ffd165f2f3e889eda30bcf7d1cc6b3.
# MIT, Copyright (C) 2016 Crown Copyright (Government Digital Service); ATTRIBUTION.txt has the licence.
# Made by make_public_models.py: each repository is a service of its team with two rows. Its team answers for changes.
# Its alerts team answers for alerts, and where the list names none, the team itself: a blank there is no gap.
# The list names teams by channels: here they are names, less the words that say what a channel is for.
# Left out: the channels themselves, all addresses, descriptions, where a repository runs, whether it is private.
#
# What `orgmodel check` finds here, and nothing else:
# exits: 0
"""

_CHANNEL_WORDS: Final = re.compile(r"^govuk-|-(tech|team|devs?|system-alerts|alerts|automations)$")
_SPELLED_OUT: Final = {"publishing-csm": "publishing-classification-systems-metadata"}
_CAPITALS: Final = {"ai": "AI", "apis": "APIs", "apto": "APTO", "gds": "GDS", "govuk": "GOV.UK"}


def govuk_repos(text: str) -> str:
    """The model of the list of repositories."""
    teams: dict[str, Team] = {}
    services: list[Service] = []
    rows: list[Responsibility] = []
    for repository in yaml.safe_load(text):
        name = repository.get("app_name", repository["repo_name"])
        owner = _govuk_team(repository["team"])
        taker = _govuk_team(repository.get("alerts_team") or repository["team"])
        for team in (owner, taker):
            teams.setdefault(team.id, team)
        services.append(Service(name.replace("_", "-"), name, owner.id))
        for words, area, team in (("Changes to", "changes", owner), ("Alerts for", "alerts", taker)):
            rows.append(
                Responsibility(
                    f"{area}-{services[-1].id}",
                    f"{words} {name}",
                    services[-1].id,
                    area=area,
                    raci=Raci({team.id: "A"}),
                )
            )
    organization = Organization(
        name="GOV.UK repositories",
        description="Who changes each repository of GOV.UK, and who takes its alerts.",
        areas=(Area("changes", "Changes"), Area("alerts", "Alerts")),
        teams=tuple(sorted(teams.values(), key=lambda team: team.id)),
        services=tuple(services),
        responsibilities=tuple(rows),
    )
    return _text_of(GOVUK_HEAD, organization)


def _govuk_team(channel: str) -> Team:
    """`#govuk-content-apis-system-alerts` is where Content APIs is told of alerts."""
    identifier = _CHANNEL_WORDS.sub("", channel.removeprefix("#"))
    identifier = _SPELLED_OUT.get(identifier, identifier)
    words = [_CAPITALS.get(word, word) for word in identifier.split("-")]
    return Team(identifier, " ".join((words[0][:1].upper() + words[0][1:], *words[1:])))


# OpenShift: the matrix of shared responsibility

OPENSHIFT_HEAD: Final = """\
# Who does what for an OpenShift cluster, Red Hat or the customer: public data, not a sample of ours.
#
# From https://github.com/openshift/openshift-docs, modules/policy-shared-responsibility.adoc at
# 0c2434e79867349db65a8ab1012b7343864e178d. Apache-2.0; ATTRIBUTION.txt says what was changed.
# Made by make_public_models.py: each point of a cell is a row, its resource the layer, its table the area. The tables
# have no legend of letters: their columns are called “responsibilities”, so the party of the column is accountable. The
# other party has a letter only where the point itself says that it is told or worked with: three rows. Two points say
# that somebody responds to alerts: they are paged.
# Left out: the sentences above the tables. Of headcount, rotations and escalations nothing is said: they are unknown.
#
# What `orgmodel check` finds here, and nothing else:
# finds: GAP006 warning responsibility:monitor-cloud-load-balancers-and-native
# finds: GAP006 warning responsibility:monitor-cloud-load-balancers-subnets-and
# finds: OVR005 info responsibility:monitor-optionally-configured-virtual-networking-components
# exits: 0
# GAP006: alerts are to be answered, and the matrix points to nothing that says how. OVR005: one word tells the two rows
# apart, and the one that Red Hat has does not say that it means the components of the platform alone.
"""

RED_HAT, CUSTOMER = Team("red-hat", "Red Hat"), Team("customer", "Customer")
LETTERS_BY_THE_WORDS: Final = {
    "Report outages to Red Hat": {"red-hat": "I"},
    "Work with Red Hat to establish maintenance start times": {"red-hat": "C"},
    "alert customer for any changes required": {"customer": "I"},
}
"""What a point says of the other party."""


class Point(NamedTuple):
    """One point of a cell, and where it stands."""

    area: str
    resource: str
    team: Team
    sentence: str


def openshift_shared_responsibility(text: str) -> str:
    """The model of the matrix."""
    points = list(_points(text))
    taken: set[str] = set()
    rows: list[Responsibility] = []
    for point in points:
        identifier = id_from_name(" ".join(point.sentence.split()[:6]), taken)
        taken.add(identifier)
        letters = {point.team.id: "A"}
        for words, others in LETTERS_BY_THE_WORDS.items():
            if words in point.sentence:
                letters |= others
        rows.append(
            Responsibility(
                identifier,
                point.sentence,
                layer=id_from_name(point.resource, set()),
                area=id_from_name(point.area, set()),
                paged=True if "respond to alerts" in point.sentence else None,
                raci=Raci(letters),
            )
        )
    organization = Organization(
        name="OpenShift shared responsibility",
        description="What Red Hat does for a cluster, and what its customer does.",
        layers=tuple(Layer(id_from_name(name, set()), name) for name in _once(point.resource for point in points)),
        areas=tuple(Area(id_from_name(name, set()), name) for name in _once(point.area for point in points)),
        teams=(RED_HAT, CUSTOMER),
        responsibilities=tuple(rows),
    )
    return _text_of(OPENSHIFT_HEAD, organization)


def _points(text: str) -> Iterator[Point]:
    """The points of the AsciiDoc tables, in their order: a heading, then rows of three cells that start with `|`."""
    for section in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        area = section.partition("\n")[0].strip()
        cells = [cell.strip() for cell in section.split("|===")[1].split("\n|")]
        cells = [cell for cell in cells if cell]
        for place in range(3, len(cells), 3):
            resource, *columns = cells[place : place + 3]
            for team, cell in zip((RED_HAT, CUSTOMER), columns, strict=True):
                for sentence in cell.removeprefix("- ").split("\n- "):
                    yield Point(area, resource, team, " ".join(sentence.split()).removesuffix("."))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


# Both


def _text_of(head: str, organization: Organization) -> str:
    return format_text(f"{head}\n{write_text(None, Document(organization))}", organization.name)


MODELS: Final = {
    "govuk_repos.yaml": ("repos.yml", govuk_repos),
    "openshift_shared_responsibility.yaml": ("policy-shared-responsibility.adoc", openshift_shared_responsibility),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the models of public data anew.")
    parser.add_argument("folder", type=Path, help="where the two files are that the models are made of")
    folder: Path = parser.parse_args().folder
    for name, (source, made) in MODELS.items():
        text = made((folder / source).read_text("utf-8"))
        Path(__file__).with_name(name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
