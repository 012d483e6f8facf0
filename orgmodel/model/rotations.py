"""Who is on call when."""

from __future__ import annotations

from typing import Final, Literal

from orgmodel.model.durations import Duration
from orgmodel.model.identifiers import RotationId, Subject, TeamId, subject
from orgmodel.model.value import value

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@value
class Window:
    """Some hours on a range of days, which may wrap; days count from 0 for Monday, times are minutes after midnight.

    A window whose end is not after its start runs past midnight into the next day.
    """

    first_day: int
    last_day: int
    start: int
    end: int

    def __str__(self) -> str:
        days = (
            DAYS[self.first_day] if self.first_day == self.last_day else f"{DAYS[self.first_day]}-{DAYS[self.last_day]}"
        )
        return f"{days} {self.start // 60:02}:{self.start % 60:02}-{self.end // 60:02}:{self.end % 60:02}"


@value
class Coverage:
    """The hours of the week that a rotation covers; `name` is how the file says it, None for a list of windows."""

    name: Literal["24x7", "business-hours"] | None
    windows: tuple[Window, ...]

    def __str__(self) -> str:
        return self.name or ", ".join(str(window) for window in self.windows)

    @property
    def said(self) -> str:
        """`24x7`, else the days and hours themselves: `Mon–Fri 09:00–17:00`."""
        return self.name if self.name == "24x7" else ", ".join(map(str, self.windows)).replace("-", "–")


ALWAYS: Final = Coverage("24x7", (Window(0, 6, 0, 24 * 60),))
BUSINESS_HOURS: Final = Coverage("business-hours", (Window(0, 4, 9 * 60, 17 * 60),))


@value
class Rotation:
    """A turn of people on call for a team at one level; `members` is their number or their ids or plain names.

    `hand_up` is the time from this level to the team's next one; `turn` how long one person's turn lasts;
    `pages_per_day` a mean.
    """

    id: RotationId
    team: TeamId
    level: int = 1
    coverage: Coverage | None = None
    timezone: str | None = None
    members: int | tuple[str, ...] | None = None
    turn: Duration | None = None
    shift: Duration | None = None
    pages_per_day: float | None = None
    hand_up: Duration | None = None

    @property
    def subject(self) -> Subject:
        return subject("rotation", self.id)

    @property
    def is_empty(self) -> bool:
        """Whether it is known that nobody is in it; where the members are unknown, somebody may be."""
        return self.members in (0, ())
