"""The search: the text in the header filters the current view; F3 goes to the next match."""

from PySide6.QtCore import QObject

from socplanner.ui.kit.actions import Actions
from socplanner.ui.shell.header_bar import HeaderBar
from socplanner.ui.shell.work_area import WorkArea


class SearchCommands(QObject):
    """Passes the text of the search field to the current view."""

    def __init__(self, actions: Actions, header: HeaderBar, area: WorkArea) -> None:
        """Search in the views of `area` for the text in `header`."""
        super().__init__(header)
        self._header = header
        self._area = area
        actions.connect_handlers(
            {"find": self._find, "find-next": self._next, "find-previous": self._previous}
        )
        header.search_changed.connect(self._search)
        header.search_entered.connect(self._go_to_first_match)
        area.view_shown.connect(self._search_again)

    def _find(self) -> None:
        self._header.search.setFocus()
        self._header.search.selectAll()

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        view = self._area.current_view()
        if view is not None:
            view.find_next(step)

    def _search_again(self) -> None:
        self._search(self._header.search.text())

    def _search(self, text: str) -> None:
        view = self._area.current_view()
        if view is not None:
            matches = view.set_filter(text)
            self._header.show_matches(matches if text.strip() else None)

    def _go_to_first_match(self) -> None:
        """Go to the first match, unless the search field is empty."""
        if self._header.search.text().strip():
            self._step(1)
