"""When a role is covered: bands of the week, and how it is covered in each.

Rules:

- A band covers some kinds of days from one time to another. Where it does not end after it begins,
  it ends on the next day; it belongs to the day on which it begins.
- A public holiday is a kind of day of its own: a band for Mondays does not cover a holiday that is
  a Monday, and one for holidays does.
- Where bands overlap, the strongest way counts: on duty, on call, pre-approved, best effort.
- Without bands nothing is known about the hours; with bands, what none of them covers is unmanned.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum

from socplanner.domain.ids import PartyId

DAY = 24 * 60
"""The minutes of a day."""


class DayKind(Enum):
    """The kinds of days: those of the week, and a public holiday whatever day it is."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"
    HOLIDAY = "holiday"


WEEK = tuple(DayKind)[:7]
"""The days of a week without holidays, Monday first."""

WORKDAYS = frozenset(WEEK[:5])
ALL_DAYS = frozenset(DayKind)


class CoverageMode(IntEnum):
    """How a role is covered, the strongest first."""

    ON_DUTY = 0
    ON_CALL = 1
    PRE_APPROVED = 2
    BEST_EFFORT = 3


class CoverageState(Enum):
    """What the coverage of a role states about one moment."""

    ON_DUTY = "on-duty"
    ON_CALL = "on-call"
    PRE_APPROVED = "pre-approved"
    BEST_EFFORT = "best-effort"
    UNMANNED = "unmanned"
    NOT_STATED = "not-stated"


STATE_OF_MODE = {
    CoverageMode.ON_DUTY: CoverageState.ON_DUTY,
    CoverageMode.ON_CALL: CoverageState.ON_CALL,
    CoverageMode.PRE_APPROVED: CoverageState.PRE_APPROVED,
    CoverageMode.BEST_EFFORT: CoverageState.BEST_EFFORT,
}
"""The state of a role in the hours of each mode."""


@dataclass(frozen=True, slots=True)
class CoverageBand:
    """Hours of some days in which a role is covered in one way.

    `start` and `end` are minutes from midnight, `end` up to 24:00. `answer_within` is in minutes;
    `party` covers the band, or else the one that performs the role.
    """

    days: frozenset[DayKind]
    start: int = 0
    end: int = DAY
    mode: CoverageMode = CoverageMode.ON_DUTY
    answer_within: int | None = None
    party: PartyId | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for hours that are none."""
        if not self.days or not 0 <= self.start < DAY or not 0 < self.end <= DAY:
            raise ValueError(self)

    @property
    def is_over_midnight(self) -> bool:
        """Whether the band ends on the day after it begins."""
        return self.end <= self.start

    @property
    def minutes(self) -> int:
        """How long the band is on each of its days."""
        return self.end - self.start + (DAY if self.is_over_midnight else 0)

    def covers(self, day: DayKind, before: DayKind, minute: int) -> bool:
        """Return whether the band covers `minute` of a `day` that follows a day `before`."""
        end = DAY if self.is_over_midnight else self.end
        if day in self.days and self.start <= minute < end:
            return True
        return self.is_over_midnight and before in self.days and minute < self.end


@dataclass(frozen=True, slots=True)
class Coverage:
    """The bands of a role, and a remark that no band states."""

    bands: tuple[CoverageBand, ...] = ()
    remark: str = ""

    def band_at(self, day: DayKind, before: DayKind, minute: int) -> CoverageBand | None:
        """Return the strongest band that covers a moment, the first of equally strong ones."""
        covering = (band for band in self.bands if band.covers(day, before, minute))
        return min(covering, key=lambda band: band.mode, default=None)

    def state_at(self, day: DayKind, before: DayKind, minute: int) -> CoverageState:
        """Return how the role is covered at a moment."""
        if not self.bands:
            return CoverageState.NOT_STATED
        band = self.band_at(day, before, minute)
        return CoverageState.UNMANNED if band is None else STATE_OF_MODE[band.mode]


NO_COVERAGE = Coverage()
