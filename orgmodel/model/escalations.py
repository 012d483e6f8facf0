"""How a page travels from team to team."""

from __future__ import annotations

from typing import Literal

from orgmodel.model.durations import Duration
from orgmodel.model.identifiers import LayerId, ServiceId, Subject, TeamId, subject
from orgmodel.model.value import value

EscalationKind = Literal["functional", "hierarchic", "inform"]


@value
class Escalation:
    """A team hands a page to another team, after some time and perhaps on a condition.

    Without layers or services it covers every row; with them only rows of those, and rows that name none. The source
    may be `ALERT`, where pages enter.
    """

    source: TeamId
    target: TeamId
    kind: EscalationKind = "functional"
    after: Duration | None = None
    when: str | None = None
    layers: tuple[LayerId, ...] = ()
    services: tuple[ServiceId, ...] = ()

    @property
    def subject(self) -> Subject:
        return subject("escalation", f"{self.source}->{self.target}")

    @property
    def carries_pages(self) -> bool:
        return self.kind != "inform"

    @property
    def is_conditional(self) -> bool:
        """Whether only some pages take it: those for rows of some layers or services."""
        return bool(self.layers or self.services)

    def covers(self, layer: LayerId | None, service: ServiceId | None) -> bool:
        """Whether a page for a row of that layer and service takes this way; a row that names none is covered."""
        return (not self.layers or layer is None or layer in self.layers) and (
            not self.services or service is None or service in self.services
        )
