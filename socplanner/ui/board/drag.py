"""The data and the picture of a drag: ids of roles, and a small stack of cards."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap

from socplanner.domain.ids import RoleId
from socplanner.ui.kit.theme import ink_on

MIME_TYPE = "application/x-socplanner-roles"
_STEP = 4
_MOST = 3


def packed(plan_id: str, roles: Sequence[RoleId]) -> QMimeData:
    """Return `roles` of a plan as data to drag."""
    mime = QMimeData()
    mime.setData(MIME_TYPE, json.dumps({"plan": plan_id, "roles": roles}).encode())
    mime.setText("\n".join(role.partition(":")[2] for role in roles))
    return mime


def unpacked(mime: QMimeData, plan_id: str) -> tuple[RoleId, ...]:
    """Return the roles in dragged data; of another plan or other data, none."""
    if not mime.hasFormat(MIME_TYPE):
        return ()
    try:
        payload = json.loads(bytes(mime.data(MIME_TYPE).data()))
    except ValueError:
        return ()
    if not isinstance(payload, dict) or payload.get("plan") != plan_id:
        return ()
    roles = payload.get("roles")
    if not isinstance(roles, list) or not all(isinstance(each, str) for each in roles):
        return ()
    return tuple(RoleId(each) for each in roles)


def stack(pictures: Sequence[QPixmap], count: int, palette: QPalette) -> QPixmap:
    """Return the first cards of a drag one behind another, with the number of all of them."""
    first = pictures[0]
    ratio = first.devicePixelRatio()
    shown = pictures[:_MOST]
    edge = _STEP * (len(shown) - 1)
    width = max(each.width() / ratio for each in shown) + edge
    height = max(each.height() / ratio for each in shown) + edge
    stacked = QPixmap(round((width + 2 * _STEP) * ratio), round((height + 2 * _STEP) * ratio))
    stacked.setDevicePixelRatio(ratio)
    stacked.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stacked)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, picture in reversed(list(enumerate(shown))):
        painter.drawPixmap(QPoint(_STEP * place, _STEP * (place + 1)), picture)
    if count > 1:
        _draw_count(painter, width, count, palette)
    painter.end()
    return stacked


def _draw_count(painter: QPainter, width: float, count: int, palette: QPalette) -> None:
    fill = QColor(palette.color(QPalette.ColorRole.Highlight))
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    high = metrics.height() + 2
    wide = max(high, metrics.horizontalAdvance(str(count)) + high // 2)
    badge = QRectF(width + 2 * _STEP - wide, 0, wide, high)
    painter.setPen(QPen(ink_on(fill), 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(count))
