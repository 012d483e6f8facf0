"""What stands at the head of the section: what its words mean, and of how many nobody who answers is there at night."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Final, Literal

from orgmodel.pdf.freshness import plan_said
from orgmodel.pdf.matter import Matter
from orgmodel.sentences import counted, listed

Fate = Literal["kept", "off duty", "unreached", "ownerless", "unknown"]

NIGHT: Final = time(3)
SATURDAY_NIGHT: Final = "On Saturday night"
"""What people call the night to Sunday; an hour of it stands for nights and for weekends."""

_AWAY: Final[dict[Fate, str]] = {
    "off duty": "an owner who is off duty",
    "unreached": "an owner whom no route reaches",
    "ownerless": "no owner",
}
"""What so many responsibilities have at night instead of an owner who is there."""


def lead_said(matter: Matter, fates: Mapping[Fate, int]) -> str:
    told = "Find the service, then what is broken: the number beside it is its route."
    return " ".join(part for part in (plan_said(matter), told, _at_night(matter, fates)) if part)


def _at_night(matter: Matter, fates: Mapping[Fate, int]) -> str:
    """Each reason why no owner is there with its number, and apart from them of how many it is unknown."""
    counts = {fate: fates.get(fate, 0) for fate in _AWAY}
    away = [f"{count:,} {'has' if count == 1 else 'have'} {_AWAY[fate]}" for fate, count in counts.items() if count]
    total, unknown = len(matter.organization.responsibilities), fates.get("unknown", 0)
    of = counted(total, "responsibility", "responsibilities")
    if away:
        also = f"; of {unknown:,} it is unknown" if unknown else ""
        return f"{SATURDAY_NIGHT}, of {of} {listed(away)}{also}."
    share = of if unknown == total else f"{unknown:,} of {of}"
    return f"Who is there on Saturday night is unknown for {share}." if unknown else ""


def note_said(zone: str, chain: str) -> str:
    """What the words of the section mean; `chain` is the page of the support chain, nothing where it has none."""
    onward = f"; whom that team calls in turn is on {chain}" if chain else ""
    return (
        "A page is a call to the people on duty after an alert. A route ends at the team that answers for what is "
        f"broken{onward}. “{SATURDAY_NIGHT}” is Sunday at {NIGHT:%H:%M} ({zone}); at other hours others may be there."
    )
