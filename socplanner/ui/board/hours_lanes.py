"""Lanes by who is there at the moment of the week that is looked at.

Hours are not set by a drop: a week has more than one moment. The remark of the lanes gives that
reason.
"""

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.coverage import CoverageState
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.board.lanes import LaneId, LaneMaker, LaneSet
from socplanner.ui.board.role_lanes import plain_lane, unchangeable
from socplanner.ui.kit.week_moment import WeekMoment
from socplanner.wording.coverage_words import moment_name, state_name
from socplanner.wording.language import Words
from socplanner.wording.terms import sourcing_name

_ORDER = (
    CoverageState.UNMANNED,
    CoverageState.BEST_EFFORT,
    CoverageState.PRE_APPROVED,
    CoverageState.ON_CALL,
    CoverageState.ON_DUTY,
    CoverageState.NOT_STATED,
)
_NOT_PERFORMED = LaneId("not-performed")


def hours_lanes(week: WeekMoment) -> LaneMaker:
    """Return the function that makes a lane for each state at the moment of `week`."""

    def made(_plan: Plan, _phase: PhaseId, words: Words) -> LaneSet:
        moment = week.moment
        about = moment_name(moment, words)
        lanes = [plain_lane(each.value, "", state_name(each, words), about) for each in _ORDER]
        lanes.append(plain_lane(_NOT_PERFORMED, "", sourcing_name(Sourcing.NOT_CARRIED_OUT, words)))

        def lane_of(_role: Role, duty: Duty) -> LaneId:
            if duty.sourcing is Sourcing.NOT_CARRIED_OUT:
                return _NOT_PERFORMED
            coverage = coverage_of(duty.coverage)
            state = coverage.state_at(moment.day, moment.day_before, moment.minute)
            return LaneId(state.value)

        reason = words.tr("Hours are set by Edit > Hours: nothing changes")
        return unchangeable(lanes, lane_of, reason)

    return made
