"""How much room a text takes, estimated: a full-width character counts as two.

A workbook is laid out where no font is at hand, so widths are in the unit of Excel's columns, about
one digit, and rather too wide than too narrow.
"""

import math
import unicodedata
from itertools import accumulate, takewhile

LINE_HEIGHT = 14.5
"""Points from one line of body text to the next."""

_NARROW = 0.92


def width(text: str) -> float:
    """Return the width of the widest line of `text`."""
    return max((_width_of_line(line) for line in text.splitlines()), default=0)


def lines(text: str, room: float) -> int:
    """Return how many lines `text` needs in a column `room` wide, at least one."""
    needed = (math.ceil(_width_of_line(each) / room) for each in text.splitlines())
    return max(1, sum(max(1, each) for each in needed))


def shortened(text: str, most: float) -> str:
    """Return `text`, cut with an ellipsis where it is wider than `most`."""
    if _width_of_line(text) <= most:
        return text
    reached = accumulate(_width_of_line(char) for char in text)
    kept = sum(1 for taken in takewhile(lambda taken: taken <= most - 2, reached))
    return f"{text[:kept]}…"


def _width_of_line(line: str) -> float:
    if line.isascii():
        return len(line) * _NARROW
    wide = sum(unicodedata.east_asian_width(char) in "WFA" for char in line)
    return wide * 2 + (len(line) - wide) * _NARROW
