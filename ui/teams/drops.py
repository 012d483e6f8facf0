"""What a drop means: the letter it gives, the words that say so before it happens, and the one command it becomes."""

from __future__ import annotations

from typing import Literal

from orgmodel.commands import AssignTeam, ChangeField, Command, KeepOneAccountable, MoveAccountability, Together
from orgmodel.diagram.board_groups import SHARED, TOP, BoardGroup, Grouping
from orgmodel.model import Letters, Organization, Responsibility, Team, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import listed
from ui.teams.spots import Section
from ui.translation import tr

Home = TeamId | None
"""The team on whose card a row was taken; None for one that was taken from the tray."""


@value
class Drop:
    """`said` is the second line of what is dragged; `letters` stand in the slot; a refused drop has no command.

    With neither a command nor a refusal, a drop puts back what was dragged.
    """

    said: str
    letters: Letters | None = None
    command: Command | None = None
    refusal: str | None = None


def row_on_team(
    organization: Organization, row: Responsibility, home: Home, section: Section | None, team: TeamId, *, shares: bool
) -> Drop:
    """A row dropped on a card: its A moves there, or with Ctrl the team does it too; a bare R moves as an R."""
    name, refusal = organization.team_name(team), _why_not(organization, team)
    if refusal:
        return _refused(refusal)
    if home == team:
        return Drop(tr("puts it back"))
    if home is not None and row.raci.get(home) == "R":
        return _work_on_team(organization, row, home, team, shares=shares)
    if shares:
        return _shared(organization, row, section, team)
    if row.raci.accountable == (team,):
        return Drop(tr("{team} answers for it already", team=name))
    after: Letters = "AR" if team in row.raci.doers else "A"
    return Drop(tr("answers (A); with Ctrl, shares (R)"), after, MoveAccountability(row.id, team))


def _why_not(organization: Organization, team: TeamId) -> str | None:
    """Why a team can be given no row; None where it can."""
    found, name = organization.team_by_id.get(team), organization.team_name(team)
    if found is None:
        return tr("There is no team “{team}”: add it first, or drop the row on another.", team=name)
    if found.status == "archived":
        return tr("{team} is archived: it cannot have a row. Drop it on another team.", team=name)
    return None


def _shared(organization: Organization, row: Responsibility, section: Section | None, team: TeamId) -> Drop:
    letters = row.raci.get(team)
    if section == "several" and letters in ("A", "AR"):
        return Drop(tr("keeps the A, the others do it (R)"), letters, KeepOneAccountable(row.id, team))
    if letters in ("A", "AR", "R"):
        return Drop(tr("{team} has it already: {letters}", team=organization.team_name(team), letters=letters))
    return Drop(tr("shares: does the work (R)"), "R", AssignTeam(row.id, team, "R"))


def _work_on_team(organization: Organization, row: Responsibility, home: TeamId, team: TeamId, *, shares: bool) -> Drop:
    held = row.raci.get(team)
    after: Letters = "AR" if held in ("A", "AR") else "R"
    give = AssignTeam(row.id, team, after)
    if shares:
        return Drop(tr("does the work too (R)"), after, give)
    title = tr("Move R: {row} to {team}", row=row.name, team=organization.team_name(team))
    return Drop(
        tr("does the work (R); with Ctrl, both do"), after, Together(title, (give, AssignTeam(row.id, home, None)))
    )


def row_on_nobody(organization: Organization, row: Responsibility, home: Home) -> Drop:
    """A row dropped on the tray: the team it was taken from has it no more, or all that answer for it have not."""
    losers = (home,) if home is not None else row.raci.accountable
    if not losers:
        return Drop(tr("nobody has it already"))
    others = [organization.team_name(team) for team in row.raci if "A" in row.raci[team] and team not in losers]
    names = listed([organization.team_name(team) for team in losers], 3)
    said = tr("{teams} keeps it", teams=others[0]) if len(others) == 1 else tr("nobody has it")
    clears = tuple(AssignTeam(row.id, team, None) for team in losers)
    command: Command = (
        clears[0] if len(clears) == 1 else Together(tr("Clear {row} of {teams}", row=row.name, teams=names), clears)
    )
    return Drop(said, None, command)


