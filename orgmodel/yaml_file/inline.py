"""Collections in brackets and braces: their parts put into another order, some gone and some new, the rest as it stood.

Between two parts stand a comma, perhaps a comment to the part before, and what leads to the part after: spaces, or a
line break with comments of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from orgmodel.yaml_file.blocks import Kept
from orgmodel.yaml_file.nodes import Mapping, Sequence
from orgmodel.yaml_file.source import Edit, NotPatchable, Source

_BETWEEN = re.compile(r"(?P<comma>[ \t]*,)?(?P<beside>[ \t]*#[^\r\n]*)?(?P<lead>[\s\S]*)")


class Part(NamedTuple):
    """One part in brackets: what leads to it, where it stands, and the comment beside it."""

    lead: str
    start: int
    end: int
    beside: str


def spans_of(source: Source, held: Mapping | Sequence) -> list[tuple[int, int]]:
    """From where to where each entry or item stands."""
    if isinstance(held, Mapping):
        return [(source.at(key.start), max(source.at(key.end), source.end(part))) for key, part in held.entries]
    return [(source.at(item.start), source.end(item)) for item in held.items]


def reordered(source: Source, held: Mapping | Sequence, order: list[Kept | str]) -> Edit:
    """One edit that puts the parts of a collection in brackets, kept ones and new texts, into an order.

    Raises `NotPatchable` where it has no parts, or comments before a comma.
    """
    inside, close = _inside(source, held)
    parts, has_last_comma, tail = _parts(source, spans_of(source, held), inside, close)
    leads = [part.lead for part in parts]
    lead = _usual_lead(source, leads)
    pieces: list[str] = []
    commented = False
    for place, part in enumerate(order):
        old = parts[part.place] if isinstance(part, Kept) else None
        before = old.lead if old else lead
        if place == 0 and "#" not in before:
            before = leads[0] if "#" not in leads[0] else ""
        elif old is parts[0] and "#" not in before:
            before = lead
        if commented and "\n" not in before:
            before = source.newline + before
        text = source.applied(part.edits, old.start, old.end) if isinstance(part, Kept) and old else str(part)
        comma = "," if place < len(order) - 1 or has_last_comma else ""
        pieces += before, text, comma, old.beside if old else ""
        commented = bool(old and old.beside)
    if not order:
        tail = ""
    elif commented and not tail.startswith(("\n", "\r")):
        tail = source.newline + tail
    return Edit(inside, close, "".join(pieces) + tail)


def _usual_lead(source: Source, leads: list[str]) -> str:
    """What leads to a new part: a line of its own where the others have one, else a space."""
    for lead in leads[1:] or leads:
        _, line_break, indentation = lead.rpartition("\n")
        if line_break:
            return source.newline + indentation
    return " "


def _inside(source: Source, held: Mapping | Sequence) -> tuple[int, int]:
    """The offsets after the opening and before the closing bracket."""
    opening, closing = ("{", "}") if isinstance(held, Mapping) else ("[", "]")
    start, end = source.text.find(opening, source.at(held.start)) + 1, source.at(held.end) - 1
    if not start or source.text[end : end + 1] != closing:
        raise NotPatchable
    return start, end


def _parts(source: Source, spans: list[tuple[int, int]], inside: int, close: int) -> tuple[list[Part], bool, str]:
    """The parts, whether a comma follows the last, and what stands before the closing bracket."""
    if not spans:
        raise NotPatchable
    starts = [start for start, _ in spans]
    lead = source.text[inside : starts[0]]
    parts: list[Part] = []
    has_comma, tail = False, ""
    for (start, end), following in zip(spans, [*starts[1:], None], strict=True):
        between = _BETWEEN.fullmatch(source.text[end : close if following is None else following])
        if between is None or (following is not None and not between["comma"]):
            raise NotPatchable
        parts.append(Part(lead, start, end, between["beside"] or ""))
        lead = between["lead"]
        has_comma, tail = bool(between["comma"]), between["lead"]
    return parts, has_comma, tail
