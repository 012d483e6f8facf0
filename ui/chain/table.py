"""The chain as text: each escalation with what becomes of its page, and the teams from which none goes on."""

from __future__ import annotations

from orgmodel.diagram.chain import ChainPlan, minutes_text
from orgmodel.diagram.contents import cover_of
from orgmodel.diagram.signs import Signs, end_of
from orgmodel.model import ALERT, Escalation, Organization, Team
from ui.lens import LensTable
from ui.translation import tr


def table_of(plan: ChainPlan) -> LensTable:
    """What the plan shows, in the order of the file: escalations, then the teams that hand no page on."""
    organization, shown = plan.organization, plan.shown
    head = (tr("From"), tr("To"), tr("After"), tr("When"), tr("For"), tr("The page"))
    rows = [(way.subject, _cells(organization, way, plan.signs)) for way in shown.ways]
    teams = [team for storey in shown.storeys for team in storey.teams]
    sources = {way.source for way in shown.ways if way.carries_pages}
    heard = {way.target for way in shown.ways if way.carries_pages}
    last = (team for team in teams if team.id not in sources)
    rows += [(team.subject, _last_cells(team, is_reached=team.id in heard)) for team in last]
    return LensTable(head, tuple(rows))


def _cells(organization: Organization, way: Escalation, signs: Signs) -> tuple[str, ...]:
    covers = [organization.layer_by_id[one].title for one in way.layers if one in organization.layer_by_id]
    covers += [organization.service_by_id[one].name for one in way.services if one in organization.service_by_id]
    after = minutes_text(way.after) or (tr("at once") if way.source == ALERT else tr("unknown"))
    return (
        tr("Alert") if way.source == ALERT else organization.team_name(way.source),
        organization.team_name(way.target),
        after,
        way.when or tr("always"),
        ", ".join(covers) or tr("every page"),
        _fate(organization, way, signs),
    )


def _last_cells(team: Team, *, is_reached: bool) -> tuple[str, ...]:
    fate = tr("ends here") if is_reached else tr("never gets here")
    return team.name, tr("nobody"), "", "", "", fate


def _fate(organization: Organization, way: Escalation, signs: Signs) -> str:
    """What becomes of a page that takes this way, as far as it can be told."""
    if not way.carries_pages:
        return tr("stays: the team is told")
    lost = signs.lost.get((end_of(way.source), end_of(way.target)))
    if lost:
        minutes = dict(lost.numbers).get("minutes")
        return tr("{minutes} min lost: {why}", minutes=f"{minutes:g}", why=lost.message) if minutes else lost.message
    hours = cover_of(organization, way.target)
    if hours is None:
        return tr("unknown: no hours are given")
    return tr("kept") if hours == "24x7" else tr("kept {hours}", hours=hours)
