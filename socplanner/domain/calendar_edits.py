"""The edit of the calendar of an organisation."""

from dataclasses import dataclass, replace

from socplanner.domain.edit_checks import reject_first
from socplanner.domain.plan import Plan
from socplanner.domain.work_calendar import WorkCalendar, calendar_faults


@dataclass(frozen=True, slots=True)
class SetCalendar:
    """Replace the calendar of the plan; closed days that occur twice are stated once."""

    calendar: WorkCalendar

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the calendar; raise EditRejected for one that is not valid."""
        closed = tuple(dict.fromkeys(self.calendar.closed))
        calendar = self.calendar._replace(closed=closed)
        reject_first(calendar_faults(calendar))
        return plan if calendar == plan.calendar else replace(plan, calendar=calendar)
