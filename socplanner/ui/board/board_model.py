"""The roles of the plan as rows that never move: a row is a role, in the order of the catalogue.

A role that moves, or of which anything else changes, is `dataChanged` of its row. Rows come and go
only with the planner's own roles; a reset means another plan.
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

from socplanner.domain.catalogue import Area, Role
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import changed_roles, duties, duty
from socplanner.domain.plan import Duty, Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.board import card_words
from socplanner.ui.board.card import Card, card_of
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.wording.terms import role_label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MANY = 64
_SAID_BY_THE_CARD = ("D03", "area")
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class BoardModel(QAbstractListModel):
    """Follows document, viewpoint and checking; never edits."""

    told = Signal()
    """All `dataChanged` of one change have been emitted."""

    def __init__(
        self,
        document: Document,
        viewpoint: Viewpoint,
        checking: Checking,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        """Begin with the phase in view."""
        super().__init__(parent)
        self._document = document
        self._viewpoint = viewpoint
        self._checking = checking
        self._translator = translator
        self._take_over()
        document.opened.connect(self._on_opened)
        document.plan_changed.connect(self._on_plan_changed)
        viewpoint.phase_changed.connect(self._on_phase_changed)
        checking.findings_changed.connect(self._on_findings_changed)
        translator.language_changed.connect(self._on_language_changed)

    @property
    def plan(self) -> Plan:
        """The plan shown; the document may be one announcement ahead."""
        return self._plan

    @property
    def phase(self) -> PhaseId:
        """The phase shown."""
        return self._phase

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
        say = {
            Qt.ItemDataRole.AccessibleTextRole: card_words.spoken,
            Qt.ItemDataRole.ToolTipRole: card_words.told,
        }.get(Qt.ItemDataRole(role))
        if say is None:
            return None
        each = self._roles[row]
        text = say(self._plan, each, self._duties[row], self._found(each), words)
        return item_text(text, role)

    def role(self, row: int) -> Role:
        """Return the role in `row`."""
        return self._roles[row]

    def duty(self, row: int) -> Duty:
        """Return what holds for the role in `row`."""
        return self._duties[row]

    def area(self, row: int) -> Area:
        """Return where the role in `row` stands."""
        return self._duties[row].area

    def areas(self) -> list[Area]:
        """Return where the roles stand, row by row."""
        return [each.area for each in self._duties]

    def card(self, row: int) -> Card:
        """Return what the card in `row` says; the same object until that changes."""
        found = self._cards[row]
        if found is None:
            role = self._roles[row]
            found = self._cards[row] = card_of(
                self._plan,
                role,
                self._duties[row],
                self._found(role),
                self._places,
                self._translator.words,
            )
        return found

    def names(self) -> list[str]:
        """Return the names of the roles, row by row."""
        words = self._translator.words
        return [words.local(role.name) for role in self._roles]

    def row_of(self, role: RoleId) -> int:
        """Return the row of `role`, -1 if it has none."""
        return self._row_by_role.get(role, -1)

    def _take_over(self) -> None:
        self._plan = self._document.plan
        self._roles = tuple(self._plan.roles())
        self._row_by_role = {role.id: row for row, role in enumerate(self._roles)}
        self._take_phase()

    def _take_phase(self) -> None:
        self._phase = self._viewpoint.phase
        held = duties(self._plan, self._phase)
        self._duties = [held[role.id] for role in self._roles]
        self._forget_cards()

    def _forget_cards(self) -> None:
        self._places = {party.id: place for place, party in enumerate(self._plan.parties)}
        self._cards: list[Card | None] = [None] * len(self._roles)

    def _on_opened(self) -> None:
        self.beginResetModel()
        self._take_over()
        self.endResetModel()

    def _on_phase_changed(self) -> None:
        # While an edit or another plan is being announced, its own slot comes after this one.
        if self._document.plan is self._plan:
            self._take_phase()
            self._tell_all()

    def _on_plan_changed(self, before: Plan, after: Plan) -> None:
        if before.own_roles is not after.own_roles or before.catalogue is not after.catalogue:
            self._on_opened()
            return
        self._plan = after
        if self._phase != self._viewpoint.phase or after.phase(self._phase) is None:
            self._take_phase()
            self._tell_all()
            return
        for role in (changed := changed_roles(before, after, self._phase)):
            self._duties[self._row_by_role[role]] = duty(after, self._phase, role)
        if before.parties is not after.parties or before.letter_set is not after.letter_set:
            self._forget_cards()
            self._tell_all()
        else:
            self._tell(changed)

    def _found(self, role: Role) -> tuple[Finding, ...]:
        """Return what is said of `role`, but for what a card says itself: that it stands apart."""
        found = self._checking.of_role(role.id)
        return tuple(each for each in found if (each.rule, each.way) != _SAID_BY_THE_CARD)

    def _on_findings_changed(self, roles: frozenset[RoleId]) -> None:
        self._tell(roles)

    def _on_language_changed(self) -> None:
        self._forget_cards()
        self._tell_all()

    def _tell(self, roles: Iterable[RoleId]) -> None:
        """Tell of `roles`, each by itself unless they are many."""
        rows = sorted(self._row_by_role[role] for role in roles if role in self._row_by_role)
        for row in rows:
            self._cards[row] = None
        if len(rows) > _MANY:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))
        else:
            for row in rows:
                self.dataChanged.emit(self.index(row), self.index(row))
        self.told.emit()

    def _tell_all(self) -> None:
        if self._roles:
            self.dataChanged.emit(self.index(0), self.index(len(self._roles) - 1))
        self.told.emit()
