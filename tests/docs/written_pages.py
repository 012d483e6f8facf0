"""The pages for people, taken apart: code, commands, links and the words of the app."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language):
    """Page and text of every block of code in a language."""
    return [(name, code) for name, text in TEXTS.items() for found, code in _FENCE.findall(text) if found == language]


def shell_lines():
    """The lines to type, without their remarks."""
    lines = (line.partition("#")[0].strip() for _, code in blocks("sh") for line in code.splitlines())
    return [line for line in lines if line]


def prose(name):
    """A page without its blocks of code."""
    return _FENCE.sub("", TEXTS[name])


def code_spans(name):
    return re.findall(r"`([^`\n]+)`", prose(name))


def bold(name):
    """The words in bold, which are the app's own; keys of the file are code within."""
    return [words for words in re.findall(r"\*\*([^*]+)\*\*", prose(name)) if "`" not in words]
