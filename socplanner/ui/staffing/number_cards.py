"""The numbers of the whole organisation, large; each opens its formula."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from socplanner.domain.staffing.assumed import Figures
from socplanner.ui.kit.number_card import FigureCards
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


class NumberCards(FigureCards):
    """Five numbers side by side."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__((card.symbol for card in _CARDS), parent)

    def show_figures(self, figures: Figures, words: Words) -> None:
        """Show `figures`, by their symbols."""
        for card in _CARDS:
            figure = figures[card.symbol]
            value = figure.value
            is_gap = card.symbol == "gap" and value is not None
            is_short = is_gap and round(value or 0, 1) < 0
            sign = "+" if is_gap and round(value or 0, 1) > 0 else ""
            number = f"{sign}{fixed_number(value, card.places)}"
            self.show_figure(figure, number, words.tr(card.caption), is_short=is_short)
