"""Where the lines of a text break, from the widths of its pieces and the costs of breaks.

Of all breaks into the least number of lines, the one with the least sum of costs is used: for each
line the square of its empty share, and the cost of the break at its end.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QTextBoundaryFinder

_BAD_BREAK = 0.4


class Piece(NamedTuple):
    """A piece of a name that never breaks: its width within a line and at its end, in pixels.

    `break_cost` is the cost of a break after it.
    """

    text: str
    width: float
    bare: float
    break_cost: float


Sizes = tuple[tuple[float, float], ...]


def pieces_of(name: str) -> tuple[str, ...]:
    """Return the pieces of `name` between which a line may break; one for an empty name."""
    return tuple(_cut(name, QTextBoundaryFinder.BoundaryType.Line)) or ("",)


def letters_of(piece: str) -> tuple[str, ...]:
    """Return the letters of `piece` as a reader counts them."""
    return tuple(_cut(piece, QTextBoundaryFinder.BoundaryType.Grapheme))


def _cut(text: str, kind: QTextBoundaryFinder.BoundaryType) -> Iterator[str]:
    """Yield the pieces of `text` between boundaries; Qt counts in UTF-16."""
    finder = QTextBoundaryFinder(kind, text)
    coded = text.encode("utf-16-le")
    start = 0
    while (end := finder.toNextBoundary()) > start:
        yield coded[2 * start : 2 * end].decode("utf-16-le")
        start = end


def fitting_width(sizes: Sizes, lines: int, least: int, widest: int) -> int:
    """Return the least width from `least` on at which a name fits in `lines`, or one too wide."""
    widths = range(least, widest + 1)
    return least + bisect_left(widths, True, key=lambda width: line_count(sizes, width) <= lines)


def line_count(sizes: Iterable[tuple[float, float]], width: float) -> int:
    """Return how many lines a greedy break makes; no other makes fewer."""
    count, filled = 1, 0.0
    for wide, bare in sizes:
        if filled + bare > width and filled:
            count, filled = count + 1, 0.0
        filled += wide
    return count


def most_even_lines(parts: list[Piece], width: float) -> list[str]:
    """Return the lines that look best, in the least number of them."""
    count = line_count([(part.width, part.bare) for part in parts], width)
    if count == 1:
        return ["".join(part.text for part in parts).rstrip()]
    total = len(parts)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for line in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[line].items():
            for end, price in _lines_from(parts, start, width):
                reached_before = reached.get(end)
                if reached_before is None or cost + price < reached_before[0]:
                    reached[end] = (cost + price, start)
        best.append(reached)
    lines: list[str] = []
    end = total
    for line in range(count, 0, -1):
        start = best[line][end][1]
        lines.append("".join(part.text for part in parts[start:end]).rstrip())
        end = start
    return lines[::-1]


def _lines_from(parts: list[Piece], start: int, width: float) -> Iterator[tuple[int, float]]:
    """Yield where a line begun at `start` may end, and what that costs."""
    filled = 0.0
    for end in range(start, len(parts)):
        part = parts[end]
        if filled + part.bare > width and end > start:
            return
        slack = max(width - filled - part.bare, 0.0) / width
        is_last = end == len(parts) - 1
        yield end + 1, slack * slack + (0.0 if is_last else _BAD_BREAK * part.break_cost)
        filled += part.width
