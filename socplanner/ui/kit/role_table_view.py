"""A view that shows roles in a table: its search, filter and selection are those of the window."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from socplanner.domain.ids import PartyId, RoleId
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.role_filtering import wanted_roles
from socplanner.ui.kit.role_rows import DutyRow, RoleRows
from socplanner.ui.kit.role_search import RoleSearch
from socplanner.ui.kit.row_table import RoleTable


class RoleTableView(PlanView):
    """Selecting rows selects their roles everywhere, and the other way round."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Begin without a table; the subclass calls `connect_table`, then `show_matches`."""
        super().__init__(parent)
        self._context = context
        self._search = self._last_search = ""
        self._is_selecting = False

    def connect_table(self, rows: RoleRows[Any], table: RoleTable) -> None:
        """Show `rows` in `table`."""
        context = self._context
        self._rows, self._table = rows, table
        table.selection_altered.connect(self._on_selection_altered)
        table.context_requested.connect(self.context_requested)
        table.escaped.connect(self.search_left)
        rows.modelReset.connect(self._select_roles)
        context.viewpoint.roles_changed.connect(self._select_roles)
        context.filtering.changed.connect(self.show_matches)
        context.document.plan_changed.connect(self._show_matches_if_shown)
        context.checking.findings_changed.connect(self._show_matches_if_shown)
        self._select_roles()

    def fit_font(self) -> None:
        """Set what depends on the size of text."""

    @override
    def set_filter(self, text: str) -> int:
        self._search = text
        if text.strip():
            self._last_search = text
        return self.show_matches()

    @override
    def find_next(self, step: int) -> None:
        search = self._role_search(self._last_search)

        def finds(row: DutyRow) -> bool:
            return search.finds(row.role, row.duty.letters)

        place = self._rows.place_after(self._table.currentIndex().row(), step, finds)
        if place >= 0:
            self._table.go_to(place)
        else:
            words = self._context.translator.words
            self.status_message.emit(words.tr("Nothing was found."))

    @override
    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        place = self._rows.place_of(role)
        if place >= 0:
            self._table.go_to(place)

    @override
    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        return {"select-all": self._table.selectAll}

    def show_matches(self) -> int:
        """Hide the roles that search and filter leave out; return how many are shown."""
        rows, context = self._rows.every_row, self._context
        wanted = wanted_roles(
            ((row.role, row.duty) for row in rows),
            context.filtering.role_filter,
            self._role_search(self._search),
            context.checking.of_role,
        )
        self._rows.show_roles(wanted)
        self.matches_changed.emit(-1 if wanted is None else len(wanted), len(rows))
        return len(rows) if wanted is None else len(wanted)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rows.set_shown(is_shown=True)
        self.show_matches()
        self._select_roles()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rows.set_shown(is_shown=False)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_table"):
            self._table.fit_font()
            self.fit_font()

    def _role_search(self, text: str) -> RoleSearch:
        return RoleSearch(text, self._context.document.plan, self._context.translator.words)

    def _show_matches_if_shown(self) -> None:
        if self._rows.is_shown:
            self.show_matches()

    def _on_selection_altered(self) -> None:
        if not self._is_selecting:
            self._is_selecting = True
            self._context.viewpoint.select(self._table.selected_roles())
            self._is_selecting = False

    def _select_roles(self) -> None:
        """Select the rows of the roles that are selected elsewhere."""
        if self._is_selecting:
            return
        places = sorted(
            place for place in map(self._rows.place_of, self._context.viewpoint.roles) if place >= 0
        )
        self._is_selecting = True
        self._table.select_places(places)
        self._is_selecting = False
