"""Arranges lanes and cards: from how many cards each lane has and the size there is for them.

Terms: lanes stand in *columns*, one above another; the *strip* is the lane below all columns. A
*style* is one size of card; a *split* is how many cards stand side by side in each column
(`lane_columns`). A board that fits without scrolling is *roomy* if it also has space for one more
card in any lane.

Rules of a new board (opened, resized, in another language or with other lanes):
- Cards are of one style and one width all over the board. Styles are listed from the best to the
  least: the first roomy one is used, else the first that fits.
- Only a card with a long name is taller than its style; the line of cards below it begins lower.
- A column is as wide as its cards side by side; every lane of it has all of that width. Cards stand
  side by side as many as fit, or fewer and wider ones where two lines of cards stay free
  (`_SPARE`, `_WIDEST`). With three columns and more, only the split that follows the numbers
  of cards is tried: the choices grow with every column.
- The rows of lanes of all columns line up where that fits, on a roomy board with the next card in
  the strip and in the upper lanes; else each column shares its height alone. Of several splits, a
  roomy one is better, then one whose rows line up, then the one with the most alike columns, then
  the lowest.
- The lanes of a column share its height: each gets what its cards need; the lowest lane what the
  strip would take with one more card; each space for its next card; upper lanes so much that rows
  line up as far as they can; the rest in proportion.
- Where no style fits, the board grows downwards in the last style, and scrolls; its text is never
  larger than it was before.

Rules of a move, that is of an arrangement with one before it in the same size:
- Lanes keep their rectangles while their cards fit: only source and target are filled differently.
- A lane that needs more gets it from the lanes of its column that have more than they need, the
  nearest first, the upper one of two; the strip from the lowest lanes. Other columns stay.
- The strip keeps its height until another lane needs it or it is empty.
- Where that is not enough, the same style is tried in another split, then smaller ones. A board
  that scrolls grows instead, until a new one would be lower by a quarter.
- Cards grow by a move only for a large gain: where a board that scrolled would be roomy, or where
  the cards of a roomy one would have half as much area again (`_GAIN`).

Invariants, whatever the numbers: a card lies inside its lane and below its header; no two lanes
and no two cards overlap; no card is smaller than its style; every lane lies on the board.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from socplanner.ui.board.lane_boxes import Arrangement, CardStyle, Frame
from socplanner.ui.board.lane_columns import Columns, Split
from socplanner.ui.board.lane_measures import Division, ExtraHeight, LaneContent, LaneMeasures

_SPARE = 2
_WIDEST = 1.5
"""Cards are at most so many times as wide as their style needs."""

_GAIN = 1.5
"""A gain is large from cards on that have so many times the area."""


class _Choice(NamedTuple):
    """A split that fits; the least one is the best."""

    is_tight: bool
    is_ragged: bool
    """Whether the rows of the columns do not line up."""

    unevenness: int
    height: int
    split: Split

    @property
    def is_aligned(self) -> bool:
        """Whether the rows of the columns line up."""
        return not self.is_ragged


def arranged(
    contents: Sequence[LaneContent],
    size: tuple[int, int],
    styles: Iterable[CardStyle],
    frame: Frame,
    extra_height: ExtraHeight,
    before: Arrangement | None = None,
) -> Arrangement:
    """Return the board for `contents`, which are in reading order, in `size`.

    It stays as much like `before` as its cards allow. The last of `styles` is used to scroll where
    none fits; raise ValueError where there is no style at all.
    """
    columns = _columns(contents)
    strip = next((content for content in contents if content.spot is None), None)
    counts = tuple(sum(content.count for content in column) for column in columns)

    def measured(style: CardStyle) -> LaneMeasures:
        grid = Columns(counts, size[0], style, frame)
        return LaneMeasures(contents, columns, strip, size, grid, extra_height)

    choices = iter(styles)
    was_scrolled = before is not None and before.size == size and before.height > size[1]
    if before is not None and before.size == size and not was_scrolled:
        moved, choices = _after_move(measured, choices, before)
        if moved is not None:
            return moved
    last = None if before is None else before.style
    fitting: tuple[LaneMeasures, _Choice] | None = None
    for last in choices:
        measures = measured(last)
        choice = _best(measures)
        if choice is not None and not choice.is_tight:
            return _roomy(measures, choice)
        if choice is not None and fitting is None and not was_scrolled:
            fitting = measures, choice
    if last is None:
        raise ValueError("no style")
    return _divided(*fitting) if fitting else _scrolling(measured(_least(last, before)), before)


def _after_move(
    measured: Callable[[CardStyle], LaneMeasures], styles: Iterator[CardStyle], before: Arrangement
) -> tuple[Arrangement | None, Iterator[CardStyle]]:
    """Return the board after a move, in the style of `before` or for a large gain; and others.

    The others are the smaller styles, to be tried where there is no such board.
    """
    for style in styles:
        if style.area < _GAIN * before.style.area:
            styles = chain((style,), styles)
            break
        larger = measured(style)
        gained = _best(larger)
        if gained is not None and not gained.is_tight:
            return _roomy(larger, gained), styles
    measures = measured(before.style)
    smaller = (style for style in styles if style.area < before.style.area)
    again = _kept(measures, before)
    if again is None:
        same = min(_choices(measures, sum(before.split)), default=None) or _best(measures)
        again = None if same is None else _divided(measures, same)
    return again, smaller


def _columns(contents: Sequence[LaneContent]) -> tuple[tuple[LaneContent, ...], ...]:
    """Return the lanes of each column from the top."""
    columns: dict[int, list[LaneContent]] = {}
    for content in contents:
        if content.spot is not None:
            columns.setdefault(content.spot.column, []).append(content)
    return tuple(tuple(columns[column]) for column in sorted(columns))


def _best(measures: LaneMeasures) -> _Choice | None:
    """Return the best split with the most cards side by side, None where none fits."""
    return min(_choices(measures, measures.grid.most_side_by_side()), default=None)


def _roomy(measures: LaneMeasures, choice: _Choice) -> Arrangement:
    """Return the roomy board of `choice`.

    It has fewer and wider cards side by side where `_SPARE` lines of cards stay free.
    """
    widest = _WIDEST * measures.style.least_width
    for fewer in range(sum(choice.split) - 1, len(measures.columns), -1):
        if measures.grid.card_width(fewer) > widest:
            break
        wider = min(_choices(measures, fewer, _SPARE), default=choice)
        choice = choice if wider.is_tight else wider
    return _divided(measures, choice)


def _divided(measures: LaneMeasures, choice: _Choice) -> Arrangement:
    strip = measures.strip_need(choice.split)
    space = measures.space(strip)
    return _shared_out(measures, choice.split, strip, space, is_aligned=choice.is_aligned)


def _least(style: CardStyle, before: Arrangement | None) -> CardStyle:
    """Return `style`, or that of the board before where its cards are smaller."""
    if before is None or before.style.area >= style.area:
        return style
    return before.style


def _choices(measures: LaneMeasures, total: int, spare: int = 0) -> Iterator[_Choice]:
    """Yield each split of `total` cards side by side that fits with `spare` lines of cards free."""
    is_regular = _is_regular(measures)
    free = spare * (measures.style.height + measures.frame.gap)
    for split in measures.grid.splits(total):
        needs, more = measures.needs(split), measures.needs(split, 1)
        space = measures.space(measures.strip_need(split)) - free
        less = measures.space(measures.strip_need(split, 1)) - free
        totals = [_total(measures, column) for column in needs]
        alone = max(totals)
        if alone > space:
            continue
        rises = [
            max(high - low for low, high in zip(*pair, strict=True))
            for pair in zip(needs, more, strict=True)
        ]
        tallest = max(total + rise for total, rise in zip(totals, rises, strict=True))
        is_tight = alone > less or tallest > space
        if is_regular and _aligned(measures, needs, more, is_tight) <= (
            space if is_tight else less
        ):
            aligned = _total(measures, _tallest(needs))
            yield _Choice(is_tight, False, (max(split) - min(split)) // 2, aligned, split)
        else:
            yield _Choice(is_tight, True, 0, alone, split)


def _aligned(
    measures: LaneMeasures, needs: list[list[int]], more: list[list[int]], is_tight: bool
) -> int:
    """Return the height of lanes whose rows line up, on a roomy board also after a move."""
    rows = _tallest(needs)
    return _total(measures, rows if is_tight else [*_tallest(more)[:-1], rows[-1]])


def _shared_out(
    measures: LaneMeasures, split: Split, strip: int, space: int, *, is_aligned: bool
) -> Arrangement:
    needs, more = measures.needs(split), measures.needs(split, 1)
    tallest = _tallest(needs) if _is_regular(measures) else []
    if is_aligned:
        needs, more = [tallest] * len(needs), [_tallest(more)] * len(needs)
    rise = measures.strip_need(split, 1) - strip
    heights = []
    for place, (low, high) in enumerate(zip(needs, more, strict=True)):
        below = [*low[:-1], low[-1] + rise]
        after = [max(each) for each in zip(below, high, strict=True)]
        targets = (below, after, tallest[:-1])
        heights.append(tuple(_shared(low, targets, measures.lanes_space(place, space))))
    return measures.arrangement(Division(split, tuple(heights), strip))


def _scrolling(measures: LaneMeasures, before: Arrangement | None) -> Arrangement:
    """Return a board as high as its cards need, like the one before where that scrolled too."""
    split = measures.grid.fair_split()
    needs, strip = measures.needs(split), measures.strip_need(split)
    space = max(measures.space(strip), *(_total(measures, column) for column in needs))
    new = _shared_out(measures, split, strip, space, is_aligned=False)
    if before is None or (before.style, before.size) != (new.style, new.size):
        return new
    kept = _kept(measures, before)
    return kept if kept is not None and kept.height <= new.height * 5 / 4 else new


def _kept(measures: LaneMeasures, before: Arrangement) -> Arrangement | None:
    """Return the board with the lanes of `before`, their heights changed where they must be."""
    split, old = before.split, {box.id: box for box in before.lanes}
    needs, need = measures.needs(split), measures.strip_need(split)
    heights = [[old[lane.id].rect.height for lane in column] for column in measures.columns]
    strip = measures.strip
    kept = 0 if strip is None else old[strip.id].rect.height
    stays = strip is not None and strip.count and old[strip.id].count
    is_scrolling = before.height > measures.size[1]
    for high in dict.fromkeys((max(kept, need) if stays else need, need)):
        space = measures.space(high)
        if is_scrolling:
            tallest = max(_total(measures, column) for column in heights)
            space = max(space, tallest, *(_total(measures, column) for column in needs))
        changed = [
            _refilled(column, least, measures.lanes_space(place, space))
            for place, (column, least) in enumerate(zip(heights, needs, strict=True))
        ]
        fitting = [column for column in changed if column is not None]
        if len(fitting) == len(changed):
            return measures.arrangement(Division(split, tuple(fitting), high))
    return None


def _refilled(heights: Sequence[int], needs: Sequence[int], space: int) -> tuple[int, ...] | None:
    """Return `heights` changed as little as their `needs` allow, None where that is too much."""
    if sum(needs) > space:
        return None
    result = list(heights)
    result[-1] += space - sum(result)
    for lane, need in enumerate(needs):
        givers = sorted(range(len(needs)), key=lambda giver: (abs(giver - lane), giver))
        for giver in givers[1:]:
            added = min(max(need - result[lane], 0), max(result[giver] - needs[giver], 0))
            result[lane] += added
            result[giver] -= added
    return tuple(result)


def _is_regular(measures: LaneMeasures) -> bool:
    """Return whether all columns have as many lanes."""
    return len({len(column) for column in measures.columns}) == 1


def _total(measures: LaneMeasures, heights: Sequence[int]) -> int:
    """Return how high lanes of `heights` are one above another."""
    return sum(heights) + measures.frame.between * (len(heights) - 1)


def _tallest(needs: Sequence[Sequence[int]]) -> list[int]:
    """Return for each row the most that a lane in it needs."""
    return [max(row) for row in zip(*needs, strict=True)]


def _shared(needs: Sequence[int], targets: Iterable[Sequence[int]], space: int) -> Iterator[int]:
    """Yield what each gets of `space`: its need, then each of `targets`, then part of the rest."""
    heights = list(needs)
    rest = max(space - sum(heights), 0)
    for target in targets:
        for place, height in enumerate(target):
            added = min(max(height - heights[place], 0), rest)
            heights[place] += added
            rest -= added
    parts = [rest * need // max(sum(needs), 1) for need in needs[:-1]]
    parts.append(rest - sum(parts))
    return (height + part for height, part in zip(heights, parts, strict=True))