# Cards


def team_on_team(organization: Organization, team: Team, target: TeamId, by: Grouping, *, shares: bool) -> Drop:
    """A card dropped on a card: SRE are embedded in an application team; by parent, it reports to the other one."""
    found = organization.team_by_id.get(target)
    if found is None or target == team.id:
        return (
            Drop(tr("puts it back")) if target == team.id else _refused(tr("There is no team “{team}”.", team=target))
        )
    if team.kind == "application-sre" and found.kind == "application":
        return _embedded(organization, team, found, shares=shares)
    if by == "parent":
        return _reporting(organization, team, target)
    return _refused(
        tr(
            "Only an Application SRE team can be embedded, and only in an application team. "
            "Group by parent to say who reports to whom."
        )
    )


def _embedded(organization: Organization, team: Team, target: Team, *, shares: bool) -> Drop:
    served = tuple(each for each in team.supports if _is_application(organization, each))
    if (target.id in served and shares) or served == (target.id,):
        return Drop(tr("is embedded in {team} already", team=target.name))
    if shares:
        after = (*team.supports, target.id)
        said = tr("is embedded in {team} too", team=target.name)
    else:
        after = (*(each for each in team.supports if each not in served), target.id)
        said = tr("is embedded here") if not served else tr("is embedded here; with Ctrl, here too")
    return Drop(said, None, ChangeField(team.subject, "supports", after))


def team_on_group(organization: Organization, team: Team, group: BoardGroup, by: Grouping) -> Drop:
    """A card dropped on a bracket gets what the bracket stands for: a parent, a kind, or no embedding any more."""
    if team.id in group.teams:
        return Drop(tr("puts it back"))
    if group.key in ("archived", "missing"):
        return _refused(tr("Archive a team in the Inspector, as its status."))
    if by == "parent":
        return _reporting(organization, team, group.parent if group.key != TOP else None)
    if by == "kind" and group.kind:
        return Drop(tr("becomes {kind}", kind=group.title), None, ChangeField(team.subject, "kind", group.kind))
    return _out_of_product(organization, team, group)


def _out_of_product(organization: Organization, team: Team, group: BoardGroup) -> Drop:
    if team.kind != "application-sre":
        return _refused(tr("Only an Application SRE team moves between products; change the service's team instead."))
    if group.key == SHARED:
        after = tuple(each for each in team.supports if not _is_application(organization, each))
        return Drop(tr("is embedded nowhere any more"), None, ChangeField(team.subject, "supports", after))
    target = next((organization.team_by_id[each] for each in group.teams if _is_application(organization, each)), None)
    if target is None:
        return _refused(tr("There is no application team to embed it in."))
    return _embedded(organization, team, target, shares=False)


def _reporting(organization: Organization, team: Team, parent: TeamId | None) -> Drop:
    from orgmodel.commands.references import check_parents
    from orgmodel.errors import CommandRefused

    if team.parent == parent:
        return Drop(tr("puts it back"))
    try:
        check_parents(organization, team.id, parent)
    except CommandRefused as refusal:
        return _refused(str(refusal))
    name = organization.team_name(parent) if parent else ""
    said = tr("reports to {team}", team=name) if parent else tr("reports to nobody")
    return Drop(said, None, ChangeField(team.subject, "parent", parent))


def _is_application(organization: Organization, team: TeamId) -> bool:
    found = organization.team_by_id.get(team)
    return found is not None and found.kind == "application"


def _refused(sentence: str) -> Drop:
    return Drop(tr("cannot be dropped here"), refusal=sentence)


Where = Literal["team", "group", "nobody"]
