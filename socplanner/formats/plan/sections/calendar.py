"""The section `calendar`: the country of the public holidays, and the days of closing."""

from typing import Any, cast

from socplanner.domain.limits import MOST_CLOSED
from socplanner.domain.plan import Plan
from socplanner.domain.work_calendar import (
    CLOSED_PATTERN,
    NO_CALENDAR,
    ClosedDays,
    WorkCalendar,
    calendar_faults,
    closed_days_of,
    closed_text,
)
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import ListOf, Record, Text, without_extensions
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_KEY = "calendar"
CALENDAR = Record(
    {
        "country": Text(
            N_("The country of the public holidays by ISO 3166-1; JP if omitted."), "^[A-Z]{2}$"
        ),
        "closed": ListOf(
            Text(N_("A day such as 12-29, or days such as 12-29 to 01-03."), f"^{CLOSED_PATTERN}$"),
            N_("The days of each year on which the organisation is closed."),
            MOST_CLOSED,
        ),
    },
    (),
    N_("The holidays of the organisation."),
)


def _read(tree: Tree, _references: References) -> WorkCalendar:
    """Return the calendar; raise FormatError with the path of what is wrong."""
    if not tree:
        return NO_CALENDAR
    from socplanner.formats.plan.sections.part_reading import refuse_first  # many plans: none

    record = without_extensions(cast("TreeMapping", tree))
    texts = [str(each) for each in cast("list[Tree]", record.get("closed") or [])]
    closed = tuple(_closed(text, (_KEY, "closed", place)) for place, text in enumerate(texts))
    calendar = WorkCalendar(str(record.get("country", "")), tuple(dict.fromkeys(closed)))
    refuse_first(calendar_faults(calendar), (_KEY,))
    return NO_CALENDAR if calendar == NO_CALENDAR else calendar


def _closed(text: str, path: Path) -> ClosedDays:
    days = closed_days_of(text)
    if days is None:
        raise refused("bad-closed-days", path, days=text)
    return days


def _written(plan: Plan) -> dict[str, Any] | None:
    calendar = plan.calendar
    entry: dict[str, Any] = {
        "country": calendar.country,
        "closed": FlowList(map(closed_text, calendar.closed)),
    }
    return {key: value for key, value in entry.items() if value} or None


CALENDAR_SECTION = Section(_KEY, "calendar", CALENDAR, _read, _written)
