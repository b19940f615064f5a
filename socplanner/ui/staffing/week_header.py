"""The header of the table of hours: titles, and over the strips the days, where moments are set."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from socplanner.domain.coverage_week import DAY_KINDS
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.staffing.hours_delegate import week_rect
from socplanner.ui.staffing.hours_model import HoursColumn, HoursModel
from socplanner.ui.staffing.week_strip import day_rects, draw_moment, moment_at, x_of
from socplanner.wording.coverage_words import short_day_name

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_AIR, _SIDE = 12, 8


class WeekHeader(QHeaderView):
    """Shows the titles of the columns and the days; a click on a day looks at that moment."""

    moment_chosen = Signal(object)
    """The moment at the place of a click or drag."""

    def __init__(self, model: HoursModel, translator: Translator, parent: QWidget) -> None:
        """Show the titles of `model`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._hours = model
        self._translator = translator
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + _AIR)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = self.palette()
        painter.save()
        painter.fillRect(rect, token("band", palette))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line-2", palette))
        painter.setFont(scaled(self.font(), "caption"))
        painter.setPen(token("text-2", palette))
        if logicalIndex == HoursColumn.WEEK:
            self._paint_days(painter, rect)
        else:
            title = str(self._hours.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
            place = rect.adjusted(_SIDE, 0, -4, 0)
            elide = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(title, elide, place.width())
            painter.drawText(place, _LEFT, shown)
        painter.restore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._choose_moment(event):
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_dragged = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if not (is_dragged and self._choose_moment(event)):
            super().mouseMoveEvent(event)

    def _paint_days(self, painter: QPainter, rect: QRect) -> None:
        strip, words = week_rect(rect), self._translator.words
        for day, place in zip(DAY_KINDS, day_rects(strip), strict=True):
            name = short_day_name(day, words)
            fits = painter.fontMetrics().horizontalAdvance(name) <= place.width() + 2
            painter.drawText(QRectF(place), _CENTRE, name if fits else name[:1])
        x, palette = x_of(self._hours.moment, strip), self.palette()
        draw_moment(painter, x, rect.bottom() - 5, rect.bottom(), palette)

    def _choose_moment(self, event: QMouseEvent) -> bool:
        """Send the moment under the mouse; return whether it is over the strips."""
        left = self.sectionViewportPosition(HoursColumn.WEEK)
        section = QRect(left, 0, self.sectionSize(HoursColumn.WEEK), self.height())
        if not section.contains(event.position().toPoint()):
            return False
        self.moment_chosen.emit(moment_at(event.position().x(), week_rect(section)))
        return True
