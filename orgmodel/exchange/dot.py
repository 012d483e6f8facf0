"""The support chain in the language of Graphviz, to be laid out and styled by its programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgmodel.document import Document
from orgmodel.exchange.chain_words import ChainWords, EscalationWords, Stroke, chain_words
from orgmodel.model import ALERT
from orgmodel.names_in_sentences import with_symbols
from orgmodel.sentences import counted

_STROKES: Final[dict[Stroke, str]] = {
    "always": "",
    "conditional": "style=dashed",
    "told": "style=dotted, arrowhead=odot",
}


def dot(document: Document) -> str:
    """A directed graph, a cluster for each band; ends with a newline."""
    words = chain_words(document)
    head = (
        "digraph chain {",
        f'  label={quoted(words.title)}; labelloc=t; rankdir=BT; charset="UTF-8"',
        '  node [shape=box, style=rounded, fontname="IBM Plex Sans, sans-serif"]',
        '  edge [fontname="IBM Plex Sans, sans-serif", fontsize=10]',
    )
    return "\n".join([*head, *_bands(words), *map(_escalation, words.escalations), "}"]) + "\n"


def _bands(words: ChainWords) -> Iterator[str]:
    for place, band in enumerate(words.bands):
        if not band.teams and not band.nobody:
            continue
        yield f"  subgraph cluster_{place} {{"
        yield f"    label={quoted(band.title)}; style=dashed"
        for team in band.teams:
            dashed = ', style="rounded,dashed"' if team.is_missing else ""
            yield f"    {_node(team.id)} [label={quoted(team.name, team.said)}{dashed}]"
        if band.nobody:
            label = quoted("Nobody", counted(band.nobody, "row"))
            yield f'    "nobody:{place}" [label={label}, style="rounded,dashed", color="#B3261E"]'
        yield "  }"
    if words.has_alert:
        yield f'  {_node(ALERT)} [label="Alert", shape=oval]'


def _escalation(each: EscalationWords) -> str:
    said = f"label={quoted(each.said)}" if each.said else ""
    attributes = ", ".join(part for part in (said, _STROKES[each.stroke]) if part)
    return f"  {_node(each.source)} -> {_node(each.target)}" + (f" [{attributes}]" if attributes else "")


def _node(team: str) -> str:
    return quoted(f"team:{team}")


def quoted(*lines: str) -> str:
    """Lines of text as one string of data: no sign of Graphviz's means anything in it."""
    return '"' + "\\n".join(_plain(line) for line in lines) + '"'


def _plain(line: str) -> str:
    text = with_symbols(" ".join(line.split()))
    # “&amp;” and the like are read as characters, wherever they stand.
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
