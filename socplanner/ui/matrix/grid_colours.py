"""The quiet look of the grid: lines, bands, fold marks, tints of selection and findings."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPolygonF

from socplanner.domain.checks.finding import Severity
from socplanner.ui.kit.theme import blended, severity_colour
from socplanner.ui.kit.tokens import is_dark


def grid_line(palette: QPalette) -> QColor:
    """Return the colour of the lines between cells."""
    return QColor("#3A3F45") if is_dark(palette) else QColor("#DDE1E6")


def group_line(palette: QPalette) -> QColor:
    """Return the colour of the line between parties of two kinds."""
    return QColor("#6A727C") if is_dark(palette) else QColor("#A9B1BB")


def band_fill(palette: QPalette) -> QColor:
    """Return the colour of the band of a function."""
    return QColor("#2C3036") if is_dark(palette) else QColor("#EEF1F5")


def selection_tint(palette: QPalette) -> QColor:
    """Return the colour behind selected cells, so light that letters keep their colours."""
    # The colour of the active window also where the window is not: cells stay selected.
    highlight = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
    return blended(palette.color(QPalette.ColorRole.Base), highlight, 0.22)


def finding_tint(severity: Severity, palette: QPalette) -> QColor:
    """Return the colour behind a cell that a finding names."""
    return blended(palette.color(QPalette.ColorRole.Base), severity_colour(severity, palette), 0.14)


def draw_fold(painter: QPainter, place: QRect, ink: QColor, *, is_folded: bool) -> None:
    """Draw the arrow of a band that folds: to the right while folded, else down."""
    x, y, half = place.center().x() + 0.5, place.center().y() + 0.5, place.width() * 0.32
    corners = [(-half, -half), (half, -half), (0.0, half)]
    turned = [(down, -across) for across, down in corners] if is_folded else corners
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(x + across, y + down) for across, down in turned]))
    painter.restore()


def draw_sort(painter: QPainter, place: QRect, ink: QColor, *, is_backwards: bool) -> None:
    """Draw the arrow of a sorted header: up, or down where it is sorted backwards."""
    x, y, half = place.center().x() + 0.5, place.center().y() + 0.5, place.width() * 0.4
    tip = half if is_backwards else -half
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corners = [QPointF(x - half, y - tip), QPointF(x + half, y - tip), QPointF(x, y + tip)]
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
