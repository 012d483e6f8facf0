"""Which cards of the board stand together, and what is said over them: by product, by kind, or by parent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal

from orgmodel.diagram.board import BoardCard
from orgmodel.model import KIND_NAMES, Organization, ServiceId, Subject, Team, TeamId, TeamKind, subject
from orgmodel.model.value import value
from orgmodel.sentences import counted, listed

Grouping = Literal["product", "kind", "parent"]

SHARED: Final = "shared"
TOP: Final = "top"


@value
class BoardGroup:
    """Cards under one bracket: a title in bold and what is said after it.

    `subject` is what the bracket stands for, where that is one thing; `parent`, `kind` what a card gets that is put
    here.
    """

    key: str
    title: str
    said: str
    teams: tuple[TeamId, ...]
    subject: Subject | None = None
    parent: TeamId | None = None
    kind: TeamKind | None = None


def groups(organization: Organization, cards: Mapping[TeamId, BoardCard], by: Grouping) -> tuple[BoardGroup, ...]:
    """Every card in exactly one group; archived teams and those that do not exist come last."""
    there = [card.team for card in cards.values() if card.is_there]
    made = _GROUPINGS[by](organization, there)
    archived = tuple(card.team.id for card in cards.values() if not card.missing and card.team.status == "archived")
    missing = tuple(card.team.id for card in cards.values() if card.missing)
    if archived:
        made.append(BoardGroup("archived", "Archived", f"own nothing any more, {_teams(len(archived))}", archived))
    if missing:
        made.append(BoardGroup("missing", "Not there", "rows name them, but no such team exists", missing))
    return tuple(made)


def people_words(teams: Iterable[Team]) -> str:
    """`17 people`; `at least 17 people` where some headcounts are unknown, `people unknown` where all are."""
    known = [team.people for team in teams]
    total = sum(count for count in known if count is not None)
    if None not in known:
        return counted(total, "person", "people")
    return f"at least {counted(total, 'person', 'people')}" if total else "people unknown"


def _teams(count: int) -> str:
    return counted(count, "team")


# By product: the team of a service with the Application SRE that is embedded in it


def _by_product(organization: Organization, teams: list[Team]) -> list[BoardGroup]:
    owners = {service.team for service in organization.services if service.team}
    roots = [team for team in teams if team.kind == "application" or (team.kind == "other" and team.id in owners)]
    root_ids = {team.id for team in roots}
    embedded = [
        team for team in teams if team.kind == "application-sre" and not root_ids.isdisjoint(set(team.supports))
    ]
    made = [_product(organization, part) for part in _joined(roots, embedded)]
    grouped = {team for group in made for team in group.teams}
    above = [team for team in teams if team.id not in grouped and team.kind == "governance"]
    shared = [team for team in teams if team.id not in grouped and team.kind != "governance"]
    if shared:
        serve = "serve every application" if made else _teams(len(shared))
        made.append(_group(SHARED, "Shared", f"{serve}, {people_words(shared)}", shared))
    if above:
        said = f"{_teams(len(above))}, {people_words(above)}"
        made.append(_group("above", "Above", said, above))
    return made


def _joined(roots: list[Team], embedded: list[Team]) -> list[tuple[list[Team], list[Team]]]:
    """Products with their SRE; those that share one stand together. In the order of the first product of each."""
    leader: dict[TeamId, TeamId] = {team.id: team.id for team in roots}

    def found(team: TeamId) -> TeamId:
        while leader[team] != team:
            team = leader[team]
        return team

    order = {team.id: place for place, team in enumerate(roots)}
    for sre in embedded:
        ends = sorted({found(served) for served in sre.supports if served in leader}, key=order.__getitem__)
        for end in ends[1:]:
            leader[end] = ends[0]
    parts: dict[TeamId, tuple[list[Team], list[Team]]] = {}
    for team in roots:
        parts.setdefault(found(team.id), ([], []))[0].append(team)
    for sre in embedded:
        home = next(served for served in sre.supports if served in leader)
        parts[found(home)][1].append(sre)
    return list(parts.values())


def _product(organization: Organization, part: tuple[list[Team], list[Team]]) -> BoardGroup:
    builders, sres = part
    ids = {team.id for team in builders}
    services = [service for service in organization.services if service.team in ids]
    names = [service.name for service in services] or [team.name for team in builders]
    own = "team" if len(builders) == 1 else f"{len(builders)} teams"
    whose = "its" if len(builders) == 1 else "their"
    said = f"{own} and {whose} embedded SRE" if sres else f"{own}, no embedded SRE"
    one = services[0].id if len(services) == 1 else None
    return BoardGroup(
        f"product:{builders[0].id}",
        listed(names, 3) if len(builders) > 1 else listed(names, 2),
        f"{said}, {people_words([*builders, *sres])}",
        tuple(team.id for team in (*builders, *sres)),
        _of_service(one) or builders[0].subject,
    )


def _of_service(service: ServiceId | None) -> Subject | None:
    return subject("service", service) if service else None


# By kind, by parent


def _by_kind(_: Organization, teams: list[Team]) -> list[BoardGroup]:
    made = []
    for kind, name in KIND_NAMES.items():
        found = [team for team in teams if team.kind == kind]
        if found:
            made.append(_group(f"kind:{kind}", name, _counts(found), found, kind=kind))
    return made


def _by_parent(organization: Organization, teams: list[Team]) -> list[BoardGroup]:
    """Those with no parent that is there come first: from the top down."""
    below: dict[TeamId | None, list[Team]] = {None: []}
    for team in teams:
        known = team.parent if team.parent in organization.team_by_id else None
        below.setdefault(known, []).append(team)
    parents = [team.id for team in organization.teams if team.id in below]
    made = [_group(TOP, "At the top", f"report to nobody, {_counts(below[None])}", below[None])] if below[None] else []
    for parent in parents:
        name = organization.team_name(parent)
        made.append(
            _group(
                f"parent:{parent}",
                name,
                f"has {_counts(below[parent])}",
                below[parent],
                subject("team", parent),
                parent=parent,
            )
        )
    return made


def _counts(teams: list[Team]) -> str:
    return f"{_teams(len(teams))}, {people_words(teams)}"


def _group(
    key: str,
    title: str,
    said: str,
    teams: list[Team],
    named: Subject | None = None,
    *,
    parent: TeamId | None = None,
    kind: TeamKind | None = None,
) -> BoardGroup:
    return BoardGroup(key, title, said, tuple(team.id for team in teams), named, parent, kind)


_GROUPINGS: Final[Mapping[Grouping, Callable[[Organization, list[Team]], list[BoardGroup]]]] = {
    "product": _by_product,
    "kind": _by_kind,
    "parent": _by_parent,
}
