"""Which card stands where: rows by lane, the arrangement that fits them, and steps between cards.

Rules:
- A row is a role, by its number in the model; rows stand in each lane in their own order.
- `arrange` comes before any question about places, and again after rows have moved.
- A step inside a lane follows its grid; over its edge, it reaches the nearest card of a lane in
  that direction.
- Lanes that flow stand in as many columns as need the least scrolling, then give the largest cards;
  with other sizes their number is chosen again, with other cards it stays.
- The cards of a folded lane have no place: their rectangle is the header of the lane.
- Lanes are neighbours by their spots. Below the lowest lanes is the strip; above the strip is the
  lowest lane of the column over the card.
"""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import Arrangement, CardForm, Frame, LaneBox
from socplanner.ui.board.lane_layout import arranged
from socplanner.ui.board.lane_measures import LaneContent
from socplanner.ui.board.lanes import Lane, LaneId, LaneSet, LaneSpot
from socplanner.ui.board.text_fit import TextFit


class Step(Enum):
    """A step from one card or lane to the next, as (right, down)."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


_SIDE_STEP = 3


class Placement:
    """The lane and the rectangle of every row."""

    def __init__(
        self,
        lanes: LaneSet,
        lane_by_row: Sequence[LaneId],
        names: Sequence[str],
        fit: TextFit,
        form: CardForm | None = None,
        folded: Collection[LaneId] = (),
    ) -> None:
        """Begin with the lane and the name of each row; cards have that `form`, or what fits.

        The lanes of `folded` show their headers alone.
        """
        self._lane_set = lanes
        self._folded = folded
        self._columns: tuple[tuple[int, int], int] | None = None
        self._lanes = lanes.in_reading_order()
        self._lane_by_row = list(lane_by_row)
        self._names = names
        self._fit = fit
        self._form = form
        self._rows: dict[LaneId, list[int]] = {lane.id: [] for lane in self._lanes}
        for row, lane in enumerate(lane_by_row):
            self._rows[lane].append(row)
        self._long = [row for row, name in enumerate(names) if fit.may_be_taller(name)]
        self._arrangement: Arrangement | None = None
        self._arranged_for: tuple[tuple[int, int], Frame] | None = None

    @property
    def is_arranged(self) -> bool:
        """Whether `arrange` was called."""
        return self._arrangement is not None

    @property
    def arrangement(self) -> Arrangement:
        """The arranged board; raise RuntimeError before the first `arrange`."""
        if self._arrangement is None:
            raise RuntimeError("not arranged yet")
        return self._arrangement

    def arrange(self, size: tuple[int, int], frame: Frame) -> bool:
        """Fit the cards into `size`, and return whether lanes or sizes of cards differ now.

        Where nothing differs from the time before, everything stays as it is.
        """
        if self._arranged_for == (size, frame):
            return False
        self._arranged_for = size, frame
        before = self._arrangement
        after = self._fitted(size, frame, before)
        self._arrangement = after
        if before is None or (before.style, before.size) != (after.style, after.size):
            return True
        return any(old.rect != new.rect for old, new in zip(before.lanes, after.lanes, strict=True))

    def after_drop(self, rows: Collection[int], lane: LaneId) -> Mapping[int, Rect]:
        """Return where each card of `lane` will stand once `rows` are in it too.

        Nothing where that changes lanes or sizes of cards, or the lane is folded.
        """
        if self._arranged_for is None or lane in self._folded:
            return {}
        dropped = set(rows)
        rows_after = {
            each: [row for row in present if row not in dropped]
            for each, present in self._rows.items()
        }
        rows_after[lane] = sorted(dropped.union(self._rows[lane]))
        before = self.arrangement
        after = self._arranged(*self._arranged_for, before, rows_after)
        old, new = before.lane(lane), after.lane(lane)
        if (before.style, old.rect, old.columns) != (after.style, new.rect, new.columns):
            return {}
        return {row: new.card(place) for place, row in enumerate(rows_after[lane])}

    def _fitted(
        self, size: tuple[int, int], frame: Frame, before: Arrangement | None
    ) -> Arrangement:
        """Return the cards fitted into `size`, as much like `before` as they allow."""
        if not self._lane_set.flows:
            return self._arranged(size, frame, before, self._rows)
        if self._columns is not None and self._columns[0] == size:
            return self._arranged(size, frame, before, self._rows)
        most = min(self._lane_set.most_columns(), max(size[0] // frame.least_lane, 1))
        boards = {}
        for number in range(most, 0, -1):
            self._lanes = self._lane_set.in_columns(number).in_reading_order()
            boards[number] = self._arranged(size, frame, None, self._rows)

        def cost(number: int) -> tuple[int, int]:
            board = boards[number]
            overflow = max(board.height - size[1], 0) + max(board.width - size[0], 0)
            return overflow, -board.style.area

        best = min(boards, key=cost)
        self._columns = size, best
        self._lanes = self._lane_set.in_columns(best).in_reading_order()
        return boards[best]

    def _arranged(
        self,
        size: tuple[int, int],
        frame: Frame,
        before: Arrangement | None,
        rows: Mapping[LaneId, Sequence[int]],
    ) -> Arrangement:
        share = frame.share(size, self._least_headers(), len(self._lane_by_row))
        styles = self._fit.styles(share, self._form)
        contents = [self._content(lane, rows[lane.id]) for lane in self._lanes]
        return arranged(contents, size, styles, frame, self._fit.extra_height, before)

    def move(self, row: int, lane: LaneId) -> None:
        """Put `row` into `lane`; call `arrange` afterwards."""
        old = self._rows[self._lane_by_row[row]]
        del old[bisect_left(old, row)]
        insort(self._rows[lane], row)
        self._lane_by_row[row] = lane
        self._arranged_for = None

    def lane(self, row: int) -> LaneId:
        """Return the lane that `row` is in."""
        return self._lane_by_row[row]

    def rows(self, lane: LaneId) -> Sequence[int]:
        """Return the rows in a lane."""
        return self._rows[lane]

    def counts(self) -> dict[LaneId, int]:
        """Return the number of rows in each lane."""
        return {lane: len(rows) for lane, rows in self._rows.items()}

    def in_reading_order(self) -> Iterator[int]:
        """Yield every row that is shown as it is read: lane after lane."""
        for lane in self._lanes:
            if lane.id not in self._folded:
                yield from self._rows[lane.id]

    def rect(self, row: int) -> Rect:
        """Return the rectangle of the card of `row`, or the header of its folded lane."""
        lane = self._lane_by_row[row]
        box = self.arrangement.lane(lane)
        return box.header if box.is_folded else box.card(bisect_left(self._rows[lane], row))

    def is_hidden(self, row: int) -> bool:
        """Return whether the lane of `row` is folded."""
        return self._lane_by_row[row] in self._folded

    def row_at(self, x: int, y: int) -> int | None:
        """Return the row whose card is at the point."""
        lane = self.arrangement.lane_at(x, y)
        position = None if lane is None else lane.position_at(x, y)
        return None if lane is None or position is None else self._rows[lane.id][position]

    def cards_in(self, rect: Rect) -> Iterator[tuple[int, Rect]]:
        """Yield row and rectangle of every card that `rect` meets."""
        for lane in self.arrangement.lanes:
            if not lane.rect.meets(rect):
                continue
            rows = self._rows[lane.id]
            for position in lane.positions_between(rect.y, rect.bottom):
                place = lane.card(position)
                if place.meets(rect):
                    yield rows[position], place

    def between(self, first: int, last: int) -> Sequence[int]:
        """Return the rows from `first` to `last` in the order of their lane.

        In two lanes, these are all rows whose cards meet the rectangle around both cards.
        """
        lane = self._lane_by_row[first]
        if lane == self._lane_by_row[last] and lane not in self._folded:
            rows = self._rows[lane]
            low, high = sorted((bisect_left(rows, first), bisect_left(rows, last)))
            return rows[low : high + 1]
        one, other = self.rect(first), self.rect(last)
        left, top = min(one.x, other.x), min(one.y, other.y)
        wide = max(one.right, other.right) - left
        around = Rect(left, top, wide, max(one.bottom, other.bottom) - top)
        return [row for row, _ in self.cards_in(around)]

    def next(self, row: int, step: Step) -> int | None:
        """Return the row one step on, in the same lane or the nearest beyond its edge."""
        lane = self._lane_by_row[row]
        if lane in self._folded:
            return self._nearest(row, step)
        rows = self._rows[lane]
        position, columns = bisect_left(rows, row), self.arrangement.lane(lane).columns
        right, down = step.value
        column = position % columns + right
        target = position + right + down * columns
        if down > 0 and target >= len(rows) and position // columns < (len(rows) - 1) // columns:
            target = len(rows) - 1
        if 0 <= column < columns and 0 <= target < len(rows):
            return rows[target]
        return self._nearest(row, step)

    def beside(self, row: int, step: Step) -> LaneId | None:
        """Return the lane one step from that of `row`, None off the board."""
        spots = {lane.spot: lane.id for lane in self._lanes}
        spot = next(lane.spot for lane in self._lanes if lane.id == self._lane_by_row[row])
        if spot is None:
            return self._over(row) if step is Step.UP else None
        right, down = step.value
        target = spots.get(LaneSpot(spot.column + right, spot.row + down))
        return spots.get(None) if target is None and step is Step.DOWN else target

    def lane_after(self, lane: LaneId, step: Step) -> LaneId | None:
        """Return the lane nearest to `lane` in the direction of `step`, or None."""
        here = self.arrangement.lane(lane)
        others = (
            box for box in self.arrangement.lanes if _is_in_direction(box.rect, here.rect, step)
        )
        nearest = min(
            others, key=lambda box: _distance(here.header, box.header, step), default=None
        )
        return None if nearest is None else nearest.id

    def _over(self, row: int) -> LaneId:
        """Return the lowest lane of the column over the card of `row`, which is in the strip."""
        card = self.rect(row)
        middle = card.x + card.width // 2
        lowest: dict[int, LaneBox] = {}
        for lane in self._lanes:
            if lane.spot is not None:
                lowest[lane.spot.column] = self.arrangement.lane(lane.id)
        columns = [lowest[column] for column in sorted(lowest)]
        over = [box for box in columns if middle >= box.rect.x]
        return over[-1].id if over else columns[0].id

    def _nearest(self, row: int, step: Step) -> int | None:
        """Return the row of the nearest card in another lane that lies in that direction."""
        lane = self._lane_by_row[row]
        here, box = self.rect(row), self.arrangement.lane(lane)
        best: tuple[int, int] | None = None
        for other in self.arrangement.lanes:
            if other.id == lane or not _is_in_direction(other.rect, box.rect, step):
                continue
            for position, candidate in enumerate(self._rows[other.id][: other.count]):
                cost = _distance(here, other.card(position), step)
                if best is None or cost < best[0]:
                    best = (cost, candidate)
        return None if best is None else best[1]

    def _content(self, lane: Lane, rows: Sequence[int]) -> LaneContent:
        if lane.id in self._folded:
            return LaneContent(lane.id, lane.spot, 0, hidden=len(rows), is_folded=True)
        places = ((bisect_left(rows, row), row) for row in self._long)
        long_names = tuple(
            (place, self._names[row]) for place, row in places if rows[place : place + 1] == [row]
        )
        return LaneContent(lane.id, lane.spot, len(rows), long_names)

    def _least_headers(self) -> int:
        """Return how many headers there are from top to bottom, where they are fewest."""
        columns = [lane.spot.column for lane in self._lanes if lane.spot is not None]
        strips = len(self._lanes) - len(columns)
        return min(map(columns.count, columns), default=0) + strips


def _is_in_direction(other: Rect, lane: Rect, step: Step) -> bool:
    """Return whether `other` lies beyond `lane` in the direction of `step`."""
    if step is Step.LEFT:
        return other.right <= lane.x
    if step is Step.RIGHT:
        return other.x >= lane.right
    if step is Step.UP:
        return other.bottom <= lane.y
    return other.y >= lane.bottom


def _distance(here: Rect, there: Rect, step: Step) -> int:
    """Return how far apart two cards are; across the step counts more than along it."""
    across = abs(2 * here.x + here.width - 2 * there.x - there.width)
    down = abs(2 * here.y + here.height - 2 * there.y - there.height)
    return across + _SIDE_STEP * down if step.value[0] else down + _SIDE_STEP * across
