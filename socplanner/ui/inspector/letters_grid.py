"""The grid in which the letters of the selected roles are switched, by mouse or keyboard."""

import unicodedata

from PySide6.QtCore import QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from socplanner.ui.inspector.letters_model import Index, LettersModel
from socplanner.ui.letter_chip import draw_letter, draw_outline
from socplanner.ui.theme import quiet_ink

_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LettersGrid(QTableView):
    """As high as its rows: the inspector scrolls, not the grid."""

    toggled = Signal(int, str)
    """The row of a party, and the symbol to switch."""

    cleared = Signal(int)

    def __init__(self, model: LettersModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._letters = model
        self.setModel(model)
        self.setItemDelegate(LettersDelegate(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.clicked.connect(self._on_clicked)
        self.fit()

    def fit(self) -> None:
        """Take the sizes that font and parties ask for."""
        metrics = self.fontMetrics()
        row, chip = metrics.height() + 6, metrics.height() + 8
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(chip)
        header.setDefaultSectionSize(chip)
        if self._letters.columnCount() > 1:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(row * self._letters.rowCount() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if at.isValid() and self._is_taken(event, at):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the parties; there is nothing to search by typing."""

    def _is_taken(self, event: QKeyEvent, at: QModelIndex) -> bool:
        """Switch or clear letters as `event` says, if it is about letters at all."""
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        if event.key() in _TOGGLES:
            self._on_clicked(at)
        elif event.key() in _CLEARS:
            self.cleared.emit(at.row())
        else:
            typed = unicodedata.normalize("NFKC", event.text()).upper()
            symbols = [letter.symbol for letter in self._letters.letters]
            if typed not in symbols:
                return False
            self.toggled.emit(at.row(), typed)
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() > 0:
            self.toggled.emit(index.row(), self._letters.letters[index.column() - 1].symbol)


class LettersDelegate(QStyledItemDelegate):
    """Draws a held letter as a chip, a mixed one as an outline, another one faintly."""

    def __init__(self, model: LettersModel, parent: QObject) -> None:
        """Draw the cells of `model`."""
        super().__init__(parent)
        self._letters = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)
        if index.column() == 0:
            self._paint_name(painter, option, str(index.data()))
        else:
            self._paint_letter(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, name: str) -> None:
        place: QRect = option.rect.adjusted(2, 0, -4, 0)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        shown = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, shown)

    def _paint_letter(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        letter = self._letters.letters[index.column() - 1]
        state = self._letters.state(index.row(), index.column())
        font = QFont(option.font)
        font.setBold(state is not Qt.CheckState.Unchecked)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = QFontMetrics(font).height() + 2
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(option.rect).center())
        if state is Qt.CheckState.Checked:
            draw_letter(painter, place, letter, option.palette)
        elif state is Qt.CheckState.PartiallyChecked:
            draw_outline(painter, place, letter.symbol, option.palette)
        else:
            is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            text = option.palette.color(QPalette.ColorRole.Text)
            painter.setPen(text if is_hovered else quiet_ink(option.palette))
            painter.drawText(place, _CENTRE, letter.symbol)
