"""What YAML's parser complains about, in words for somebody who does not know how a parser works."""

from __future__ import annotations

import re
from typing import Any

from orgmodel.errors import FileRefused
from orgmodel.yaml_file.nodes import Place
from orgmodel.yaml_file.problems import Problems

_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2 does not allow raw; and three characters that end a line in YAML 1.1 only, so that parsers differ."""

_NAMES = {
    "\0": "NUL",
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "byte order mark",
}

_SENTENCES = (
    # a pattern over what the parser says; whether to point at where the thing began; what to say instead
    (
        r"mapping values are not allowed",
        False,
        'a ":" cannot stand here: indent the key under its parent, or put quotes around a text that has ": " in it.',
    ),
    (
        r"could not find expected ':'",
        True,
        'this line has no ":" after its key: write "key: value", and indent a text that goes on from the line above.',
    ),
    (
        r"directive|%YAML|%TAG|incompatible|tag handle '!'|<document start>",
        False,
        "this cannot stand outside the model: delete it, or check its indentation.",
    ),
    (
        r"sequence entries are not allowed",
        False,
        'a list item cannot stand here: start the list on a line of its own, with every "- " in the same column.',
    ),
    (
        r"mapping keys are not allowed",
        False,
        'a "?" stands where no key can be: put quotes around the text.',
    ),
    (
        r"flow sequence.*expected",
        True,
        'the list that opens with "[" here is not closed: a "," or a "]" is missing, or a text in it needs quotes.',
    ),
    (
        r"flow mapping.*expected",
        True,
        'the braces that open with "{" here are not closed: a "," or a "}" is missing, or a text in them needs quotes.',
    ),
    (
        r"block collection.*expected",
        False,
        'this line does not fit the list above it: start every item with "- " in the same column.',
    ),
    (
        r"quoted scalar.*(end of stream|document indicator|document separator)",
        True,
        "the quote that opens here is never closed: add the closing quote.",
    ),
    (
        r"Unicode",
        False,
        "this escape is no character: write the character itself.",
    ),
    (
        r"escape|hexdecimal",
        False,
        "YAML does not know this escape: write two backslashes for one, or put the text in single quotes.",
    ),
    (
        r"tab character",
        False,
        "a tab stands where spaces are needed: indent with spaces.",
    ),
    (
        r"block scalar",
        False,
        'after "|" or ">" the text begins on the next line, further in: move it there, or put quotes around it.',
    ),
    (
        r"tag",
        False,
        'a text cannot start with "!": put quotes around it.',
    ),
    (
        r"anchor|alias",
        False,
        'a text cannot start with "&" or "*": put quotes around it.',
    ),
)

_NO_YAML = "this cannot be read as YAML: check the quotes, brackets and indentation here and on the line before."


def syntax_refusal(problems: Problems, text: str, failure: Any) -> FileRefused:
    """The sentence for what the parser raised, after whatever was wrong before it."""
    raw = raw_character(text)
    place, sentence = raw if raw else _said_plainly(text, failure)
    problems.add(place, sentence)
    return problems.refusal()


def raw_character(text: str) -> tuple[Place, str] | None:
    """Where the first character stands that may not stand raw in a file, and what to do; None where there is none."""
    found = _NOT_ALLOWED.search(text)
    if found is None:
        return None
    character = found[0]
    code = f"U+{ord(character):04X}"
    named = f"{code} ({_NAMES[character]})" if character in _NAMES else code
    do = (
        "delete it"
        if character == "\0" or "\ud800" <= character <= "\udfff"
        else f"delete it, or write {_escape(character)} in double quotes"
    )
    return place_of(text, found.start()), f"the character {named} cannot stand in the file as it is: {do}."


def place_of(text: str, index: int) -> Place:
    """Line and column, from 0, of a character of the text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _said_plainly(text: str, failure: Any) -> tuple[Place, str]:
    mark = getattr(failure, "problem_mark", None)
    if mark is None:
        return (0, 0), _NO_YAML
    place = (mark.line, mark.column)
    jargon = f"{failure.context} {failure.problem}"
    if "expected key" in jargon or ("block mapping" in jargon and "expected <block end>" in jargon):
        return place, _unfitting(text[mark.index - mark.column : mark.index])
    if "cannot start any token" in jargon or "node content" in jargon:
        return place, _unstartable(text[mark.index : mark.index + 1].strip("\r\n"))
    for pattern, where_it_began, sentence in _SENTENCES:
        if re.search(pattern, jargon):
            begin = getattr(failure, "context_mark", None)
            return (begin.line, begin.column) if where_it_began and begin else place, sentence
    return place, _NO_YAML


def _unfitting(before: str) -> str:
    """What to say of something that is no key, by what stands before it on its line."""
    if before.strip():
        return "something stands here after the value has ended: put quotes around the whole text, or start a new line."
    return "this line does not fit the keys above it: start every key of one thing in the same column."


def _unstartable(character: str) -> str:
    if character == "\t":
        return "a tab stands where spaces are needed: indent with spaces."
    if not character:
        return "the text ends where a value is still to come: close the brackets and braces that are open."
    return f'a value cannot start with "{character}": put quotes around it.'
