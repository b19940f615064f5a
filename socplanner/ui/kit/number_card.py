"""Large numbers over their captions, as buttons, side by side; each opens its formula."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

_SIDE, _AIR = 12, 8
_GAP = 2
_PART = 1
"""The parts of a pixel that the widths of texts are rounded by; else they would be elided."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class NumberCard(FlatButton):
    """A number over its caption."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._number = self._caption = ""
        self._is_short = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_number(self, number: str, caption: str, *, is_short: bool) -> None:
        """Show `number` over `caption`; `is_short` that something is missing."""
        self._number, self._caption, self._is_short = number, caption, is_short
        self.setText(f"{number} {caption}")
        self.setAccessibleName(f"{caption}: {number}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        number, caption = self._metrics()
        wide = max(number.horizontalAdvance(self._number), caption.horizontalAdvance(self._caption))
        return QSize(wide + _PART + 2 * _SIDE, number.height() + caption.height() + 2 * _AIR)

    @override
    def minimumSizeHint(self) -> QSize:
        number, _ = self._metrics()
        wide = number.horizontalAdvance(self._number) + 2 * _SIDE
        return QSize(wide, self.sizeHint().height())

    @override
    def draw_content(self, painter: QPainter) -> None:
        number, caption = self._metrics()
        palette = self.palette()
        painter.setFont(scaled(self.font(), "number"))
        painter.setPen(token("error" if self._is_short else "text", palette))
        left, width = _SIDE, self.width() - 2 * _SIDE
        painter.drawText(QRectF(left, _AIR, width, number.height()), _LEFT, self._number)
        painter.setFont(scaled(self.font(), "dense"))
        painter.setPen(token("text-2", palette))
        text = caption.elidedText(self._caption, Qt.TextElideMode.ElideRight, width)
        place = QRectF(left, _AIR + number.height(), width, caption.height())
        painter.drawText(place, _LEFT, text)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return (
            QFontMetrics(scaled(self.font(), "number")),
            QFontMetrics(scaled(self.font(), "dense")),
        )


class FigureCards(QWidget):
    """Cards of figures, by their symbols; the last ones are hidden where there is no space."""

    figure_chosen = Signal(object)
    """The figure of the card that was pressed."""

    def __init__(self, symbols: Iterable[str], parent: QWidget) -> None:
        """Make a card for each of `symbols`; they show nothing yet."""
        super().__init__(parent)
        self._figures: dict[str, Figure] = {}
        self.cards = {symbol: NumberCard(self) for symbol in symbols}
        row = QHBoxLayout(self)
        row.setContentsMargins(_GAP, 0, _GAP, 0)
        row.setSpacing(_GAP)
        for symbol, button in self.cards.items():
            button.setObjectName(symbol)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)

    def show_figure(
        self, figure: Figure, number: str, caption: str, *, is_short: bool = False
    ) -> None:
        """Show `figure` as `number` over `caption`, in the card of its symbol."""
        self._figures[figure.symbol] = figure
        self.cards[figure.symbol].show_number(number, caption, is_short=is_short)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        first = next(iter(self.cards.values())).minimumSizeHint()
        return QSize(first.width() + 2 * _GAP, first.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many cards as fit, the first one in any case."""
        used = 2 * _GAP
        for place, card in enumerate(self.cards.values()):
            used += card.minimumSizeHint().width() + _GAP
            card.setVisible(place == 0 or used <= self.width())

    def _on_clicked(self) -> None:
        self.figure_chosen.emit(self._figures[self.sender().objectName()])
