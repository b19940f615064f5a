"""Edits of the terms of a phase and of what is stated about moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.limits import MOST_MOVES, MOST_PREREQUISITES
from socplanner.domain.names import LONGEST_TEXT, clean_text, validated_line
from socplanner.domain.overlay import layered
from socplanner.domain.phases import phase_index, with_phase
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected, PathFault
from socplanner.domain.road_map_inputs import (
    NO_MOVES,
    NOTHING_STATED,
    MovePlace,
    PhaseTerms,
    Prerequisite,
    StatedMove,
    needs_itself,
)
from socplanner.domain.road_map_validation import (
    move_faults,
    terms_faults,
)


@dataclass(frozen=True, slots=True)
class SetPhaseTerms:
    """Set period, approval and budget of a phase."""

    phase: PhaseId
    terms: PhaseTerms

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the terms; raise EditRejected for an unknown phase or a bad value."""
        index = _phase_index(plan, self.phase)
        terms = PhaseTerms(*(_line(text) for text in self.terms))
        _reject_first(terms_faults(terms))
        if terms == plan.phases[index].terms:
            return plan
        return with_phase(plan, index, replace(plan.phases[index], terms=terms))


@dataclass(frozen=True, slots=True)
class SetMove:
    """Set what is stated about the move of a role in a phase; without any value, nothing."""

    phase: PhaseId
    role: RoleId
    move: StatedMove

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the move; raise EditRejected for an unknown id or a bad value."""
        _phase_index(plan, self.phase)
        place = (self.phase, self.role)
        _check_ids(plan, self.role, self.move)
        move = _clean(place, self.move)
        _reject_first(move_faults(place, move, [phase.id for phase in plan.phases]))
        if move == plan.moves.get(place, NOTHING_STATED):
            return plan
        moves = layered(plan.moves, {place: None if move == NOTHING_STATED else move})
        if len(moves) > MOST_MOVES:
            raise EditRejected("too-many-moves", most=MOST_MOVES)
        if needs_itself(place, moves):
            raise EditRejected("cycle-of-moves", phase=self.phase, role=self.role)
        return replace(plan, moves=moves if len(moves) else NO_MOVES)


def _check_ids(plan: Plan, role: RoleId, move: StatedMove) -> None:
    if move.owner is not None and plan.party(move.owner) is None:
        raise EditRejected("unknown-party", party=move.owner)
    if len(move.prerequisites) > MOST_PREREQUISITES:
        raise EditRejected("too-many-prerequisites", most=MOST_PREREQUISITES)
    for each in (role, *(each.role for each in move.prerequisites)):
        if each is not None and plan.role(each) is None:
            raise EditRejected("unknown-role", role=each)
    for prerequisite in move.prerequisites:
        if prerequisite.phase is not None:
            _phase_index(plan, prerequisite.phase)


def _clean(place: MovePlace, move: StatedMove) -> StatedMove:
    return move._replace(
        owner_name=_line(move.owner_name),
        begins=_line(move.begins),
        ends=_line(move.ends),
        prerequisites=tuple(_clean_prerequisite(place, each) for each in move.prerequisites),
        effort=None if move.effort is None else round(move.effort, 2),
        risk=_text(move.risk),
        note=_text(move.note),
    )


def _clean_prerequisite(place: MovePlace, each: Prerequisite) -> Prerequisite:
    return each._replace(
        phase=None if each.phase == place[0] else each.phase,
        name=_line(each.name),
        day=_line(each.day),
        until=_line(each.until),
    )


def _line(text: str) -> str:
    return validated_line(text).strip() if text.strip() else ""


def _text(text: str) -> str:
    clean = clean_text(text)
    if len(clean) > LONGEST_TEXT:
        raise EditRejected("text-too-long", length=len(clean), longest=LONGEST_TEXT)
    return clean if clean.strip() else ""


def _phase_index(plan: Plan, phase: PhaseId) -> int:
    try:
        return phase_index(plan, phase)
    except KeyError:
        raise EditRejected("unknown-phase", phase=phase) from None


def _reject_first(faults: Iterable[PathFault]) -> None:
    for fault in faults:
        raise EditRejected(fault.problem.code, **fault.problem.values)
