"""The rule catalogue: what the tool finds, one function for each rule, its docstring the manual page."""

from __future__ import annotations

from typing import Final

from orgmodel.rules.assessments.maturity import rating_contradicted, score_does_not_add_up, weak_and_unowned
from orgmodel.rules.chain.circles import goes_in_circles
from orgmodel.rules.chain.empty_steps import empty_step
from orgmodel.rules.chain.handovers import handover_without_contract
from orgmodel.rules.chain.levels import too_few_levels
from orgmodel.rules.chain.never_used import never_used
from orgmodel.rules.chain.pace import slow_path
from orgmodel.rules.chain.partners import sre_cannot_reach_developers
from orgmodel.rules.chain.reach import dead_end, owner_unreachable
from orgmodel.rules.chain.same_person import same_person_twice
from orgmodel.rules.chain.tiers import tier_skipped
from orgmodel.rules.gaps.ghosts import owner_does_not_exist
from orgmodel.rules.gaps.holes import hole_against_the_matrix
from orgmodel.rules.gaps.idle import idle_team
from orgmodel.rules.gaps.nobody import nobody_answers, nobody_does_it
from orgmodel.rules.gaps.paged_rows import owner_not_on_call, paged_without_runbook
from orgmodel.rules.gaps.service_teams import service_without_team
from orgmodel.rules.gaps.silent import silent_row
from orgmodel.rules.on_call.open_hours import uncovered_hours
from orgmodel.rules.on_call.rotations import no_backup_level, shift_too_long, too_rarely_on_call
from orgmodel.rules.on_call.shares import on_call_too_often
from orgmodel.rules.on_call.sizes import single_site_too_small, site_too_small
from orgmodel.rules.overlaps.layers_apart import work_far_from_its_layer
from orgmodel.rules.overlaps.letters import crowded_row, several_accountable
from orgmodel.rules.overlaps.service_splits import service_split_between_teams
from orgmodel.rules.overlaps.twins import same_row_twice
from orgmodel.rules.roots import HIDDEN_BY, hidden_in
from orgmodel.rules.rule import Found, Observation, Rule, Unjudged, WaiverUse
from orgmodel.rules.single_points.backups import backups_cannot_be_matched
from orgmodel.rules.single_points.bottlenecks import everything_passes_through
from orgmodel.rules.single_points.hubs import unowned_hub
from orgmodel.rules.single_points.leads import one_lead_many_teams
from orgmodel.rules.single_points.one_person import bus_factor_one
from orgmodel.rules.upkeep.freshness import stale
from orgmodel.rules.upkeep.waivers import waiver_expired, waiver_matches_nothing
from orgmodel.rules.workload.demand import demand_exceeds_capacity
from orgmodel.rules.workload.domains import too_many_domains
from orgmodel.rules.workload.load import operations_above_half, too_many_incidents
from orgmodel.rules.workload.overload import column_overload

CATALOGUE: Final[tuple[Rule, ...]] = (
    nobody_does_it,
    nobody_answers,
    owner_does_not_exist,
    hole_against_the_matrix,
    owner_not_on_call,
    paged_without_runbook,
    idle_team,
    silent_row,
    service_without_team,
    several_accountable,
    service_split_between_teams,
    crowded_row,
    work_far_from_its_layer,
    same_row_twice,
    owner_unreachable,
    goes_in_circles,
    dead_end,
    too_few_levels,
    slow_path,
    same_person_twice,
    tier_skipped,
    never_used,
    sre_cannot_reach_developers,
    handover_without_contract,
    empty_step,
    single_site_too_small,
    site_too_small,
    on_call_too_often,
    uncovered_hours,
    no_backup_level,
    shift_too_long,
    too_rarely_on_call,
    too_many_incidents,
    operations_above_half,
    column_overload,
    too_many_domains,
    demand_exceeds_capacity,
    bus_factor_one,
    everything_passes_through,
    unowned_hub,
    one_lead_many_teams,
    backups_cannot_be_matched,
    score_does_not_add_up,
    rating_contradicted,
    weak_and_unowned,
    waiver_expired,
    waiver_matches_nothing,
    stale,
)
"""Every rule, by family and code."""

__all__ = ["CATALOGUE", "HIDDEN_BY", "Found", "Observation", "Rule", "Unjudged", "WaiverUse", "hidden_in"]
