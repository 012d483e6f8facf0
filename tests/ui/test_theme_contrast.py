"""The colours hold what the visual standard promises: contrast of text and marks, and team kinds told apart."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from ui.theme import CONTRAST, DARK, LIGHT, Theme

KINDS = ("application", "application-sre", "infrastructure-sre", "frontline")
# Linear RGB as people with that vision see it (Machado, Oliveira and Fernandes 2009, severity 1).
VISION = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
themes = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)


@themes
def test_text_reaches_4_5_to_1(theme: Theme) -> None:
    grounds = (theme.paper, theme.chrome, theme.hover, theme.accent_tint)
    pairs = [(ink, ground) for ink in (theme.ink, theme.ink2, theme.ink3) for ground in grounds]
    pairs += [(ink, ground) for ink in (theme.accent, theme.error, theme.warning) for ground in grounds[:2]]
    pairs += [(theme.on_accent, theme.accent), (theme.ink, theme.error_tint), (theme.ink, theme.warning_tint)]
    pairs += [(theme.on_kind, theme.kinds[kind]) for kind in KINDS]
    pairs += [(theme.kinds[kind], theme.kind_tints[kind]) for kind in KINDS]
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5} == {}


@themes
def test_marks_and_borders_reach_3_to_1(theme: Theme) -> None:
    marks = [(mark, ground) for mark in (theme.control, theme.accent) for ground in (theme.paper, theme.chrome)]
    marks += [(theme.error, theme.paper), (theme.accent, theme.accent_tint)]
    assert {pair: contrast(*pair) for pair in marks if contrast(*pair) < 3} == {}


def test_high_contrast_reaches_7_to_1() -> None:
    theme = CONTRAST
    inks = (theme.ink, theme.ink2, theme.ink3, theme.accent, theme.error, theme.warning)
    pairs = [(ink, ground) for ink in inks for ground in (theme.paper, theme.chrome)]
    pairs += [(theme.ink, ground) for ground in (theme.hover, theme.accent_tint, theme.error_tint, theme.warning_tint)]
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 7} == {}
    assert min(contrast(line, theme.paper) for line in (theme.control, theme.line2)) >= 4.5


@themes
@pytest.mark.parametrize("vision", VISION)
def test_team_kinds_are_told_apart(theme: Theme, vision: str) -> None:
    seen = {kind: oklab(transformed(linear(theme.kinds[kind]), VISION[vision])) for kind in KINDS}
    near = {pair: 100 * dist(seen[pair[0]], seen[pair[1]]) for pair in combinations(KINDS, 2)}
    assert {pair: distance for pair, distance in near.items() if distance < 8} == {}


def linear(colour: str) -> tuple[float, ...]:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def contrast(one: str, other: str) -> float:
    dark, light = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (light + 0.05) / (dark + 0.05)


def transformed(rgb: tuple[float, ...], matrix: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    return tuple(min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in matrix)


def oklab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = rgb
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
