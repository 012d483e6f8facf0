"""The chart of changes as geometry: one scale, outlines before, solid bars after, and who is left out."""

from hypothesis import given, settings
from strategies import organizations

from orgmodel.diagram.change_overview import FEW, change_overview
from orgmodel.model import Organization, Raci, Responsibility, RowId, Team, TeamId


def organization(owners, teams=("web", "sre"), **fields):
    """Rows with one owner each, and teams of these ids."""
    rows = tuple(
        Responsibility(RowId(f"row-{place}"), "Row", raci=Raci({TeamId(owner): "A"}))
        for place, owner in enumerate(owners)
    )
    return Organization(
        "Shop", teams=tuple(Team(TeamId(each), each.upper()) for each in teams), responsibilities=rows, **fields
    )


def test_the_longest_bar_takes_all_the_room_and_the_others_their_share():
    found = change_overview(organization(["web"] * 4), organization(["web", "web", "sre"]), 100.0)
    assert [(each.team, each.before, each.after, each.outline, each.solid, each.moved) for each in found.bars] == [
        ("web", 4, 2, 100.0, 50.0, -2),
        ("sre", 0, 1, 0.0, 25.0, 1),
    ]


def test_a_team_that_is_not_there_has_no_bar_rather_than_one_of_nothing():
    found = change_overview(organization(["old"], ("old",)), organization(["new"], ("new",)), 10.0)
    assert [(each.team, each.before, each.after, each.outline, each.solid) for each in found.bars] == [
        ("new", None, 1, None, 10.0),
        ("old", 1, None, 10.0, None),
    ]


def test_of_many_teams_only_those_that_change_are_shown_and_the_others_counted():
    teams = tuple(f"team-{place}" for place in range(FEW + 1))
    found = change_overview(organization(teams, teams), organization((*teams, "team-3"), teams), 10.0)
    assert [each.team for each in found.bars] == ["team-3"]
    assert found.same == FEW


def test_without_rows_there_are_bars_of_no_width():
    found = change_overview(organization([]), organization([]), 10.0)
    assert [(each.outline, each.solid) for each in found.bars] == [(0.0, 0.0)] * 2


@given(organizations(), organizations())
@settings(max_examples=20, deadline=None)
def test_no_bar_is_wider_than_its_room_and_every_team_is_counted(before, after):
    found = change_overview(before, after, 30.0)
    widths = [wide for each in found.bars for wide in (each.outline, each.solid) if wide is not None]
    assert all(0 <= wide <= 30.0 + 1e-9 for wide in widths)
    there = {team.id for each in (before, after) for team in each.teams if team.status != "archived"}
    assert len(found.bars) + found.same == len(there)
    other = change_overview(after, before, 30.0)
    assert {(each.team, each.before, each.after) for each in found.bars} == {
        (each.team, each.after, each.before) for each in other.bars
    }
