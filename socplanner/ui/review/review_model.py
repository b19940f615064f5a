"""The differences of a review as a tree: parties or roles, and their differences below them."""

from enum import Enum, IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from socplanner.domain.reimport.grouping import by_party, by_role
from socplanner.domain.reimport.review import Difference, Review, Verdict
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.review.choices import Choices, can_be_ticked
from socplanner.wording.language import N_, Words
from socplanner.wording.review_words import field_text, role_text, value_text, verdict_text
from socplanner.wording.terms import party_name

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_GROUP = 0
"""The internal id of a group's index; that of a difference is the row of its group plus one."""


class Grouping(Enum):
    """How differences are grouped."""

    PARTY = "party"
    ROLE = "role"


class ReviewColumn(IntEnum):
    """The columns of the tree."""

    WHAT = 0
    NOW = 1
    SENT = 2
    REIMPORTED = 3
    STANDING = 4
    ORIGIN = 5


_HEADINGS = {
    ReviewColumn.WHAT: N_("What"),
    ReviewColumn.NOW: N_("In the plan"),
    ReviewColumn.SENT: N_("As exported"),
    ReviewColumn.REIMPORTED: N_("Returned"),
    ReviewColumn.STANDING: N_("Status"),
    ReviewColumn.ORIGIN: N_("From"),
}


class Group(NamedTuple):
    """A party or role, by its title, and its differences."""

    title: str
    differences: tuple[Difference, ...]


