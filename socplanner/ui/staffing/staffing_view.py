"""The view of staffing: how many people by party, and who is there by hour; it connects both."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from socplanner.domain.coverage import CoverageState
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.role_coverage import moment_of
from socplanner.ui.filters.filter_chips import FilterChips
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.role_filtering import wanted_roles
from socplanner.ui.kit.role_search import RoleSearch
from socplanner.ui.staffing.hours_model import HoursModel
from socplanner.ui.staffing.hours_table import HoursTable
from socplanner.ui.staffing.people_page import PeoplePage
from socplanner.ui.staffing.staffing_strip import BY_HOUR, BY_PARTY, StaffingStrip
from socplanner.ui.staffing.state_chips import StateChips

_MOMENT, _PAGE = "moment:", "page:"
_SIDE, _SPACING = 10, 8


class StaffingView(PlanView):
    """Two pages. In the one by hour, selecting rows selects their roles everywhere."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the phase in view."""
        super().__init__(parent)
        self._context = context
        self._search = self._last_search = ""
        self._is_selecting = False
        self.model = HoursModel(context, self)
        self.table = HoursTable(self.model, context.translator, self)
        self.people = PeoplePage(context, self)
        self.strip = StaffingStrip(context.translator, self)
        self.strip.hide()  # the strip above the view shows it
        self.moments = self.strip.moments
        self.chips = StateChips(self.model, context.translator, self)
        self.filters = FilterChips(context, self)
        self.filters.fit(0)  # as narrow as can be, until the view has its width
        self._lay_out()
        self._connect()
        self.show_page(BY_HOUR)
        self.retranslate()
        self._show_moment()
        self._show_matches()
        self._select_roles()
        self._fit_filters()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._context.translator.words
        self.table.setAccessibleName(words.tr("Hours of the roles"))
        self.table.setAccessibleDescription(
            words.tr(
                "Left and Right walk through the week by the hour, with Ctrl by the day; Enter "
                "opens the hours of the selected roles; Up and Down change the role."
            )
        )

    @override
    def choices(self) -> QWidget:
        return self.strip

    def show_page(self, page: str) -> None:
        """Show `page`: `BY_PARTY` or `BY_HOUR`."""
        self.page = page
        shown = self.people if page == BY_PARTY else self._hours
        self._pages.setCurrentWidget(shown)
        self.setFocusProxy(self.people if page == BY_PARTY else self.table)
        self.strip.show_page(page)

    def set_filter(self, text: str) -> int:
        """Show only the roles that match `text`; return how many these are."""
        self._search = text
        if text.strip():
            self._last_search = text
        return self._show_matches()

    def find_next(self, step: int) -> None:
        """Put the cursor on the next match of the last search, or for -1 on the one before."""
        search = self._role_search(self._last_search)
        at, count = self.table.currentIndex().row(), self.model.rowCount()
        for distance in range(1, count + 1):
            row = self.model.row((at + step * distance) % count)
            if search.finds(row.role, row.duty.letters):
                self.jump_to(row.role.id)
                return
        words = self._context.translator.words
        self.status_message.emit(words.tr("Nothing was found."))

    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Put the cursor on the row of `role`."""
        if self.model.place_of(role) < 0 and self.model.state is not None:
            self._show_state(None)
        place = self.model.place_of(role)
        if place >= 0:
            self.table.go_to(place)

    def remembered(self) -> tuple[str, ...]:
        """Return the moment that is looked at, and the page."""
        moment = self.model.moment
        hour, minute = divmod(moment.minute, 60)
        return (f"{_MOMENT}{moment.day.value} {hour:02}:{minute:02}", f"{_PAGE}{self.page}")

    def restore(self, remembered: Sequence[str]) -> None:
        """Look at the moment and the page of the last time."""
        for each in remembered:
            moment = moment_of(each.removeprefix(_MOMENT)) if each.startswith(_MOMENT) else None
            if moment is not None:
                self._context.week.look_at(moment)
            if each in (f"{_PAGE}{BY_PARTY}", f"{_PAGE}{BY_HOUR}"):
                self.show_page(each.removeprefix(_PAGE))

    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the Edit menu can do here."""
        return {"select-all": self.table.selectAll}

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_shown(is_shown=True)
        self._show_matches()
        self._select_roles()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_shown(is_shown=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_filters()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "table"):
            self.table.fit_font()
            self.people.fit_font()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(_SIDE, 6, _SIDE, 6)
        above.setSpacing(_SPACING)
        above.addWidget(self.chips, 1)
        above.addWidget(self.filters)
        self._hours = QWidget(self)
        column = QVBoxLayout(self._hours)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._hours)
        self._pages.addWidget(self.people)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        context, table = self._context, self.table
        table.selection_altered.connect(self._on_selection_altered)
        table.moment_chosen.connect(context.week.look_at)
        table.stepped.connect(self.moments.step)
        table.hours_requested.connect(self.hours_requested)
        table.context_requested.connect(self.context_requested)
        table.escaped.connect(self.search_left)
        self.moments.moment_chosen.connect(context.week.look_at)
        self.strip.page_chosen.connect(self.show_page)
        self.people.edit_requested.connect(self.edit_requested)
        self.people.escaped.connect(self.search_left)
        context.week.changed.connect(self._show_moment)
        self.chips.chosen.connect(self._show_state)
        self.filters.width_changed.connect(self._fit_filters)
        self.model.modelReset.connect(self._select_roles)
        self.model.counts_changed.connect(self._fit_filters)
        context.viewpoint.roles_changed.connect(self._select_roles)
        context.filtering.changed.connect(self._show_matches)
        context.document.plan_changed.connect(self._show_matches_if_shown)
        context.checking.findings_changed.connect(self._show_matches_if_shown)
        context.translator.language_changed.connect(self.retranslate)
        context.translator.language_changed.connect(self.people.retranslate)

    def _show_moment(self) -> None:
        self.moments.show_moment(self._context.week.moment)
        self.table.week_header.viewport().update()

    def _show_state(self, state: CoverageState | None) -> None:
        self.model.show_state(state)
        self.chips.show_counts()

    def _role_search(self, text: str) -> RoleSearch:
        return RoleSearch(text, self._context.document.plan, self._context.translator.words)

    def _show_matches_if_shown(self) -> None:
        if self.model.is_shown:
            self._show_matches()

    def _show_matches(self) -> int:
        """Hide the roles that search and filter leave out; return how many are shown."""
        rows, context = self.model.every_row, self._context
        wanted = wanted_roles(
            ((row.role, row.duty) for row in rows),
            context.filtering.role_filter,
            self._role_search(self._search),
            context.checking.of_role,
        )
        self.model.show_roles(wanted)
        self.matches_changed.emit(-1 if wanted is None else len(wanted), len(rows))
        return len(rows) if wanted is None else len(wanted)

    def _fit_filters(self) -> None:
        # Else the chips that are shown would keep the window wide.
        self.filters.setMinimumWidth(self.filters.least_width())
        width = self.width() - 2 * _SIDE - _SPACING
        self.chips.fit(width - self.filters.least_width())
        self.filters.fit(width - self.chips.sizeHint().width())

    def _on_selection_altered(self) -> None:
        if not self._is_selecting:
            self._is_selecting = True
            self._context.viewpoint.select(self.table.selected_roles())
            self._is_selecting = False

    def _select_roles(self) -> None:
        """Select the rows of the roles that are selected elsewhere."""
        if self._is_selecting:
            return
        places = sorted(
            place for place in map(self.model.place_of, self._context.viewpoint.roles) if place >= 0
        )
        self._is_selecting = True
        self.table.select_places(places)
        self._is_selecting = False
