"""What somebody wants of the PDF, as the fields of its window say it and as it is remembered; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeVar, get_args

from orgmodel.model import Organization
from orgmodel.model.value import changed, value
from orgmodel.pdf.order import AUDIENCES, Audience, Order, SectionName, Turned
from orgmodel.pdf.style import PageName
from ui.translation import marked

T = TypeVar("T")
Whom = Literal["executive", "stakeholder", "full", "own"]
"""An audience, or the sections that somebody ticked."""

WHOM: Final[Mapping[Whom, tuple[str, str]]] = {
    "executive": (marked("Executives"), marked("The answer on one page")),
    "stakeholder": (marked("Stakeholders"), marked("Who does what, gaps, whom to call")),
    "full": (marked("Everybody concerned"), marked("All sections, a page for each team")),
    "own": (marked("Own choice"), marked("The sections that are ticked below")),
}
"""What each choice is called, and in one line what it is."""

SECTION_WORDS: Final[Mapping[SectionName, tuple[str, str]]] = {
    "summary": (marked("Summary"), marked("The answer on one page, with what to put right first")),
    "changes": (marked("Changes"), marked("What differs from the file that this one is based on")),
    "layout": (marked("Layout"), marked("The teams, what they carry, and what nobody does")),
    "chain": (marked("Support chain"), marked("Who is called first, and where the page goes from there")),
    "matrix": (marked("Matrix"), marked("Every row with the letters of the teams")),
    "coverage": (marked("Coverage"), marked("How well each layer and area is covered")),
    "findings": (marked("Findings"), marked("What the rules found, and what to do")),
    "teams": (marked("Teams"), marked("A page for each team, to be signed")),
    "call": (marked("Whom to call"), marked("For each service and layer, at each hour")),
    "on-call": (marked("On call"), marked("The week of the rotations, and the load")),
    "maturity": (marked("Maturity"), marked("The assessments, as bars and radar")),
    "decisions": (marked("Decisions"), marked("What was decided, when and why")),
    "method": (marked("Method"), marked("The rules, and what could not be assessed")),
}
EVERY: Final = AUDIENCES["full"]
"""All sections, in the order in which they are printed."""

PAGES: Final = get_args(PageName)
TURNS: Final[tuple[tuple[Turned | None, str], ...]] = (
    (None, marked("As reads best")),
    ("portrait", marked("Upright")),
    ("landscape", marked("Across")),
)


@value
class Choices:
    """`sections` count where `whom` is `own`; the model goes inside where it says no more than the paper may: with its
    people, services and teams.
    """

    whom: Whom = "stakeholder"
    sections: tuple[SectionName, ...] = ()
    page: PageName = "A4"
    turned: Turned | None = None
    services: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    people: bool = True
    attached: bool = False
    opened: bool = False
    """Whether the file is opened when it is written."""

    def printed(self, *, has_baseline: bool) -> tuple[SectionName, ...]:
        """The sections in the order in which they are printed; changes need a baseline."""
        wanted = self.sections if self.whom == "own" else AUDIENCES[self.whom]
        return tuple(name for name in EVERY if name in wanted and (has_baseline or name != "changes"))

    def with_section(self, name: SectionName, *, is_on: bool, has_baseline: bool) -> Choices:
        """One section more or less than now, as somebody's own choice."""
        now = {*self.printed(has_baseline=has_baseline), name}
        return self.own(tuple(each for each in EVERY if each in now and (is_on or each != name)))

    def own(self, sections: tuple[SectionName, ...]) -> Choices:
        return changed(self, whom="own", sections=sections)

    @property
    def attaches(self) -> bool:
        return self.attached and self.people and not self.is_part

    @property
    def is_part(self) -> bool:
        """Whether some services or teams alone are printed."""
        return bool(self.services or self.teams)

    def order(self, *, has_baseline: bool) -> Order:
        """What is printed; the baseline and the model inside are put to it by whoever reads them."""
        audience: Audience = "stakeholder" if self.whom == "own" else self.whom
        return Order(
            audience=audience,
            sections=self.printed(has_baseline=has_baseline) if self.whom == "own" else (),
            page=self.page,
            turned=self.turned,
            services=self.services,  # type: ignore[arg-type]
            teams=self.teams,  # type: ignore[arg-type]
            people=self.people,
        )


def fitting(choices: Choices, organization: Organization) -> Choices:
    """The choices without services and teams that are gone."""
    services = tuple(each for each in choices.services if each in organization.service_by_id)
    teams = tuple(each for each in choices.teams if each in organization.team_by_id)
    if services == choices.services and teams == choices.teams:
        return choices
    return changed(choices, services=services, teams=teams)


def as_record(choices: Choices) -> dict[str, Any]:
    """What is remembered, in lists and words."""
    return {
        "whom": choices.whom,
        "sections": list(choices.sections),
        "page": choices.page,
        "turned": choices.turned,
        "services": list(choices.services),
        "teams": list(choices.teams),
        "people": choices.people,
        "attached": choices.attached,
        "opened": choices.opened,
    }


def from_record(record: Mapping[str, Any]) -> Choices:
    """What was remembered; what makes no sense is as it is in the beginning."""
    plain = Choices()
    return Choices(
        _one_of(record.get("whom"), get_args(Whom), plain.whom),
        tuple(name for name in EVERY if name in _words(record.get("sections"))),
        _one_of(record.get("page"), PAGES, plain.page),
        _one_of(record.get("turned"), get_args(Turned), plain.turned),
        _words(record.get("services")),
        _words(record.get("teams")),
        _one_of(record.get("people"), (True, False), plain.people),
        _one_of(record.get("attached"), (True, False), plain.attached),
        _one_of(record.get("opened"), (True, False), plain.opened),
    )


def _one_of(held: Any, possible: tuple[Any, ...], otherwise: T) -> T:
    return next((each for each in possible if each == held and type(each) is type(held)), otherwise)


def _words(held: Any) -> tuple[str, ...]:
    return tuple(each for each in held if isinstance(each, str)) if isinstance(held, list) else ()
