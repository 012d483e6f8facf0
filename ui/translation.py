"""The one door for words that people read: each can be translated by the files that Qt's tools make."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "orgmodel"


def tr(text: str, **held: object) -> str:
    """A text in the language of the app, with its `{named}` fields filled in after that: their order may differ."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**held) if held else translated
