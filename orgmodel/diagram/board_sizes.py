"""The sizes of the board of teams on screen and on paper."""

from __future__ import annotations

from typing import Final

from orgmodel.model.value import value


@value
class BoardSizes:
    """Lengths in the whole unit of a medium: pixels on screen, hundredths of a millimetre on paper.

    A card gives up so much of its `card_width` as leaves the `narrowest`, where that makes room for one more beside
    it. Above a line of cards is `top` once and the `bracket` with its words, under it `below`. A card is a `head` with
    so many `title_line`s, then bars of a height of `bar` with `bars_pad` under them, then from `lead` on its lines: a
    `line` for a row, `folded` for the head of a layer, `apart` between the rows of a layer and what stands below
    them, and `pad` at the end.
    """

    card_width: int
    narrowest: int
    gap: int
    margin: int
    top: int
    bracket: int
    below: int
    head: int
    title_line: int
    bar: int
    bars_pad: int
    lead: int
    line: int
    folded: int
    apart: int
    pad: int
    new_card: int


SCREEN: Final = BoardSizes(
    card_width=263,
    narrowest=248,
    gap=13,
    margin=16,
    top=8,
    bracket=30,
    below=24,
    head=85,
    title_line=20,
    bar=39,
    bars_pad=13,
    lead=4,
    line=26,
    folded=28,
    apart=6,
    pad=8,
    new_card=64,
)

PAPER: Final = BoardSizes(
    card_width=6600,
    narrowest=5900,
    gap=300,
    margin=0,
    top=0,
    bracket=600,
    below=400,
    head=1220,
    title_line=400,
    bar=760,
    bars_pad=190,
    lead=70,
    line=510,
    folded=530,
    apart=90,
    pad=150,
    new_card=0,
)
