"""The header of the road map: titles, and over the bars the phases and the quarters."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from socplanner.domain.road_map.days import day_number
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.roadmap.bars import draw_today
from socplanner.ui.roadmap.roadmap_delegate import time_rect
from socplanner.ui.roadmap.roadmap_model import RoadMapColumn, RoadMapModel
from socplanner.ui.roadmap.time_scale import TimeScale
from socplanner.wording.terms import phase_name

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_BOTTOM = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.AlignmentFlag.AlignLeft)
_BOTTOM_RIGHT = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.AlignmentFlag.AlignRight)
_AIR, _SIDE = 6, 8
_ELIDE = Qt.TextElideMode.ElideRight


class TimeHeader(QHeaderView):
    """Shows the titles of the columns; over time a band for each phase and the quarters."""

    def __init__(self, model: RoadMapModel, translator: Translator, parent: QWidget) -> None:
        """Show the titles of `model`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self._translator = translator
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * (self.fontMetrics().height() + _AIR))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = self.palette()
        painter.save()
        painter.fillRect(rect, token("band", palette))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line-2", palette))
        painter.setFont(scaled(self.font(), "caption"))
        painter.setPen(token("text-2", palette))
        scale = self._rows.scale
        if logicalIndex == RoadMapColumn.TIME and scale is not None:
            self._paint_phases(painter, rect, scale)
            self._paint_quarters(painter, rect, scale)
            today = day_number(self._rows.today)
            if scale.has(today):
                x = scale.x(today, time_rect(rect))
                draw_today(painter, x, rect.center().y(), rect.bottom() + 1, palette)
        else:
            title = self._title(logicalIndex)
            place = rect.adjusted(_SIDE, 0, -4, -_AIR)
            shown = painter.fontMetrics().elidedText(title, _ELIDE, place.width())
            is_number = logicalIndex == RoadMapColumn.EFFORT
            painter.drawText(place, _BOTTOM_RIGHT if is_number else _BOTTOM, shown)
        painter.restore()

    def _title(self, column: int) -> str:
        if column == RoadMapColumn.TIME:
            return self._translator.words.tr("No phase and no move has days yet")
        return str(self._rows.headerData(column, Qt.Orientation.Horizontal) or "")

    def _paint_phases(self, painter: QPainter, rect: QRect, scale: TimeScale) -> None:
        """Draw the phases that have a begin, each from there to its end or the next one's begin."""
        palette, words = self.palette(), self._translator.words
        place = time_rect(rect)
        high = rect.height() / 2
        current = self._rows.phase
        for phase in self._rows.plan.phases:
            if not phase.terms.begins:
                continue
            ends = phase.terms.ends or phase.terms.begins
            left, right = scale.span(phase.terms.begins, ends, place)
            band = QRectF(left, rect.top() + 3, max(right - left - 2, 4), high - 5)
            is_current = phase.id == current
            painter.setPen(token("accent-ink" if is_current else "line-2", palette))
            painter.setBrush(token("accent-tint" if is_current else "surface", palette))
            painter.drawRoundedRect(band, 3, 3)
            painter.setPen(token("accent-ink" if is_current else "text", palette))
            inner = band.adjusted(_AIR, 0, -2, 0)
            name = phase_name(phase, words)
            shown = painter.fontMetrics().elidedText(name, _ELIDE, int(inner.width()))
            painter.drawText(inner, _LEFT, shown)

    def _paint_quarters(self, painter: QPainter, rect: QRect, scale: TimeScale) -> None:
        palette, place = self.palette(), time_rect(rect)
        font = QFont(painter.font())
        free = place.left()
        for tick in scale.ticks():
            x = round(scale.x(tick.day, place))
            top = rect.top() + rect.height() // 2
            painter.fillRect(x, top, 1, rect.bottom() - top, token("line-2", palette))
            font.setBold(tick.is_year)
            painter.setFont(font)
            text = f"{tick.year}-{tick.month:02}" if tick.is_year else f"{tick.month:02}"
            wide = painter.fontMetrics().horizontalAdvance(text)
            if x + 3 >= free and x + 3 + wide <= rect.right():
                painter.setPen(token("text" if tick.is_year else "text-2", palette))
                painter.drawText(
                    QRectF(x + 3, top, wide + 2, rect.height() / 2 - _AIR / 2), _BOTTOM, text
                )
                free = x + 3 + wide + 4
