"""The support chain in words, for formats that place the cards themselves: bands of teams, and the escalations."""

from __future__ import annotations

from typing import Literal

from orgmodel.diagram.contents import condition_of, contents, minutes_text
from orgmodel.document import Document
from orgmodel.model import ALERT, KIND_NAMES, Escalation, Organization, Team, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import headcount
from orgmodel.verdicts import verdict_of

Stroke = Literal["always", "conditional", "told"]
"""How an escalation is drawn: solid, dashed, or dotted where the team is only told."""


@value
class TeamWords:
    """A card: the name, and below it the kind and the people; `is_missing` where nobody defined the team."""

    id: TeamId
    name: str
    said: str
    is_missing: bool


@value
class BandWords:
    """A layer, or what stands above or outside the layers; `nobody` counts its rows that nobody has."""

    title: str
    teams: tuple[TeamWords, ...]
    nobody: int


@value
class EscalationWords:
    source: TeamId
    target: TeamId
    said: str
    stroke: Stroke


@value
class ChainWords:
    """From the top band to the lowest."""

    title: str
    bands: tuple[BandWords, ...]
    escalations: tuple[EscalationWords, ...]

    @property
    def has_alert(self) -> bool:
        return any(each.source == ALERT for each in self.escalations)


def chain_words(document: Document) -> ChainWords:
    """Everything of the chain that the app draws, in the order of the file."""
    organization = document.organization
    nobody = [row.id for row in organization.responsibilities if verdict_of(organization, row) == "nobody"]
    shown = contents(organization, nobody)
    bands = tuple(
        BandWords(
            storey.title,
            tuple(_team(team, is_missing=team.id in shown.ghosts) for team in storey.teams),
            len(storey.nobody),
        )
        for storey in shown.storeys
    )
    escalations = tuple(_escalation(organization, each) for each in shown.ways)
    return ChainWords(organization.name, bands, escalations)


def _team(team: Team, *, is_missing: bool) -> TeamWords:
    if is_missing:
        return TeamWords(team.id, team.name, "not defined", is_missing=True)
    return TeamWords(team.id, team.name, f"{KIND_NAMES[team.kind]}, {headcount(team.people)}", is_missing=False)


def _escalation(organization: Organization, each: Escalation) -> EscalationWords:
    after = minutes_text(each.after) or ("" if each.source == ALERT else "after an unknown time")
    condition = condition_of(organization, each)
    stroke: Stroke = "conditional" if each.is_conditional else "always"
    said = ", ".join(part for part in (after, condition) if part)
    return EscalationWords(each.source, each.target, said, stroke if each.carries_pages else "told")
