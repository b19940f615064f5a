"""What the window asks of a view of the plan; a view overrides what it can do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from socplanner.domain.ids import PartyId, RoleId


class PlanView(QWidget):
    """A view in the middle of the window: the board, the matrix and those to come."""

    context_requested = Signal(QPoint)
    """The planner asks, at a point of the screen, what can be done with the selected roles."""

    details_requested = Signal()
    """The planner wants to edit the selected roles in the inspector."""

    search_left = Signal()
    """The planner is done with searching."""

    hint_changed = Signal(str)
    """A text for the status line while something is held by the mouse; an empty one clears it."""

    status_message = Signal(str)
    """A text for the status line, for a while."""

    def set_filter(self, text: str) -> int:
        """Emphasise or keep what matches `text`; return the number of matches."""
        return 0

    def find_next(self, step: int) -> None:
        """Go to the next match, or with -1 to the one before."""

    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Show `role`, and the cell of `party` where there are cells."""

    def extend_menu(self, menu: QMenu) -> None:
        """Add what only this view offers to the context menu."""

    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this view does for Cut, Copy, Paste, Delete and Select all, by action id."""
        return {}
