"""A length of time as people type it: `15`, `15m`, `15 min`, `2 h`; nothing is unknown."""

from __future__ import annotations

import re
from typing import Final

from orgmodel.model import Duration, duration_from
from ui.translation import tr

_WORDS: Final = {
    "": "m", "m": "m", "min": "m", "mins": "m", "minute": "m", "minutes": "m",
    "s": "s", "sec": "s", "second": "s", "seconds": "s",
    "h": "h", "hour": "h", "hours": "h", "d": "d", "day": "d", "days": "d",
}  # fmt: skip
_TYPED: Final = re.compile(r"([0-9]{1,9})\s*([a-z]*)", re.IGNORECASE)


class NoDuration(ValueError):
    """What was typed is no length of time; its text says what is."""


def typed_duration(text: str) -> Duration | None:
    """None for nothing, which is unknown; NoDuration where it is no length of time."""
    if not text.strip():
        return None
    found = _TYPED.fullmatch(text.strip())
    unit = _WORDS.get(found[2].casefold()) if found else None
    if found is None or unit is None:
        raise NoDuration(tr("“{typed}” is no length of time: type minutes, or one as in 90s, 15m, 2h.", typed=text))
    return duration_from(f"{int(found[1])}{unit}")
