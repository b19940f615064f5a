"""Light or dark: as the system has it, or as the planner chooses; both palettes are of tokens."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from socplanner.services.settings import Theme
from socplanner.ui.kit.tokens import CONTRAST, MARKS, TOKENS, is_dark, token

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "light-contrast": Qt.ColorScheme.Light,
    "dark-contrast": Qt.ColorScheme.Dark,
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
_DARKER = 140
"""The outline of Fusion is the colour of the window, darker by this."""

_BOX, _TICK = "#767a80", "#ffffff"
"""An empty box in the colours of a dark ground could not be seen on it."""


def use_theme(application: QApplication, theme: Theme) -> None:
    """Show `application` in `theme`; call it again when the scheme of the system changes.

    A system that has no schemes (a bare X display) does not follow; it gets the palette alone.
    """
    hints = application.styleHints()
    hints.setColorScheme(_SCHEMES[theme])
    was_dark = is_dark(application.palette())
    becomes_dark = theme.startswith("dark") or (
        theme == "system" and hints.colorScheme() is Qt.ColorScheme.Dark
    )
    is_contrasty = theme.endswith("contrast") or (theme == "system" and _asks_for_contrast(hints))
    palette = palette_of(is_dark=becomes_dark, is_contrasty=is_contrasty)
    application.setPalette(palette)
    for kind in ("QComboBox", "QAbstractSpinBox"):
        # the stub asks for bytes, the program for text
        application.setPalette(with_edges(palette), kind)  # type: ignore[arg-type]
    if was_dark or becomes_dark:
        boxes = boxes_on_dark(palette) if becomes_dark else palette
        for kind in ("QCheckBox", "QRadioButton"):
            application.setPalette(boxes, kind)  # type: ignore[arg-type]


def follow_system(application: QApplication, changed: Callable[[], None]) -> None:
    """Call `changed` when the system becomes light, dark or high in contrast."""
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(changed)
    if hasattr(hints, "accessibility"):  # from Qt 6.10 on
        hints.accessibility().contrastPreferenceChanged.connect(changed)


def palette_of(*, is_dark: bool, is_contrasty: bool = False) -> QPalette:
    """Return the palette of light or dark grounds, in usual or high contrast."""
    palette, colours = QPalette(), {**TOKENS, **CONTRAST} if is_contrasty else TOKENS
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(colours[name][is_dark]))
    for role, name in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours[name][is_dark]))
    palette.setColor(_Role.Shadow, QColor(MARKS[2 * is_contrasty + is_dark]))
    return palette


def _asks_for_contrast(hints: QStyleHints) -> bool:
    """Return whether the system is set to high contrast."""
    if not hasattr(hints, "accessibility"):  # from Qt 6.10 on
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def with_edges(palette: QPalette) -> QPalette:
    """Return `palette` for controls that Fusion outlines by a darker shade of their window."""
    seen = QPalette(palette)
    seen.setColor(_Role.Window, token("edge", palette).lighter(_DARKER))
    return seen


def boxes_on_dark(palette: QPalette) -> QPalette:
    """Return `palette` for what draws boxes to tick: grounds of 3 to 1, and clear ticks."""
    seen = QPalette(palette)
    seen.setColor(_Role.Base, QColor(_BOX))
    seen.setColor(_Role.Text, QColor(_TICK))
    return seen
