"""Staffing in words: names of figures, their formulas, and how crews fit the law."""

import re
from collections.abc import Iterator, Mapping
from math import floor

from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.crews import CrewCheck
from socplanner.domain.staffing.labour_law import LabourLaw
from socplanner.domain.staffing_inputs import ASSUMPTIONS, AssumptionUnit
from socplanner.wording.cost_symbols import COST_SYMBOLS
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name

DASH = "–"
"""What is shown for a value that nothing can be divided by, or that is not known."""

_SYMBOLS: Mapping[str, str] = {
    "weekly_hours": N_("Hours a week"),
    "hours_a_day": N_("Hours a day"),
    "days_off": N_("Days off a year"),
    "holidays": N_("Holidays on weekdays"),
    "leave": N_("Days of leave"),
    "training": N_("Days of training"),
    "sick": N_("Days of sickness"),
    "handover_minutes": N_("Minutes of a handover"),
    "break_minutes": N_("Minutes of a break"),
    "shifts": N_("Shifts a day"),
    "crews": N_("Crews"),
    "productive_share": N_("Productive share in percent"),
    "shared_share": N_("Share of shared people in percent"),
    "on_call_weeks": N_("On call in one week of"),
    "turnover": N_("Turnover a year in percent"),
    "vacancy_months": N_("Months until a vacancy is filled"),
    "ramp_up_months": N_("Months of ramp-up"),
    "days": N_("Days of the year"),
    "net_hours": N_("Net hours of a person"),
    "shrinkage": N_("Shrinkage"),
    "turnover_loss": N_("Loss by turnover"),
    "weekdays": N_("Working days"),
    "weekend_days": N_("Weekend days"),
    "weekday_hours": N_("Hours on a working day"),
    "weekend_hours": N_("Hours on a weekend day"),
    "holiday_hours": N_("Hours on a public holiday"),
    "weekday_handovers": N_("Handovers on a working day"),
    "weekend_handovers": N_("Handovers on a weekend day"),
    "holiday_handovers": N_("Handovers on a public holiday"),
    "weekday_night_hours": N_("Late-night hours of a working day"),
    "weekend_night_hours": N_("Late-night hours of a weekend day"),
    "holiday_night_hours": N_("Late-night hours of a public holiday"),
    "duty_hours": N_("Hours on duty a year"),
    "handovers": N_("Handovers a year"),
    "night_hours": N_("Late-night hours a year"),
    "seats": N_("Seats"),
    "least_seats": N_("Seats stated"),
    "queue_agents": N_("Seats for the queue (Erlang C)"),
    "coverage_hours": N_("Hours of coverage"),
    "load_hours": N_("Hours of workload"),
    "post_fte": N_("FTE of the post"),
    "volume": N_("Volume a day"),
    "left": N_("Left after automation in percent"),
    "minutes": N_("Minutes each"),
    "daily_load": N_("Hours a day"),
    "incidents": N_("Incidents a year"),
    "hours": N_("Hours each"),
    "work_hours": N_("Hours of work a year"),
    "work_fte": N_("FTE of the work"),
    "on_call_seats": N_("On-call seats"),
    "on_call_need": N_("People needed on call"),
    "on_call_today": N_("People on call"),
    "present_fte": N_("FTE of posts and work"),
    "need_fte": N_("Need in FTE"),
    "need_people": N_("Need in people"),
    "headcount": N_("Headcount"),
    "shared": N_("Shared people"),
    "share": N_("Their share in percent"),
    "today_people": N_("People"),
    "today_fte": N_("People in FTE"),
    "gap": N_("Gap in FTE"),
    "shortfall": N_("Shortfall in FTE"),
    "night_premium": N_("Late-night premium"),
    "night_premium_hours": N_("Late-night premium in hours of pay"),
    "shift_hours": N_("Hours of a shift"),
    "cycle_days": N_("Days of a cycle"),
    "crew_week": N_("Hours a week on average"),
    "legal_week": N_("Legal hours a week"),
    "crew_overtime": N_("Overtime a year"),
    "crew_people": N_("People in crews"),
    "relief": N_("Relief for leave"),
}
_UNITS: Mapping[AssumptionUnit, str] = {
    "hours": N_("{value} h"),
    "days": N_("{value} days"),
    "minutes": N_("{value} min"),
    "months": N_("{value} months"),
    "percent": N_("{value} %"),
    "number": "{value}",
}
_NAMES = re.compile(r"[a-z_][a-z0-9_]*")


def symbol_name(symbol: str, words: Words) -> str:
    """Return the name of a figure by its symbol."""
    return words.tr(_SYMBOLS.get(symbol) or COST_SYMBOLS[symbol])


