"""The board of the shipped catalogue without a window, and what single moves change on it.

`python -m tests.support.board_sheet` prints the figures of the decision on it.
"""

import os
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from PySide6.QtGui import QFont, QPalette

from socplanner.domain.catalogue import Catalogue, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.services.catalogues import shipped
from socplanner.services.i18n import words_for
from socplanner.ui.board.area_lanes import lane_of_area, lanes_by_area
from socplanner.ui.board.card import Badge, Card
from socplanner.ui.board.lane_boxes import Frame
from socplanner.ui.board.lane_painter import LanePainter
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.board.placement import Placement
from socplanner.ui.board.text_fit import TextFit
from tests.support.lanes import LANES
from tests.support.plans import hybrid_plan

SIZES = {
    "checks closed": (907, 679),
    "checks open": (907, 458),
    "shorter": (907, 600),
    "narrower": (806, 600),
}
"""What the board has of a window of 1280x800, and of one a little smaller."""

MOVES = 200


class BoardSheet:
    """The board in one language, to be arranged again and again."""

    def __init__(self, catalogue: Catalogue, language: Language, pixels: int = 0) -> None:
        """Measure the names in `language`, in the usual font or in letters of so many pixels."""
        font = QFont()
        if pixels:
            font.setPixelSize(pixels)
        self.words = words_for(language)
        self.roles = catalogue.roles
        self.names = [role.name.in_(language) for role in catalogue.roles]
        self.fit = TextFit(font, self.names)
        self.lane_set = lanes_by_area(hybrid_plan(), PhaseId("now"), self.words)
        self.lanes = LanePainter(self.fit, QPalette(), self.lane_set)
        caption = self.lanes.caption_height()
        self.frame = Frame(self.lanes.heading_height(), caption, caption)

    def placed(self, lanes: Sequence[LaneId], size: tuple[int, int]) -> Placement:
        """Return each role in its one of `lanes`, arranged in `size`."""
        placement = Placement(self.lane_set, lanes, self.names, self.fit)
        placement.arrange(size, self.frame)
        return placement

    def default_lanes(self) -> list[LaneId]:
        """Return the lane of each role in the catalogue."""
        return [lane_of_area(role.default_area) for role in self.roles]

    def spread(self, weights: Sequence[float], dice: Random) -> list[LaneId]:
        """Return a lane for each role, by the `weights` of the lanes."""
        return dice.choices(LANES, [weight + 1e-6 for weight in weights], k=len(self.roles))

    def card(self, row: int, badges: Sequence[Badge], dice: Random) -> Card:
        """Return the card of a role with any marks and some of `badges`."""
        role = self.roles[row]
        return Card(
            role.code,
            role.function,
            self.names[row],
            dice.choice(list(Sourcing)),
            tuple(dice.sample(badges, dice.randrange(len(badges)))),
            dice.choice([None, *Severity]),
            dice.random() < 0.5,
        )


class Changes(NamedTuple):
    """What moves changed, each as a share."""

    resized: float
    """Moves after which any card has another size."""

    displaced: float
    """Cards in another place, of those outside the lanes of the move; the mean of all moves."""

    scrolled: float
    """Moves after which the board has to be scrolled."""


def changes_by_moves(sheet: BoardSheet, size: tuple[int, int], seed: int, *, walk: bool) -> Changes:
    """Return what `MOVES` random moves of single cards change.

    In a `walk` each begins where the one before has ended, else each on a new board of the areas of
    the catalogue.
    """
    dice, rows = Random(seed), range(len(sheet.names))
    placement = sheet.placed(sheet.default_lanes(), size)
    resized = displaced = scrolled = 0.0
    for _ in range(MOVES):
        if not walk:
            placement = sheet.placed(sheet.default_lanes(), size)
        row = dice.choice(rows)
        source = placement.lane(row)
        target = dice.choice([lane for lane in LANES if lane != source])
        before = [placement.rect(each) for each in rows]
        placement.move(row, target)
        placement.arrange(size, sheet.frame)
        after = [placement.rect(each) for each in rows]
        outside = [each for each in rows if placement.lane(each) not in (source, target)]
        resized += any(old[2:] != new[2:] for old, new in zip(before, after, strict=True))
        displaced += sum(before[each] != after[each] for each in outside) / len(outside)
        scrolled += placement.arrangement.height > size[1]
    return Changes(resized / MOVES, displaced / MOVES, scrolled / MOVES)


def _lines() -> Iterator[str]:
    for language in LANGUAGES:
        sheet = BoardSheet(shipped(), language)
        for name, size in SIZES.items():
            for walk in (True, False):
                changes = changes_by_moves(sheet, size, 1, walk=walk)
                kind = "in a row" if walk else "single"
                shares = " ".join(f"{share:6.1%}" for share in changes)
                yield f"{language}  {name:16}{kind:10}{shares}"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    print("language, board, moves: resized, cards displaced outside the two lanes, scrolled")  # noqa: T201
    print("\n".join(_lines()))  # noqa: T201
