"""How every role of a phase is covered at one moment of the week."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.coverage import DAY, WEEK, CoverageBand, CoverageState, DayKind
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.ids import PhaseId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty, Plan


class Moment(NamedTuple):
    """A minute of a kind of day; `before` is the kind of the day before where that is known."""

    day: DayKind
    minute: int
    before: DayKind | None = None

    @property
    def day_before(self) -> DayKind:
        """The day before; if it is not known, before a holiday stands a working day."""
        if self.before is not None:
            return self.before
        if self.day is DayKind.HOLIDAY:
            return DayKind.THURSDAY
        return WEEK[WEEK.index(self.day) - 1]


SUNDAY_NIGHT = Moment(DayKind.SUNDAY, 3 * 60)
"""The moment at which a plan shows whether it works."""

DECISIVE_MOMENTS = (
    SUNDAY_NIGHT,
    Moment(DayKind.WEDNESDAY, 14 * 60),
    Moment(DayKind.HOLIDAY, 10 * 60),
)
"""The moments that decide: Sunday night, a weekday, and New Year."""


class RoleCoverage(NamedTuple):
    """How a role is covered: its state, the band that covers it, and the remark of its text."""

    role: Role
    duty: Duty
    state: CoverageState
    band: CoverageBand | None
    remark: str


def moment_of(text: str) -> Moment | None:
    """Return the moment that `text` names, such as `sun 03:00`; None if it names none."""
    day, _, clock = text.strip().lower().partition(" ")
    minute = minute_of(clock)
    kinds = {kind.value: kind for kind in DayKind}
    return None if day not in kinds or minute is None else Moment(kinds[day], minute)


def minute_of(clock: str) -> int | None:
    """Return the minute of the day that `clock`, such as `03:00`, names; None if it names none."""
    hour, colon, minute = clock.strip().partition(":")
    if not colon or not (hour.isdecimal() and minute.isdecimal()):
        return None
    minutes = int(hour[:3]) * 60 + int(minute[:3])
    return minutes if int(minute[:3]) < 60 and minutes < DAY else None


def coverage_at(plan: Plan, phase: PhaseId, moment: Moment) -> tuple[RoleCoverage, ...]:
    """Return the coverage of each role that `phase` carries out; KeyError for an unknown phase."""
    by_role = duties(plan, phase)
    carried_out = (
        (role, by_role[role.id])
        for role in plan.roles()
        if by_role[role.id].sourcing is not Sourcing.NOT_CARRIED_OUT
    )
    return tuple(_covered(role, duty, moment) for role, duty in carried_out)


def state_counts(covered: Iterable[RoleCoverage]) -> Counter[CoverageState]:
    """Return how many roles have each state."""
    return Counter(each.state for each in covered)


def _covered(role: Role, duty: Duty, moment: Moment) -> RoleCoverage:
    coverage = coverage_of(duty.coverage)
    at = moment.day, moment.day_before, moment.minute
    return RoleCoverage(role, duty, coverage.state_at(*at), coverage.band_at(*at), coverage.remark)
