"""What the things of a file say of each other: every id is there once, and every name names something.

A team that is missing is no problem of the file but a finding, so that one renamed team does not hide the rest. What
stands in the catalogue is not known here: a questionnaire that is not among the file's own is taken to be one that
ships. Waivers, decisions, views and the arrangement may name what is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from orgmodel.model import Organization, Questionnaire, Responsibility, Rotation, Service, Site, Team, TeamId
from orgmodel.yaml_file import tables
from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Place, Scalar, Sequence
from orgmodel.yaml_file.problems import Problems, shown

_WITH_IDS: Final = (
    "layers", "areas", "teams", "services", "responsibilities", "rotations", "questionnaires", "assessments",
)  # fmt: skip

_REFERENCES: Final = (
    # the list, the field of its items, the words before the name, the list in which the name must stand
    ("responsibilities", "service", "belongs to service", "services"),
    ("responsibilities", "layer", "is in layer", "layers"),
    ("responsibilities", "area", "is in area", "areas"),
    ("responsibilities", "depends_on", "depends on responsibility", "responsibilities"),
    ("services", "depends_on", "depends on service", "services"),
    ("escalations", "layers", "is for layer", "layers"),
    ("escalations", "services", "is for service", "services"),
)


_RECORD_OF: Final = {record.make: record for record in tables.RECORDS}


def check_references(organization: Organization, problems: Problems) -> None:
    """Add every id that stands twice, every name that names nothing and everything that is part of itself."""
    check = _Check(problems)
    for section in _WITH_IDS:
        check.each_once(getattr(organization, section))
    for section, field, words, target in _REFERENCES:
        known = dict.fromkeys(item.id for item in getattr(organization, target))
        check.all_defined(getattr(organization, section), field, words, known)
    check.teams(organization.teams)
    check.nothing_needs_itself(organization)
    check.escalations(organization)
    check.questionnaires(organization)
    check.time_zones(organization)


class _Check:
    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.places: dict[tuple[int, str], dict[str, Place]] = {}
        """Of the names under one key of a node that was complained of."""

    def complain(self, item: Any, key: str, sentence: str, named: str = "", known: Collection[str] = ()) -> None:
        """Say of a thing what is wrong, at the value of its key, or at the item of it that is the name."""
        node = self.problems.node_of(item)
        label = _RECORD_OF[type(item)].label(node)
        places = self.places.get((id(node), key))
        if places is None:
            places = self.places[id(node), key] = _places_in(node, key)
        self.problems.add(places.get(named) or places[""], f"{label} {sentence}", named, known)

    def each_once(self, items: Iterable[Any], key: str = "id") -> None:
        first: dict[str, Any] = {}
        for item in items:
            name = getattr(item, key)
            if first.setdefault(name, item) is not item and name:
                line = self.problems.line_of(first[name])
                self.complain(item, key, f"stands twice, first in line {line}: give one of them another {key}.")

    def all_defined(self, items: Iterable[Any], key: str, words: str, known: dict[str, None]) -> None:
        for item in items:
            named = getattr(item, key)
            if named is None or named in known:
                continue
            for name in (named,) if isinstance(named, str) else named:
                if name not in known:
                    self.complain(item, key, f"{words} {shown(name)}, which is not defined.", name, known)

    def teams(self, teams: tuple[Team, ...]) -> None:
        for team in teams:
            self.each_once(team.members)
            self.each_once(team.sites, "name")
            sites = dict.fromkeys(site.name for site in team.sites)
            for member in team.members:
                if member.site is not None and member.site not in sites:
                    sentence = f'is at site {shown(member.site)}, which team "{team.id}" does not list under "sites".'
                    self.complain(member, "site", sentence, member.site, sites)
        self._parents(teams)

    def _parents(self, teams: tuple[Team, ...]) -> None:
        parent_of = {team.id: team.parent for team in teams if team.parent is not None}
        seen: set[str] = set()
        for team in teams:
            way: dict[str, None] = {}
            above: str | None = team.id
            while above is not None and above not in seen and above not in way:
                way[above] = None
                above = parent_of.get(TeamId(above))
            if above in way:
                names = list(way)
                self._circle(names[names.index(above) :], teams)
            seen.update(way)

    def _circle(self, names: list[str], teams: tuple[Team, ...]) -> None:
        team = next(team for team in teams if team.id in names)
        turn = names.index(team.id)
        through = ", ".join(shown(name) for name in (names[turn + 1 :] + names[:turn])[:5])
        about = f"belongs to itself through {through}" if through else "is its own parent"
        self.complain(team, "parent", f"{about}: name another parent, or none.")

    def nothing_needs_itself(self, organization: Organization) -> None:
        items: tuple[Responsibility | Service, ...] = (*organization.responsibilities, *organization.services)
        for item in items:
            if item.depends_on and item.id in item.depends_on:
                self.complain(item, "depends_on", "depends on itself: delete that.", item.id)

    def escalations(self, organization: Organization) -> None:
        for escalation in organization.escalations:
            if escalation.target == escalation.source and escalation.source:
                sentence = "leads back to the team that has the page: name another team."
                self.complain(escalation, "to", sentence)

    def questionnaires(self, organization: Organization) -> None:
        own: dict[str, Questionnaire] = {}
        for questionnaire in organization.questionnaires:
            own[questionnaire.id] = questionnaire
            self.each_once(questionnaire.sections)
            self.each_once(questionnaire.activities)
        if own:
            self._activities_of_rows(organization, own)
            self._assessments(organization, own)

    def _activities_of_rows(self, organization: Organization, own: dict[str, Questionnaire]) -> None:
        known = dict.fromkeys(f"{name}/{activity.id}" for name, held in own.items() for activity in held.activities)
        for row in organization.responsibilities:
            for named in row.activities:
                if named.partition("/")[0] in own and named not in known:
                    sentence = f"carries activity {shown(named)}, which is not defined."
                    self.complain(row, "activities", sentence, named, known)

    def _assessments(self, organization: Organization, own: dict[str, Questionnaire]) -> None:
        for assessment in organization.assessments:
            held = own.get(assessment.questionnaire)
            if held is None:
                continue
            for key, what, names, defined in (
                ("ratings", "activity", assessment.ratings, held.activities),
                ("printed_totals", "section", assessment.printed_totals, held.sections),
            ):
                known = dict.fromkeys(thing.id for thing in defined)
                for name, _ in names:
                    if name not in known:
                        sentence = f'speaks of {what} {shown(name)}, which questionnaire "{held.id}" does not have.'
                        self.complain(assessment, key, sentence, name, known)

    def time_zones(self, organization: Organization) -> None:
        placed: list[Site | Rotation] = [site for team in organization.teams for site in team.sites]
        named = [item for item in (*placed, *organization.rotations) if item.timezone is not None]
        unknown = _unknown_zones({str(item.timezone) for item in named})
        for item in named:
            zone = str(item.timezone)
            if zone in unknown:
                self.complain(
                    item, "timezone", f"is in time zone {shown(zone)}, which is not known.", zone, unknown[zone]
                )


def _unknown_zones(names: set[str]) -> dict[str, Collection[str]]:
    """Those names that are no time zone, each with all that are; none where the machine has no time zones at all."""
    if not names - {"UTC"}:
        return {}
    from zoneinfo import ZoneInfo, available_timezones  # few files name a zone

    unknown = []
    for name in sorted(names):
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            unknown.append(name)
    known = available_timezones() if unknown else set()
    return {name: sorted(known) for name in unknown} if known else {}


def _places_in(node: Mapping, key: str) -> dict[str, Place]:
    """Where each name under a key stands, and under "" the value itself, or the record if it has no such key."""
    held: Node | None = next((held for found, held in node.entries if found.text == key), None)
    if held is None:
        return {"": node.start}
    places = {"": held.start}
    if isinstance(held, Alias):
        held = held.target
    if isinstance(held, Sequence):
        places |= {item.text: item.start for item in reversed(held.items) if isinstance(item, Scalar)}
    elif isinstance(held, Mapping):
        places |= {name.text: name.start for name, _ in held.entries}
    return places
