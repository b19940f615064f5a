"""The sign of a sourcing: a small card with its rail, for legends and tables."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.theme import sourcing_colours
from socplanner.ui.kit.type_scale import scaled_pixels

OPEN = (Sourcing.UNDECIDED, Sourcing.NOT_CARRIED_OUT)
"""Sourcings whose card has a dashed edge and no rail."""

_SIGN = 14
_ROUND, _RAIL, _GAP = 3, 4, 5
_PIECE, _BREAK = 3, 2


def rail_path(
    sourcing: Sourcing, card: QRectF, width: float, round_: float, piece: float, gap: float
) -> QPainterPath:
    """Return the rail of `card`: whole inside, broken outside, half of each for both, else none.

    `width` is that of the rail, `round_` the radius of the card; a broken rail has pieces of
    `piece` pixels with `gap` between them.
    """
    path, top, bottom = QPainterPath(), card.top(), card.bottom()
    middle = (top + bottom) / 2
    if sourcing in (Sourcing.INSOURCE, Sourcing.BOTH):
        end = bottom if sourcing is Sourcing.INSOURCE else middle
        path.addRect(QRectF(card.left(), top, width, end - top))
    if sourcing in (Sourcing.OUTSOURCE, Sourcing.BOTH):
        y = top if sourcing is Sourcing.OUTSOURCE else middle + gap
        while y < bottom:
            path.addRect(QRectF(card.left(), y, width, min(piece, bottom - y)))
            y += piece + gap
    outline = QPainterPath()
    outline.addRoundedRect(card, round_, round_)
    return path.intersected(outline)


def draw_sign(painter: QPainter, sourcing: Sourcing, rect: QRectF, palette: QPalette) -> None:
    """Draw the sign of `sourcing` in `rect`."""
    tint, card = sourcing_colours(sourcing, palette), rect.adjusted(0.5, 0.5, -0.5, -0.5)
    pen = QPen(tint.ink if sourcing in OPEN else tint.line, 1)
    if sourcing in OPEN:
        pen.setDashPattern([2, 2])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(tint.fill)
    painter.drawRoundedRect(card, _ROUND, _ROUND)
    rail = rail_path(sourcing, card, _RAIL, _ROUND, _PIECE, _BREAK)
    painter.fillPath(rail, tint.ink)
    painter.restore()


class SignedLabel(PlainLabel):
    """A text after the sign of a sourcing."""

    def __init__(self, sourcing: Sourcing, parent: QWidget) -> None:
        """Show the sign of `sourcing`, without a text."""
        super().__init__(parent)
        self._sourcing = sourcing
        self._name, self._count = "", 0
        self._is_named = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, name: str, count: int) -> None:
        """Show how many roles have the sourcing, with its `name`; the whole is the tooltip."""
        self._name, self._count = name, count
        self.setToolTip(tool_tip(f"{name} {count}"))
        self.setAccessibleName(f"{name} {count}")
        self.show_name(self._is_named)

    def show_name(self, is_named: bool) -> None:
        """Show name and count, or where space is short the count alone."""
        self._is_named = is_named
        self.setText(f"{self._name} {self._count}" if is_named else str(self._count))

    def named_width(self) -> int:
        """Return how wide the label is with its name."""
        text = f"{self._name} {self._count}"
        return scaled_pixels(self.font(), _SIGN) + _GAP + self.fontMetrics().horizontalAdvance(text)

    @override
    def sizeHint(self) -> QSize:
        metrics, sign = self.fontMetrics(), scaled_pixels(self.font(), _SIGN)
        wide = sign + _GAP + metrics.horizontalAdvance(self.text())
        return QSize(wide, max(sign, metrics.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, sign = QPainter(self), QRectF(self.rect()), scaled_pixels(self.font(), _SIGN)
        top = round((rect.height() - sign) / 2)
        place = QRectF(0, top, sign, sign)
        draw_sign(painter, self._sourcing, place, self.palette())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
        painter.drawText(rect.adjusted(sign + _GAP, 0, 0, 0), flags, self.text())
        painter.end()
