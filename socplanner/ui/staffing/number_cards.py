"""The numbers of the whole organisation, large; each opens its formula."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socplanner.domain.staffing.assumed import Figures
from socplanner.ui.kit.number_card import NumberCard
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import fixed_number


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
