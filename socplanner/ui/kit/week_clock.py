"""The clock of a walk that begins at the moment that is looked at."""

from socplanner.domain.calendar_days import calendar_day, day_after
from socplanner.domain.coverage import DayKind
from socplanner.domain.flows.covered_hours import StartedClock, started_at
from socplanner.domain.plan import Plan
from socplanner.services.public_holidays import public_holidays
from socplanner.ui.kit.week_moment import WeekMoment


def clock_at(week: WeekMoment, plan: Plan) -> StartedClock:
    """Return the clock of a walk from the moment of `week`; of a date, by the plan's calendar."""
    first = week.day
    if first is None:
        return started_at(week.moment)
    kinds: dict[int, DayKind] = {0: first.kind}

    def day_of(days: int) -> DayKind:
        if days not in kinds:
            day = day_after(first.day, days)
            kinds[days] = calendar_day(plan.calendar, day, public_holidays).kind
        return kinds[days]

    return StartedClock(week.moment, day_of)
