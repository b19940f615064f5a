"""Draws a result: its sign, its title with the matching letters emphasised, and its shortcut."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from socplanner.ui.kit.icons import draw_icon, severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import (
    CHIP_ROUND,
    Tint,
    function_ink,
    function_tint,
    kind_colour,
    severity_colour,
)
from socplanner.ui.kit.tokens import token
from socplanner.ui.palette.result_model import ResultRole
from socplanner.ui.palette.result_rows import MarkedText, ResultRow

Index = QModelIndex | QPersistentModelIndex

_INSET, _PAD, _GAP = 6, 10, 8
_AIR, _TITLE_AIR = 12, 12
_ROUND = 5
_ICON, _LEAST_ICON = 18 / 15, 18
"""The size of icons, as a ratio of the height of the font, and the least in pixels."""

_LEAST_CODE = "G-10"
_LEAST_DETAIL = 48
_LEAST_TITLE = 0.64
"""The part of a row that is the title's, however long the detail is."""

_SMALL = 11 / 13
"""The size of captions, as a ratio of the font."""


class ResultDelegate(QStyledItemDelegate):
    """Draws one result a row, with the title of its group above the first."""

    def __init__(self, view: QListView) -> None:
        """Draw for `view`."""
        super().__init__(view)
        self._view = view

    def title_height(self, index: Index, font: QFont) -> int:
        """Return the height of the title of a group above the row of `index`; 0 without one."""
        row = _row_of(index)
        return QFontMetrics(_caption(font)).height() + _TITLE_AIR if row.is_first else 0

    def row_size(self, index: Index, font: QFont) -> QSize:
        """Return the size of the row of `index`; the list decides about its width."""
        return QSize(0, QFontMetrics(font).height() + _AIR + self.title_height(index, font))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.row_size(index, option.font)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, palette, font = _row_of(index), option.palette, option.font
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.title_height(index, font)
        if high:
            painter.setFont(_caption(font))
            painter.setPen(token("text-2", palette))
            place = QRect(rect.left() + _INSET + _PAD, rect.top(), rect.width(), high - 3)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom), row.group_title)
            rect.setTop(rect.top() + high)
        rect.adjust(_INSET, 0, -_INSET, 0)
        self._draw_ground(painter, rect, index, palette)
        rect.adjust(_PAD, 0, -_PAD, 0)
        _RowPainter(painter, rect, font, palette).draw(row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        is_current = index.row() == self._view.currentIndex().row()
        if is_current or index.row() == getattr(self._view, "hovered", -1):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("accent-tint" if is_current else "hover", palette))
            painter.drawRoundedRect(rect, _ROUND, _ROUND)


