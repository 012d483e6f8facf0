"""Rotations as a model file writes them, and the clocks on the wall that say whether somebody is on call."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from orgmodel.model import ALWAYS, BUSINESS_HOURS, Coverage, Rotation, RotationId, TeamId, Window
from orgmodel.yaml_file import read_text

WEB = TeamId("web")
MINUTE = timedelta(minutes=1)
ZONES = (
    *("UTC", "Europe/London", "America/Denver", "Asia/Kolkata", "America/Santiago", "Africa/Cairo"),
    *("Australia/Lord_Howe", "Pacific/Chatham", "Antarctica/Troll", "Pacific/Kiritimati", "Nowhere/Such"),
)


def organization(model):
    """The organisation of a model that leaves out its format and name."""
    return read_text(f"format: orgmodel/1\nname: Example\n{model}", "example.yaml").document.organization


def is_in(window, local):
    """Whether a clock on the wall shows a time of the window: said once more, in another way than the code does."""
    days = [(window.first_day + day) % 7 for day in range((window.last_day - window.first_day) % 7 + 1)]
    minute = local.hour * 60 + local.minute
    if window.start < window.end:
        return local.weekday() in days and window.start <= minute < window.end
    evening = local.weekday() in days and minute >= window.start
    return evening or ((local.weekday() - 1) % 7 in days and minute < window.end)


def is_covered(rotation, zone, instant):
    local = instant.astimezone(zone)
    return any(is_in(window, local) for window in rotation.coverage.windows)


def minutes_of_days(first, days, zone):
    """Every instant, a minute apart, from the midnight of one day by a clock to that of another."""
    start = datetime(first.year, first.month, first.day, tzinfo=zone).astimezone(UTC)
    last = first + timedelta(days=days)
    end = datetime(last.year, last.month, last.day, tzinfo=zone).astimezone(UTC)
    return [start + count * MINUTE for count in range((end - start) // MINUTE)]


def windows():
    days, minutes = st.integers(0, 6), st.integers(0, 24 * 60)
    return st.builds(Window, days, days, st.integers(0, 24 * 60 - 1), minutes)


def coverages():
    return (
        st.just(ALWAYS)
        | st.just(BUSINESS_HOURS)
        | st.builds(Coverage, st.none(), st.lists(windows(), max_size=4).map(tuple))
    )


@st.composite
def rotations(draw, most=3):
    """Some rotations of the team `web`, each in a zone of its own."""
    return tuple(
        Rotation(
            RotationId(f"turn-{number}"),
            WEB,
            draw(st.integers(1, 2)),
            draw(coverages()),
            draw(st.sampled_from(ZONES)),
            draw(st.sampled_from((None, 0, 3, (), ("kim", "lee")))),
        )
        for number in range(draw(st.integers(0, most)))
    )
