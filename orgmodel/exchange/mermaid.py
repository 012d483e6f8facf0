"""The support chain as a Mermaid flowchart, for a wiki or a repository that draws it in the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgmodel.document import Document
from orgmodel.exchange.chain_words import ChainWords, EscalationWords, Stroke, chain_words
from orgmodel.model import ALERT
from orgmodel.names_in_sentences import with_symbols
from orgmodel.sentences import counted

MOST_ESCALATIONS: Final = 500
MOST_CHARACTERS: Final = 50_000
"""Mermaid's own limits: a longer chart is refused by what draws it."""

_ARROWS: Final[dict[Stroke, str]] = {"always": "-->", "conditional": "-.->", "told": "-.-o"}
_BLANK: Final = "#160;"
"""A space: Mermaid takes no label without a character."""
_ESCAPED: Final = {ord(character): f"#{ord(character)};" for character in '#"<>&;%`\\{}[]|'}


def mermaid(document: Document) -> tuple[str, tuple[str, ...]]:
    """The text, ending with a newline, and sentences about what it had to leave out."""
    words = chain_words(document)
    warnings = []
    shown = words.escalations[:MOST_ESCALATIONS]
    if len(shown) < len(words.escalations):
        warnings.append(
            f"Mermaid draws {MOST_ESCALATIONS} escalations at most, so the last {len(words.escalations) - len(shown)} "
            "of the file are left out: export one service, or use .dot or .svg."
        )
    text = "\n".join(["flowchart BT", *_bands(words), *map(_escalation, shown), *_STYLES]) + "\n"
    if len(text) > MOST_CHARACTERS:
        warnings.append(
            f"Mermaid reads {MOST_CHARACTERS:,} characters at most and this has {len(text):,}: export one service, "
            "raise its maxTextSize, or use .dot or .svg."
        )
    return text, tuple(warnings)


def _bands(words: ChainWords) -> Iterator[str]:
    # Of clusters that nothing joins the first stands lowest, as of cards; the file's first layer is the top one.
    for place, band in reversed(tuple(enumerate(words.bands))):
        if not band.teams and not band.nobody:
            continue
        yield f'  subgraph band{place}["{quoted(band.title)}"]'
        for team in band.teams:
            kind = ":::missing" if team.is_missing else ""
            yield f'    {_node(team.id)}["{quoted(team.name)}<br/>{quoted(team.said)}"]{kind}'
        if band.nobody:
            yield f'    nobody{place}["Nobody: {counted(band.nobody, "row")}"]:::nobody'
        yield "  end"
    if words.has_alert:
        yield '  alert(["Alert"])'


def _escalation(each: EscalationWords) -> str:
    said = f'|"{quoted(each.said)}"|' if each.said else ""
    return f"  {_node(each.source)} {_ARROWS[each.stroke]}{said} {_node(each.target)}"


def _node(team: str) -> str:
    """A name that is no word of Mermaid's; ids have hyphens and no underscores, so that no two become one."""
    return "alert" if team == ALERT else f"t_{team.replace('-', '_')}"


def quoted(text: str) -> str:
    """The text as data within quotes: on one line, what Mermaid reads as a sign written as its number, never empty."""
    return with_symbols(" ".join(text.split())).translate(_ESCAPED) or _BLANK


_STYLES: Final = (
    "  classDef nobody stroke:#B3261E,stroke-dasharray:4 3,color:#B3261E",
    "  classDef missing stroke-dasharray:3 3",
)
