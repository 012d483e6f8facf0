"""Names, counts, times and days as they stand in a sentence: `A, B and 3 more`, `two teams`, `31 March 2027`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

_ONES: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MOST_DECIMALS: Final = 9


def spelled(number: int) -> str:
    """`forty-two`; figures from a hundred on."""
    if not 0 <= number < 100:
        return f"{number:,}"
    if number < 20:
        return (_ONES + _TEENS)[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 team`, `1,200 teams`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def headcount(people: int | None) -> str:
    """`8 people`, `1 person`, `people unknown`."""
    return "people unknown" if people is None else counted(people, "person", "people")


def few(number: int, singular: str, plural: str | None = None) -> str:
    """`one team`, `two teams`; figures from eleven on."""
    thing = singular if number == 1 else plural or singular + "s"
    return f"{spelled(number) if number <= 10 else f'{number:,}'} {thing}"


def short(number: float, least: int = 0) -> str:
    """`2.75`, `1,200`: with two decimals at most and so many at least; with more where it would read as 0."""
    decimals = 2
    while number and decimals < _MOST_DECIMALS and round(number, decimals) == 0:
        decimals += 1
    whole, _, rest = f"{number:,.{decimals}f}".partition(".")
    rest = rest.rstrip("0").ljust(least, "0")
    return f"{whole}.{rest}" if rest else whole


def lasting(minutes: float) -> str:
    """`5 minutes`, `5 minutes 1 second`; seconds to the hundredth."""
    whole, hundredths = divmod(round(minutes * 6000), 6000)
    parts = [f"{whole} {'minute' if whole == 1 else 'minutes'}"] if whole or not hundredths else []
    if hundredths:
        parts.append(f"{hundredths / 100:g} {'second' if hundredths == 100 else 'seconds'}")
    return " ".join(parts)


def capital(sentence: str) -> str:
    """A sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def listed(names: Sequence[str], most: int | None = None) -> str:
    """`A, B and C`; where there are more than `most`, the last of those places counts the rest: `A, B and 3 more`."""
    shown = list(names)
    if most is not None and len(shown) > most:
        shown = [*shown[: most - 1], f"{len(shown) - most + 1:,} more"]
    return "".join(shown) if len(shown) < 2 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def day(on: date) -> str:
    """`31 March 2027`, whatever the machine's language."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
