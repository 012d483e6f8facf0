"""The text of a file as an editor sees it: plain data by the core schema of YAML 1.2, for the JSON Schema to judge."""

from __future__ import annotations

import re

from orgmodel.yaml_file.nodes import Alias, Mapping, Scalar
from orgmodel.yaml_file.parse import parse


def plain_data(text):
    return _plain(parse(text, "text"))


def _plain(node):
    if isinstance(node, Alias):
        node = node.target
    if isinstance(node, Scalar):
        return _resolved(node)
    if isinstance(node, Mapping):
        return {key.text: _plain(held) for key, held in node.entries}
    return [_plain(item) for item in node.items]


def _resolved(scalar):
    text = scalar.text
    if not scalar.plain:
        return text
    if text in ("", "~", "null"):
        return None
    if text.lower() in ("true", "false") and text in (text.lower(), text.upper(), text.title()):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]{1,18}", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?", text):
        return float(text)
    return text
