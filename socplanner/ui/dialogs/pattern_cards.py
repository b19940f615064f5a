"""The patterns of the catalogue as pictures, of which one is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from socplanner.domain.catalogue import Catalogue, Sourcing
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.phases import duties
from socplanner.ui.kit.mini_board import mini_lanes
from socplanner.ui.kit.picture_card import PictureCard
from socplanner.wording.language import Words
from socplanner.wording.terms import sourcing_name

_LINES = 5
"""The height of a picture, in lines of text."""


class PatternCards(QWidget):
    """A picture for each pattern: how many roles are inside, and where; arrow keys choose."""

    chosen = Signal()
    """Another pattern is chosen: `current`."""

    def __init__(self, catalogue: Catalogue, words: Words, parent: QWidget) -> None:
        """Show the patterns of `catalogue`; the first one is chosen."""
        super().__init__(parent)
        self.setAccessibleName(words.tr("Pattern now"))
        self._group = QButtonGroup(self)
        self.cards: dict[str, PictureCard] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for pattern in catalogue.patterns:
            card = PictureCard(self, _LINES)
            card.setObjectName(pattern.id)
            card.setCheckable(True)
            card.setAutoExclusive(True)
            plan = new_plan(catalogue, "preview", NewPlanOptions("-", pattern.id, NOW_NAME))
            sourcings = [duty.sourcing for duty in duties(plan, NOW).values()]
            inside = sourcing_name(Sourcing.INSOURCE, words)
            about = f"{inside} {sourcings.count(Sourcing.INSOURCE)}"
            card.show_plan(words.local(pattern.name), about, mini_lanes(plan, NOW))
            self._group.addButton(card)
            row.addWidget(card)
            self.cards[pattern.id] = card
        self.current = next(iter(self.cards))
        self.choose(self.current)
        self._group.buttonClicked.connect(self._on_clicked)

    def choose(self, pattern: str) -> None:
        """Choose the pattern with that id; an unknown id changes nothing."""
        if pattern in self.cards:
            self.current = pattern
            self.cards[pattern].setChecked(True)

    def _on_clicked(self, card: QAbstractButton) -> None:
        self.current = card.objectName()
        self.chosen.emit()
