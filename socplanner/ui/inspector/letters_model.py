"""The letters of the selected roles: parties down, letters across; each assigned, not, or mixed."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from socplanner.domain.letters import UNDECIDED, Cell, Letter, symbols_in
from socplanner.domain.plan import Party, Plan
from socplanner.ui.inspector.selected_roles import SelectedRoles, common
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text, tool_tip
from socplanner.wording.language import Words
from socplanner.wording.terms import letter_label, letter_name, party_name

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_STATES = {
    (True,): Qt.CheckState.Checked,
    (False,): Qt.CheckState.Unchecked,
    (): Qt.CheckState.PartiallyChecked,
}
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LettersModel(QAbstractTableModel):
    """Column 0 names the party; each other column is a letter of the plan's set."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin with no party at all."""
        super().__init__(parent)
        self._words = words
        self._parties: tuple[Party, ...] = ()
        self._letters: tuple[Letter, ...] = ()
        self._states: list[tuple[Qt.CheckState, ...]] = []

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties down."""
        return self._parties

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The letters across, from column 1 on."""
        return self._letters

    def show_roles(self, plan: Plan, selected: SelectedRoles, words: Words) -> None:
        """Show which party has which letter in `selected`."""
        is_renamed = self._words is not words or self._parties is not plan.parties
        self._words = words
        self._follow(plan)
        before, self._states = self._states, self._states_of(selected)
        last = len(self._letters)
        for row, (old, new) in enumerate(zip(before, self._states, strict=True)):
            if is_renamed or old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        if is_renamed:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._parties)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(self._letters)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS | Qt.ItemFlag.ItemIsUserCheckable if index.column() else _FLAGS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        party = self._parties[index.row()]
        if index.column() == 0:
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return item_text(party_name(party, self._words), role) if is_text else None
        letter = self._letters[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return letter.symbol
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.state(index.row(), index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = self._accessible_text(party, letter, self.state(index.row(), index.column()))
            return item_text(text, role)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._letters[section - 1].symbol if section else self._words.tr("Party")
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return tool_tip(letter_label(self._letters[section - 1], self._words))
        return None

    def state(self, row: int, column: int) -> Qt.CheckState:
        """Return whether the party in `row` has the letter in `column`."""
        return self._states[row][column - 1]

    def _accessible_text(self, party: Party, letter: Letter, state: Qt.CheckState) -> str:
        states = {
            Qt.CheckState.Checked: self._words.tr("yes"),
            Qt.CheckState.Unchecked: self._words.tr("no"),
            Qt.CheckState.PartiallyChecked: self._words.tr("mixed"),
        }
        return self._words.tr(
            "{party} – {letter}: {state}",
            party=party_name(party, self._words),
            letter=letter_name(letter, self._words),
            state=states[state],
        )

    def _follow(self, plan: Plan) -> None:
        """Show the parties and letters of `plan`, with row signals where the parties differ."""
        letters = (*plan.letter_set.letters, UNDECIDED)
        if letters != self._letters:
            self.beginResetModel()
            self._letters, self._parties = letters, ()
            self._states = []
            self.endResetModel()
        if [each.id for each in self._parties] != [each.id for each in plan.parties]:
            if self._parties:
                self.beginRemoveRows(_NO_PARENT, 0, len(self._parties) - 1)
                self._parties, self._states = (), []
                self.endRemoveRows()
            if plan.parties:
                self.beginInsertRows(_NO_PARENT, 0, len(plan.parties) - 1)
                self._parties = plan.parties
                none = (Qt.CheckState.Unchecked,) * len(letters)
                self._states = [none] * len(plan.parties)
                self.endInsertRows()
        self._parties = plan.parties

    def _states_of(self, selected: SelectedRoles) -> list[tuple[Qt.CheckState, ...]]:
        return [self._states_in(selected.cells(party.id)) for party in self._parties]

    def _states_in(self, cells: frozenset[Cell]) -> tuple[Qt.CheckState, ...]:
        cells_symbols = [symbols_in(cell) for cell in cells]
        return tuple(
            _STATES[common(letter.symbol in symbols for symbols in cells_symbols)]
            for letter in self._letters
        )
