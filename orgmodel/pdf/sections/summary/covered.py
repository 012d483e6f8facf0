"""What is covered: one square for each responsibility, by layer, in the colour of the kind of team that owns it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from orgmodel.model import LayerId, Responsibility, TeamKind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter, Tally
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    ERROR,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    KIND_COLOURS,
    LINE,
    PAPER,
    SECTION,
    SMALL,
    SMALL_BOLD,
    TABLE_HEAD,
)
from orgmodel.pdf.type.typesetting import width_of
from orgmodel.sentences import counted
from orgmodel.verdicts import Verdict

COVERED_ROW: Final = 6.6
MORE_ROW: Final = 3.8
_ONE_LINE: Final = 66.0
_MORE: Final = 58.0
"""How wide squares may run: counts of three figures beside them need more room."""
_SIDE: Final = 4.4
_MOST_LINES: Final = 3
_REMARK: Final = 48.0


class Square(NamedTuple):
    """A row of the matrix as a square; two kinds where two teams answer for it."""

    verdict: Verdict
    kinds: tuple[TeamKind, ...]


class Covered(NamedTuple):
    """A layer and its squares."""

    name: tuple[str, ...]
    squares: tuple[Square, ...]
    tally: Tally


def covered_layers(matter: Matter) -> Iterator[Covered]:
    """The layers of the file in their order, then rows of no layer or of one that nothing defines."""
    layers = matter.organization.layers
    by_layer: dict[LayerId | None, list[Responsibility]] = {layer.id: [] for layer in layers}
    for row in matter.organization.responsibilities:
        by_layer.setdefault(row.layer, []).append(row)
    known = matter.organization.layer_by_id
    for identifier, rows in by_layer.items():
        layer = known.get(identifier) if identifier else None
        title = layer.title if layer else identifier or "No layer"
        name = matter.names.fit(title, "layer", BODY, 42, 1)
        yield Covered(name, tuple(_square(matter, row) for row in rows), matter.tally(rows))


def _square(matter: Matter, row: Responsibility) -> Square:
    return Square(matter.verdict(row), tuple(matter.kind_of(team) for team in matter.owners(row)[:2]))


def draw_covered(
    pen: Pen, y: float, layers: tuple[Covered, ...], shown: int, folio: Folio, *, is_titled: bool = True
) -> float:
    """Under their title, or under the one of a page that is theirs alone; so many layers, and a count of the others."""
    sheet = pen.sheet
    most = max((len(layer.squares) for layer in layers), default=0)
    lines = next((n for n in range(1, _MOST_LINES + 1) if most <= n * _per_line(n)), None)
    base = y + SECTION.rise
    if is_titled:
        pen.piece("H2", sheet.left, base, "What is covered", SECTION)
    told = "One square for each responsibility" if lines else "As long as the layer has responsibilities"
    pen.open("Table")
    with pen.tag("TR"):
        if is_titled:
            pen.cells(1, "TH", alt="Layer", scope="Column")
        else:
            pen.piece("TH", sheet.left, base, "Layer", SMALL_BOLD, scope="Column")
        pen.piece("TH", sheet.left + 44, base, told, SMALL_BOLD, scope="Column")
        pen.piece("TH", sheet.left + 122, base, "Owned", SMALL_BOLD, align="right", scope="Column")
        pen.cells(1, "TH", alt="What is wrong", scope="Column")
    y += TABLE_HEAD
    pen.rule(sheet.left, y, sheet.right, HEAD_RULE)
    for layer in layers[:shown]:
        middle = y + COVERED_ROW / 2
        base = middle + 1.05
        pen.open("TR")
        with pen.tag("TH", scope="Row"):
            for line in layer.name:
                pen.text(sheet.left, base, line, BODY)
        pen.cells(1)  # the squares say what the words after them do
        if lines:
            _draw_squares(pen, sheet.left + 44, middle - _SIDE / 2, layer.squares, lines)
        else:
            _draw_bar(pen, sheet.left + 44, middle - 1.6, layer.squares, most)
        of = f" of {layer.tally.rows:,}"
        end = sheet.left + 122 - width_of(of, BODY)
        with pen.tag("TD"):
            pen.text(end, base, f"{layer.tally.owned:,}", BODY_BOLD, INK, align="right")
            pen.text(end, base, of, BODY)
        pen.piece("TD", sheet.left + 126, base, remark(layer.tally), BODY, INK2)
        pen.close()
        y += COVERED_ROW
        pen.rule(sheet.left, y, sheet.right, HAIRLINE, LINE)
    pen.close()
    if not layers:
        pen.piece("P", sheet.left, y + 1.2 + BODY.rise, "No layers are defined.", BODY, INK2)
    if shown < len(layers):
        more = counted(len(layers) - shown, "more layer")
        said = f"and {more}{folio.page('layers') or folio.page('coverage')}"
        pen.piece("P", sheet.left, y + 0.6 + SMALL.rise, said, SMALL, INK2)
        y += MORE_ROW
    return y


def remark(tally: Tally) -> str:
    """What is wrong in a layer, as fully as the column allows."""
    if not tally.rows:
        return "no responsibilities"
    troubles = (
        (tally.nobody, "with nobody", "nobody"),
        (tally.shared, "with two or more", "shared"),
        (tally.unanswered, "unanswered", "unanswered"),
        (tally.missing, "owner missing", "missing"),
    )
    counts = [trouble for trouble in troubles if trouble[0]]
    if not counts:
        return "all owned"
    fully = ", ".join(f"{count} {words}" for count, words, _ in counts)
    shortly = ", ".join(f"{count} {word}" for count, _, word in counts)
    together = f"{sum(count for count, _, _ in counts)} to put right"
    return next((said for said in (fully, shortly) if width_of(said, BODY) <= _REMARK), together)


def _per_line(lines: int) -> int:
    return int(((_ONE_LINE if lines == 1 else _MORE) + 0.9) / (_side(lines) * 1.205))


def _side(lines: int) -> float:
    """A square's side where so many lines of them share one row's height."""
    return _SIDE / (lines + 0.2 * (lines - 1))


def _draw_squares(pen: Pen, x: float, y: float, squares: tuple[Square, ...], lines: int) -> None:
    side, per_line = _side(lines), _per_line(lines)
    pitch = side * 1.205
    y += (lines - -(-len(squares) // per_line)) * side * 0.6
    for place, square in enumerate(squares):
        line, column = divmod(place, per_line)
        _draw_square(pen, x + column * pitch, y + line * side * 1.2, side, square)


def _draw_square(pen: Pen, x: float, y: float, side: float, square: Square) -> None:
    if square.verdict == "owned":
        pen.used["square-owned"] = None
        pen.box(x, y, side, side, fill=KIND_COLOURS[square.kinds[0]])
    elif square.verdict == "several answer":
        pen.used["two-owners"] = None
        rim = side * 0.15
        pen.box(x + 0.15, y + 0.15, side - 0.3, side - 0.3, fill=PAPER, stroke=ERROR, line=1.0)
        one, two = KIND_COLOURS[square.kinds[0]], KIND_COLOURS[square.kinds[-1]]
        left, top, right, bottom = x + rim, y + rim, x + side - rim, y + side - rim
        pen.shape(((left, top), (right, top), (left, bottom)), one)
        pen.shape(((right, top), (right, bottom), (left, bottom)), two)
    else:
        pen.used["nobody"] = None
        inset = 0.2
        pen.hatch(x + inset, y + inset, side - 2 * inset, side - 2 * inset, ERROR, step=1.5 if side > 3 else 0.9)
        pen.box(x + inset, y + inset, side - 2 * inset, side - 2 * inset, stroke=ERROR, line=1.0, dash="2.4 1.6")


def _draw_bar(pen: Pen, x: float, y: float, squares: tuple[Square, ...], most: int) -> None:
    """Too many for squares: the same as a bar, kind by kind, what has an owner first."""
    unit = _MORE / most
    kinds = [kind for kind in KIND_COLOURS if any(s.verdict == "owned" and s.kinds[0] == kind for s in squares)]
    for kind in kinds:
        wide = unit * sum(s.verdict == "owned" and s.kinds[0] == kind for s in squares)
        pen.box(x, y, wide, 3.2, fill=KIND_COLOURS[kind])
        pen.rule(x + wide, y, x + wide, 0.3, PAPER)
        x += wide
    shared = unit * sum(s.verdict == "several answer" for s in squares)
    if shared:
        pen.used["two-owners"] = None
        pen.box(x + 0.2, y + 0.2, max(shared - 0.4, 0.2), 2.8, fill=ERROR)
        x += shared
    open_ = unit * sum(s.verdict in ("nobody", "nobody answers", "missing owner") for s in squares)
    if open_:
        pen.used["nobody"] = None
        pen.hatch(x + 0.3, y, max(open_ - 0.3, 0.2), 3.2, ERROR, step=1.3)
        pen.box(x + 0.3, y, max(open_ - 0.3, 0.2), 3.2, stroke=ERROR, line=0.8, dash="2.2 1.6")
