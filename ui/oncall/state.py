"""What the On call lens shows, from the organisation, the week, the zone, the service and what is looked for; no Qt."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from orgmodel.coverage import Shares, shares, usual_zone, zone_named
from orgmodel.diagram.week import SCREEN, WeekPlan, plan_of
from orgmodel.diagram.week_blocks import Block, Gap, LaneContent, content_of
from orgmodel.diagram.week_lanes import Lane, Needs, needs_of
from orgmodel.graph import OrgGraph
from orgmodel.load import Part, loads
from orgmodel.model import Organization, ServiceId, TeamId
from orgmodel.model.value import changed
from ui.oncall.moment import At, Holder, holder_of
from ui.oncall.written import members_shown

NOTHING = LaneContent((), ())


class OnCallState:
    """Made anew in its parts as they change; what stands in a lane is worked out when it is first asked for."""

    def __init__(self, organization: Organization, today: date) -> None:
        self.organization = organization
        self.today = today
        self.day = today
        self.chosen_zone: str | None = None
        """The zone that somebody chose; until then it is the usual one of the file."""
        self.zone = zone_named(usual_zone(organization))
        self.service: ServiceId | None = None
        self.away: tuple[TeamId, ...] = ()
        self.words = ""
        """What is looked for: only teams with it in a name are shown."""
        self.needs: Needs = needs_of(organization)
        self._contents: dict[Lane, LaneContent] = {}
        self._shares: Shares | None = None
        self._pages: dict[TeamId, Part] = {}
        self.plan: WeekPlan = self._planned()
        self.instant = self.plan.axis.instant_of(5 * 24 * 60 + 3 * 60)
        """The minute of the moment line: at first Saturday at three in the morning."""

    def take(self, organization: Organization) -> bool:
        """Show another organisation; False where nothing of it is seen here."""
        before, self.organization = self.organization, organization
        seen = ("rotations", "teams", "escalations", "services", "responsibilities", "settings")
        if all(getattr(before, field) is getattr(organization, field) for field in seen):
            return False
        if any(getattr(before, field) is not getattr(organization, field) for field in ("rotations", "teams")):
            self._shares, self._pages = None, {}
        if self.service not in organization.service_by_id:
            self.service = None
        self.away = tuple(team for team in self.away if team in organization.team_by_id)
        asked = ("responsibilities", "teams", "services")
        are_same = all(getattr(before, field) is getattr(organization, field) for field in asked)
        if not are_same or before.rotations_of.keys() != organization.rotations_of.keys():
            self.needs = needs_of(organization)
        shown = self.plan.axis.clock_at(self.instant)
        self.zone = zone_named(self.chosen_zone or usual_zone(organization))
        self.refresh()
        self.instant = self.plan.axis.instant_of(shown)
        return True

    def refresh(self) -> None:
        """After another week, zone, service or search."""
        self._contents = {}
        self.plan = self._planned()

    def step(self, weeks: int) -> None:
        """So many weeks on; the moment stays at its hour."""
        shown = self.plan.axis.clock_at(self.instant)
        try:
            self.day += timedelta(weeks=weeks)
        except OverflowError:
            return
        self.refresh()
        self.instant = self.plan.axis.instant_of(shown)

    def show_day(self, day: date) -> None:
        shown = self.plan.axis.clock_at(self.instant)
        self.day = day
        self.refresh()
        self.instant = self.plan.axis.instant_of(shown)

    def show_zone(self, zone: str) -> None:
        """The same hours on other clocks; the moment stays the same minute where the week has it still."""
        self.chosen_zone = zone
        self.zone = zone_named(zone)
        self.refresh()
        self.instant = min(max(self.instant, self.plan.axis.start), self.plan.axis.end - 1)

    @property
    def moment(self) -> datetime:
        """That of the line, on the clocks of the strip."""
        return self.plan.axis.moment_of(self.instant)

    def move_moment(self, instant: int) -> None:
        self.instant = min(max(instant, self.plan.axis.start), self.plan.axis.end - 1)

    def fit(self, day_width: float) -> None:
        """Make the days so wide."""
        if day_width != self.plan.measures.day:
            self.plan = WeekPlan(self.plan.axis, self.plan.rows, changed(self.plan.measures, day=day_width))

    @property
    def whole(self) -> WeekPlan:
        """The same at the first width of a day, whatever room there is."""
        return WeekPlan(self.plan.axis, self.plan.rows, SCREEN)

    def content(self, lane: Lane) -> LaneContent:
        found = self._contents.get(lane)
        if found is None:
            away = lane.team in self.away
            found = self._contents[lane] = content_of(self.organization, lane, self.plan.axis, is_away=away)
        return found

    def content_at(self, row: int) -> LaneContent:
        lane = self.lane_at(row)
        return self.content(lane) if lane else NOTHING

    def lane_at(self, row: int | None) -> Lane | None:
        if row is None or not 0 <= row < len(self.plan.rows):
            return None
        found = self.plan.rows[row]
        return found if isinstance(found, Lane) else None

    def hit(self, row: int, instant: int, track: int | None = None) -> Block | None:
        """The shift at an instant of a lane."""
        found = [block for block in self.content_at(row).blocks if block.start <= instant < block.end]
        return next((block for block in found if track is None or block.track == track), None)

    def gap_at(self, row: int, instant: int) -> Gap | None:
        return next((gap for gap in self.content_at(row).gaps if gap.start <= instant < gap.end), None)

    def teams(self) -> tuple[TeamId, ...]:
        """The teams that are shown, from the top."""
        return tuple(self.plan.lane_of_team)

    def holder(self, team: TeamId) -> Holder:
        at, need = At(self.plan.axis, self.instant), self.needs.of(team)
        return holder_of(self.organization, team, at, need, is_away=team in self.away)

    @property
    def shares(self) -> Shares:
        if self._shares is None:
            self._shares = shares(self.organization)
        return self._shares

    def pages(self, team: TeamId) -> Part | None:
        """The pages of a team and how they are shared out; None where there is no such team."""
        found = self.organization.team_by_id.get(team)
        if found is None or found.status == "archived":
            return None
        if team not in self._pages:
            rotations = self.organization.rotations_of.get(team, ())
            small = Organization(name="", teams=(found,), rotations=rotations)
            self._pages[team] = loads(OrgGraph(small))[team].pages
        return self._pages[team]

    def _planned(self) -> WeekPlan:
        measures = self.plan.measures if hasattr(self, "plan") else SCREEN
        shown = matching(self.organization, self.words) if self.words.strip() else None
        return plan_of(
            self.organization, self.day, self.zone, self.service, needs=self.needs, shown=shown, measures=measures
        )


def matching(organization: Organization, words: str) -> tuple[TeamId, ...]:
    """The teams with every word in their name, their rotations or the people in these."""
    wanted = words.casefold().split()
    found: list[TeamId] = []
    ghosts = dict.fromkeys(each for each in organization.rotations_of if each not in organization.team_by_id)
    for team in (*organization.team_by_id, *ghosts):
        thing = organization.team_by_id.get(team)
        parts = [thing.name if thing else str(team)]
        for rotation in organization.rotations_of.get(team, ()):
            parts += [rotation.id, members_shown(rotation.members, thing), rotation.timezone or ""]
        text = " ".join(parts).casefold()
        if all(word in text for word in wanted):
            found.append(team)
    return tuple(found)
