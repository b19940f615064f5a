"""Light and dark appearance: that of the system, or the planner's choice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_Role = QPalette.ColorRole
_DARK = {
    _Role.Window: "#2b2d30",
    _Role.WindowText: "#e3e5e9",
    _Role.Base: "#1f2023",
    _Role.AlternateBase: "#26282b",
    _Role.Text: "#e3e5e9",
    _Role.PlaceholderText: "#9a9da4",
    _Role.Button: "#373a3e",
    _Role.ButtonText: "#e3e5e9",
    _Role.BrightText: "#ffffff",
    _Role.Light: "#4a4d52",
    _Role.Midlight: "#414448",
    _Role.Mid: "#26282b",
    _Role.Dark: "#1a1b1d",
    _Role.Shadow: "#101113",
    _Role.Highlight: "#3d6fb4",
    _Role.HighlightedText: "#ffffff",
    _Role.Link: "#86b7f7",
    _Role.LinkVisited: "#c4a5f0",
    _Role.ToolTipBase: "#373a3e",
    _Role.ToolTipText: "#e3e5e9",
    _Role.Accent: "#5b93dd",
}
_FAINT = "#84878d"
_BOX, _TICK = "#767a80", "#ffffff"
"""Colours of checkboxes on a dark background, where an empty box would be invisible."""


def use_theme(application: QApplication, theme: str) -> None:
    """Show `application` in `theme`: `system`, `light` or `dark`.

    A system without colour schemes (a bare X display) gets a dark palette of our own.
    """
    hints = application.styleHints()
    hints.setColorScheme(_SCHEMES[theme])
    if theme == "dark" and hints.colorScheme() is not Qt.ColorScheme.Dark:
        application.setPalette(dark_palette())
        for kind in ("QCheckBox", "QRadioButton"):
            # the stub asks for bytes, the program for text
            application.setPalette(boxes_on_dark(dark_palette()), kind)  # type: ignore[arg-type]
    else:
        application.setPalette(QPalette())


def dark_palette() -> QPalette:
    """Return dark colours with a contrast of at least 4.5 between text and background."""
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_FAINT))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor("#4a4d52"))
    return palette


def boxes_on_dark(palette: QPalette) -> QPalette:
    """Return `palette` for widgets with checkboxes: boxes with a contrast of 3, and white ticks."""
    changed = QPalette(palette)
    changed.setColor(_Role.Base, QColor(_BOX))
    changed.setColor(_Role.Text, QColor(_TICK))
    return changed
