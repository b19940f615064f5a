"""Estimated widths and lines of texts; a full-width character counts as two.

A workbook is laid out without fonts, so widths are in the unit of Excel's columns, about one digit,
and rather too wide than too narrow.
"""

import math
import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, takewhile

LINE_HEIGHT = 14.5
"""Points from one line of body text to the next."""

_NARROW = 0.92
_PIECES = re.compile(r"[!-\u10ff]+[ \t]*|[ \t]+|.", re.DOTALL)
"""Words with the spaces after them; each full-width character, as lines break between them."""


def width(text: str) -> float:
    """Return the width of the widest line of `text`, 0 for an empty one."""
    return max((_width_of_line(line) for line in text.splitlines()), default=0)


def lines(text: str, available: float) -> int:
    """Return the number of lines of `text` in a column `available` wide, at least one."""
    return max(1, sum(_lines_of(each, available) for each in text.splitlines()))


def longest_word_width(text: str) -> float:
    """Return the width of the longest word, which a line break must not divide."""
    return max((_width_of_line(each.rstrip()) for each in _PIECES.findall(text)), default=0)


def shortened(text: str, most: float) -> str:
    """Return `text`, cut with an ellipsis if it is wider than `most`."""
    if _width_of_line(text) <= most:
        return text
    reached = accumulate(_width_of_line(char) for char in text)
    kept = sum(1 for reach in takewhile(lambda reach: reach <= most - 2, reached))
    return f"{text[:kept]}…"


@lru_cache(maxsize=2048)
def _lines_of(line: str, available: float) -> int:
    """Return the number of lines of one paragraph, filled word by word as spreadsheets do."""
    if _width_of_line(line) <= available:
        return 1
    count, used = 1, 0.0
    for piece in _PIECES.findall(line):
        needed = _width_of_line(piece.rstrip())
        if used and used + needed > available:
            count, used = count + 1, 0.0
        broken = max(0, math.ceil(needed / available) - 1)
        count += broken
        used += _width_of_line(piece) - broken * available
    return count


def _width_of_line(line: str) -> float:
    if line.isascii():
        return len(line) * _NARROW
    wide = sum(unicodedata.east_asian_width(char) in "WFA" for char in line)
    return wide * 2 + (len(line) - wide) * _NARROW
