"""The chain as text: each escalation with what becomes of its page, and the teams from which none goes on."""

from __future__ import annotations

from orgmodel.diagram.chain import ChainPlan, minutes_text
from orgmodel.diagram.cover import days_covered
from orgmodel.diagram.signs import Signs, end_of
from orgmodel.model import ALERT, Escalation, Organization, Team
from ui.lens import LensTable
from ui.translation import tr


def table_of(plan: ChainPlan) -> LensTable:
    """What the plan shows, in the order of the file: escalations, then the teams that hand no page on."""
    organization, shown = plan.organization, plan.shown
    head = (tr("From"), tr("To"), tr("After"), tr("When"), tr("For"), tr("The page"))
    rows = [(each.subject, _cells(organization, each, plan.signs)) for each in shown.ways]
    teams = [team for storey in shown.storeys for team in storey.teams]
    sources = {each.source for each in shown.ways if each.carries_pages}
    heard = {each.target for each in shown.ways if each.carries_pages}
    last = (team for team in teams if team.id not in sources)
    rows += [(team.subject, _last_cells(team, is_reached=team.id in heard)) for team in last]
    return LensTable(head, tuple(rows))


def _cells(organization: Organization, escalation: Escalation, signs: Signs) -> tuple[str, ...]:
    covers = [organization.layer_by_id[one].title for one in escalation.layers if one in organization.layer_by_id]
    covers += [organization.service_by_id[one].name for one in escalation.services if one in organization.service_by_id]
    after = minutes_text(escalation.after) or (tr("at once") if escalation.source == ALERT else tr("unknown"))
    return (
        tr("Alert") if escalation.source == ALERT else organization.team_name(escalation.source),
        organization.team_name(escalation.target),
        after,
        escalation.when or tr("always"),
        ", ".join(covers) or tr("every page"),
        _fate(organization, escalation, signs),
    )


def _last_cells(team: Team, *, is_reached: bool) -> tuple[str, ...]:
    fate = tr("ends here") if is_reached else tr("never gets here")
    return team.name, tr("nobody"), "", "", "", fate


def _fate(organization: Organization, escalation: Escalation, signs: Signs) -> str:
    """What becomes of a page that takes this escalation, as far as it can be told."""
    if not escalation.carries_pages:
        return tr("stays: the team is told")
    lost = signs.lost.get((end_of(escalation.source), end_of(escalation.target)))
    if lost:
        minutes = dict(lost.numbers).get("minutes")
        return tr("{minutes} min lost: {why}", minutes=f"{minutes:g}", why=lost.message) if minutes else lost.message
    hours = days_covered(organization, escalation.target)
    if hours is None:
        return tr("unknown: no hours are given")
    return tr("kept") if hours == "24x7" else tr("kept {hours} only", hours=hours)
