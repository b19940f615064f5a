"""Draws one cell of the matrix on any painter: a kept picture, a page of a file, a printer."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen

from socplanner.domain.checks.finding import Severity
from socplanner.domain.letters import BLANK, Cell, Letter, LetterSet
from socplanner.ui.kit.letter_chip import chip_width, draw_letter
from socplanner.ui.kit.theme import FADED, severity_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.matrix.grid_colours import (
    band_fill,
    cross_tint,
    finding_tint,
    grid_line,
    group_line,
    selection_tint,
)

_CORNER = 5
_GAP = 1
_SMALLEST = 6.5
SELECTED, FOCUSED, CROSSED, FAINT, CHANGED = 1, 2, 4, 8, 16
"""The states of a cell, added up in `CellLook.state`.

While changes are shown, a cell of a role that does not change is faint, and one with other letters
in the other phase is changed.
"""


class CellLook(NamedTuple):
    """All that a cell looks like depends on."""

    cell: Cell | None
    mark: Severity | None
    state: int
    is_last_of_kind: bool
    width: int
    height: int
    former: Cell = BLANK
    """The letters before the change, of a changed cell that is blank."""


class CellFace:
    """Draws cells in the colours of one palette, with chips in one font."""

    def __init__(self, palette: QPalette, font: QFont) -> None:
        """Choose every colour once."""
        self._palette = palette
        self._ground = palette.color(QPalette.ColorRole.Base)
        self._band = band_fill(palette)
        self._line = grid_line(palette)
        self._group = group_line(palette)
        self._selected = selection_tint(palette)
        self._crossed = cross_tint(palette)
        self._changed = token("text", palette)
        self._focus = QPen(token("accent-ink", palette), 2)
        self._font = QFont(font)
        self._font.setBold(True)

    def draw(self, painter: QPainter, look: CellLook, letters: LetterSet) -> None:
        """Draw a cell whose upper left corner is the origin; its letters are of `letters`."""
        rect = QRect(0, 0, look.width, look.height)
        painter.fillRect(rect, self.fill(look))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        if look.cell is not None:
            edge = self._group if look.is_last_of_kind else self._line
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), edge)
        if look.state & FAINT:
            painter.setOpacity(FADED)
        if look.cell:
            self._draw_letters(painter, rect, letters.letters_in(look.cell))
        elif look.former:
            self._draw_former(painter, rect, letters.letters_in(look.former))
        painter.setOpacity(1.0)
        if look.state & CHANGED:
            painter.fillRect(rect.left() + 2, rect.bottom() - 3, rect.width() - 5, 2, self._changed)
        if look.mark is not None:
            self._draw_corner(painter, rect, look.mark)
        if look.state & FOCUSED:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def needed_width(self, letters: Sequence[Letter]) -> int:
        """Return how wide a cell must be for the chips of `letters` in their usual size."""
        metrics = QFontMetrics(self._font)
        widths = [chip_width(each, metrics, metrics.height() + 1) for each in letters]
        return sum(widths) + _GAP * (len(letters) - 1) + 4

    def fill(self, look: CellLook) -> QColor:
        """Return the colour behind a cell."""
        if look.cell is None:
            return self._band
        if look.state & SELECTED:
            return self._selected
        if look.mark is not None:
            return finding_tint(look.mark, self._palette)
        return self._crossed if look.state & CROSSED else self._ground

    def _draw_corner(self, painter: QPainter, rect: QRect, severity: Severity) -> None:
        """Mark a cell that a finding names by a corner, so that colour is not the only sign."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(severity_colour(severity, self._palette))
        right, top = rect.right(), rect.top()
        painter.drawPolygon(
            [QPoint(right - _CORNER, top), QPoint(right, top), QPoint(right, top + _CORNER)]
        )

    def _draw_former(self, painter: QPainter, rect: QRect, letters: Sequence[Letter]) -> None:
        """Draw letters that are gone faintly, and strike them out."""
        painter.setOpacity(FADED)
        self._draw_letters(painter, rect, letters)
        painter.setOpacity(1.0)
        middle, third = rect.center().y(), rect.width() // 3
        painter.fillRect(rect.left() + third, middle, rect.width() - 2 * third, 1, self._changed)

    def _draw_letters(self, painter: QPainter, rect: QRect, letters: Sequence[Letter]) -> None:
        """Draw the chips of `letters` side by side in the middle."""
        height = QFontMetrics(self._font).height() + 1
        font, widths = self._fitting(letters, rect.width() - 2)
        left = rect.left() + (rect.width() - sum(widths) - _GAP * (len(letters) - 1)) // 2
        top = rect.top() + (rect.height() - 1 - height) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        for letter, each in zip(letters, widths, strict=True):
            draw_letter(painter, QRectF(left, top, each, height), letter, self._palette)
            left += each + _GAP
        painter.restore()

    def _fitting(self, letters: Sequence[Letter], width: int) -> tuple[QFont, list[int]]:
        """Return font and widths of chips, smaller where they are wider than `width` together."""
        font = QFont(self._font)
        while True:
            metrics = QFontMetrics(font)
            height = metrics.height() + 1
            widths = [chip_width(each, metrics, height) for each in letters]
            if sum(widths) + _GAP * (len(letters) - 1) <= width or font.pointSizeF() <= _SMALLEST:
                return font, widths
            font.setPointSizeF(font.pointSizeF() - 0.5)
