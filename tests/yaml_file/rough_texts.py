"""Model files as people and programs write them: comments everywhere, unknown keys, other styles than the canonical."""

from __future__ import annotations

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
    seed = draw(st.randoms(use_true_random=False))
    lines: list[str] = []
    count = 0
    inside: int | None = None
    for line in text.split("\n")[:-1]:
        column = len(line) - len(line.lstrip(" "))
        if inside is not None and (not line or column > inside):
            lines.append(line)
            continue
        inside = None
        if line and seed.random() < 0.25:
            if seed.random() < 0.3:
                lines.append("")
            for _ in range(seed.choice((1, 1, 2))):
                lines.append(f"{' ' * column}# above #{count}#")
                count += 1
            if seed.random() < 0.2:
                lines.append("")
        if line.endswith((": |", ": |-")):
            inside = column + (2 if line[column] == "-" else 0)
        if line and seed.random() < 0.25:
            line += f"  # beside #{count}#"
            count += 1
        lines.append(line)
        if line[column : column + 5] == "- id:" and seed.random() < 0.3:
            lines.append(f"{' ' * (column + 2)}x-note: {{kept: [1, no]}}  # unknown #{count}#")
            count += 1
    if seed.random() < 0.5:
        lines.append(f"# end #{count}#")
    return "\n".join(lines) + seed.choice(("\n", ""))
