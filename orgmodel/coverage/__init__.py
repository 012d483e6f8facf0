"""Who is on call when: hours of the week in time zones, those that nobody has, and how often people are on call."""

from orgmodel.coverage.gaps import Gap, Uncovered, around_the_clock, open_in_week, uncovered
from orgmodel.coverage.on_call import OnCall, covers, on_call_at, on_call_ever
from orgmodel.coverage.people import Share, Shares, minutes_a_week, people_of, shares
from orgmodel.coverage.seasons import Period
from orgmodel.coverage.spans import WEEK, Span, in_words, joined, week_of, windows_of
from orgmodel.coverage.weeks import spans_in_week
from orgmodel.coverage.zones import team_zone, usual_zone, zone_named, zone_of, zones_in_use, zones_to_offer

__all__ = [
    "WEEK",
    "Gap",
    "OnCall",
    "Period",
    "Share",
    "Shares",
    "Span",
    "Uncovered",
    "around_the_clock",
    "covers",
    "in_words",
    "joined",
    "minutes_a_week",
    "on_call_at",
    "on_call_ever",
    "open_in_week",
    "people_of",
    "shares",
    "spans_in_week",
    "team_zone",
    "uncovered",
    "usual_zone",
    "week_of",
    "windows_of",
    "zone_named",
    "zone_of",
    "zones_in_use",
    "zones_to_offer",
]
