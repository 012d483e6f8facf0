"""The week strip as geometry: real days on a line, stretches that come every week, lanes, shifts and gaps."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.coverage import WEEK, on_call_at, week_of, zone_of
from orgmodel.diagram.week import SCREEN, Head, WeekPlan, plan_of
from orgmodel.diagram.week_axis import in_week, week_axis
from orgmodel.diagram.week_blocks import content_of, hours_said
from orgmodel.diagram.week_hours import SHORTEST, alike, coverage_of, held_of, moved, shifts_of, without
from orgmodel.diagram.week_lanes import Lane, lane_detail, lane_title
from orgmodel.diagram.week_steps import steps_of
from orgmodel.model import (
    ALERT,
    ALWAYS,
    BUSINESS_HOURS,
    Coverage,
    Duration,
    Escalation,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
    Window,
)
from tests.strategies import organizations

LONDON, DENVER, KOLKATA = (ZoneInfo(name) for name in ("Europe/London", "America/Denver", "Asia/Kolkata"))
WINTER = date(2026, 11, 24)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
DAY = 24 * 60

zones = st.sampled_from((LONDON, DENVER, KOLKATA, ZoneInfo("America/Santiago"), ZoneInfo("UTC")))
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
stretches = st.tuples(st.integers(0, WEEK - 1), st.integers(SHORTEST, WEEK)).map(lambda at: (at[0], at[0] + at[1]))


def week(organization, on=WINTER, zone=LONDON, **more):
    return plan_of(organization, on, zone, **more)


def lane_of(plan, team, level=1):
    return next(row for row in plan.rows if isinstance(row, Lane) and (row.team, row.level) == (team, level))


def content(organization, team="sre", level=1, on=WINTER, **more):
    plan = week(organization, on)
    return content_of(organization, lane_of(plan, TeamId(team), level), plan.axis, **more)


def org(*rotations, critical=True):
    row = Responsibility(RowId("db"), "Database", criticality=1 if critical else 4, paged=True, raci=Raci({"sre": "A"}))
    return Organization(
        "Small", teams=(Team(TeamId("sre"), "SRE", "application-sre"),), responsibilities=(row,), rotations=rotations
    )


def rotation(name="sre-primary", team="sre", **more):
    return Rotation(RotationId(name), TeamId(team), **{"timezone": "Europe/London", **more})


def clocks_change(axis):
    return any(axis.hours_of(day) != 24 for day in range(7))


# The line of days


@given(days, zones, st.floats(0, 7))
def test_a_place_on_the_line_and_its_instant_find_each_other(on, zone, place):
    axis = week_axis(on, zone)
    instant = axis.instant_at(place)
    assert axis.start <= instant <= axis.end
    assert axis.place_of(instant) == pytest.approx(place, abs=1 / 1300)


@given(days, zones)
def test_a_week_begins_on_monday_midnight_and_its_days_follow_each_other(on, zone):
    axis = week_axis(on, zone)
    assert axis.date_of(0) <= on <= axis.date_of(6)
    assert axis.moment_of(axis.start).date() == axis.date_of(0)
    assert sum(axis.hours_of(day) for day in range(7)) == (axis.end - axis.start) / 60


@pytest.mark.parametrize(("on", "hours"), [(SPRING, 23), (AUTUMN, 25), (WINTER, 24)])
def test_a_sunday_on_which_clocks_change_has_its_real_hours(on, hours):
    axis = week_axis(on, LONDON)
    assert axis.hours_of(6) == hours
    assert axis.place_of(axis.instant_of(6 * DAY + 12 * 60)) == pytest.approx(6 + (hours - 12) / hours)


@given(days, zones, st.integers(0, WEEK - 1), st.sampled_from((15, 60)))
def test_a_snapped_instant_shows_whole_steps_on_the_clock_and_stays_in_the_week(on, zone, minute, step):
    axis = week_axis(on, zone)
    found = axis.snapped(axis.start + minute, step)
    assert axis.start <= found <= axis.end
    assert abs(found - axis.start - minute) <= step
    assert found in (axis.start, axis.end) or axis.clock_at(found) % step == 0 or clocks_change(axis)


# Stretches


@given(st.lists(stretches, max_size=4))
def test_what_is_held_and_what_is_written_hold_the_same_minutes(held):
    coverage = coverage_of(held)
    minutes = {minute % WEEK for start, end in held for minute in range(start, end)}
    known = {minute for span in week_of(coverage) for minute in range(*span)} if coverage else set()
    assert known == minutes
    assert coverage is None or coverage_of(held_of(coverage)) == coverage


def test_all_hours_and_business_hours_keep_their_names():
    assert coverage_of(held_of(ALWAYS)) is ALWAYS
    assert coverage_of(held_of(BUSINESS_HOURS)) is BUSINESS_HOURS
    assert coverage_of(()) is None


def test_days_in_a_row_at_the_same_hours_are_alike_and_another_day_is_not():
    held = held_of(Coverage(None, (Window(0, 4, 540, 1020), Window(6, 6, 540, 1020))))
    assert len(alike(held, held[0])) == 6  # Sunday goes on into Monday
    assert alike(held, (2 * DAY + 540, 2 * DAY + 1020)) == alike(held, held[0])
    assert alike((*held[:5], (6 * DAY + 600, 6 * DAY + 1020)), held[0]) == held[:5]


@given(st.lists(stretches, min_size=1, max_size=3), st.integers(-WEEK, WEEK), st.integers(-WEEK, WEEK))
def test_an_edge_that_is_pulled_leaves_a_stretch_of_some_length_within_a_week(held, start_by, end_by):
    for start, end in moved(held, held, start_by, end_by):
        assert 0 <= start < WEEK
        assert SHORTEST <= end - start <= WEEK


@given(stretches, st.integers(-WEEK, WEEK))
def test_a_stretch_that_is_pushed_and_pushed_back_is_what_it_was(stretch, by):
    there = moved((stretch,), (stretch,), by, by)
    assert there[0][1] - there[0][0] == stretch[1] - stretch[0]
    assert moved(there, there, -by, -by) == (stretch,)
    assert without(there, there) == ()


@given(stretches, st.integers(1, 48))
def test_shifts_follow_each_other_and_are_together_the_stretch(stretch, hours):
    found = shifts_of(stretch, hours * 60)
    assert (found[0][0], found[-1][1]) == stretch
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert all(end - start <= hours * 60 for start, end in found) or found == (stretch,)


# Shifts on real days


@settings(max_examples=20)
@given(organizations(), days, zones)
def test_somebody_is_drawn_where_the_coverage_says_that_they_are_on_call(organization, on, zone):
    plan = week(organization, on, zone)
    for lane in (row for row in plan.rows if isinstance(row, Lane)):
        found = content_of(organization, lane, plan.axis)
        for hour in range(0, 7 * 24, 5):
            instant = plan.axis.start + hour * 60 + 30
            there = [block for block in found.blocks if block.start <= instant < block.end]
            drawn = {block.rotation for block in there if not block.is_empty}
            calls = on_call_at(organization, lane.team, plan.axis.moment_of(instant))
            assert drawn == {call.rotation.id for call in calls if call.rotation.level == lane.level}


@settings(max_examples=20)
@given(organizations(), days, zones)
def test_shifts_and_gaps_lie_within_the_week_and_shifts_of_a_track_do_not_overlap(organization, on, zone):
    plan = week(organization, on, zone)
    for lane in (row for row in plan.rows if isinstance(row, Lane)):
        found = content_of(organization, lane, plan.axis)
        for thing in (*found.blocks, *found.gaps):
            assert plan.axis.start <= thing.start < thing.end <= plan.axis.end
            assert all(thing.labels)
        for before, after in pairwise(found.blocks):
            assert before.track != after.track or before.end <= after.start


def test_a_night_in_denver_stands_where_london_sees_it_and_is_cut_by_no_midnight():
    nights = Coverage(None, (Window(0, 6, 20 * 60, 8 * 60),))
    axis = week_axis(WINTER, LONDON)
    found = in_week(held_of(nights)[0], DENVER, axis)
    assert [axis.moment_of(start).astimezone(DENVER).hour for start, _ in found] == [20]
    assert [hours_said(each, axis) for each in found] == ["3–15"]


def test_touching_shifts_alternate_and_those_of_two_rotations_keep_their_own():
    three = content(org(rotation(coverage=ALWAYS, shift=Duration(8, "h"))))
    assert len(three.blocks) == 21
    assert [block.is_tint for block in three.blocks[:4]] == [False, True, False, True]
    days_and_nights = content(
        org(
            rotation("days", coverage=Coverage(None, (Window(0, 6, 480, 1200),))),
            rotation("nights", coverage=Coverage(None, (Window(0, 6, 1200, 480),))),
        )
    )
    assert {(block.rotation, block.is_tint) for block in days_and_nights.blocks} == {("days", False), ("nights", True)}


# Gaps


def test_a_weekend_that_nobody_has_is_said_with_all_of_its_hours():
    found = content(org(rotation(coverage=Coverage(None, (Window(0, 0, 480, 1440), Window(1, 4, 0, 1440))), members=8)))
    assert [(gap.kind, gap.labels[0]) for gap in found.gaps] == [("nobody", "nobody, 56 h")] * 2
    assert sum(gap.end - gap.start for gap in found.gaps) == 56 * 60


def test_an_hour_more_or_less_of_silence_is_counted_where_clocks_change():
    days_only = org(rotation(coverage=Coverage(None, (Window(0, 4, 0, 1440),)), members=8))
    assert [gap.labels[0] for gap in content(days_only, on=AUTUMN).gaps] == ["nobody, 49 h"]
    assert [gap.labels[0] for gap in content(days_only, on=SPRING).gaps] == ["nobody, 47 h"]


def test_a_team_that_is_needed_at_its_own_hours_only_has_no_gap_at_night():
    assert content(org(rotation(coverage=BUSINESS_HOURS, members=8), critical=False)).gaps == ()


def test_unknown_hours_and_an_unknown_need_are_never_drawn_as_a_gap_or_as_clean():
    assert [gap.kind for gap in content(org(rotation())).gaps] == ["hours-unknown"]
    unknown = org(rotation(coverage=BUSINESS_HOURS, members=8)).copy_with(
        responsibilities=(Responsibility(RowId("db"), "Database", raci=Raci({"sre": "A"})),)
    )
    assert {gap.kind for gap in content(unknown).gaps} == {"need-unknown"}


def test_a_rotation_with_nobody_in_it_covers_nothing():
    found = content(org(rotation(coverage=ALWAYS, members=0)))
    assert [block.is_empty for block in found.blocks] == [True]
    assert [gap.labels for gap in found.gaps] == [("nobody, all week", "all week")]


def test_of_a_team_that_is_away_nobody_is_there_all_week():
    found = content(org(rotation(coverage=ALWAYS, members=8)), is_away=True)
    assert [(gap.kind, gap.labels[0]) for gap in found.gaps] == [("away", "away: nobody")]


# Lanes and steps


def test_a_team_with_critical_rows_and_one_level_has_a_lane_for_the_backup_it_lacks():
    plan = week(org(rotation(coverage=ALWAYS, members=8)))
    assert [row.level for row in plan.rows if isinstance(row, Lane)] == [1, 2]
    assert plan.rows[-1].is_missing
    plan = week(org(rotation(coverage=ALWAYS, members=8), critical=False))
    assert [row.level for row in plan.rows if isinstance(row, Lane)] == [1]


def test_rotations_at_the_same_time_stand_side_by_side_and_make_the_lane_higher():
    three = org(*(rotation(f"r{number}", coverage=ALWAYS, members=2) for number in range(3)))
    plan = week(three)
    lane = lane_of(plan, TeamId("sre"))
    assert lane.tracks == (0, 1, 2)
    assert plan.height_of(lane) == SCREEN.lane + SCREEN.track
    rects = [plan.rect_of(plan.rows.index(lane), plan.axis.start, plan.axis.end, track) for track in lane.tracks]
    assert not any(one.overlaps(other) for one in rects for other in rects if one is not other)


def test_what_a_lane_is_called_says_its_turns():
    def said(**more):
        organization = org(rotation(**more))
        return lane_detail(organization, lane_of(week(organization), TeamId("sre")))

    assert said(coverage=ALWAYS, shift=Duration(8, "h")) == "level 1, three shifts"
    assert said(coverage=ALWAYS) == "level 1, around the clock"
    assert said(coverage=BUSINESS_HOURS, members=6) == "level 1, 6 people"
    assert said() == "level 1, hours unknown"


def chain():
    def team(name):
        return Team(TeamId(name), name.title())

    return Organization(
        "Chain",
        teams=tuple(team(name) for name in ("front", "sre", "infra", "app", "alone")),
        services=(Service(ServiceId("shop"), "Shop"), Service(ServiceId("till"), "Till")),
        escalations=(
            Escalation(ALERT, TeamId("front")),
            Escalation(TeamId("front"), TeamId("sre"), after=Duration(15, "m"), when="the runbook does not fix it"),
            Escalation(TeamId("front"), TeamId("infra"), after=Duration(15, "m"), when="a known fault"),
            Escalation(TeamId("sre"), TeamId("infra"), after=Duration(30, "m"), when="the fault is below"),
            Escalation(
                TeamId("sre"), TeamId("app"), after=Duration(30, "m"), when="it is in the code",
                services=(ServiceId("shop"),),
            ),
        ),
    )  # fmt: skip


def test_steps_are_the_longest_ways_with_their_conditions_and_the_unreached_come_last():
    steps = steps_of(chain(), None)
    assert [(step.number, step.title, step.teams) for step in steps] == [
        (1, "First to hear", ("front",)),
        (2, "When the runbook does not fix it, 15 min", ("sre",)),
        (3, "When the fault is below, or it is in the code, 30 min", ("infra", "app")),
        (None, "No page reaches them", ("alone",)),
    ]


def test_of_one_service_only_the_ways_for_it_count():
    assert [step.teams for step in steps_of(chain(), ServiceId("till"))] == [("front",), ("sre",), ("infra",)]


def test_a_rotation_of_a_team_that_is_not_there_has_a_lane_with_its_id():
    organization = chain().copy_with(rotations=(rotation("ghosts", team="ghost", coverage=ALWAYS),))
    plan = week(organization)
    assert lane_title(organization, lane_of(plan, TeamId("ghost"))) == "ghost (missing)"


def test_a_chain_that_turns_back_on_itself_has_steps_all_the_same():
    back = Escalation(TeamId("infra"), TeamId("front"))
    steps = steps_of(chain().copy_with(escalations=(*chain().escalations, back)), None)
    assert steps[0].teams == ("front",)


@settings(max_examples=20)
@given(organizations(), days, zones)
def test_rows_lie_one_below_the_other_and_every_height_finds_its_own(organization, on, zone):
    plan = week(organization, on, zone)
    teams = {row.team for row in plan.rows if isinstance(row, Lane)}
    archived = {team.id for team in organization.teams if team.status == "archived"}
    assert teams == {*organization.team_by_id, *organization.rotations_of} - archived
    for place, row in enumerate(plan.rows):
        rect = plan.row_rect(place)
        assert plan.row_at(rect.y + 1) == place
        assert place in plan.rows_between(rect.y, rect.bottom)
        assert rect.height >= 24
        assert isinstance(row, Head | Lane)
    assert plan.row_at(plan.height + 1) is None
    assert plan.row_at(1) is None


@settings(max_examples=20)
@given(organizations(), st.floats(72, 400))
def test_a_wider_day_moves_no_instant(organization, width):
    plan = week(organization)
    wide = WeekPlan(plan.axis, plan.rows, type(plan.measures)(day=width))
    for instant in range(plan.axis.start, plan.axis.end, 777):
        assert abs(wide.instant_at(wide.x_of(instant)) - instant) <= 1


def test_an_hour_that_comes_twice_is_drawn_both_times():
    axis = week_axis(AUTUMN, LONDON)
    doubled = in_week((6 * DAY + 60, 6 * DAY + 120), LONDON, axis)
    assert sum(end - start for start, end in doubled) == 120
    skipped = in_week((6 * DAY + 60, 6 * DAY + 120), LONDON, week_axis(SPRING, LONDON))
    assert skipped == ()


def test_the_zone_of_a_rotation_is_that_of_its_windows_not_of_the_strip():
    organization = org(rotation(coverage=BUSINESS_HOURS, timezone="Asia/Kolkata", members=3))
    plan = week(organization)
    block = content_of(organization, lane_of(plan, TeamId("sre")), plan.axis).blocks[0]
    start = datetime(1, 1, 1, tzinfo=UTC) + timedelta(minutes=block.start)
    assert start.astimezone(zone_of(organization, organization.rotations[0])).hour == 9
    assert block.labels[-1] == "3:30–11:30"
