"""Light or dark: as the system has it, or as the planner chooses; both palettes are of tokens."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from socplanner.services.settings import Theme
from socplanner.ui.kit.tokens import TOKENS, is_dark

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "band",
    _Role.Text: "text",
    _Role.PlaceholderText: "text-3",
    _Role.Button: "raised",
    _Role.ButtonText: "text",
    _Role.BrightText: "on-accent",
    _Role.Light: "raised",
    _Role.Midlight: "hover",
    _Role.Mid: "line-2",
    _Role.Dark: "edge",
    _Role.Shadow: "text-3",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on-accent",
    _Role.Link: "accent-ink",
    _Role.LinkVisited: "both-ink",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
    _Role.Accent: "accent",
}
_DISABLED = {
    _Role.WindowText: "off",
    _Role.Text: "off",
    _Role.ButtonText: "off",
    _Role.Highlight: "pressed",
    _Role.HighlightedText: "text-3",
}
_BOX, _TICK = "#767a80", "#ffffff"
"""An empty box in the colours of a dark ground could not be seen on it."""


def use_theme(application: QApplication, theme: Theme) -> None:
    """Show `application` in `theme`; call it again when the scheme of the system changes.

    A system that has no schemes (a bare X display) does not follow; it gets the palette alone.
    """
    hints = application.styleHints()
    hints.setColorScheme(_SCHEMES[theme])
    was_dark = is_dark(application.palette())
    becomes_dark = theme == "dark" or (
        theme == "system" and hints.colorScheme() is Qt.ColorScheme.Dark
    )
    palette = palette_of(is_dark=becomes_dark)
    application.setPalette(palette)
    if was_dark or becomes_dark:
        boxes = boxes_on_dark(palette) if becomes_dark else palette
        for kind in ("QCheckBox", "QRadioButton"):
            # the stub asks for bytes, the program for text
            application.setPalette(boxes, kind)  # type: ignore[arg-type]


def palette_of(*, is_dark: bool) -> QPalette:
    """Return the palette of light or dark grounds."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(TOKENS[name][is_dark]))
    for role, name in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(TOKENS[name][is_dark]))
    return palette


def boxes_on_dark(palette: QPalette) -> QPalette:
    """Return `palette` for what draws boxes to tick: grounds of 3 to 1, and clear ticks."""
    seen = QPalette(palette)
    seen.setColor(_Role.Base, QColor(_BOX))
    seen.setColor(_Role.Text, QColor(_TICK))
    return seen
