"""Where the cursor goes from a card: by arrows, Home and End, Page Up and Page Down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from socplanner.ui.board.placement import Placement, Step

CursorAction = QAbstractItemView.CursorAction
_STEPS = {
    CursorAction.MoveLeft: Step.LEFT,
    CursorAction.MoveRight: Step.RIGHT,
    CursorAction.MoveUp: Step.UP,
    CursorAction.MoveDown: Step.DOWN,
}


def row_after(
    placement: Placement,
    row: int,
    action: CursorAction,
    modifiers: Qt.KeyboardModifier,
    page: int,
) -> int:
    """Return the row to which `action` moves the cursor from `row`.

    `page` is the visible height in pixels. Home and End stay in the lane of `row`, with Ctrl they
    reach the ends of the board.
    """
    step = _STEPS.get(action)
    if step is not None:
        after = placement.next(row, step)
        return row if after is None else after
    if placement.is_hidden(row):
        return _row_from_hidden(placement, row, action)
    if action in (CursorAction.MovePageUp, CursorAction.MovePageDown):
        direction = 1 if action is CursorAction.MovePageDown else -1
        return _row_a_page_on(placement, row, direction, page)
    order: Sequence[int] = placement.rows(placement.lane(row))
    if modifiers & Qt.KeyboardModifier.ControlModifier or action in (
        CursorAction.MoveNext,
        CursorAction.MovePrevious,
    ):
        order = list(placement.in_reading_order())
    place = order.index(row)
    targets = {
        CursorAction.MoveHome: 0,
        CursorAction.MoveEnd: len(order) - 1,
        CursorAction.MoveNext: min(place + 1, len(order) - 1),
        CursorAction.MovePrevious: max(place - 1, 0),
    }
    return order[targets.get(action, place)]


def _row_from_hidden(placement: Placement, row: int, action: CursorAction) -> int:
    """Return the row to which `action` leads from a card of a folded lane."""
    shown = list(placement.in_reading_order())
    if not shown:
        return row
    if action in (CursorAction.MovePageUp, CursorAction.MovePageDown):
        step = Step.DOWN if action is CursorAction.MovePageDown else Step.UP
        after = placement.next(row, step)
        return row if after is None else after
    return shown[-1] if action in (CursorAction.MoveEnd, CursorAction.MoveNext) else shown[0]


def _row_a_page_on(placement: Placement, row: int, direction: int, page: int) -> int:
    """Return the row a page further in the same lane, or its first or last one."""
    rows = placement.rows(placement.lane(row))
    lane = placement.arrangement.lane(placement.lane(row))
    lines = max(page // (lane.card_height + lane.gap) - 1, 1)
    target = rows.index(row) + direction * lines * lane.columns
    return rows[min(max(target, 0), len(rows) - 1)]
