"""The interface between the window and a view of the plan; a view overrides what it can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from socplanner.domain.ids import PartyId, RoleId

if TYPE_CHECKING:
    from socplanner.domain.picture_options import PictureOptions


class PlanView(QWidget):
    """A view in the middle of the window: the board, the matrix and those to come."""

    context_requested = Signal(QPoint)
    """The planner opened the context menu of the selected roles, at a point of the screen."""

    details_requested = Signal()
    """The planner wants to edit the selected roles in the inspector."""

    hours_requested = Signal()
    """The planner wants to edit the hours of the selected roles."""

    edit_requested = Signal(str, str)
    """What of this view the planner wants to edit, in a word of its own, and the id of it."""

    place_requested = Signal(str, str, str, str)
    """The planner goes to another view: its id, a role and a party there, and a number of it.

    What is empty is left out; numbers are those of `show_number`.
    """

    search_left = Signal()
    """The planner cancelled the search."""

    hint_changed = Signal(str)
    """A text for the status line during a drag; an empty one clears it."""

    status_message = Signal(str)
    """A text for the status line, shown for some seconds."""

    matches_changed = Signal(int, int)
    """How many roles, or what else is listed, pass search and filter (-1 without), of how many."""

    def choices(self) -> QWidget | None:
        """Return the controls for the strip above the view; None where there are none."""
        return None

    def set_filter(self, text: str) -> int:
        """Emphasise what matches `text`, or hide the rest; return the number of matches.

        A view without a search reports that it has none, for the number of another view is shown.
        """
        self.matches_changed.emit(-1, 0)
        return 0

    def find_next(self, step: int) -> None:
        """Go to the next match with a `step` of 1, to the previous one with -1."""

    def remembered(self) -> tuple[str, ...]:
        """Return how the planner has set this view, for the next start."""
        return ()

    def restore(self, remembered: Sequence[str]) -> None:
        """Set the view as it was; what is not understood is ignored."""

    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Show `role`, and the cell of `party` where there are cells."""

    def show_number(self, key: str) -> None:
        """Show the number `key` of the page for the directors, with its formula if it has one."""

    def pictured(self, options: PictureOptions) -> PictureOptions:
        """Return `options` with what this view shows, to begin an export with."""
        return options

    def extend_menu(self, menu: QMenu) -> None:
        """Add the commands of this view to the context menu."""

    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the handlers of this view for commands of the Edit menu, by action id."""
        return {}
