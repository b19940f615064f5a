"""What is wrong with the terms of a phase or with moves: the rules of reader and edits.

Whether roles, parties and phases exist is not asked here. A fault has the path of the field as in
the plan file.
"""

from collections.abc import Iterator, Sequence

from socplanner.domain.ids import PhaseId
from socplanner.domain.limits import MOST_AMOUNT
from socplanner.domain.problem import PathFault, Problem
from socplanner.domain.road_map_inputs import (
    MOVE_STATUSES,
    MovePlace,
    MovesByPlace,
    PhaseTerms,
    Prerequisite,
    StatedMove,
    place_in_cycle,
)
from socplanner.domain.waivers import is_day


def terms_faults(terms: PhaseTerms) -> Iterator[PathFault]:
    """Yield what is wrong with `terms`."""
    yield from _period_faults(terms.begins, terms.ends)
    yield from _day_faults("approval-date", terms.approval_day)


def move_faults(
    place: MovePlace, move: StatedMove, phases: Sequence[PhaseId]
) -> Iterator[PathFault]:
    """Yield what is wrong with `move` at `place` in a plan with `phases`."""
    yield from _period_faults(move.begins, move.ends)
    if move.effort is not None and not 0 <= move.effort <= MOST_AMOUNT:
        values = {"value": move.effort, "least": 0, "most": MOST_AMOUNT}
        yield PathFault(("effort",), Problem("bad-amount", values))
    if move.status is not None and move.status not in MOVE_STATUSES:
        yield PathFault(("status",), Problem("unknown-value", {"value": move.status}))
    for at, each in enumerate(move.prerequisites):
        for path, problem in _prerequisite_faults(place, each, phases):
            yield PathFault(("prerequisites", at, *path), problem)


def cycle_faults(moves: MovesByPlace) -> Iterator[PathFault]:
    """Yield a move that needs itself, directly or not."""
    place = place_in_cycle(moves)
    if place is not None:
        phase, role = place
        values = {"phase": phase, "role": role}
        yield PathFault((phase, role, "prerequisites"), Problem("cycle-of-moves", values))


def _prerequisite_faults(
    place: MovePlace, each: Prerequisite, phases: Sequence[PhaseId]
) -> Iterator[PathFault]:
    yield from _day_faults("date", each.day)
    yield from _day_faults("until", each.until)
    is_role = each.kind == "role"
    if is_role and each.role is None:
        yield PathFault((), Problem("missing-key", {"key": "role"}))
    if not is_role and (each.role is not None or each.phase is not None):
        key = "role" if each.role is not None else "phase"
        yield PathFault((key,), Problem("only-of-a-role"))
    if each.until and each.kind != "contract":
        yield PathFault(("until",), Problem("only-of-a-contract"))
    if each.until and each.day and each.until < each.day:
        yield PathFault(("until",), _wrong_order(each.day, each.until))
    if each.phase is not None and phases.index(each.phase) > phases.index(place[0]):
        values = {"phase": place[0], "later": each.phase}
        yield PathFault(("phase",), Problem("needs-a-later-phase", values))


def _period_faults(begins: str, ends: str) -> Iterator[PathFault]:
    yield from _day_faults("begin", begins)
    yield from _day_faults("end", ends)
    if begins and ends and ends < begins:
        yield PathFault(("end",), _wrong_order(begins, ends))


def _day_faults(key: str, day: str) -> Iterator[PathFault]:
    if day and not is_day(day):
        yield PathFault((key,), Problem("bad-day", {"day": day}))


def _wrong_order(begins: str, ends: str) -> Problem:
    return Problem("ends-too-early", {"begins": begins, "ends": ends})
