"""The numbers of the whole organisation, large; each opens its formula."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socplanner.domain.staffing.assumed import Figures
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import fixed_number

_SIDE, _AIR = 12, 8


class _Card(NamedTuple):
    symbol: str
    caption: str
    places: int


_CARDS = (
    _Card("need_people", N_("people needed"), 0),
    _Card("need_fte", N_("FTE, before rounding up"), 1),
    _Card("today_people", N_("people today"), 0),
    _Card("gap", N_("gap in FTE"), 1),
    _Card("on_call_need", N_("people needed on call"), 0),
)


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
        return QSize(wide + 2 * _SIDE, number.height() + caption.height() + 2 * _AIR)

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
        painter.drawText(QRectF(left, _AIR, width, number.height()), self._number)
        painter.setFont(scaled(self.font(), "dense"))
        painter.setPen(token("text-2", palette))
        text = caption.elidedText(self._caption, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, _AIR + number.height(), width, caption.height()), text)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return (
            QFontMetrics(scaled(self.font(), "number")),
            QFontMetrics(scaled(self.font(), "dense")),
        )


class NumberCards(QWidget):
    """Five numbers side by side."""

    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._figures: Figures = {}
        self.cards = {card.symbol: NumberCard(self) for card in _CARDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(2)
        for symbol, button in self.cards.items():
            button.setObjectName(symbol)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)

    def show_figures(self, figures: Figures, words: Words) -> None:
        """Show `figures`, by their symbols."""
        self._figures = figures
        for card in _CARDS:
            value = figures[card.symbol].value
            is_gap = card.symbol == "gap" and value is not None
            is_short = is_gap and round(value or 0, 1) < 0
            sign = "+" if is_gap and round(value or 0, 1) > 0 else ""
            number = f"{sign}{fixed_number(value, card.places)}"
            caption = words.tr(card.caption)
            self.cards[card.symbol].show_number(number, caption, is_short=is_short)

    def _on_clicked(self) -> None:
        self.figure_chosen.emit(self._figures[self.sender().objectName()])
