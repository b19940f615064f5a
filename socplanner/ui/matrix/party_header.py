"""The head of the matrix: parties grouped by kind, each with its badge and its wrapped name."""

from itertools import groupby

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.matrix.grid_colours import band_fill, grid_line, group_line, selection_tint
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.overriding import override
from socplanner.ui.theme import kind_colour, party_colour
from socplanner.wording.terms import party_initials, party_kind_name

_LINES = 3
_STRIP = 3
_SMALLEST = 6.5
_PAD = 4
_ROTATED_LINES = 2
_TALLEST = 9
_WIDER = 1.3
_BESIDE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_UPRIGHT = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap
)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class PartyHeader(QHeaderView):
    """Heads the columns. A name whose words do not fit into its column stands upright."""

    def __init__(self, model: MatrixModel, translator: Translator, parent: QWidget) -> None:
        """Stand above the table `parent`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = model
        self._translator = translator
        self._needed: list[int] = []
        self._room = 0
        self._height = 0
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.measure()

    def measure(self) -> None:
        """Find out anew how wide each column has to be for the words of its name."""
        metrics, words = QFontMetrics(self._small()), self._translator.words
        self.setMinimumSectionSize(2 * (self.fontMetrics().height() + 1) + _PAD)
        least = self.minimumSectionSize()
        self._needed = [
            max(least, _widest_word(words.local(party.name), metrics) + _PAD)
            for party in self._matrix.parties
        ]
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Share `room` among the columns: what each needs, or less where that is too much."""
        self._room = room
        needed = sum(self._needed)
        if needed and room > needed:
            share = min(_WIDER, room / needed)
            widths = [int(width * share) for width in self._needed]
        else:
            cap = _cap(self._needed, room, self.minimumSectionSize())
            widths = [min(width, cap) for width in self._needed]
        for column, width in enumerate(widths):
            self.resizeSection(column, width)
        height = self._badges_at() + self._badge() + self._names()
        if height != self._height:
            self._height = height
            self.geometriesChanged.emit()
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.measure()

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
            place = QRect(left, 0, width, self._badges_at() - 2)
            self._paint_kind(painter, place.intersected(self.viewport().rect()), kind)
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
        name = QRect(rect.left() + 1, top, rect.width() - 2, self._names() - 4)
        self._paint_name(painter, name, words.local(party.name), self._is_upright(logicalIndex))
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

    def _paint_name(self, painter: QPainter, place: QRect, name: str, is_upright: bool) -> None:
        if not is_upright:
            painter.drawText(place, _BESIDE, _wrapped(name))
            return
        painter.save()
        painter.translate(place.left(), place.bottom())
        painter.rotate(-90)
        painter.drawText(QRect(0, 0, place.height(), place.width()), _UPRIGHT, name)
        painter.restore()

    def _paint_badge(self, painter: QPainter, rect: QRect, column: int) -> None:
        party = self._matrix.parties[column]
        initials = party_initials(party, self._translator.words)
        font = self._small()
        font.setBold(True)
        while QFontMetrics(font).horizontalAdvance(initials) > rect.width() - 8 > 8:
            if font.pointSizeF() <= _SMALLEST:
                break
            font.setPointSizeF(font.pointSizeF() - 0.5)
        side = self._badge()
        width = max(side, QFontMetrics(font).horizontalAdvance(initials) + 8)
        place = QRect(0, rect.top() + self._badges_at(), min(width, rect.width() - 2), side)
        place.moveLeft(rect.center().x() - place.width() // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(party_colour(column))
        painter.drawRoundedRect(place, side / 2, side / 2)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(place, _CENTRE, initials)

    def _is_upright(self, column: int) -> bool:
        return self.sectionSize(column) < self._needed[column]

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
        metrics, words = QFontMetrics(self._small()), self._translator.words
        height = metrics.height() * _LINES
        for column, party in enumerate(self._matrix.parties):
            if self._is_upright(column):
                name = words.local(party.name)
                longest = max(
                    metrics.horizontalAdvance(name) // _ROTATED_LINES + metrics.height(),
                    _widest_word(name, metrics),
                )
                height = max(height, min(longest, metrics.height() * _TALLEST))
        return height + 8

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(_SMALLEST, font.pointSizeF() * 0.88))
        return font


def _widest_word(name: str, metrics: QFontMetrics) -> int:
    """Return the width of the longest part of `name` that cannot be broken over lines.

    Japanese breaks between any two characters; three lines of it are wide enough.
    """
    words = name.replace("-", "- ").split()
    if name.isascii():
        return max((metrics.horizontalAdvance(word) for word in words), default=0)
    return -(-metrics.horizontalAdvance(name) // _LINES) + metrics.averageCharWidth() * 2


def _cap(needed: list[int], room: int, least: int) -> int:
    """Return the width at which the widest columns stop, so that all fit into `room`."""
    cap = max(needed, default=least)
    while cap > least and sum(min(width, cap) for width in needed) > room:
        cap -= 1
    return cap


def _wrapped(name: str) -> str:
    """Return `name` with places to break it after the marks that join words."""
    for mark in "・/-":
        name = name.replace(mark, f"{mark}\u200b")
    return name
