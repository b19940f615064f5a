"""The board: cards in areas, and the edits that its gestures make."""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.role_filter import NO_FILTER, RoleFilter
from socplanner.ui.board import lane_words
from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.card_list import Flag
from socplanner.ui.board.lanes import LaneId, LaneMaker
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.role_filtering import wanted_roles
from socplanner.ui.kit.role_search import RoleSearch

_FIRST = 200
"""Milliseconds from the start until the window has surely been painted."""


class BoardView(PlanView):
    """Every role as a card in its area. Selecting cards selects their roles everywhere."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
        lanes: LaneMaker | None = None,
    ) -> None:
        """Show the phase in view, in `lanes` or else those that the planner chooses."""
        super().__init__(parent)
        self._context = context
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._translator = context.translator
        self._is_selecting = False
        self._search = ""
        self._last_search = ""
        self._strip: QWidget | None = None
        self.model = BoardModel(context, self, lanes)
        self.list = BoardList(self.model, context.translator, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self._connect()
        self.retranslate()
        self._on_roles_changed()
        # The first paint does not wait for what only keys and screen readers need.
        buttons_soon = QTimer(self, singleShot=True, interval=_FIRST)
        buttons_soon.timeout.connect(self._add_lane_buttons)
        buttons_soon.start()

    @override
    def choices(self) -> QWidget:
        if self._strip is None:
            from socplanner.ui.board.board_strip import BoardStrip

            self._strip = BoardStrip(self.model.options, self._context, self)
        return self._strip

    def set_filter(self, text: str) -> int:
        """Draw cards that do not match `text` faintly; return how many match."""
        self._search = text
        if text.strip():
            self._last_search = text
        return self._show_matches()

    def find_next(self, step: int) -> None:
        """Put the cursor on the next match of the last search, or for -1 on the one before."""
        rows = self._matching_rows()
        at = self.list.currentIndex().row()
        onward = [row for row in rows if (row - at) * step > 0] or rows
        if onward:
            row = onward[0] if step > 0 else onward[-1]
            self.jump_to(self.model.role(row).id)

    @override
    def extend_menu(self, menu: QMenu) -> None:
        keys = QKeySequence(QKeySequence.StandardKey.Copy)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        copy = menu.addAction(f"{self._translator.words.tr('Copy')}\t{shown}")
        copy.triggered.connect(self._copy)
        menu.addSeparator()

    def edit_commands(self) -> dict[str, Callable[[], object]]:
        """Return what the Edit menu can do on the board."""
        return {"select-all": self.list.selectAll, "copy": self._copy}

    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Put the cursor on the card of `role`, and show it."""
        row = self.model.row_of(role)
        if row >= 0:
            if self.list.placement.is_hidden(row):
                self.model.options.fold_lane(self.model.lane(row), is_folded=False)
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            self.list.scrollTo(index)

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self.list.setAccessibleName(words.tr("Board of roles"))
        self._describe()
        self._show_matches()

    def _show_matches(self) -> int:
        """Draw cards faintly that search, filter or changes leave out; return how many match."""
        wanted = self._wanted_roles(self._search, self._context.filtering.role_filter)
        total = self.model.rowCount()
        self.matches_changed.emit(-1 if wanted is None else len(wanted), total)
        matches = total if wanted is None else len(wanted)
        changes = self._context.changes
        if changes.is_on:
            wanted = changes.roles.keys() & wanted if wanted is not None else changes.roles.keys()
        is_faint = () if wanted is None else self._rows_but(wanted)
        self.list.dim(frozenset(is_faint))
        return matches

    def _rows_but(self, roles: Collection[RoleId]) -> Iterator[int]:
        return (row for row in range(self.model.rowCount()) if self.model.role(row).id not in roles)

    def _wanted_roles(self, text: str, role_filter: RoleFilter) -> Collection[RoleId] | None:
        """Return the roles that match `text` and pass the filter; None without conditions."""
        model = self.model
        search = RoleSearch(text, model.plan, self._translator.words)
        rows = range(model.rowCount())
        duties = ((model.role(row), model.duty(row)) for row in rows)
        return wanted_roles(duties, role_filter, search, self._context.checking.of_role)

    def _matching_rows(self) -> list[int]:
        """Return the rows that match the last search."""
        roles = self._wanted_roles(self._last_search, NO_FILTER) or ()
        return sorted(self.model.row_of(role) for role in roles)

    def _connect(self) -> None:
        cards = self.list
        cards.selection_altered.connect(self._on_selection_altered)
        cards.drop_requested.connect(self._drop)
        cards.context_requested.connect(self.context_requested)
        cards.details_requested.connect(self.details_requested)
        cards.promised.connect(self.hint_changed)
        cards.escaped.connect(self.search_left)
        cards.fold_requested.connect(self._fold)
        self.model.texts_changed.connect(self._on_texts_changed)
        self.model.modelReset.connect(self._on_reset)
        self._viewpoint.roles_changed.connect(self._on_roles_changed)
        self._translator.language_changed.connect(self.list.rebuild)
        self._translator.language_changed.connect(self.retranslate)
        self.model.options.changed.connect(self.list.rebuild)
        self._context.filtering.changed.connect(self._show_matches)
        self._context.changes.changed.connect(self._show_matches)

    def _drop(self, roles: frozenset[RoleId], lane: LaneId) -> None:
        """Put `roles` into `lane` as one step; those that are in it have nothing to do."""
        rows = ((role, self.model.row_of(role)) for role in roles)
        moved = frozenset(role for role, row in rows if row >= 0 and self.model.lane(row) != lane)
        edit = self.model.lanes.edit(moved, lane) if moved else None
        if edit is not None:
            self._document.try_perform(edit)
            self.list.scrollTo(self.list.currentIndex())

    def _add_lane_buttons(self) -> None:
        from socplanner.ui.board.lane_buttons import LaneButtons

        LaneButtons(self.list, self._translator, self)

    def _copy(self) -> None:
        """Copy the selected cards as a table and as a picture."""
        rows = self.list.selected_rows()
        if not rows:
            return
        from socplanner.ui.board.card_copy import copied_cards

        roles = [(self.model.role(row), self.model.duty(row)) for row in rows]
        mime = copied_cards(
            self.model.plan, roles, self.list.cards_picture(rows), self._translator.words
        )
        QGuiApplication.clipboard().setMimeData(mime)
        n, words = len(rows), self._translator.words
        self.status_message.emit(words.count("{n} card copied", "{n} cards copied", n))

    def _fold(self, lane: LaneId, is_folded: bool) -> None:
        self.model.options.fold_lane(lane, is_folded=is_folded)

    def _describe(self) -> None:
        words = self._translator.words
        self.list.setAccessibleDescription(
            lane_words.summary(self.model.lanes, self.list.counts(), words)
            + "\n"
            + words.tr(
                "Arrow keys move between cards, with Shift they select, with Ctrl they move the "
                "selected cards to the neighbouring lane, Ctrl and minus folds a lane; type a code "
                "to find its card."
            )
        )

    def _on_texts_changed(self) -> None:
        self._describe()
        self._show_matches()

    def _on_reset(self) -> None:
        self._describe()
        self._show_matches()
        self._on_roles_changed()

    def _on_selection_altered(self) -> None:
        if not self._is_selecting:
            self._is_selecting = True
            self._viewpoint.select(self.list.selected_roles())
            self._is_selecting = False

    def _on_roles_changed(self) -> None:
        """Select the cards of the roles selected elsewhere."""
        if self._is_selecting:
            return
        rows = [self.model.row_of(role) for role in self._viewpoint.roles]
        rows = [row for row in rows if row >= 0]
        if rows == self.list.selected_rows():
            return
        self._is_selecting = True
        self.list.select_rows(rows)
        if rows and self.list.currentIndex().row() not in rows:
            index = self.model.index(rows[0])
            self.list.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self.list.scrollTo(index)
        self._is_selecting = False
