"""How much room a text takes, estimated: a full-width character counts as two.

A workbook is laid out where no font is at hand, so widths are in the unit of Excel's columns, about
one digit, and rather too wide than too narrow.
"""

import math
import unicodedata

LINE_HEIGHT = 14.5
"""Points from one line of body text to the next."""


def width(text: str) -> int:
    """Return the width of the widest line of `text`."""
    return max((_width_of_line(line) for line in text.splitlines()), default=0)


def lines(text: str, room: float) -> int:
    """Return how many lines `text` needs in a column `room` wide, at least one."""
    needed = sum(max(1, math.ceil(_width_of_line(each) / room)) for each in text.splitlines())
    return max(1, needed)


def shortened(text: str, most: int) -> str:
    """Return `text`, cut with an ellipsis where it has more than `most` characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _width_of_line(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line)
