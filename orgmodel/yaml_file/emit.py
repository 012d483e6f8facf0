"""The canonical layout of a record: sections apart, small things on one line, everything else a line for each field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from orgmodel.yaml_file.scalars import date_text, literal_lines, scalar_text

WIDTH: Final = 120
"""A list or record that fits in so many columns stands on one line."""

DATE_KEYS: Final = frozenset({"review_by", "effective", "date", "due", "until", "on"})
"""Keys whose values are dates, so that a date stands there without quotes."""

_SCHEMA_KEYS_LIKE_TRUTH = frozenset({"on"})


class Layout(NamedTuple):
    """How far nested records, and the dashes of lists below their key, are set in."""

    record: int = 2
    dash: int = 2


CANONICAL: Final = Layout()


def emit(record: Mapping[str, Any]) -> str:
    """The text of a whole file, ending in a line break."""
    lines: list[str] = []
    after_section = False
    for key, held in record.items():
        if lines and (after_section or is_section(held)):
            lines.append("")
        lines += entry_lines(key, held, 0, spread=is_section(held))
        after_section = is_section(held)
    return "\n".join(lines) + "\n" if lines else "{}\n"


def entry_lines(key: str, held: Any, column: int, layout: Layout = CANONICAL, *, spread: bool = False) -> list[str]:
    """`key: value` at a column; `spread` puts a list or record below the key even where it would fit beside it."""
    start = f"{' ' * column}{key_text(key)}:"
    if type(held) is dict or type(held) is list:
        inline = None if spread and held else inline_text(held, WIDTH - len(start) - 1)
        if inline is None:
            inset = layout.record if type(held) is dict else layout.dash
            return [start, *block_lines(held, column + inset, layout)]
        return [f"{start} {inline}"]
    if type(held) is str:
        if key in DATE_KEYS:
            return [f"{start} {date_text(held)}"]
        literal = literal_lines(held) if "\n" in held else None
        if literal:
            return [f"{start} {literal[0]}", *_set_in(literal[1:], column + layout.record)]
    return [f"{start} {scalar_text(held)}"]


def block_lines(held: Mapping[str, Any] | Sequence[Any], column: int, layout: Layout = CANONICAL) -> list[str]:
    """A list or record that is not empty, a line or more for each of its parts."""
    lines: list[str] = []
    if isinstance(held, Mapping):
        for key, part in held.items():
            lines += entry_lines(key, part, column, layout)
    else:
        for part in held:
            lines += item_lines(part, column, layout)
    return lines


def item_lines(item: Any, column: int, layout: Layout = CANONICAL, *, spread: bool = False) -> list[str]:
    """`- item` with its dash at a column; `spread` gives each field its line even where all would fit on one."""
    start = " " * column + "- "
    if type(item) is dict or type(item) is list:
        inline = None if spread and item else inline_text(item, WIDTH - len(start))
        if inline is None:
            lines = block_lines(item, column + 2, layout)
            lines[0] = start + lines[0][column + 2 :]
            return lines
        return [start + inline]
    literal = literal_lines(item) if type(item) is str else None
    if literal:
        return [start + literal[0], *_set_in(literal[1:], column + 2)]
    return [start + scalar_text(item)]


def inline_text(held: Any, room: int) -> str | None:
    """In braces or brackets on one line; None where that takes more than `room`, or would hide a list of records."""
    if type(held) is dict:
        parts: list[str] = []
        left = room - 2
        for key, part in held.items():
            start = f"{key_text(key, flow=True)}: "
            text = _inline_part(key, part, left - len(start))
            if text is None:
                return None
            left -= len(start) + len(text) + 2
            if left < -2:
                return None
            parts.append(start + text)
        return f"{{{', '.join(parts)}}}"
    if type(held) is list:
        return _inline_list(held, room)
    return flow_text(held)


def flow_text(held: Any) -> str:
    """In braces or brackets on one line, however long."""
    if type(held) is dict:
        inside = (f"{key_text(key, flow=True)}: {_flow_value(key, part)}" for key, part in held.items())
        return f"{{{', '.join(inside)}}}"
    if type(held) is list:
        return f"[{', '.join(flow_text(part) for part in held)}]"
    return scalar_text(held, flow=True)


def is_section(held: Any) -> bool:
    """Whether it is a list or record that holds something: at the top of a file it stands apart."""
    return bool(held) and not isinstance(held, (str, int, float, date))


@lru_cache(maxsize=65536)
def key_text(key: str, *, flow: bool = False) -> str:
    """A key; `on` is one of the format's own and stays as it is, though a 1.1 reader takes it for a truth value."""
    return key if key in _SCHEMA_KEYS_LIKE_TRUTH else scalar_text(key, flow=flow)


def _inline_part(key: str, part: Any, room: int) -> str | None:
    if type(part) is dict or type(part) is list:
        if part and type(part) is list and type(part[0]) is dict:
            return None
        return inline_text(part, room)
    if type(part) is str and "\n" in part:
        return None
    return _flow_value(key, part)


def _inline_list(items: list[Any], room: int) -> str | None:
    parts: list[str] = []
    left = room
    for item in items:
        if type(item) is dict or (type(item) is str and "\n" in item):
            return None
        text = inline_text(item, left - 2)
        if text is None:
            return None
        left -= len(text) + 2
        if left < 0:
            return None
        parts.append(text)
    return f"[{', '.join(parts)}]"


def _flow_value(key: str, part: Any) -> str:
    if key in DATE_KEYS and type(part) is str:
        text = date_text(part)
        if text is part:
            return text
    return flow_text(part)


def _set_in(lines: list[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]
