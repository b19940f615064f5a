"""The load of each party under the matrix: how often it has each letter, always visible."""

from collections import Counter

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from socplanner.domain.letters import Letter
from socplanner.services.translator import Translator
from socplanner.ui.kit.letter_chip import chip_width, draw_letter
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.theme import letter_colours
from socplanner.ui.matrix.cell_spans import cells_in, parts
from socplanner.ui.matrix.grid_colours import band_fill
from socplanner.ui.matrix.line_model import Index
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.wording.terms import letter_label, letter_name, party_name

_NO_PARENT = QModelIndex()
_KEPT = 500
_TENTHS = 10
_BAR, _BAR_GAP = 4, 4
_PAD = 4
_SMALLEST = 6.5
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LoadModel(QAbstractTableModel):
    """Letters down, parties across; follows the matrix model's columns and counts."""

    def __init__(
        self, matrix: MatrixModel, translator: Translator, parent: QObject | None = None
    ) -> None:
        """Show the counts of `matrix`."""
        super().__init__(parent)
        self._matrix = matrix
        self._translator = translator
        self._letters = matrix.plan.letter_set.letters
        self._columns = matrix.columnCount()
        self._shown = [self._counts(column) for column in range(self._columns)]
        self._greatest = self._greatest_counts()
        matrix.load_changed.connect(self._on_load_changed)
        matrix.modelReset.connect(self._rebuild)
        matrix.letter_set_changed.connect(self._rebuild)
        matrix.columnsInserted.connect(self._rebuild)
        matrix.columnsRemoved.connect(self._rebuild)
        matrix.columnsMoved.connect(self._rebuild)
        translator.language_changed.connect(self._on_language_changed)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._letters)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        letter = self._letters[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return item_text(self._accessible_text(letter, index.column()), role)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            return self._matrix.headerData(section, orientation, role)
        is_text = role == Qt.ItemDataRole.DisplayRole
        return letter_label(self._letters[section], self._translator.words) if is_text else None

    def shown(self, row: int, column: int) -> str:
        """Return the count in `row` and `column`, as `5/17` where a filter hides some roles."""
        return self._shown[column][row]

    def share(self, row: int, column: int) -> int:
        """Return the count beside the greatest in its row, in tenths; 0 only for none."""
        count = self._matrix.load(column)[self._letters[row].symbol]
        return -(-count * _TENTHS // max(self._greatest[row], 1))

    def letter(self, row: int) -> Letter:
        """Return the letter counted in `row`."""
        return self._letters[row]

    def name(self, row: int) -> str:
        """Return the name of the letter counted in `row`."""
        return letter_name(self._letters[row], self._translator.words)

    def _accessible_text(self, letter: Letter, column: int) -> str:
        words = self._translator.words
        total, left = self._matrix.load(column)[letter.symbol], self._matrix.load_left(column)
        party = party_name(self._matrix.parties[column], words)
        label = letter_label(letter, words)
        if left is None:
            return words.count(
                "{party}: {letter} in {n} role",
                "{party}: {letter} in {n} roles",
                total,
                party=party,
                letter=label,
            )
        return words.count(
            "{party}: {letter} in {shown} of {n} role",
            "{party}: {letter} in {shown} of {n} roles",
            total,
            party=party,
            letter=label,
            shown=left[letter.symbol],
        )

    def _on_load_changed(self, first: int, last: int) -> None:
        """Announce only the counts that changed."""
        if last >= self._columns:
            return
        for column in range(first, last + 1):
            before, now = self._shown[column], self._counts(column)
            self._shown[column] = now
            differing = [row for row, text in enumerate(now) if text != before[row]]
            if differing:
                first_row, last_row = differing[0], differing[-1]
                self.dataChanged.emit(
                    self.createIndex(first_row, column), self.createIndex(last_row, column)
                )
        self._follow_greatest()

    def _follow_greatest(self) -> None:
        """Announce the rows whose greatest count changed: every bar is drawn beside it."""
        before, self._greatest = self._greatest, self._greatest_counts()
        for row, (was, now) in enumerate(zip(before, self._greatest, strict=True)):
            if was != now:
                last = self.createIndex(row, self._columns - 1)
                self.dataChanged.emit(self.createIndex(row, 0), last)

    def _greatest_counts(self) -> list[int]:
        """Return the greatest count of each letter."""
        loads = [self._matrix.load(column) for column in range(self._columns)]
        symbols = [letter.symbol for letter in self._letters]
        return [max((load[symbol] for load in loads), default=0) for symbol in symbols]

    def _counts(self, column: int) -> list[str]:
        all_, left = self._matrix.load(column), self._matrix.load_left(column)
        return [_count(letter.symbol, all_, left) for letter in self._letters]

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._letters = self._matrix.plan.letter_set.letters
        self._columns = self._matrix.columnCount()
        self._shown = [self._counts(column) for column in range(self._columns)]
        self._greatest = self._greatest_counts()
        self.endResetModel()

    def _on_language_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._letters) - 1)


