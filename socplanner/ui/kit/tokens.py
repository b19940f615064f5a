"""The colours of the program, once: each by its purpose, for light and for dark grounds.

`CONTRAST` has the colours that are others in high contrast: one ground, ink instead of quiet text,
ink instead of lines, no tints.

Rules:
- One colour has one meaning: fill and rail of a card are its sourcing, the chip of its code is its
  function, red to blue are letters, and the accent is what the planner selects, drops or presses.
- A colour is never the only sign: a shape, a letter or a word goes with it.
- `tests/ui/kit/test_tokens.py` holds the contrast of every pair that meets on screen, and how far
  apart colours stay for colour-blind eyes.
"""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Shades(NamedTuple):
    """A colour on light and on dark grounds."""

    light: str
    dark: str


TOKENS: Mapping[str, Shades] = {
    # grounds, from the back to the front
    "ground": Shades("#E9EBEF", "#131518"),
    "window": Shades("#F3F4F6", "#1A1C20"),
    "surface": Shades("#FFFFFF", "#22252A"),
    "raised": Shades("#FFFFFF", "#2B2F35"),
    "band": Shades("#F7F8FA", "#272A30"),
    "hover": Shades("#ECEEF2", "#2E3238"),
    "pressed": Shades("#DFE3E9", "#383D45"),
    # lines: quiet, stronger, and the edge of a control
    "line": Shades("#DDE0E6", "#363A42"),
    "line-2": Shades("#C2C7D0", "#4A505A"),
    "edge": Shades("#858C98", "#767E8A"),
    # ink, from the first to what is disabled
    "text": Shades("#1A1D23", "#E7E9ED"),
    "text-2": Shades("#4F5662", "#B1B8C3"),
    "text-3": Shades("#666E7B", "#959DA9"),
    "off": Shades("#9AA1AC", "#6B727D"),
    # what the planner selects, drops or presses
    "accent": Shades("#2A5BD7", "#3B69DD"),
    "on-accent": Shades("#FFFFFF", "#FFFFFF"),
    "accent-ink": Shades("#2450C4", "#8FB0FF"),
    "accent-tint": Shades("#E6EDFD", "#222F4F"),
    # sourcing: rail, ink, ground, line
    "in": Shades("#0B6A78", "#3DB4BE"),
    "in-ink": Shades("#0A5F6B", "#6CD0D7"),
    "in-tint": Shades("#EDF7F7", "#1B3033"),
    "in-line": Shades("#B4D9DB", "#2F5357"),
    "out": Shades("#CA7418", "#D88A3A"),
    "out-ink": Shades("#8C4E08", "#F1B673"),
    "out-tint": Shades("#FDF4E8", "#34291C"),
    "out-line": Shades("#EACDA4", "#5D4830"),
    "both": Shades("#7A57BE", "#9C7FDB"),
    "both-ink": Shades("#65449F", "#C3AEF2"),
    "both-tint": Shades("#F4F0FB", "#2B2640"),
    "both-line": Shades("#D3C4EC", "#4C4270"),
    "none": Shades("#8E959F", "#6E7681"),
    "none-ink": Shades("#565D69", "#A6AEB9"),
    "none-tint": Shades("#F3F4F6", "#202328"),
    "none-line": Shades("#B9BFC9", "#4A505A"),
    # letters: ground and ink; weight falls from A to I
    "letter-a": Shades("#A3322B", "#C2493D"),
    "letter-a-ink": Shades("#FFFFFF", "#FFFFFF"),
    "letter-r": Shades("#C9DBFB", "#29498C"),
    "letter-r-ink": Shades("#173B8C", "#DCE8FF"),
    "letter-c": Shades("#FBEFCB", "#4A3D17"),
    "letter-c-ink": Shades("#6B4D00", "#F4DA94"),
    "letter-i": Shades("#EBEDF1", "#33373F"),
    "letter-i-ink": Shades("#4F5662", "#B1B8C3"),
    # ink and ground of each severity
    "error": Shades("#99121C", "#FF8C85"),
    "error-tint": Shades("#FCEBEA", "#43211F"),
    "warning": Shades("#946200", "#F3C25C"),
    "warning-tint": Shades("#FCF2DC", "#3B2F16"),
    "info": Shades("#44607F", "#9DB9DA"),
    "info-tint": Shades("#ECF1F7", "#232D38"),
    "ok": Shades("#23734A", "#6CCB97"),
    "ok-tint": Shades("#E7F4EC", "#1C3327"),
    # functions, by their letter
    "function-A": Shades("#4A57B5", "#A9B4F5"),
    "function-B": Shades("#0A7380", "#62CBD6"),
    "function-C": Shades("#7440B2", "#C6A4F2"),
    "function-D": Shades("#B5382B", "#F59A8E"),
    "function-E": Shades("#2A7445", "#7ECB9A"),
    "function-F": Shades("#84600A", "#E0BA62"),
    "function-G": Shades("#416585", "#9ABBDB"),
    "function-H": Shades("#9C2F6B", "#F094C6"),
    "function-I": Shades("#53701F", "#B4CE72"),
}

