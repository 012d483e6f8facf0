"""Aliases written out, so that what they share with something that changes keeps its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Scalar, Sequence
from orgmodel.yaml_file.scalars import quoted
from orgmodel.yaml_file.source import Edit, Source

_ANCHOR = re.compile(r"(?:^|(?<=\s))&[^\s]+\s+")
_SPECIAL_IN_FLOW = re.compile(r"[\n\r,\[\]{}]")


def nodes_within(node: Node) -> Iterator[Node]:
    """A node and all that it holds, in the order of the text; aliases are not followed."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        if isinstance(current, Mapping):
            waiting += [part for entry in reversed(current.entries) for part in reversed(entry)]
        elif isinstance(current, Sequence):
            waiting += reversed(current.items)


def stale_aliases(tree: Mapping, touched: set[int], loose: Iterable[Node]) -> list[Alias]:
    """The aliases that a change would break.

    They name a node that changes (`touched`, by identity), or lies within one that goes or moves (`loose`), or they
    move themselves.
    """
    moving = {id(inside) for node in loose for inside in nodes_within(node)}
    return [
        node
        for node in nodes_within(tree)
        if isinstance(node, Alias)
        and (id(node) in touched or id(node) in moving or id(node.target) in touched or id(node.target) in moving)
    ]


def written_out(source: Source, aliases: Iterable[Alias]) -> str:
    """The text with what they stand for in the place of some aliases."""
    return source.applied(
        Edit(source.at(alias.start), source.at(alias.end), flow_source(source, alias.target)) for alias in aliases
    )


def flow_source(source: Source, node: Node) -> str:
    """What a node says, in brackets or braces on one line, its scalars as they are written and without its anchors."""
    if isinstance(node, Mapping):
        inside = (f"{flow_source(source, key)}: {flow_source(source, part)}" for key, part in node.entries)
        return f"{{{', '.join(inside)}}}"
    if isinstance(node, Sequence):
        return f"[{', '.join(flow_source(source, item) for item in node.items)}]"
    if isinstance(node, Alias):
        return f"*{node.name}"
    return _scalar_source(source, node)


def _scalar_source(source: Source, node: Scalar) -> str:
    if node.plain and not node.text:
        return "null"
    written = _ANCHOR.sub("", source.text[source.at(node.start) : source.at(node.end)], count=1)
    if node.style in ("|", ">") or "\n" in written or (node.plain and _SPECIAL_IN_FLOW.search(written)):
        return quoted(node.text)
    return written
