"""The centre of the window: parties, the views, the inspector, and the checks below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.view_spec import ViewSpec

_WIDTHS = (200, 816, 264)
"""Pixels for parties, view and inspector in a window of 1280; the view gets any more."""


class WorkArea(QWidget):
    """Lays out panels and views; a view is created when it is first shown."""

    view_made = Signal(PlanView)
    """The view that was created, directly before it is shown."""

    view_shown = Signal()
    """A view was shown, perhaps the same again."""

    def __init__(
        self, views: Iterable[ViewSpec], context: PlanContext, parent: QWidget | None = None
    ) -> None:
        """Create no view yet; panels are added by `add_panels`."""
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
        """Show the view `view_id` and return it; raise KeyError for an unknown id."""
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
        """Return the current view; None before the first one is shown."""
        return self._made.get(self._current)

    def view(self, view_id: str) -> PlanView | None:
        """Return the view `view_id`, or None if it was not created yet."""
        return self._made.get(view_id)

    def views(self) -> tuple[PlanView, ...]:
        """Return all views created so far."""
        return tuple(self._made.values())
