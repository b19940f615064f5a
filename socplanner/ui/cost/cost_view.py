"""The view of cost: its three pages, of which the one that is shown is computed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from socplanner.domain.plan import Plan
from socplanner.ui.cost.comparison_model import PatternsModel, PhasesModel
from socplanner.ui.cost.comparison_page import ComparisonPage
from socplanner.ui.cost.cost_strip import BY_PARTY, PAGES, PATTERNS, PHASES, CostStrip
from socplanner.ui.cost.party_page import PartyCostPage
from socplanner.ui.kit.figure_page import FigurePage
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.wording.cost_words import pattern_remarks
from socplanner.wording.language import N_, Words

_PAGE = "page:"


class CostView(PlanView):
    """Shows one page; edits are requested, and made by the window."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the phase in view."""
        super().__init__(parent)
        self._context = context
        self.strip = CostStrip(context.translator, self)
        self.strip.hide()  # the strip above the view shows it
        self.by_party = PartyCostPage(context, self)
        self.phases = ComparisonPage(
            context, PhasesModel(context), N_("Cost of the phases"), None, self
        )
        self.patterns = ComparisonPage(
            context, PatternsModel(context), N_("Cost under each pattern"), _of_patterns, self
        )
        self.pages: dict[str, FigurePage] = {
            BY_PARTY: self.by_party,
            PHASES: self.phases,
            PATTERNS: self.patterns,
        }
        self._stack = QStackedWidget(self)
        for page in self.pages.values():
            self._stack.addWidget(page)
            page.escaped.connect(self.search_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.strip.page_chosen.connect(self.show_page)
        self.by_party.edit_requested.connect(self.edit_requested)
        context.translator.language_changed.connect(self.retranslate)
        self.show_page(BY_PARTY)

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        for page in self.pages.values():
            page.retranslate()

    @override
    def choices(self) -> QWidget:
        return self.strip

    def show_page(self, page: str) -> None:
        """Show `page`, one of `PAGES`."""
        self.page = page
        self._stack.setCurrentWidget(self.pages[page])
        self.setFocusProxy(self.pages[page])
        self.strip.show_page(page)

    @override
    def show_number(self, key: str) -> None:
        self.show_page(BY_PARTY)
        self.by_party.show_figure(self.by_party.model.cost.total["year_total"])

    @override
    def remembered(self) -> tuple[str, ...]:
        return (f"{_PAGE}{self.page}",)

    @override
    def restore(self, remembered: Sequence[str]) -> None:
        for each in remembered:
            page = each.removeprefix(_PAGE)
            if each.startswith(_PAGE) and page in PAGES:
                self.show_page(page)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "pages"):
            for page in self.pages.values():
                page.fit_font()


def _of_patterns(plan: Plan, words: Words) -> Sequence[str]:
    return tuple(pattern_remarks(plan, words))
