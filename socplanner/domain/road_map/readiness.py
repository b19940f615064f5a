"""From when the prerequisites of a move are there, and which of them come too late."""

from collections.abc import Iterator
from typing import NamedTuple

from socplanner.domain.plan import Plan
from socplanner.domain.road_map.days import day_number
from socplanner.domain.road_map_inputs import (
    NOTHING_STATED,
    MovePlace,
    Prerequisite,
    StatedMove,
)


class Late(NamedTuple):
    """A prerequisite that is there only on `day`, after its move begins."""

    prerequisite: Prerequisite
    day: str


class ContractGap(NamedTuple):
    """A contract that ends before the one that follows, or the move, takes over on `day`."""

    contract: Prerequisite
    day: str


def ready_day(plan: Plan, place: MovePlace, each: Prerequisite) -> str:
    """Return the day from which `each`, a prerequisite of the move at `place`, is there.

    Empty where no day is stated, and for the move of a role that is done.
    """
    if each.role is None:
        return each.day
    other = plan.moves.get((each.phase or place[0], each.role), NOTHING_STATED)
    return "" if other.status == "done" else each.day or other.ends


def late_prerequisites(plan: Plan, place: MovePlace, move: StatedMove) -> Iterator[Late]:
    """Yield the prerequisites that are there only after the move begins, unless it is done."""
    if not move.begins or move.status == "done":
        return
    for each in move.prerequisites:
        day = ready_day(plan, place, each)
        if day > move.begins:
            yield Late(each, day)


def contract_gaps(move: StatedMove) -> Iterator[ContractGap]:
    """Yield the contracts of `move` that end before their successor begins.

    Contracts that begin while it is valid, or on the next day, follow without a gap. Where no other
    contract of the move has a day, the role itself takes over when the move ends.
    """
    contracts = [each for each in move.prerequisites if each.kind == "contract"]
    for each in contracts:
        if not each.until:
            continue
        others = [other.day for other in contracts if other is not each and other.day]
        if others:
            following = min((day for day in others if day >= each.day), default=max(others))
            if day_number(following) > day_number(each.until) + 1:
                yield ContractGap(each, following)
        elif move.ends > each.until:
            yield ContractGap(each, move.ends)
