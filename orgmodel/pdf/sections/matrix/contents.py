"""What the matrix prints: each service with its teams in columns, its layers and its rows in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.model import LayerId, Responsibility, Service, ServiceId, Team, TeamId
from orgmodel.pdf.matter import Matter, Tally
from orgmodel.pdf.pages.block import CONTINUED
from orgmodel.pdf.style import BODY, BODY_BOLD, COLUMN, LAYER, SMALL, SMALL_BOLD, Type
from orgmodel.pdf.type.typesetting import fitted, width_of
from orgmodel.sentences import counted
from orgmodel.verdicts import Verdict

MARK_COLUMN: Final = 4.6
SIGN_COLUMN: Final = 9.0
_REMARK: Final = 2.0
"""Between the name of a layer and what is remarked on it."""
TEAM_COLUMN: Final = 13.2
WIDEST_TEAM: Final = 22.0
SPILL: Final = 0.4
"""How much a word may be wider than its column: names are centred, and few neighbours are both that long."""
_APART: Final = 1.0
LEAST_NAME: Final = 36.0
LONG_NAME: Final = 95.0
_NAME_BESIDE_MANY: Final = 64.0
_BESIDE_NAME: Final = 18.0
"""For what is said after the name of a row: `nobody`, `two owners`."""
WIDEST_ALONE: Final = 30.0
_OVER_SERVICE: Final = 16.0
"""The title of a page takes so much above a service."""
GUTTER: Final = 9.0
LEAST_FRAME: Final = 120.0

ROW: Final = 5.1
SECOND_LINE: Final = 3.5
LAYER_HEAD: Final = 6.2
LAYER_GAP: Final = 3.6
SERVICE_HEAD: Final = 7.0
SERVICE_GAP: Final = 6.0
NOTE: Final = 3.5
"""Heights in millimetres; the note is the line `continued on page 6`."""

SHOWN_ANYWAY: Final = 4
MOST_IN_COLUMNS: Final = 6
MOST_ON_PAGE: Final = 14
"""Up to so many teams of a file all are shown, past it those that take part in a service. Up to so many, layers
flow into columns of a page; up to so many, or as many more as a wider paper has room for, all stand side by side."""


class Line(NamedTuple):
    """A row as it will be printed."""

    row: Responsibility
    verdict: Verdict
    name: tuple[str, ...]
    remark: str
    height: float


class Group(NamedTuple):
    """The rows of one layer of one service."""

    title: str
    remark: str
    home: TeamId | None
    lines: tuple[Line, ...]
    whole: str

    @property
    def height(self) -> float:
        return LAYER_HEAD + sum(line.height for line in self.lines)


class Columns(NamedTuple):
    """How a column of the page is divided: names, then teams, then signs; `heads` are the teams' names in lines.

    `said` is which of the teams they are where not all stand side by side, and how many of the rows name them.
    """

    width: float
    name: float
    team: float
    teams: tuple[TeamId, ...]
    heads: tuple[tuple[str, ...], ...]
    said: tuple[str, ...] = ()

    @property
    def head(self) -> float:
        most = max((len(lines) for lines in self.heads), default=1)
        return 15.6 if most < 3 else 18.2


class Part(NamedTuple):
    """Teams that stand side by side, and the rows that are printed with them, by layer."""

    columns: Columns
    groups: tuple[Group, ...]


class Sheaf(NamedTuple):
    """One service's part of the matrix."""

    key: str
    title: str
    tally: Tally
    holding: str
    is_undiscussed: bool
    groups: tuple[Group, ...]
    parts: tuple[Columns, ...]
    columns_on_page: int

    @property
    def height(self) -> float:
        gaps = LAYER_GAP * max(len(self.groups) - 1, 0)
        return SERVICE_HEAD + self.parts[0].head + gaps + sum(group.height for group in self.groups)


def sheaves_of(matter: Matter) -> list[Sheaf]:
    return [_sheaf(matter, service, title, rows) for service, title, rows in _services(matter)]


def _services(matter: Matter) -> Iterator[tuple[Service | None, str, list[Responsibility]]]:
    """Each service with its rows; then rows of services that nothing defines, then those of no service."""
    organization = matter.organization
    by_service: dict[str, list[Responsibility]] = {service.id: [] for service in organization.services}
    of_none: list[Responsibility] = []
    for row in organization.responsibilities:
        if row.service is None:
            of_none.append(row)
        else:
            by_service.setdefault(row.service, []).append(row)
    for identifier, rows in by_service.items():
        service = organization.service_by_id.get(ServiceId(identifier))
        yield service, service.name if service else identifier, rows
    if of_none:
        yield None, "The organisation as a whole" if by_service else organization.name, of_none


