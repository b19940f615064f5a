"""The view of the road map: the moves of the roles over time, and the selected one in words."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from socplanner.domain.ids import RoleId
from socplanner.domain.picture_choices import ROAD_MAP_ORDERS
from socplanner.domain.road_map.moves import Move
from socplanner.domain.road_map.orders import IN_ORDER
from socplanner.domain.road_map_inputs import MovePlace
from socplanner.ui.filters.filter_chips import FilterChips
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.number_card import NumberCard
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_table_view import RoleTableView
from socplanner.ui.roadmap.move_details import MoveDetails
from socplanner.ui.roadmap.roadmap_model import RoadMapModel
from socplanner.ui.roadmap.roadmap_strip import RoadMapStrip
from socplanner.ui.roadmap.roadmap_table import RoadMapTable
from socplanner.wording.road_map_words import days_text, total_effort

MOVE, TERMS = "move", "terms"
"""What can be edited from this view: a move, and the dates and approval of a phase."""


class RoadMapView(RoleTableView):
    """What changes when; selecting rows selects their roles everywhere."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the moves of the plan."""
        super().__init__(context, parent)
        self.model = RoadMapModel(context, self)
        self.table = RoadMapTable(self.model, context.translator, self)
        self.details = MoveDetails(self)
        self.strip = RoadMapStrip(context.translator, self)
        self.strip.hide()  # the strip above the view shows it
        self.cards = {name: NumberCard(self) for name in ("moves", "days", "late")}
        self.terms_button = FlatButton(self, "calendar", is_edged=True)
        self.terms_button.let_shrink()
        self.filters = FilterChips(context, self)
        self.filters.fit(0)  # as narrow as can be, until the view has its width
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()
        self.show_matches()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._context.translator.words
        self.table.setAccessibleName(words.tr("Moves of the roles"))
        self.table.setAccessibleDescription(
            words.tr(
                "Up and Down change the role; Enter edits who does its move, when, and what it "
                "needs first. The phase in view decides which move of a role is shown."
            )
        )
        self.terms_button.setText(words.tr("Dates and approval…"))
        self.terms_button.setToolTip(tool_tip(words.tr("Dates and approval of the phase in view")))
        self.strip.show_order(self.model.order)
        self._show_figures()

    @override
    def choices(self) -> QWidget:
        return self.strip

    @override
    def remembered(self) -> tuple[str, ...]:
        return () if self.model.order == IN_ORDER else (self.model.order,)

    @override
    def restore(self, remembered: Sequence[str]) -> None:
        self._choose_order(next((each for each in remembered if each in ROAD_MAP_ORDERS), IN_ORDER))

    @override
    def extend_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        action = menu.addAction(self._context.translator.words.tr("Edit the move…"))
        action.setEnabled(self._shown_move() is not None)
        action.triggered.connect(self._request_shown_move)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def fit_font(self) -> None:
        self.details.fit_font()
        self._fit()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(8, 4, 10, 4)
        for card in self.cards.values():
            above.addWidget(card)
        above.addStretch(1)
        above.addWidget(self.filters)
        above.addWidget(self.terms_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)

    def _connect(self) -> None:
        context, table = self._context, self.table
        self.connect_table(self.model, table)
        table.move_requested.connect(self._request_move)
        context.viewpoint.roles_changed.connect(self._show_details)
        self.details.edit_requested.connect(self._request_shown_move)
        self.terms_button.clicked.connect(self._request_terms)
        self.strip.order_chosen.connect(self._choose_order)
        self.cards["late"].clicked.connect(self._select_late)
        self.filters.width_changed.connect(self._fit)
        self.model.figures_changed.connect(self._show_figures)
        context.translator.language_changed.connect(self.retranslate)

    def _shown_move(self) -> Move | None:
        """Return the move of the first selected role, also of one that search or filter hides."""
        rows = {row.role.id: row for row in self.model.every_row}
        selected = [rows[role] for role in self._context.viewpoint.roles if role in rows]
        return selected[0].move if selected else None

    def _request_move(self, place: MovePlace) -> None:
        self.edit_requested.emit(MOVE, " ".join(place))

    def _request_shown_move(self) -> None:
        move = self._shown_move()
        if move is not None:
            self._request_move(move.place)

    def _request_terms(self) -> None:
        self.edit_requested.emit(TERMS, self._context.viewpoint.phase)

    def _choose_order(self, order: str) -> None:
        self.model.sort_by(order)
        self.strip.show_order(order)

    def _select_late(self) -> None:
        roles: list[RoleId] = [role for _, role in self.model.late]
        if roles:
            self._context.viewpoint.select(roles)

    def _show_figures(self) -> None:
        """Show how many moves there are, their person-days, and how many begin too early."""
        words = self._context.translator.words
        moves = [move for row in self.model.every_row for move in row.moves]
        captions = {
            "moves": (str(len(moves)), words.tr("moves")),
            "days": (days_text(total_effort(moves)), words.tr("person-days")),
            "late": (str(len(self.model.late)), words.tr("begin before what they need")),
        }
        for name, (number, caption) in captions.items():
            is_short = name == "late" and bool(self.model.late)
            self.cards[name].show_number(number, caption, is_short=is_short)
        self.table.time_header.viewport().update()
        self._show_details()
        self._fit()

    def _show_details(self) -> None:
        context = self._context
        self.details.show_move(context.document.plan, self._shown_move(), context.translator.words)

    def _fit(self) -> None:
        """Give the filters what numbers and button leave; show the panel where it has space."""
        self.details.fit(self.height())
        self.filters.setMinimumWidth(self.filters.least_width())
        used = sum(card.sizeHint().width() for card in self.cards.values())
        self.filters.fit(self.width() - used - self.terms_button.sizeHint().width() - 60)
