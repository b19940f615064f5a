"""Roles as the data of a drag: from the board to a lane or to a party."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from socplanner.domain.ids import RoleId

MIME_TYPE = "application/x-socplanner-roles"


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
