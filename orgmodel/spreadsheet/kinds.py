"""What kind of team a name says it is, where a table brings nothing but names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from orgmodel.model import TeamKind

_RELIABILITY: Final = frozenset({"sre", "sres", "reliability"})
_SAID: Final[tuple[tuple[TeamKind, frozenset[str]], ...]] = (
    ("governance", frozenset({"governance", "heads", "board", "steering", "pmo"})),
    (
        "frontline",
        frozenset(
            {"frontline", "front line", "first line", "helpdesk", "help desk", "service desk", "support desk", "noc"}
            | {"operations centre", "operations center", "call centre", "call center", "1st line", "l1 support"}
        ),
    ),
    (
        "infrastructure-sre",
        frozenset({"infrastructure", "infra", "platform", "platforms", "network", "networks", "storage", "hosting"}),
    ),
    ("application-sre", _RELIABILITY),
    ("application", frozenset({"application", "applications", "app", "development", "developers", "dev"})),
)
"""From the first on: `Infrastructure SRE` is no SRE of an application, nor does `Web Application SRE` develop one."""


def kind_said(name: str) -> TeamKind:
    """Only what whole words of the name say outright; *other* where they say nothing."""
    words = re.findall(r"\w+", name.casefold())
    said = {*words, *(f"{first} {second}" for first, second in pairwise(words))}
    return next((kind for kind, held in _SAID if not said.isdisjoint(held)), "other")
