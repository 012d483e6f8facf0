"""How wide text is and where it breaks: measured once for each text, type and width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from orgmodel.names_in_sentences import MAY_RUN_RIGHT
from orgmodel.pdf.style import INK, POINT, Type
from orgmodel.pdf.type.bidi import LEFT_MARK, RIGHT_MARK, runs_rightward
from orgmodel.pdf.type.scripts import is_joined, plex, printable, unprintable
from orgmodel.pdf.type.shaping import advance_of

ELLIPSIS: Final = "…"
LONGEST_LINE: Final = 600
"""No line of ours holds as many characters."""

_SHORT: Final = 0.4
"""A last line of less of its width is a widow, which `balanced` does without."""
_NARROWER: Final = 4.0

_PIECES: Final = re.compile(r"[^\s/–—-]*[/–—-]+\s*|[^\s/–—-]+\s*|\s+")

_WIDE: Final = "\u2e80-\u2fff\u3041-\ua4cf\uf900-\ufaff\uff10-\uff9f\U00020000-\U0003ffff"
_OPENING: Final = "「『（［｛〈《【〔“"
_NOT_FIRST: Final = "、。，．：；！？」』）］｝〉》】〕”…・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
_HAS_WIDE: Final = f"[{_WIDE}]"
_WIDE_PIECES: Final = (
    rf"[{_OPENING}]*[{_WIDE}]?[{_NOT_FIRST}]*[{_NOT_FIRST}]\s*|[{_OPENING}]*[{_WIDE}]\s*"
    rf"|[^\s/–—{_WIDE}{_OPENING}{_NOT_FIRST}-]*[/–—-]+\s*|[^\s/–—{_WIDE}{_OPENING}{_NOT_FIRST}-]+[{_NOT_FIRST}]*\s*"
    rf"|[{_OPENING}]+[^\s/–—{_WIDE}{_OPENING}{_NOT_FIRST}-]*[{_NOT_FIRST}]*\s*|\s+"
)
"""Between the characters of Chinese and Japanese lines break without a space, save before some of their signs."""


class Fitted(NamedTuple):
    """A text in lines; `is_cut` where its end did not fit and "…" stands for it."""

    lines: tuple[str, ...]
    is_cut: bool


@lru_cache(maxsize=200_000)
def width_of(text: str, style: Type) -> float:
    """The width of a text in millimetres."""
    if text.isascii() and text.isprintable():
        return float(plex(style.weight).stringWidth(text, style.size)) * POINT
    return advance_of(printable(text), style.weight) * style.size / 1000 * POINT


@lru_cache(maxsize=100_000)
def fitted(text: str, style: Type, width: float, most: int) -> Fitted:
    """The text in at most so many lines of a width in millimetres; what does not fit ends in "…"."""
    shown = printable(text)
    looked_at = shown[: most * LONGEST_LINE]
    lines = wrapped(looked_at, style, width)
    if len(lines) <= most and len(looked_at) == len(shown):
        return Fitted(lines, is_cut=False)
    return Fitted((*lines[: most - 1], _shortened(lines[most - 1], style, width)), is_cut=True)


@lru_cache(maxsize=50_000)
def wrapped(text: str, style: Type, width: float) -> tuple[str, ...]:
    """The text broken into lines of a width: at spaces, after hyphens and strokes, else anywhere."""
    return tuple("".join(word.text for word in line) for line in flowed((Part(text, style),), width))


def balanced(text: str, style: Type, width: float) -> tuple[str, ...]:
    """As many lines as of a width, and narrower as far as that keeps a word or two from standing alone in the last."""
    lines = found = wrapped(text, style, width)
    room = width
    while len(found) == len(lines) > 1 and room > width / 2:
        lines = found
        if width_of(lines[-1], style) >= _SHORT * width:
            break
        room -= _NARROWER
        found = wrapped(text, style, room)
    return lines


class Part(NamedTuple):
    """Some text of a sentence in its type and colour."""

    text: str
    style: Type
    colour: str = INK


class Word(NamedTuple):
    """A stretch of one line, `x` millimetres from its start."""

    x: float
    text: str
    style: Type
    colour: str


def flowed(parts: Sequence[Part], width: float) -> list[list[Word]]:
    """Parts set one after the other in lines of a width; a part says itself where it needs a space before it.

    Lines break in reading order; which way a line runs, the part that it belongs to says.
    """
    lines: list[list[Word]] = [[]]
    x = 0.0
    for part in parts:
        first = (len(lines) - 1, len(lines[-1]))
        for piece in _pieces(part, width):
            wide = width_of(piece, part.style)
            if lines[-1] and x + width_of(piece.rstrip(), part.style) > width + 1e-6:
                lines.append([])
                x = 0.0
            if not lines[-1] and not piece.strip():
                continue
            _append(lines[-1], Word(x, piece, part.style, part.colour))
            x += wide
        if MAY_RUN_RIGHT.search(part.text):
            _turn(lines, first, is_rightward=runs_rightward(printable(part.text)))
    return [_trimmed(line) for line in lines if line]


def _turn(lines: list[list[Word]], first: tuple[int, int], *, is_rightward: bool) -> None:
    """Let the words of a part, from the first on, run as the whole of it does, which they alone might not tell."""
    start, place = first
    for number in range(start, len(lines)):
        for at in range(place if number == start else 0, len(lines[number])):
            word = lines[number][at]
            if runs_rightward(word.text) is not is_rightward:
                lines[number][at] = word._replace(text=(RIGHT_MARK if is_rightward else LEFT_MARK) + word.text)


def _pieces(part: Part, width: float) -> Iterator[str]:
    """What may not be broken, each no wider than the width."""
    shown = printable(part.text)
    has_wide = not shown.isascii() and re.search(_HAS_WIDE, shown)
    pieces = re.finditer(_WIDE_PIECES, shown) if has_wide else _PIECES.finditer(shown)  # seldom worth compiling
    for match in pieces:
        piece = match.group()
        while len(piece) > 1 and width_of(piece.rstrip(), part.style) > width:
            taken = _longest(piece, part.style, width)
            yield piece[:taken]
            piece = piece[taken:]
        yield piece


def _append(line: list[Word], word: Word) -> None:
    if line and line[-1].style == word.style and line[-1].colour == word.colour:
        line[-1] = line[-1]._replace(text=line[-1].text + word.text)
    else:
        line.append(word)


def _trimmed(line: list[Word]) -> list[Word]:
    return [*line[:-1], line[-1]._replace(text=line[-1].text.rstrip())]


def _longest(text: str, style: Type, width: float) -> int:
    """How many characters fit, at least one."""
    low, high = 1, min(len(text), LONGEST_LINE)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle], style) <= width:
            low = middle
        else:
            high = middle - 1
    return _whole(text, low)


def _whole(text: str, count: int) -> int:
    """So many characters or fewer, so that marks stay on what they mark; more where there is nothing before them."""
    fewer = count
    while 0 < fewer < len(text) and is_joined(text[fewer]):
        fewer -= 1
    while not fewer and count < len(text) and is_joined(text[count]):
        count += 1
    return fewer or count


def _shortened(line: str, style: Type, width: float) -> str:
    if width_of(line + ELLIPSIS, style) <= width:
        return line.rstrip(" ,.;:") + ELLIPSIS
    return line[: _longest(line, style, width - width_of(ELLIPSIS, style))].rstrip(" ,.;:") + ELLIPSIS


class Names:
    """Names that had to be cut, and characters that no font could draw; the index prints both."""

    def __init__(self) -> None:
        self.cut: dict[str, str] = {}
        self.missing: dict[str, None] = {}

    def fit(self, name: str, kind: str, style: Type, width: float, most: int = 2) -> tuple[str, ...]:
        """The lines of a name; one that is cut goes into the index with what kind of thing it names."""
        found = fitted(name, style, width, most)
        if found.is_cut:
            self.cut.setdefault(name, kind)
        self.note(name)
        return found.lines

    def note(self, text: str) -> None:
        for character in unprintable(text):
            self.missing[character] = None
