"""The table of a plan's letters and the letters of another set that replace them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem, QWidget

from socplanner.domain.letter_set_edits import used_letters
from socplanner.domain.letters import Letter
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.plain_table import set_up
from socplanner.wording.language import Words
from socplanner.wording.terms import letter_label

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LetterMappingTable(QTableWidget):
    """Has a row for each letter: the number of cells with it, and a list of new letters."""

    changed = Signal()
    """The planner chose another new letter."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget) -> None:
        """List the letters of `plan`; the lists of new letters are empty yet."""
        super().__init__(len(plan.letter_set.letters), 3, parent)
        self._old = plan.letter_set.letters
        self._words = words
        headings = (words.tr("Current letter"), words.tr("Cells"), words.tr("Becomes"))
        set_up(self, words.tr("Replacement of letters"), headings)
        used = used_letters(plan)
        for row, letter in enumerate(self._old):
            self.setItem(row, 0, QTableWidgetItem(letter_label(letter, words)))
            count = QTableWidgetItem(str(used[letter.symbol]))
            count.setTextAlignment(_RIGHT)
            self.setItem(row, 1, count)
        self.choices = [self._choice(row, letter) for row, letter in enumerate(self._old)]

    @property
    def mapping(self) -> dict[str, str]:
        """The new symbol of each old one; "" for a letter that is removed."""
        pairs = zip(self._old, self.choices, strict=True)
        return {letter.symbol: str(choice.currentData()) for letter, choice in pairs}

    def set_choices(self, letters: Sequence[Letter], proposed: Mapping[str, str]) -> None:
        """Offer `letters` for each old one; `proposed` has the selected symbol of each, or ""."""
        for old, choice in zip(self._old, self.choices, strict=True):
            choice.clear()
            for each in letters:
                choice.addItem(letter_label(each, self._words), each.symbol)
            choice.addItem(self._words.tr("(removed)"), "")
            choice.setCurrentIndex(choice.findData(proposed[old.symbol]))

    def _choice(self, row: int, letter: Letter) -> QComboBox:
        choice = QComboBox(self)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = self._words.tr("Replacement of {letter}", letter=letter.symbol)
        choice.setAccessibleName(name)
        choice.activated.connect(self.changed)
        self.setCellWidget(row, 2, choice)
        return choice
