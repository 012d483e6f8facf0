"""The words of a page's content: colours, numbers and outlines as PDF writes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from orgmodel.diagram.path import Close, Cubic, Line, Move, Segment
from orgmodel.pdf.style import POINT

TO_HUNDREDTHS: Final = 100 / POINT
"""From millimetres to hundredths of a point, in which places on a page are rounded."""


@cache
def number(hundredths: int) -> str:
    return f"{hundredths / 100:g}"


def operators(segments: Sequence[Segment]) -> str:
    """The steps of an outline, unpainted, in its own units."""
    steps = []
    for segment in segments:
        match segment:
            case Move(x, y):
                steps.append(f"{x:.3f} {y:.3f} m")
            case Line(x, y):
                steps.append(f"{x:.3f} {y:.3f} l")
            case Cubic():
                steps.append(" ".join(f"{number:.3f}" for number in segment) + " c")
            case Close():
                steps.append("h")
    return " ".join(steps)


def rounded(left: float, low: float, wide: float, high: float, radius: float) -> str:
    """The operators of a rectangle with round corners, in points."""
    radius = min(radius, wide / 2, high / 2)
    bend = radius * 0.4477
    right, top = left + wide, low + high
    numbers = (
        (left + radius, low, "m"),
        (right - radius, low, "l"),
        (right - bend, low, right, low + bend, right, low + radius, "c"),
        (right, top - radius, "l"),
        (right, top - bend, right - bend, top, right - radius, top, "c"),
        (left + radius, top, "l"),
        (left + bend, top, left, top - bend, left, top - radius, "c"),
        (left, low + radius, "l"),
        (left, low + bend, left + bend, low, left + radius, low, "c"),
    )
    return " ".join(" ".join(n if isinstance(n, str) else f"{n:.2f}" for n in step) for step in numbers) + " h"


@cache
def fill_operator(colour: str) -> str:
    return f"{_components(colour)} rg"


@cache
def stroke_operator(colour: str) -> str:
    return f"{_components(colour)} RG"


def _components(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))
