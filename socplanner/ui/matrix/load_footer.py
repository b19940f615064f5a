"""The load of each party under the matrix: how often it has each letter, always visible."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from socplanner.ui.kit.overriding import override
from socplanner.ui.matrix.cell_spans import cells_in, parts
from socplanner.ui.matrix.load_face import LoadCount, draw_count, draw_load_heading
from socplanner.ui.matrix.load_model import LoadModel

_KEPT = 500


class LoadHeader(QHeaderView):
    """Names the letters at the left of the counts, each with its chip."""

    def __init__(self, model: LoadModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._load = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setFont(self.font())
        letter, name = self._load.letter(logicalIndex), self._load.name(logicalIndex)
        draw_load_heading(painter, rect, letter, name, self.palette())
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
        # Before the model: Qt resets the headers in this order, and while it resets the one of the
        # parties it measures that of the letters, which would still have those of the former set.
        self.setVerticalHeader(LoadHeader(model, self))
        self.setModel(model)
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
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.palette().color(QPalette.ColorRole.Base))
        painter = QPainter(picture)
        painter.setFont(self.font())
        count = LoadCount(text, share, self._load.letter(row))
        draw_count(painter, QRect(0, 0, width, height), count, self.palette())
        painter.end()
        return picture
