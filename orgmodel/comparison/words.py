"""Differences in words: things by their names, fields and values as people say them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from orgmodel.comparison.difference import Difference, FieldChange
from orgmodel.comparison.told import told
from orgmodel.comparison.values_said import field_word, value_said, with_people_named
from orgmodel.model import Organization, Subject, TeamId, name_of
from orgmodel.sentences import capital, day, listed

HEADINGS: Final[Mapping[str, str]] = {
    "responsibility": "Responsibilities",
    "team": "Teams",
    "service": "Services",
    "rotation": "On call",
    "escalation": "Escalations",
    "layer": "Layers",
    "area": "Areas",
    "questionnaire": "Questionnaires",
    "assessment": "Assessments",
    "decision": "Decisions",
    "waiver": "Accepted findings",
    "view": "Steps of the presentation",
    "organization": "The organisation itself",
}
"""Each kind of thing as a heading; a kind that is not here is a heading by its own name."""


_SILENT: Final = frozenset({"sites", "members", "settings", "arrangement", "sections"})
"""Keys that say nothing beside what follows them: `London, people` says enough of `sites.London.headcount`."""
_NAMING: Final = frozenset({"ratings", "printed_totals", "rules", "limits", "activities", "not_applicable", "chain"})
"""Keys that what follows them stands beside: `activity 4`."""


class Words:
    """Says what differs between two organisations: what was there by its old name, what is there by its new one."""

    def __init__(self, before: Organization, after: Organization) -> None:
        self._before, self._after = before, after

    def thing(self, difference: Difference) -> str:
        """The name of a thing, with its service where several have rows."""
        thing, organization = self._known(difference)
        name = _NAMES.get(difference.kind)
        return name(thing, organization) if name else str(getattr(thing, "name", difference.subject))

    def told(self, difference: Difference) -> str:
        """What a thing is that was added or is gone, in a few words; nothing where its name says it all."""
        return told(difference.kind, *self._known(difference))

    def field(self, difference: Difference, change: FieldChange) -> str:
        """`Web Application SRE` of its letters, `London, people`, `Ana Sousa, site`, `paged`."""
        path = change.path
        if path[0] == "raci":
            return self.team(TeamId(path[1]))
        if path[0] == "members" and len(path) > 1:
            thing = difference.after if change.after is not None else difference.before
            path = ("members", thing.name_of(path[1]), *path[2:])
        said = ""
        for place, part in enumerate(path):
            above = path[place - 1] if place else ""
            if place < len(path) - 1 and part in _SILENT:
                continue
            word = part if _is_name(above) else field_word(part)
            if above == "chain":
                word = name_of(self._after, Subject(part))
            said += f" {word}" if above in _NAMING else f", {word}" if said else word
        return said

    def values(self, difference: Difference, change: FieldChange) -> tuple[str, str]:
        """What it was and what it is."""
        kind, path = difference.kind, change.path
        before = with_people_named(change.before, path, difference.before, self._before)
        after = with_people_named(change.after, path, difference.after, self._after)
        return value_said(path, before, kind, self._before), value_said(path, after, kind, self._after)

    def changed(self, difference: Difference, change: FieldChange) -> str:
        """`Web Application SRE: R → A`."""
        before, after = self.values(difference, change)
        return f"{self.field(difference, change)}: {before} → {after}"

    def _known(self, difference: Difference) -> tuple[Any, Organization]:
        """The thing as it is, or as it was last, and the organisation that has it."""
        if difference.after is None:
            return difference.before, self._before
        return difference.after, self._after

    def team(self, team: TeamId) -> str:
        """The name that a team has now, or had when it was last there."""
        return (self._after if team in self._after.team_by_id else self._before).team_name(team)


def heading(kind: str) -> str:
    return HEADINGS.get(kind, capital(f"{kind}s"))


def counts(differences: Sequence[Difference]) -> str:
    """`5 added, 1 removed, 4 changed`; nothing of what there is none of."""
    added = sum(each.before is None for each in differences)
    removed = sum(each.after is None for each in differences)
    told = ((added, "added"), (removed, "removed"), (len(differences) - added - removed, "changed"))
    return ", ".join(f"{number:,} {word}" for number, word in told if number)


def by_kind(differences: Sequence[Difference]) -> list[tuple[str, list[Difference]]]:
    """The differences of each kind of thing, the kinds in the order of the comparison."""
    kinds: dict[str, list[Difference]] = {}
    for each in differences:
        kinds.setdefault(each.kind, []).append(each)
    return list(kinds.items())


def _is_name(key: str) -> bool:
    """Whether what follows a key is the name of one of several, and no key itself."""
    return key in _NAMING or key in ("sites", "members", "sections")


def _of_row(row: Any, organization: Organization) -> str:
    service = organization.service_by_id.get(row.service) if len(organization.services) > 1 else None
    return f"{row.name} ({service.name})" if service else str(row.name)


def _of_waiver(waiver: Any, organization: Organization) -> str:
    return f"{waiver.rule} on {listed([name_of(organization, each) for each in waiver.on], most=3)}"


_NAMES: Final[Mapping[str, Callable[[Any, Organization], str]]] = {
    "responsibility": _of_row,
    "rotation": lambda rotation, organization: f"{organization.team_name(rotation.team)}, {rotation.id}",
    "escalation": lambda escalation, organization: name_of(organization, escalation.subject),
    "assessment": lambda assessment, _: f"{assessment.id}, {day(assessment.date)}",
    "decision": lambda decision, _: str(decision.text),
    "waiver": _of_waiver,
}
"""What a thing is called where its name would not do, or it has none."""
