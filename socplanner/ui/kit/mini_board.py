"""A board in small: each role as a tiny card in the colours of its sourcing, in its area."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import PhaseId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.sourcing_sign import OPEN, rail_path
from socplanner.ui.kit.theme import sourcing_colours
from socplanner.ui.kit.tokens import token

_FEWEST, _WIDEST = 3, 12.0
"""The least number of cards side by side in an area, and the most pixels of a card."""

_GAP, _LANE, _PAD, _ROUND = 2, 4, 4, 4
_BESIDE, _RAIL = 1.15, 0.28
"""The height and the rail of a card, as shares of its width."""


class MiniLane(NamedTuple):
    """An area: where it stands, and the sourcing of each of its roles."""

    column: int
    row: int
    cards: tuple[Sourcing, ...]


def mini_lanes(plan: Plan, phase: PhaseId) -> tuple[MiniLane, ...]:
    """Return the areas of `plan` in `phase`, with roles in the order of the catalogue."""
    current = duties(plan, phase).values()
    return tuple(
        MiniLane(
            facts.column,
            facts.row,
            tuple(duty.sourcing for duty in current if duty.area is facts.area),
        )
        for facts in plan.catalogue.areas
    )


class MiniBoard(QWidget):
    """Paints lanes; its owner gives it an accessible name."""

    def __init__(self, parent: QWidget, size: QSize) -> None:
        """Begin without lanes, `size` large."""
        super().__init__(parent)
        self._size = size
        self._lanes: tuple[MiniLane, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_lanes(self, lanes: tuple[MiniLane, ...]) -> None:
        """Show `lanes`."""
        if lanes != self._lanes:
            self._lanes = lanes
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_lanes(painter, QRectF(self.rect()), self._lanes, self.palette())
        painter.end()


def draw_lanes(
    painter: QPainter, place: QRectF, lanes: tuple[MiniLane, ...], palette: QPalette
) -> None:
    """Draw `lanes` in two columns and two rows into `place`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide, high = (place.width() - _LANE) / 2, (place.height() - _LANE) / 2
    for lane in lanes:
        left = place.left() + lane.column * (wide + _LANE)
        top = place.top() + lane.row * (high + _LANE)
        box = QRectF(left, top, wide, high).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(token("line", palette), 1))
        painter.setBrush(token("surface", palette))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        _draw_cards(painter, box.adjusted(_PAD, _PAD, -_PAD, -_PAD), lane.cards, palette)
    painter.restore()


def _draw_cards(
    painter: QPainter, box: QRectF, cards: tuple[Sourcing, ...], palette: QPalette
) -> None:
    """Draw `cards` as large as they fit into `box`, up to a size."""
    across, wide, high = _FEWEST - 1, 0.0, 0.0
    while across <= len(cards):
        across += 1
        wide = min((box.width() - _GAP * (across - 1)) / across, _WIDEST)
        high = wide * _BESIDE
        across = max(across, int((box.width() + _GAP) // (wide + _GAP)))
        if -(-len(cards) // across) * (high + _GAP) - _GAP <= box.height():
            break
    for at, sourcing in enumerate(cards):
        line, place = divmod(at, across)
        left, top = box.left() + place * (wide + _GAP), box.top() + line * (high + _GAP)
        card = QRectF(left, top, wide, high).adjusted(0.5, 0.5, -0.5, -0.5)
        tint = sourcing_colours(sourcing, palette)
        pen = QPen(tint.line, 1)
        if sourcing in OPEN:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(tint.fill)
        painter.drawRoundedRect(card, 2, 2)
        rail = rail_path(sourcing, card, wide * _RAIL, 2, high * 0.25, high * 0.15)
        painter.fillPath(rail, tint.ink)
