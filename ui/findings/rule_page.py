"""A rule's manual page in a window: the same text as `orgmodel rule CODE`."""

from __future__ import annotations

import textwrap
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout, QWidget

from orgmodel.model.value import value
from ui.theme import Weight, font

_EXAMPLE: Final = "An example"
_LOOKS: Final[dict[str, tuple[int, Weight, int, int]]] = {
    "title": (17, "semibold", 0, 0),
    "heading": (13, "semibold", 14, 0),
    "text": (13, "regular", 3, 0),
    "example": (12, "regular", 1, 16),
}
"""Size, weight, space above and indent, in pixels."""


@value
class Block:
    """A piece of the page: its title, a heading, a paragraph, or one line of an example."""

    kind: Literal["title", "heading", "text", "example"]
    text: str


def blocks_of(page: str) -> tuple[Block, ...]:
    """The pieces of a page: examples line by line, everything else as paragraphs that break where there is room."""
    title, _, rest = page.partition("\n")
    blocks, is_example = [Block("title", title)], False
    for section in rest.strip("\n").split("\n\n"):
        first, _, body = section.partition("\n")
        if not first.startswith(" "):
            blocks.append(Block("heading", first))
            is_example = first.startswith(_EXAMPLE)
        else:
            body = section
        lines = textwrap.dedent(body).splitlines()
        if is_example:
            blocks += (Block("example", line) for line in lines)
        elif lines:
            blocks.append(Block("text", " ".join(line.strip() for line in lines)))
    return tuple(blocks)


class RulePage(QDialog):
    """The page of one rule; Esc closes it."""

    def __init__(self, code: str, title: str, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.page = QTextEdit(self)
        self.page.setReadOnly(True)
        self.page.setAccessibleName(f"About {code}")
        self.page.setTabChangesFocus(True)
        self.page.setFrameShape(QTextEdit.Shape.NoFrame)
        self._fill(blocks_of(page))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.addWidget(self.page)
        column.addWidget(buttons)
        self.resize(640, 600)

    def _fill(self, blocks: tuple[Block, ...]) -> None:
        cursor = QTextCursor(self.page.document())
        for place, block in enumerate(blocks):
            size, weight, above, indent = _LOOKS[block.kind]
            shape, look = QTextBlockFormat(), QTextCharFormat()
            shape.setTopMargin(above)
            shape.setLeftMargin(indent)
            look.setFont(font(size, weight))
            if place:
                cursor.insertBlock(shape, look)
            else:
                cursor.setBlockFormat(shape)
            cursor.insertText(block.text, look)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)


def show_rule_page(code: str, parent: QWidget) -> RulePage:
    """Open the page of a rule over the work."""
    from orgmodel.rules import CATALOGUE  # only here: the rules are not needed to paint the window

    rule = next(rule for rule in CATALOGUE if rule.code == code)
    dialog = RulePage(rule.code, f"{rule.code} {rule.name}", rule.page, parent.window())
    dialog.open()
    return dialog
