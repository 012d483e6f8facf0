"""The sizes of the chain on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable

from orgmodel.diagram.shapes import Measures, Point, TextRole


def screen_measures(measure: Callable[[TextRole, str], float]) -> Measures:
    """Pixels at 100 %, for a window of 1440 × 900 with its docks open."""
    return Measures(
        measure=measure,
        width=1096,
        height=704,
        label_column=164,
        slot=188,
        card_width=264,
        card_height=104,
        column_gap=96,
        line_gap=72,
        padding=36,
        empty_band=104,
        entry_width=96,
        entry_height=44,
        nobody_height=80,
        clearance=16,
        lane=14,
        corner=8,
        outline=4.5,
        label_height=20,
        reason_height=16,
        label_gap=8,
        pixel=Point(1, 1),
        condition_width=190,
    )


def paper_measures(measure: Callable[[TextRole, str], float], width: float, height: float) -> Measures:
    """Points, for bands over a width and a height: cards of 64 × 16 mm."""
    mm = 72 / 25.4
    return Measures(
        measure=measure,
        width=width,
        height=height,
        label_column=32 * mm,
        slot=44 * mm,
        card_width=64 * mm,
        card_height=16 * mm,
        column_gap=26 * mm,
        line_gap=11 * mm,
        padding=6 * mm,
        empty_band=14 * mm,
        entry_width=24 * mm,
        entry_height=10 * mm,
        nobody_height=14 * mm,
        clearance=3.6 * mm,
        lane=3 * mm,
        corner=2 * mm,
        outline=1.1 * mm,
        label_height=11.5,
        reason_height=10.5,
        label_gap=5,
        pixel=Point(64 * mm / 264, 16 * mm / 104),
        condition_width=46 * mm,
    )
