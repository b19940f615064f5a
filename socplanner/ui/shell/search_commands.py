"""The search: the text in the strip filters the current view; F3 goes to the next match."""

from PySide6.QtCore import QObject

from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.shell.view_strip import ViewStrip
from socplanner.ui.shell.work_area import WorkArea


class SearchCommands(QObject):
    """Passes the text of the search field to the current view."""

    def __init__(self, actions: Actions, strip: ViewStrip, area: WorkArea) -> None:
        """Search in the views of `area` for the text in `strip`."""
        super().__init__(strip)
        self._strip = strip
        self._area = area
        actions.connect_handlers(
            {"find": self._find, "find-next": self._next, "find-previous": self._previous}
        )
        strip.search_changed.connect(self._search)
        strip.search_entered.connect(self._go_to_first_match)
        area.view_made.connect(self._on_view_made)
        area.view_shown.connect(self._search_again)

    def _find(self) -> None:
        self._strip.search.setFocus()
        self._strip.search.selectAll()

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        view = self._area.current_view()
        if view is not None:
            view.find_next(step)

    def _search_again(self) -> None:
        self._search(self._strip.search.text())

    def _search(self, text: str) -> None:
        view = self._area.current_view()
        if view is not None:
            view.set_filter(text)

    def _on_view_made(self, view: PlanView) -> None:
        view.matches_changed.connect(self._on_matches_changed)

    def _on_matches_changed(self, matches: int, total: int) -> None:
        if self.sender() is self._area.current_view():
            self._strip.show_matches(None if matches < 0 else matches, total)

    def _go_to_first_match(self) -> None:
        """Go to the first match, unless the search field is empty."""
        if self._strip.search.text().strip():
            self._step(1)
