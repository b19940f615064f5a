"""Lanes that follow one another over pages: which cards stand where, in pixels of the board."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSizeF

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardStyle, Frame, LaneBox
from socplanner.ui.board.lanes import LaneId

_WIDEST = 1.5
"""Cards are at most so many times as wide as their style needs."""


class LanePart(NamedTuple):
    """A lane, or some lines of its cards, on one page: the box, and the row of each card in it.

    The box counts all cards of the lane; position 0 is the first card of the part.
    """

    box: LaneBox
    rows: tuple[int, ...]


class _Line(NamedTuple):
    """Cards side by side, and how much taller than its style each is."""

    rows: tuple[int, ...]
    extras: tuple[int, ...]


class LaneFlow:
    """Fills pages of one size with lanes over the whole width."""

    def __init__(self, frame: Frame, style: CardStyle, size: QSizeF) -> None:
        """Begin with an empty page of `size` in pixels."""
        self._frame = frame
        self._style = style
        self._width, self._height = int(size.width()), int(size.height())
        self._step = style.height + frame.gap
        inner = self._width - 2 * frame.pad + frame.gap
        self.columns = max(inner // (style.least_width + frame.gap), 1)
        self.card_width = min(inner // self.columns - frame.gap, int(_WIDEST * style.least_width))
        self._pages: list[list[LanePart]] = [[]]
        self._y = 0

    def pages(self) -> tuple[tuple[LanePart, ...], ...]:
        """Return the parts of each page."""
        return tuple(tuple(page) for page in self._pages)

    def add_lane(self, lane: LaneId, rows: Sequence[int], extras: Mapping[int, int]) -> None:
        """Add a lane with the cards of `rows`; `extras` has how much taller each card is."""
        lines = [
            _Line(cards, tuple(extras[row] for row in cards))
            for start in range(0, len(rows), self.columns)
            for cards in (tuple(rows[start : start + self.columns]),)
        ]
        if self._y and self._needed(lines[:1]) > self._height - self._y:
            self._turn()
        while True:
            number = self._fitting(lines)
            self._place(lane, len(rows), lines[:number])
            lines = lines[number:]
            if not lines:
                return
            self._turn()

    def _turn(self) -> None:
        self._pages.append([])
        self._y = 0

    def _fitting(self, lines: Sequence[_Line]) -> int:
        """Return how many of `lines` fit on the page; at least one on an empty page."""
        number = 0
        while number < len(lines):
            if self._needed(lines[: number + 1]) > self._height - self._y and (number or self._y):
                break
            number += 1
        return number

    def _needed(self, lines: Sequence[_Line]) -> int:
        """Return the height of a part with `lines`."""
        frame = self._frame
        cards = sum(self._step + max(line.extras) for line in lines)
        return frame.header + (cards - frame.gap if lines else 0) + frame.pad

    def _place(self, lane: LaneId, count: int, lines: Sequence[_Line]) -> None:
        frame, high = self._frame, self._needed(lines)
        rect = Rect(0, self._y, self._width, high)
        header = Rect(frame.pad, self._y, self._width - 2 * frame.pad, frame.header)
        tops = [header.bottom]
        for line in lines:
            tops.append(tops[-1] + self._step + max(line.extras))
        extras = [extra for line in lines for extra in line.extras]
        taller = tuple((position, extra) for position, extra in enumerate(extras) if extra)
        box = LaneBox(
            lane,
            rect,
            header,
            count,
            self.columns,
            self.card_width,
            self._style.height,
            frame.gap,
            tuple(tops),
            taller,
        )
        self._pages[-1].append(LanePart(box, tuple(row for line in lines for row in line.rows)))
        self._y += high + frame.between
