"""The visible part of the palette: the field, the list of results, and a line about the keys."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socplanner.ui.kit.icons import icon_pixmap
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.tokens import token
from socplanner.ui.palette.palette_field import PaletteField
from socplanner.ui.palette.result_delegate import icon_size
from socplanner.ui.palette.result_list import ResultList
from socplanner.ui.palette.result_model import ResultModel
from socplanner.ui.palette.result_rows import ResultRow
from socplanner.wording.language import Words

_LETTERS, _MARGIN = 100, 16
"""The width in letters, and the least distance from the edges of the window in pixels."""

_TOP = 0.1
"""The place of the upper edge, as a part of the window's height."""

_FULL = 0.62
"""The most of the window's height that the list may have."""

_ROUND = 8
_TITLE = 15 / 13
_CAPTION = 11 / 13


class PalettePanel(QWidget):
    """Lays out the palette, as high as its results need."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Begin without results."""
        super().__init__(parent)
        self._words = words
        self.field = PaletteField(self)
        self.model = ResultModel(words, self)
        self.list = ResultList(self.model, self)
        self._sign = PlainLabel(self)
        self._empty = PlainLabel(self)
        self._note = PlainLabel(self)
        self._keys = PlainLabel(self)
        self._lay_out()
        self.retranslate(words)

    def retranslate(self, words: Words) -> None:
        """Show all texts in the language of `words`, in the colours and the font of now."""
        self._words = words
        name = words.tr("Find a role, party, finding or command")
        self.setAccessibleName(words.tr("Find and commands"))
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.list.setAccessibleName(words.tr("Results"))
        keys = words.tr("Enter: go there · Shift+Enter: add to the selection · Esc: close")
        self._keys.setText(keys)
        self.field.setAccessibleDescription(keys)
        size = icon_size(self.font())
        ink, ratio = token("text-2", self.palette()), self.devicePixelRatioF()
        self._sign.setPixmap(icon_pixmap("search", ink, size, ratio))
        self._apply_fonts()

    def show_rows(self, rows: tuple[ResultRow, ...], text: str, total: int) -> None:
        """Show `rows`, the results for `text`; `total` is how many there are in all."""
        words = self._words
        self.model.set_rows(rows, words)
        self._empty.setText(
            words.tr(
                "Nothing matches “{text}”. Try a code such as C-1, or part of a name.", text=text
            )
        )
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._note.setText(words.count("{n} result", "{n} results", total) if text and rows else "")

    def set_note(self, text: str) -> None:
        """Show `text` in the line below the results."""
        self._note.setText(text)

    def note_text(self) -> str:
        """Return what a screen reader reads about the results: their number, or that none match."""
        return self._note.text() if self.model.rows else self._empty.text()

    def fit(self, size: QSize) -> None:
        """Place the panel in a window of `size`, as high as the results need."""
        most = round(size.height() * _FULL)
        self.list.setFixedHeight(min(self.list.needed_height() + 2, most))
        self.setFixedWidth(
            min(self.fontMetrics().averageCharWidth() * _LETTERS, size.width() - 2 * _MARGIN)
        )
        self.adjustSize()
        top = round(size.height() * _TOP)
        self.move(QPoint((size.width() - self.width()) // 2, top))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("edge", palette), 1))
        painter.setBrush(token("raised", palette))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.setPen(QPen(token("line", palette), 1))
        for widget in (self.field, self._keys):
            above = widget is self._keys
            y = widget.geometry().top() - 6 if above else widget.geometry().bottom() + 8
            painter.drawLine(1, y, self.width() - 2, y)
        painter.end()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 16, 8)
        top.setSpacing(10)
        top.addWidget(self._sign)
        top.addWidget(self.field, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 8)
        foot.addWidget(self._note)
        foot.addStretch(1)
        foot.addWidget(self._keys)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(16, 12, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addSpacing(6)
        column.addLayout(foot)

    def _apply_fonts(self) -> None:
        self.field.setFont(_sized(self.font(), _TITLE))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, token("raised", palette))
        self.field.setPalette(palette)
        self.list.setPalette(palette)
        quiet = QPalette(palette)
        quiet.setColor(QPalette.ColorRole.WindowText, token("text-2", palette))
        for label in (self._note, self._keys, self._empty):
            label.setPalette(quiet)
        for label in (self._note, self._keys):
            label.setFont(_sized(self.font(), _CAPTION))


def _sized(font: QFont, ratio: float) -> QFont:
    """Return `font` in a size of the type scale."""
    sized = QFont(font)
    if font.pixelSize() > 0:
        sized.setPixelSize(round(font.pixelSize() * ratio))
    else:
        sized.setPointSizeF(font.pointSizeF() * ratio)
    return sized
