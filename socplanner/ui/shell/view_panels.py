"""Which panels are open beside each view; every view remembers its own."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.actions import Actions

PANELS = ("parties", "inspector", "checks")
"""The panels, by the ids of their actions without `show-`."""


class ViewPanels(QObject):
    """Shows the panels that are open in the current view, as their actions are checked."""

    shown = Signal(str, bool)
    """A panel was shown or hidden: its name, and whether it is shown."""

    def __init__(
        self,
        actions: Actions,
        panels: Mapping[str, QWidget],
        usual: Mapping[str, tuple[str, ...]],
        parent: QObject,
    ) -> None:
        """Begin with the panels that are `usual` in each view, by its id."""
        super().__init__(parent)
        self._actions = actions
        self._panels = panels
        self._open = {view: set(names) for view, names in usual.items()}
        self._view = next(iter(usual))
        for name in PANELS:
            actions[f"show-{name}"].toggled.connect(self._on_toggled)
            panels[name].hide()

    def is_open(self, name: str) -> bool:
        """Return whether the panel `name` is open in the current view."""
        return name in self._open[self._view]

    def show(self, name: str, *, is_shown: bool = True) -> None:
        """Show or hide the panel `name` in the current view."""
        self._actions[f"show-{name}"].setChecked(is_shown)

    def look_at_view(self, view_id: str) -> None:
        """Show the panels that are open in the view `view_id`."""
        self._view = view_id
        for name in PANELS:
            self._actions[f"show-{name}"].setChecked(self.is_open(name))
            self._apply(name)

    def state(self) -> dict[str, tuple[str, ...]]:
        """Return the names of the open panels of each view."""
        return {
            view: tuple(name for name in PANELS if name in names)
            for view, names in self._open.items()
        }

    def restore(self, state: Mapping[str, tuple[str, ...]]) -> None:
        """Open the panels of `state`; views and panels that are unknown are ignored."""
        for view, names in state.items():
            if view in self._open:
                self._open[view] = set(names) & set(PANELS)

    def _on_toggled(self, is_shown: bool) -> None:
        name = self.sender().objectName().removeprefix("show-")
        if is_shown:
            self._open[self._view].add(name)
        else:
            self._open[self._view].discard(name)
        self._apply(name)

    def _apply(self, name: str) -> None:
        is_shown = self.is_open(name)
        self._panels[name].setVisible(is_shown)
        self.shown.emit(name, is_shown)
