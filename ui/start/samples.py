"""The samples that come with the app, and each as a unit chart: one square a row, in the colour of its owner's kind."""

from __future__ import annotations

from importlib import resources
from typing import Final

from orgmodel.model import Organization, Responsibility, TeamKind
from orgmodel.model.value import value
from orgmodel.verdicts import verdict_of
from ui.translation import plural, tr

SAMPLES: Final = ("ruby_web.yaml", "ruby_web_today.yaml", "payments_platform.yaml", "bt_from_scratch.yaml")

Lines = tuple[tuple[TeamKind | None, ...], ...]
"""Squares of the unit chart, a line for each layer from the top; None where nobody who is there does it."""


@value
class Sample:
    """A sample as it is offered; `text` is the file."""

    file: str
    text: str
    name: str
    summary: str
    lines: Lines


def sample_names() -> tuple[str, ...]:
    """The samples that are installed; none where the app came without them."""
    try:
        folder = resources.files("sample_orgs")
    except ModuleNotFoundError:
        return ()
    return tuple(name for name in SAMPLES if folder.joinpath(name).is_file())


def read_sample(name: str) -> Sample:
    from orgmodel.yaml_file import read_text

    text = resources.files("sample_orgs").joinpath(name).read_text("utf-8")
    organization = read_text(text, name).document.organization
    return Sample(name, text, organization.name, summary_of(organization), lines_of(organization))


def summary_of(organization: Organization) -> str:
    """`4 teams, 43 rows, no gaps`."""
    verdicts = [verdict_of(organization, row) for row in organization.responsibilities]
    gaps, missing = verdicts.count("nobody"), verdicts.count("missing owner")
    return ", ".join(
        (
            plural(len(organization.teams), "1 team", "{count} teams"),
            plural(len(organization.responsibilities), "1 row", "{count} rows"),
            plural(gaps, "1 gap", "{count} gaps") if gaps else tr("no gaps"),
            *((plural(missing, "1 owner missing", "{count} owners missing"),) if missing else ()),
        )
    )


def lines_of(organization: Organization) -> Lines:
    by_layer: dict[str | None, list[TeamKind | None]] = {layer.id: [] for layer in organization.layers}
    for row in organization.responsibilities:
        by_layer.setdefault(row.layer, []).append(owner_kind(organization, row))
    return tuple(tuple(line) for line in by_layer.values() if line)


def owner_kind(organization: Organization, row: Responsibility) -> TeamKind | None:
    """The kind of the first team that answers, else of the first that does the work; None where nobody there does."""
    holders = (*row.raci.accountable, *row.raci.doers)
    return next((organization.team_by_id[team].kind for team in holders if team in organization.teams_there), None)
