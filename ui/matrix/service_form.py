"""The form that adds a service with the rows of a reference matrix, each with the owner that it has by default."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from orgmodel.catalogue.matrices import matrices
from orgmodel.model import Service, ServiceId, TeamId, id_from_name
from orgmodel.sentences import counted
from orgmodel.service_from_matrix import service_from_matrix
from ui.picker import Picker
from ui.pieces import Said
from ui.session import Session
from ui.style import wear
from ui.theme import Theme
from ui.translation import tr

_SAID_HEIGHT: Final = 50
"""Three lines: what is said may not push the fields about while somebody types."""


class ServiceForm(QDialog):
    """Name, matrix and team; what will be made is said below while it is typed, and made in one step."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setWindowTitle(tr("Add service from matrix"))
        self.named = QLineEdit(self)
        self.named.setAccessibleName(tr("Name of the service"))
        self.named.setPlaceholderText(tr("Web Shop"))
        self.matrix = Picker(tr("Reference matrix"), theme)
        self.matrix.offer(((each.id, each.name) for each in matrices()), matrices()[0].id)
        self.team = Picker(tr("Team that builds it"), theme, typed=True)
        teams = [team for team in session.organization.teams if team.status != "archived"]
        self.team.offer(((None, tr("Not known yet")), *((team.id, team.name) for team in teams)))
        self.said = Said(parent=self)
        self.said.setWordWrap(True)
        wear(self.said, "caption")
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(_SAID_HEIGHT)
        self.add = QPushButton(tr("Add service"))
        wear(self.add, "primary")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button in (self.add, self.cancel):
            button.setAutoDefault(False)  # Enter is for the form
        self._lay_out()
        self.buttons.accepted.connect(self._add)
        self.buttons.rejected.connect(self.reject)
        for changed in (self.named.textChanged, self.matrix.picked, self.team.picked):
            changed.connect(self._say)
        self._say()

    @property
    def service(self) -> Service:
        """The service that the form describes."""
        name = self.named.text().strip()
        identifier = ServiceId(id_from_name(name, set(self._session.organization.service_by_id)))
        team = self.team.value
        return Service(identifier, name, TeamId(team) if team else None)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(tr("Name"), self.named)
        form.addRow(tr("Matrix"), self.matrix)
        form.addRow(tr("Team"), self.team)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.buttons)
        self.resize(480, 250)
        order = (self.named, self.matrix, self.team, self.add, self.cancel)
        for one, after in pairwise(order):
            self.setTabOrder(one, after)

    def _say(self) -> None:
        """Tell how many rows there will be and who will answer for them."""
        self.add.setEnabled(bool(self.named.text().strip()))
        rows = service_from_matrix(self._session.organization, self.service, self.matrix.value).rows
        owned = sum(bool(row.raci) for row in rows)
        owners = dict.fromkeys(team for row in rows for team in row.raci)
        names = [self._session.organization.team_name(team) for team in owners]
        said = tr("{rows}, {owned} with an owner by default.", rows=counted(len(rows), "row"), owned=owned)
        if names and owned:
            said += " " + tr("Owners by the kind of their layer: {names}.", names=", ".join(names))
        if owned < len(rows):
            said += " " + tr("The others are gaps until a team answers for them.")
        self.said.setText(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reject() if self.cancel.hasFocus() else self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        if not self.named.text().strip():
            return
        command = service_from_matrix(self._session.organization, self.service, self.matrix.value)
        if self._session.execute(command):
            self.accept()
            if command.rows:
                self._session.select(command.rows[0].subject)
