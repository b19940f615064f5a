"""The sizes of text, as ratios of the system's font, so that larger text of the system works.

| Name | Ratio | Weight | Used for |
|---|---|---|---|
| `number` | 22/13 | bold | a figure that stands alone |
| `title` | 15/13 | bold | the question of a dialog, the role in the inspector |
| `heading` | 1 | bold | the title of a panel or a lane |
| `body` | 1 | normal | everything else |
| `dense` | 12/13 | normal | tables, fields of bars |
| `caption` | 11/13 | normal | texts under icons, quiet remarks |
| `badge` | 10/13 | bold | chips and counts; the least |
"""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo

_BODY = 13
"""Pixels of the text that the sizes of icons are made for."""


class Step(NamedTuple):
    """A size of text: its ratio to the system's font, and whether it is heavier."""

    ratio: float
    is_heavy: bool


SCALE = {
    "number": Step(22 / 13, True),
    "title": Step(15 / 13, True),
    "heading": Step(1, True),
    "body": Step(1, False),
    "dense": Step(12 / 13, False),
    "caption": Step(11 / 13, False),
    "badge": Step(10 / 13, True),
}


def scaled(font: QFont, name: str) -> QFont:
    """Return the system's `font` in the size `name` of the scale; raise KeyError for no size."""
    step = SCALE[name]
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(round(font.pixelSize() * step.ratio), 1))
    else:
        result.setPointSizeF(font.pointSizeF() * step.ratio)
    result.setBold(step.is_heavy)
    return result


def scaled_pixels(font: QFont, pixels: int) -> int:
    """Return a length that is `pixels` beside text of the usual size: more with larger text."""
    return max(pixels, round(pixels * QFontInfo(font).pixelSize() / _BODY))
