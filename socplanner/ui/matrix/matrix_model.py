"""The matrix of the phase in view as a table: lines down, parties across.

Duties are kept here and renewed by the roles an edit has touched, so one letter costs one cell.
Roles and parties change by row and column signals; a reset means another plan.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell, symbols_in
from socplanner.domain.phases import changed_roles, duties, duty
from socplanner.domain.plan import BLANK_DUTY, Duty, Party, Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.matrix import matrix_words
from socplanner.ui.matrix.matrix_lines import Line, lines_of
from socplanner.ui.overriding import override
from socplanner.ui.viewpoint import Viewpoint

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MANY = 64
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class MatrixModel(QAbstractTableModel):
    """Follows document, viewpoint and checking; never edits."""

    load_changed = Signal(int, int)
    """The first and the last column whose counts of letters differ."""

    lines_changed = Signal(int, int)
    """The first and the last line whose sourcing or findings differ.

    Not headerDataChanged: on that, QTableView (6.11) lays out and paints all rows anew.
    """

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
    def parties(self) -> tuple[Party, ...]:
        """The parties across."""
        return self._parties

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines down: bands and roles."""
        return self._lines

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._parties)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._lines[index.row()].is_band:
            return Qt.ItemFlag.NoItemFlags
        return _CELL

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if line.role is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            party, words = self._parties[index.column()], self._translator.words
            cell = self.cell(index.row(), index.column())
            said = matrix_words.cell_in_words(self._plan, line.role, party, cell, words)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return said
            found = self._checking.of_role(line.role.id)
            return "\n".join((said, *matrix_words.findings_in_words(found, self._plan, words)))
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            return self._party_header(section, role)
        return self._line_header(section, role)

    def cell(self, row: int, column: int) -> Cell:
        """Return the letters in `row` and `column`; a band has none."""
        return self.duty(row).letters.get(self._parties[column].id, BLANK)

    def duty(self, row: int) -> Duty:
        """Return what holds for the role in `row`."""
        role = self._lines[row].role
        return BLANK_DUTY if role is None else self._duties.get(role.id, BLANK_DUTY)

    def worst(self, row: int) -> Severity | None:
        """Return the gravest severity found in `row`."""
        role = self._lines[row].role
        found = () if role is None else self._checking.of_role(role.id)
        return min((each.severity for each in found), default=None)

    def mark(self, row: int, column: int) -> Severity | None:
        """Return the severity of what is found about just this cell."""
        role = self._lines[row].role
        marks = None if role is None else self._marks.get(role.id)
        return None if marks is None else marks.get(self._parties[column].id)

    def load(self, column: int) -> Counter[str]:
        """Return how often the party in `column` holds each letter."""
        return self._load[self._parties[column].id]

    def row_of(self, role: RoleId) -> int:
        """Return the row of `role`, -1 if it has none."""
        return self._row_by_role.get(role, -1)

    def column_of(self, party: PartyId | None) -> int:
        """Return the column of `party`, -1 if it has none."""
        return -1 if party is None else self._column_by_party.get(party, -1)

    def _party_header(self, section: int, role: int) -> object:
        party, words = self._parties[section], self._translator.words
        if role == Qt.ItemDataRole.DisplayRole:
            return words.local(party.name)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return matrix_words.party_in_words(self._plan, party, self.load(section), words)
        return None

    def _line_header(self, section: int, role: int) -> object:
        line, words = self._lines[section], self._translator.words
        if role == Qt.ItemDataRole.DisplayRole:
            return matrix_words.line_label(self._plan, line, words)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            found = () if line.role is None else self._checking.of_role(line.role.id)
            return matrix_words.line_in_words(self._plan, line, self.duty(section), found, words)
        return None

    def _take_over(self) -> None:
        self._plan = self._document.plan
        self._phase = self._viewpoint.phase
        self._lines = lines_of(self._plan)
        self._row_by_role = {
            line.role.id: row for row, line in enumerate(self._lines) if line.role is not None
        }
        self._duties = duties(self._plan, self._phase)
        self._marks = self._all_marks()
        self._take_parties(self._plan.parties)

    def _take_parties(self, parties: tuple[Party, ...]) -> None:
        self._parties = parties
        self._column_by_party = {party.id: column for column, party in enumerate(parties)}
        self._load = {party.id: Counter[str]() for party in parties}
        self._count(self._duties.values(), 1)

    def _on_opened(self) -> None:
        self.beginResetModel()
        self._take_over()
        self.endResetModel()

    def _on_phase_changed(self) -> None:
        # While an edit or another plan is being announced, its own slot comes after this one.
        if self._document.plan is self._plan:
            self._renew_all()

    def _on_plan_changed(self, before: Plan, after: Plan) -> None:
        if before.own_roles is not after.own_roles:
            self._on_opened()
            return
        self._plan = after
        if before.parties is not after.parties:
            self._follow_parties(after)
        if self._phase != self._viewpoint.phase:
            self._renew_all()
        else:
            self._renew(changed_roles(before, after, self._phase))

    def _on_findings_changed(self, roles: frozenset[RoleId]) -> None:
        known = [role for role in roles if role in self._row_by_role]
        columns: set[int] = set()
        for role in known:
            before, after = self._marks[role], _marks_of(self._checking.of_role(role))
            self._marks[role] = after
            columns.update(self._columns_between(before, after))
        rows = sorted(self._row_by_role[role] for role in known)
        if columns:
            self._tell_rows(rows, min(columns), max(columns))
        if rows:
            self.lines_changed.emit(rows[0], rows[-1])

    def _on_language_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(self._parties) - 1, 0))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(len(self._lines) - 1, 0))

    def _renew_all(self) -> None:
        """Show another phase: the same lines and parties, other letters."""
        self._phase = self._viewpoint.phase
        self._duties = duties(self._plan, self._phase)
        self._marks = self._all_marks()
        self._take_parties(self._parties)
        self._tell_all()

    def _renew(self, roles: Iterable[RoleId]) -> None:
        """Show what holds now for `roles`."""
        changed = [each for each in roles if each in self._row_by_role]
        columns: set[int] = set()
        for role in changed:
            before, after = self._duties[role], duty(self._plan, self._phase, role)
            self._duties[role] = after
            differing = self._columns_between(before.letters, after.letters)
            if differing:
                columns.update(differing)
                self._count((before,), -1)
                self._count((after,), 1)
                if len(changed) < _MANY:
                    self._tell_rows([self._row_by_role[role]], min(differing), max(differing))
            if before.sourcing is not after.sourcing and len(changed) < _MANY:
                row = self._row_by_role[role]
                self.lines_changed.emit(row, row)
        if len(changed) >= _MANY:
            self._tell_all()
        elif columns:
            self.load_changed.emit(min(columns), max(columns))

    def _columns_between(
        self, before: Mapping[PartyId, object], after: Mapping[PartyId, object]
    ) -> list[int]:
        if before is after:
            return []
        return [
            self._column_by_party[party]
            for party in before.keys() | after.keys()
            if before.get(party) != after.get(party) and party in self._column_by_party
        ]

    def _follow_parties(self, after: Plan) -> None:
        """Move, take away and put in columns, so that selection and widths stay with theirs."""
        wanted = {party.id for party in after.parties}
        for column in reversed(range(len(self._parties))):
            if self._parties[column].id not in wanted:
                self.beginRemoveColumns(_NO_PARENT, column, column)
                self._take_parties((*self._parties[:column], *self._parties[column + 1 :]))
                self.endRemoveColumns()
        present = {party.id for party in self._parties}
        for column, party in enumerate(after.parties):
            if party.id not in present:
                self.beginInsertColumns(_NO_PARENT, column, column)
                self._take_parties((*self._parties[:column], party, *self._parties[column:]))
                self.endInsertColumns()
        old = [party.id for party in self._parties]
        new = [party.id for party in after.parties]
        for column, party_id in enumerate(new):
            at = old.index(party_id)
            if at != column:
                self.beginMoveColumns(_NO_PARENT, at, at, _NO_PARENT, column)
                old.insert(column, old.pop(at))
                by_id = {party.id: party for party in self._parties}
                self._take_parties(tuple(by_id[each] for each in old))
                self.endMoveColumns()
        self._take_parties(after.parties)
        if after.parties:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(after.parties) - 1)
            self.load_changed.emit(0, len(after.parties) - 1)

    def _tell_rows(self, rows: list[int], first: int, last: int) -> None:
        if last < first:
            return
        if len(rows) >= _MANY:
            self.dataChanged.emit(self.index(min(rows), first), self.index(max(rows), last))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row, first), self.index(row, last))

    def _tell_all(self) -> None:
        if self._parties and self._lines:
            last = self.index(len(self._lines) - 1, len(self._parties) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.load_changed.emit(0, len(self._parties) - 1)
        if self._lines:
            self.lines_changed.emit(0, len(self._lines) - 1)

    def _count(self, held: Iterable[Duty], step: int) -> None:
        for each in held:
            for party, cell in each.letters.items():
                load = self._load.get(party)
                if load is not None:
                    for symbol in symbols_in(cell):
                        load[symbol] += step

    def _all_marks(self) -> dict[RoleId, dict[PartyId, Severity]]:
        return {role: _marks_of(self._checking.of_role(role)) for role in self._row_by_role}


def _marks_of(found: Iterable[Finding]) -> dict[PartyId, Severity]:
    """Return the parties named by `found`, each with the gravest severity."""
    marks: dict[PartyId, Severity] = {}
    for finding in found:
        for party in finding.parties:
            marks[party] = min(finding.severity, marks.get(party, finding.severity))
    return marks
