"""The view of sharing: who shares what with whom, agreements, and the clock of reporting duties."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from socplanner.domain.ids import PartyId, RoleId
from socplanner.ui.kit.dated_moments import DatedMoments
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.sharing.counterpart_panel import CounterpartPanel
from socplanner.ui.sharing.duties_page import DutiesPage
from socplanner.ui.sharing.map_canvas import MapCanvas
from socplanner.ui.sharing.shares_model import SharesModel
from socplanner.ui.sharing.shares_table import SharesTable
from socplanner.ui.sharing.sharing_search import following_match, matching_counterparts
from socplanner.ui.sharing.sharing_state import DUTIES, LIST, MAP, SharingState
from socplanner.ui.sharing.sharing_strip import SharingStrip
from socplanner.wording.folding import fold

_PAGE, _WITH, _DEFAULTS = "page:", "with:", "default-flows"


class SharingView(PlanView):
    """Shows the map, the list or the duties; edits are requested, and made by the window."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the phase in view."""
        super().__init__(parent)
        self._context = context
        self._search = ""
        self.state = SharingState(context, self)
        self.strip = SharingStrip(context.translator, self)
        self.strip.hide()  # the strip above the view shows it
        self.dates = DatedMoments(context, self.strip.moments, self)
        self.notice = InkLabel(self, "text-2", "dense")
        self.notice.setWordWrap(True)
        self.notice.setContentsMargins(12, 4, 12, 4)
        self.canvas = MapCanvas(self.state, self)
        self.shares = SharesModel(self.state, self)
        self.table = SharesTable(self.shares, self)
        self.panel = CounterpartPanel(self.state, self)
        self.duties = DutiesPage(self.state, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.canvas)

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._context.translator.words
        self.canvas.setAccessibleName(words.tr("Map of sharing"))
        self.canvas.setWhatsThis(
            words.tr("Up and Down choose a counterpart, Enter edits the agreement with it.")
        )
        self.table.setAccessibleName(words.tr("All that is shared"))
        self.table.setAccessibleDescription(
            words.tr("Enter edits the agreement with the counterpart of the row.")
        )
        self._refresh()

    @override
    def choices(self) -> QWidget:
        return self.strip

    @override
    def remembered(self) -> tuple[str, ...]:
        chosen = self.state.counterpart
        defaults = [_DEFAULTS] if self.state.with_defaults else []
        counterpart = [f"{_WITH}{chosen}"] if chosen else []
        return (*defaults, f"{_PAGE}{self.state.page}", *counterpart)

    @override
    def restore(self, remembered: Sequence[str]) -> None:
        self.state.show_defaults(_DEFAULTS in remembered)
        for each in remembered:
            if each.startswith(_PAGE):
                self.state.choose_page(each.removeprefix(_PAGE))
            if each.startswith(_WITH):
                self.state.choose(each.removeprefix(_WITH))

    @override
    def set_filter(self, text: str) -> int:
        self._search = self.shares.search = self.duties.model.search = fold(text)
        self._refresh()
        return len(self._matches())

    @override
    def find_next(self, step: int) -> None:
        page = self.state.page
        if page == MAP:
            number = following_match(self._matches(), self.canvas.chosen, step)
            if number >= 0:
                self.canvas.go(number)
            return
        table = self.table if page == LIST else self.duties.table
        row = following_match(self._matches(), table.currentIndex().row(), step)
        if row >= 0:
            table.setCurrentIndex(table.model().index(row, 0))

    @override
    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Choose the counterpart to whom `role` hands on first."""
        for group in self.state.sharing.groups:
            if any(share.step.role == role for share in group.sent):
                self.state.choose(group.counterpart.text)
                return

    @override
    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        return {"delete": self._remove}

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "duties"):
            self.table.fit_font()
            self.panel.fit_font()
            self.duties.fit_font()
            self.notice.apply_style()
            self._refresh()

    def _lay_out(self) -> None:
        self._left = QStackedWidget(self)
        self._left.addWidget(self.canvas)
        self._left.addWidget(self.table)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 3)
        row.addWidget(self.panel, 2)
        sharing = QWidget(self)
        column = QVBoxLayout(sharing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(both, 1)
        self._sharing = sharing
        self._pages = QStackedWidget(self)
        self._pages.addWidget(sharing)
        self._pages.addWidget(self.duties)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        state = self.state
        state.changed.connect(self._refresh)
        state.counterpart_changed.connect(self._show_counterpart)
        self.strip.page_chosen.connect(state.choose_page)
        self.strip.defaults_toggled.connect(state.show_defaults)
        self.dates.remarked.connect(self.status_message)
        self.dates.calendar_requested.connect(self._on_calendar_requested)
        for source in (self.canvas, self.table, self.panel):
            source.edit_requested.connect(self._edit)
            source.escaped.connect(self.search_left)
        self.canvas.context_requested.connect(self._open_menu)
        self.table.context_requested.connect(self._open_menu)
        self.table.counterpart_chosen.connect(state.choose)
        self.panel.remove_requested.connect(self._remove)
        self.panel.counterparts_requested.connect(self._edit_counterparts)
        self.duties.edit_requested.connect(self.edit_requested)
        self.duties.escaped.connect(self.search_left)
        self._context.translator.language_changed.connect(self.retranslate)

    def _matches(self) -> Sequence[int]:
        """Return the counterparts of the map, or the rows of the list or the duties, that match."""
        if self.state.page == MAP:
            return matching_counterparts(self.state, self._search)
        rows = self.shares if self.state.page == LIST else self.duties.model
        return range(rows.rowCount())

    def _report_matches(self) -> None:
        state = self.state
        total = {
            MAP: len(state.sharing.groups),
            LIST: len(state.sharing.shares),
            DUTIES: len(state.sharing.duties),
        }
        matches = len(self._matches()) if self._search else -1
        self.matches_changed.emit(matches, total[state.page])

    def _refresh(self) -> None:
        """Show what the state has; nothing is computed while the view is hidden."""
        if self.isVisible():
            self._show_page()
            self._report_matches()

    def _show_page(self) -> None:
        state, words = self.state, self._context.translator.words
        self.strip.show_page(state.page)
        has_switch = state.page != DUTIES and state.sharing.can_show_defaults
        self.strip.show_switch(has_switch=has_switch, is_chosen=state.with_defaults)
        if state.page == DUTIES:
            self._pages.setCurrentWidget(self.duties)
            self.setFocusProxy(self.duties)
            self.duties.refresh()
            return
        self.notice.setText(
            words.tr(
                "The plan has no flow of its own: what is shared is that of the default flows."
            )
        )
        self.notice.setVisible(state.sharing.is_of_defaults)
        shown: QWidget = self.table if state.page == LIST else self.canvas
        if state.page == MAP:
            self.canvas.refresh()
        else:
            self.shares.refresh()
            self.table.choose_counterpart(state.counterpart)
        self.panel.refresh()
        self._left.setCurrentWidget(shown)
        self._pages.setCurrentWidget(self._sharing)
        self.setFocusProxy(shown)

    def _show_counterpart(self) -> None:
        if self.isVisible():
            self.panel.refresh()
            self.table.choose_counterpart(self.state.counterpart)

    def _edit(self) -> None:
        if self.state.counterpart:
            self.edit_requested.emit("agreement", self.state.counterpart)

    def _remove(self) -> None:
        group = self.state.group
        if self.state.page != DUTIES and group is not None and group.agreement is not None:
            self.edit_requested.emit("remove-agreement", group.counterpart.text)

    def _edit_counterparts(self) -> None:
        self.edit_requested.emit("counterparts", "")

    def _on_calendar_requested(self) -> None:
        self.edit_requested.emit("calendar", "")

    def _open_menu(self, place: QPoint) -> None:
        words, group = self._context.translator.words, self.state.group
        if group is None:
            return
        has_agreement = group.agreement is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = words.tr("Edit the agreement…") if has_agreement else words.tr("Add an agreement…")
        menu.addAction(text).triggered.connect(self._edit)
        if has_agreement:
            menu.addAction(words.tr("Remove the agreement")).triggered.connect(self._remove)
        menu.addAction(words.tr("Counterparts…")).triggered.connect(self._edit_counterparts)
        menu.popup(place)
