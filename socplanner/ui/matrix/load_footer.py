"""The load of each party under the matrix: how often it has each letter, always visible."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from socplanner.domain.letters import Letter
from socplanner.ui.kit.letter_chip import chip_width, draw_letter
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import letter_colours
from socplanner.ui.matrix.cell_spans import cells_in, parts
from socplanner.ui.matrix.grid_colours import band_fill
from socplanner.ui.matrix.load_model import TENTHS, LoadModel

_KEPT = 500
_BAR, _BAR_GAP = 4, 4
_PAD = 4
_SMALLEST = 6.5
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


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
        high = (height - 5) * share // TENTHS
        if share and left > 0:
            bar = QRect(left, height - 3 - max(high, 1), _BAR, max(high, 1))
            painter.fillRect(bar, _bar_colour(self._load.letter(row), palette))
        painter.end()
        return picture


def _bar_colour(letter: Letter, palette: QPalette) -> QColor:
    """Return of the colours of `letter` the one that is seen better on the ground of the table."""
    ground = palette.color(QPalette.ColorRole.Base).lightness()
    return max(letter_colours(letter, palette), key=lambda each: abs(each.lightness() - ground))
