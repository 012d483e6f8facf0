"""The text as a tree, from the events of libyaml: nothing is resolved or built, and nesting is not recursion."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from typing import Any, NoReturn

from orgmodel.garbage import garbage_collection_paused
from orgmodel.yaml_file.nodes import Alias, Made, Mapping, Node, Place, Scalar, Sequence
from orgmodel.yaml_file.problems import Problems, shown

Makers = MappingOf[str, Callable[[Mapping, Problems], Any]]
"""By key of the file what makes a value of a mapping in the list under it."""

DEEPEST = 100
MOST_VALUES = 3_000_000
"""More, aliases counted as often as they stand, is no model but an attack; an enterprise of 20,000 rows has 600,000."""
MOST_DIRECTIVES = 100
"""libyaml compares each `%` line with all before it."""

_SECOND_DOCUMENT = (
    "a second document starts here, but a file holds one model: delete this line and what follows it, "
    "or move it to a file of its own."
)
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


def tree_of(text: str, problems: Problems, makers: Makers | None = None) -> Mapping:
    """The tree of a file; what can be read past (a key that stands twice, a tag) is added to the problems.

    With `makers` the mappings of those lists are made into values as they come, and `Made` stands in their place: a
    tree takes five times the memory of what it means.

    Places count from after a byte order mark, where the text has one.
    Raises `FileRefused` where nothing that follows could be trusted.
    """
    import yaml  # 12 ms, needed only where a file is read

    text = text.removeprefix(_BYTE_ORDER_MARK)
    if not yaml.__with_libyaml__ or _has_doubtful_character(text):
        _refuse_raw_characters(text, problems)
    if text.count("\n%") + text.count("\r%") > MOST_DIRECTIVES:
        problems.add((0, 0), 'too many lines start with "%": delete them, a model needs none.')
        raise problems.refusal()
    try:
        parser = yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)
        return _Growth(problems, makers or {}).followed(parser.get_event)
    except (yaml.YAMLError, UnicodeEncodeError) as failure:
        from orgmodel.yaml_file.syntax import syntax_refusal  # most files are YAML

        raise syntax_refusal(problems, text, failure) from None


def _has_doubtful_character(text: str) -> bool:
    """Three that end a line in YAML 1.1 only, and one that libyaml lets pass where YAML does not."""
    return "\x85" in text or "\u2028" in text or "\u2029" in text or _BYTE_ORDER_MARK in text


def _refuse_raw_characters(text: str, problems: Problems) -> None:
    from orgmodel.yaml_file.syntax import raw_character  # most files need no such look

    raw = raw_character(text)
    if raw:
        problems.add(*raw)
        raise problems.refusal()


class _Growth:
    """A tree as far as the events have come."""

    def __init__(self, problems: Problems, makers: Makers) -> None:
        self.problems = problems
        self.makers = makers
        self.anchors: dict[str, Node] = {}
        self.sizes: dict[int, int] = {}
        """How many values an anchored node holds, aliases counted in full, by its identity; 0 while it is open."""
        self.repeated = 0
        """How many values the aliases so far stand for."""

    def followed(self, next_event: Callable[[], Any]) -> Mapping:
        """Follow the events to the end of the one document that there may be."""
        from yaml import events

        scalar, alias = events.ScalarEvent, events.AliasEvent
        collections = {events.MappingStartEvent: Mapping, events.SequenceStartEvent: Sequence}
        ends = (events.MappingEndEvent, events.SequenceEndEvent)
        parents: list[tuple[Any, list[Any], int]] = []  # open collections, the children around each, the count before
        top: list[Any] = []
        children = top  # of the innermost open collection; a mapping's keys and values in turn
        for count in range(MOST_VALUES):
            event = next_event()
            kind = type(event)
            if kind is scalar:
                node: Any = Scalar(event.value, event.style, event.start_mark, event.end_mark, event.anchor)
                children.append(node)
                if node.style == '"' or event.tag is not None or node.anchor is not None:
                    self._check_scalar(node, event.tag)
            elif kind in collections:
                node = collections[kind](event.flow_style, event.start_mark, event.anchor)
                parents.append((node, children, count + self.repeated))
                children = []
                self._check_start(node, event.tag, len(parents))
            elif kind in ends:
                node, around, before = parents.pop()
                node.end_mark = event.end_mark
                self._close(node, children, count + self.repeated - before)
                if len(parents) == 2 and self.makers:
                    node = self._made(node, *parents[1])
                around.append(node)
                children = around
            elif kind is alias:
                children.append(self._repeated(event, count))
            elif kind is events.DocumentStartEvent and top:
                self._refuse(_start(event), _SECOND_DOCUMENT)
            elif kind is events.StreamEndEvent:
                return self._root(top)
        return self._refuse((0, 0), f"the file holds more than {MOST_VALUES:,} values: split it.")

    def _refuse(self, place: Place, sentence: str) -> NoReturn:
        self.problems.add(place, sentence)
        raise self.problems.refusal()

    def _check_scalar(self, node: Scalar, tag: str | None) -> None:
        if tag is not None:
            self._check_tag(node.start, tag)
        if node.anchor is not None:
            self.anchors[node.anchor] = node
            self.sizes[id(node)] = 1
        if node.style == '"' and not _NO_CHARACTERS.isdisjoint(node.text):
            self.problems.add(node.start, "an escape in this text stands for NUL or half a character: delete it.")

    def _check_tag(self, place: Place, tag: str) -> None:
        if tag != "!" and tag not in _CORE_TAGS:
            said = shown(tag.replace("tag:yaml.org,2002:", "!!"))
            self.problems.add(
                place, f"the tag {said} asks for an object to be built: delete it, a model is plain data."
            )

    def _check_start(self, node: Mapping | Sequence, tag: str | None, depth: int) -> None:
        if depth > DEEPEST:
            self._refuse(node.start, f"values are nested deeper than {DEEPEST} here: a model is nested seven deep.")
        if tag is not None:
            self._check_tag(node.start, tag)
        if node.anchor is not None:
            self.anchors[node.anchor] = node
            self.sizes[id(node)] = 0

    def _close(self, node: Mapping | Sequence, children: list[Any], size: int) -> None:
        if node.anchor is not None:
            self.sizes[id(node)] = size
        if type(node) is Sequence:
            node.items = children
        elif type(node) is Mapping:
            keys = children[::2]
            node.entries = list(zip(keys, children[1::2], strict=True))
            try:
                all_differ = len({key.text for key in keys}) == len(keys)
            except AttributeError:
                all_differ = False  # a key that is no text
            if not all_differ:
                self._drop_bad_keys(node, node.entries)

    def _made(self, item: Node, within: Node, before: list[Any], _: int) -> Node | Made:
        """What stands for an item of one of the root's lists; `before` are the root's keys and values so far.

        The items of a list that has an anchor stay what they are: an alias may want them elsewhere.
        """
        key = before[-1] if before else None
        if type(item) is Mapping and type(within) is Sequence and within.anchor is None and type(key) is Scalar:
            make = self.makers.get(key.text)
            if make is not None:
                return Made(make(item, self.problems))
        return item

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

    def _repeated(self, event: Any, count: int) -> Alias:
        place, name = _start(event), event.anchor
        target = self.anchors.get(name)
        if target is None:
            self._refuse(place, f'the alias "*{name}" stands for nothing: there is no "&{name}" before it.')
        if not self.sizes[id(target)]:
            self._refuse(place, f'the alias "*{name}" stands inside the very thing it names: write out what is meant.')
        self.repeated += self.sizes[id(target)]
        if count + self.repeated > MOST_VALUES:
            self._refuse(place, f"the aliases stand for more than {MOST_VALUES:,} values: write out what is meant.")
        return Alias(name, event.start_mark, event.end_mark, target)

    def _root(self, top: list[Any]) -> Mapping:
        root = top[0] if top else None
        if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
            self._refuse((0, 0), 'the file is empty: start it with "format: orgmodel/1" and a "name:".')
        if not isinstance(root, Mapping):
            self._refuse(root.start, 'this is no model: start the file with "format: orgmodel/1" and a "name:".')
        return root


def _start(event: Any) -> Place:
    return event.start_mark.line, event.start_mark.column
