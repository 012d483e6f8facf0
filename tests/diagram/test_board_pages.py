"""The board on paper: every card on one page, no line of cards torn, and no card higher than its page."""

from hypothesis import given, settings
from hypothesis import strategies as st
from test_board_places import organizations

from orgmodel.diagram.board import Block, card_of, cards, held_rows, with_parts
from orgmodel.diagram.board_groups import groups
from orgmodel.diagram.board_pages import fitted, fitting, pages_of
from orgmodel.diagram.board_places import Look, card_height, card_lines, card_width_in, lay_out
from orgmodel.diagram.board_sizes import PAPER
from orgmodel.model import REFERENCE_LAYERS, Layer, Organization, Raci, Responsibility, Service, Team
from orgmodel.model.value import changed

LOOK = changed(Look(lambda _, __: 3), sizes=PAPER)
WIDTHS = st.integers(6000, 42000)
ROOMS = st.integers(12000, 30000)


def board(organization, width):
    held = held_rows(organization.responsibilities)
    made = {team: with_parts(organization, card) for team, card in cards(organization, held).items()}
    return made, lay_out(groups(organization, made, "product"), made, LOOK, width)


@settings(max_examples=50, deadline=None)
@given(organizations(), WIDTHS, ROOMS, st.integers(0, 3000))
def test_every_card_is_on_one_page_and_ends_on_it(organization, width, room, gaps):
    made, layout = board(organization, width)
    pages = pages_of(fitted(layout, LOOK, room, room - gaps), room, room - gaps)
    assert sorted(place.team for page in pages for place in page.cards) == sorted(made)
    for number, page in enumerate(pages):
        most = room if number else room - gaps
        assert page.cards
        assert page.brackets
        assert min(bracket.rect.y for bracket in page.brackets) == page.top
        for place in page.cards:
            assert place.rect.bottom - page.top <= most
            assert not any(place.rect.overlaps(other.rect) for other in page.cards if other is not place)
            assert any(bracket.rect.bottom == place.rect.y for bracket in page.brackets)


@settings(max_examples=50, deadline=None)
@given(organizations(), ROOMS)
def test_what_is_listed_fits_and_no_less_than_could_be(organization, room):
    width = card_width_in(26900, PAPER)
    for card in board(organization, 26900)[0].values():
        look = fitting([card], LOOK, width, room)
        assert card_height(card, look, width) + PAPER.bracket <= room
        listed = sum(line.kind in ("row", "part") for line in card_lines(card, look, width))
        rows = sum(len(block.places) for block in card.blocks if block.is_own)
        assert listed == rows or any(line.kind == "more" for line in card_lines(card, look, width)) or listed < rows


def of_services(rows):
    services = tuple(Service(f"s{place}", f"Service {place}") for place in range(2))
    made = tuple(
        Responsibility(f"r{place}", f"Row {place}", f"s{place % 2}", "application", raci=Raci({"app": "A"}))
        for place in range(rows)
    )
    return Organization("Two", teams=(Team("app", "App", "application"),), services=services, responsibilities=made)


def test_services_stand_for_the_rows_that_are_too_many_to_list():
    organization = of_services(40)
    card = with_parts(organization, card_of(organization, organization.teams[0], range(40)))
    shown = card_lines(card, changed(LOOK, listed=10), 6500)
    assert [line.kind for line in shown] == ["layer", "part", "part"]
    assert card.blocks[0].part_of(shown[2].place) == tuple(range(1, 40, 2))
    shown = card_lines(card, changed(LOOK, listed=40), 6500)
    assert [line.kind for line in shown] == ["layer", *["row"] * 40]


def test_rows_of_one_service_have_no_parts():
    organization = changed(of_services(3), services=())
    rows = tuple(changed(row, service=None) for row in organization.responsibilities)
    organization = organization.copy_with(responsibilities=rows)
    card = with_parts(organization, card_of(organization, organization.teams[0], range(3)))
    assert card.blocks == (Block("application", "Application", (0, 1, 2), is_own=True),)


def test_layers_that_a_page_cannot_hold_are_counted_in_one_line():
    layers = tuple(Layer(f"l{place}", f"Layer {place}") for place in range(60))
    rows = tuple(
        Responsibility(f"r{place}", f"Row {place}", layer=f"l{place}", raci=Raci({"app": "A"})) for place in range(60)
    )
    organization = Organization("High", layers=(*REFERENCE_LAYERS, *layers), teams=(Team("app", "App"),),
                                responsibilities=rows)  # fmt: skip
    card = card_of(organization, organization.teams[0], range(60))
    look = fitting([card], LOOK, 6500, 15000)
    lines = card_lines(card, look, 6500)
    assert lines[-1].kind == "others"
    assert sum(line.kind in ("layer", "folded") for line in lines) == look.most_layers
    assert card_height(card, look, 6500) <= 15000
