"""The middle of the window: parties, the views, the inspector, and the checks below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.view_spec import ViewSpec

_WIDTHS = (200, 816, 264)
"""Pixels for parties, view and inspector in a window of 1280; what is more goes to the view."""


class WorkArea(QWidget):
    """Shares the room among panels and views; a view is made when it is first shown."""

    view_made = Signal(PlanView)
    """A view was made, and is shown next."""

    view_shown = Signal()
    """Another view may be shown, or the same again."""

    def __init__(
        self, views: Iterable[ViewSpec], context: PlanContext, parent: QWidget | None = None
    ) -> None:
        """Show the first of `views` that is asked for; panels come by `add_panels`."""
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in views}
        self._context = context
        self._made: dict[str, PlanView] = {}
        self._current = ""
        self.stack = QStackedWidget(self)
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.down = QSplitter(Qt.Orientation.Vertical, self)
        for splitter in (self.across, self.down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.across)

    def add_panels(self, left: QWidget, right: QWidget, below: QWidget) -> None:
        """Put a panel on each side of the views and one under them."""
        self.down.addWidget(self.stack)
        self.down.addWidget(below)
        for widget in (left, self.down, right):
            self.across.addWidget(widget)
            if isinstance(widget, QFrame):
                widget.setFrameShape(QFrame.Shape.NoFrame)
        self.across.setSizes(list(_WIDTHS))
        self.across.setStretchFactor(1, 1)
        self.down.setStretchFactor(0, 1)

    def show_view(self, view_id: str) -> PlanView:
        """Show the view `view_id`, making it if need be, and return it."""
        if view_id not in self._made:
            view = self._specs[view_id].make(self._context, self)
            self._made[view_id] = view
            self.stack.addWidget(view)
            self.view_made.emit(view)
        self._current = view_id
        self.stack.setCurrentWidget(self._made[view_id])
        self.view_shown.emit()
        return self._made[view_id]

    def current_view(self) -> PlanView | None:
        """Return the view that is shown; None before the first is."""
        return self._made.get(self._current)

    def view(self, view_id: str) -> PlanView | None:
        """Return the view `view_id` if it has been made."""
        return self._made.get(view_id)

    def views(self) -> tuple[PlanView, ...]:
        """Return every view made so far."""
        return tuple(self._made.values())
