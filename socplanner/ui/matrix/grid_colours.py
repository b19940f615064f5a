"""The quiet colours of the grid: lines, bands and the tints of selection and findings."""

from PySide6.QtGui import QColor, QPalette

from socplanner.domain.checks.finding import Severity
from socplanner.ui.theme import blended, is_dark, severity_colour


def grid_line(palette: QPalette) -> QColor:
    """Return the colour of the lines between cells."""
    return QColor("#3A3F45") if is_dark(palette) else QColor("#DDE1E6")


def group_line(palette: QPalette) -> QColor:
    """Return the colour of the line between parties of two kinds."""
    return QColor("#6A727C") if is_dark(palette) else QColor("#A9B1BB")


def band_fill(palette: QPalette) -> QColor:
    """Return what fills the band of a function."""
    return QColor("#2C3036") if is_dark(palette) else QColor("#EEF1F5")


def selection_tint(palette: QPalette) -> QColor:
    """Return what lies behind selected cells, so light that letters keep their colours."""
    # The colour of the active window also where the window is not: cells stay selected.
    highlight = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
    return blended(palette.color(QPalette.ColorRole.Base), highlight, 0.22)


def finding_tint(severity: Severity, palette: QPalette) -> QColor:
    """Return what lies behind a cell that a finding names."""
    return blended(palette.color(QPalette.ColorRole.Base), severity_colour(severity, palette), 0.14)
