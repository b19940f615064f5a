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


def widest_word_in(name: str, metrics: QFontMetrics, lines: int) -> int:
    """Return the width of the longest part of `name` that cannot be broken over `lines`.

    Japanese breaks between any two characters; the lines that there are make it wide enough.
    """
    words = name.replace("-", "- ").split()
    if name.isascii():
        return max((metrics.horizontalAdvance(word) for word in words), default=0)
    return -(-metrics.horizontalAdvance(name) // lines) + metrics.averageCharWidth() * 2


def _cap(needed: Sequence[int], space: int, least: int) -> int:
    """Return the width at which the widest columns stop, so that all fit into `space`."""
    cap = max(needed, default=least)
    while cap > least and sum(min(width, cap) for width in needed) > space:
        cap -= 1
    return cap
