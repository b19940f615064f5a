"""The clock that `--at` starts: at a moment of any week, or of a date by the plan's calendar."""

from socplanner.cli.arguments import RequestRefused
from socplanner.domain.calendar_days import calendar_day, dated_moment_of, day_after
from socplanner.domain.coverage import DayKind
from socplanner.domain.flows.covered_hours import StartedClock, started_at
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import moment_of
from socplanner.services.public_holidays import public_holidays
from socplanner.wording.language import N_


def started_clock(text: str, plan: Plan) -> StartedClock:
    """Return the clock of `plan` from the moment `text` on; raise RequestRefused for no moment."""
    moment = moment_of(text)
    if moment is not None:
        return started_at(moment)
    dated = dated_moment_of(text)
    if dated is None:
        raise RequestRefused(
            N_(
                "“{text}” is no moment: write a day and a time, such as “sun 03:00” or "
                "“2027-01-01 03:00”."
            ),
            text=text,
        )
    first, minute = dated

    def day_of(days: int) -> DayKind:
        return calendar_day(plan.calendar, day_after(first, days), public_holidays).kind

    return StartedClock(calendar_day(plan.calendar, first, public_holidays).at(minute), day_of)