def _sheaf(matter: Matter, service: Service | None, title: str, rows: list[Responsibility]) -> Sheaf:
    """In as many columns as the page has room for; in one, where else the names of teams break within a word."""
    teams = _teams(matter, service, rows)
    sheet = matter.landscape
    per_page = int((sheet.measure + GUTTER) // (LEAST_FRAME + GUTTER)) if len(teams) <= MOST_IN_COLUMNS else 1
    made = _in_columns(matter, service, title, rows, teams=teams, per_page=per_page)
    if per_page > 1 and made.parts[0].team + SPILL < _longest_word(matter, teams):
        wide = _in_columns(matter, service, title, rows, teams=teams, per_page=1)
        return wide if wide.height < sheet.bottom - sheet.top - _OVER_SERVICE else made
    return made


def _longest_word(matter: Matter, teams: Iterable[TeamId]) -> float:
    names = [matter.organization.team_name(team) for team in teams]
    return max((width_of(word, COLUMN) for name in names for word in name.split()), default=0.0)


def _in_columns(
    matter: Matter,
    service: Service | None,
    title: str,
    rows: list[Responsibility],
    *,
    teams: tuple[TeamId, ...],
    per_page: int,
) -> Sheaf:
    width = (matter.landscape.measure - GUTTER * (per_page - 1)) / per_page
    parts = tuple(_columns(matter, width, teams, rows))
    tally = matter.tally(rows)
    key = f"service:{service.id}" if service else f"rows:{title}"
    undiscussed = bool(rows) and all(row.state == "open" for row in rows)
    groups = tuple(groups_of(matter, rows, parts[0].name, parts[0].width - MARK_COLUMN))
    holding = _holding(matter, teams)
    return Sheaf(key, title, tally, holding, undiscussed, groups, parts, per_page)


def _teams(matter: Matter, service: Service | None, rows: Iterable[Responsibility]) -> tuple[TeamId, ...]:
    """All teams where they are few; else those with a letter here. Teams that nothing defines come last."""
    holding = dict.fromkeys(team for row in rows for team in row.raci)
    known = [team.id for team in matter.organization.teams if team.id in holding or _is_shown(team)]
    if len(known) > SHOWN_ANYWAY:
        own = service.team if service else None
        known = [team for team in known if team in holding or team == own]
    defined = matter.organization.team_by_id
    return (*known, *(team for team in holding if team not in defined))


def _holding(matter: Matter, teams: tuple[TeamId, ...]) -> str:
    """`4 teams`, `4 of 10 teams`, and how many of them nothing defines."""
    every = sum(_is_shown(team) for team in matter.organization.teams)
    defined = sum(team in matter.organization.team_by_id for team in teams)
    said = counted(defined, "team") if defined >= every else f"{defined} of {counted(every, 'team')}"
    return said if defined == len(teams) else f"{said}, {len(teams) - defined} not defined"


def _is_shown(team: Team) -> bool:
    return team.status != "archived"


def _columns(matter: Matter, width: float, teams: tuple[TeamId, ...], rows: list[Responsibility]) -> Iterator[Columns]:
    """The teams in as many parts as they need, of nearly equal size and equal widths."""
    rest = width - MARK_COLUMN - SIGN_COLUMN
    count = max(1, -(-len(teams) // max(MOST_ON_PAGE, int((rest - _NAME_BESIDE_MANY) / TEAM_COLUMN))))
    size = -(-len(teams) // count)
    lengths = sorted(width_of(row.name, BODY) for row in rows) or [0.0]
    longest = lengths[int((len(lengths) - 1) * 0.98)] + 1.6
    word = _longest_word(matter, teams) + 1.0
    wanted = min(max(TEAM_COLUMN, word), WIDEST_TEAM)
    room_for_teams = rest - max(LEAST_NAME, min(longest, 75.0))
    team = max(min(wanted, room_for_teams / max(size, 1)), min(TEAM_COLUMN, (rest - LEAST_NAME) / max(size, 1)))
    if width > 2 * LEAST_FRAME - GUTTER:
        name = min(LONG_NAME, longest + _BESIDE_NAME)
        team = max(team, min(WIDEST_ALONE, (rest - name) / max(size, 1)))
    # Names stand clear of each other where the longest word allows it.
    head = team - _APART if word - 1.0 <= team - _APART else team + SPILL + 0.1
    for place in range(0, max(len(teams), 1), max(size, 1)):
        here = teams[place : place + size]
        heads = tuple(
            matter.names.fit(matter.organization.team_name(team_id), "team", COLUMN, head, 3) for team_id in here
        )
        yield Columns(width, rest - team * size, team, here, heads)


def groups_of(matter: Matter, rows: list[Responsibility], name_width: float, room: float) -> Iterator[Group]:
    """The rows by layer, in the order of the layers; names in two lines of a width, heads in a room, in millimetres."""
    layers = matter.organization.layer_by_id
    by_layer: dict[LayerId | None, list[Responsibility]] = {layer: [] for layer in layers}
    for row in rows:
        by_layer.setdefault(row.layer, []).append(row)
    by_layer[None] = by_layer.pop(None, [])
    for identifier, members in by_layer.items():
        if not members:
            continue
        layer = layers.get(identifier) if identifier else None
        title = layer.title if layer else identifier or "No layer"
        remark = layer.remark if layer else ""
        home = _home(matter, layer.kind) if layer and layer.kind else None
        lines = tuple(_line(matter, row, name_width) for row in members)
        whole = title
        most = min(name_width + 2 * TEAM_COLUMN, room - _REMARK - width_of(CONTINUED, SMALL))
        title = " ".join(matter.names.fit(title, "layer", LAYER, most, 1))
        left = room - width_of(title, LAYER) - _REMARK
        remark = " ".join(matter.names.fit(remark, "layer", SMALL, min(60, left), 1)) if left > _REMARK else ""
        yield Group(title, remark, home, lines, whole)


def _home(matter: Matter, kind: str) -> TeamId | None:
    """The team that a layer belongs to by default, where only one could be meant."""
    there = matter.organization.teams_there
    candidates = [team.id for team in matter.organization.teams if team.kind == kind and team.id in there]
    return candidates[0] if len(candidates) == 1 else None


def parts_of(sheaf: Sheaf) -> list[Part]:
    """The service whole, or where its teams do not all stand side by side, some of them and the rows that name them.

    A row that names nobody stands with the first of the teams.
    """
    if len(sheaf.parts) == 1:
        return [Part(sheaf.parts[0], sheaf.groups)]
    made, before = [], 0
    every, rows = sum(len(columns.teams) for columns in sheaf.parts), sum(len(group.lines) for group in sheaf.groups)
    for place, columns in enumerate(sheaf.parts):
        groups = tuple(_naming(sheaf.groups, columns.teams, takes_unnamed=not place))
        count = sum(len(group.lines) for group in groups)
        last = before + len(columns.teams)
        which = f"Teams {before + 1} to {last} of {every}" if len(columns.teams) > 1 else f"Team {last} of {every}"
        there = (f"{count} of {counted(rows, 'responsibility', 'responsibilities')}",) if count < rows else ()
        made.append(Part(columns._replace(said=(which, *there)), groups))
        before = last
    return made


def _naming(groups: Sequence[Group], teams: Sequence[TeamId], *, takes_unnamed: bool) -> Iterator[Group]:
    named = frozenset(teams)
    for group in groups:
        lines = tuple(
            line for line in group.lines if not named.isdisjoint(line.row.raci) or (takes_unnamed and not line.row.raci)
        )
        if lines:
            yield group._replace(lines=lines)


REMARKS: Final[dict[Verdict, str]] = {
    "nobody": "nobody",
    "nobody answers": "nobody answers",
    "missing owner": "owner missing",
    "owned": "",
}


def _line(matter: Matter, row: Responsibility, width: float) -> Line:
    verdict = matter.verdict(row)
    owners = len(matter.owners(row))
    remark = REMARKS.get(verdict, "two owners" if owners == 2 else f"{owners} owners")
    style = BODY_BOLD if remark else BODY
    room, beside = width - 1.2, width_of(remark, SMALL_BOLD) + 1.6 if remark else 0.0
    lines = fitted(row.name, style, room, 2).lines
    if lines and width_of(lines[-1], style) + beside > room:
        room -= beside
    name = matter.names.fit(row.name, "responsibility", style, max(room, 14.0))
    return Line(row, verdict, name, remark, ROW + SECOND_LINE * (max(len(name), 1) - 1))


def sentences_of(sheaf: Sheaf) -> tuple[str, ...]:
    """What the rows of a service come to, the most telling first; where room is short the last ones go."""
    tally = sheaf.tally
    if not tally.rows:
        return ("no responsibilities yet.",)
    owned = [counted(tally.owned, "has an owner", "have an owner")]
    owned += [f"{tally.nobody} nobody"] if tally.nobody else []
    owned += [f"{tally.shared} two or more"] if tally.shared else []
    rarer = [f"{tally.unanswered} only doers"] if tally.unanswered else []
    rarer += [f"{tally.missing} owner missing"] if tally.missing else []
    return (
        f"{counted(tally.rows, 'responsibility', 'responsibilities')}, {sheaf.holding}.",
        f"{', '.join(owned)}.",
        *((f"{', '.join(rarer)}.",) if rarer else ()),
        *(("None is agreed yet.",) if sheaf.is_undiscussed else ()),
    )


def as_many(sentences: Sequence[str], style: Type, room: float) -> str:
    """As many of the sentences as fit, the first always."""
    said = sentences[0]
    for sentence in sentences[1:]:
        if width_of(f"{said} {sentence}", style) > room:
            break
        said = f"{said} {sentence}"
    return said
