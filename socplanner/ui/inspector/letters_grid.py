"""The grid in which the letters of the selected roles are switched, by mouse or keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
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

from socplanner.domain.letters import normal_symbol, symbols_by_key
from socplanner.ui.inspector.letters_model import Index, LettersModel
from socplanner.ui.kit.letter_chip import chip_width, draw_letter, draw_outline
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import quiet_ink

_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NAME = 48
"""The least pixels for the name of a party."""

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
        self._columns = 0
        self.setModel(model)
        self._delegate = LettersDelegate(model, self)
        self.setItemDelegate(self._delegate)
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
        """Set the sizes and colours that font, palette and parties need."""
        self._delegate.forget()
        metrics = self.fontMetrics()
        row, chip = metrics.height() + 6, self._delegate.widest + 2
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(chip)
        header.setDefaultSectionSize(chip)
        if self._letters.columnCount() > 1:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._columns = self._letters.columnCount() - 1
        self.updateGeometry()
        self.setFixedHeight(row * self._letters.rowCount() + 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_look = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if is_look and hasattr(self, "_delegate"):
            self.fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NAME + self.horizontalHeader().defaultSectionSize() * self._columns, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if at.isValid() and self._is_handled(event, at):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not search while letters are typed: they switch letters of the party."""

    def _is_handled(self, event: QKeyEvent, at: QModelIndex) -> bool:
        """Switch or clear letters for `event`; return whether it was a key for that."""
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        if event.key() in _TOGGLES:
            self._on_clicked(at)
        elif event.key() in _CLEARS:
            self.cleared.emit(at.row())
        else:
            by_key = symbols_by_key(letter.symbol for letter in self._letters.letters)
            symbol = by_key.get(normal_symbol(event.text()))
            if symbol is None:
                return False
            self.toggled.emit(at.row(), symbol)
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() > 0:
            self.toggled.emit(index.row(), self._letters.letters[index.column() - 1].symbol)


class LettersDelegate(QStyledItemDelegate):
    """Draws an assigned letter as a chip, a mixed one as an outline, another one faintly."""

    def __init__(self, model: LettersModel, grid: QWidget) -> None:
        """Draw the cells of `model` in the colours and font of `grid`."""
        super().__init__(grid)
        self._letters = model
        self._grid = grid
        self.forget()

    def forget(self) -> None:
        """Read font and colours of the grid again."""
        self._plain, self._bold = QFont(self._grid.font()), QFont(self._grid.font())
        self._bold.setBold(True)
        metrics = QFontMetrics(self._bold)
        self._side = metrics.height() + 2
        self._widths = [chip_width(each, metrics, self._side) for each in self._letters.letters]
        palette = self._palette = self._grid.palette()
        self._text = palette.color(QPalette.ColorRole.Text)
        self._quiet = quiet_ink(palette)
        highlight = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        self._focus = QPen(highlight, 2)

    @property
    def widest(self) -> int:
        """How wide the widest chip is."""
        return max(self._widths, default=self._side)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() == 0:
            self._paint_name(painter, option, str(index.data()))
        else:
            self._paint_letter(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, name: str) -> None:
        place: QRect = option.rect.adjusted(2, 0, -4, 0)
        painter.setFont(self._plain)
        painter.setPen(self._text)
        shown = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, shown)

    def _paint_letter(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        letter = self._letters.letters[index.column() - 1]
        state = self._letters.state(index.row(), index.column())
        if state is Qt.CheckState.Unchecked:
            is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            painter.setFont(self._plain)
            painter.setPen(self._text if is_hovered else self._quiet)
            painter.drawText(option.rect, _CENTRE, letter.symbol)
            return
        painter.setFont(self._bold)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(0, 0, self._widths[index.column() - 1], self._side)
        place.moveCenter(QRectF(option.rect).center())
        if state is Qt.CheckState.Checked:
            draw_letter(painter, place, letter, self._palette)
        else:
            draw_outline(painter, place, letter.symbol, self._palette)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
