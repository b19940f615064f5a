"""The parties of the plan as rows: badge, name, and the letters of each in the phase in view."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Party, Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.terms import letter_label, party_kind_name, party_name

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ALL: list[int] = []


class PartyRole(IntEnum):
    """Data roles of a row beyond those of Qt."""

    PARTY = Qt.ItemDataRole.UserRole
    LOAD = Qt.ItemDataRole.UserRole + 1
    DUTIES = Qt.ItemDataRole.UserRole + 2
    """How many of the letters make the party accountable or responsible."""


class PartyListModel(QAbstractListModel):
    """Follows the document; never edits it."""

    def __init__(
        self,
        context: PlanContext,
        parent: QObject | None,
    ) -> None:
        """Begin with the parties as they are."""
        super().__init__(parent)
        self._document = context.document
        self._tally = context.tally
        self._translator = context.translator
        self._parties = context.document.plan.parties
        context.document.plan_changed.connect(self._on_plan_changed)
        context.document.opened.connect(self._on_opened)
        context.tally.counts_changed.connect(self._emit_all_changed)
        context.translator.language_changed.connect(self._emit_all_changed)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._parties)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        party = self._parties[index.row()]
        words = self._translator.words
        if role == Qt.ItemDataRole.DisplayRole:
            return party_name(party, words)
        if role == PartyRole.PARTY:
            return party
        if role in (PartyRole.LOAD, PartyRole.DUTIES):
            return self._count(party, role)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return item_text(self._in_words(party), role)
        return None

    def greatest_load(self) -> int:
        """Return how many letters the party with the most of them has."""
        loads = (sum(self._tally.load_of(party.id).values()) for party in self._parties)
        return max(loads, default=0)

    def begins_kind(self, row: int) -> bool:
        """Return whether the party of `row` is of another kind than the one above it."""
        return row > 0 and self._parties[row].kind != self._parties[row - 1].kind

    def row_of(self, party_id: str) -> int:
        """Return the row of a party, -1 if it is not there."""
        return next((row for row, each in enumerate(self._parties) if each.id == party_id), -1)

    def _count(self, party: Party, role: int) -> int:
        load, letters = self._tally.load_of(party.id), self._document.plan.letter_set.letters
        if role == PartyRole.LOAD:
            return sum(load.values())
        return sum(load[each.symbol] for each in letters if each.accountable or each.performs)

    def _in_words(self, party: Party) -> str:
        words = self._translator.words
        load = self._tally.load_of(party.id)
        labels = (
            f"{letter_label(letter, words)}: {load[letter.symbol]}"
            for letter in self._document.plan.letter_set.letters
            if load[letter.symbol]
        )
        kind = party_kind_name(party.kind, words)
        text = words.tr("{party} ({kind})", party=party_name(party, words), kind=kind)
        return "\n".join((text, *labels))

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        old, new = self._parties, diff.after.parties
        if old is new:
            if diff.changes_letters:
                self._emit_all_changed()
            return
        old_ids, new_ids = [each.id for each in old], [each.id for each in new]
        if old_ids == new_ids:
            self._parties = new
            self._emit_all_changed()
        elif set(old_ids) == set(new_ids):
            self.layoutAboutToBeChanged.emit()
            self._parties = new
            moved = [self.index(new_ids.index(each), 0) for each in old_ids]
            self.changePersistentIndexList([self.index(row, 0) for row in range(len(old))], moved)
            self.layoutChanged.emit()
        else:
            self._exchange(old_ids, new_ids, diff.after)

    def _exchange(self, old_ids: list[PartyId], new_ids: list[PartyId], after: Plan) -> None:
        """Remove the rows that are gone, then insert those that are new."""
        kept = set(new_ids)
        for row in reversed(range(len(old_ids))):
            if old_ids[row] not in kept:
                self.beginRemoveRows(_NO_PARENT, row, row)
                self._parties = (*self._parties[:row], *self._parties[row + 1 :])
                self.endRemoveRows()
        present = {each.id for each in self._parties}
        for row, party in enumerate(after.parties):
            if party.id not in present:
                self.beginInsertRows(_NO_PARENT, row, row)
                self._parties = (*self._parties[:row], party, *self._parties[row:])
                self.endInsertRows()
        self._parties = after.parties
        self._emit_all_changed()

    def _on_opened(self) -> None:
        self.beginResetModel()
        self._parties = self._document.plan.parties
        self.endResetModel()

    def _emit_all_changed(self) -> None:
        if self._parties:
            self.dataChanged.emit(self.index(0), self.index(len(self._parties) - 1), _ALL)
