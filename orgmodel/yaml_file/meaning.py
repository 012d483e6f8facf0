"""Whether two trees say the same: values by YAML 1.2, mappings in any order, aliases as what they stand for."""

from __future__ import annotations

from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Scalar
from orgmodel.yaml_file.scalars import is_core_text


def same_meaning(one: Node, other: Node) -> bool:
    """Also of keys that mean nothing to us; each anchored node is looked at once, however often it is repeated."""
    numbers: dict[object, int] = {}
    return _Meanings(numbers).of(one) == _Meanings(numbers).of(other)


class _Meanings:
    """A number for each node of a tree, the same for nodes that say the same."""

    def __init__(self, numbers: dict[object, int]) -> None:
        self.numbers = numbers
        self.anchored: dict[int, int] = {}

    def of(self, node: Node) -> int:
        if isinstance(node, Alias):
            return self.anchored[id(node.target)]
        said: object
        if isinstance(node, Scalar):
            said = _scalar(node)
        elif isinstance(node, Mapping):
            said = frozenset((key.text, self.of(part)) for key, part in node.entries)
        else:
            said = tuple(self.of(item) for item in node.items)
        number = self.numbers.setdefault(said, len(self.numbers))
        if node.anchor is not None:
            self.anchored[id(node)] = number
        return number


def _scalar(node: Scalar) -> tuple[str, bool]:
    """The text, and whether it is more than text."""
    if not node.plain or is_core_text(node.text):
        return node.text, False
    return ("null" if node.text in ("", "~", "Null", "NULL") else node.text), True
