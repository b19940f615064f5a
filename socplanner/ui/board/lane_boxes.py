"""The arranged board as values: lanes and cards as rectangles, and what is at a point.

Terms: a lane's *box* is its rectangle, its *header* the line of text at the top of it. Cards stand
below the header in a grid, from left to right and then down; a card's *position* counts them from
0. A *line* is one row of that grid. Everything is in whole pixels of the board, scrolled or not.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lanes import LaneId

GAP = 3
"""Pixels between cards."""


class CardForm(Enum):
    """What a card shows beside code, name, parties and marks."""

    SMALL = "small"
    """Nothing else; the parties stand beside the code."""

    MEDIUM = "medium"
    """The sign of the sourcing; the parties stand below the name."""

    LARGE = "large"
    """The sourcing in words, coverage and maturity."""


class CardStyle(NamedTuple):
    """How every card is written, and the least space that needs, in pixels.

    `text` is the size of a name that fits its `lines`; others are written smaller.
    """

    text: int
    lines: int
    least_width: int
    height: int
    form: CardForm = CardForm.SMALL

    @property
    def area(self) -> int:
        """The square pixels of the smallest card."""
        return self.least_width * self.height


class Frame(NamedTuple):
    """The measures around the cards, in pixels."""

    header: int
    left: int
    below: int
    pad: int = 5
    gap: int = GAP
    between: int = 5
    margin: int = 4
    least_lane: int = 112
    least_body: int = 18

    def share(self, size: tuple[int, int], headers: int, number: int) -> float:
        """Return the most square pixels for each of `number` cards under `headers` headers."""
        wide = size[0] - self.left - self.margin - 2 * self.pad + self.gap
        high = size[1] - 2 * self.margin - self.below - headers * self.header
        return max(wide, 0) * max(high, 0) / max(number, 1)


@dataclass(frozen=True, slots=True)
class LaneBox:
    """One lane on the board: its rectangle, its header, and the grid of its cards."""

    id: LaneId
    rect: Rect
    header: Rect
    count: int
    columns: int
    card_width: int
    card_height: int
    gap: int
    tops: tuple[int, ...] | None = None
    """The upper edge of each line of cards and the end of the last; None if all are as high."""

    taller: tuple[tuple[int, int], ...] = ()
    """Position of each card that is taller than the others, and by how much."""

    hidden: int = 0
    """The number of cards that a folded lane does not show."""

    is_folded: bool = False

    @property
    def lines(self) -> int:
        """How many lines of cards there are."""
        return -(-self.count // self.columns)

    def visible_header(self, top: int) -> Rect:
        """Return the header where it is drawn while the board is scrolled down by `top`.

        It stays visible until the whole lane has scrolled by.
        """
        lowest = self.rect.bottom - self.header.height
        return self.header._replace(y=max(self.header.y, min(top, lowest)))

    def card(self, position: int) -> Rect:
        """Return the rectangle of the card at `position`."""
        line, column = divmod(position, self.columns)
        x = self.header.x + column * (self.card_width + self.gap)
        if self.tops is None:
            y = self.header.bottom + line * (self.card_height + self.gap)
            return Rect(x, y, self.card_width, self.card_height)
        height = self.card_height + dict(self.taller).get(position, 0)
        return Rect(x, self.tops[line], self.card_width, height)

    def position_at(self, x: int, y: int) -> int | None:
        """Return the position of the card at the point, or None between and beside cards."""
        column = (x - self.header.x) // (self.card_width + self.gap)
        if not 0 <= column < self.columns or y < self.header.bottom:
            return None
        position = self._line_at(y) * self.columns + column
        if position < self.count and self.card(position).contains(x, y):
            return position
        return None

    def positions_between(self, top: int, bottom: int) -> range:
        """Return the positions whose lines of cards may show between two heights."""
        first = max(self._line_at(top), 0)
        last = max(self._line_at(bottom - 1), -1)
        return range(
            min(first * self.columns, self.count), min((last + 1) * self.columns, self.count)
        )

    def _line_at(self, y: int) -> int:
        if self.tops is None:
            return (y - self.header.bottom) // (self.card_height + self.gap)
        return bisect_right(self.tops, y) - 1


class Arrangement(NamedTuple):
    """The whole board: its style, its size, the size it was fitted to, lanes in reading order.

    `split` is how many cards stand side by side in each column of lanes.
    """

    style: CardStyle
    width: int
    height: int
    size: tuple[int, int]
    lanes: tuple[LaneBox, ...]
    split: tuple[int, ...] = ()

    def lane(self, lane: LaneId) -> LaneBox:
        """Return the box of `lane`; raise KeyError for an unknown one."""
        for box in self.lanes:
            if box.id == lane:
                return box
        raise KeyError(lane)

    def lane_at(self, x: int, y: int) -> LaneBox | None:
        """Return the lane at the point; in the gaps between lanes, None."""
        return next((box for box in self.lanes if box.rect.contains(x, y)), None)
