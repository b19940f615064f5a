"""Which card stands where on the board: rows by lane, and the arrangement that fits them."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from enum import Enum

from socplanner.domain.catalogue import Area
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_layout import (
    LANES,
    Arrangement,
    CardStyle,
    Frame,
    Growth,
    Lane,
    arranged,
)
from socplanner.ui.board.text_fit import PAD, TextFit, line_height


class Step(Enum):
    """A step from one card or area to the next, as (right, down)."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


_BESIDE = {
    (Area.I, Step.RIGHT): Area.II,
    (Area.I, Step.DOWN): Area.IV,
    (Area.II, Step.LEFT): Area.I,
    (Area.II, Step.DOWN): Area.III,
    (Area.III, Step.LEFT): Area.IV,
    (Area.III, Step.UP): Area.II,
    (Area.III, Step.DOWN): Area.UNPLACED,
    (Area.IV, Step.RIGHT): Area.III,
    (Area.IV, Step.UP): Area.I,
    (Area.IV, Step.DOWN): Area.UNPLACED,
}
_SIDE_STEP = 3


class Placement(Growth):
    """Knows of every row its lane and its place; rows stand in each lane in their own order."""

    def __init__(self, areas: Sequence[Area], names: Sequence[str], fit: TextFit) -> None:
        """Begin with the area and the name of each row; call `arrange` before asking for places."""
        self._areas = list(areas)
        self._names = names
        self._fit = fit
        self._rows: dict[Area, list[int]] = {area: [] for area in LANES}
        for row, area in enumerate(areas):
            self._rows[area].append(row)
        self._long = [row for row, name in enumerate(names) if fit.is_long(name)]
        self._arrangement: Arrangement | None = None

    @property
    def arrangement(self) -> Arrangement:
        """The board as it stands; raises RuntimeError before the first `arrange`."""
        if self._arrangement is None:
            raise RuntimeError("not arranged yet")
        return self._arrangement

    def arrange(self, size: tuple[int, int], frame: Frame) -> bool:
        """Fit the cards into `size`, and return whether lanes or sizes of cards are others now."""
        before = self._arrangement
        counts = {area: len(rows) for area, rows in self._rows.items()}
        styles = self._fit.styles(frame.share(size, len(self._areas)))
        after = self._arrangement = arranged(counts, size, styles, frame, self, before)
        if before is None or (before.style, before.size) != (after.style, after.size):
            return True
        return any(old.rect != new.rect for old, new in zip(before.lanes, after.lanes, strict=True))

    def move(self, row: int, area: Area) -> None:
        """Put `row` into the lane of `area`; call `arrange` afterwards."""
        old = self._rows[self._areas[row]]
        del old[bisect_left(old, row)]
        insort(self._rows[area], row)
        self._areas[row] = area

    def area(self, row: int) -> Area:
        """Return the lane `row` stands in."""
        return self._areas[row]

    def rows(self, area: Area) -> Sequence[int]:
        """Return the rows in a lane."""
        return self._rows[area]

    def in_reading_order(self) -> Iterator[int]:
        """Yield every row as it is read: lane after lane."""
        for area in LANES:
            yield from self._rows[area]

    def rect(self, row: int) -> Rect:
        """Return where the card of `row` stands."""
        area = self._areas[row]
        return self.arrangement.lane(area).card(bisect_left(self._rows[area], row))

    def lane_at(self, x: int, y: int) -> Lane | None:
        """Return the lane at the point."""
        return next((lane for lane in self.arrangement.lanes if lane.rect.contains(x, y)), None)

    def row_at(self, x: int, y: int) -> int | None:
        """Return the row whose card is at the point."""
        lane = self.lane_at(x, y)
        position = None if lane is None else lane.position_at(x, y)
        return None if lane is None or position is None else self._rows[lane.area][position]

    def cards_in(self, rect: Rect) -> Iterator[tuple[int, Rect]]:
        """Yield row and place of every card that `rect` meets."""
        for lane in self.arrangement.lanes:
            if not lane.rect.meets(rect):
                continue
            rows = self._rows[lane.area]
            for position in lane.positions_between(rect.y, rect.bottom):
                place = lane.card(position)
                if place.meets(rect):
                    yield rows[position], place

    def between(self, first: int, last: int) -> Sequence[int]:
        """Return the rows from `first` to `last` as they are read; in two lanes, those in sight.

        In sight is what the rectangle around both cards touches.
        """
        if self._areas[first] is self._areas[last]:
            rows = self._rows[self._areas[first]]
            low, high = sorted((bisect_left(rows, first), bisect_left(rows, last)))
            return rows[low : high + 1]
        one, other = self.rect(first), self.rect(last)
        left, top = min(one.x, other.x), min(one.y, other.y)
        wide = max(one.right, other.right) - left
        around = Rect(left, top, wide, max(one.bottom, other.bottom) - top)
        return [row for row, _ in self.cards_in(around)]

    def next(self, row: int, step: Step) -> int | None:
        """Return the row one step on, in the same lane or the nearest beyond its edge."""
        area = self._areas[row]
        rows = self._rows[area]
        position, columns = bisect_left(rows, row), self.arrangement.lane(area).columns
        right, down = step.value
        column = position % columns + right
        target = position + right + down * columns
        if down > 0 and target >= len(rows) and position // columns < (len(rows) - 1) // columns:
            target = len(rows) - 1
        if 0 <= column < columns and 0 <= target < len(rows):
            return rows[target]
        return self._nearest(row, step)

    def beside(self, row: int, step: Step) -> Area | None:
        """Return the area one step from that of `row`; above the bench, that over its card."""
        area = self._areas[row]
        if area is Area.UNPLACED and step is Step.UP:
            card, right = self.rect(row), self.arrangement.lane(Area.III)
            return Area.III if card.x + card.width // 2 >= right.rect.x else Area.IV
        return _BESIDE.get((area, step))

    def _nearest(self, row: int, step: Step) -> int | None:
        """Return the row of the nearest card in another lane that lies in the way of `step`."""
        area = self._areas[row]
        here, lane = self.rect(row), self.arrangement.lane(area)
        best: tuple[int, int] | None = None
        for other in self.arrangement.lanes:
            if other.area is area or not _lies(other.rect, lane.rect, step):
                continue
            for position, candidate in enumerate(self._rows[other.area]):
                cost = _distance(here, other.card(position), step)
                if best is None or cost < best[0]:
                    best = (cost, candidate)
        return None if best is None else best[1]

    def tall(self, area: Area) -> Sequence[int]:
        """Return the positions of cards with long names."""
        return [
            bisect_left(self._rows[area], row) for row in self._long if self._areas[row] is area
        ]

    def added(self, area: Area, position: int, card_width: int, style: CardStyle) -> int:
        """Return how much taller the card must be for its long name."""
        name = self._names[self._rows[area][position]]
        needed = len(self._fit.broken(name, style.text, card_width - 2 * PAD - 2))
        return max(needed - style.lines, 0) * line_height(style.text)


def _lies(other: Rect, lane: Rect, step: Step) -> bool:
    """Tell whether `other` lies beyond `lane` in the direction of `step`."""
    if step is Step.LEFT:
        return other.right <= lane.x
    if step is Step.RIGHT:
        return other.x >= lane.right
    if step is Step.UP:
        return other.bottom <= lane.y
    return other.y >= lane.bottom


def _distance(here: Rect, there: Rect, step: Step) -> int:
    """Return how far a card is; aside of the way counts more than along it."""
    across = abs(2 * here.x + here.width - 2 * there.x - there.width)
    down = abs(2 * here.y + here.height - 2 * there.y - there.height)
    return across + _SIDE_STEP * down if step.value[0] else down + _SIDE_STEP * across
