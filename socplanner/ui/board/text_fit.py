"""Breaks names into lines that look deliberate, and yields the styles of card that fit all names.

Terms: a *piece* of a name is what stands between two places where Unicode allows a break. A *text*
size is in pixels. A *style* is a size of text and a number of lines (`lane_boxes.CardStyle`).

Rules:
- The width of a line is the sum of the widths of its pieces; spaces at its end do not count.
- A name takes as few lines as a greedy break does. Of all breaks into that number, the one with
  the most even lines at the best places is used (`break_costs`, `line_breaks`).
- A piece wider than a line is cut between letters; nothing else is.
- A style fits if every name does, in its number of lines with no piece cut. Long names do not
  count: their own cards are taller (`extra_height`).
- Larger text comes first among the styles, down to two thirds of the font's own size, at least 8.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF

from socplanner.ui.board.break_costs import break_costs
from socplanner.ui.board.japanese_phrases import katakana_words
from socplanner.ui.board.lane_boxes import GAP, CardStyle
from socplanner.ui.board.line_breaks import (
    Piece,
    Sizes,
    fitting_width,
    letters_of,
    line_count,
    most_even_lines,
    pieces_of,
)

PAD = 4
"""Pixels between the border or the rail of a card and its text, at the sides."""

RAIL = 4
"""Pixels of the rail at the left side of a card."""

SIDES = RAIL + 2 * PAD + 2
"""Pixels of a card's width that its name cannot use."""

FOOT = 3
"""Pixels under the last line of a name."""

_LONG = 26
"""Names wider than so many of their letters' heights make their own card taller, not every card."""

_SMALLEST = 8
_LINES = (2, 3, 1, 4)
_WIDEST = 420
_LIKENESS = 0.95
_STRIP_LETTERS = 9


