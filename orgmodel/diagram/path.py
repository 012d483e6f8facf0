"""SVG path data as plain segments, which any medium can draw: moves, lines, cubics and closes, all absolute."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple


class Move(NamedTuple):
    x: float
    y: float


class Line(NamedTuple):
    x: float
    y: float


class Cubic(NamedTuple):
    """A cubic Bézier curve from where the pen is, by two control points, to x and y."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(NamedTuple):
    """A line back to where the subpath began."""


Segment = Move | Line | Cubic | Close

_NUMBERS_OF: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
_NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
_LETTER = re.compile(r"[\s,]*([A-Za-z])")
_ROUND: Final = 0.5522847498307936
"""Control points this share of the radius away make a cubic that a quarter circle cannot be told from."""


@lru_cache(maxsize=256)
def segments(data: str) -> tuple[Segment, ...]:
    """The segments of path data with M L H V C S Q A Z in either case; raises `ValueError` on anything else."""
    pen = _Pen()
    at = 0
    command = ""
    while at < len(data.rstrip()):
        letter = _LETTER.match(data, at)
        if letter:
            command, at = letter[1], letter.end()
            if command.upper() not in _NUMBERS_OF:
                raise ValueError(f"path data knows no command “{command}”: {data}")
        elif not command or command in "Zz":
            raise ValueError(f"path data has a number where a command belongs: {data}")
        numbers, at = _numbers(data, at, command.upper())
        pen.draw(command, numbers)
        command = {"M": "L", "m": "l"}.get(command, command)
    return tuple(pen.drawn)


def rounded(points: Sequence[tuple[float, float]], corner: float) -> tuple[Segment, ...]:
    """A line through points, its bends rounded by a radius or by what the shorter side of a bend leaves room for."""
    made: list[Segment] = [Move(*points[0])]
    for before, bend, after in zip(points, points[1:], points[2:], strict=False):
        back, on = math.dist(before, bend), math.dist(bend, after)
        radius = min(corner, back / 2, on / 2)
        if radius <= 0:
            continue
        start = _towards(bend, before, radius / back)
        end = _towards(bend, after, radius / on)
        made.append(Line(*start))
        made.append(Cubic(*_towards(start, bend, _ROUND), *_towards(end, bend, _ROUND), *end))
    made.append(Line(*points[-1]))
    return tuple(made)


def _numbers(data: str, at: int, command: str) -> tuple[list[float], int]:
    numbers = []
    for place in range(_NUMBERS_OF[command]):
        # The two flags of an arc are one digit each, and may stand without anything between them.
        found = (_FLAG if command == "A" and place in (3, 4) else _NUMBER).match(data, at)
        if not found:
            raise ValueError(f"path data lacks a number after “{command}”: {data}")
        numbers.append(float(found[1]))
        at = found.end()
    return numbers, at


class _Pen:
    """Where the drawing is, and the segments so far."""

    def __init__(self) -> None:
        self.drawn: list[Segment] = []
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.control: tuple[float, float] | None = None

    def draw(self, letter: str, numbers: list[float]) -> None:
        command = letter.upper()
        if letter.islower():
            numbers = self._absolute(command, numbers)
        control = None
        if command == "M":
            self._to(Move(*numbers))
            self.start_x, self.start_y = self.x, self.y
        elif command in "LHV":
            self._to(Line(self.x if command == "V" else numbers[0], self.y if command == "H" else numbers[-1]))
        elif command in "CS":
            mirrored = (
                (2 * self.x - self.control[0], 2 * self.y - self.control[1]) if self.control else (self.x, self.y)
            )
            curve = Cubic(*numbers) if command == "C" else Cubic(*mirrored, *numbers)
            control = (curve.x2, curve.y2)
            self._to(curve)
        elif command == "Q":
            x1, y1, x, y = numbers
            self._to(Cubic(*_towards((self.x, self.y), (x1, y1), 2 / 3), *_towards((x, y), (x1, y1), 2 / 3), x, y))
        elif command == "A":
            for piece in _arc((self.x, self.y), numbers):
                self._to(piece)
        else:
            self.drawn.append(Close())
            self.x, self.y = self.start_x, self.start_y
        self.control = control

    def _to(self, segment: Move | Line | Cubic) -> None:
        self.drawn.append(segment)
        self.x, self.y = segment.x, segment.y

    def _absolute(self, command: str, numbers: list[float]) -> list[float]:
        if command == "A":
            return [*numbers[:5], numbers[5] + self.x, numbers[6] + self.y]
        if command == "V":
            return [numbers[0] + self.y]
        return [number + (self.y if place % 2 else self.x) for place, number in enumerate(numbers)]


def _towards(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _arc(start: tuple[float, float], numbers: list[float]) -> list[Line | Cubic]:
    """An elliptic arc as cubics of a quarter turn at most, by the centre form of SVG 1.1, appendix F.6."""
    rx, ry, rotation, large, sweep, x, y = numbers
    rx, ry = abs(rx), abs(ry)
    if (x, y) == start:
        return []
    if not rx or not ry:
        return [Line(x, y)]
    turn = math.radians(rotation)
    cos, sin = math.cos(turn), math.sin(turn)
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    x1, y1 = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    stretch = math.sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * stretch, ry * stretch
    below = (rx * y1) ** 2 + (ry * x1) ** 2
    factor = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (1 if large != sweep else -1)
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    cx, cy = cos * cx1 - sin * cy1 + (start[0] + x) / 2, sin * cx1 + cos * cy1 + (start[1] + y) / 2
    first = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    span = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    pieces = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    reach = 4 / 3 * math.tan(span / pieces / 4)

    def on(angle: float, along: float) -> tuple[float, float]:
        px = rx * (math.cos(angle) - along * math.sin(angle))
        py = ry * (math.sin(angle) + along * math.cos(angle))
        return cos * px - sin * py + cx, sin * px + cos * py + cy

    angles = [first + span * piece / pieces for piece in range(pieces + 1)]
    curves = [Cubic(*on(begin, reach), *on(end, -reach), *on(end, 0)) for begin, end in pairwise(angles)]
    return [*curves[:-1], curves[-1]._replace(x=x, y=y)]
