"""The head of the matrix: parties grouped by kind, each with its badge and its wrapped name."""

from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from socplanner.services.translator import Translator
from socplanner.ui.matrix.grid_colours import band_fill, grid_line, group_line, selection_tint
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.theme import kind_colour, party_colour
from socplanner.wording.terms import party_initials, party_kind_name

_LINES = 3
_NARROWEST = 3
_WIDEST = 12
_STRIP = 3
_WRAP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class PartyHeader(QHeaderView):
    """Heads the columns; each is as wide as the longest word of its name, within bounds."""

    def __init__(self, model: MatrixModel, translator: Translator, parent: QWidget) -> None:
        """Stand above the table `parent`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = model
        self._translator = translator
        self._wanted: list[int] = []
        self._room = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.measure()

    def measure(self) -> None:
        """Find out anew how wide each column would like to be."""
        metrics, words = QFontMetrics(self._small()), self._translator.words
        em = metrics.averageCharWidth()
        least, most = em * (_NARROWEST + 4), em * _WIDEST
        self._wanted = []
        for party in self._matrix.parties:
            name = words.local(party.name)
            longest = max((metrics.horizontalAdvance(part) for part in name.split()), default=0)
            if not name.isascii():
                longest = min(longest, -(-longest // _LINES) + metrics.height())
            self._wanted.append(max(least, min(most, longest + 10)))
        self.setMinimumSectionSize(least - em)
        self.updateGeometry()
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Give the columns their widths; narrower ones where they would not fit into `room`."""
        self._room = room
        wanted, least = sum(self._wanted), self.minimumSectionSize()
        if not wanted or not room:
            shares = self._wanted
        else:
            share = min(1.25, max(0.0, room / wanted))
            shares = [max(least, int(width * share)) for width in self._wanted]
            if sum(shares) > room and share < 1:
                shares = self._wanted
        for column, width in enumerate(shares):
            self.resizeSection(column, width)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._badges_at() + self._badge() + self._names())

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        painter.setFont(self._small())
        kinds = groupby(range(len(self._matrix.parties)), key=self._kind)
        for kind, group in kinds:
            columns = list(group)
            left = self.sectionViewportPosition(columns[0])
            width = sum(self.sectionSize(column) for column in columns)
            self._paint_kind(painter, QRect(left, 0, width, self._badges_at() - 2), kind)
        painter.end()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        party = self._matrix.parties[logicalIndex]
        palette, words = self.palette(), self._translator.words
        painter.save()
        painter.fillRect(rect, band_fill(palette))
        if self._is_selected(logicalIndex):
            painter.fillRect(rect.adjusted(0, self._badges_at() - 2, 0, 0), selection_tint(palette))
        self._paint_badge(painter, rect, logicalIndex)
        painter.setFont(self._small())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        top = rect.top() + self._badges_at() + self._badge() + 2
        name = QRect(rect.left() + 1, top, rect.width() - 2, self._names() - 2)
        painter.drawText(name, _WRAP, _wrapped(words.local(party.name)))
        is_last = self._kind(logicalIndex) != self._kind(logicalIndex + 1)
        colour = group_line(palette) if is_last else grid_line(palette)
        below = rect.top() + self._badges_at()
        painter.fillRect(QRect(rect.right(), below, 1, rect.bottom() - below), colour)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), group_line(palette))
        painter.restore()

    def _paint_kind(self, painter: QPainter, place: QRect, kind: str) -> None:
        colour = kind_colour(kind, self.palette())
        painter.fillRect(place, band_fill(self.palette()))
        painter.fillRect(
            QRect(place.left(), place.bottom() - _STRIP, place.width() - 1, _STRIP), colour
        )
        painter.setPen(colour)
        text = place.adjusted(2, 0, -2, -_STRIP)
        name = party_kind_name(kind, self._translator.words)
        shown = QFontMetrics(self._small()).elidedText(
            name, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, _CENTRE, shown)

    def _paint_badge(self, painter: QPainter, rect: QRect, column: int) -> None:
        side = self._badge()
        place = QRect(rect.center().x() - side // 2, rect.top() + self._badges_at(), side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(party_colour(column))
        painter.drawEllipse(place)
        font = self._small()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        party = self._matrix.parties[column]
        painter.drawText(place, _CENTRE, party_initials(party, self._translator.words))

    def _kind(self, column: int) -> str:
        parties = self._matrix.parties
        return parties[column].kind if column < len(parties) else ""

    def _is_selected(self, column: int) -> bool:
        selection = self.selectionModel()
        return bool(selection) and selection.columnIntersectsSelection(column, self.rootIndex())

    def _badges_at(self) -> int:
        return QFontMetrics(self._small()).height() + _STRIP + 5

    def _badge(self) -> int:
        return QFontMetrics(self._small()).height() + 6

    def _names(self) -> int:
        return QFontMetrics(self._small()).height() * _LINES + 6

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(6.5, font.pointSizeF() * 0.88))
        return font


def _wrapped(name: str) -> str:
    """Return `name` with places to break it after the marks that join words in Japanese."""
    return name.replace("・", "・\u200b").replace("/", "/\u200b")
