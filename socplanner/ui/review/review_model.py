"""The differences of a review as a tree: parties or roles, and under each what concerns it."""

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
from socplanner.wording.review_words import field_said, role_said, value_said, verdict_said
from socplanner.wording.terms import party_name

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_GROUP = 0
"""The internal id of a group; that of a difference is the row of its group plus one."""


class Grouping(Enum):
    """What the differences are put together by."""

    PARTY = "party"
    ROLE = "role"


class ReviewColumn(IntEnum):
    """The columns of the tree."""

    WHAT = 0
    NOW = 1
    SENT = 2
    RETURNED = 3
    STANDING = 4
    ORIGIN = 5


_HEADS = {
    ReviewColumn.WHAT: N_("What"),
    ReviewColumn.NOW: N_("In the plan"),
    ReviewColumn.SENT: N_("As sent out"),
    ReviewColumn.RETURNED: N_("Returned"),
    ReviewColumn.STANDING: N_("How it stands"),
    ReviewColumn.ORIGIN: N_("From"),
}


class Group(NamedTuple):
    """One party or role, and what concerns it."""

    title: str
    differences: tuple[Difference, ...]


class ReviewModel(QAbstractItemModel):
    """Shows a review with a tick at each difference that is to be taken."""

    decided = Signal()
    """Something is taken or left otherwise than before."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin empty, in the language of `words`."""
        super().__init__(parent)
        self._words = words
        self._groups: list[Group] = []
        self._choices = Choices()
        self._grouping = Grouping.PARTY

    def show(self, review: Review, choices: Choices, grouping: Grouping) -> None:
        """Show `review` in place of what was shown; what is the same already is left out."""
        self.beginResetModel()
        self._choices, self._grouping = choices, grouping
        self._groups = [
            Group(title, kept)
            for title, found in _grouped(review, grouping, self._words)
            if (kept := tuple(each for each in found if each.verdict is not Verdict.SAME))
        ]
        self._plan = review.plan
        self.endResetModel()

    def difference(self, index: Index) -> Difference | None:
        """Return the difference at `index`; a group is none."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[index.internalId() - 1].differences[index.row()]

    def place_of(self, difference: Difference) -> QModelIndex:
        """Return where `difference` is shown, or nowhere."""
        for row, group in enumerate(self._groups):
            for place, each in enumerate(group.differences):
                if each.topic == difference.topic:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    def choose(self, difference: Difference, value: str | None) -> None:
        """Take `value` of `difference`, or leave what the plan says."""
        self._choices.choose(difference, value)
        self._tell(self.place_of(difference))

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
            return self._words.tr(_HEADS[ReviewColumn(section)])
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() != ReviewColumn.WHAT:
            return flags
        found = self.difference(index)
        if found is None or can_be_ticked(found) or self._choices.of(found) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self.difference(index)
        if role == _Role.CheckStateRole and index.column() == ReviewColumn.WHAT:
            return self._ticked(index, found).value
        if role == _Role.AccessibleTextRole:
            return self._spoken(index, found)
        if role not in {_Role.DisplayRole, _Role.ToolTipRole}:
            return None
        text = (
            self._group_said(index)
            if found is None
            else self._said(found, ReviewColumn(index.column()))
        )
        return item_text(text, role)

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or index.column() != ReviewColumn.WHAT:
            return False
        is_taken = Qt.CheckState(value) is not Qt.CheckState.Unchecked
        found = self.difference(index)
        if found is None:
            self._tick_group(self._groups[index.row()], is_taken=is_taken)
        else:
            self._choices.choose_all((found,), is_taken=is_taken)
        self._tell(index)
        return True

    def _tick_group(self, group: Group, *, is_taken: bool) -> None:
        """Take what is plain in `group`, or leave all of it; what is in doubt is taken singly."""
        plain = [each for each in group.differences if each.verdict is not Verdict.DOUBT]
        takeable = [each for each in plain if can_be_ticked(each)]
        is_all = bool(takeable) and all(self._choices.of(each) is not None for each in takeable)
        if is_taken and not is_all:
            self._choices.choose_all(plain, is_taken=True)
        else:
            self._choices.choose_all(group.differences, is_taken=False)

    def _tell(self, index: Index) -> None:
        """Say that a group and all in it may look otherwise."""
        group = index if index.internalId() == _GROUP else self.parent(index)
        last = len(ReviewColumn) - 1
        self.dataChanged.emit(self.index(group.row(), 0), self.index(group.row(), last))
        top = self.index(group.row(), 0)
        rows = self.rowCount(top)
        self.dataChanged.emit(self.index(0, 0, top), self.index(rows - 1, last, top))
        self.decided.emit()

    def _ticked(self, index: Index, found: Difference | None) -> Qt.CheckState:
        concerned = self._groups[index.row()].differences if found is None else (found,)
        taken = sum(self._choices.of(each) is not None for each in concerned)
        if taken == 0:
            return Qt.CheckState.Unchecked
        is_all = taken == len(concerned)
        return Qt.CheckState.Checked if is_all else Qt.CheckState.PartiallyChecked

    def _group_said(self, index: Index) -> str:
        group = self._groups[index.row()]
        if index.column() != ReviewColumn.WHAT:
            return ""
        taken = sum(self._choices.of(each) is not None for each in group.differences)
        total = len(group.differences)
        return self._words.tr(
            "{group}   ({taken} of {total})", group=group.title, taken=taken, total=total
        )

    def _said(self, found: Difference, column: ReviewColumn) -> str:
        words, topic = self._words, found.topic
        match column:
            case ReviewColumn.WHAT:
                say = role_said if self._grouping is Grouping.PARTY else field_said
                what = say(topic, self._plan, words)
                if self._grouping is Grouping.PARTY and topic.party is None:
                    what = f"{what}: {field_said(topic, self._plan, words)}"
                return what
            case ReviewColumn.NOW:
                return value_said(topic, found.ours, words)
            case ReviewColumn.SENT:
                bases = dict.fromkeys(voice.base for voice in found.voices)
                return " / ".join(
                    words.tr("not known") if base is None else value_said(topic, base, words)
                    for base in bases
                )
            case ReviewColumn.RETURNED:
                values = dict.fromkeys(voice.theirs for voice in found.voices)
                return " / ".join(value_said(topic, value, words) for value in values)
            case ReviewColumn.STANDING:
                return verdict_said(found, words)
            case ReviewColumn.ORIGIN:
                return ", ".join(dict.fromkeys(voice.origin for voice in found.voices))

    def _spoken(self, index: Index, found: Difference | None) -> str:
        if found is None:
            return self._group_said(index)
        heads = ((self._words.tr(_HEADS[each]), self._said(found, each)) for each in ReviewColumn)
        return ", ".join(f"{head}: {said}" for head, said in heads)


def _grouped(
    review: Review, grouping: Grouping, words: Words
) -> list[tuple[str, tuple[Difference, ...]]]:
    """Return the titles of the groups with what is in them."""
    if grouping is Grouping.ROLE:
        return [
            (role_said(group.differences[0].topic, review.plan, words), group.differences)
            for group in by_role(review)
        ]
    groups = []
    for group in by_party(review):
        party = None if group.party is None else review.plan.party(group.party)
        title = words.tr("The roles themselves") if party is None else party_name(party, words)
        groups.append((title, group.differences))
    return groups
