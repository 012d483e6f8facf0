"""What a drop means, before and after it happens; and that the board stays what it would be if it were made anew."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.commands import ChangeField
from orgmodel.diagram.board_groups import groups
from orgmodel.document import Document
from orgmodel.model.value import changed
from tests.ui.boards import SHOP
from ui.teams.drops import row_on_nobody, row_on_team, team_on_group, team_on_team
from ui.teams.state import BoardState
from ui.teams.tray_rows import SECTIONS, TrayLayout, TrayLists

ROWS, TEAMS = SHOP.row_by_id, SHOP.team_by_id


def after(drop):
    return drop.command.apply(Document(SHOP)).organization


def board(organization):
    return BoardState(organization, date(2026, 11, 22), lambda name, width: 1, lambda words: 1)


@pytest.mark.parametrize(
    ("row", "home", "section", "team", "shares", "letters", "raci"),
    [
        ("code", "shop", None, "tills", False, "A", {"tills": "A", "web-sre": "R"}),
        ("code", "shop", None, "web-sre", False, "AR", {"web-sre": "AR"}),
        ("code", "shop", None, "tills", True, "R", {"shop": "A", "web-sre": "R", "tills": "R"}),
        ("code", "web-sre", None, "shop", False, "AR", {"shop": "AR"}),
        ("code", "web-sre", None, "desk", True, "R", {"shop": "A", "web-sre": "R", "desk": "R"}),
        ("features", "shop", None, "desk", False, "A", {"shop": "R", "desk": "A"}),
        ("scaling", None, "nobody", "shop", False, "A", {"shop": "A"}),
        ("scaling", None, "nobody", "shop", True, "R", {"shop": "R"}),
        ("runbooks", None, "several", "shop", True, "A", {"shop": "A", "web-sre": "R"}),
        ("runbooks", None, "several", "desk", False, "A", {"desk": "A"}),
    ],
)
def test_a_row_on_a_card(row, home, section, team, shares, letters, raci):  # noqa: PLR0917
    drop = row_on_team(SHOP, ROWS[row], home, section, team, shares=shares)
    assert drop.letters == letters
    assert dict(after(drop).row_by_id[row].raci.items()) == raci


@pytest.mark.parametrize(("team", "refused"), [("shop", False), ("old", True), ("nowhere", True)])
def test_what_is_put_back_and_what_is_refused(team, refused):
    drop = row_on_team(SHOP, ROWS["code"], "shop", None, team, shares=False)
    assert drop.command is None
    assert bool(drop.refusal) is refused


def test_a_row_on_nobody_is_cleared_of_its_team_or_of_all_that_answer():
    assert dict(after(row_on_nobody(SHOP, ROWS["code"], "shop")).row_by_id["code"].raci.items()) == {"web-sre": "R"}
    assert dict(after(row_on_nobody(SHOP, ROWS["runbooks"], None)).row_by_id["runbooks"].raci.items()) == {}
    assert row_on_nobody(SHOP, ROWS["runbooks"], "shop").said == "Web SRE keeps it"
    assert row_on_nobody(SHOP, ROWS["scaling"], None).command is None


def test_a_card_on_a_bracket_gets_what_the_bracket_stands_for():
    made = {
        by: {group.title: group for group in groups(SHOP, board(SHOP).cards, by)}
        for by in ("product", "kind", "parent")
    }
    web, tills = TEAMS["web-sre"], TEAMS["tills"]
    out = team_on_group(SHOP, web, made["product"]["Shared"], "product")
    assert after(out).team_by_id["web-sre"].supports == ()
    into = team_on_group(SHOP, web, made["product"]["Tills Team"], "product")
    assert after(into).team_by_id["web-sre"].supports == ("tills",)
    assert team_on_group(SHOP, tills, made["product"]["Shared"], "product").refusal
    kind = team_on_group(SHOP, tills, made["kind"]["Frontline Support"], "kind")
    assert after(kind).team_by_id["tills"].kind == "frontline"
    top = team_on_group(SHOP, TEAMS["desk"], made["parent"]["At the top"], "parent")
    assert after(top).team_by_id["desk"].parent is None
    assert team_on_group(SHOP, TEAMS["shop"], made["parent"]["Archived"], "parent").refusal


def test_embedding_moves_between_application_teams_and_keeps_what_else_is_supported():
    both = SHOP.copy_with(
        teams=tuple(changed(t, supports=("shop", "infra")) if t.id == "web-sre" else t for t in SHOP.teams)
    )
    drop = team_on_team(both, both.team_by_id["web-sre"], "tills", "product", shares=False)
    assert drop.command.given == ("infra", "tills")
    assert team_on_team(SHOP, TEAMS["web-sre"], "shop", "product", shares=False).command is None
    assert team_on_team(SHOP, TEAMS["infra"], "shop", "product", shares=False).refusal
    assert team_on_team(SHOP, TEAMS["infra"], "desk", "parent", shares=False).refusal, "it stands below"


# The board in step

LETTERS = st.dictionaries(
    st.sampled_from(["shop", "web-sre", "tills", "infra", "desk", "old", "ghost"]),
    st.sampled_from(["A", "AR", "R", "C", "I"]),
    max_size=3,
)
EDITS = st.lists(
    st.tuples(st.integers(0, len(SHOP.responsibilities) - 1), LETTERS, st.sampled_from(["open", "agreed"])), max_size=8
)


@settings(max_examples=60, deadline=None)
@given(EDITS)
def test_after_any_edits_of_rows_the_board_is_what_it_would_be_if_made_anew(edits):
    from orgmodel.model import Raci

    kept, now = board(SHOP), SHOP
    for place, letters, discussed in edits:
        now = now.with_responsibility(changed(now.responsibilities[place], raci=Raci(letters), state=discussed))
        kept.take(now)
    anew = board(now)
    assert kept.lists.places == anew.lists.places
    assert {team: card.blocks for team, card in kept.cards.items()} == {t: c.blocks for t, c in anew.cards.items()}
    assert [place.rect for place in kept.layout.cards] == [place.rect for place in anew.layout.cards]
    assert (kept.most, kept.tray.tops) == (anew.most, anew.tray.tops)


TEAM_EDITS = st.lists(
    st.tuples(
        st.sampled_from([team.id for team in SHOP.teams]),
        st.sampled_from(
            [("headcount", 0), ("headcount", 5), ("kind", "frontline"), ("status", "archived"), ("name", "x")]
        ),
    ),
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(TEAM_EDITS, st.booleans())
def test_after_any_edits_of_teams_too(edits, removes):
    from orgmodel.commands import RemoveTeam

    kept, document = board(SHOP), Document(SHOP)
    for team, (field, given_value) in edits:
        document = ChangeField(TEAMS[team].subject, field, given_value).apply(document)
        kept.take(document.organization)
    if removes:
        document = RemoveTeam("infra").apply(document)
        kept.take(document.organization)
    anew = board(document.organization)
    assert list(kept.cards.values()) == list(anew.cards.values())
    assert kept.lists.places == anew.lists.places
    assert kept.groups == anew.groups
    assert [place.rect for place in kept.layout.cards] == [place.rect for place in anew.layout.cards]


def test_only_the_cards_that_a_changed_row_stands_on_are_made_anew():
    state = board(SHOP)
    before = dict(state.cards)
    from orgmodel.model import Raci

    state.take(SHOP.with_responsibility(changed(SHOP.responsibilities[0], raci=Raci({"tills": "A"}))))
    assert {team for team, card in state.cards.items() if card is not before[team]} == {"shop", "web-sre", "tills"}


# The tray


@given(st.tuples(*[st.integers(0, 60)] * 3), st.frozensets(st.sampled_from(SECTIONS)), st.integers(0, 4000))
def test_the_lines_of_the_tray_are_found_where_they_stand(counts, folded, y):
    tray = TrayLayout(counts, folded)
    lines = list(tray.lines(0, tray.height))
    assert all(line.y + line.height <= after.y for line, after in pairwise(lines))
    shown = [line for line in lines if line.place is not None]
    assert len(shown) == sum(n for n, section in zip(counts, SECTIONS, strict=True) if section not in folded)
    for line in shown:
        assert tray.row_y(line.section, line.place) == line.y
    part = [line for line in tray.lines(y, y + 200) if line.y < y + 200 and line.y + line.height > y]
    assert part == [line for line in lines if line.y < y + 200 and line.y + line.height > y]
    found = tray.line_at(y)
    assert found is None or found.y <= y < found.y + found.height


def test_a_row_stands_in_every_list_that_it_belongs_to():
    lists = TrayLists(SHOP)
    assert lists.places == {"nobody": [3], "several": [4], "open": [3, 4]}
