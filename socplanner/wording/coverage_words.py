"""Coverage in words: states, days, moments."""

from socplanner.domain.coverage import CoverageState, DayKind
from socplanner.domain.role_coverage import Moment
from socplanner.wording.language import N_, Words

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


def state_name(state: CoverageState, words: Words) -> str:
    """Return the name of `state`."""
    return words.tr(_STATES[state])


def moment_name(moment: Moment, words: Words) -> str:
    """Return `moment` as `Sunday 03:00`."""
    hour, minute = divmod(moment.minute, 60)
    return f"{words.tr(_DAYS[moment.day])} {hour:02}:{minute:02}"