def fixed_number(value: float | None, places: int) -> str:
    """Return `value` with so many decimal places for a column, or a dash for None.

    Halves are rounded away from 0, as Excel shows them.
    """
    if value is None:
        return DASH
    steps = floor(round(abs(value) * 10**places, 6) + 0.5)
    sign = "-" if value < 0 and steps else ""
    return f"{sign}{steps / 10**places:,.{places}f}"


def short_number(value: float | None, places: int = 2) -> str:
    """Return `value` with at most so many decimal places, or a dash for None."""
    text = fixed_number(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def subject_name(plan: Plan, figure: Figure, words: Words) -> str:
    """Return the name of what `figure` is about: a post, a contract, a party; empty for none."""
    if not figure.subject:
        return ""
    contract = plan.cost.contract(figure.subject)
    if contract is not None and figure.symbol.startswith("contract_"):
        return words.local(contract.name)
    post, work = plan.staffing.post(figure.subject), plan.staffing.workload(figure.subject)
    party = plan.party(PartyId(figure.subject))
    if post is not None:
        return words.local(post.name)
    if work is not None:
        return words.local(work.name)
    return figure.subject if party is None else party_name(party, words)


def figure_title(plan: Plan, figure: Figure, words: Words) -> str:
    """Return the name of `figure` and of what it is about."""
    about = subject_name(plan, figure, words)
    name = symbol_name(figure.symbol, words)
    return f"{about}: {name}" if about else name


def formula_in_words(figure: Figure, plan: Plan, words: Words) -> str:
    """Return the formula of `figure` with the names of its inputs; empty for an input."""
    parts = {each.symbol: each for each in figure.inputs}
    parts |= {each.name: each for each in figure.inputs}

    def named(match: re.Match[str]) -> str:
        part = parts.get(match[0])
        if part is None:
            return match[0]
        name = symbol_name(part.symbol, words)
        if match[0] == part.symbol:
            return name
        return f"{name} ({subject_name(plan, part, words)})"

    return _signs(_NAMES.sub(named, figure.text))


def formula_with_values(figure: Figure) -> str:
    """Return the formula of `figure` with the values of its inputs; empty for an input."""
    values = {each.symbol: each.value for each in figure.inputs}
    values |= {each.name: each.value for each in figure.inputs}

    def valued(match: re.Match[str]) -> str:
        return short_number(values[match[0]]) if match[0] in values else match[0]

    return _signs(_NAMES.sub(valued, figure.text))


def assumption_text(figure: Figure, words: Words) -> str:
    """Return an assumption with its unit."""
    unit = next(each.unit for each in ASSUMPTIONS if each.symbol == figure.symbol)
    template = _UNITS[unit]
    value = short_number(figure.value)
    amount = value if unit == "number" else words.tr(template, value=value)
    return words.tr("{name}: {text}", name=symbol_name(figure.symbol, words), text=amount)


def law_text(law: LabourLaw, words: Words) -> str:
    """Return whose law the limits are of, and as of which day."""
    return words.tr(
        "Limits of labour law ({country}, as of {day}) are this tool's default: check them against "
        "the law in force.",
        country=law.country,
        day=law.as_of,
    )


def crew_sentences(crews: CrewCheck, words: Words) -> Iterator[str]:
    """Yield how the crews of a post fit the law, the verdict first."""
    week, overtime = short_number(crews.week.value), short_number(crews.overtime.value, 0)
    if crews.verdict == "fits":
        yield words.tr("Crews: {week} h a week on average, within the law.", week=week)
    elif crews.verdict == "overtime":
        yield words.tr(
            "Crews: {week} h a week on average, {overtime} h of overtime a year for each person, "
            "only under an agreement and with its premium.",
            week=week,
            overtime=overtime,
        )
    else:
        yield words.tr(
            "Crews: {week} h a week on average, which no agreement allows: add a crew.", week=week
        )
    if crews.verdict == "fits" and not crews.fits_year:
        yield words.tr("This needs averaging by the month; averaging by the year does not fit.")
    if not crews.has_weekly_rest:
        yield words.tr("Weekly rest is missing: add a crew.")
    if crews.is_lone:
        yield words.tr("One person is alone on duty and has no lawful break: add a second seat.")
    elif not crews.has_break:
        yield words.tr("The break is shorter than the law allows: make it longer.")
    if crews.relief.value:
        n = round(crews.relief.value)
        yield words.count(
            "The crews have no reserve for leave: {n} more person is needed (in the need above).",
            "The crews have no reserve for leave: {n} more people are needed (in the need above).",
            n,
        )
    if crews.needs_health_check:
        yield words.tr("Regular work at night needs a health check every six months.")


def _signs(text: str) -> str:
    return text.replace("*", "×")
