"""Where cards, brackets and lines of the board stand, as laws of any organisation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.diagram.board import cards, held_rows
from orgmodel.diagram.board_groups import groups
from orgmodel.diagram.board_places import (
    LISTED,
    Folding,
    Look,
    Slot,
    card_height,
    card_lines,
    columns_in,
    lay_out,
)
from orgmodel.model import KIND_NAMES, REFERENCE_LAYERS, Organization, Raci, Responsibility, Service, Team

LAYERS = (None, *(layer.id for layer in REFERENCE_LAYERS))
WIDTHS = st.integers(200, 2400)


def one_or_two(name, width):
    return 1 if len(name) * 9 <= width - 66 else 2


@st.composite
def organizations(draw):
    kinds = draw(st.lists(st.sampled_from(list(KIND_NAMES)), max_size=9))
    ids = [f"t{place}" for place in range(len(kinds))]
    teams = [
        Team(
            team,
            draw(st.sampled_from(["Web", "A team with a name of two lines, at least"])),
            kind,
            supports=tuple(draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))),
            parent=draw(st.sampled_from([None, *ids])),
            status=draw(st.sampled_from(["active", "planned", "archived"])),
        )
        for team, kind in zip(ids, kinds, strict=True)
    ]
    letters = st.dictionaries(st.sampled_from([*ids, "ghost"]), st.sampled_from(["A", "AR", "R", "C", "I"]), max_size=4)
    rows = [
        Responsibility(f"r{place}", f"Row {place}", layer=draw(st.sampled_from(LAYERS)), raci=Raci(draw(letters)))
        for place in range(draw(st.integers(0, 40)))
    ]
    services = tuple(Service(f"s{team}", f"Service {team}", team) for team in ids if draw(st.booleans()))
    return Organization("Any", teams=tuple(teams), responsibilities=tuple(rows), services=services)


def boards(organization, by, look, width):
    made = cards(organization, held_rows(organization.responsibilities))
    return made, lay_out(groups(organization, made, by), made, look, width)


LOOKS = st.sampled_from(["both", "rows", "operations", "none"]).map(lambda bars: Look(one_or_two, bars))
BY = st.sampled_from(["product", "kind", "parent"])


@settings(max_examples=60, deadline=None)
@given(organizations(), BY, LOOKS, WIDTHS)
def test_every_card_stands_once_clear_of_the_others_and_under_a_bracket(organization, by, look, width):
    made, layout = boards(organization, by, look, width)
    assert sorted(place.team for place in layout.cards) == sorted(made)
    for place in layout.cards:
        assert place.rect.x >= 0
        assert place.rect.bottom <= layout.height
        assert place.rect.right <= layout.width
        assert not any(place.rect.overlaps(other.rect) for other in layout.cards if other is not place)
        assert not place.rect.overlaps(layout.new_team)
        assert any(
            bracket.group == place.group and bracket.rect.bottom == place.rect.y and bracket.rect.x <= place.rect.x
            for bracket in layout.brackets
        )
        assert layout.card_at(place.rect.centre.x, place.rect.y + 1) is place


@settings(max_examples=60, deadline=None)
@given(organizations(), LOOKS, st.data())
def test_the_lines_of_a_card_fill_it_from_the_bars_to_its_end(organization, look, data):
    made, _ = boards(organization, "kind", look, 900)
    for card in made.values():
        keys = [(card.team.id, block.layer) for block in card.blocks]
        chosen = st.frozensets(st.sampled_from(keys)) if keys else st.just(frozenset())
        shown = Look(one_or_two, look.bars, Folding(data.draw(chosen), data.draw(chosen)))
        lines = card_lines(card, shown, 263)
        ends = [line.y + line.height for line in lines]
        assert all(line.y >= end for line, end in zip(lines[1:], ends, strict=False))
        assert lines[0].y >= shown.lines_top(card, 263)
        assert card_height(card, shown, 263) >= ends[-1]
        assert card_height(card, shown, 263) - ends[-1] <= 14
        listed = [line.place for line in lines if line.kind == "row"]
        assert len(set(listed)) == len(listed)


@settings(max_examples=60, deadline=None)
@given(organizations(), LOOKS, st.data())
def test_a_slot_stands_in_the_order_of_the_file_and_moves_nothing_above_it(organization, look, data):
    made, _ = boards(organization, "kind", look, 900)
    for card in made.values():
        slot = Slot(data.draw(st.sampled_from(LAYERS)), data.draw(st.integers(0, 40)))
        before, lines = card_lines(card, look, 263), card_lines(card, look, 263, slot)
        found = [place for place, line in enumerate(lines) if line.kind == "slot"]
        assert len(found) == 1
        assert lines[: found[0]] == before[: found[0]]
        block = [line for line in lines if line.layer == slot.layer and line.kind in ("row", "slot")]
        places = [line.place for line in block]
        if len([line for line in lines if line.kind == "more" and line.layer == slot.layer]) == 0:
            assert places == sorted(places)


def test_a_long_list_is_cut_and_says_so_and_the_whole_of_it_can_be_listed():
    rows = tuple(Responsibility(f"r{n}", f"Row {n}", layer="application", raci=Raci({"app": "A"})) for n in range(30))
    organization = Organization("Long", teams=(Team("app", "App", "application"),), responsibilities=rows)
    made, _ = boards(organization, "kind", Look(one_or_two), 900)
    key = ("app", "application")
    kinds = [line.kind for line in card_lines(made["app"], Look(one_or_two), 263)]
    assert (kinds.count("row"), kinds.count("more")) == (LISTED, 1)
    whole = Look(one_or_two, folding=Folding().with_whole(key))
    kinds = [line.kind for line in card_lines(made["app"], whole, 263)]
    assert (kinds.count("row"), kinds.count("more")) == (30, 1)
    folded = Look(one_or_two, folding=Folding().turned(key))
    assert [line.kind for line in card_lines(made["app"], folded, 263)] == ["folded"]


def test_four_cards_stand_side_by_side_in_a_window_of_1440_and_three_beside_the_docks():
    assert columns_in(1440 - 44 - 272) == 4
    assert columns_in(1440 - 344 - 272 - 12) == 3
    assert columns_in(10) == 1
