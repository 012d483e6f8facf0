"""Model files as people and programs write them: comments everywhere, unknown keys, other styles than the canonical."""

from __future__ import annotations

import itertools
import json
import re

import yaml
from hypothesis import strategies as st

from orgmodel.yaml_file import record_of
from orgmodel.yaml_file.emit import emit

_COMMENT = re.compile(r"#\d+#")


def comments_of(text):
    """The comments that `commented` put in, in a sorted list."""
    return sorted(_COMMENT.findall(text))


@st.composite
def rough_texts(draw, document):
    """A text of a document in some style."""
    record = record_of(document)
    style = draw(st.sampled_from(("commented", "commented", "commented", "dumped", "narrow", "leafy", "json", "crlf")))
    if style == "json":
        return json.dumps(record, ensure_ascii=False, indent=draw(st.sampled_from((None, 1))))
    if style in ("dumped", "narrow", "leafy"):
        flow = None if style == "leafy" else False
        width = 30 if style == "narrow" else 1000
        return yaml.safe_dump(record, sort_keys=draw(st.booleans()), default_flow_style=flow, width=width)
    text = commented(draw, emit(record))
    return text.replace("\n", "\r\n") if style == "crlf" else text


def commented(draw, text):
    """The text with comments above and beside its lines, blank lines and unknown keys; each comment is another."""
    chance = draw(st.randoms(use_true_random=False))
    numbers = itertools.count()
    lines: list[str] = []
    literal: int | None = None
    for line in text.split("\n")[:-1]:
        column = len(line) - len(line.lstrip(" "))
        if literal is not None and (not line or column > literal):
            lines.append(line)
            continue
        literal = column + (2 if line[column : column + 1] == "-" else 0) if line.endswith((": |", ": |-")) else None
        lines += _with_comments(chance, numbers, line, column) if line else [line]
    if chance.random() < 0.5:
        lines.append(f"# end #{next(numbers)}#")
    return "\n".join(lines) + chance.choice(("\n", ""))


def _with_comments(chance, numbers, line, column):
    """A line, perhaps with comments around it, and an unknown key below that of an item."""
    indentation = " " * column
    above = [f"{indentation}# above #{next(numbers)}#" for _ in range(chance.choice((0, 0, 0, 0, 1, 2)))]
    if above and chance.random() < 0.3:
        above.insert(0, "")
    if above and chance.random() < 0.2:
        above.append("")
    beside = f"  # beside #{next(numbers)}#" if chance.random() < 0.25 else ""
    below = []
    if line.startswith("- id:", column) and chance.random() < 0.3:
        below.append(f"{indentation}  x-note: {{kept: [1, no]}}  # unknown #{next(numbers)}#")
    return [*above, line + beside, *below]
