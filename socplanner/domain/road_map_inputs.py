"""What a plan states about its road map: terms of phases, and moves by phase and role.

Rules:

- What differs of a role between two phases is not stated: `road_map/moves.py` derives it. Stated is
  who does a move, when, at what cost in days, at what risk, and what has to be there before it.
- A stated move has the key (phase, role). It stays when the difference is gone, and when the role
  changes in another respect: nothing a planner wrote is lost.
- A prerequisite of the kind `role` is the move of another role in the same phase, or in an earlier
  one; prerequisites form no cycle.
- Functions that remove something return the same object where it is not mentioned.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.overlay import changed_keys

PrerequisiteKind = Literal["role", "hiring", "contract", "document"]
MoveStatus = Literal["planned", "in-progress", "done", "on-hold"]
PREREQUISITE_KINDS: tuple[PrerequisiteKind, ...] = get_args(PrerequisiteKind)
MOVE_STATUSES: tuple[MoveStatus, ...] = get_args(MoveStatus)

MovePlace = tuple[PhaseId, RoleId]


class PhaseTerms(NamedTuple):
    """The period in which a phase is reached, and its approval; empty texts are not stated.

    Days are as 2026-12-31. The budget is a text: an approved amount has a currency, a year and
    conditions, and no figure of the plan is computed from it.
    """

    begins: str = ""
    ends: str = ""
    approver: str = ""
    approval_day: str = ""
    approval_number: str = ""
    budget: str = ""


NO_TERMS = PhaseTerms()


class Prerequisite(NamedTuple):
    """What has to be there before a move begins.

    `role` is that of the other move for the kind `role` alone, and `phase` its phase, None for the
    same one. `day` is when it is there; without one, a move of a role is there when it ends.
    `until` is the last day of a contract.
    """

    kind: PrerequisiteKind
    role: RoleId | None = None
    phase: PhaseId | None = None
    name: str = ""
    day: str = ""
    until: str = ""


class StatedMove(NamedTuple):
    """What the planner states about the move of a role in a phase; empty values are not stated.

    `owner` is the party that leads it, `owner_name` a person or a team in the planner's words.
    `effort` is in person-days.
    """

    owner: PartyId | None = None
    owner_name: str = ""
    begins: str = ""
    ends: str = ""
    prerequisites: tuple[Prerequisite, ...] = ()
    effort: float | None = None
    risk: str = ""
    status: MoveStatus | None = None
    note: str = ""


NOTHING_STATED = StatedMove()
MovesByPlace = Mapping[MovePlace, StatedMove]
NO_MOVES: MovesByPlace = MappingProxyType({})


def no_moves() -> MovesByPlace:
    """Return the one empty mapping of moves."""
    return NO_MOVES


def move_places(place: MovePlace, move: StatedMove) -> Iterator[MovePlace]:
    """Yield the places of the moves that `move` at `place` needs."""
    for each in move.prerequisites:
        if each.role is not None:
            yield each.phase or place[0], each.role


def changed_moves(before: MovesByPlace, after: MovesByPlace) -> frozenset[RoleId]:
    """Return the roles whose moves may differ, by identity, and those whose moves need one."""
    if before is after:
        return frozenset()
    changed = changed_keys(before, after)
    needing = {
        place
        for moves in (before, after)
        for place, move in moves.items()
        if move.prerequisites and not changed.isdisjoint(move_places(place, move))
    }
    return frozenset([role for _, role in (*changed, *needing)])


def moves_without_party(moves: MovesByPlace, party: PartyId, name: str) -> MovesByPlace:
    """Return `moves` without `party` as an owner; its `name` stays where no other is stated."""
    if all(move.owner != party for move in moves.values()):
        return moves
    return MappingProxyType(
        {
            place: move._replace(owner=None, owner_name=move.owner_name or name)
            if move.owner == party
            else move
            for place, move in moves.items()
        }
    )


def moves_without_role(moves: MovesByPlace, role: RoleId) -> MovesByPlace:
    """Return `moves` without those of `role`, and without it among prerequisites."""
    kept = {
        place: _needing(move, tuple(each for each in move.prerequisites if each.role != role))
        for place, move in moves.items()
        if place[1] != role
    }
    return moves if kept == moves else _frozen(kept)


def moves_without_phase(
    moves: MovesByPlace, phases: tuple[PhaseId, ...], phase: PhaseId
) -> MovesByPlace:
    """Return `moves` without `phase` of `phases`; its moves become those of the next phase.

    What both state of a role is as the next one states it. Without a next phase they are removed,
    and so is a prerequisite that would come to need itself.
    """
    following = phases.index(phase) + 1
    after = phases[following] if following < len(phases) else None
    merged: dict[MovePlace, StatedMove] = {}
    for (at, role), move in moves.items():
        if at != phase:
            merged[at, role] = _renamed(move, phase, after)
    if after is not None:
        for (at, role), move in moves.items():
            if at == phase:
                # None, the same phase, is the next one now.
                later = merged.get((after, role), NOTHING_STATED)
                merged[after, role] = _filled(later, _renamed(move, phase, after))
    while (place := place_in_cycle(merged)) is not None:
        merged[place] = _without_cycle(place, merged)
    return moves if merged == moves else _frozen(merged)


def place_in_cycle(moves: MovesByPlace) -> MovePlace | None:
    """Return the place of a move that needs itself, directly or not; None where no move does."""
    finished: set[MovePlace] = set()
    for start in moves:
        path: dict[MovePlace, Iterator[MovePlace]] = {}
        place: MovePlace | None = start
        while place is not None:
            if place in path:
                return place
            if place not in finished and place in moves:
                path[place] = move_places(place, moves[place])
            place = _next(path, finished)
    return None


def needs_itself(place: MovePlace, moves: MovesByPlace) -> bool:
    """Return whether the move at `place` needs itself, directly or not."""
    move = moves.get(place, NOTHING_STATED)
    return any(_leads_to(place, each, moves) for each in move_places(place, move))


def _next(path: dict[MovePlace, Iterator[MovePlace]], finished: set[MovePlace]) -> MovePlace | None:
    """Return the next place to look at, and drop the ends of `path` that lead to no other."""
    while path:
        last = next(reversed(path))
        place = next(path[last], None)
        if place is not None:
            return place
        finished.add(last)
        del path[last]
    return None


def _without_cycle(place: MovePlace, moves: MovesByPlace) -> StatedMove:
    """Return the move at `place` without the prerequisites that lead back to it."""
    move = moves[place]
    kept = tuple(
        each
        for each in move.prerequisites
        if each.role is None or not _leads_to(place, (each.phase or place[0], each.role), moves)
    )
    return _needing(move, kept)


def _leads_to(wanted: MovePlace, start: MovePlace, moves: MovesByPlace) -> bool:
    seen: set[MovePlace] = set()
    waiting = [start]
    while waiting:
        place = waiting.pop()
        if place == wanted:
            return True
        if place not in seen and place in moves:
            seen.add(place)
            waiting.extend(move_places(place, moves[place]))
    return False


def _filled(later: StatedMove, earlier: StatedMove) -> StatedMove:
    """Return `later`, with the values of `earlier` that it does not state."""
    values = {
        name: value or getattr(earlier, name)
        for name, value in later._asdict().items()
        if name not in {"begins", "ends", "effort", "prerequisites"}
    }
    dated = later if later.begins or later.ends else earlier
    needed = dict.fromkeys((*earlier.prerequisites, *later.prerequisites))
    return StatedMove(
        **values,
        begins=dated.begins,
        ends=dated.ends,
        effort=earlier.effort if later.effort is None else later.effort,
        prerequisites=tuple(needed),
    )


def _renamed(move: StatedMove, phase: PhaseId, after: PhaseId | None) -> StatedMove:
    """Return `move` with prerequisites in `after` that were in `phase`; without it, with none."""
    if all(each.phase != phase for each in move.prerequisites):
        return move
    return _needing(
        move,
        tuple(
            each._replace(phase=after) if each.phase == phase else each
            for each in move.prerequisites
            if each.phase != phase or after is not None
        ),
    )


def _needing(move: StatedMove, prerequisites: tuple[Prerequisite, ...]) -> StatedMove:
    return (
        move if prerequisites == move.prerequisites else move._replace(prerequisites=prerequisites)
    )


def _frozen(moves: dict[MovePlace, StatedMove]) -> MovesByPlace:
    return (
        MappingProxyType({place: move for place, move in moves.items() if move != NOTHING_STATED})
        or NO_MOVES
    )
