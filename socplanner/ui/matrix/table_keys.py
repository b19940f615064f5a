"""The keys of the matrix: what each asks for, beside typing letters and moving the cursor."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Wish(Enum):
    """What a key asks of the matrix."""

    CLEAR = auto()
    LETTERS = auto()
    CUT = auto()
    COPY = auto()
    COPY_WITH_HEADS = auto()
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


_WISHES = {
    (_KEY.Key_Delete, _NONE): Wish.CLEAR,
    (_KEY.Key_Backspace, _NONE): Wish.CLEAR,
    (_KEY.Key_F2, _NONE): Wish.LETTERS,
    (_KEY.Key_Space, _NONE): Wish.LETTERS,
    (_KEY.Key_C, _CONTROL | _SHIFT): Wish.COPY_WITH_HEADS,
    (_KEY.Key_D, _CONTROL): Wish.FILL_DOWN,
    (_KEY.Key_R, _CONTROL): Wish.FILL_RIGHT,
    (_KEY.Key_Return, _CONTROL): Wish.FILL_ALL,
    (_KEY.Key_Enter, _CONTROL): Wish.FILL_ALL,
    (_KEY.Key_Minus, _NONE): Wish.FOLD,
    (_KEY.Key_Plus, _NONE): Wish.UNFOLD,
    (_KEY.Key_Plus, _SHIFT): Wish.UNFOLD,
    (_KEY.Key_Minus, _CONTROL): Wish.FOLD_ALL,
    (_KEY.Key_Plus, _CONTROL): Wish.UNFOLD_ALL,
    (_KEY.Key_Plus, _CONTROL | _SHIFT): Wish.UNFOLD_ALL,
    (_KEY.Key_Minus, _ALT): Wish.FOLD_PARTIES,
    (_KEY.Key_Left, _ALT): Wish.NARROWER,
    (_KEY.Key_Right, _ALT): Wish.WIDER,
    (_KEY.Key_Space, _SHIFT): Wish.SELECT_ROW,
    (_KEY.Key_Space, _CONTROL): Wish.SELECT_COLUMN,
    (_KEY.Key_Down, _ALT): Wish.SORT,
    (_KEY.Key_Escape, _NONE): Wish.CANONICAL,
    (_KEY.Key_Up, _CONTROL): Wish.JUMP_UP,
    (_KEY.Key_Down, _CONTROL): Wish.JUMP_DOWN,
    (_KEY.Key_Left, _CONTROL): Wish.JUMP_LEFT,
    (_KEY.Key_Right, _CONTROL): Wish.JUMP_RIGHT,
    (_KEY.Key_Up, _CONTROL | _SHIFT): Wish.STRETCH_UP,
    (_KEY.Key_Down, _CONTROL | _SHIFT): Wish.STRETCH_DOWN,
    (_KEY.Key_Left, _CONTROL | _SHIFT): Wish.STRETCH_LEFT,
    (_KEY.Key_Right, _CONTROL | _SHIFT): Wish.STRETCH_RIGHT,
    (_KEY.Key_Home, _CONTROL): Wish.FIRST_CELL,
    (_KEY.Key_End, _CONTROL): Wish.LAST_CELL,
}
_STANDARD = (
    (QKeySequence.StandardKey.Cut, Wish.CUT),
    (QKeySequence.StandardKey.Copy, Wish.COPY),
    (QKeySequence.StandardKey.Paste, Wish.PASTE),
)


def wish_of(event: QKeyEvent) -> Wish | None:
    """Return what `event` asks for, if it is a command of the matrix."""
    held = event.modifiers() & ~_KEYPAD
    wish = _WISHES.get((Qt.Key(event.key()), held))
    if wish is not None:
        return wish
    return next((each for keys, each in _STANDARD if event.matches(keys)), None)
