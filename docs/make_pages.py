"""Make the tables of the pages from the program itself: `python -m docs.make_pages`; a test holds them to it.

A table stands between `<!-- made: NAME -->` and `<!-- end -->`; what stands around it is written by hand.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from orgmodel.analysis import analyse
from orgmodel.catalogue import template
from orgmodel.cli.check import Checked
from orgmodel.cli.check_text import as_text
from orgmodel.cli.main import COMMANDS
from orgmodel.model import DEFAULT_LIMITS
from orgmodel.rules import CATALOGUE
from orgmodel.yaml_file import json_schema, read_text

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "guide.md", ROOT / "docs" / "file-format.md")
EXAMPLE_DAY: Final = date(2026, 11, 23)
_EXAMPLE: Final = re.compile(r"```yaml\n(format: .*?)```", re.DOTALL)
_MADE: Final = re.compile(r"(<!-- made: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    if "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    for page in PAGES:
        page.write_text(made(page.read_text("utf-8")), "utf-8")
    application.quit()
    return 0


def made(text: str) -> str:
    """The page with every table in it made anew; needs a QApplication where one of them is of keys."""

    def fill(place: re.Match[str]) -> str:
        table = TABLES[place[2]]()
        return f"{place[1]}{table}{place[3]}"

    return _MADE.sub(fill, text)


def table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (heads, tuple("---" for _ in heads), *rows)
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


# The command line and the rules


def example() -> str:
    """What `check` says of the example in the README."""
    model = _EXAMPLE.search(PAGES[0].read_text("utf-8"))
    if model is None:
        raise LookupError("The README has no example of a model.")
    file = read_text(model[1], "shop.yaml")
    said = as_text([Checked("shop.yaml", file, analyse(file.document, EXAMPLE_DAY))])
    return f"```text\n{said}```\n"


def commands() -> str:
    return table(("Command", "What it does"), ((f"`orgmodel {name}`", said) for name, said in COMMANDS.items()))


def rules() -> str:
    rows = ((f"`{rule.code}`", rule.name, rule.severity, _meaning(rule.page)) for rule in CATALOGUE)
    return table(("Rule", "Name", "At worst", "It finds"), rows)


def _meaning(page: str) -> str:
    """The first sentence of a rule's page."""
    paragraph = page.partition("What it means\n")[2].partition("\n\n")[0]
    return " ".join(paragraph.split()).split(". ")[0].rstrip(".") + "."


# The keys


def window_keys() -> str:
    from PySide6.QtGui import QKeySequence

    from ui.actions import ACTIONS

    menus = {identifier: path for path, identifier in menu_paths()}
    rows = (
        (_keys(QKeySequence.listFromString(row.shortcut)), row.name, f"**{menus[row.id]}**")
        for row in ACTIONS
        if row.shortcut
    )
    return table(("Key", "What it does", "Menu"), rows)


def lens_keys(lens: str) -> str:
    """What a lens puts into the Edit menu, with all of its keys."""
    from ui.lens import LENSES
    from ui.session import Session
    from ui.theme import LIGHT

    place = next(place for place in LENSES if place.action == lens)
    shown = place.make(Session(template("four-teams")), LIGHT)
    rows = (
        (_keys(action.shortcuts()), action.text().replace("&", "")) for action in shown.actions() if action.shortcuts()
    )
    return table(("Key", "What it does"), rows)


def list_keys() -> str:
    from ui.findings.keys import LIST_KEYS

    return table(("Key", "What it does"), ((f"`{key}`", what) for what, key in LIST_KEYS))


def menu_paths() -> Iterator[tuple[str, str]]:
    """`File > Export > PDF…` and the id of its action, for everything in a menu."""
    from ui.actions import ACTIONS, MENUS, MenuRow

    texts = {row.id: row.text.replace("&", "") for row in ACTIONS}

    def within(menu: MenuRow, above: str) -> Iterator[tuple[str, str]]:
        path = above + menu.title.replace("&", "")
        for item in menu.items:
            if isinstance(item, MenuRow):
                yield from within(item, f"{path} > ")
            elif item:
                yield f"{path} > {texts[item]}", item

    for menu in MENUS:
        yield from within(menu, "")


def _keys(keys: list[Any]) -> str:
    return ", ".join(f"`{key.toString()}`" for key in keys)


# The fields of the file


def fields() -> str:
    """A table for the file and one for each record in it, in the order in which the file holds them."""
    schema = json_schema()
    words = _Words(schema)
    sections = [f"## The file\n\n{_fields_of(schema, words)}", *_sections(schema, words, 2)]
    return "\n" + "\n".join(sections) + "\n"


def _sections(record: Mapping[str, Any], words: _Words, depth: int, within: str = "") -> Iterator[str]:
    """A section for each key that holds records, and within it those for the keys of the record."""
    for key, own in record["properties"].items():
        for name in words.held_by(own):
            below = words.records[name]
            head = f"{'#' * depth} {_title(key, within)}"
            yield f"{head}\n\n{below['description']}\n\n{_fields_of(below, words, name)}"
            yield from _sections(below, words, depth + 1, name)


def _title(key: str, within: str) -> str:
    if not within:
        return f"`{key}`"
    return f"`{key}` of {'an' if within[0] in 'aeiou' else 'a'} {within}"


