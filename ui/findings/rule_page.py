"""A rule's manual page in a window: the same text as `orgmodel rule CODE`."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget


def show_rule_page(code: str, parent: QWidget) -> QDialog:
    """Open the page of a rule beside the work; closed by Esc."""
    from orgmodel.rules import CATALOGUE  # only here: the rules are not needed to paint the window

    rule = next(rule for rule in CATALOGUE if rule.code == code)
    dialog = QDialog(parent)
    dialog.setWindowTitle(f"{rule.code} {rule.name}")
    page = QPlainTextEdit(rule.page, dialog)
    page.setReadOnly(True)
    page.setAccessibleName(f"About {rule.code}")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.close)
    column = QVBoxLayout(dialog)
    column.addWidget(page)
    column.addWidget(buttons)
    dialog.resize(640, 560)
    dialog.open()
    return dialog
