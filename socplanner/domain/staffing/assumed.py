"""The assumptions of a plan as figures, with the net hours of a person in a year."""

from collections.abc import Mapping
from types import MappingProxyType

from socplanner.domain.staffing.calculation import Calculation, Figure
from socplanner.domain.staffing_inputs import ASSUMPTIONS, Assumptions

Figures = Mapping[str, Figure]
"""Figures by their symbols."""

YEAR = 365
NET_HOURS = Calculation(
    "net_hours", "max(0, days - days_off - leave - training - sick) * hours_a_day"
)
NET_HOURS_BY_CALENDAR = Calculation(
    "net_hours", "max(0, days * 5 / 7 - holidays - leave - training - sick) * hours_a_day"
)
SHRINKAGE = Calculation("shrinkage", "1 - net_hours / (days / 7 * weekly_hours)")
TURNOVER_LOSS = Calculation(
    "turnover_loss", "turnover / 100 * (vacancy_months + ramp_up_months / 2) / 12"
)


def assumed_figures(assumptions: Assumptions, days: int = YEAR) -> Figures:
    """Return every assumption by its symbol, with `days`, `net_hours` and what follows from them.

    Where `holidays` are stated, working days are counted by the calendar: five days a week less
    public holidays; otherwise by the days off of a year.
    """
    figures = {"days": Figure("days", days)}
    for each in ASSUMPTIONS:
        stated = assumptions.get(each.id)
        value = each.default if stated is None else stated
        figures[each.symbol] = Figure(each.symbol, value, is_default=stated is None)
    absences = [figures[name] for name in ("leave", "training", "sick", "hours_a_day")]
    if "holidays" in assumptions:
        net = NET_HOURS_BY_CALENDAR.figure(figures["days"], figures["holidays"], *absences)
    else:
        net = NET_HOURS.figure(figures["days"], figures["days_off"], *absences)
    figures["net_hours"] = net
    figures["shrinkage"] = SHRINKAGE.figure(net, figures["days"], figures["weekly_hours"])
    figures["turnover_loss"] = TURNOVER_LOSS.figure(
        *(figures[name] for name in ("turnover", "vacancy_months", "ramp_up_months"))
    )
    return MappingProxyType(figures)
