"""Asking for a waiver: why, until when, and who says so."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from orgmodel.commands import Command, Waive
from orgmodel.document import Waiver
from orgmodel.findings import Finding
from ui.session import Session

USUAL_DAYS = 90
"""How long a waiver lasts where nobody says otherwise: a quarter."""


class WaiveDialog(QDialog):
    """The form; OK is there once a reason is given."""

    def __init__(self, finding: Finding, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setWindowTitle(f"Waive {finding.code}")
        self.reason, self.by = QLineEdit(self), QLineEdit(self)
        self.reason.setPlaceholderText("Why this is acceptable for now")
        until = today + timedelta(days=USUAL_DAYS)
        self.until = QDateEdit(QDate(until.year, until.month, until.day), self)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(self._allow)
        sentence = QLabel(self)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setText(finding.message)
        sentence.setWordWrap(True)
        form = QFormLayout()
        form.addRow("Reason", self.reason)
        form.addRow("Until", self.until)
        form.addRow("By", self.by)
        column = QVBoxLayout(self)
        column.addWidget(sentence)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.resize(420, 0)
        self._allow()

    def command(self) -> Command:
        chosen = self.until.date()
        until = date(chosen.year(), chosen.month(), chosen.day())
        by = self.by.text().strip() or None
        return Waive(Waiver(self.finding.code, self.finding.subjects[:1], self.reason.text().strip(), until, by))

    def _allow(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.reason.text().strip()))
        ok.setToolTip("" if ok.isEnabled() else "A waiver needs a reason, for whoever reads it later.")


def ask_waiver(finding: Finding, session: Session, parent: QWidget) -> Command | None:
    """The command that waives a finding; None where somebody thought better of it."""
    dialog = WaiveDialog(finding, session.today, parent)
    return dialog.command() if dialog.exec() else None
