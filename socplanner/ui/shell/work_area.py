"""The centre of the window: parties, the strip over the views, the inspector, checks below."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.view_spec import ViewSpec

_INSPECTOR, _WIDE_INSPECTOR = 256, 320
_LIST = 220
"""Pixels of the inspector's width, and of the height of the list of findings, at first."""


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
        self._remembered: dict[str, tuple[str, ...]] = {}
        self._current = ""
        self.stack = QStackedWidget(self)
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.down = QSplitter(Qt.Orientation.Vertical, self)
        for splitter in (self.across, self.down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.across, 1)

    def add_panels(
        self, strip: QWidget, parties: QWidget, inspector: QWidget, checks: QWidget
    ) -> None:
        """Put `strip` over the views, `checks` under them, the others at the sides."""
        above = QWidget(self.down)
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self.stack, 1)
        self.down.addWidget(above)
        self.down.addWidget(checks)
        self.across.addWidget(self.down)
        self.across.addWidget(inspector)
        self.across.setSizes([self.width(), _INSPECTOR])
        self.across.setStretchFactor(0, 1)
        self.down.setSizes([self.height(), _LIST])
        self.down.setStretchFactor(0, 1)
        self._row.insertWidget(0, parties)

    def widen_inspector(self) -> None:
        """Give the inspector the width for a large window."""
        self.across.setSizes([self.width(), _WIDE_INSPECTOR])

    def show_view(self, view_id: str) -> PlanView:
        """Show the view `view_id` and return it; raise KeyError for an unknown id."""
        if view_id not in self._made:
            view = self._specs[view_id].make(self._context, self)
            view.restore(self._remembered.get(view_id, ()))
            self._made[view_id] = view
            self.stack.addWidget(view)
            self.view_made.emit(view)
        self._current = view_id
        self.stack.setCurrentWidget(self._made[view_id])
        self.view_shown.emit()
        return self._made[view_id]

    def restore_views(self, remembered: Mapping[str, tuple[str, ...]]) -> None:
        """Set each view as it was, now or when it is created."""
        self._remembered = {view: remembered[view] for view in remembered if view in self._specs}
        for view_id, view in self._made.items():
            view.restore(self._remembered.get(view_id, ()))

    def remembered(self) -> dict[str, tuple[str, ...]]:
        """Return how each view was set; those not created in this run as they were restored."""
        made = {view_id: view.remembered() for view_id, view in self._made.items()}
        return {view_id: kept for view_id, kept in (self._remembered | made).items() if kept}

    def current_view(self) -> PlanView | None:
        """Return the current view; None before the first one is shown."""
        return self._made.get(self._current)

    def view(self, view_id: str) -> PlanView | None:
        """Return the view `view_id`, or None if it was not created yet."""
        return self._made.get(view_id)

    def views(self) -> tuple[PlanView, ...]:
        """Return all views created so far."""
        return tuple(self._made.values())
