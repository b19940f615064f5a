"""The view of staffing: how many people by party, and who is there by hour; it connects both."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from socplanner.domain.coverage import CoverageState
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.role_coverage import SUNDAY_NIGHT, moment_of
from socplanner.ui.filters.filter_chips import FilterChips
from socplanner.ui.kit.dated_moments import DatedMoments
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_table_view import RoleTableView
from socplanner.ui.staffing.hours_model import HoursModel
from socplanner.ui.staffing.hours_table import HoursTable
from socplanner.ui.staffing.people_page import PeoplePage
from socplanner.ui.staffing.staffing_strip import BY_HOUR, BY_PARTY, StaffingStrip
from socplanner.ui.staffing.state_chips import StateChips

_MOMENT, _PAGE = "moment:", "page:"
_SIDE, _SPACING = 10, 8


class StaffingView(RoleTableView):
    """Two pages. In the one by hour, selecting rows selects their roles everywhere."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the phase in view."""
        super().__init__(context, parent)
        self.model = HoursModel(context, self)
        self.table = HoursTable(self.model, context.translator, self)
        self.people = PeoplePage(context, self)
        self.strip = StaffingStrip(context.translator, self)
        self.strip.hide()  # the strip above the view shows it
        self.moments = self.strip.moments
        self.dates = DatedMoments(context, self.moments, self)
        self.chips = StateChips(self.model, context.translator, self)
        self.filters = FilterChips(context, self)
        self.filters.fit(0)  # as narrow as can be, until the view has its width
        self._lay_out()
        self._connect()
        self.show_page(BY_HOUR)
        self.retranslate()
        self.show_matches()
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

    @override
    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        if self.model.place_of(role) < 0 and self.model.state is not None:
            self._show_state(None)
        super().jump_to(role, party)

    @override
    def show_number(self, key: str) -> None:
        if key == "people":
            self.show_page(BY_PARTY)
            self.people.show_figure(self.people.model.staffing.total["need_fte"])
        else:
            self.show_page(BY_HOUR)
            self._context.week.look_at(SUNDAY_NIGHT)
            self._show_state(CoverageState.UNMANNED)

    @override
    def remembered(self) -> tuple[str, ...]:
        moment = self.model.moment
        hour, minute = divmod(moment.minute, 60)
        return (f"{_MOMENT}{moment.day.value} {hour:02}:{minute:02}", f"{_PAGE}{self.page}")

    @override
    def restore(self, remembered: Sequence[str]) -> None:
        for each in remembered:
            moment = moment_of(each.removeprefix(_MOMENT)) if each.startswith(_MOMENT) else None
            if moment is not None:
                self._context.week.look_at(moment)
            if each in (f"{_PAGE}{BY_PARTY}", f"{_PAGE}{BY_HOUR}"):
                self.show_page(each.removeprefix(_PAGE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_filters()

    @override
    def fit_font(self) -> None:
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
        self.connect_table(self.model, table)
        table.moment_chosen.connect(context.week.look_at)
        table.stepped.connect(self.moments.step)
        table.hours_requested.connect(self.hours_requested)
        self.dates.remarked.connect(self.status_message)
        self.dates.calendar_requested.connect(self._on_calendar_requested)
        self.strip.page_chosen.connect(self.show_page)
        self.people.edit_requested.connect(self.edit_requested)
        self.people.escaped.connect(self.search_left)
        context.week.changed.connect(self._show_moment)
        self.chips.chosen.connect(self._show_state)
        self.filters.width_changed.connect(self._fit_filters)
        self.model.figures_changed.connect(self._fit_filters)
        context.translator.language_changed.connect(self.retranslate)
        context.translator.language_changed.connect(self.people.retranslate)

    def _show_moment(self) -> None:
        self.table.week_header.viewport().update()

    def _on_calendar_requested(self) -> None:
        self.edit_requested.emit("calendar", "")

    def _show_state(self, state: CoverageState | None) -> None:
        self.model.show_state(state)
        self.chips.show_counts()

    def _fit_filters(self) -> None:
        # Else the chips that are shown would keep the window wide.
        self.filters.setMinimumWidth(self.filters.least_width())
        width = self.width() - 2 * _SIDE - _SPACING
        self.chips.fit(width - self.filters.least_width())
        self.filters.fit(width - self.chips.sizeHint().width())
