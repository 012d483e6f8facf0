"""The line at a page's foot that explains the marks on it, and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, cast

from orgmodel.diagram.marks import MARKS
from orgmodel.findings import SEVERITIES
from orgmodel.model import KIND_NAMES, PHRASES, Letters, TeamKind
from orgmodel.pdf.drawing.legend_samples import SAMPLES
from orgmodel.pdf.drawing.marks import CELL_WIDTH, UNDEFINED, draw_kind, draw_letters, draw_mark, draw_undefined
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.style import ARROW, INK, INK2, INK3, SMALL
from orgmodel.pdf.type.typesetting import width_of

_GAP: Final = 4.4
_MARK: Final = 3.2
_LINE: Final = 4.6
"""From one line of the legend to the next, in millimetres."""

WORDS: Final = {
    "bell": "can raise a page",
    "book-open": "has a runbook",
    "book-dashed": "no runbook",
    "open": "not yet agreed",
    "waived": "accepted",
}
"""Where a mark's own word would be short of what it says in a table."""
_STEP: Final = 2.0
"""So many millimetres at a time a legend of several lines is made narrower."""


class _Entry(NamedTuple):
    key: str
    word: str
    width: float
    draw: Callable[[Pen, float, float], None]


def draw_legend(pen: Pen) -> None:
    """Explain what `pen.used` holds, in one line if that can be.

    Kinds of team and severities stand beside names and sentences anyway: they are the first to be left out.
    """
    entries, kinds = _entries(tuple(pen.used))
    lines = _broken([*entries, *kinds], pen.sheet.measure)
    if len(lines) > 1:
        lines = _broken(entries, pen.sheet.measure)
    if len(lines) > 1:
        lines = _broken([entry for entry in entries if entry.key not in SEVERITIES], pen.sheet.measure)
    _draw_lines(pen, lines, pen.sheet.legend_base - (len(lines) - 1) * _LINE)


def legend_height(pen: Pen) -> float:
    """How high all that `pen.used` holds is explained, in millimetres; 0 where there is nothing to explain."""
    return len(_all_lines(pen)) * _LINE


def draw_whole_legend(pen: Pen, top: float) -> None:
    """Explain all that `pen.used` holds, in as many lines as that takes."""
    _draw_lines(pen, _all_lines(pen), top + _LINE - 1)


def _all_lines(pen: Pen) -> list[list[_Entry]]:
    """Lines that are about as long as each other, no more than there must be."""
    entries, kinds = _entries(tuple(pen.used))
    every, measure = [*entries, *kinds], pen.sheet.measure
    count = len(_broken(every, measure))
    while count > 1 and len(_broken(every, measure - _STEP)) == count:
        measure -= _STEP
    return _broken(every, measure)


def _draw_lines(pen: Pen, lines: list[list[_Entry]], base: float) -> None:
    for line in lines:
        x = pen.sheet.left
        for entry in line:
            entry.draw(pen, x, base)
            pen.text(x + entry.width + 1.4, base, entry.word, SMALL, INK2)
            x += _wide(entry) + _GAP
        base += _LINE


def _broken(entries: list[_Entry], measure: float) -> list[list[_Entry]]:
    lines: list[list[_Entry]] = [[]] if entries else []
    x = 0.0
    for entry in entries:
        if lines[-1] and x + _wide(entry) > measure:
            lines.append([])
            x = 0.0
        lines[-1].append(entry)
        x += _wide(entry) + _GAP
    return lines


def _wide(entry: _Entry) -> float:
    return entry.width + 1.4 + width_of(entry.word, SMALL)


def _entries(used: tuple[str, ...]) -> tuple[list[_Entry], list[_Entry]]:
    """What has to be explained, and the kinds of team, which stand beside names anyway."""
    kinds = [kind for kind in KIND_NAMES if f"kind-{kind}" in used]
    cells = [kind for kind in KIND_NAMES if f"cell-{kind}" in used]
    shown: TeamKind = "application-sre" if "application-sre" in cells else cells[0] if cells else "other"
    letters = {key.removeprefix("letters-") for key in used if key.startswith("letters-")}
    if "AR" in letters:
        letters |= {"A", "R"}
    entries = [_letters(letter, shown) for letter in "ARCI" if letter in letters]
    entries += [_line(key, word) for key, word in LINE_WORDS.items() if key in used]
    entries += [_Entry(key, *sample) for key, sample in SAMPLES.items() if key in used]
    entries += [_mark(name) for name in MARKS if name in used and not (name == "warning" and "rating-doubted" in used)]
    entries += [_UNDEFINED] if UNDEFINED in used else []
    return entries, [_kind(kind) for kind in kinds]


LINE_WORDS: Final = {
    "bar-answers": "answers for it (A)",
    "bar-does": "does the work (R)",
    "dash-unknown": "unknown",
    "no-letter": "no letter",
    "way-always": "every page",
    "way-sometimes": "some pages",
    "way-informs": "is told, without the page",
}


def _letters(letters: str, kind: TeamKind) -> _Entry:
    known = cast("Letters", letters)

    def draw(pen: Pen, x: float, base: float) -> None:
        draw_letters(pen, known, kind, x + CELL_WIDTH / 2, base - 0.95)

    return _Entry(letters, PHRASES[known], CELL_WIDTH, draw)


def _mark(name: str) -> _Entry:
    def draw(pen: Pen, x: float, base: float) -> None:
        draw_mark(pen, name, x, base - 2.6, _MARK)

    return _Entry(name, WORDS.get(name, MARKS[name].word), _MARK, draw)


def _kind(kind: TeamKind) -> _Entry:
    def draw(pen: Pen, x: float, base: float) -> None:
        draw_kind(pen, kind, x, base - 3.75, 5.4)

    return _Entry(kind, KIND_NAMES[kind], 5.4, draw)


def _line(key: str, word: str) -> _Entry:
    def draw(pen: Pen, x: float, base: float) -> None:
        if key == "bar-answers":
            pen.box(x, base - 2.1, 7, 2.4, fill=INK2)
        elif key == "bar-does":
            pen.box(x + 0.2, base - 1.9, 6.6, 2.0, stroke=INK2, line=1.0)
        elif key == "dash-unknown":
            pen.text(x + 3.5, base, "–", SMALL, INK2, align="centre")
        elif key == "no-letter":
            pen.box(x + 0.6, base - 2.5, 5.4, 3.2, stroke=INK3, line=0.5, radius=0.6, dash="1.6 1.4")
            pen.text(x + 3.3, base, "–", SMALL, INK3, align="centre")
        else:
            dashes = {"way-sometimes": "6 3", "way-informs": "1.6 2.4"}
            pen.stroke(((x, base - 0.9), (x + 7, base - 0.9)), ARROW, INK, dashes.get(key, ""))

    return _Entry(key, word, 7, draw)


_UNDEFINED: Final = _Entry(
    UNDEFINED, "a team that is not defined", _MARK, lambda pen, x, base: draw_undefined(pen, x, base - 2.6, _MARK)
)
