"""The hints of the tour: their texts, what each is about, and where the card stands by choice."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import Qt

from socplanner.wording.language import N_

_LEFT, _RIGHT = Qt.Edge.LeftEdge, Qt.Edge.RightEdge
_ABOVE, _BELOW = Qt.Edge.TopEdge, Qt.Edge.BottomEdge


class Anchor(Enum):
    """The parts of the window that hints are about."""

    ROLE = auto()
    MATRIX = auto()
    INSPECTOR = auto()
    CHECKS = auto()
    SEARCH = auto()


class Hint(NamedTuple):
    """A hint: what it is about, its title, its text, and the sides of the anchor by preference.

    `action` is the id of the action whose keys are the gap `keys` of the text.
    """

    anchor: Anchor
    title: str
    text: str
    sides: tuple[Qt.Edge, ...]
    action: str


HINTS = (
    Hint(
        Anchor.ROLE,
        N_("Arrange the roles"),
        N_(
            "Drag a role into another area, or onto a party at the left, which becomes "
            "responsible. With the keyboard: Ctrl and an arrow key."
        ),
        (_RIGHT, _BELOW, _LEFT, _ABOVE),
        "",
    ),
    Hint(
        Anchor.MATRIX,
        N_("Write the letters"),
        N_(
            "The matrix ({keys}) shows which party has which letter. Select a cell and press the "
            "key of the letter, or paste from a spreadsheet."
        ),
        (_RIGHT, _BELOW, _LEFT, _ABOVE),
        "matrix",
    ),
    Hint(
        Anchor.INSPECTOR,
        N_("See a role in detail"),
        N_(
            "Select a role: the inspector ({keys}) explains it, and sets its area, sourcing, "
            "parties and note. Without a selection it shows the plan in short."
        ),
        (_LEFT, _BELOW, _RIGHT, _ABOVE),
        "show-inspector",
    ),
    Hint(
        Anchor.CHECKS,
        N_("Follow the checks"),
        N_(
            "Every change is checked at once. This line shows the most severe finding, and opens "
            "the list of all ({keys}), with remedies."
        ),
        (_ABOVE, _BELOW, _RIGHT, _LEFT),
        "show-checks",
    ),
    Hint(
        Anchor.SEARCH,
        N_("Find anything, send it out"),
        N_(
            "This field ({keys}) finds roles, parties, findings and commands. Export, at the "
            "right, writes the workbook for everyone who fills it in."
        ),
        (_BELOW, _LEFT, _RIGHT, _ABOVE),
        "palette",
    ),
)
