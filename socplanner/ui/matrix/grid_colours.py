"""The quiet look of the grid: lines, bands, fold marks, tints of selection and findings."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette

from socplanner.domain.checks.finding import Severity
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.theme import blended, severity_colour
from socplanner.ui.kit.tokens import token


def grid_line(palette: QPalette) -> QColor:
    """Return the colour of the lines between cells."""
    return token("line", palette)


def group_line(palette: QPalette) -> QColor:
    """Return the colour of the line between parties of two kinds."""
    return token("line-2", palette)


def band_fill(palette: QPalette) -> QColor:
    """Return the colour of the band of a function and of the headers."""
    return token("band", palette)


def selection_tint(palette: QPalette) -> QColor:
    """Return the colour behind selected cells, so light that letters keep their colours."""
    return token("accent-tint", palette)


def cross_tint(palette: QPalette) -> QColor:
    """Return the colour behind the cells in line with the cursor: half the tint of a selection."""
    return blended(palette.color(QPalette.ColorRole.Base), token("accent-tint", palette), 0.5)


def finding_tint(severity: Severity, palette: QPalette) -> QColor:
    """Return the colour behind a cell that a finding names."""
    return blended(palette.color(QPalette.ColorRole.Base), severity_colour(severity, palette), 0.14)


def draw_fold(painter: QPainter, place: QRect, ink: QColor, *, is_folded: bool) -> None:
    """Draw the arrow of a band that folds: to the right while folded, else down."""
    draw_icon(painter, "chevron-right" if is_folded else "chevron-down", QRectF(place), ink)


def draw_sort(painter: QPainter, place: QRect, ink: QColor, *, is_backwards: bool) -> None:
    """Draw the arrow of a sorted header: up, or down where it is sorted backwards."""
    draw_icon(painter, "move-down" if is_backwards else "move-up", QRectF(place), ink)
