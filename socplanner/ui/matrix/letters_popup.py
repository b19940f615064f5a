"""A small window over a cell with a box for each letter, for mouse and screen reader."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from socplanner.domain.letters import UNDECIDED, LetterSet, normal_symbol, symbols_by_key
from socplanner.ui.kit.overriding import override
from socplanner.wording.language import Words
from socplanner.wording.terms import letter_label


class LettersPopup(QFrame):
    """A box for each letter of a set. Closing accepts the choice, Esc cancels it."""

    chosen = Signal(object)
    """The symbols ticked or unticked, each with True or False."""

    def __init__(self, letters: LetterSet, words: Words, parent: QWidget) -> None:
        """Show `letters` above `parent`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(words.tr("Letters"))
        self._is_called_off = False
        self._before: dict[str, Qt.CheckState] = {}
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 12, 8)
        column.setSpacing(4)
        for letter in (*letters.letters, UNDECIDED):
            box = QCheckBox(letter_label(letter, words).replace("&", "&&"), self)
            self.boxes[letter.symbol] = box
            column.addWidget(box)

    def set_choices(self, states: Mapping[str, Qt.CheckState], place: QPoint) -> None:
        """Open at `place` on the screen with the boxes as in `states`."""
        self._before = dict(states)
        for symbol, state in states.items():
            box = self.boxes[symbol]
            box.setTristate(state is Qt.CheckState.PartiallyChecked)
            box.setCheckState(state)
        self.move(place)
        self.show()
        next(iter(self.boxes.values())).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        symbol = symbols_by_key(self.boxes).get(normal_symbol(event.text()))
        box = None if symbol is None else self.boxes[symbol]
        if event.key() == Qt.Key.Key_Escape:
            self._is_called_off = True
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif box is not None:
            box.click()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        changed = {
            symbol: box.checkState() is Qt.CheckState.Checked
            for symbol, box in self.boxes.items()
            if box.checkState() is not self._before.get(symbol)
        }
        if changed and not self._is_called_off:
            self.chosen.emit(changed)
        self._before = {}
        self._is_called_off = True