class _RowPainter:
    """Draws the parts of one row from left to right."""

    def __init__(self, painter: QPainter, rect: QRect, font: QFont, palette: QPalette) -> None:
        self._painter = painter
        self._rect = rect
        self._font = font
        self._palette = palette

    def draw(self, row: ResultRow) -> None:
        """Draw `row` into the rectangle."""
        if row.entry is None:
            self._draw_text(row.title, self._rect.width(), "accent-ink")
            return
        if row.entry.shortcut:
            self._draw_shortcut(row.entry.shortcut)
        self._draw_sign(row)
        used = self._draw_text(row.title, self._title_width(row), "text")
        self._rect.setLeft(self._rect.left() + used + _GAP)
        if self._rect.width() >= _LEAST_DETAIL:
            self._draw_text(row.detail, self._rect.width(), "text-2")

    def _title_width(self, row: ResultRow) -> int:
        """Return the most a title may have: a long one leaves some of the row to the detail."""
        wide, metrics = self._rect.width(), QFontMetrics(self._font)
        needed = metrics.horizontalAdvance(row.detail.text) + 2 * _GAP
        return max(wide - needed, round(wide * _LEAST_TITLE)) if row.detail.text else wide

    def _draw_shortcut(self, shortcut: str) -> None:
        font = _caption(self._font)
        wide = QFontMetrics(font).horizontalAdvance(shortcut) + 10
        chip = self._chip_at(self._rect.right() - wide, wide, font)
        self._painter.setPen(token("line-2", self._palette))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(chip, CHIP_ROUND, CHIP_ROUND)
        self._write_in(chip, shortcut, font, token("text-2", self._palette))
        self._rect.setRight(int(chip.left()) - _GAP)

    def _draw_sign(self, row: ResultRow) -> None:
        description = row.description
        if description.icon:
            used = self._draw_icon(description.icon, token("text-2", self._palette))
        elif description.severity is not None:
            used = self._draw_severity(row)
        else:
            used = self._draw_code(row)
        self._rect.setLeft(self._rect.left() + used + _GAP)

    def _draw_severity(self, row: ResultRow) -> int:
        severity = row.description.severity
        if severity is None:
            return 0
        return self._draw_icon(severity_icon(severity), severity_colour(severity, self._palette))

    def _draw_icon(self, name: str, ink: QColor) -> int:
        """Draw an icon at the left edge; return its width."""
        size = icon_size(self._font)
        middle = self._rect.center().y() + 0.5
        place = QRectF(self._rect.left(), middle - size / 2, size, size)
        draw_icon(self._painter, name, place, ink)
        return size

    def _draw_code(self, row: ResultRow) -> int:
        """Draw the code of a role, or the initials of a party, as a chip; return its width."""
        font = _bold(_caption(self._font))
        width_of = QFontMetrics(font).horizontalAdvance
        wide = max(width_of(_LEAST_CODE), width_of(row.code.text)) + 10
        chip = self._chip_at(self._rect.left(), wide, font)
        tint, line = self._chip_colours(row)
        self._painter.setPen(line)
        self._painter.setBrush(tint.fill)
        self._painter.drawRoundedRect(chip, CHIP_ROUND, CHIP_ROUND)
        self._write_in(chip, row.code.text, font, tint.ink)
        return wide

    def _chip_colours(self, row: ResultRow) -> tuple[Tint, QPen]:
        """Return ground and ink of a chip, and its line; one that matches is in the accent."""
        palette, kind = self._palette, row.description.party_kind
        if row.code.ranges:
            ink = token("accent-ink", palette)
            return Tint(token("accent-tint", palette), ink), QPen(ink, 1)
        if kind is None:
            code = row.description.function
            return Tint(function_tint(code, palette), function_ink(code, palette)), QPen(
                Qt.PenStyle.NoPen
            )
        ink = kind_colour(kind, palette)
        style = Qt.PenStyle.DashLine if kind == "authority" else Qt.PenStyle.SolidLine
        return Tint(token("raised", palette), ink), QPen(ink, 1, style)

    def _chip_at(self, left: float, wide: int, font: QFont) -> QRectF:
        high = QFontMetrics(font).height() + 3
        middle = self._rect.center().y()
        return QRectF(left + 0.5, middle - high / 2 + 0.5, wide - 1, high)

    def _write_in(self, chip: QRectF, text: str, font: QFont, ink: QColor) -> None:
        self._painter.setFont(font)
        self._painter.setPen(ink)
        self._painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)

    def _draw_text(self, marked: MarkedText, width: int, ink: str) -> int:
        """Draw `marked` at the left edge, in `width` pixels at most; return the width used."""
        if not marked.text:
            return 0
        metrics = QFontMetricsF(_bold(self._font) if marked.ranges else self._font)
        text = metrics.elidedText(marked.text, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(text, self._font)
        layout.setFormats(list(self._formats(marked, len(text))))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if not line.isValid():
            return 0
        self._painter.setPen(token(ink, self._palette))
        top = self._rect.top() + (self._rect.height() - line.height()) / 2
        layout.draw(self._painter, QPointF(self._rect.left(), top))
        return round(line.naturalTextWidth())

    def _formats(self, marked: MarkedText, length: int) -> Iterable[QTextLayout.FormatRange]:
        emphasis = QTextCharFormat()
        emphasis.setFontWeight(QFont.Weight.Bold)
        emphasis.setForeground(token("accent-ink", self._palette))
        for begin, end in marked.ranges:
            if begin < length:
                part = QTextLayout.FormatRange()
                part.start = begin
                part.length = min(end, length) - begin
                part.format = emphasis
                yield part


def icon_size(font: QFont) -> int:
    """Return how large icons beside a text in `font` are, in pixels."""
    return max(_LEAST_ICON, round(QFontMetrics(font).height() * _ICON))


def _row_of(index: Index) -> ResultRow:
    row = index.data(ResultRole.ROW)
    if not isinstance(row, ResultRow):
        raise TypeError(row)
    return row


def _caption(font: QFont) -> QFont:
    """Return `font` in the size of captions."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(round(font.pixelSize() * _SMALL), 9))
    else:
        small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
