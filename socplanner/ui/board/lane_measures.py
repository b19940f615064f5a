"""What lanes of cards of one style need, and the boxes they get in a division of the board.

Terms: a *need* is the least height of a lane with its cards; what it is with *one more* card is its
need after the next move. A *division* is a split and the height of each lane and of the strip.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import Arrangement, CardStyle, Frame, LaneBox
from socplanner.ui.board.lane_columns import Columns, Split
from socplanner.ui.board.lanes import LaneId, LaneSpot

ExtraHeight = Callable[[str, int, CardStyle], int]
"""How many pixels taller than its style a card is, from its name, its width and the style."""


@dataclass(frozen=True, slots=True)
class LaneContent:
    """What is to be arranged in one lane; without a spot, the lane is the strip."""

    id: LaneId
    spot: LaneSpot | None
    count: int
    long_names: tuple[tuple[int, str], ...] = ()
    """Position and name of each card that may be taller than its style."""

    hidden: int = 0
    """The number of cards that a folded lane does not show; its `count` is 0."""

    is_folded: bool = False


class Division(NamedTuple):
    """How the board is divided among its lanes."""

    split: Split
    heights: tuple[tuple[int, ...], ...]
    """The height of each lane of each column, from the top."""

    strip: int
    """The height of the strip; 0 without one."""


class LaneMeasures(NamedTuple):
    """Lanes with cards of one style in one size."""

    contents: Sequence[LaneContent]
    """The lanes in reading order."""

    columns: tuple[tuple[LaneContent, ...], ...]
    """The lanes of each column from the top."""

    strip: LaneContent | None
    size: tuple[int, int]
    grid: Columns
    extra_height: ExtraHeight

    @property
    def style(self) -> CardStyle:
        """The style of every card."""
        return self.grid.style

    @property
    def frame(self) -> Frame:
        """The measures around the cards."""
        return self.grid.frame

    def needs(self, split: Split, more: int = 0) -> list[list[int]]:
        """Return the need of each lane of each column, with so many cards `more` in each."""
        width = self.grid.card_width(sum(split))
        return [
            [self._need(content, cards, width, more) for content in column]
            for column, cards in zip(self.columns, split, strict=True)
        ]

    def strip_need(self, split: Split, more: int = 0) -> int:
        """Return the need of the strip, 0 without one."""
        if self.strip is None:
            return 0
        width = self.grid.card_width(sum(split))
        return self._need(self.strip, self.grid.strip_cards(width), width, more)

    def space(self, strip: int) -> int:
        """Return the height of the columns over a strip of that height, without scrolling."""
        return self.size[1] - 2 * self.frame.margin - self.frame.below - strip

    def lanes_space(self, column: int, space: int) -> int:
        """Return what the lanes of a column share of `space`: all but the gaps between them."""
        return space - self.frame.between * (len(self.columns[column]) - 1)

    def arrangement(self, division: Division) -> Arrangement:
        """Return the board in that division."""
        frame, split = self.frame, division.split
        boxes: dict[LaneId, LaneBox] = {}
        x, bottom = frame.left, 0
        width = self.grid.card_width(sum(split))
        for column, cards, wide, heights in zip(
            self.columns, split, self.grid.widths(split), division.heights, strict=True
        ):
            y = frame.margin
            for content, high in zip(column, self._unfolded_heights(column, heights), strict=True):
                boxes[content.id] = self._box(content, Rect(x, y, wide, high), cards, width)
                y += high + frame.between
            x += wide + frame.between
            bottom = max(bottom, y - frame.between + frame.below)
        if self.strip is not None:
            rect = Rect(frame.left, bottom, self.grid.board_width(), division.strip)
            boxes[self.strip.id] = self._box(self.strip, rect, self.grid.strip_cards(width), width)
            bottom = rect.bottom
        return Arrangement(
            self.style,
            frame.left + self.grid.board_width() + frame.margin,
            bottom + frame.margin,
            self.size,
            tuple(boxes[content.id] for content in self.contents),
            split,
        )

    def _box(self, content: LaneContent, rect: Rect, columns: int, width: int) -> LaneBox:
        pad = self.frame.pad
        header = Rect(rect.x + pad, rect.y, rect.width - 2 * pad, self.frame.header)
        taller = self._taller(content, width)
        return LaneBox(
            content.id,
            rect,
            header,
            content.count,
            columns,
            width,
            self.style.height,
            self.frame.gap,
            self._tops(content.count, taller, header.bottom, columns),
            taller,
            content.hidden,
            content.is_folded,
        )

    def _unfolded_heights(
        self, column: Sequence[LaneContent], heights: Sequence[int]
    ) -> Sequence[int]:
        """Return `heights` with what folded lanes do not need given to the lowest of the others."""
        if not any(content.is_folded for content in column):
            return heights
        header = self.frame.header
        result = [
            min(high, header) if content.is_folded else high
            for content, high in zip(column, heights, strict=True)
        ]
        unfolded = [place for place, content in enumerate(column) if not content.is_folded]
        if unfolded:
            result[unfolded[-1]] += sum(heights) - sum(result)
        return result

    def _taller(self, content: LaneContent, width: int) -> tuple[tuple[int, int], ...]:
        """Return position and extra height of each card that is taller than the style."""
        extras = (
            (position, self.extra_height(name, width, self.style))
            for position, name in content.long_names
        )
        return tuple((position, extra) for position, extra in extras if extra)

    def _tops(
        self, count: int, taller: tuple[tuple[int, int], ...], top: int, columns: int
    ) -> tuple[int, ...] | None:
        """Return the edges of the lines of cards where some card is taller than the style."""
        if not taller:
            return None
        extras: dict[int, int] = {}
        for position, extra in taller:
            line = position // columns
            extras[line] = max(extra, extras.get(line, 0))
        tops = [top]
        for line in range(-(-count // columns)):
            step = self.style.height + self.frame.gap + extras.get(line, 0)
            tops.append(tops[-1] + step)
        return tuple(tops)

    def _need(self, content: LaneContent, columns: int, width: int, more: int = 0) -> int:
        if content.is_folded:
            return self.frame.header
        frame, lines = self.frame, -(-(content.count + more) // columns)
        if not lines:
            return frame.header + (0 if content.spot is None else frame.least_body)
        cards = lines * (self.style.height + frame.gap)
        tops = self._tops(content.count + more, self._taller(content, width), 0, columns)
        cards = cards if tops is None else tops[-1]
        return frame.header + cards - frame.gap + frame.pad