_INK, _PAPER = Shades("#000000", "#FFFFFF"), Shades("#FFFFFF", "#000000")

CONTRAST: Mapping[str, Shades] = {
    **dict.fromkeys(("ground", "window", "surface", "raised", "band"), _PAPER),
    **dict.fromkeys(("line", "line-2", "edge", "text", "text-2", "text-3"), _INK),
    **{f"{name}-tint": _PAPER for name in ("in", "out", "both", "none")},
    **{f"{name}-tint": _PAPER for name in ("error", "warning", "info", "ok")},
    **{f"{name}-line": _INK for name in ("in", "out", "both", "none")},
    "hover": Shades("#E3E3E3", "#2B2B2B"),
    "pressed": Shades("#C9C9C9", "#474747"),
    "off": Shades("#595959", "#A6A6A6"),
    "accent": Shades("#0A39A6", "#B9CCFF"),
    "on-accent": _PAPER,
    "accent-ink": Shades("#0A39A6", "#B9CCFF"),
    "accent-tint": Shades("#DCE6FF", "#16254A"),
    "in": Shades("#08525D", "#6CD0D7"),
    "in-ink": Shades("#08525D", "#6CD0D7"),
    "out": Shades("#7E4505", "#F1B673"),
    "out-ink": Shades("#7E4505", "#F1B673"),
    "both": Shades("#57368F", "#C9B7F5"),
    "both-ink": Shades("#57368F", "#C9B7F5"),
    "none": Shades("#4A515C", "#B9C0CA"),
    "none-ink": Shades("#4A515C", "#B9C0CA"),
    "letter-a": Shades("#9A2A24", "#FF9E94"),
    "letter-a-ink": _PAPER,
    "letter-r": Shades("#C9DBFB", "#1E3C7C"),
    "letter-r-ink": Shades("#0F2A69", "#FFFFFF"),
    "letter-c": Shades("#FBEFCB", "#4A3D17"),
    "letter-c-ink": Shades("#573E00", "#FFE9B0"),
    "letter-i": Shades("#EBEDF1", "#33373F"),
    "letter-i-ink": Shades("#383E48", "#E3E6EB"),
    "warning": Shades("#6B4700", "#F3C25C"),
    "info": Shades("#2F4760", "#B4CBE8"),
    "error": Shades("#8F0F19", "#FF9C96"),
    "ok": Shades("#175634", "#7FD9A8"),
    "function-A": Shades("#37439C", "#B6BFF8"),
    "function-B": Shades("#065862", "#6ED4DF"),
    "function-C": Shades("#652F9F", "#D2B6F7"),
    "function-D": Shades("#962A1F", "#FBAAA0"),
    "function-E": Shades("#1B5A33", "#8AD6A5"),
    "function-F": Shades("#674A05", "#E8CA74"),
    "function-G": Shades("#31506C", "#A9C9EA"),
    "function-H": Shades("#842458", "#F6A9D1"),
    "function-I": Shades("#3F5616", "#C0DA7F"),
}


MARKS = ("#666E7B", "#959DA9", "#010101", "#FEFEFE")
"""The shadow of each palette, by which it is known: light, dark, and both in high contrast.

No control of the program shows it, and a widget that has other grounds keeps it.
"""

_NUMBERS = {QColor(mark).rgb(): number for number, mark in enumerate(MARKS)}
_COLUMNS = {name: (*shades, *CONTRAST.get(name, shades)) for name, shades in TOKENS.items()}


def is_dark(palette: QPalette) -> bool:
    """Return whether `palette` writes light on dark."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()


def is_contrasty(palette: QPalette) -> bool:
    """Return whether `palette` is one of high contrast."""
    return _number(palette) > 1


def token(name: str, palette: QPalette) -> QColor:
    """Return the colour `name` for the grounds of `palette`; raise KeyError for an unknown one."""
    return QColor(_COLUMNS[name][_number(palette)])


def _number(palette: QPalette) -> int:
    """Return which of the four palettes `palette` is; any other is light or dark."""
    number = _NUMBERS.get(palette.color(QPalette.ColorRole.Shadow).rgb())
    return int(is_dark(palette)) if number is None else number
