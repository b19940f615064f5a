"""What is unclear on a foreign sheet, each with a list of answers where one can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from socplanner.domain.foreign.understood import Unclear
from socplanner.domain.letters import LetterSet
from socplanner.ui.review.unclear_answers import answers_to, once_each
from socplanner.wording.foreign_sheets import unclear_said
from socplanner.wording.language import Words

_HIGHEST = 150


class UnclearBox(QScrollArea):
    """Asks; what was answered goes away when the sheet is read again."""

    answered = Signal(object, str)
    """Something unclear, and the key of the answer."""

    def __init__(self, letter_set: LetterSet, words: Words, parent: QWidget | None = None) -> None:
        """Begin with nothing unclear; letters are answered with those of `letter_set`."""
        super().__init__(parent)
        self._letter_set = letter_set
        self._words = words
        self._asked: list[Unclear] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words.tr("What is unclear"))

    def show_unclear(self, unclear: Sequence[Unclear]) -> None:
        """Ask `unclear` in place of what was asked."""
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        self._asked = once_each(unclear)
        for row, each in enumerate(self._asked):
            said = QLabel(f"⚠ {unclear_said(each, self._words)}", page)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            grid.addWidget(said, row, 0)
            ways = answers_to(each, self._letter_set, self._words)
            if ways:
                combo = QComboBox(page)
                combo.setObjectName(str(row))
                combo.setAccessibleName(said.text())
                combo.addItem(self._words.tr("(not answered)"), "")
                for way in ways:
                    combo.addItem(way.said, way.key)
                combo.activated.connect(self._on_activated)
                grid.addWidget(combo, row, 1)
        self.setWidget(page)
        self.setVisible(bool(self._asked))
        self.setFixedHeight(min(page.sizeHint().height() + 4, _HIGHEST))

    def _on_activated(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox) and combo.currentData():
            unclear = self._asked[int(combo.objectName())]
            self.answered.emit(unclear, str(combo.currentData()))
