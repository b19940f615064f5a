"""Arranges lanes and cards: from how many cards each lane has and the size there is for them.

Terms: lanes stand in *columns*, one above another; the *strip* is the lane below all columns. A
*style* is one size of text and one number of lines for names; it decides how small a card may be.
A *split* is how many cards stand side by side in each column (`lane_columns`).

Rules:
- Cards are of one style all over the board. The first style that fits is used, so styles are
  listed from the best to the least.
- Only a card with a long name is taller than its style, and its line of cards with it.
- A column is as wide as its cards side by side; every lane of it has all of that width.
- The lanes of a column share its height: each gets what its cards need, and of the rest a part
  like its need.
- The rows of all columns line up where that fits; else each column shares its height alone. Of
  several splits that fit, the one with the most alike columns is used, then the lowest.
- Cards stand side by side as many as fit: fewer are tried only where a card would be narrower
  than its style. With three columns and more, only the split that follows the numbers of cards is
  tried: the choices grow with every column.
- A board that fits stays as it is while a card is moved: lanes keep their rectangles as long as
  their cards fit, the best style that fits is the same, and the strip is empty or filled as before.
- Where no style fits, the board grows downwards in the last style, and scrolls.

Invariants, whatever the numbers: a card lies inside its lane and below its header; no two lanes
and no two cards overlap; no card is smaller than its style; every lane lies on the board.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
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


def arranged(
    contents: Sequence[LaneContent],
    size: tuple[int, int],
    styles: Iterable[CardStyle],
    frame: Frame,
    extra_height: ExtraHeight,
    before: Arrangement | None = None,
) -> Arrangement:
    """Return the board for `contents`, which are in reading order, in `size`.

    It keeps the lanes of `before` where every card still fits. The last of `styles` is used to
    scroll where none fits; raise ValueError where there is no style at all.
    """
    columns = _columns(contents)
    strip = next((content for content in contents if content.spot is None), None)
    counts = tuple(sum(content.count for content in column) for column in columns)
    task = None
    for style in styles:
        measures = Columns(counts, size[0], style, frame)
        task = _Task(contents, columns, strip, size, measures, extra_height)
        fitting = task.fitting()
        if fitting is not None:
            return task.kept(before) or fitting
    if task is None:
        raise ValueError("no style")
    return task.scrolling()


def _columns(contents: Sequence[LaneContent]) -> tuple[tuple[LaneContent, ...], ...]:
    """Return the lanes of each column from the top."""
    columns: dict[int, list[LaneContent]] = {}
    for content in contents:
        if content.spot is not None:
            columns.setdefault(content.spot.column, []).append(content)
    return tuple(tuple(columns[column]) for column in sorted(columns))


class _Task(NamedTuple):
    """One style to be tried."""

    contents: Sequence[LaneContent]
    columns: tuple[tuple[LaneContent, ...], ...]
    strip: LaneContent | None
    size: tuple[int, int]
    measures: Columns
    extra_height: ExtraHeight

    @property
    def style(self) -> CardStyle:
        """The style to be tried."""
        return self.measures.style

    @property
    def frame(self) -> Frame:
        """The measures around the cards."""
        return self.measures.frame

    def fitting(self) -> Arrangement | None:
        """Return the best arrangement that fits without scrolling, or None."""
        height = self._columns_height()
        choices = [] if height <= 0 else list(self._choices(height))
        if not choices:
            return None
        _, split, is_aligned = min(choices)
        return self._arrangement(split, self._heights(split, height, is_aligned=is_aligned), height)

    def kept(self, before: Arrangement | None) -> Arrangement | None:
        """Return `before` with the cards of now if each fits in its lane, else None."""
        if before is None or before.style != self.style or before.size != self.size:
            return None
        if before.height != self.size[1]:
            return None
        strip = self.strip
        if strip is not None and (before.lane(strip.id).count == 0) != (strip.count == 0):
            return None
        boxes = tuple(
            box
            if box.count == content.count and not content.long_names
            else self._box(content, box.rect, box.columns)
            for box, content in zip(before.lanes, self.contents, strict=True)
        )
        if any(
            self._needed(content, box.columns, box.card_width) > box.rect.height
            for box, content in zip(boxes, self.contents, strict=True)
        ):
            return None
        return before._replace(lanes=boxes)

    def scrolling(self) -> Arrangement:
        """Return an arrangement as high as its cards need."""
        split = self.measures.fair_split()
        needs = self._needs(split)
        height = max(self._total(column) for column in needs)
        height = max(height, self._columns_height())
        return self._arrangement(split, self._heights(split, height, is_aligned=False), height)

    def _choices(self, height: int) -> Iterator[tuple[tuple[int, int, int], Split, bool]]:
        """Yield each split that fits as (badness, split, whether rows line up)."""
        for split in self.measures.splits():
            needs = self._needs(split)
            alone = max(self._total(column) for column in needs)
            if self._is_regular() and (aligned := self._total(_tallest(needs))) <= height:
                yield (0, (max(split) - min(split)) // 2, aligned), split, True
            elif alone <= height:
                yield (1, 0, alone), split, False

    def _is_regular(self) -> bool:
        """Return whether all columns have the same number of lanes."""
        return len({len(column) for column in self.columns}) == 1

    def _total(self, heights: Sequence[int]) -> int:
        """Return how high lanes of `heights` are one above another."""
        return sum(heights) + self.frame.between * (len(heights) - 1)

    def _needs(self, split: Split) -> list[list[int]]:
        """Return the height that each lane of each column needs."""
        needs = []
        for column, cards, width in zip(
            self.columns, split, self.measures.widths(split), strict=True
        ):
            card_width = self.measures.card_width(width, cards)
            needs.append([self._needed(content, cards, card_width) for content in column])
        return needs

    def _heights(self, split: Split, height: int, *, is_aligned: bool) -> list[list[int]]:
        """Return the height that each lane of each column gets of `height`."""
        needs = self._needs(split)
        if is_aligned:
            needs = [_tallest(needs)] * len(needs)
        between = self.frame.between
        return [_shared(column, height - between * (len(column) - 1)) for column in needs]

    def _arrangement(self, split: Split, heights: list[list[int]], height: int) -> Arrangement:
        frame = self.frame
        boxes: dict[LaneId, LaneBox] = {}
        x = frame.left
        for column, cards, width, shares in zip(
            self.columns, split, self.measures.widths(split), heights, strict=True
        ):
            y = frame.margin
            for content, share in zip(column, shares, strict=True):
                boxes[content.id] = self._box(content, Rect(x, y, width, share), cards)
                y += share + frame.between
            x += width + frame.between
        bottom = frame.margin + height + frame.below
        if self.strip is not None:
            rect = Rect(frame.left, bottom, self.measures.board_width(), self._strip_height())
            boxes[self.strip.id] = self._box(self.strip, rect, self.measures.strip_cards())
            bottom = rect.bottom
        return Arrangement(
            self.style,
            frame.left + self.measures.board_width() + frame.margin,
            bottom + frame.margin,
            self.size,
            tuple(boxes[content.id] for content in self.contents),
        )

    def _box(self, content: LaneContent, rect: Rect, columns: int) -> LaneBox:
        pad = self.frame.pad
        header = Rect(rect.x + pad, rect.y, rect.width - 2 * pad, self.frame.header)
        width = self.measures.card_width(rect.width, columns)
        tops = self._tops(content, header.bottom, columns, width)
        return LaneBox(
            content.id,
            rect,
            header,
            content.count,
            columns,
            width,
            self.style.height,
            self.frame.gap,
            tops,
        )

    def _tops(
        self, content: LaneContent, top: int, columns: int, width: int
    ) -> tuple[int, ...] | None:
        """Return the edges of the lines of cards where some card is taller than the style."""
        extras: dict[int, int] = {}
        for position, name in content.long_names:
            extra = self.extra_height(name, width, self.style)
            if extra:
                line = position // columns
                extras[line] = max(extra, extras.get(line, 0))
        if not extras:
            return None
        tops = [top]
        for line in range(-(-content.count // columns)):
            step = self.style.height + self.frame.gap + extras.get(line, 0)
            tops.append(tops[-1] + step)
        return tuple(tops)

    def _needed(self, content: LaneContent, columns: int, card_width: int) -> int:
        """Return the least height of a lane with its cards."""
        frame, lines = self.frame, -(-content.count // columns)
        if not lines:
            return frame.header + (0 if content.spot is None else frame.least_body)
        tops = self._tops(content, 0, columns, card_width)
        cards = tops[-1] if tops else lines * (self.style.height + frame.gap)
        return frame.header + cards - frame.gap + frame.pad

    def _strip_height(self) -> int:
        if self.strip is None:
            return 0
        columns = self.measures.strip_cards()
        return self._needed(
            self.strip, columns, self.measures.card_width(self.measures.board_width(), columns)
        )

    def _columns_height(self) -> int:
        """Return the height the columns have if the board is not to scroll."""
        frame = self.frame
        return self.size[1] - 2 * frame.margin - frame.below - self._strip_height()


def _tallest(needs: Sequence[Sequence[int]]) -> list[int]:
    """Return for each row the most that a lane in it needs."""
    return [max(row) for row in zip(*needs, strict=True)]


def _shared(needs: Sequence[int], space: int) -> list[int]:
    """Share `space` so that each gets what it needs and of the rest a part like its need."""
    rest = max(space - sum(needs), 0)
    heights = [need + rest * need // max(sum(needs), 1) for need in needs[:-1]]
    return [*heights, sum(needs) + rest - sum(heights)]
