"""Teams, where they sit and who is in them."""

from __future__ import annotations

from typing import Final, Literal

from orgmodel.model.identifiers import PersonId, Subject, TeamId, subject
from orgmodel.model.value import value

TeamKind = Literal["application", "application-sre", "infrastructure-sre", "frontline", "governance", "other"]
TeamStatus = Literal["active", "planned", "archived"]

KIND_NAMES: Final[dict[TeamKind, str]] = {
    "application": "Application Team",
    "application-sre": "Application SRE",
    "infrastructure-sre": "Infrastructure SRE",
    "frontline": "Frontline Support",
    "governance": "Governance",
    "other": "Other",
}
SRE_KINDS: Final[frozenset[TeamKind]] = frozenset({"application-sre", "infrastructure-sre"})


@value
class Site:
    """A place where some of a team work; `timezone` is a name of the IANA database."""

    name: str
    timezone: str | None = None
    headcount: int | None = None


@value
class Member:
    """A person; `fte` is a share of full time, 1.0 for all of it."""

    id: PersonId
    name: str
    role: str | None = None
    fte: float | None = None
    site: str | None = None


@value
class Workload:
    """Measured load: `operations` and `toil` in percent of the team's time, incidents as a mean over 21 days."""

    operations: float | None = None
    toil: float | None = None
    incidents_per_shift: float | None = None


@value
class Team:
    """Whoever can hold a letter; a `planned` team counts as there, an `archived` one owns nothing."""

    id: TeamId
    name: str
    kind: TeamKind = "other"
    mission: str | None = None
    lead: str | None = None
    contact: str | None = None
    headcount: int | None = None
    supports: tuple[TeamId, ...] = ()
    parent: TeamId | None = None
    sites: tuple[Site, ...] = ()
    members: tuple[Member, ...] = ()
    workload: Workload | None = None
    status: TeamStatus = "active"

    @property
    def subject(self) -> Subject:
        return subject("team", self.id)

    @property
    def people(self) -> int | None:
        """How many they are: the headcount, else the sum of the sites, else the members listed; None if unknown."""
        if self.headcount is not None:
            return self.headcount
        counts = [site.headcount for site in self.sites if site.headcount is not None]
        if counts and len(counts) == len(self.sites):
            return sum(counts)
        return len(self.members) or None

    def name_of(self, written: str) -> str:
        """The name of the member whose id is written, else what is written: leads and turns may be either."""
        return next((member.name for member in self.members if member.id == written), written)
