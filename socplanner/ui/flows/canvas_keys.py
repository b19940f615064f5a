"""What keys do in a swimlane diagram, and which step is beside another."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from socplanner.ui.flows.flow_drawing import FlowDrawing
from socplanner.ui.flows.flow_geometry import DrawnGeometry

_DIRECTIONS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_COMMANDS = {
    **_DIRECTIONS,
    Qt.Key.Key_Return: "activate",
    Qt.Key.Key_Enter: "activate",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
    Qt.Key.Key_J: "join",
    Qt.Key.Key_H: "hours",
    Qt.Key.Key_L: "line",
}


_ZOOMS = {
    Qt.Key.Key_Plus: "zoom-in",
    Qt.Key.Key_Semicolon: "zoom-in",  # the plus of a Japanese keyboard
    Qt.Key.Key_Minus: "zoom-out",
    Qt.Key.Key_0: "fit",
}


def key_command(event: QKeyEvent) -> str:
    """Return the command of a key of the diagram, empty for another key.

    `left`, `right`, `up` and `down` move the cursor; `give-up` and `give-down` give the step to the
    party of the next lane.
    """
    key = Qt.Key(event.key())
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if plain == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return f"give-{_DIRECTIONS[key]}"
    if plain == Qt.KeyboardModifier.ControlModifier:
        return _ZOOMS.get(key, "")
    return _COMMANDS.get(key, "") if plain == Qt.KeyboardModifier.NoModifier else ""


def box_beside(drawing: FlowDrawing, geometry: DrawnGeometry, current: int, direction: str) -> int:
    """Return the box in `direction` of `current`; `current` where there is none.

    To the left and right the lines lead, up and down the places in the same column and those near.
    """
    along = _along_lines(drawing, current, direction)
    middle = geometry.boxes[current].center()
    candidates = along or [
        number
        for number, box in enumerate(geometry.boxes)
        if _is_in(box.center() - middle, direction)
    ]
    if not candidates:
        return current
    return min(candidates, key=lambda number: _distance(geometry, current, number, direction))


def lines_at_box(drawing: FlowDrawing, current: int) -> list[int]:
    """Return the numbers of the lines of the box `current`, those that leave it first."""
    lines = drawing.layout.lines
    leaving = [number for number, line in enumerate(lines) if line.start == current]
    return leaving + [number for number, line in enumerate(lines) if line.end == current]


def _along_lines(drawing: FlowDrawing, current: int, direction: str) -> list[int]:
    """Return the boxes to which lines lead from `current`, or from which they lead to it."""
    if direction not in ("left", "right"):
        return []
    step = drawing.boxes[current].step.id
    places = {
        number
        for number, box in enumerate(drawing.boxes)
        if box.step.id == step and box.receiver is None
    } | {current}
    lines = drawing.layout.lines
    if direction == "right":
        return [line.end for line in lines if line.start in places and line.kind != "loop"]
    return [
        line.start
        for line in lines
        if line.end == current
        or (
            line.end in places
            and drawing.boxes[current].receiver is None
            and line.kind != "delivery"
        )
    ]


def _is_in(vector: QPointF, direction: str) -> bool:
    across, down = vector.x(), vector.y()
    match direction:
        case "left":
            return across < 0
        case "right":
            return across > 0
        case "up":
            return down < 0
    return down > 0


def _distance(geometry: DrawnGeometry, current: int, number: int, direction: str) -> float:
    """Return how far a box is; pixels across the direction count more."""
    vector = geometry.boxes[number].center() - geometry.boxes[current].center()
    across, down = abs(vector.x()), abs(vector.y())
    return across + 3 * down if direction in ("left", "right") else down + 3 * across
