"""`socplanner coverage`: who is there at one moment, of the week or of a date, as text or JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from socplanner.cli.arguments import (
    FORMAT,
    Request,
    RequestRefused,
    refused_choice,
)
from socplanner.cli.figure_arguments import AT, COVERAGE_PHASE
from socplanner.cli.terminal import Terminal
from socplanner.domain.calendar_days import CalendarDay, calendar_day, dated_moment_of
from socplanner.domain.coverage import CoverageState
from socplanner.domain.coverage_text import coverage_of, coverage_text
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.role_coverage import (
    SUNDAY_NIGHT,
    Moment,
    RoleCoverage,
    coverage_at,
    moment_of,
    state_counts,
)
from socplanner.services.plan_files import open_plan
from socplanner.services.public_holidays import public_holidays
from socplanner.wording.calendar_words import dated_moment_name, reason_of_day, source_sentence
from socplanner.wording.coverage_words import moment_name, state_name
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import listed, phase_name, role_label, sourcing_name

_ORDER = (
    CoverageState.UNMANNED,
    CoverageState.BEST_EFFORT,
    CoverageState.PRE_APPROVED,
    CoverageState.ON_CALL,
    CoverageState.ON_DUTY,
    CoverageState.NOT_STATED,
)


class _Shown(NamedTuple):
    """The phase and the moment that are shown; the day of a moment with a date."""

    phase: Phase
    moment: Moment
    day: CalendarDay | None

    def moment_name(self, words: Words) -> str:
        """Return the moment for the first line."""
        if self.day is None:
            return moment_name(self.moment, words)
        return dated_moment_name(self.day, self.moment.minute, words)


def coverage(request: Request, words: Words, terminal: Terminal) -> int:
    """Print how each role is covered at a moment; raise FileProblem as `open_plan`."""
    plan = open_plan(Path(request.places[0])).plan
    shown = _Shown(_phase(request, plan), *_moment(request, plan))
    covered = coverage_at(plan, shown.phase.id, shown.moment)
    if request.options.get(FORMAT.name) == "json":
        answer = _json(request.places[0], plan, shown, covered, words)
        terminal.answer(_dumped(answer, terminal))
    else:
        terminal.answer("\n".join(_lines(plan, shown, covered, words)))
    return 0


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(COVERAGE_PHASE.name)
    phase = plan.phases[0] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        ids = [each.id for each in plan.phases]
        raise refused_choice(COVERAGE_PHASE.name, str(wanted), ids)
    return phase


def _moment(request: Request, plan: Plan) -> tuple[Moment, CalendarDay | None]:
    """Return the moment, and the day of one with a date by the calendar of the plan."""
    wanted = request.options.get(AT.name)
    moment = SUNDAY_NIGHT if wanted is None else moment_of(wanted)
    if moment is not None:
        return moment, None
    dated = dated_moment_of(str(wanted))
    if dated is None:
        raise RequestRefused(
            N_(
                "“{text}” is no moment: write a day and a time, such as “sun 03:00” or "
                "“2027-01-01 03:00”."
            ),
            text=wanted,
        )
    day = calendar_day(plan.calendar, dated[0], public_holidays)
    return day.at(dated[1]), day


def _lines(
    plan: Plan, shown: _Shown, covered: Sequence[RoleCoverage], words: Words
) -> Iterator[str]:
    """Yield what the day is and why, and the roles by their state, what needs attention first."""
    yield words.tr(
        "{organisation}, {phase}: {moment}",
        organisation=plan.organisation,
        phase=phase_name(shown.phase, words),
        moment=shown.moment_name(words),
    )
    if shown.day is not None:
        yield reason_of_day(shown.day, words)
        yield source_sentence(shown.day.holidays, words)
    for state in _ORDER:
        roles = [each for each in covered if each.state is state]
        if roles:
            yield ""
            yield words.tr("{state}: {n}", state=state_name(state, words), n=len(roles))
            yield from (f"  {_line(each, words)}" for each in roles)


def _line(each: RoleCoverage, words: Words) -> str:
    parts = [role_label(each.role, words), sourcing_name(each.duty.sourcing, words)]
    if each.duty.coverage:
        parts.append(each.duty.coverage)
    if each.band is not None and each.band.answer_within is not None:
        parts.append(words.tr("answer within {n} min", n=each.band.answer_within))
    return listed(parts, words)


def _json(
    place: str,
    plan: Plan,
    shown: _Shown,
    covered: Sequence[RoleCoverage],
    words: Words,
) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    counts = state_counts(covered)
    return {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "language": words.language,
        "phase": shown.phase.id,
        "at": {
            "day": shown.moment.day.value,
            "minute": shown.moment.minute,
            **({} if shown.day is None else _day_json(shown.day, words)),
        },
        "counts": {state.value: counts[state] for state in CoverageState},
        "roles": [
            {
                "role": each.role.id,
                "code": each.role.code,
                "name": words.local(each.role.name),
                "sourcing": each.duty.sourcing.value,
                "coverage": each.duty.coverage,
                "bands": coverage_text(replace(coverage_of(each.duty.coverage), remark="")),
                "remark": each.remark,
                "state": each.state.value,
                "answer_within": None if each.band is None else each.band.answer_within,
            }
            for each in covered
        ],
    }


def _day_json(day: CalendarDay, words: Words) -> dict[str, object]:
    """Return what the answer has of a day with a date."""
    return {
        "date": day.day,
        "holiday": None if day.holiday is None else words.local(day.holiday),
        "closed": day.is_closed,
        "available": day.holidays.is_available,
        "country": day.holidays.country,
        "source": day.holidays.source,
    }


def _dumped(answer: dict[str, object], terminal: Terminal) -> str:
    import json

    return json.dumps(answer, indent=2, ensure_ascii=not terminal.supports_unicode)
