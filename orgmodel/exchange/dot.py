"""The support chain in the language of Graphviz, to be laid out and styled by its programs."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from orgmodel.document import Document
from orgmodel.exchange.chain_words import ChainWords, EscalationWords, Stroke, chain_words
from orgmodel.model import ALERT
from orgmodel.names_in_sentences import with_symbols
from orgmodel.sentences import counted

_FONT: Final = 'fontname="IBM Plex Sans, sans-serif"'
_WIDEST: Final = 36
"""Characters in a line of a card."""
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
        f'  graph [label={quoted(words.title)}, labelloc=t, rankdir=BT, newrank=true, charset="UTF-8", {_FONT}]',
        f"  node [shape=box, style=rounded, {_FONT}]",
        f"  edge [fontsize=10, {_FONT}]",
    )
    return "\n".join([*head, *_bands(words), *map(_escalation, words.escalations), "}"]) + "\n"


def _bands(words: ChainWords) -> Iterator[str]:
    """A cluster for each; a point that is not drawn stands in each, and lines between these keep the bands in order."""
    shown = [(place, band) for place, band in enumerate(words.bands) if band.teams or band.nobody]
    for place, band in shown:
        yield f"  subgraph cluster_{place} {{"
        yield f"    label={quoted(band.title)}; labeljust=l; labelloc=b; style=dashed; rank=same"
        yield f'    "band:{place}" [style=invis, shape=point]'
        for team in band.teams:
            dashed = ', style="rounded,dashed"' if team.is_missing else ""
            yield f"    {_node(team.id)} [label={quoted(team.name, team.said)}{dashed}]"
        if band.nobody:
            label = quoted("Nobody", counted(band.nobody, "row"))
            yield f'    "nobody:{place}" [label={label}, style="rounded,dashed", color="#B3261E"]'
        yield "  }"
    if len(shown) > 1:
        order = " -> ".join(f'"band:{place}"' for place, _ in reversed(shown))
        yield f"  {order} [style=invis, weight=100]"
    if words.has_alert:
        yield f'  {_node(ALERT)} [label="Alert", shape=oval]'


def _escalation(each: EscalationWords) -> str:
    said = f"label={quoted(each.said)}" if each.said else ""
    free = "" if each.source == ALERT else "constraint=false"
    attributes = ", ".join(part for part in (said, _STROKES[each.stroke], free) if part)
    return f"  {_node(each.source)} -> {_node(each.target)}" + (f" [{attributes}]" if attributes else "")


def _node(team: str) -> str:
    return quoted(f"team:{team}")


def quoted(*lines: str) -> str:
    """Lines of text as one string of data: no sign of Graphviz's means anything in it, and long ones are broken."""
    broken = [piece for line in lines for piece in wrap(with_symbols(" ".join(line.split())), _WIDEST) or [""]]
    return '"' + "\\n".join(map(_plain, broken)) + '"'


def _plain(text: str) -> str:
    # “&amp;” and the like are read as characters, wherever they stand.
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
