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
    """A minute of a kind of day."""

    day: DayKind
    minute: int

    @property
    def day_before(self) -> DayKind:
        """The day before; before a holiday stands a working day like the others."""
        if self.day is DayKind.HOLIDAY:
            return DayKind.THURSDAY
        return WEEK[WEEK.index(self.day) - 1]


SUNDAY_NIGHT = Moment(DayKind.SUNDAY, 3 * 60)
"""The moment at which a plan shows whether it works."""


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
    hour, colon, minute = clock.strip().partition(":")
    kinds = {kind.value: kind for kind in DayKind}
    if day not in kinds or not colon or not (hour.isdecimal() and minute.isdecimal()):
        return None
    minutes = int(hour[:3]) * 60 + int(minute[:3])
    return Moment(kinds[day], minutes) if int(minute[:3]) < 60 and minutes < DAY else None


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
