"""Page operators as paths of SVG: what marks and letters are drawn with, read once and said in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import sqrt
from typing import Final, NamedTuple

Matrix = tuple[float, float, float, float, float, float]

_CAPS: Final = {"1": "round", "2": "square"}
_STEPS: Final = frozenset({"m", "l", "c", "re", "h"})
_PAINTS: Final = {"S": "stroke", "f": "fill", "B": "both", "n": ""}


def said(number: float) -> str:
    """A number with two decimals at most: `12.5`, `0`."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def lengths(dash: str, scale: float = 1.0) -> str:
    return " ".join(said(float(each) * scale) for each in dash.split())


def path(  # noqa: PLR0917 (what a path is, in the order of its attributes)
    data: str, fill: str | None = None, stroke: str | None = None, width: float = 1.0, dash: str = "", cap: str = ""
) -> str:
    """One path element; `dash` is lengths of lines and gaps, `cap` how lines end and meet."""
    ink = f' stroke="{stroke}" stroke-width="{said(width)}"' if stroke else ""
    if stroke and dash:
        ink += f' stroke-dasharray="{dash}"'
    if stroke and cap:
        ink += f' stroke-linecap="{cap}" stroke-linejoin="{cap if cap == "round" else "miter"}"'
    return f'<path d="{data}" fill="{fill or "none"}"{ink}/>'


class _State(NamedTuple):
    """What is set while operators are read."""

    matrix: Matrix
    fill: str = "#000000"
    stroke: str = "#000000"
    width: float = 1.0
    dash: str = ""
    cap: str = ""

    @property
    def scale(self) -> float:
        a, b, c, d, _, _ = self.matrix
        return sqrt(abs(a * d - b * c))


@lru_cache(maxsize=4096)
def paths(drawn: str) -> str:
    """Operators as path elements, up turned to down; raises `ValueError` on any that nothing here draws with."""
    return "".join(_Reading().read(drawn))


class _Reading:
    def __init__(self) -> None:
        self._state = _State((1, 0, 0, -1, 0, 0))
        self._kept: list[_State] = []
        self._data: list[str] = []
        self._made: list[str] = []

    def read(self, drawn: str) -> list[str]:
        held: list[str] = []
        for word in drawn.replace("[", " [ ").replace("]", " ] ").split():
            if word in "[]" or word[0] in "-.0123456789":
                held.append(word)
            else:
                self._take(word, held)
                held = []
        return self._made

    def _take(self, word: str, held: Sequence[str]) -> None:
        if word in _STEPS:
            self._step(word, [float(each) for each in held])
        elif word in _PAINTS:
            self._paint(_PAINTS[word])
        elif word == "q":
            self._kept.append(self._state)
        elif word == "Q":
            self._state = self._kept.pop()
        elif word in _SETTING:
            self._state = _SETTING[word](self._state, held)
        else:
            raise ValueError(f"no picture is drawn with the operator “{word}”")

    def _step(self, word: str, numbers: list[float]) -> None:
        if word == "h":
            self._data.append("Z")
        elif word == "re":
            x, y, wide, high = numbers
            corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
            self._data.append(f"M{'L'.join(self._at(*corner) for corner in corners)}Z")
        else:
            points = [self._at(*numbers[place : place + 2]) for place in range(0, len(numbers), 2)]
            self._data.append(f"{word.upper()}{' '.join(points)}")

    def _paint(self, how: str) -> None:
        state = self._state
        if how and self._data:
            fill = state.fill if how != "stroke" else None
            stroke = state.stroke if how != "fill" else None
            dash = lengths(state.dash, state.scale)
            self._made.append(path("".join(self._data), fill, stroke, state.width * state.scale, dash, state.cap))
        self._data = []

    def _at(self, x: float, y: float) -> str:
        a, b, c, d, e, f = self._state.matrix
        return f"{said(a * x + c * y + e)} {said(b * x + d * y + f)}"


def _within(outer: Matrix, inner: Sequence[float]) -> Matrix:
    a, b, c, d, e, f = outer
    k, m, n, p, x, y = inner
    return a * k + c * m, b * k + d * m, a * n + c * p, b * n + d * p, a * x + c * y + e, b * x + d * y + f


def _colour(parts: Sequence[str]) -> str:
    return "#" + "".join(f"{round(float(part) * 255):02X}" for part in parts)


_SETTING: Final[Mapping[str, Callable[[_State, Sequence[str]], _State]]] = {
    "cm": lambda state, held: state._replace(matrix=_within(state.matrix, [float(each) for each in held])),
    "rg": lambda state, held: state._replace(fill=_colour(held)),
    "RG": lambda state, held: state._replace(stroke=_colour(held)),
    "w": lambda state, held: state._replace(width=float(held[0])),
    "d": lambda state, held: state._replace(dash=" ".join(each for each in held[:-1] if each not in "[]")),
    "J": lambda state, held: state._replace(cap=_CAPS.get(held[0], "")),
    "j": lambda state, _: state,
}
