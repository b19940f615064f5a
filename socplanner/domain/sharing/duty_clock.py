"""All reporting duties of one incident on the clock of its detection.

A term counts from detection here: the law counts from when the case became known to be one that
must be reported, which is then or later.
"""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.coverage import CoverageState
from socplanner.domain.durations import minutes_of
from socplanner.domain.flows.covered_hours import (
    ClockHours,
    StartedClock,
    state_of,
    states_hours,
)
from socplanner.domain.flows.lanes import role_parties
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.duties import ListedDuty
from socplanner.domain.sharing_inputs import ReportingDuty


class DutyOnClock(NamedTuple):
    """A duty with its terms in minutes after detection; None is not stated.

    `state` is how the role that reports is covered when the term ends, None without a term or a
    role. `first_there` is the first minute at which it is manned, None if it never is or its hours
    are not stated. `reporting` are the parties that perform the role.
    """

    listed: ListedDuty
    earliest: int | None
    latest: int | None
    state: CoverageState | None
    first_there: int | None
    reporting: tuple[PartyId, ...]

    @property
    def duty(self) -> ReportingDuty:
        """The duty itself."""
        return self.listed.duty

    @property
    def is_missed(self) -> bool:
        """Whether no party is there to report before the term ends, as far as hours are stated."""
        if self.latest is None or self.state is None or self.state is CoverageState.NOT_STATED:
            return False
        return self.first_there is None or self.first_there > self.latest


def duties_on_clock(
    plan: Plan, phase: PhaseId, duties: Iterable[ListedDuty], clock: StartedClock
) -> tuple[DutyOnClock, ...]:
    """Return `duties` on `clock`; raise KeyError for an unknown phase."""
    return tuple(_on_clock(plan, phase, each, clock) for each in duties)


def _on_clock(plan: Plan, phase: PhaseId, listed: ListedDuty, clock: StartedClock) -> DutyOnClock:
    duty = listed.duty
    earliest, latest = minutes_of(duty.earliest), minutes_of(duty.latest)
    if duty.role is None:
        return DutyOnClock(listed, earliest, latest, None, None, ())
    parties = role_parties(plan, phase, duty.role)
    coverage = parties.duty.coverage
    hours = ClockHours(coverage, clock)
    state = None if latest is None else state_of(hours.covered(latest), coverage)
    first = hours.until_manned(0) if states_hours(coverage) else None
    return DutyOnClock(listed, earliest, latest, state, first, parties.performing)
