"""The text as a tree, from the events of libyaml: nothing is resolved or built, and nesting is not recursion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Place, Scalar, Sequence
from orgmodel.yaml_file.problems import Problems, garbage_collection_paused, shown
from orgmodel.yaml_file.syntax import raw_character, syntax_refusal

DEEPEST = 100
MOST_VALUES = 3_000_000
"""More, aliases counted as often as they stand, is no model but an attack; an enterprise of 20,000 rows has 600,000."""
MOST_DIRECTIVES = 100
"""libyaml compares each `%` line with all before it."""

_BYTE_ORDER_MARK = "\ufeff"
_CORE_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq"))
_NO_CHARACTERS = frozenset("\0") | frozenset(map(chr, range(0xD800, 0xE000)))


def parse(text: str, name: str) -> Mapping:
    """The tree of a file; raises `FileRefused` with everything that keeps it from being one."""
    problems = Problems(name)
    with garbage_collection_paused():
        tree = tree_of(text, problems)
    if problems:
        raise problems.refusal()
    return tree


def tree_of(text: str, problems: Problems) -> Mapping:
    """The tree of a file; what can be read past (a key that stands twice, a tag) is added to the problems.

    Places count from after a byte order mark, where the text has one.
    Raises `FileRefused` where nothing that follows could be trusted.
    """
    import yaml  # 12 ms, needed only where a file is read

    text = text.removeprefix(_BYTE_ORDER_MARK)
    raw = raw_character(text) if not yaml.__with_libyaml__ or _has_doubtful_character(text) else None
    if raw:
        problems.add(*raw)
        raise problems.refusal()
    if text.count("\n%") + text.count("\r%") > MOST_DIRECTIVES:
        problems.add((0, 0), 'too many lines start with "%": delete them, a model needs none.')
        raise problems.refusal()
    try:
        parser = yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)
        return _Growth(problems).followed(parser.get_event)
    except (yaml.YAMLError, UnicodeEncodeError) as failure:
        raise syntax_refusal(problems, text, failure) from None


def _has_doubtful_character(text: str) -> bool:
    """Three that end a line in YAML 1.1 only, and one that libyaml lets pass where YAML does not."""
    return "\x85" in text or "\u2028" in text or "\u2029" in text or _BYTE_ORDER_MARK in text


class _Growth:
    """A tree as far as the events have come."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.top: list[Any] = []
        self.children = self.top
        """Of the innermost open collection; a mapping's keys and values in turn."""
        self.parents: list[tuple[Mapping | Sequence, list[Any], int]] = []
        """The open collections, each with the children of the one around it and the count when it began."""
        self.anchors: dict[str, Node] = {}
        self.sizes: dict[int, int] = {}
        """How many values an anchored node holds, aliases counted in full, by its identity; 0 while it is open."""
        self.repeated = 0
        """How many values the aliases so far stand for."""
        self.count = 0

    def followed(self, next_event: Callable[[], Any]) -> Mapping:
        """Follow the events to the end of the one document that there may be."""
        from yaml import events

        steps: dict[type, Callable[[Any], None]] = {
            events.MappingStartEvent: self._open_mapping,
            events.SequenceStartEvent: self._open_sequence,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._repeat,
            events.DocumentStartEvent: self._start_document,
        }
        scalar, append = events.ScalarEvent, self.children.append
        for count in range(MOST_VALUES):
            event = next_event()
            kind = type(event)
            if kind is scalar:
                start, end = event.start_mark, event.end_mark
                text, style, anchor = event.value, event.style, event.anchor
                node = Scalar(text, style, (start.line, start.column), (end.line, end.column), anchor)
                append(node)
                if style == '"' or event.tag is not None or anchor is not None:
                    self._check_scalar(node, event.tag)
            elif kind in steps:
                self.count = count + self.repeated
                steps[kind](event)
                append = self.children.append
            elif kind is events.StreamEndEvent:
                return self._root()
        return self._refuse((0, 0), f"the file holds more than {MOST_VALUES:,} values: split it.")

    def _refuse(self, place: Place, sentence: str) -> NoReturn:
        self.problems.add(place, sentence)
        raise self.problems.refusal()

    def _start_document(self, event: Any) -> None:
        if self.top:
            self._refuse(
                _start(event),
                "a second document starts here, but a file holds one model: delete this line and what follows it, "
                "or move it to a file of its own.",
            )

    def _check_scalar(self, node: Scalar, tag: str | None) -> None:
        self._check_tag(node.start, tag)
        if node.anchor is not None:
            self.anchors[node.anchor] = node
            self.sizes[id(node)] = 1
        if node.style == '"' and not _NO_CHARACTERS.isdisjoint(node.text):
            self.problems.add(node.start, "an escape in this text stands for NUL or half a character: delete it.")

    def _check_tag(self, place: Place, tag: str | None) -> None:
        if tag is not None and tag != "!" and tag not in _CORE_TAGS:
            said = shown(tag.replace("tag:yaml.org,2002:", "!!"))
            self.problems.add(
                place, f"the tag {said} asks for an object to be built: delete it, a model is plain data."
            )

    def _open_mapping(self, event: Any) -> None:
        self._open(Mapping(event.flow_style, _start(event), anchor=event.anchor), event)

    def _open_sequence(self, event: Any) -> None:
        self._open(Sequence(event.flow_style, _start(event), anchor=event.anchor), event)

    def _open(self, node: Mapping | Sequence, event: Any) -> None:
        if len(self.parents) >= DEEPEST:
            self._refuse(node.start, f"values are nested deeper than {DEEPEST} here: a model is nested seven deep.")
        self._check_tag(node.start, event.tag)
        if node.anchor is not None:
            self.anchors[node.anchor] = node
            self.sizes[id(node)] = 0
        self.parents.append((node, self.children, self.count))
        self.children = []

    def _close(self, event: Any) -> None:
        children = self.children
        node, self.children, before = self.parents.pop()
        self.children.append(node)
        node.end = event.end_mark.line, event.end_mark.column
        if node.anchor is not None:
            self.sizes[id(node)] = self.count - before
        if isinstance(node, Sequence):
            node.items = children
        else:
            keys = children[::2]
            node.entries = list(zip(keys, children[1::2], strict=True))
            try:
                all_differ = len({key.text for key in keys}) == len(keys)
            except AttributeError:
                all_differ = False  # a key that is no text
            if not all_differ:
                self._drop_bad_keys(node, node.entries)

    def _drop_bad_keys(self, node: Mapping, entries: list[tuple[Any, Node]]) -> None:
        """Keys are texts, and each stands once; what breaks that is said, and left out of the tree."""
        first: dict[str, Scalar] = {}
        kept = []
        for key, held in entries:
            if not isinstance(key, Scalar):
                self.problems.add(key.start, "a key must be a text: write it without brackets, braces and aliases.")
            elif key.text in first:
                line = first[key.text].start[0] + 1
                self.problems.add(key.start, f"the key {shown(key.text)} stands twice, first in line {line}: keep one.")
            else:
                first[key.text] = key
                kept.append((key, held))
        node.entries = kept

    def _repeat(self, event: Any) -> None:
        place, name = _start(event), event.anchor
        target = self.anchors.get(name)
        if target is None:
            self._refuse(place, f'the alias "*{name}" stands for nothing: there is no "&{name}" before it.')
        if not self.sizes[id(target)]:
            self._refuse(place, f'the alias "*{name}" stands inside the very thing it names: write out what is meant.')
        self.repeated += self.sizes[id(target)]
        if self.count + self.repeated > MOST_VALUES:
            self._refuse(place, f"the aliases stand for more than {MOST_VALUES:,} values: write out what is meant.")
        self.children.append(Alias(name, place, (event.end_mark.line, event.end_mark.column), target))

    def _root(self) -> Mapping:
        root = self.top[0] if self.top else None
        if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
            self._refuse((0, 0), 'the file is empty: start it with "format: orgmodel/1" and a "name:".')
        if not isinstance(root, Mapping):
            self._refuse(root.start, 'this is no model: start the file with "format: orgmodel/1" and a "name:".')
        return root


def _start(event: Any) -> Place:
    return event.start_mark.line, event.start_mark.column
