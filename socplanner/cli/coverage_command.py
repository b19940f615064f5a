"""`socplanner coverage`: who is there at one moment of the week, as text or as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from socplanner.cli.arguments import (
    FORMAT,
    Request,
    RequestRefused,
    refused_choice,
)
from socplanner.cli.figure_arguments import AT, COVERAGE_PHASE
from socplanner.cli.terminal import Terminal
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


def coverage(request: Request, words: Words, terminal: Terminal) -> int:
    """Print how each role is covered at a moment; raise FileProblem as `open_plan`."""
    plan = open_plan(Path(request.places[0])).plan
    phase, moment = _phase(request, plan), _moment(request)
    covered = coverage_at(plan, phase.id, moment)
    if request.options.get(FORMAT.name) == "json":
        answer = _json(request.places[0], plan, phase, moment, covered, words)
        terminal.answer(_dumped(answer, terminal))
    else:
        terminal.answer("\n".join(_lines(plan, phase, moment, covered, words)))
    return 0


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(COVERAGE_PHASE.name)
    phase = plan.phases[0] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        ids = [each.id for each in plan.phases]
        raise refused_choice(COVERAGE_PHASE.name, str(wanted), ids)
    return phase


def _moment(request: Request) -> Moment:
    wanted = request.options.get(AT.name)
    moment = SUNDAY_NIGHT if wanted is None else moment_of(wanted)
    if moment is None:
        raise RequestRefused(
            N_("“{text}” is no moment: write a day and a time, such as “sun 03:00”."), text=wanted
        )
    return moment


def _lines(
    plan: Plan, phase: Phase, moment: Moment, covered: Sequence[RoleCoverage], words: Words
) -> Iterator[str]:
    """Yield the roles by their state, what needs attention first."""
    yield words.tr(
        "{organisation}, {phase}: {moment}",
        organisation=plan.organisation,
        phase=phase_name(phase, words),
        moment=moment_name(moment, words),
    )
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
    phase: Phase,
    moment: Moment,
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
        "phase": phase.id,
        "at": {"day": moment.day.value, "minute": moment.minute},
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


def _dumped(answer: dict[str, object], terminal: Terminal) -> str:
    import json

    return json.dumps(answer, indent=2, ensure_ascii=not terminal.supports_unicode)
