"""The one door for words that people read: each can be translated by the files that Qt's tools make."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from orgmodel.names_in_sentences import apart

CONTEXT: Final = "orgmodel"
FOLDER: Final = Path(__file__).parent / "translations"


def tr(text: str, **held: object) -> str:
    """A text in the language of the app, with its `{named}` fields filled in after that: their order may differ.

    Names that run from right to left are set on their own, so that they move nothing around them.
    """
    translated = QCoreApplication.translate(CONTEXT, text)
    if not held:
        return translated
    return translated.format(**{field: apart(said) if isinstance(said, str) else said for field, said in held.items()})


def plural(count: int, one: str, many: str) -> str:
    """`1 row` or `1,200 rows` in the language of the app: the text for one, or the one with the field `{count}`."""
    return tr(one if count == 1 else many, count=f"{count:,}")


def marked(text: str) -> str:
    """A text of a table, which `tr` translates where it is shown: said where it stands, so that it is collected."""
    return text


def load(application: QCoreApplication, folder: Path = FOLDER) -> bool:
    """Speak the language of the system where a file of it is there: `ui/translations/orgmodel_de.qm`."""
    if not folder.is_dir():
        return False
    from PySide6.QtCore import QLocale, QTranslator

    translator = QTranslator(application)
    is_there = translator.load(QLocale(), "orgmodel", "_", str(folder))
    return is_there and application.installTranslator(translator)
