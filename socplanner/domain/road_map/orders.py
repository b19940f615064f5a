"""The orders of a road map: by role, by begin, or by the party that leads the move."""

from socplanner.domain.picture_choices import ROAD_MAP_ORDERS
from socplanner.domain.plan import Plan
from socplanner.domain.road_map.moves import Move, period_of

IN_ORDER, BY_BEGIN, BY_OWNER = ROAD_MAP_ORDERS
_NEVER = "9999"


def place_in_order(plan: Plan, move: Move, order: str) -> tuple[int, str]:
    """Return the place of `move` in `order`: the same for all in that of the roles.

    Moves without days come last, and those without an owner after all parties.
    """
    if order == IN_ORDER:
        return 0, ""
    period = period_of(move.phase, move.stated)
    begins = _NEVER if period is None else period.begins
    return (owner_place(plan, move) if order == BY_OWNER else 0), begins


def owner_place(plan: Plan, move: Move) -> int:
    """Return the place of the owner of `move` among the parties, their number for none."""
    ids = [party.id for party in plan.parties]
    owner = move.stated.owner
    return ids.index(owner) if owner in ids else len(ids)
