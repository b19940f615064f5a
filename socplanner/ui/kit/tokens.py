"""The colours of the program, once: each by its purpose, for light and for dark grounds.

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


def is_dark(palette: QPalette) -> bool:
    """Return whether `palette` writes light on dark."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()


def token(name: str, palette: QPalette) -> QColor:
    """Return the colour `name` for the grounds of `palette`; raise KeyError for an unknown one."""
    return QColor(TOKENS[name][is_dark(palette)])
