"""When somebody of a team can be reached, in the words of a card."""

from __future__ import annotations

import pytest

from orgmodel.diagram.cover import days_covered
from orgmodel.model import Coverage, Organization, Rotation, RotationId, Team, TeamId, Window
from orgmodel.model.rotations import ALWAYS, BUSINESS_HOURS

DESK = TeamId("desk")


def by_day(zone, start=8, end=18, days=(0, 6)):
    return Coverage("", (Window(*days, start * 60, end * 60),)), zone


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ([], None),
        ([(None, "UTC")], None),
        ([(ALWAYS, "UTC")], "24x7"),
        ([(BUSINESS_HOURS, "UTC")], "Mon–Fri"),
        ([by_day("Europe/Dublin")], "Mon–Sun"),
        ([by_day("Europe/Dublin"), by_day("America/Denver")], "Mon–Sun"),
        ([by_day("Europe/Dublin"), by_day("America/Denver", 9, 20), by_day("Asia/Singapore", 9)], "24x7"),
        ([by_day("UTC", 0, 24, (0, 3)), by_day("UTC", 0, 24, (4, 6))], "24x7"),
    ],
)
def test_sites_that_hand_over_round_the_world_are_always_there(hours, said):
    rotations = tuple(
        Rotation(RotationId(f"of-{number}"), DESK, coverage=coverage, timezone=zone)
        for number, (coverage, zone) in enumerate(hours)
    )
    organization = Organization("Round", teams=(Team(DESK, "Desk", "frontline"),), rotations=rotations)
    assert days_covered(organization, DESK) == said
