"""Drawing a role with its hours: code and name, parties, the strip of its week, its state."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from socplanner.domain.coverage import CoverageState
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import SIDE, RowDelegate
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.staffing.hours_model import HoursColumn, HoursModel, HoursRow
from socplanner.ui.staffing.week_strip import draw_moment, draw_week, x_of

_STRIP = 14
"""Pixels of the height of a strip beside text of the usual size."""

_INKS = {
    CoverageState.UNMANNED: "error",
    CoverageState.BEST_EFFORT: "warning",
    CoverageState.NOT_STATED: "text-3",
}
_PLAIN_INK = "text"


def week_rect(cell: QRect) -> QRectF:
    """Return where the strip is in a `cell` of its column, without its height."""
    return QRectF(cell).adjusted(SIDE, 0, -SIDE, 0)


class HoursDelegate(RowDelegate):
    """Draws the cells of a `HoursModel`, with the line of the moment through all weeks."""

    def __init__(self, model: HoursModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view, has_row_cursor=True)
        self._hours = model

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        row, text = self._hours.rows[index.row()], str(index.data() or "")
        match index.column():
            case HoursColumn.WEEK:
                self._draw_week(painter, rect, row)
            case HoursColumn.ROLE:
                rest = self.draw_sourcing(painter, rect, row.duty.sourcing)
                self.draw_text(painter, rest, text, _PLAIN_INK)
            case HoursColumn.STATE:
                state, font = row.state(self._hours.moment), painter.font()
                font.setBold(state is CoverageState.UNMANNED)
                painter.setFont(font)
                self.draw_text(painter, rect, text, _INKS.get(state, _PLAIN_INK))
            case _:
                self.draw_text(painter, rect, text, "text-2")

    def _draw_week(self, painter: QPainter, cell: QRect, row: HoursRow) -> None:
        strip, palette = week_rect(cell), self.palette
        high = scaled_pixels(self.view.font(), _STRIP)
        strip.setTop(round(strip.center().y() - high / 2))
        strip.setHeight(high)
        draw_week(painter, strip, row.week, row.duty.sourcing, palette)
        draw_moment(painter, x_of(self._hours.moment, strip), cell.top(), cell.bottom(), palette)
