"""The Inspector under a hand: its editors by field, what they refuse, and things to put into it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from orgmodel.model import Subject

APP, SRE = Subject("team:app"), Subject("team:sre")
CODE, DATABASE, RELEASE = (Subject(f"responsibility:{row}") for row in ("code", "database", "release"))


def editor(inspector, field, form=0):
    """The editor of a field, in its section that is opened."""
    row = inspector.forms[form].focus_field(field)
    return row.editor


def refusals(inspector):
    return [label.text() for label in inspector.findChildren(QLabel, "refusal") if not label.isHidden()]


def type_over(widget, text):
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
