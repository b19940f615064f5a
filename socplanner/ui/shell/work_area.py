"""The middle of the window: parties, the views, the inspector, and the checks below."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

_WIDTHS = (200, 816, 264)
"""Pixels for parties, view and inspector in a window of 1280; what is more goes to the view."""


class WorkArea(QWidget):
    """Shares the room among panels and views; a view is made when it is first shown."""

    view_made = Signal(str)

    def __init__(
        self, views: dict[str, Callable[[], QWidget]], parent: QWidget | None = None
    ) -> None:
        """Take the makers of the views by name; panels come by `add_panels`."""
        super().__init__(parent)
        self._makers = views
        self._made: dict[str, QWidget] = {}
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

    def show_view(self, name: str) -> QWidget:
        """Show the view `name`, making it if need be, and return it."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.stack.addWidget(self._made[name])
            self.view_made.emit(name)
        view = self._made[name]
        self.stack.setCurrentWidget(view)
        return view

    def current_view(self) -> QWidget:
        """Return the view that is shown."""
        return self.stack.currentWidget() or self.stack

    def view(self, name: str) -> QWidget | None:
        """Return the view `name` if it has been made."""
        return self._made.get(name)

    def views(self) -> tuple[QWidget, ...]:
        """Return every view made so far."""
        return tuple(self._made.values())