def _count(symbol: str, all_: Counter[str], left: Counter[str] | None) -> str:
    """Return how often `symbol` is assigned in all roles, and in those that pass the filter."""
    total = all_[symbol]
    if left is None or not total:
        return str(total) if total else "·"
    return f"{left[symbol]}/{total}"


def fitting(text: str, font: QFont, width: int) -> QFont:
    """Return `font`, smaller where `text` would be wider than `width`, but still legible."""
    while font.pointSizeF() > _SMALLEST and QFontMetrics(font).horizontalAdvance(text) > width:
        font.setPointSizeF(font.pointSizeF() - 0.5)
    return font


class LoadHeader(QHeaderView):
    """Names the letters at the left of the counts, each with its chip."""

    def __init__(self, model: LoadModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._load = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = self.palette()
        painter.save()
        painter.fillRect(rect, band_fill(palette))
        letter = self._load.letter(logicalIndex)
        side = rect.height() - 2
        font = QFont(self.font())
        font.setBold(True)
        width = chip_width(letter, QFontMetrics(font), side)
        chip = QRectF(rect.right() - width - 6, rect.top() + 1, width, side)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_letter(painter, chip, letter, palette)
        painter.setFont(self.font())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        name = rect.adjusted(6, 0, -width - 12, 0)
        painter.drawText(name, _RIGHT, self._load.name(logicalIndex))
        painter.restore()


class LoadFooter(QTableView):
    """A few rows under the matrix, as wide as its columns and scrolled with them.

    It draws itself; each count is drawn once for a size and kept as a picture.
    """

    def __init__(self, model: LoadModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._load = model
        self._pictures: dict[tuple[str, int, int, int, int], QPixmap] = {}
        self.setModel(model)
        self.setVerticalHeader(LoadHeader(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.fit(0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pictures"):
            self._pictures.clear()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for part in parts(e.region()):
            rows, columns = cells_in(self, part)
            for row, top, height in rows:
                for column, left, width in columns:
                    share = self._load.share(row, column)
                    look = (self._load.shown(row, column), row, share, width, height)
                    painter.drawPixmap(left, top, self._pictures.get(look) or self._kept(*look))
        painter.end()

    def fit(self, header_width: int) -> None:
        """Leave `header_width` at the left, and set the height for the rows and the font."""
        row = self.fontMetrics().height() + 2
        self._pictures.clear()
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        self.verticalHeader().setFixedWidth(max(1, header_width))
        bar = self.horizontalScrollBar()
        space = bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight(row * self.model().rowCount() + space + 2)

    def _kept(self, text: str, row: int, share: int, width: int, height: int) -> QPixmap:
        """Draw a count and keep its picture; drop all pictures where there are too many."""
        if len(self._pictures) >= _KEPT:
            self._pictures.clear()
        picture = self._drawn(text, row, share, width, height)
        self._pictures[text, row, share, width, height] = picture
        return picture

    def _drawn(self, text: str, row: int, share: int, width: int, height: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        palette = self.palette()
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(palette.color(QPalette.ColorRole.Base))
        painter = QPainter(picture)
        font = fitting(text, QFont(self.font()), width - _PAD)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(QRect(0, 0, width, height), _CENTRE, text)
        left = (width - QFontMetrics(font).horizontalAdvance(text)) // 2 - _BAR_GAP - _BAR
        high = (height - 5) * share // _TENTHS
        if share and left > 0:
            bar = QRect(left, height - 3 - max(high, 1), _BAR, max(high, 1))
            painter.fillRect(bar, _bar_colour(self._load.letter(row), palette))
        painter.end()
        return picture


def _bar_colour(letter: Letter, palette: QPalette) -> QColor:
    """Return of the colours of `letter` the one that is seen better on the ground of the table."""
    ground = palette.color(QPalette.ColorRole.Base).lightness()
    return max(letter_colours(letter, palette), key=lambda each: abs(each.lightness() - ground))
