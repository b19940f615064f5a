"""How wide the columns of the matrix are unless the planner has set them by hand."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

_WIDER = 1.3
"""How many times wider than needed a column may become where there is space."""


def shared_widths(needed: Sequence[int], space: int, least: int) -> list[int]:
    """Return widths for columns that `needed` so much: all of `space` is theirs to share."""
    total = sum(needed)
    if total and space > total:
        share = min(_WIDER, space / total)
        return [int(width * share) for width in needed]
    cap = _cap(needed, space, least)
    return [min(width, cap) for width in needed]


def width_for_lines(name: str, metrics: QFontMetrics, lines: int) -> int:
    """Return the least width at which `name` needs no more than `lines`.

    Japanese breaks between any two characters.
    """
    if not name.isascii():
        return -(-metrics.horizontalAdvance(name) // lines) + metrics.averageCharWidth() * 2
    words = name.replace("-", "- ").split()
    widths = [metrics.horizontalAdvance(f"{word} ") for word in words]
    sums = {sum(widths[first:last]) for last in range(len(widths) + 1) for first in range(last)}
    return min((each for each in sums if _lines_needed(widths, each) <= lines), default=0)


def _lines_needed(widths: Sequence[int], space: int) -> int:
    """Return how many lines of `space` words of these widths take; many where one is wider."""
    if max(widths, default=0) > space:
        return len(widths) + 1
    lines, left = 0, 0
    for width in widths:
        if width > left:
            lines, left = lines + 1, space
        left -= width
    return lines


def _cap(needed: Sequence[int], space: int, least: int) -> int:
    """Return the width at which the widest columns stop, so that all fit into `space`."""
    cap = max(needed, default=least)
    while cap > least and sum(min(width, cap) for width in needed) > space:
        cap -= 1
    return cap
