"""The parts of a party's header: its name, the mark of a finding, the name of a group."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from socplanner.ui.kit.theme import kind_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.matrix.grid_colours import band_fill, draw_fold
from socplanner.ui.matrix.party_groups import PartyGroup

_BELOW = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_PAD = 6


def draw_name(painter: QPainter, place: QRect, name: str) -> None:
    """Draw the name of a party under its chip, over as many lines as `place` has."""
    painter.drawText(place, _BELOW, _wrapped(name))


def draw_corner(painter: QPainter, corner: QPoint, side: int, colour: QColor) -> None:
    """Mark a party that has findings by a corner, as cells are."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon([corner - QPoint(side, 0), corner, corner + QPoint(0, side)])


def draw_group(
    painter: QPainter,
    place: QRect,
    group: PartyGroup,
    name: str,
    palette: QPalette,
    *,
    is_folded: bool,
) -> None:
    """Draw the name of `group` over its columns, and whether it folds."""
    metrics = painter.fontMetrics()
    painter.fillRect(place, band_fill(palette))
    painter.fillRect(QRect(place.right(), place.top(), 1, place.height()), token("line-2", palette))
    ink = token("text-2", palette) if group.kind == "internal" else kind_colour(group.kind, palette)
    text = place.adjusted(_PAD, 0, -2, 0)
    if group.size > 1:
        side = min(text.height(), 14)
        arrow = QRect(place.left() + 2, text.center().y() - side // 2, side, side)
        draw_fold(painter, arrow, ink, is_folded=is_folded)
        text.setLeft(arrow.right() + 3)
        if is_folded:
            more = f"+{group.size - 1}"
            named = f"{more} {name}"
            name = named if metrics.horizontalAdvance(named) <= text.width() else more
    painter.setPen(ink)
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, _LEFT, shown)


def _wrapped(name: str) -> str:
    """Return `name` with break opportunities after the marks that join words."""
    for mark in "・/-":
        name = name.replace(mark, f"{mark}\u200b")
    return name
