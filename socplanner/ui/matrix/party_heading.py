"""The parts of a party's header: badge, name, the mark of a finding, the name of a group."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

from socplanner.ui.kit.theme import CHIP_ROUND, ink_on, kind_colour
from socplanner.ui.matrix.grid_colours import band_fill, draw_fold
from socplanner.ui.matrix.party_groups import PartyGroup

STRIP = 3
SMALLEST = 6.5
_BESIDE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_UPRIGHT = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap
)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def draw_name(painter: QPainter, place: QRect, name: str, *, is_upright: bool) -> None:
    """Draw the name of a party into `place`, upright where its words do not fit across."""
    if not is_upright:
        painter.drawText(place, _BESIDE, _wrapped(name))
        return
    painter.save()
    painter.translate(place.left(), place.bottom())
    painter.rotate(-90)
    painter.drawText(QRect(0, 0, place.height(), place.width()), _UPRIGHT, name)
    painter.restore()


def draw_badge(
    painter: QPainter, space: QRect, initials: str, small: QFont, colour: QColor
) -> None:
    """Draw `initials` in the middle of `space`, smaller than `small` where they would not fit."""
    font = QFont(small)
    font.setBold(True)
    while QFontMetrics(font).horizontalAdvance(initials) > space.width() - 8 > 8:
        if font.pointSizeF() <= SMALLEST:
            break
        font.setPointSizeF(font.pointSizeF() - 0.5)
    side = space.height()
    width = max(side, QFontMetrics(font).horizontalAdvance(initials) + 8)
    place = QRect(0, space.top(), min(width, space.width() - 2), side)
    place.moveLeft(space.center().x() - place.width() // 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, CHIP_ROUND, CHIP_ROUND)
    painter.setFont(font)
    painter.setPen(ink_on(colour))
    painter.drawText(place, _CENTRE, initials)


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
    colour, metrics = kind_colour(group.kind, palette), painter.fontMetrics()
    painter.fillRect(place, band_fill(palette))
    strip = QRect(place.left(), place.bottom() - STRIP, place.width() - 1, STRIP)
    painter.fillRect(strip, colour)
    text = place.adjusted(2, 0, -2, -STRIP)
    if group.size > 1:
        side = text.height() - 4
        arrow = QRect(text.left(), text.top() + 2, side, side)
        draw_fold(painter, arrow, colour, is_folded=is_folded)
        text.setLeft(text.left() + side + 1)
        if is_folded:
            more = f"+{group.size - 1}"
            named = f"{more} {name}"
            name = named if metrics.horizontalAdvance(named) <= text.width() else more
    painter.setPen(colour)
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, _CENTRE, shown)


def _wrapped(name: str) -> str:
    """Return `name` with break opportunities after the marks that join words."""
    for mark in "・/-":
        name = name.replace(mark, f"{mark}\u200b")
    return name
