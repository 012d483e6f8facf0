"""The chain's automatic layout against Graphviz `dot`, which has no lines to keep within: how soon, and how clear."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.timing import Result, paired
from orgmodel.diagram.contents import contents
from orgmodel.diagram.crossings import Spot, crossings
from orgmodel.diagram.layout import Way, arranged, column_count
from orgmodel.diagram.measures import screen_measures
from orgmodel.diagram.places import weighed
from orgmodel.document import Document
from orgmodel.model import TeamId
from orgmodel.yaml_file import read_file, read_text
from sample_orgs.generate import generated

CARDS = 1000
SOONER, CROSSED = 1 / 20, 1.1
"""Times `dot`, at most."""
_MEASURES = screen_measures(lambda _role, text: 7.0 * len(text))

Bands = tuple[tuple[TeamId, ...], ...]


def laying_out(samples: Sequence[Path]) -> list[Result]:
    """Nothing is measured where there is no `dot`."""
    if shutil.which("dot") is None:
        return [Result("layout: there is no “dot” here to compare with", 0.0, None, None, is_ratio=False)]
    bands, ways, columns = _asked(read_text(generated(CARDS, 2 * CARDS), "generated").document)

    def ours() -> None:
        arranged.cache_clear()
        arranged(bands, ways, columns)

    source = _dot(bands, ways)
    results = [paired(f"layout, {CARDS:,} cards: dot as a process", ours, lambda: _laid_out(source), SOONER, runs=9)]
    for sample in samples:
        bands, ways, columns = _asked(read_file(sample).document)
        ends = [(way.source, way.target) for way in ways]
        cells = arranged(bands, ways, columns)
        theirs = crossings(_laid_out(_dot(bands, ways)), ends)
        mine = crossings({team: _spot(*cell) for team, cell in cells.items()}, ends)
        name = f"layout, {sample.stem}: crossings, against dot"
        results.append(Result(name, mine, theirs, CROSSED if theirs else 0, is_ratio=bool(theirs), unit="crossings"))
    return results


def _asked(document: Document) -> tuple[Bands, tuple[Way, ...], int]:
    shown = contents(document.organization, ())
    bands = tuple(tuple(team.id for team in storey.teams) for storey in shown.storeys)
    return bands, weighed(shown.ways), column_count([len(band) for band in bands], _MEASURES)


def _spot(column: int, line: int) -> Spot:
    across, down = _MEASURES.card_width + _MEASURES.column_gap, _MEASURES.card_height + _MEASURES.line_gap
    return column * across, line * down


def _dot(bands: Bands, ways: Sequence[Way]) -> str:
    """The same cards and bands for `dot`: a band is a rank."""
    ranks = ["".join(["{rank=same; ", "; ".join(map(json.dumps, band)), "}"]) for band in bands if band]
    cards = {team for band in bands for team in band}
    lines = [f'"{way.source}" -> "{way.target}"' for way in ways if way.source in cards]
    return "\n".join(["digraph chain {", "rankdir=BT; node [shape=box, width=2.6, height=1]", *ranks, *lines, "}"])


def _laid_out(source: str) -> Mapping[TeamId, Spot]:
    """Where `dot` puts the middle of each card, in inches."""
    printed = subprocess.run(["dot", "-Tplain"], input=source, capture_output=True, check=True, text=True).stdout
    words = [line.split() for line in printed.splitlines()]
    return {TeamId(each[1].strip('"')): (float(each[2]), float(each[3])) for each in words if each[0] == "node"}
