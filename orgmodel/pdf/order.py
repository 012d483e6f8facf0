"""What is wanted of the paper: for whom, which parts of it, on which sheets, with what inside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

from orgmodel.document import Document
from orgmodel.model import ServiceId, TeamId
from orgmodel.model.value import value
from orgmodel.pdf.style import PageName

Audience = Literal["executive", "stakeholder", "full"]
Turned = Literal["portrait", "landscape"]
SectionName = Literal[
    "summary",
    "changes",
    "layout",
    "chain",
    "matrix",
    "coverage",
    "findings",
    "teams",
    "call",
    "on-call",
    "maturity",
    "decisions",
    "method",
]

AUDIENCES: Final[Mapping[Audience, tuple[SectionName, ...]]] = {
    "executive": ("summary",),
    "stakeholder": ("summary", "changes", "layout", "chain", "matrix", "findings", "call"),
    "full": get_args(SectionName),
}
"""From front to back; the index of cut names comes last wherever there are any."""


@value
class Order:
    """What is printed and how; as it is made without arguments, what a stakeholder gets on A4.

    `sections` take the place of the audience's; `turned` None leaves each section as it reads best; no `services` or
    `teams` means all of them; `people` False prints nobody's name; `before` is the baseline that changes are told
    against, None where there is none, and `no_baseline` then says why it could not be read; `attached` is the model
    file to put inside.
    """

    audience: Audience = "stakeholder"
    sections: tuple[SectionName, ...] = ()
    page: PageName = "A4"
    turned: Turned | None = None
    services: tuple[ServiceId, ...] = ()
    teams: tuple[TeamId, ...] = ()
    people: bool = True
    before: Document | None = None
    no_baseline: str = ""
    attached: bytes | None = None

    @property
    def printed(self) -> tuple[SectionName, ...]:
        """The sections in their order: those asked for, else the audience's; changes need a baseline."""
        if self.sections:
            return tuple(dict.fromkeys(self.sections))
        has_baseline = self.before is not None or bool(self.no_baseline)
        return tuple(name for name in AUDIENCES[self.audience] if name != "changes" or has_baseline)

    @property
    def tells_findings(self) -> bool:
        """Whether the rules have to be run for what is printed: the matrix says what its rows are without them."""
        return any(name != "matrix" for name in self.printed)

    @property
    def is_one_page(self) -> bool:
        """Whether everything has to stand on one page: for an executive."""
        return self.audience == "executive" and not self.sections


STANDARD: Final = Order()
