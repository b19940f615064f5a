"""The moves of one role on a time scale: where their bars are, and drawing all of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPalette

from socplanner.domain.plan import Plan
from socplanner.domain.road_map.days import day_number
from socplanner.domain.road_map.moves import Move, period_of
from socplanner.domain.road_map.readiness import ready_day
from socplanner.ui.kit.tokens import token
from socplanner.ui.roadmap.bars import bar_rect, draw_assumed, draw_bar, draw_mark, draw_today
from socplanner.ui.roadmap.time_scale import TimeScale


class PlacedMove(NamedTuple):
    """A move with its bar; `is_assumed` where its days are those of its phase."""

    move: Move
    bar: QRectF
    is_assumed: bool


class TimeChart(NamedTuple):
    """What all rows of a road map are drawn with."""

    plan: Plan
    scale: TimeScale
    today: str
    palette: QPalette


def placed_moves(
    moves: Iterable[Move], scale: TimeScale | None, cell: QRectF
) -> Iterator[PlacedMove]:
    """Yield those of `moves` that have days, with their bars in `cell`."""
    for move in moves if scale is not None else ():
        period = period_of(move.phase, move.stated)
        if scale is not None and period is not None:
            left, right = scale.span(period.begins, period.ends, cell)
            yield PlacedMove(move, bar_rect(left, right, cell), period.is_assumed)


def draw_moves(painter: QPainter, cell: QRectF, moves: Iterable[Move], chart: TimeChart) -> None:
    """Draw the quarters, the bars of `moves` with what they need, and today."""
    plan, scale, today, palette = chart
    for tick in scale.ticks():
        ink = token("line-2" if tick.is_year else "line", palette)
        painter.fillRect(QRectF(round(scale.x(tick.day, cell)), cell.top(), 1, cell.height()), ink)
    now = day_number(today)
    x = scale.x(now, cell)
    for move, bar, is_assumed in placed_moves(moves, scale, cell):
        if is_assumed:
            draw_assumed(painter, bar, palette)
        else:
            draw_bar(painter, bar, move.after.sourcing, move.stated.status, x, palette)
        for day, is_late in _ready_days(plan, move):
            if scale.has(day_number(day)):
                at = QPointF(scale.x(day_number(day), cell), bar.top())
                draw_mark(painter, at, palette, is_late=is_late)
    if scale.has(now):
        draw_today(painter, x, cell.top(), cell.bottom(), palette)


def _ready_days(plan: Plan, move: Move) -> Iterator[tuple[str, bool]]:
    """Yield the days of prerequisites that are no moves, and whether they are too late."""
    begins = move.stated.begins
    for each in move.stated.prerequisites:
        day = "" if each.role is not None else ready_day(plan, move.place, each)
        if day:
            yield day, bool(begins) and day > begins
