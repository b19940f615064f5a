"""The choices of the road map in the strip above it: the order of the roles, and the legend."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.road_map.orders import BY_BEGIN, BY_OWNER, IN_ORDER
from socplanner.domain.road_map_inputs import MOVE_STATUSES, MoveStatus
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.roadmap.bars import bar_rect, draw_bar, draw_today
from socplanner.wording.road_map_words import status_name

_GAP, _SAMPLE = 14, 20
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class StatusLegend(QWidget):
    """A small bar for each status with its name, and the line of today; what fits is shown."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Show the words of `translator`."""
        super().__init__(parent)
        self._translator = translator
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(self._width(text) for text, _ in self._entries()), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, x = QPainter(self), self.palette(), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), "caption"))
        for text, status in self._entries():
            wide = self._width(text)
            if x + wide > self.width() + 1:
                break
            cell = QRectF(x, 0, _SAMPLE, self.height())
            if status is None:
                draw_today(painter, cell.center().x(), 8, self.height() - 8, palette)
            else:
                bar = bar_rect(cell.left(), cell.right() - 6, QRectF(x, 0, _SAMPLE, 26))
                bar.moveTop(cell.center().y() - bar.height() / 2)
                middle = bar.center().x()
                draw_bar(painter, bar, Sourcing.INSOURCE, status, middle, palette)
            painter.setPen(token("text-2", palette))
            place = QRectF(x + _SAMPLE + 4, 0, wide, self.height())
            painter.drawText(place, _LEFT, text)
            x += wide
        painter.end()

    def _entries(self) -> list[tuple[str, MoveStatus | None]]:
        """Return the statuses with their names, and last today."""
        words = self._translator.words
        statuses = ((status_name(status, words), status) for status in MOVE_STATUSES)
        return [*statuses, (words.tr("Today"), None)]

    def _width(self, text: str) -> int:
        return _SAMPLE + 4 + self.fontMetrics().horizontalAdvance(text) + _GAP


class RoadMapStrip(QWidget):
    """The order of the roles, and what the bars mean."""

    order_chosen = Signal(str)

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Offer the orders."""
        super().__init__(parent)
        self._translator = translator
        self.orders = Segments(self, 26)
        self.legend = StatusLegend(translator, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.orders)
        row.addStretch(1)
        row.addWidget(self.legend, 100)
        self.orders.chosen.connect(self.order_chosen)

    def show_order(self, order: str) -> None:
        """Show the texts in the language of the window, `order` as chosen."""
        words = self._translator.words
        choices = (
            Segment(IN_ORDER, words.tr("Role")),
            Segment(BY_BEGIN, words.tr("Begin")),
            Segment(BY_OWNER, words.tr("Owner")),
        )
        self.orders.set_choices(choices, order)
        self.orders.setAccessibleName(words.tr("Order of the rows"))
        self.legend.updateGeometry()
        self.legend.update()
