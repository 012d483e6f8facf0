"""Which cards stand together, and what is said over them."""

from datetime import date

import pytest

from orgmodel.diagram.board import cards, held_rows, hold_anew
from orgmodel.diagram.board_groups import groups
from orgmodel.diagram.board_words import carried_words, limit_of, operations_of, per_head, sites_of
from orgmodel.diagram.cover import cover_of
from orgmodel.model import (
    ALWAYS,
    BUSINESS_HOURS,
    KIND_NAMES,
    Coverage,
    Duration,
    Organization,
    Raci,
    Responsibility,
    Rotation,
    Service,
    Site,
    Team,
    Window,
    Workload,
)
from orgmodel.model.value import changed

TEAMS = (
    Team("shop", "Shop Team", "application", headcount=9, parent="heads"),
    Team("web-sre", "Web SRE", "application-sre", headcount=8, supports=("shop",), parent="heads"),
    Team("tills", "Tills Team", "application"),
    Team("infra", "Infra SRE", "infrastructure-sre", headcount=7, supports=("web-sre",)),
    Team("desk", "Service Desk", "frontline", headcount=12),
    Team("heads", "Heads", "governance", headcount=2),
    Team("old", "Old Team", "application", status="archived"),
)
ROWS = (
    Responsibility("code", "Code", layer="application", raci=Raci({"shop": "A", "web-sre": "R"})),
    Responsibility("database", "Database", layer="environment", raci=Raci({"web-sre": "AR", "shop": "C"})),
    Responsibility("lost", "Lost", layer="environment", raci=Raci({"gone": "A"})),
)
TODAY = date(2026, 11, 22)
HALF = Coverage(None, (Window(0, 6, 8 * 60, 18 * 60),))
SHOP = Organization("Shop", teams=TEAMS, services=(Service("web-shop", "Web Shop", "shop"),), responsibilities=ROWS)


def grouped(organization, by):
    made = cards(organization, held_rows(organization.responsibilities))
    return {group.title: (group.teams, group.said) for group in groups(organization, made, by)}


def test_by_product_a_service_s_team_stands_with_its_embedded_sre_and_the_others_are_shared():
    assert grouped(SHOP, "product") == {
        "Web Shop": (("shop", "web-sre"), "team and its embedded SRE, 17 people"),
        "Tills Team": (("tills",), "team, no embedded SRE, people unknown"),
        "Shared": (("infra", "desk"), "serve every application, 19 people"),
        "Above": (("heads",), "1 team, 2 people"),
        "Archived": (("old",), "own nothing any more, 1 team"),
        "Not there": (("gone",), "rows name them, but no such team exists"),
    }


def test_products_that_share_an_sre_stand_under_one_bracket():
    both = changed(TEAMS[1], supports=("shop", "tills"))
    found = grouped(SHOP.copy_with(teams=(TEAMS[0], both, *TEAMS[2:])), "product")
    assert found["Web Shop"] == (("shop", "tills", "web-sre"), "2 teams and their embedded SRE, at least 17 people")


def test_by_kind_and_by_parent():
    assert list(grouped(SHOP, "kind"))[:2] == ["Application Team", "Application SRE"]
    by_parent = grouped(SHOP, "parent")
    assert by_parent["Heads"] == (("shop", "web-sre"), "has 2 teams, 17 people")
    assert by_parent["At the top"][0] == ("tills", "infra", "desk", "heads")


def test_a_card_lists_its_own_layer_first_and_counts_what_it_answers_for_and_does():
    made = cards(SHOP, held_rows(ROWS))
    assert (made["web-sre"].answers, made["web-sre"].does) == (1, 1)
    assert [(block.title, block.is_own) for block in made["web-sre"].blocks] == [
        ("Web Application Environment", True),
        ("Application", False),
    ]
    assert made["shop"].carried == 1, "who is asked carries nothing"
    assert made["gone"].missing


@pytest.mark.parametrize("letters", [{}, {"desk": "A"}, {"shop": "R", "web-sre": "C"}, {"tills": "AR", "shop": "A"}])
def test_a_changed_row_is_held_as_if_all_were_counted_anew(letters):
    held = held_rows(ROWS)
    after = (changed(ROWS[0], raci=Raci(letters)), *ROWS[1:])
    touched = hold_anew(held, 0, ROWS[0], after[0])
    assert {team: places for team, places in held.items() if places} == held_rows(after)
    assert touched >= {team for team, cell in letters.items() if cell != "C"}


def test_unknown_is_said_and_is_never_zero():
    nobody_knows = Team("t", "T")
    card = cards(SHOP.copy_with(teams=(nobody_knows,)), {})["t"]
    assert operations_of(nobody_knows, 50) is None
    assert cover_of(SHOP, nobody_knows, TODAY) is None
    assert carried_words(card.answers, card.does) == "nothing"
    assert operations_of(Team("t", "T", workload=Workload(45)), 50) == ("45 %", ", limit 50 %, toil unknown")
    assert operations_of(Team("t", "T", workload=Workload(80, 25)), None) == ("80 %", ", toil 25 %")
    assert per_head(cards(SHOP, held_rows(ROWS))["shop"]) == "0.1 a head"


def test_only_teams_that_the_rule_on_operations_judges_have_its_limit():
    limits = {kind: limit_of(SHOP.settings, Team("t", "T", kind)) for kind in KIND_NAMES}
    assert {kind for kind, limit in limits.items() if limit is not None} == {"application-sre", "infrastructure-sre"}


@pytest.mark.parametrize(
    ("rotations", "said"),
    [
        ((Rotation("r", "shop", coverage=ALWAYS, members=8, turn=Duration(7, "d")),), "24x7, each person 1 week in 8"),
        ((Rotation("r", "shop", coverage=BUSINESS_HOURS),), "Mon–Fri 09:00–17:00"),
        (
            (
                Rotation("a", "shop", coverage=HALF, timezone="Europe/London", members=6),
                Rotation("b", "shop", coverage=HALF, timezone="America/Los_Angeles", members=6),
                Rotation("c", "shop", coverage=HALF, timezone="Asia/Tokyo", members=6),
            ),
            "24x7, in three shifts",
        ),
        (
            (
                Rotation("a", "shop", coverage=HALF, timezone="Europe/London", members=6),
                Rotation("b", "shop", coverage=HALF, timezone="Europe/Lisbon", members=6),
            ),
            "two time zones, in two shifts",
        ),
        ((Rotation("r", "shop"),), "on call, hours unknown"),
        ((Rotation("r", "desk", coverage=ALWAYS),), "no rotation"),
    ],
)
def test_cover_says_hours_and_turns_as_far_as_they_are_known(rotations, said):
    assert cover_of(SHOP.copy_with(rotations=rotations), TEAMS[0], TODAY) == said


def test_people_and_sites():
    several = Team("t", "T", headcount=8, sites=(Site("London", headcount=5), Site("Denver", headcount=3)))
    assert sites_of(several) == "people, London 5, Denver 3"
    assert sites_of(Team("t", "T", sites=(Site("Lisbon"),))) == "Lisbon"