def line_height(text: int) -> int:
    """Return the height of a line in letters of `text` pixels: enough for kanji and descenders."""
    return -(-text * 6 // 5)


def strip_height(text: int) -> int:
    """Return the height of the strip of code and badges above a name of `text` pixels."""
    return text + 4


def card_height(text: int, lines: int) -> int:
    """Return the height of a card whose name has `lines`."""
    return strip_height(text) + lines * line_height(text) + FOOT


class TextFit:
    """Measures and breaks text in the sizes of one font; keeps what it has measured."""

    def __init__(self, font: QFont, names: Iterable[str]) -> None:
        """Begin with `font`, in the size that a planner reads best, and the names of all roles."""
        self._font = QFont(font)
        pixels = font.pixelSize()
        if pixels <= 0:
            pixels = round(QFontMetricsF(font).height() / 1.17)
        self.base = max(pixels, _SMALLEST)
        self._names = frozenset(names)
        usual = {name for name in self._names if not self.is_long(name)}
        self._usual = sorted(usual, key=len, reverse=True)
        self._styles: dict[tuple[int, int], CardStyle | None] = {}
        self._fonts: dict[int, QFont] = {}
        self._metrics: dict[int, QFontMetricsF] = {}
        self._widths: dict[tuple[int, str], float] = {}
        self._pieces: dict[str, tuple[str, ...]] = {}
        self._break_costs: dict[str, tuple[float, ...]] = {}
        self._sizes: dict[tuple[int, str], Sizes] = {}
        self._broken: dict[tuple[int, int, str], tuple[str, ...]] = {}

    def font(self, text: int, *, is_bold: bool = False) -> QFont:
        """Return the font in letters of `text` pixels."""
        size = -text if is_bold else text
        font = self._fonts.get(size)
        if font is None:
            font = self._fonts[size] = QFont(self._font)
            font.setPixelSize(text)
            font.setBold(is_bold)
        return font

    def width(self, text: int, words: str, *, is_bold: bool = False) -> float:
        """Return how wide `words` are."""
        size = -text if is_bold else text
        key = (size, words)
        cached = self._widths.get(key)
        if cached is None:
            cached = self._widths[key] = self._metrics_of(size).horizontalAdvance(words)
        return cached

    def baseline(self, text: int, *, is_bold: bool = False) -> float:
        """Return how far the baseline lies below the middle of a text."""
        metrics = self._metrics_of(-text if is_bold else text)
        return (metrics.ascent() - metrics.descent()) / 2

    @staticmethod
    def is_long(name: str) -> bool:
        """Return whether `name` is too long to decide the size of every card."""
        if len(name) <= _LONG:
            return False
        wide = sum(1 if unicodedata.east_asian_width(char) in "WF" else 0.62 for char in name)
        return wide > _LONG

    def styles(self, share: float) -> Iterator[CardStyle]:
        """Yield the styles that fit every name but the long ones, the best first.

        Styles that need more than `share` square pixels a card, gaps included, are left out
        unmeasured. The last style is the one to scroll with.
        """
        smallest = max(_SMALLEST, self.base * 2 // 3)
        for text in range(self.base + 3, smallest - 1, -1):
            for lines in _LINES:
                if self._may_fit(text, lines, share):
                    style = self._style(text, lines)
                    if style is not None:
                        yield style
        yield self._style(self.base, 3) or self._style(self.base, 4) or self._widest()

    def broken(self, name: str, text: int, width: int) -> tuple[str, ...]:
        """Return the lines of `name`, none wider than `width` unless one letter is."""
        key = (text, width, name)
        cached = self._broken.get(key)
        if cached is None:
            parts = self._fitting_parts(name, text, width)
            cached = self._broken[key] = tuple(most_even_lines(parts, width)) if parts else ("",)
        return cached

    def extra_height(self, name: str, card_width: int, style: CardStyle) -> int:
        """Return how many pixels taller than `style` a card of that width is for `name`."""
        needed = len(self.broken(name, style.text, card_width - SIDES))
        return max(needed - style.lines, 0) * line_height(style.text)

    def _metrics_of(self, size: int) -> QFontMetricsF:
        """Return the metrics of a size; a negative one is bold."""
        metrics = self._metrics.get(size)
        if metrics is None:
            font = self.font(abs(size), is_bold=size < 0)
            metrics = self._metrics[size] = QFontMetricsF(font)
        return metrics

    def _may_fit(self, text: int, lines: int, share: float) -> bool:
        """Return whether a card may be small enough; text sizes are nearly proportional."""
        choices = self._style(self.base, lines)
        if choices is None:
            return True
        width = choices.least_width * text / self.base * _LIKENESS
        return (width + GAP) * (card_height(text, lines) + GAP) <= share

    def _style(self, text: int, lines: int) -> CardStyle | None:
        key = (text, lines)
        if key not in self._styles:
            self._styles[key] = None
            width = self._least_width(text, lines)
            if width is not None:
                least = max(width + SIDES, _STRIP_LETTERS * text)
                self._styles[key] = CardStyle(text, lines, least, card_height(text, lines))
        return self._styles[key]

    def _widest(self) -> CardStyle:
        return CardStyle(self.base, 4, _WIDEST, card_height(self.base, 4))

    def _least_width(self, text: int, lines: int) -> int | None:
        """Return the least width at which all names fit in `lines` with no word broken."""
        measured = [self._measured(name, text) for name in self._usual]
        widest = max((size[1] for sizes in measured for size in sizes), default=1)
        least = min(1 + int(widest), _WIDEST)
        # The longest names come first, so few of the others are tried at more than one width.
        for sizes in measured:
            if line_count(sizes, least) > lines:
                least = fitting_width(sizes, lines, least, _WIDEST)
        return least if least <= _WIDEST else None

    def _measured(self, name: str, text: int) -> Sizes:
        """Return for each piece of `name` how wide it is within a line, and at its end."""
        key = (text, name)
        cached = self._sizes.get(key)
        if cached is None:
            pieces = self._pieces.get(name)
            if pieces is None:
                pieces = self._pieces[name] = pieces_of(name)
            cached = self._sizes[key] = tuple(self._size(piece, text) for piece in pieces)
        return cached

    def _size(self, piece: str, text: int) -> tuple[float, float]:
        bare = piece.rstrip(" ")
        wide = self.width(text, bare)
        spaces = len(piece) - len(bare)
        return (wide + spaces * self.width(text, " ") if spaces else wide), wide

    def _fitting_parts(self, name: str, text: int, width: int) -> list[Piece]:
        """Return the parts of `name`, those wider than a line cut between letters."""
        parts: list[Piece] = []
        sizes = self._measured(name, text)
        pieces = self._pieces[name]
        for piece, size, cost in zip(pieces, sizes, self._costs_of(name), strict=True):
            if size[1] <= width:
                parts.append(Piece(piece, *size, cost))
                continue
            letters = letters_of(piece)
            widths = [self.width(text, letter) for letter in letters]
            parts += [Piece(*each, each[1], 1.0) for each in zip(letters, widths, strict=True)]
        return parts

    def _costs_of(self, name: str) -> tuple[float, ...]:
        """Return the cost of a break after each piece of `name`, which has been measured."""
        costs = self._break_costs.get(name)
        if costs is None:
            costs = break_costs(self._pieces[name], self._words)
            self._break_costs[name] = costs
        return costs

    @cached_property
    def _words(self) -> frozenset[str]:
        return katakana_words(self._names)
