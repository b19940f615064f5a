"""The keys of the matrix and their commands, but for typing letters and moving the cursor."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class TableCommand(Enum):
    """A command that a key gives."""

    CLEAR = auto()
    LETTERS = auto()
    CUT = auto()
    COPY = auto()
    COPY_WITH_HEADINGS = auto()
    PASTE = auto()
    FILL_DOWN = auto()
    FILL_RIGHT = auto()
    FILL_ALL = auto()
    FOLD = auto()
    UNFOLD = auto()
    FOLD_ALL = auto()
    UNFOLD_ALL = auto()
    FOLD_PARTIES = auto()
    NARROWER = auto()
    WIDER = auto()
    SELECT_ROW = auto()
    SELECT_COLUMN = auto()
    SORT = auto()
    CANONICAL = auto()
    JUMP_UP = auto()
    JUMP_DOWN = auto()
    JUMP_LEFT = auto()
    JUMP_RIGHT = auto()
    STRETCH_UP = auto()
    STRETCH_DOWN = auto()
    STRETCH_LEFT = auto()
    STRETCH_RIGHT = auto()
    FIRST_CELL = auto()
    LAST_CELL = auto()


_COMMANDS = {
    (_KEY.Key_Delete, _NONE): TableCommand.CLEAR,
    (_KEY.Key_Backspace, _NONE): TableCommand.CLEAR,
    (_KEY.Key_F2, _NONE): TableCommand.LETTERS,
    (_KEY.Key_Space, _NONE): TableCommand.LETTERS,
    (_KEY.Key_C, _CONTROL | _SHIFT): TableCommand.COPY_WITH_HEADINGS,
    (_KEY.Key_D, _CONTROL): TableCommand.FILL_DOWN,
    (_KEY.Key_R, _CONTROL): TableCommand.FILL_RIGHT,
    (_KEY.Key_Return, _CONTROL): TableCommand.FILL_ALL,
    (_KEY.Key_Enter, _CONTROL): TableCommand.FILL_ALL,
    (_KEY.Key_Minus, _NONE): TableCommand.FOLD,
    (_KEY.Key_Plus, _NONE): TableCommand.UNFOLD,
    (_KEY.Key_Plus, _SHIFT): TableCommand.UNFOLD,
    (_KEY.Key_Minus, _CONTROL): TableCommand.FOLD_ALL,
    (_KEY.Key_Plus, _CONTROL): TableCommand.UNFOLD_ALL,
    (_KEY.Key_Plus, _CONTROL | _SHIFT): TableCommand.UNFOLD_ALL,
    (_KEY.Key_Minus, _ALT): TableCommand.FOLD_PARTIES,
    (_KEY.Key_Left, _ALT): TableCommand.NARROWER,
    (_KEY.Key_Right, _ALT): TableCommand.WIDER,
    (_KEY.Key_Space, _SHIFT): TableCommand.SELECT_ROW,
    (_KEY.Key_Space, _CONTROL): TableCommand.SELECT_COLUMN,
    (_KEY.Key_Down, _ALT): TableCommand.SORT,
    (_KEY.Key_Escape, _NONE): TableCommand.CANONICAL,
    (_KEY.Key_Up, _CONTROL): TableCommand.JUMP_UP,
    (_KEY.Key_Down, _CONTROL): TableCommand.JUMP_DOWN,
    (_KEY.Key_Left, _CONTROL): TableCommand.JUMP_LEFT,
    (_KEY.Key_Right, _CONTROL): TableCommand.JUMP_RIGHT,
    (_KEY.Key_Up, _CONTROL | _SHIFT): TableCommand.STRETCH_UP,
    (_KEY.Key_Down, _CONTROL | _SHIFT): TableCommand.STRETCH_DOWN,
    (_KEY.Key_Left, _CONTROL | _SHIFT): TableCommand.STRETCH_LEFT,
    (_KEY.Key_Right, _CONTROL | _SHIFT): TableCommand.STRETCH_RIGHT,
    (_KEY.Key_Home, _CONTROL): TableCommand.FIRST_CELL,
    (_KEY.Key_End, _CONTROL): TableCommand.LAST_CELL,
}
_STANDARD = (
    (QKeySequence.StandardKey.Cut, TableCommand.CUT),
    (QKeySequence.StandardKey.Copy, TableCommand.COPY),
    (QKeySequence.StandardKey.Paste, TableCommand.PASTE),
)


def command_of(event: QKeyEvent) -> TableCommand | None:
    """Return the command of `event`, None if it is none of the matrix."""
    modifiers = event.modifiers() & ~_KEYPAD
    command = _COMMANDS.get((Qt.Key(event.key()), modifiers))
    if command is not None:
        return command
    return next((each for keys, each in _STANDARD if event.matches(keys)), None)
