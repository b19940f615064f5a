"""How often each party has each letter: letters down, parties across, as the matrix has them."""

from collections import Counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from socplanner.domain.letters import Letter
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.matrix.line_model import Index
from socplanner.ui.matrix.load_face import TENTHS
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.wording.terms import letter_label, letter_name, party_name

_NO_PARENT = QModelIndex()
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class LoadModel(QAbstractTableModel):
    """Letters down, parties across; follows the matrix model's columns and counts."""

    def __init__(
        self, matrix: MatrixModel, translator: Translator, parent: QObject | None = None
    ) -> None:
        """Show the counts of `matrix`."""
        super().__init__(parent)
        self._matrix = matrix
        self._translator = translator
        self._letters = matrix.plan.letter_set.letters
        self._columns = matrix.columnCount()
        self._shown = [self._counts(column) for column in range(self._columns)]
        self._greatest = self._greatest_counts()
        matrix.load_changed.connect(self._on_load_changed)
        matrix.modelReset.connect(self._rebuild)
        matrix.letter_set_changed.connect(self._rebuild)
        matrix.columnsInserted.connect(self._rebuild)
        matrix.columnsRemoved.connect(self._rebuild)
        matrix.columnsMoved.connect(self._rebuild)
        translator.language_changed.connect(self._on_language_changed)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._letters)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        letter = self._letters[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return item_text(self._accessible_text(letter, index.column()), role)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            return self._matrix.headerData(section, orientation, role)
        is_text = role == Qt.ItemDataRole.DisplayRole
        return letter_label(self._letters[section], self._translator.words) if is_text else None

    def shown(self, row: int, column: int) -> str:
        """Return the count in `row` and `column`, as `5/17` where a filter hides some roles."""
        return self._shown[column][row]

    def share(self, row: int, column: int) -> int:
        """Return the count beside the greatest in its row, in tenths; 0 only for none."""
        count = self._matrix.load(column)[self._letters[row].symbol]
        return -(-count * TENTHS // max(self._greatest[row], 1))

    def letter(self, row: int) -> Letter:
        """Return the letter counted in `row`."""
        return self._letters[row]

    def name(self, row: int) -> str:
        """Return the name of the letter counted in `row`."""
        return letter_name(self._letters[row], self._translator.words)

    def _accessible_text(self, letter: Letter, column: int) -> str:
        words = self._translator.words
        total, left = self._matrix.load(column)[letter.symbol], self._matrix.load_left(column)
        party = party_name(self._matrix.parties[column], words)
        label = letter_label(letter, words)
        if left is None:
            return words.count(
                "{party}: {letter} in {n} role",
                "{party}: {letter} in {n} roles",
                total,
                party=party,
                letter=label,
            )
        return words.count(
            "{party}: {letter} in {shown} of {n} role",
            "{party}: {letter} in {shown} of {n} roles",
            total,
            party=party,
            letter=label,
            shown=left[letter.symbol],
        )

    def _on_load_changed(self, first: int, last: int) -> None:
        """Announce only the counts that changed; nothing while other columns are on their way."""
        if self._columns != self._matrix.columnCount():
            return
        for column in range(first, last + 1):
            before, now = self._shown[column], self._counts(column)
            self._shown[column] = now
            differing = [row for row, text in enumerate(now) if text != before[row]]
            if differing:
                first_row, last_row = differing[0], differing[-1]
                self.dataChanged.emit(
                    self.createIndex(first_row, column), self.createIndex(last_row, column)
                )
        self._follow_greatest()

    def _follow_greatest(self) -> None:
        """Announce the rows whose greatest count changed: every bar is drawn beside it."""
        before, self._greatest = self._greatest, self._greatest_counts()
        for row, (was, now) in enumerate(zip(before, self._greatest, strict=True)):
            if was != now:
                last = self.createIndex(row, self._columns - 1)
                self.dataChanged.emit(self.createIndex(row, 0), last)

    def _greatest_counts(self) -> list[int]:
        """Return the greatest count of each letter."""
        loads = [self._matrix.load(column) for column in range(self._columns)]
        symbols = [letter.symbol for letter in self._letters]
        return [max((load[symbol] for load in loads), default=0) for symbol in symbols]

    def _counts(self, column: int) -> list[str]:
        all_, left = self._matrix.load(column), self._matrix.load_left(column)
        return [_count(letter.symbol, all_, left) for letter in self._letters]

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._letters = self._matrix.plan.letter_set.letters
        self._columns = self._matrix.columnCount()
        self._shown = [self._counts(column) for column in range(self._columns)]
        self._greatest = self._greatest_counts()
        self.endResetModel()

    def _on_language_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._letters) - 1)


def _count(symbol: str, all_: Counter[str], left: Counter[str] | None) -> str:
    """Return how often `symbol` is assigned in all roles, and in those that pass the filter."""
    total = all_[symbol]
    if left is None or not total:
        return str(total) if total else "·"
    return f"{left[symbol]}/{total}"
