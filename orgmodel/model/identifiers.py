"""How things are named: ids that never change, and subjects that say which kind of thing an id is of."""

from __future__ import annotations

import re
from typing import NewType

TeamId = NewType("TeamId", str)
LayerId = NewType("LayerId", str)
AreaId = NewType("AreaId", str)
ServiceId = NewType("ServiceId", str)
RowId = NewType("RowId", str)
RotationId = NewType("RotationId", str)
PersonId = NewType("PersonId", str)

Subject = NewType("Subject", str)
"""A thing as findings, waivers and decisions name it: `team:web-sre`, `responsibility:database`."""

ALERT = TeamId("alert")
"""Where every page enters the chain; it stands in the place of a team as the source of an escalation."""

ORGANIZATION = Subject("organization")

LONGEST_ID = 64
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def id_from_name(name: str, taken: frozenset[str] | set[str]) -> str:
    """A fresh id that resembles a name: `Web SRE` gives `web-sre`, or `web-sre-2` where that is taken."""
    stem = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))[: LONGEST_ID - 5].strip("-") or "unnamed"
    candidate, number = stem, 2
    while candidate in taken:
        candidate, number = f"{stem}-{number}", number + 1
    return candidate


def subject(kind: str, identifier: str) -> Subject:
    return Subject(f"{kind}:{identifier}")


def subject_parts(named: Subject) -> tuple[str, str]:
    """`("team", "web-sre")` of `team:web-sre`; `("organization", "")` of the organisation itself."""
    kind, _, identifier = named.partition(":")
    return kind, identifier
