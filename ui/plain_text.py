"""Text from a file is data: nothing in it is taken for markup, wherever Qt would look for some."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def as_tip(text: str) -> str:
    """Text for a tip, which Qt would read as HTML where it looks like some."""
    return QtGui.Qt.convertFromPlainText(text) if QtGui.Qt.mightBeRichText(text) else text


def as_menu_text(text: str) -> str:
    """Text for a menu or a button, where a single & would mark an access key."""
    return text.replace("&", "&&")


def message(parent: QWidget, sentence: str, more: str = "") -> QtWidgets.QMessageBox:
    """A box with a sentence and perhaps another one below, as they stand; it goes once it is answered."""
    box = QtWidgets.QMessageBox(parent)
    box.finished.connect(box.deleteLater)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setInformativeText(more)
    return box
