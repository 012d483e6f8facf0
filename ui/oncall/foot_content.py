"""The share of time on call of one team's people, as lines; no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.coverage import Share, people_of
from orgmodel.model import Subject, Team, TeamId, TeamKind, subject, subject_parts
from orgmodel.model.value import value
from ui.oncall.state import OnCallState


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
            yield _line(state, found, by_rotation.get(rotation.subject), (each, rotation.id), rotation.subject)
        elif rotation.members is None:
            yield _line(state, found, None, ("people unknown", rotation.id), rotation.subject)


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
