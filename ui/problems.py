"""Every problem of a file that was refused, with its line, in a text that can be selected and copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from orgmodel.errors import Problem
from orgmodel.names_in_sentences import names_apart
from ui.pieces import Said
from ui.style import wear
from ui.translation import plural, tr


class ProblemsDialog(QDialog):
    """What was open stays open behind it."""

    def __init__(self, path: Path, problems: tuple[Problem, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The file was not opened"))
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(680, room.width() - 32), min(320, room.height() - 64))
        many = plural(len(problems), "one problem", "{count} problems")
        heading = Said(tr("“{file}” was not opened: {problems}", file=path.name, problems=many))
        heading.setWordWrap(True)
        wear(heading, "heading")
        place = Said(str(path))
        place.setWordWrap(True)
        wear(place, "caption")
        self.text = QPlainTextEdit("\n".join(_line(problem) for problem in problems))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Problems"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        for widget in (heading, place, self.text, buttons):
            column.addWidget(widget)


def _line(problem: Problem) -> str:
    said = names_apart(problem.sentence)
    return tr("Line {line}: {problem}", line=problem.line, problem=said) if problem.line else said
