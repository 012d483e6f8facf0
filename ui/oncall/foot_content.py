"""The share of time on call of one team's people, as lines; no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.coverage import Share, people_of
from orgmodel.model import Subject, Team, TeamId, TeamKind, subject, subject_parts
from orgmodel.model.value import value
from orgmodel.sentences import counted, short
from ui.oncall.state import OnCallState


@value
class LoadLine:
    """The pages of a team as their sum."""

    team: TeamId
    name: str
    kind: TeamKind
    words: tuple[tuple[str, bool], ...]
    """Pieces of the sum, and whether each is a figure that stands out; none where the pages are unknown."""
    sentence: str


@value
class ShareLine:
    """A person, or people who are only counted, with their share of all hours in percent; None where it is unknown.

    `more` says that it is at least so much, as the hours of a rotation are unknown. `limit` and `error` are the shares
    from which it is too much.
    """

    name: str
    aside: str
    percent: float | None
    more: bool
    limit: float
    error: float
    kind: TeamKind
    subject: Subject | None

    @property
    def figure(self) -> str:
        if self.percent is None:
            return "unknown"
        return f"{'≥ ' if self.more else ''}{self.percent:.1f} %"

    @property
    def is_above(self) -> bool:
        return self.percent is not None and self.percent > self.limit

    @property
    def sentence(self) -> str:
        above = f", above the limit of {self.limit:g} %" if self.is_above else ""
        aside = f" ({self.aside})" if self.aside else ""
        return f"{self.name}{aside}: {self.figure} of all hours on call{above}"


def load_line(state: OnCallState, team: TeamId) -> LoadLine:
    """`4.0 pages a day ÷ 12 people = 0.33 each`; what the first figure is the sum of stands in the sentence."""
    found, part = state.organization.team_by_id.get(team), state.pages(team)
    name = found.name if found else f"{team} (missing)"
    kind: TeamKind = found.kind if found else "other"
    if found is None or part is None or part.total is None:
        return LoadLine(team, name, kind, (), f"{name}: {part.said if part else 'no such team'}")
    least = "at least " if part.is_least else ""
    words = [(f"{least}{short(part.total, 1)}", True), (" pages a day", False)]
    if part.per_head is not None:
        words += [(f" ÷ {counted(found.people or 0, 'person', 'people')} ", False)]
        words += [(f"= {least}{short(part.per_head, 2)}", True), (" each", False)]
    else:
        words += [("; headcount unknown" if found.people is None else "; nobody in the team", False)]
    return LoadLine(team, name, kind, tuple(words), f"{name}: {part.said}")


def team_of_shares(state: OnCallState, selected: TeamId | None) -> TeamId | None:
    """The team whose shares are shown: the selected one, else the first that is on call; of those that are shown."""
    on_call = [each for each in state.teams() if each in state.organization.rotations_of]
    return selected if selected in on_call else next(iter(on_call), None)


def share_head(state: OnCallState, team: TeamId | None) -> str:
    if team is None:
        return "Share of time on call"
    return f"Share of time on call: {state.organization.team_name(team)}"


def share_lines(state: OnCallState, team: TeamId) -> tuple[ShareLine, ...]:
    """Everybody on the rotations of a team, over all of theirs; where people are only counted, each rotation's mean."""
    return tuple(_lines(state, team))


def _lines(state: OnCallState, team: TeamId) -> Iterator[ShareLine]:
    organization, found = state.organization, state.organization.team_by_id.get(team)
    rotations = organization.rotations_of.get(team, ())
    people = people_of(organization)
    wanted = dict.fromkeys(person for rotation in rotations for person in people.get(rotation.id, ()))
    by_person = {share.subject: share for share in state.shares.people}
    for person in wanted:
        share = by_person.get(person)
        name, site = _person(found, person)
        yield _line(state, found, share, (name, site), person)
    by_rotation = {share.subject: share for share in state.shares.rotations}
    for rotation in rotations:
        if isinstance(rotation.members, int) and rotation.members:
            each = f"each of {rotation.members}" if rotation.members > 1 else "one person"
            yield _line(state, found, by_rotation.get(rotation.subject), (str(rotation.id), each), rotation.subject)
        elif rotation.members is None:
            yield _line(state, found, None, (str(rotation.id), "people unknown"), rotation.subject)


def _line(
    state: OnCallState, team: Team | None, share: Share | None, named: tuple[str, str], about: Subject
) -> ShareLine:
    settings = state.organization.settings
    percent = share.percent if share else None
    return ShareLine(
        *named,
        percent,
        bool(share and share.unknown and percent is not None),
        settings.limit("on_call_share"),
        settings.limit("on_call_share_error"),
        team.kind if team else "other",
        about if about.startswith("rotation:") else (subject("team", team.id) if team else None),
    )


def _person(team: Team | None, person: Subject) -> tuple[str, str]:
    """The name of a person and where they sit."""
    identifier = subject_parts(person)[1].partition("/")[2]
    member = next((each for each in team.members if each.id == identifier), None) if team else None
    return (member.name, member.site or "") if member else (identifier, "")
