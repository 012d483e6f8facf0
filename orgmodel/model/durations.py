"""Lengths of time as the file writes them: one whole number and one unit."""

from __future__ import annotations

from typing import Final, Literal

from orgmodel.model.value import value

Unit = Literal["s", "m", "h", "d"]
Minutes = float

MINUTES_IN: Final[dict[str, float]] = {"s": 1 / 60, "m": 1, "h": 60, "d": 24 * 60}


@value
class Duration:
    """`90s`, `15m`, `12h`, `7d`: the unit is kept, so that what was written is what is written back."""

    count: int
    unit: Unit

    @property
    def minutes(self) -> Minutes:
        return self.count * MINUTES_IN[self.unit]

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


def duration_from(text: str) -> Duration | None:
    """None where the text is not one whole number of at most nine digits and one of the units s, m, h, d."""
    number, unit = text[:-1], text[-1:]
    if unit not in MINUTES_IN or not number.isdecimal() or not number.isascii() or len(number) > 9:
        return None
    return Duration(int(number), unit)  # type: ignore[arg-type]