def _fields_of(record: Mapping[str, Any], words: _Words, name: str = "") -> str:
    required = set(record["required"])
    rows = (
        (f"**`{key}`**" if key in required else f"`{key}`", own["description"], words.of(own, _title(key, name)))
        for key, own in record["properties"].items()
    )
    return table(("Key", "What", "Allowed"), rows)


class _Words:
    """Says in words what a field allows; a shape that nobody has put into words is an error here."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.records = schema["definitions"]
        self._known = [(_bare(self.records[record]["properties"][key]), said) for (record, key), said in _SAID.items()]

    def of(self, own: Mapping[str, Any], title: str) -> str:
        """`title` heads the section of what the field holds."""
        said, default = self._say(_bare(own)), own.get("default")
        if self.held_by(own):
            said = f"{said}, [see below](#{title.replace('`', '').replace(' ', '-')})"
        return said if default is None else f"{said}; `{_plain(default)}` where absent"

    def held_by(self, own: Mapping[str, Any]) -> list[str]:
        """The records within a field."""
        return list(dict.fromkeys(re.findall(r"#/definitions/(\w+)", str(own))))

    def _say(self, shape: Mapping[str, Any]) -> str:
        known = next((said for like, said in self._known if like == shape), None)
        if known:
            return known
        if "$ref" in shape:
            return "keys of its own"
        if "enum" in shape:
            return ", ".join(f"`{_plain(each)}`" for each in shape["enum"])
        kind = shape.get("type")
        if kind == "array":
            return self._say_list(shape["items"])
        if kind in ("integer", "number"):
            return f"{'a whole number' if kind == 'integer' else 'a number'}, {_range(shape)}"
        raise LookupError(f"This shape has no words yet: {shape}")

    def _say_list(self, held: Mapping[str, Any]) -> str:
        if "$ref" in held:
            return "a list"
        said = self._say(held)
        article, _, noun = said.partition(" ")
        return f"a list of {noun}s" if article in ("a", "an") and noun.isalpha() else f"a list, each {said}"


_SAID: Final = {
    ("area", "name"): "text",
    ("area", "id"): "an id",
    ("team", "id"): "an id, not `alert`",
    ("team", "parent"): "an id",
    ("service", "user_facing"): "`true` or `false`",
    ("responsibility", "effort"): "a length of time: `15m`",
    ("responsibility", "activities"): "a list: `[bt-sre-maturity/4]`",
    ("responsibility", "raci"): "by team id: letters, `{web-sre: AR, frontline: I}`",
    ("rotation", "coverage"): "hours of the week: `24x7`, `business-hours` or a list of windows",
    ("rotation", "members"): "a whole number, or a list of member ids and names",
    ("confirmation", "on"): "a day: `2027-03-31`",
    ("waiver", "rule"): "the code of a rule: `GAP001`",
    ("waiver", "on"): 'a list of things: `["team:web-sre"]`',
    ("view", "focus"): 'a thing: `"team:frontline"`',
    ("decision", "on"): "a day or a minute: `2026-11-02T14:05`",
    ("rating", "rating"): "1 to 5, `na` or `unknown`",
    ("assessment", "ratings"): "by activity id: 1 to 5, `na` or `unknown`, or keys of its own",
    ("assessment", "printed_totals"): "by section id: numbers",
    ("settings", "rules"): "by rule code: `off`, `info`, `warning`, `error`",
    ("settings", "limits"): "by the names [below](#limits): numbers",
    ("arrangement", "chain"): "by thing: `[420, 180]`, across and down",
}
"""What the shape of one field is called; every field of the same shape is called so too."""


def _bare(own: Mapping[str, Any]) -> dict[str, Any]:
    """The shape alone, without null: a key without a value is a key that is absent."""
    shape = {key: held for key, held in own.items() if key not in ("description", "examples", "default")}
    kinds = shape.get("type")
    if isinstance(kinds, list) and "null" in kinds:
        left = [kind for kind in kinds if kind != "null"]
        shape["type"] = left if len(left) > 1 else left[0]
    if "enum" in shape:
        shape["enum"] = [each for each in shape["enum"] if each is not None]
    if shape.get("anyOf", [None])[-1] == {"type": "null"}:
        shape = shape["anyOf"][0]
    return shape


def _range(shape: Mapping[str, Any]) -> str:
    """Bounds that only keep nonsense out are not worth a word."""
    least, most = shape["minimum"], shape["maximum"]
    return f"{least:,} or more" if most >= 10_000 else f"{least} to {most}"


def _plain(held: object) -> str:
    return str(held).lower() if isinstance(held, bool) else str(held)


def limits() -> str:
    rows = ((f"`{name}`", f"{number:g}") for name, number in DEFAULT_LIMITS.items())
    return table(("Limit", "Where absent"), rows)


TABLES: Final[Mapping[str, Callable[[], str]]] = {
    "commands": commands,
    "example": example,
    "rules": rules,
    "keys": window_keys,
    "keys-of-the-matrix": lambda: lens_keys("lens-matrix"),
    "keys-of-the-chain": lambda: lens_keys("lens-chain"),
    "keys-of-the-teams": lambda: lens_keys("lens-teams"),
    "keys-of-on-call": lambda: lens_keys("lens-oncall"),
    "keys-of-the-findings": list_keys,
    "fields": fields,
    "limits": limits,
}


if __name__ == "__main__":
    sys.exit(main())
