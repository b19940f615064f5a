"""The strip of a week: eight days side by side, each from midnight to midnight.

How strongly hours are covered is the height of what is drawn (`kit/coverage_bar`); the colour is
that of the sourcing, as everywhere. Hours without anything are unmanned; a strip without hours is
dotted.
"""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import DAY, CoverageMode
from socplanner.domain.coverage_week import DAY_KINDS, Week
from socplanner.domain.role_coverage import Moment
from socplanner.ui.kit.coverage_bar import coverage_bar
from socplanner.ui.kit.moment_bar import STEP, STEPS_A_DAY
from socplanner.ui.kit.theme import sourcing_colours
from socplanner.ui.kit.tokens import token

_GAP = 4


def day_rects(rect: QRectF) -> list[QRectF]:
    """Return where each day of `DAY_KINDS` is drawn in a strip of `rect`."""
    count = len(DAY_KINDS)
    wide = (rect.width() - _GAP * (count - 1)) / count
    edges = [round(rect.left() + place * (wide + _GAP)) for place in range(count + 1)]
    return [
        QRectF(left, rect.top(), following - _GAP - left, rect.height())
        for left, following in pairwise(edges)
    ]


def x_of(moment: Moment, rect: QRectF) -> float:
    """Return where `moment` is in a strip of `rect`."""
    day = day_rects(rect)[DAY_KINDS.index(moment.day)]
    return day.left() + day.width() * moment.minute / DAY


def moment_at(x: float, rect: QRectF) -> Moment:
    """Return the moment at `x` in a strip of `rect`, the nearest one beyond its ends."""
    days = day_rects(rect)
    place = sum(x >= day.left() for day in days[1:])
    share = (x - days[place].left()) / max(days[place].width(), 1)
    step = min(max(int(share * STEPS_A_DAY), 0), STEPS_A_DAY - 1)
    return Moment(DAY_KINDS[place], step * STEP)


def draw_week(
    painter: QPainter, rect: QRectF, week: Week, sourcing: Sourcing, palette: QPalette
) -> None:
    """Draw `week`; one without hours is a dotted line."""
    ink = sourcing_colours(sourcing, palette).ink
    is_stated = any(span.covered is not None for spans in week.values() for span in spans)
    for kind, day in zip(DAY_KINDS, day_rects(rect), strict=True):
        if not is_stated:
            painter.setPen(QPen(token("edge", palette), 1, Qt.PenStyle.DotLine))
            middle = round(day.center().y()) + 0.5
            painter.drawLine(QPointF(day.left(), middle), QPointF(day.right(), middle))
            continue
        painter.fillRect(day, token("pressed", palette))
        for span in week[kind]:
            if span.covered is not None:
                left = day.left() + day.width() * span.start / DAY
                right = day.left() + day.width() * span.end / DAY
                hours = QRectF(left, day.top(), right - left, day.height())
                painter.fillRect(coverage_bar(hours, span.covered.mode), ink)


def draw_sample(
    painter: QPainter, rect: QRectF, mode: CoverageMode | None, palette: QPalette
) -> None:
    """Draw what hours of `mode` look like, or unmanned ones for None, in a small `rect`."""
    painter.fillRect(rect, token("pressed", palette))
    if mode is not None:
        painter.fillRect(coverage_bar(rect, mode), token("in", palette))


def draw_moment(painter: QPainter, x: float, top: float, bottom: float, palette: QPalette) -> None:
    """Draw the line of the moment that is looked at."""
    painter.setPen(QPen(token("accent-ink", palette), 2))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
