"""Collects the texts of the app for translators: `python -m docs.collect_texts orgmodel_de.ts`.

The file is what Qt Linguist opens; a file that is there already keeps what was translated in it.
`pyside6-lrelease orgmodel_de.ts` makes the `.qm` file of it that the app loads.
Qt's own collector does not know the tables that menus and lenses are made from, nor those of the library.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

ROOT: Final = Path(__file__).parents[1]
CONTEXT: Final = "orgmodel"
_ASKING: Final = {"tr": slice(1), "marked": slice(1), "plural": slice(1, 3)}
"""The functions of `ui.translation`, and which of their arguments are texts."""
_TABLES: Final = {"ActionRow": {"text": 1, "tip": 4, "title": 7}, "MenuRow": {"title": 0}, "PanePlace": {"name": 1}}
"""The values whose fields are texts: each by its name, and by its place among the arguments."""
LIBRARY: Final = {
    "model/naming.py": ("KIND_WORDS",),
    "model/raci.py": ("PHRASES",),
    "model/responsibilities.py": ("STATE_NAMES",),
    "model/rotations.py": ("DAY_NAMES",),
    "model/teams.py": ("KIND_NAMES",),
}
"""The tables of the library whose words the app shows: of a mapping its values, of a tuple all that is in it."""


def texts_of(folder: Path = ROOT / "ui") -> list[tuple[str, int, str]]:
    """File, line and text of every text in the modules below a folder, in that order."""
    found: list[tuple[str, int, str]] = []
    for path in sorted(folder.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
        tree = ast.parse(path.read_text("utf-8"), str(path))
        found += ((file, line, text) for line, text in _in(tree))
    return found


def texts_of_library() -> list[tuple[str, int, str]]:
    """File, line and text of every word in the tables of the library that the app shows."""
    found: list[tuple[str, int, str]] = []
    for name, tables in LIBRARY.items():
        path = ROOT / "orgmodel" / name
        for line in ast.parse(path.read_text("utf-8"), str(path)).body:
            target = line.target if isinstance(line, ast.AnnAssign) else None
            if isinstance(target, ast.Name) and target.id in tables and isinstance(line, ast.AnnAssign) and line.value:
                held = line.value.values if isinstance(line.value, ast.Dict) else [line.value]
                found += ((path.relative_to(ROOT).as_posix(), *said) for each in held for said in _texts(each))
    return found


def _in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            for each in call.args[_ASKING[name]] if name in _ASKING else ():
                yield from _texts(each)
            for field, place in _TABLES.get(name, {}).items():
                given = [each.value for each in call.keywords if each.arg == field]
                for each in given or call.args[place : place + 1]:
                    yield from _texts(each)


def _texts(argument: ast.expr) -> Iterator[tuple[int, str]]:
    """The texts of an argument: itself, or what it chooses between."""
    for each in ast.walk(argument):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value:
            yield each.lineno, each.value


def written(known: Path) -> ET.ElementTree[ET.Element]:
    """The collection as Qt Linguist reads it, with the translations that a file holds already."""
    done = _translations(known) if known.is_file() else {}
    root = ET.Element("TS", version="2.1", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    messages: dict[str, ET.Element] = {}
    for file, line, text in (*texts_of(), *texts_of_library()):
        if text not in messages:
            messages[text] = ET.SubElement(context, "message")
        ET.SubElement(messages[text], "location", filename=file, line=str(line))
    for text, message in messages.items():
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if text in done:
            translation.text = done[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root)
    return ET.ElementTree(root)


def _translations(path: Path) -> dict[str, str]:
    messages = ET.parse(path).iter("message")  # noqa: S314 (our own file)
    held = ((message.findtext("source"), message.find("translation")) for message in messages)
    return {source: found.text for source, found in held if source and found is not None and found.text}


def main() -> int:
    if len(sys.argv) != 2:
        sys.stderr.write("Say which file to write: python -m docs.collect_texts orgmodel_de.ts\n")
        return 2
    target = Path(sys.argv[1])
    written(target).write(target, "utf-8", xml_declaration=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
