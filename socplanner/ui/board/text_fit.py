"""Breaks names into lines that look deliberate, and yields the styles of card that fit all names.

Terms: a *piece* of a name is what stands between two places where Unicode allows a break. A *text*
size is in pixels. A *style* is a size of text and a number of lines (`lane_boxes.CardStyle`).

Rules:
- The width of a line is the sum of the widths of its pieces; spaces at its end do not count.
- A name takes as few lines as a greedy break does. Of all breaks into that number, the one with
  the most even lines at the best places is used (`break_costs`, `line_breaks`).
- A piece wider than a line is cut between letters; nothing else is.
- A style fits if every name does, in its number of lines with no piece cut; a name may be written
  two pixels smaller for that. Long names do not count: their own cards are taller (`extra_height`).
  In the smallest letters, one name of forty does not count either.
- Large cards come first among the styles, then medium ones, then small ones: with larger text
  first, down to 8 pixels, of fonts above 16 pixels to three fifths of their size. Names break into
  three lines and four only in the smallest letters.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF

from socplanner.ui.board.break_costs import break_costs
from socplanner.ui.board.japanese_phrases import katakana_words
from socplanner.ui.board.lane_boxes import GAP, CardForm, CardStyle
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

_NAMES_PER_OUTLIER = 40
"""In the smallest letters, one name of so many may make its own card taller, not all wider."""

_MANY = 200
"""Boards of more names scroll anyway; none of them is an outlier."""

_NEARLY = 0.8
"""An outlier is about as long as the longest name, by this part at least."""

_SMALLEST = 8
_USUAL_FONT = 16
"""Of a larger font, letters go down to three fifths: its user needs large ones."""

_STEPS_DOWN = 2
"""A name that is too wide is written smaller by so many pixels, before every card is."""

_NOMINAL = 13
"""Pixels of the font for which the sizes of cards are designed; others are in proportion."""

_FORMS = (
    (CardForm.LARGE, 290, 112, 15),
    (CardForm.LARGE, 220, 102, 13),
    (CardForm.MEDIUM, 160, 70, 13),
)
"""Form, least width, height and size of the text of the larger cards; large ones have two sizes."""

_SMALL_WIDTH, _SMALL_TEXT = 139, 12
_FOOTS = (3, 1)
"""Pixels under the last line of a name of a small card: as many as look best, and fewer."""

_NARROW_LINES = (3, 4)
"""Lines of names in the smallest letters, where cards of two lines would be too wide."""

_WIDEST = 420
_STRIP_LETTERS = 9


def line_height(text: int) -> int:
    """Return the height of a line in letters of `text` pixels: enough for kanji and descenders."""
    return round(text * 7 / 6)


def strip_height(text: int) -> int:
    """Return the height of the strip of code and badges above a name of `text` pixels."""
    return text + 4


def chip_height(text: int) -> int:
    """Return the height of the chip of a party on a card with a name of `text` pixels."""
    return strip_height(text) - 3


def card_height(text: int, lines: int, form: CardForm = CardForm.SMALL) -> int:
    """Return the height of a card whose name has `lines`."""
    high = strip_height(text) + lines * line_height(text) + FOOT
    if form is not CardForm.SMALL:
        high += chip_height(text) + FOOT
    return high + (line_height(text - 2) if form is CardForm.LARGE else 0)


def _estimate(name: str) -> float:
    """Return how wide `name` is in heights of its letters, unmeasured."""
    return sum(1 if unicodedata.east_asian_width(char) in "WF" else 0.62 for char in name)


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
        self._outliers = len(usual) // _NAMES_PER_OUTLIER if len(usual) <= _MANY else 0
        widest = max(map(_estimate, usual), default=0.0)
        self._suspects = (
            frozenset(name for name in usual if _estimate(name) >= _NEARLY * widest)
            if self._outliers
            else frozenset()
        )
        self._scale = self.base / _NOMINAL
        self._smallest = _SMALLEST if self.base <= _USUAL_FONT else self.base * 3 // 5
        self._styles: dict[CardStyle, CardStyle | None] = {}
        self._name_sizes: dict[tuple[str, int, int, int], int] = {}
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
        return len(name) > _LONG and _estimate(name) > _LONG

    def may_be_taller(self, name: str) -> bool:
        """Return whether the card of `name` may be taller than its style."""
        return self.is_long(name) or name in self._suspects

    def styles(self, share: float, form: CardForm | None = None) -> Iterator[CardStyle]:
        """Yield the styles that fit every name but the long ones, the best first.

        Styles that need more than `share` square pixels a card, gaps included, are left out
        unmeasured, and all of another form than the `form` chosen. The last style is the one to
        scroll with.
        """
        nominal = [each for each in self._nominal_styles() if form in (None, each.form)]
        for style in nominal:
            if (style.least_width + GAP) * (style.height + GAP) <= share:
                measured = self._measured_style(style)
                if measured is not None:
                    yield measured
        if form is None:
            for lines in _NARROW_LINES:
                narrow = CardStyle(self._smallest, lines, 1, card_height(self._smallest, lines))
                measured = self._measured_style(narrow)
                if measured is not None:
                    yield measured
        usual = self._small_style(_FOOTS[0], 0)
        scrolled = usual if form in (None, CardForm.SMALL) else nominal[-1]
        yield self._measured_style(scrolled) or self._widest()

    def name_size(self, name: str, style: CardStyle, card_width: int) -> int:
        """Return the size of `name` on a card: that of the style, or less where it fits only then.

        A name too wide in any size has that of the style, and its card is taller.
        """
        key = (name, style.text, style.lines, card_width)
        cached = self._name_sizes.get(key)
        if cached is None:
            width = card_width - SIDES
            sizes = range(style.text, self._least_text(style.text) - 1, -1)
            fitting = (size for size in sizes if self._fits(name, size, style.lines, width))
            cached = self._name_sizes[key] = next(fitting, style.text)
        return cached

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
        size = self.name_size(name, style, card_width)
        needed = len(self.broken(name, size, card_width - SIDES))
        return max(needed - style.lines, 0) * line_height(size)

    def _metrics_of(self, size: int) -> QFontMetricsF:
        """Return the metrics of a size; a negative one is bold."""
        metrics = self._metrics.get(size)
        if metrics is None:
            font = self.font(abs(size), is_bold=size < 0)
            metrics = self._metrics[size] = QFontMetricsF(font)
        return metrics

    def _nominal_styles(self) -> Iterator[CardStyle]:
        """Yield the styles with the width that letters of their size usually need."""
        for form, width, height, text in _FORMS:
            size = round(text * self._scale)
            high = max(round(height * self._scale), card_height(size, 2, form))
            yield CardStyle(size, 2, round(width * self._scale), high, form)
        for smaller in range(round(_SMALL_TEXT * self._scale) - self._smallest + 1):
            for foot in _FOOTS:
                yield self._small_style(foot, smaller)

    def _small_style(self, foot: int, smaller: int) -> CardStyle:
        text = max(round(_SMALL_TEXT * self._scale) - smaller, self._smallest)
        high = card_height(text, 2) - FOOT + foot
        return CardStyle(text, 2, round(_SMALL_WIDTH * text / _SMALL_TEXT), high)

    def _measured_style(self, style: CardStyle) -> CardStyle | None:
        """Return `style` as wide as its names need in the least of their sizes."""
        if style not in self._styles:
            text = self._least_text(style.text)
            width = self._least_width(text, style.lines, self._usual)
            if text == self._smallest and width is not None:
                width = self._width_without_outliers(text, style.lines, width)
            if width is None:
                self._styles[style] = None
            else:
                least = max(width + SIDES, style.least_width, _STRIP_LETTERS * style.text)
                self._styles[style] = style._replace(least_width=least)
        return self._styles[style]

    def _least_text(self, text: int) -> int:
        return max(text - _STEPS_DOWN, min(self._smallest, text))

    def _fits(self, name: str, size: int, lines: int, width: int) -> bool:
        """Return whether `name` fits in `lines` with no piece cut."""
        sizes = self._measured(name, size)
        return max(bare for _, bare in sizes) <= width and line_count(sizes, width) <= lines

    def _widest(self) -> CardStyle:
        return CardStyle(self.base, 4, _WIDEST, card_height(self.base, 4))

    def _width_without_outliers(self, text: int, lines: int, width: int) -> int:
        """Return `width`, or less where only a few names need it: their cards are taller."""
        names = self._usual
        for _ in range(self._outliers):
            widest = [name for name in names if not self._fits(name, text, lines, width - 1)]
            if len(widest) > 1 or not self._suspects.issuperset(widest):
                break
            names = [name for name in names if name not in widest]
            width = self._least_width(text, lines, names) or width
        return width

    def _least_width(self, text: int, lines: int, names: Sequence[str]) -> int | None:
        """Return the least width at which all `names` fit in `lines` with no word broken."""
        measured = [self._measured(name, text) for name in names]
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
