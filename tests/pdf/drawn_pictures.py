"""Pictures read back: the elements of an SVG with where they are, and the pixels of a PNG."""

from __future__ import annotations

import re
import zlib
from struct import unpack
from typing import NamedTuple
from xml.etree import ElementTree as ET

from printed_pages import TODAY

from orgmodel.analysis import analyse
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.order import STANDARD
from orgmodel.pdf.pictures import pictures
from orgmodel.pdf.style import POINT, Type
from orgmodel.pdf.type.typesetting import width_of

SVG = "{http://www.w3.org/2000/svg}"
WEIGHTS = {None: "Regular", "500": "Medium", "600": "SemiBold"}


class Box(NamedTuple):
    what: str
    left: float
    top: float
    right: float
    bottom: float


def matter(document, order=STANDARD):
    return Matter(document, analyse(document, TODAY), TODAY, order)


def svg(document, chart="chain", scale=1.0, **ordered):
    return pictures.svg(matter(document, **ordered), chart, scale).data


def png(document, chart="chain", scale=1.0):
    return pictures.png(matter(document), chart, scale).data


def parsed(data):
    return ET.fromstring(data)


def texts(root):
    return [each.text for each in root.iter(f"{SVG}text")]


def titles(root):
    return [each.text for each in root.iter(f"{SVG}title")]


def group(root, key):
    """The only group about a thing."""
    found = [each for each in root.iter(f"{SVG}g") if each.get("id") == key]
    assert len(found) == 1, f"{len(found)} groups about {key}"
    return found[0]


def boxes(element, x=0.0, y=0.0):
    """All that is drawn, in the unit of the picture; lines are as thin as their middle."""
    moved = re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", "translate(0 0)"))
    x, y = x + float(moved[1]), y + float(moved[2])
    kind = element.tag.removeprefix(SVG)
    if kind == "text":
        yield _text(element, x, y)
    elif kind == "rect":
        left, top = x + float(element.get("x", 0)), y + float(element.get("y", 0))
        yield Box(kind, left, top, left + float(element.get("width")), top + float(element.get("height")))
    elif kind == "path":
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", element.get("d"))]
        across, down = numbers[::2], numbers[1::2]
        yield Box(kind, x + min(across), y + min(down), x + max(across), y + max(down))
    for child in element:
        yield from boxes(child, x, y)


def _text(element, x, y):
    size = float(element.get("font-size"))
    style = Type(WEIGHTS[element.get("font-weight")], size, size)
    wide = float(element.get("textLength") or width_of(element.text, style) / POINT)
    left = x + float(element.get("x"))
    left -= {None: 0, "middle": wide / 2, "end": wide}[_anchor(element)]
    base = y + float(element.get("y"))
    return Box(element.text, left, base - size * 0.75, left + wide, base + size * 0.2)


def _anchor(element):
    """Which end of the line is at x, as one reads from the left."""
    anchor = element.get("text-anchor")
    if element.get("direction") != "rtl":
        return anchor
    return {None: "end", "middle": "middle", "end": None}[anchor]


def outside(root):
    """What is drawn beyond the picture, by more than is rounded."""
    left, top, wide, high = map(float, root.get("viewBox").split())
    return [
        box
        for box in boxes(root)
        if box.left < left - 0.02 or box.top < top - 0.02 or box.right > wide + 0.02 or box.bottom > high + 0.02
    ]


def pixels(data):
    """Width, height and the lines of a PNG, each as bytes of red, green and blue."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    held, place = {}, 8
    while place < len(data):
        length, kind = unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        assert unpack(">I", data[place + 8 + length : place + 12 + length])[0] == zlib.crc32(kind + body)
        held[kind] = body
        place += 12 + length
    assert list(held) == [b"IHDR", b"pHYs", b"IDAT", b"IEND"]
    wide, high, depth, colours, *rest = unpack(">IIBBBBB", held[b"IHDR"])
    assert (depth, colours, rest) == (8, 2, [0, 0, 0])
    drawn, step = zlib.decompress(held[b"IDAT"]), wide * 3 + 1
    assert len(drawn) == high * step
    lines = [drawn[start : start + step] for start in range(0, len(drawn), step)]
    assert all(line[0] == 0 for line in lines)
    return wide, high, [line[1:] for line in lines]


def colours(lines):
    return {line[start : start + 3] for line in lines for start in range(0, len(line), 3)}
