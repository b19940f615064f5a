"""`socplanner roadmap`: what changes between phases, and how, as text or as JSON."""

from collections.abc import Iterator
from pathlib import Path

from socplanner.cli.arguments import FORMAT, Request, refused_choice
from socplanner.cli.figure_arguments import ROADMAP_PHASE
from socplanner.cli.terminal import Terminal
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.road_map.moves import Move, all_moves, period_of
from socplanner.domain.road_map.readiness import ready_day
from socplanner.domain.road_map_inputs import Prerequisite
from socplanner.services.plan_files import open_plan
from socplanner.wording.language import Words
from socplanner.wording.road_map_words import (
    changes_of,
    effort_text,
    move_lines,
    terms_lines,
    total_effort,
)
from socplanner.wording.terms import listed, phase_name, role_label


def roadmap(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the moves of a plan; raise FileProblem as `open_plan`."""
    place = request.places[0]
    plan = open_plan(Path(place)).plan
    phases = _phases(request, plan)
    moves = all_moves(plan)
    if request.options.get(FORMAT.name) == "json":
        terminal.answer(_dumped(_json(place, plan, phases, moves, words), terminal))
    else:
        terminal.answer("\n".join(_lines(plan, phases, moves, words)))
    return 0


def _phases(request: Request, plan: Plan) -> tuple[Phase, ...]:
    """Return the phases to show; raise RequestRefused for an unknown one."""
    wanted = request.options.get(ROADMAP_PHASE.name)
    if wanted is None:
        return plan.phases
    phase = plan.phase(PhaseId(wanted))
    if phase is None:
        raise refused_choice(ROADMAP_PHASE.name, wanted, [each.id for each in plan.phases])
    return (phase,)


def _lines(
    plan: Plan, phases: tuple[Phase, ...], moves: tuple[Move, ...], words: Words
) -> Iterator[str]:
    yield words.tr("{organisation}: road map", organisation=plan.organisation)
    for phase in phases:
        yield ""
        yield phase_name(phase, words)
        yield from (f"  {line}" for line in terms_lines(phase, words))
        yield from (f"  {line}" for line in _phase_lines(plan, phase, moves, words))


def _phase_lines(plan: Plan, phase: Phase, moves: tuple[Move, ...], words: Words) -> Iterator[str]:
    """Yield the moves of `phase`; roles of which only the aim differs are counted."""
    of_phase = [move for move in moves if move.phase is phase]
    shown = [move for move in of_phase if not move.is_minor]
    if phase is plan.phases[0] and not shown:
        yield words.tr("Present state")
        return
    counted = words.count("{n} move", "{n} moves", len(shown))
    effort = total_effort(shown)
    yield counted if effort is None else listed((counted, effort_text(effort, words)), words)
    for move in shown:
        yield from _move_lines(plan, move, words)
    minor = len(of_phase) - len(shown)
    if minor:
        yield words.count(
            "{n} role changes its aim only", "{n} roles change their aims only", minor
        )


def _move_lines(plan: Plan, move: Move, words: Words) -> Iterator[str]:
    yield role_label(move.role, words)
    yield from (f"  {line}" for line in move_lines(plan, move, words))


def _json(
    place: str, plan: Plan, phases: tuple[Phase, ...], moves: tuple[Move, ...], words: Words
) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    return {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "language": words.language,
        "phases": [
            {
                "phase": phase.id,
                "name": phase_name(phase, words),
                "begin": phase.terms.begins or None,
                "end": phase.terms.ends or None,
                "approver": phase.terms.approver or None,
                "approval_date": phase.terms.approval_day or None,
                "approval_number": phase.terms.approval_number or None,
                "budget": phase.terms.budget or None,
                "moves": [_move_json(plan, move, words) for move in moves if move.phase is phase],
            }
            for phase in phases
        ],
    }


def _move_json(plan: Plan, move: Move, words: Words) -> dict[str, object]:
    stated, period = move.stated, period_of(move.phase, move.stated)
    changes = zip(move.kinds, changes_of(plan, move, words), strict=True)
    return {
        "role": move.role.id,
        "code": move.role.code,
        "name": words.local(move.role.name),
        "changes": [
            {"what": kind, "before": change.before, "after": change.after}
            for kind, change in changes
        ],
        "owner": stated.owner,
        "owner_name": stated.owner_name or None,
        "begin": None if period is None else period.begins,
        "end": None if period is None else period.ends,
        "assumed": period is not None and period.is_assumed,
        "status": stated.status,
        "effort": stated.effort,
        "prerequisites": [_prerequisite_json(plan, move, each) for each in stated.prerequisites],
        "risk": stated.risk or None,
        "note": stated.note or None,
    }


def _prerequisite_json(plan: Plan, move: Move, each: Prerequisite) -> dict[str, object]:
    return {
        "kind": each.kind,
        "role": each.role,
        "phase": None if each.role is None else each.phase or move.phase.id,
        "name": each.name or None,
        "ready": ready_day(plan, move.place, each) or None,
        "until": each.until or None,
    }


def _dumped(answer: dict[str, object], terminal: Terminal) -> str:
    import json

    return json.dumps(answer, indent=2, ensure_ascii=not terminal.supports_unicode)
