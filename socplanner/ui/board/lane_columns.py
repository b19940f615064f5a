"""Divides the width of the board among columns of lanes, by how many cards stand side by side.

A *split* is how many cards stand side by side in each column; all lanes of a column share it.
"""

from typing import NamedTuple

from socplanner.ui.board.lane_boxes import CardStyle, Frame

Split = tuple[int, ...]


class Columns(NamedTuple):
    """Columns with `counts` cards each, in `width` pixels, with cards of one style."""

    counts: tuple[int, ...]
    width: int
    style: CardStyle
    frame: Frame

    def board_width(self) -> int:
        """Return the width all columns share; in each of them at least one card fits."""
        frame, number = self.frame, len(self.counts)
        least = max(self.style.least_width + 2 * frame.pad, frame.least_lane)
        least = number * least + (number - 1) * frame.between
        return max(self.width - frame.left - frame.margin, least)

    def splits(self) -> list[Split]:
        """Return the splits with the most cards side by side that are wide enough for them."""
        number = len(self.counts)
        for total in range(self._most_side_by_side(), number, -1):
            splits = [split for split in self._divided(total) if self._is_wide_enough(split)]
            if splits:
                return splits
        return [(1,) * number]

    def fair_split(self) -> Split:
        """Return the split that follows the numbers of cards most closely."""
        shares = self._shares()[:-1]

        def unfairness(split: Split) -> float:
            total = sum(split)
            return sum(
                abs(cards - total * share) for cards, share in zip(split, shares, strict=False)
            )

        return min(self.splits(), key=unfairness)

    def widths(self, split: Split) -> list[int]:
        """Return the width of each column; the last one gets what the others leave."""
        frame, number, total = self.frame, len(split), sum(split)
        fixed = 2 * frame.pad - frame.gap
        rest = self.board_width() - frame.between * (number - 1)
        size = rest - number * fixed
        widths: list[int] = []
        for place, cards in enumerate(split[:-1], start=1):
            widest = rest - frame.least_lane * (number - place)
            width = min(max(fixed + size * cards // total, frame.least_lane), widest)
            widths.append(width)
            rest -= width
        return [*widths, rest]

    def card_width(self, lane_width: int, cards: int) -> int:
        """Return the width of each of `cards` side by side in a lane."""
        frame = self.frame
        return (lane_width - 2 * frame.pad + frame.gap) // cards - frame.gap

    def strip_cards(self) -> int:
        """Return how many cards fit side by side over the whole width; at least one."""
        frame = self.frame
        size = self.board_width() - 2 * frame.pad + frame.gap
        return max(size // (self.style.least_width + frame.gap), 1)

    def _shares(self) -> list[float]:
        """Return the part of all cards that each column has."""
        total = max(sum(self.counts), 1)
        return [count / total for count in self.counts]

    def _most_side_by_side(self) -> int:
        """Return how many cards fit side by side in all columns together."""
        frame, number = self.frame, len(self.counts)
        size = self.board_width() - (number - 1) * frame.between
        size -= number * (2 * frame.pad - frame.gap)
        return size // (self.style.least_width + frame.gap)

    def _divided(self, total: int) -> list[Split]:
        """Return how `total` cards side by side may be divided among the columns.

        The choices grow with every column: of three and more, only the fairest is returned.
        """
        number = len(self.counts)
        if number == 1:
            return [(total,)]
        if number == 2:
            return [(left, total - left) for left in range(1, total)]
        shares, split = self._shares(), [1] * number
        for _ in range(total - number):
            lacking = [share * total - cards for share, cards in zip(shares, split, strict=True)]
            split[lacking.index(max(lacking))] += 1
        return [tuple(split)]

    def _is_wide_enough(self, split: Split) -> bool:
        return all(
            self.card_width(width, cards) >= self.style.least_width
            for cards, width in zip(split, self.widths(split), strict=True)
        )
