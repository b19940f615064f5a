"""Divides the width of the board among columns of lanes, by how many cards stand side by side.

A *split* is how many cards stand side by side in each column; all lanes of a column share it.
Cards are equally wide all over the board: a card that changes its column keeps its size.
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

    def most_side_by_side(self) -> int:
        """Return how many cards at most stand side by side in all columns together."""
        number = len(self.counts)
        most = self._cards_space() // (self.style.least_width + self.frame.gap)
        return next((total for total in range(most, number, -1) if self.splits(total)), number)

    def splits(self, total: int) -> list[Split]:
        """Return the splits of `total` cards side by side that are wide enough for them."""
        number = len(self.counts)
        if total <= number:
            return [(1,) * number]
        return [split for split in self._divided(total) if self._is_wide_enough(split)]

    def fair_split(self) -> Split:
        """Return the split that follows the numbers of cards most closely."""
        shares = self._shares()[:-1]

        def unfairness(split: Split) -> float:
            total = sum(split)
            return sum(
                abs(cards - total * share) for cards, share in zip(split, shares, strict=False)
            )

        return min(self.splits(self.most_side_by_side()), key=unfairness)

    def widths(self, split: Split) -> list[int]:
        """Return the width of each column: its cards side by side; the last one gets the rest."""
        frame, number = self.frame, len(split)
        card = self.card_width(sum(split))
        rest = self.board_width() - frame.between * (number - 1)
        widths: list[int] = []
        for place, cards in enumerate(split[:-1], start=1):
            cards_wide = cards * (card + frame.gap) - frame.gap + 2 * frame.pad
            widest = rest - frame.least_lane * (number - place)
            width = min(max(cards_wide, frame.least_lane), widest)
            widths.append(width)
            rest -= width
        return [*widths, rest]

    def card_width(self, total: int) -> int:
        """Return the width of every card where `total` stand side by side, in any split."""
        return (self._cards_space() // total) - self.frame.gap

    def strip_cards(self, card_width: int) -> int:
        """Return how many cards of `card_width` fit side by side over the whole width."""
        frame = self.frame
        size = self.board_width() - 2 * frame.pad + frame.gap
        return max(size // (card_width + frame.gap), 1)

    def _shares(self) -> list[float]:
        """Return the part of all cards that each column has."""
        total = max(sum(self.counts), 1)
        return [count / total for count in self.counts]

    def _cards_space(self) -> int:
        """Return the width of all columns without their edges, gaps after all cards included."""
        frame, number = self.frame, len(self.counts)
        edges = number * (2 * frame.pad - frame.gap) + (number - 1) * frame.between
        return self.board_width() - edges

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
        """Return whether each column has the width of its cards side by side."""
        frame, card = self.frame, self.card_width(sum(split))
        return all(
            cards * (card + frame.gap) - frame.gap + 2 * frame.pad <= width
            for cards, width in zip(split, self.widths(split), strict=True)
        )
