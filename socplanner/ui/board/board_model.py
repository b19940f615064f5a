"""The roles of the plan as rows that never move: a row is a role, in the order of the catalogue.

Any change of a role, a move too, is `dataChanged` of its row. Other roles or other lanes are a
reset.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from socplanner.domain.catalogue import Role
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.board import card_words
from socplanner.ui.board.card import SHOWN_ON_THE_CARD, Card, card_of
from socplanner.ui.board.lane_kinds import lane_maker
from socplanner.ui.board.lanes import LaneId, LaneMaker, LaneSet
from socplanner.ui.kit.board_options import BoardOptions
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.terms import role_label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MANY = 64
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class BoardModel(QAbstractListModel):
    """Follows document, viewpoint and checking; never edits."""

    texts_changed = Signal()
    """All `dataChanged` of one change have been emitted."""

    def __init__(
        self,
        context: PlanContext,
        parent: QObject | None = None,
        lanes: LaneMaker | None = None,
    ) -> None:
        """Begin with the phase in view and `lanes`, or else those that the planner chooses."""
        super().__init__(parent)
        self._fixed_lanes = lanes
        self._options = context.board
        self._week = context.week
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._checking = context.checking
        self._changes = context.changes
        self._translator = context.translator
        self._rebuild()
        context.document.opened.connect(self._on_opened)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.viewpoint.phase_changed.connect(self._on_phase_changed)
        context.checking.findings_changed.connect(self._on_findings_changed)
        context.translator.language_changed.connect(self._on_language_changed)
        context.board.changed.connect(self._on_options_changed)
        context.week.changed.connect(self._on_moment_changed)

    @property
    def plan(self) -> Plan:
        """The plan shown; the document may be one announcement ahead."""
        return self._plan

    @property
    def options(self) -> BoardOptions:
        """How the planner wants the board shown."""
        return self._options

    @property
    def phase(self) -> PhaseId:
        """The phase shown."""
        return self._phase

    @property
    def lanes(self) -> LaneSet:
        """The lanes of the phase shown, in the language of the window."""
        return self._lanes

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._roles)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, words = index.row(), self._translator.words
        if role == Qt.ItemDataRole.DisplayRole:
            return role_label(self._roles[row], words)
        tellers = {
            Qt.ItemDataRole.AccessibleTextRole: card_words.accessible_text,
            Qt.ItemDataRole.ToolTipRole: card_words.card_tool_tip,
        }.get(Qt.ItemDataRole(role))
        if tellers is None:
            return None
        each = self._roles[row]
        text = tellers(self._plan, each, self._duties[row], self._findings_of(each), words)
        return item_text(text + self._change(each, role), role)

    def _change(self, role: Role, item_role: int) -> str:
        """Return what changes of `role` while the overlay of changes is shown."""
        if not self._changes.is_on:
            return ""
        words, pair = self._translator.words, self._changes.roles.get(role.id)
        if pair is None:
            return "" if item_role == Qt.ItemDataRole.ToolTipRole else words.tr(", unchanged")
        from socplanner.wording.duty_changes import change_lines

        lines = change_lines(self._plan, role.id, pair, words)
        if item_role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(("", "", *lines))
        return words.tr(", changed: {changes}", changes=words.tr("; ").join(lines))

    def folded(self) -> frozenset[LaneId]:
        """Return the lanes that the planner has folded."""
        return frozenset(map(LaneId, self._options.folded_lanes()))

    def role(self, row: int) -> Role:
        """Return the role in `row`."""
        return self._roles[row]

    def duty(self, row: int) -> Duty:
        """Return the duty of the role in `row`."""
        return self._duties[row]

    def lane(self, row: int) -> LaneId:
        """Return the lane of the role in `row`."""
        return self._lanes.lane_of(self._roles[row], self._duties[row])

    def card(self, row: int) -> Card:
        """Return the card of `row`; the same object until its contents change."""
        card = self._cards[row]
        if card is None:
            role = self._roles[row]
            card = self._cards[row] = card_of(
                self._plan,
                role,
                self._duties[row],
                self._findings_of(role),
                self._places,
                self._translator.words,
            )
        return card

    def names(self) -> list[str]:
        """Return the names of the roles, row by row."""
        words = self._translator.words
        return [words.local(role.name) for role in self._roles]

    def row_of(self, role: RoleId) -> int:
        """Return the row of `role`, -1 if it has none."""
        return self._row_by_role.get(role, -1)

    def _rebuild(self) -> None:
        self._plan = self._document.plan
        self._roles = tuple(self._plan.roles())
        self._row_by_role = {role.id: row for row, role in enumerate(self._roles)}
        self._update_phase()

    def _update_phase(self) -> None:
        self._phase = self._viewpoint.phase
        by_role = duties(self._plan, self._phase)
        self._duties = [by_role[role.id] for role in self._roles]
        self._update_lanes()
        self._forget_cards()

    def _update_lanes(self) -> None:
        self._lanes = self._lanes_of(self._plan, self._phase)

    def _lanes_of(self, plan: Plan, phase: PhaseId) -> LaneSet:
        choices = self._options.choices
        make = self._fixed_lanes or lane_maker(choices.lanes, self._checking.of_role, self._week)
        lanes = make(plan, phase, self._translator.words)
        return lanes.mirrored() if choices.mirrored and not lanes.flows else lanes

    def _forget_cards(self) -> None:
        self._places = {party.id: place for place, party in enumerate(self._plan.parties)}
        self._cards: list[Card | None] = [None] * len(self._roles)

    def _on_opened(self) -> None:
        self.beginResetModel()
        self._rebuild()
        self.endResetModel()

    def _on_phase_changed(self) -> None:
        # While an edit or another plan is being announced, its own slot comes after this one.
        if self._document.plan is not self._plan:
            return
        before = self._lanes.lanes
        self._update_phase()
        if self._lanes.lanes == before:
            self._emit_all_changed()
        else:
            self._on_opened()

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        lanes = self._lanes_of(diff.after, self._viewpoint.phase)
        if diff.changes_roles or lanes.lanes != self._lanes.lanes:
            self._on_opened()
            return
        self._plan, self._lanes = diff.after, lanes
        if self._phase != self._viewpoint.phase or not diff.has_phase(self._phase):
            self._update_phase()
            self._emit_all_changed()
            return
        for role in (changed := diff.roles_in(self._phase)):
            self._duties[self._row_by_role[role]] = duty(diff.after, self._phase, role)
        if lanes.compared is not None:
            changed |= diff.roles_in(lanes.compared)
        if diff.changes_parties or diff.changes_letters:
            self._forget_cards()
            self._emit_all_changed()
        else:
            self._emit_texts_changed(changed)

    def _findings_of(self, role: Role) -> tuple[Finding, ...]:
        """Return the findings of `role`, without the one that the card marks: an unusual area."""
        card = self._checking.of_role(role.id)
        return tuple(each for each in card if (each.rule, each.variant) != SHOWN_ON_THE_CARD)

    def _on_findings_changed(self, roles: frozenset[RoleId]) -> None:
        self._emit_texts_changed(roles)

    def _on_language_changed(self) -> None:
        self._update_lanes()
        self._forget_cards()
        self._emit_all_changed()

    def _on_options_changed(self) -> None:
        before = self._lanes.lanes
        self._update_lanes()
        if self._lanes.lanes != before:
            self._on_opened()

    def _on_moment_changed(self) -> None:
        if self._options.choices.lanes == "hours":
            self._on_options_changed()

    def _emit_texts_changed(self, roles: Iterable[RoleId]) -> None:
        """Announce changes of `roles`: each row by itself, many as one range."""
        rows = sorted(self._row_by_role[role] for role in roles if role in self._row_by_role)
        for row in rows:
            self._cards[row] = None
        if len(rows) > _MANY:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))
        else:
            for row in rows:
                self.dataChanged.emit(self.index(row), self.index(row))
        self.texts_changed.emit()

    def _emit_all_changed(self) -> None:
        if self._roles:
            self.dataChanged.emit(self.index(0), self.index(len(self._roles) - 1))
        self.texts_changed.emit()
