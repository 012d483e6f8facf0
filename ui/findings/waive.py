"""Asking for a waiver: why, until when, and who says so."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from orgmodel.commands import Command, RemoveWaiver, Together, Waive
from orgmodel.document import Waiver
from orgmodel.findings import Finding
from orgmodel.model import Subject
from orgmodel.model.value import changed
from orgmodel.sentences import capital
from ui.pieces import Said
from ui.session import Session

USUAL_DAYS = 90
"""How long a waiver lasts where nobody says otherwise: a quarter."""


class WaiveDialog(QDialog):
    """The form for a waiver of some findings of one rule; OK is there once a reason is given."""

    def __init__(self, rule: str, on: tuple[Subject, ...], sentence: str, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.rule, self.on = rule, on
        self.setWindowTitle(f"Waive {rule}")
        self.reason, self.by = QLineEdit(self), QLineEdit(self)
        self.reason.setPlaceholderText("Why this is acceptable for now")
        self.by.setPlaceholderText("Who says so")
        self.until = QDateEdit(self)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setMinimumDate(_as_qt(today))
        self.until.setDate(_as_qt(today + timedelta(days=USUAL_DAYS)))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(self._allow)
        self._lay_out(sentence)
        self._allow()

    def fill(self, waiver: Waiver) -> None:
        """Begin with what a waiver says; a last day that is past stays as it is offered."""
        self.setWindowTitle(f"Change the waiver of {waiver.rule}")
        self.reason.setText(waiver.reason)
        self.by.setText(waiver.by or "")
        if _as_qt(waiver.until) >= self.until.minimumDate():
            self.until.setDate(_as_qt(waiver.until))

    @property
    def waiver(self) -> Waiver:
        """What the form says."""
        chosen = self.until.date()
        until = date(chosen.year(), chosen.month(), chosen.day())
        return Waiver(self.rule, self.on, self.reason.text().strip(), until, self.by.text().strip() or None)

    def _lay_out(self, sentence: str) -> None:
        said = Said(sentence, self)
        said.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow("Reason", self.reason)
        form.addRow("Until", self.until)
        form.addRow("By", self.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.resize(440, 0)

    def _allow(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.reason.text().strip()))
        ok.setToolTip("" if ok.isEnabled() else "A waiver needs a reason, for whoever reads it later.")


def dialog_for(findings: tuple[Finding, ...], today: date, parent: QWidget) -> WaiveDialog:
    """The form for findings of one rule, which say the same of different things where they are several."""
    first = findings[0]
    on = tuple(dict.fromkeys(finding.subjects[0] for finding in findings))
    sentence = first.message if len(findings) == 1 else f"{len(findings):,} findings: {capital(first.alike or '')}."
    return WaiveDialog(first.code, on, sentence, today, parent)


def ask_waiver(findings: tuple[Finding, ...], session: Session, parent: QWidget) -> Command | None:
    """The command that waives findings of one rule; None where somebody thought better of it."""
    dialog = dialog_for(findings, session.today, parent)
    wanted = dialog.exec()
    dialog.deleteLater()
    return Waive(dialog.waiver) if wanted else None


def ask_renewal(waiver: Waiver, session: Session, parent: QWidget) -> Command | None:
    """The command that says something else in the place of a waiver; None where nothing was changed."""
    dialog = WaiveDialog(waiver.rule, waiver.on, f"What {waiver.rule} finds is accepted.", session.today, parent)
    dialog.fill(waiver)
    wanted = dialog.exec()
    dialog.deleteLater()
    if not wanted:
        return None
    renewed = changed(waiver, reason=dialog.waiver.reason, until=dialog.waiver.until, by=dialog.waiver.by)
    if renewed == waiver:
        return None
    return Together(f"Change the waiver of {waiver.rule}", (RemoveWaiver(waiver), Waive(renewed)))


def take_back(waiver: Waiver, named: Subject | None = None) -> Command:
    """The command that removes a waiver: of one thing, where it is given and the waiver is about others too."""
    rest = tuple(each for each in waiver.on if each != named)
    if named is None or not rest:
        return RemoveWaiver(waiver)
    label = f"Take back the waiver of {waiver.rule} for one of {len(waiver.on)}"
    return Together(label, (RemoveWaiver(waiver), Waive(changed(waiver, on=rest))))


def _as_qt(on: date) -> QDate:
    return QDate(on.year, on.month, on.day)
