"""The picture of a drag: a card on a small stack, with the number of cards."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap

from socplanner.ui.board.card_painter import ROUND
from socplanner.ui.kit.tokens import token

_STEP = 4
_MOST = 3


def stack(first: QPixmap, count: int, palette: QPalette) -> QPixmap:
    """Return the card `first` on the outlines of those behind it, with the number of all."""
    ratio = first.devicePixelRatio()
    behind = min(count, _MOST) - 1
    width, height = first.width() / ratio, first.height() / ratio
    whole = width + _STEP * (behind + 2), height + _STEP * (behind + 2)
    stacked = QPixmap(round(whole[0] * ratio), round(whole[1] * ratio))
    stacked.setDevicePixelRatio(ratio)
    stacked.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stacked)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(token("raised", palette))
    painter.setPen(QPen(token("edge", palette), 1))
    for place in range(behind, 0, -1):
        at = _STEP * place
        card = QRectF(at + 0.5, at + _STEP + 0.5, width - 1, height - 1)
        painter.drawRoundedRect(card, ROUND, ROUND)
    painter.drawPixmap(QPoint(0, _STEP), first)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(token("accent-ink", palette), 2))
    painter.drawRoundedRect(QRectF(1, _STEP + 1, width - 2, height - 2), ROUND, ROUND)
    if count > 1:
        _draw_count(painter, whole[0], count, palette)
    painter.end()
    return stacked


def _draw_count(painter: QPainter, right: float, count: int, palette: QPalette) -> None:
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    high = metrics.height() + 2
    wide = max(high, metrics.horizontalAdvance(str(count)) + high // 2)
    badge = QRectF(right - wide, 0, wide, high)
    painter.setPen(QPen(token("on-accent", palette), 1))
    painter.setBrush(token("accent", palette))
    painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(count))