class ReviewModel(QAbstractItemModel):
    """Shows a review; a checkbox at each difference is whether to import it."""

    choices_changed = Signal()
    """The choices have changed."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin empty, in the language of `words`."""
        super().__init__(parent)
        self._words = words
        self._groups: list[Group] = []
        self._choices = Choices()
        self._grouping = Grouping.PARTY

    def show(self, review: Review, choices: Choices, grouping: Grouping) -> None:
        """Show `review`, without differences whose values are equal to the plan already."""
        self.beginResetModel()
        self._choices, self._grouping = choices, grouping
        self._groups = [
            Group(title, kept)
            for title, differences in _grouped(review, grouping, self._words)
            if (kept := tuple(each for each in differences if each.verdict is not Verdict.SAME))
        ]
        self._plan = review.plan
        self.endResetModel()

    def difference(self, index: Index) -> Difference | None:
        """Return the difference at `index`, or None at a group."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[index.internalId() - 1].differences[index.row()]

    def place_of(self, difference: Difference) -> QModelIndex:
        """Return the index of `difference`, invalid if it is not shown."""
        for row, group in enumerate(self._groups):
            for place, each in enumerate(group.differences):
                if each.address == difference.address:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    def choose(self, difference: Difference, value: str | None) -> None:
        """Choose `value` for `difference`, None to keep the value of the plan."""
        self._choices.choose(difference, value)
        self._emit_changed(self.place_of(difference))

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    @override
    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        is_group = parent.internalId() == _GROUP and parent.column() == 0
        return len(self._groups[parent.row()].differences) if is_group else 0

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(ReviewColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._words.tr(_HEADINGS[ReviewColumn(section)])
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() != ReviewColumn.WHAT:
            return flags
        difference = self.difference(index)
        if (
            difference is None
            or can_be_ticked(difference)
            or self._choices.of(difference) is not None
        ):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        difference = self.difference(index)
        if role == _Role.CheckStateRole and index.column() == ReviewColumn.WHAT:
            return self._ticked(index, difference).value
        if role == _Role.AccessibleTextRole:
            return self._accessible_text(index, difference)
        if role not in {_Role.DisplayRole, _Role.ToolTipRole}:
            return None
        text = (
            self._group_text(index)
            if difference is None
            else self._text(difference, ReviewColumn(index.column()))
        )
        return item_text(text, role)

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or index.column() != ReviewColumn.WHAT:
            return False
        is_accepted = Qt.CheckState(value) is not Qt.CheckState.Unchecked
        difference = self.difference(index)
        if difference is None:
            self._tick_group(self._groups[index.row()], is_accepted=is_accepted)
        else:
            self._choices.choose_all((difference,), is_accepted=is_accepted)
        self._emit_changed(index)
        return True

    def _tick_group(self, group: Group, *, is_accepted: bool) -> None:
        """Choose all differences of `group` but doubtful ones, or none if they are chosen."""
        undoubted = [each for each in group.differences if each.verdict is not Verdict.DOUBT]
        checkable = [each for each in undoubted if can_be_ticked(each)]
        is_complete = bool(checkable) and all(
            self._choices.of(each) is not None for each in checkable
        )
        if is_accepted and not is_complete:
            self._choices.choose_all(undoubted, is_accepted=True)
        else:
            self._choices.choose_all(group.differences, is_accepted=False)

    def _emit_changed(self, index: Index) -> None:
        """Emit changes of the group at `index`, or around it, and of everything in it."""
        group = index if index.internalId() == _GROUP else self.parent(index)
        last = len(ReviewColumn) - 1
        self.dataChanged.emit(self.index(group.row(), 0), self.index(group.row(), last))
        top = self.index(group.row(), 0)
        rows = self.rowCount(top)
        self.dataChanged.emit(self.index(0, 0, top), self.index(rows - 1, last, top))
        self.choices_changed.emit()

    def _ticked(self, index: Index, difference: Difference | None) -> Qt.CheckState:
        concerned = self._groups[index.row()].differences if difference is None else (difference,)
        accepted = sum(self._choices.of(each) is not None for each in concerned)
        if accepted == 0:
            return Qt.CheckState.Unchecked
        is_all = accepted == len(concerned)
        return Qt.CheckState.Checked if is_all else Qt.CheckState.PartiallyChecked

    def _group_text(self, index: Index) -> str:
        group = self._groups[index.row()]
        if index.column() != ReviewColumn.WHAT:
            return ""
        accepted = sum(self._choices.of(each) is not None for each in group.differences)
        total = len(group.differences)
        return self._words.tr(
            "{group}   ({accepted} of {total})", group=group.title, accepted=accepted, total=total
        )

    def _text(self, difference: Difference, column: ReviewColumn) -> str:
        words, address = self._words, difference.address
        match column:
            case ReviewColumn.WHAT:
                row_text = role_text if self._grouping is Grouping.PARTY else field_text
                what = row_text(address, self._plan, words)
                if self._grouping is Grouping.PARTY and address.party is None:
                    what = f"{what}: {field_text(address, self._plan, words)}"
                return what
            case ReviewColumn.NOW:
                return value_text(address, difference.ours, words)
            case ReviewColumn.SENT:
                bases = dict.fromkeys(source.base for source in difference.sources)
                return " / ".join(
                    words.tr("unknown") if base is None else value_text(address, base, words)
                    for base in bases
                )
            case ReviewColumn.REIMPORTED:
                values = dict.fromkeys(source.theirs for source in difference.sources)
                return " / ".join(value_text(address, value, words) for value in values)
            case ReviewColumn.STANDING:
                return verdict_text(difference, words)
            case ReviewColumn.ORIGIN:
                return ", ".join(dict.fromkeys(source.origin for source in difference.sources))

    def _accessible_text(self, index: Index, difference: Difference | None) -> str:
        if difference is None:
            return self._group_text(index)
        headings = (
            (self._words.tr(_HEADINGS[each]), self._text(difference, each)) for each in ReviewColumn
        )
        return ", ".join(f"{heading}: {text}" for heading, text in headings)


def _grouped(
    review: Review, grouping: Grouping, words: Words
) -> list[tuple[str, tuple[Difference, ...]]]:
    """Return the groups, each by its title and its differences."""
    if grouping is Grouping.ROLE:
        return [
            (role_text(group.differences[0].address, review.plan, words), group.differences)
            for group in by_role(review)
        ]
    groups = []
    for group in by_party(review):
        party = None if group.party is None else review.plan.party(group.party)
        title = words.tr("The roles themselves") if party is None else party_name(party, words)
        groups.append((title, group.differences))
    return groups
