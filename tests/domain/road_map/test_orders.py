"""A road map is in the order of the roles, of the days, or of the parties that lead its moves."""

from socplanner.domain.picture_choices import ROAD_MAP_ORDERS
from socplanner.domain.road_map.moves import all_moves
from socplanner.domain.road_map.orders import (
    BY_BEGIN,
    BY_OWNER,
    IN_ORDER,
    owner_place,
    place_in_order,
)
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import StatedMove
from tests.support.small_plan import A3, A4, IT, PARTIES, SOC, TARGET, small_plan

PLAN = small_plan()
PLAN = SetMove(TARGET, A3, StatedMove(owner=IT, begins="2027-04-01")).apply(PLAN)


def codes(order: str, first: StatedMove) -> list[str]:
    """Return the codes of A-3 and A-4, whose move is stated as `first`, in `order`."""
    plan = SetMove(TARGET, A4, first).apply(PLAN)
    moves = [move for move in all_moves(plan) if move.role.id in (A3, A4)]
    ordered = sorted(moves, key=lambda move: place_in_order(plan, move, order))
    return [move.role.code for move in ordered]


def test_the_order_of_the_roles_is_that_of_the_plan() -> None:
    assert codes(IN_ORDER, StatedMove(owner=SOC, begins="2026-04-01")) == ["A-3", "A-4"]


def test_the_earlier_move_comes_first_and_one_without_days_last() -> None:
    assert codes(BY_BEGIN, StatedMove(begins="2026-04-01")) == ["A-4", "A-3"]
    assert codes(BY_BEGIN, StatedMove(owner=SOC)) == ["A-3", "A-4"]


def test_moves_follow_the_parties_and_those_without_an_owner_come_last() -> None:
    assert codes(BY_OWNER, StatedMove(owner=SOC, begins="2028-04-01")) == ["A-4", "A-3"]
    assert codes(BY_OWNER, StatedMove(begins="2026-04-01")) == ["A-3", "A-4"]
    moves = {move.role.id: move for move in all_moves(PLAN)}
    assert owner_place(PLAN, moves[A3]) == PARTIES.index(IT)
    assert owner_place(PLAN, moves[A4]) == len(PARTIES)


def test_the_orders_are_those_of_pictures() -> None:
    assert (IN_ORDER, BY_BEGIN, BY_OWNER) == ROAD_MAP_ORDERS
