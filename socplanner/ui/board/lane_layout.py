"""Where lanes and cards stand, from how many cards each lane holds and the room there is.

Rules of this file:
- Cards are of one style all over the board: one size of text, one number of lines for the name.
  The first style in the list that fits is taken, so the list goes from the best to the least.
- The board has two columns, each with one area above another; the bench runs below both. A column
  is as wide as the cards side by side in it; lanes share its height by what they hold.
- Upper and lower areas of both columns line up where that fits, else each column shares alone.
- A board that fits stays as it is while a card is moved: lanes keep their places as long as their
  cards fit and no better style would. Where no style fits, the board grows downwards and scrolls.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from socplanner.domain.catalogue import Area
from socplanner.ui.board.geometry import Rect

GAP = 3
"""Pixels between cards."""

COLUMNS = ((Area.I, Area.IV), (Area.II, Area.III))
"""The areas as they stand: left and right column, each from top to bottom."""

LANES = (Area.I, Area.II, Area.IV, Area.III, Area.UNPLACED)
"""Every lane in reading order."""


class CardStyle(NamedTuple):
    """How every card is written, and the least room that takes, in pixels."""

    text: int
    lines: int
    least_width: int
    height: int


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

    def share(self, size: tuple[int, int], number: int) -> float:
        """Return how many pixels of `size` there are at most for each of `number` cards."""
        wide = size[0] - self.left - self.margin - 2 * self.pad + self.gap
        high = size[1] - 2 * self.margin - self.below - 3 * self.header
        return max(wide, 0) * max(high, 0) / max(number, 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its place, its head, and the grid its cards stand in, row by row."""

    area: Area
    rect: Rect
    header: Rect
    count: int
    columns: int
    card_width: int
    card_height: int
    gap: int
    tops: tuple[int, ...] | None = None
    """The upper edge of each line of cards and the end of the last, where heights differ."""

    @property
    def lines(self) -> int:
        """How many lines of cards there are."""
        return -(-self.count // self.columns)

    def card(self, position: int) -> Rect:
        """Return where the card at `position` stands."""
        line, column = divmod(position, self.columns)
        x = self.header.x + column * (self.card_width + self.gap)
        if self.tops is None:
            y = self.header.bottom + line * (self.card_height + self.gap)
            return Rect(x, y, self.card_width, self.card_height)
        height = self.tops[line + 1] - self.tops[line] - self.gap
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
    """The whole board: its style, its size, and its lanes in reading order."""

    style: CardStyle
    width: int
    height: int
    size: tuple[int, int]
    lanes: tuple[Lane, ...]

    def lane(self, area: Area) -> Lane:
        """Return the lane of `area`."""
        return self.lanes[LANES.index(area)]

    def area_at(self, x: int, y: int) -> Area | None:
        """Return the area at the point; in the gaps between lanes, None."""
        return next((lane.area for lane in self.lanes if lane.rect.contains(x, y)), None)


class Growth:
    """How much taller than the style some cards must be. This one: no card is."""

    def tall(self, area: Area) -> Sequence[int]:
        """Return the positions in `area` of cards that may be taller."""
        return ()

    def added(self, area: Area, position: int, card_width: int, style: CardStyle) -> int:
        """Return by how many pixels the card is taller than `style` at that width."""
        return 0


NO_GROWTH = Growth()


def arranged(
    counts: Mapping[Area, int],
    size: tuple[int, int],
    styles: Iterable[CardStyle],
    frame: Frame,
    growth: Growth = NO_GROWTH,
    before: Arrangement | None = None,
) -> Arrangement:
    """Return the board for `counts` cards in `size`; it keeps the lanes of `before` if they do.

    The last of `styles` is the one to scroll with where none fits.
    """
    style = None
    for style in styles:
        task = _Task(counts, size, style, frame, growth)
        fitting = task.fitting()
        if fitting is not None:
            return task.kept(before) or fitting
    if style is None:
        raise ValueError("no style")
    return _Task(counts, size, style, frame, growth).scrolling()


class _Task(NamedTuple):
    """One style to be tried."""

    counts: Mapping[Area, int]
    size: tuple[int, int]
    style: CardStyle
    frame: Frame
    growth: Growth

    def fitting(self) -> Arrangement | None:
        """Return the best arrangement that fits without scrolling, or None."""
        height = self._lanes_height()
        choices = [] if height <= 0 else list(self._choices(height))
        if not choices:
            return None
        _, left, is_aligned = min(choices)
        return self._made(left, self._heights(left, height, is_aligned=is_aligned), height)

    def kept(self, before: Arrangement | None) -> Arrangement | None:
        """Return `before` with other counts if every card still fits in its lanes, else None."""
        if before is None or before.style != self.style or before.size != self.size:
            return None
        if before.height != self.size[1]:
            return None
        if (before.lane(Area.UNPLACED).count == 0) != (self.counts[Area.UNPLACED] == 0):
            return None
        lanes = tuple(
            lane
            if lane.count == self.counts[lane.area] and not self.growth.tall(lane.area)
            else self._lane(lane.area, lane.rect, lane.columns)
            for lane in before.lanes
        )
        if any(
            self._needed(lane.area, lane.columns, lane.card_width) > lane.rect.height
            for lane in lanes
        ):
            return None
        return before._replace(lanes=lanes)

    def scrolling(self) -> Arrangement:
        """Return an arrangement as high as its cards need."""
        left, total = self._fair_split()
        needs = self._needs(left, total)
        height = max(sum(each) + self.frame.between for each in needs)
        height = max(height, self._lanes_height())
        heights = [_shared(each, height - self.frame.between) for each in needs]
        return self._made((left, total), heights, height)

    def _fair_split(self) -> tuple[int, int]:
        """Return the split that gives the left column its share by what it holds."""
        counts = [sum(self.counts[area] for area in column) for column in COLUMNS]
        share = counts[0] / max(sum(counts), 1)
        return min(self._splits(), key=lambda split: abs(split[0] - split[1] * share))

    def _splits(self) -> list[tuple[int, int]]:
        """Return how cards can stand side by side: (in the left column, in both)."""
        for total in range(self._most_columns(), 2, -1):
            splits = [(left, total) for left in range(1, total)]
            splits = [split for split in splits if self._is_wide_enough(*split)]
            if splits:
                return splits
        return [(1, 2)]

    def _choices(self, height: int) -> Iterator[tuple[tuple[int, int, int], tuple[int, int], bool]]:
        """Yield each way to fit as (badness, split, whether lanes line up)."""
        for split in self._splits():
            needs = self._needs(*split)
            aligned = sum(map(max, *needs)) + self.frame.between
            alone = max(sum(each) for each in needs) + self.frame.between
            if aligned <= height:
                skew = abs(2 * split[0] - split[1])
                yield (0, skew // 2, aligned), split, True
            elif alone <= height:
                yield (1, 0, alone), split, False

    def _needs(self, left: int, total: int) -> list[list[int]]:
        return [
            [self._needed(area, cards, self._card_width(width, cards)) for area in areas]
            for areas, (cards, width) in zip(COLUMNS, self._column_widths(left, total), strict=True)
        ]

    def _heights(self, split: tuple[int, int], height: int, *, is_aligned: bool) -> list[list[int]]:
        needs = self._needs(*split)
        size = height - self.frame.between
        if is_aligned:
            return [_shared([max(pair) for pair in zip(*needs, strict=True)], size)] * 2
        return [_shared(each, size) for each in needs]

    def _made(self, split: tuple[int, int], heights: list[list[int]], height: int) -> Arrangement:
        frame = self.frame
        lanes: dict[Area, Lane] = {}
        x = frame.left
        for areas, (cards, width), shares in zip(
            COLUMNS, self._column_widths(*split), heights, strict=True
        ):
            y = frame.margin
            for area, share in zip(areas, shares, strict=True):
                lanes[area] = self._lane(area, Rect(x, y, width, share), cards)
                y += share + frame.between
            x += width + frame.between
        y = frame.margin + height + frame.below
        unplaced = Rect(frame.left, y, self._width(), self._unplaced_height())
        lanes[Area.UNPLACED] = self._lane(Area.UNPLACED, unplaced, self._unplaced_columns())
        return Arrangement(
            self.style,
            frame.left + self._width() + frame.margin,
            unplaced.bottom + frame.margin,
            self.size,
            tuple(lanes[area] for area in LANES),
        )

    def _lane(self, area: Area, rect: Rect, columns: int) -> Lane:
        pad = self.frame.pad
        header = Rect(rect.x + pad, rect.y, rect.width - 2 * pad, self.frame.header)
        width = self._card_width(rect.width, columns)
        tops = self._tops(area, header.bottom, columns, width)
        return Lane(
            area,
            rect,
            header,
            self.counts[area],
            columns,
            width,
            self.style.height,
            self.frame.gap,
            tops,
        )

    def _tops(self, area: Area, top: int, columns: int, width: int) -> tuple[int, ...] | None:
        """Return the edges of the lines of cards where some card is taller than the style."""
        extras: dict[int, int] = {}
        for position in self.growth.tall(area):
            added = self.growth.added(area, position, width, self.style)
            if added:
                line = position // columns
                extras[line] = max(added, extras.get(line, 0))
        if not extras:
            return None
        tops = [top]
        for line in range(-(-self.counts[area] // columns)):
            step = self.style.height + self.frame.gap + extras.get(line, 0)
            tops.append(tops[-1] + step)
        return tuple(tops)

    def _needed(self, area: Area, columns: int, card_width: int) -> int:
        """Return the height of a lane that just holds its cards."""
        frame, lines = self.frame, -(-self.counts[area] // columns)
        if not lines:
            return frame.header + (0 if area is Area.UNPLACED else frame.least_body)
        tops = self._tops(area, 0, columns, card_width)
        cards = tops[-1] if tops else lines * (self.style.height + frame.gap)
        return frame.header + cards - frame.gap + frame.pad

    def _width(self) -> int:
        """Return the width all lanes share; at least two cards fit."""
        frame = self.frame
        least = 2 * max(self.style.least_width + 2 * frame.pad, frame.least_lane) + frame.between
        return max(self.size[0] - frame.left - frame.margin, least)

    def _most_columns(self) -> int:
        """Return how many cards fit side by side in both columns of lanes together."""
        frame = self.frame
        size = self._width() - frame.between - 4 * frame.pad + 2 * frame.gap
        return size // (self.style.least_width + frame.gap)

    def _column_widths(self, left: int, total: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return cards side by side and width of the left and of the right column."""
        frame = self.frame
        fixed = 2 * frame.pad - frame.gap
        size = self._width() - frame.between - 2 * fixed
        widest = self._width() - frame.between - frame.least_lane
        first = min(max(fixed + size * left // total, frame.least_lane), widest)
        return (left, first), (total - left, self._width() - frame.between - first)

    def _is_wide_enough(self, left: int, total: int) -> bool:
        return all(
            self._card_width(width, cards) >= self.style.least_width
            for cards, width in self._column_widths(left, total)
        )

    def _card_width(self, lane_width: int, columns: int) -> int:
        frame = self.frame
        return (lane_width - 2 * frame.pad + frame.gap) // columns - frame.gap

    def _unplaced_columns(self) -> int:
        frame = self.frame
        size = self._width() - 2 * frame.pad + frame.gap
        return max(size // (self.style.least_width + frame.gap), 1)

    def _unplaced_height(self) -> int:
        columns = self._unplaced_columns()
        return self._needed(Area.UNPLACED, columns, self._card_width(self._width(), columns))

    def _lanes_height(self) -> int:
        """Return the height the four areas have together if the board is not to scroll."""
        frame = self.frame
        return self.size[1] - 2 * frame.margin - frame.below - self._unplaced_height()


def _shared(needs: Sequence[int], space: int) -> list[int]:
    """Share `space` so that each gets what it needs and of the rest a part like its need."""
    rest = max(space - sum(needs), 0)
    first = needs[0] + rest * needs[0] // max(sum(needs), 1)
    return [first, sum(needs) + rest - first]
