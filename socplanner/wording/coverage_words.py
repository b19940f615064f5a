"""Coverage in words: states, days, moments."""

from socplanner.domain.coverage import (
    ALL_DAYS,
    DAY,
    STATE_OF_MODE,
    WEEK,
    WORKDAYS,
    Coverage,
    CoverageBand,
    CoverageState,
    DayKind,
)
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.role_coverage import DECISIVE_MOMENTS, Moment
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import listed, party_initials, party_name

_STATES = {
    CoverageState.ON_DUTY: N_("On duty"),
    CoverageState.ON_CALL: N_("On call"),
    CoverageState.PRE_APPROVED: N_("Pre-approved action"),
    CoverageState.BEST_EFFORT: N_("Best effort"),
    CoverageState.UNMANNED: N_("Unmanned"),
    CoverageState.NOT_STATED: N_("Hours not stated"),
}
_DAYS = {
    DayKind.MONDAY: N_("Monday"),
    DayKind.TUESDAY: N_("Tuesday"),
    DayKind.WEDNESDAY: N_("Wednesday"),
    DayKind.THURSDAY: N_("Thursday"),
    DayKind.FRIDAY: N_("Friday"),
    DayKind.SATURDAY: N_("Saturday"),
    DayKind.SUNDAY: N_("Sunday"),
    DayKind.HOLIDAY: N_("Public holiday"),
}
_SHORT_DAYS = {
    DayKind.MONDAY: N_("Mon"),
    DayKind.TUESDAY: N_("Tue"),
    DayKind.WEDNESDAY: N_("Wed"),
    DayKind.THURSDAY: N_("Thu"),
    DayKind.FRIDAY: N_("Fri"),
    DayKind.SATURDAY: N_("Sat"),
    DayKind.SUNDAY: N_("Sun"),
    DayKind.HOLIDAY: N_("Holiday"),
}


_SIGNS = {
    CoverageState.ON_DUTY: N_("D: on duty"),
    CoverageState.ON_CALL: N_("C: on call"),
    CoverageState.PRE_APPROVED: N_("P: pre-approved action"),
    CoverageState.BEST_EFFORT: N_("B: best effort"),
    CoverageState.UNMANNED: N_("–: unmanned"),
    None: N_("*: differs by day"),
}
"""The sign of each state before the colon, where a cell has space for one character."""


def state_signs(words: Words) -> list[tuple[CoverageState | None, str, str]]:
    """Return each state with its sign and its name; None is one that differs between days."""
    parts = ((state, words.tr(text).partition(":")) for state, text in _SIGNS.items())
    return [(state, sign.strip(), name.strip()) for state, (sign, _, name) in parts]


def state_sign(state: CoverageState | None, words: Words) -> str:
    """Return the sign of `state`, none where hours are not stated."""
    text = _SIGNS.get(state, "")
    return words.tr(text).partition(":")[0].strip() if text else ""


def decisive_names(words: Words) -> tuple[str, str, str]:
    """Return the names of the moments that decide, in their order."""
    return moment_name(DECISIVE_MOMENTS[0], words), words.tr("Weekday 14:00"), words.tr("New Year")


def performing_initials(plan: Plan, duty: Duty, words: Words) -> list[str]:
    """Return the initials of the parties that perform a role, in the order of the plan."""
    return [
        party_initials(party, words)
        for party in plan.parties
        if (cell := duty.letters.get(party.id)) and plan.letter_set.meaning(cell).performs
    ]


def state_name(state: CoverageState, words: Words) -> str:
    """Return the name of `state`."""
    return words.tr(_STATES[state])


def moment_name(moment: Moment, words: Words) -> str:
    """Return `moment` as `Sunday 03:00`."""
    hour, minute = divmod(moment.minute, 60)
    return f"{words.tr(_DAYS[moment.day])} {hour:02}:{minute:02}"


def day_name(day: DayKind, words: Words) -> str:
    """Return the name of `day`."""
    return words.tr(_DAYS[day])


def short_day_name(day: DayKind, words: Words) -> str:
    """Return the name of `day` as it fits above a strip."""
    return words.tr(_SHORT_DAYS[day])


def hours_lines(coverage: Coverage, plan: Plan, words: Words) -> list[str]:
    """Return the bands of `coverage`, one a line, and the remark; a line that there are none."""
    lines = [_band_line(band, plan, words) for band in coverage.bands]
    if not lines:
        lines = [state_name(CoverageState.NOT_STATED, words)]
    return [*lines, coverage.remark] if coverage.remark else lines


def days_in_words(days: frozenset[DayKind], words: Words) -> str:
    """Return the names of `days`, runs of them as `Mon–Fri`."""
    if days == ALL_DAYS:
        return words.tr("Every day")
    if days == WORKDAYS:
        return words.tr("Weekdays")
    runs: list[list[DayKind]] = []
    for place, day in enumerate(WEEK):
        if day not in days:
            continue
        if runs and place and runs[-1][-1] is WEEK[place - 1]:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = []
    for run in runs:
        first, last = short_day_name(run[0], words), short_day_name(run[-1], words)
        names.append(first if len(run) == 1 else f"{first}–{last}")
    if DayKind.HOLIDAY in days:
        names.append(words.tr("holidays"))
    return listed(names, words)


def _band_line(band: CoverageBand, plan: Plan, words: Words) -> str:
    parts = [days_in_words(band.days, words)]
    if band.minutes != DAY:
        parts.append(f"{_clock(band.start)}–{_clock(band.end)}")
    parts.append(state_name(STATE_OF_MODE[band.mode], words))
    if band.answer_within is not None:
        parts.append(words.tr("answer within {n} min", n=band.answer_within))
    party = None if band.party is None else plan.party(band.party)
    if band.party is not None:
        parts.append(party_name(party, words) if party is not None else str(band.party))
    return listed(parts, words)


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}"
