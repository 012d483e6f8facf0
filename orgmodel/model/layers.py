"""What the stack is made of, and the areas that cut across it."""

from __future__ import annotations

from typing import Final

from orgmodel.model.identifiers import AreaId, LayerId, Subject, subject
from orgmodel.model.teams import TeamKind
from orgmodel.model.value import value


@value
class Layer:
    """One storey of the stack; `kind` is the kind of team that owns it by default."""

    id: LayerId
    name: str
    kind: TeamKind | None = None

    @property
    def subject(self) -> Subject:
        return subject("layer", self.id)

    @property
    def title(self) -> str:
        """The name without a remark in brackets at its end: `Infrastructure` of `Infrastructure (OS/Hardware)`."""
        return _split(self.name)[0]

    @property
    def remark(self) -> str:
        """What stood in brackets at the end of the name, else nothing."""
        return _split(self.name)[1]


@value
class Area:
    """A field of work that cuts across the layers: monitoring, incident response."""

    id: AreaId
    name: str

    @property
    def subject(self) -> Subject:
        return subject("area", self.id)


def _split(name: str) -> tuple[str, str]:
    title, opened, remark = name.partition(" (")
    return (title, remark[:-1]) if opened and remark.endswith(")") else (name, "")


REFERENCE_LAYERS: Final = (
    Layer(LayerId("application"), "Application", "application"),
    Layer(LayerId("environment"), "Web Application Environment (Prod/Dev/Stage)", "application-sre"),
    Layer(LayerId("infrastructure"), "Infrastructure (OS/Hardware/Chef/etc.)", "infrastructure-sre"),
    Layer(LayerId("frontline"), "Frontline Support (primary on call, runbooks, etc.)", "frontline"),
)
"""The four layers of the reference matrix, from the top of the stack (Caiafa, SRE: The Incomplete Guide)."""

REFERENCE_AREAS: Final = (
    Area(AreaId("monitoring"), "Monitoring"),
    Area(AreaId("configuration-management"), "Configuration Management & Automation"),
    Area(AreaId("core-infrastructure"), "Core Infrastructure Services, Tooling and Provisioning"),
    Area(AreaId("capacity-performance"), "Capacity Planning & System Performance"),
    Area(AreaId("documentation-runbooks"), "Documentation and Runbooks"),
    Area(AreaId("incident-response"), "Incident Response"),
)
"""The six areas of the reference matrix (the same source)."""
