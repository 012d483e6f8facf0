"""Text from a file is data: nothing in it is taken for markup, wherever Qt would look for some."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from orgmodel.names_in_sentences import names_apart

_PIECE: Final = 12
_LONG: Final = re.compile(r"\S{25,}")
_MAY_BREAK: Final = "\u200b"
_JOINER: Final = "\u200d"


def as_tip(text: str) -> str:
    """Text for a tip, which Qt would read as HTML where it looks like some."""
    shown = names_apart(text)
    return QtGui.Qt.convertFromPlainText(shown) if QtGui.Qt.mightBeRichText(shown) else shown


def as_menu_text(text: str) -> str:
    """Text for a menu or a button, where a single & would mark an access key."""
    return names_apart(text).replace("&", "&&")


def message(parent: QWidget, sentence: str, more: str = "") -> QtWidgets.QMessageBox:
    """A box with a sentence and perhaps another one below, as they stand; it goes once it is answered."""
    box = QtWidgets.QMessageBox(parent)
    box.finished.connect(box.deleteLater)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(names_apart(sentence))
    box.setInformativeText(names_apart(more))
    return box


@lru_cache(maxsize=4096)
def breakable(text: str) -> str:
    """Text to show: a word of more than 24 characters may go on in the next line, for Qt would let it run out of it."""
    return _LONG.sub(lambda word: _in_pieces(word[0]), names_apart(text))


def _in_pieces(word: str) -> str:
    """Marks stay with their letter, and joined emoji together."""
    pieces, count, before = "", 0, ""
    for character in word:
        is_own = before != _JOINER and unicodedata.category(character) not in ("Mn", "Mc", "Me", "Cf", "Sk")
        if is_own and count == _PIECE:
            pieces, count = pieces + _MAY_BREAK, 0
        pieces += character
        count += is_own
        before = character
    return pieces
