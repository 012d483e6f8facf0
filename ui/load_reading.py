"""The load of every team, worked out beside the window for whoever shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orgmodel.document import Document
from orgmodel.model import Organization, TeamId
from ui.background import Background
from ui.session import Session

if TYPE_CHECKING:
    from orgmodel.load import Load  # its graph is not needed to paint the window


def loads_of(organization: Organization) -> Mapping[TeamId, Load]:
    """What each team carries, all of it worked out."""
    from orgmodel.graph import OrgGraph
    from orgmodel.load import loads

    return dict(loads(OrgGraph(organization)).items())


def load_reading(session: Session) -> LoadReading:
    """The one of a session; it goes with it."""
    return session.findChild(LoadReading) or LoadReading(session)


class LoadReading(QObject):
    """Begins when it is first asked for; from then on it follows the document."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._loads: Mapping[TeamId, Load] | None = None
        self._background = Background("loads", loads_of, self, gives_way=True)
        self._background.done.connect(self._keep)
        session.document_changed.connect(self._follow)
        self._is_wanted = False

    def of(self, team: TeamId) -> Load | None:
        """What a team carries, as far as that is known by now; `changed` tells when there is more."""
        if not self._is_wanted:
            self._is_wanted = True
            self._background.ask(self._session.organization)
        return self._loads.get(team) if self._loads else None

    def _follow(self, before: Document, after: Document) -> None:
        if self._is_wanted and before.organization is not after.organization:
            self._background.ask(after.organization)

    def _keep(self, asked: Organization, loads: Mapping[TeamId, Load]) -> None:
        if asked is self._session.organization:
            self._loads = loads
            self.changed.emit()
