"""The matrix of the phase in view as a table: lines down, parties across.

Only the roles that an edit has touched are computed again, so one letter costs one cell. Lines and
parties change by row and column signals; a reset means another plan.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)

from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.plan import BLANK_DUTY, Duty, Party, Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text, tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.matrix import matrix_words
from socplanner.ui.matrix.line_model import NO_PARENT, Index, LineModel
from socplanner.ui.matrix.matrix_changes import MatrixChanges
from socplanner.ui.matrix.matrix_facts import MatrixFacts
from socplanner.ui.matrix.matrix_lines import Line, lines_of

_MANY = 64
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_FOLDED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_WORDED_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_TEXT_ROLES = (*_WORDED_ROLES, Qt.ItemDataRole.StatusTipRole)


class MatrixModel(LineModel):
    """Follows document, viewpoint and checking; never edits."""

    load_changed = Signal(int, int)
    """The first and the last column whose counts of letters differ."""

    party_findings_changed = Signal(object)
    """The columns of the parties whose severity over all roles changed."""

    letter_set_changed = Signal()
    """The letter set of the plan changed."""

    phase_shown = Signal()
    """Another phase is shown now."""

    lines_changed = Signal(int, int)
    """The first and the last line whose sourcing or findings differ.

    Not headerDataChanged: on that, QTableView (6.11) lays out and paints all rows again.
    """

    def __init__(
        self,
        context: PlanContext,
        parent: QObject | None = None,
    ) -> None:
        """Begin with the phase in view."""
        super().__init__(parent)
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._checking = context.checking
        self._translator = context.translator
        self.changes = MatrixChanges(context, self)
        self._folded: frozenset[str] = frozenset()
        self._counted: frozenset[RoleId] | None = None
        self._facts = MatrixFacts(
            context.document.plan, context.viewpoint.phase, context.checking.of_role
        )
        self._begin()
        context.document.opened.connect(self._on_opened)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.viewpoint.phase_changed.connect(self._on_phase_changed)
        context.checking.findings_changed.connect(self._on_findings_changed)
        context.checking.parties_changed.connect(self._on_party_findings_changed)
        context.translator.language_changed.connect(self._on_language_changed)

    @property
    def plan(self) -> Plan:
        """The plan shown; the document may be one announcement ahead."""
        return self._facts.plan

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties across."""
        return self._facts.parties

    @property
    def all_lines(self) -> Sequence[Line]:
        """The bands and roles of the plan, in the catalogue's order."""
        return self._all_lines

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._facts.parties)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = index.row()
        if row < 0:
            return Qt.ItemFlag.NoItemFlags
        if self._lines[row].role is None:
            return _FOLDED if self.is_folded(row) else Qt.ItemFlag.NoItemFlags
        return _CELL

    def in_short(self, index: Index) -> str:
        """Return a cell in words without the name of its role; a band in full."""
        line = self._lines[index.row()]
        if line.role is None:
            return self._band_in_words(index.row())
        party, cell = self.parties[index.column()], self.cell(index.row(), index.column())
        words = self._translator.words
        text = matrix_words.cell_in_short(self.plan, line.role, party, cell, words)
        return self._with_change(text, line.role.id, party.id)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        line = self._lines[row]
        if line.role is None:
            # A screen reader names every cell; the others are shown to all only of a folded band.
            is_read = role == Qt.ItemDataRole.AccessibleTextRole or (
                role in _TEXT_ROLES and self.is_folded(row)
            )
            return item_text(self._band_in_words(row), role) if is_read else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role in _TEXT_ROLES:
            party, words = self.parties[column], self._translator.words
            cell = self.cell(row, column)
            text = matrix_words.cell_in_words(self.plan, line.role, party, cell, words)
            text = self._with_change(text, line.role.id, party.id)
            if role != Qt.ItemDataRole.ToolTipRole:
                return text
            findings = self._checking.of_role(line.role.id)
            lines = (text, *matrix_words.findings_in_words(findings, self.plan, words))
            return tool_tip("\n".join(lines))
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
        return self.duty(row).letters.get(self._facts.parties[column].id, BLANK)

    def duty(self, row: int) -> Duty:
        """Return the duty of the role in `row`."""
        role = self._lines[row].role
        return BLANK_DUTY if role is None else self._facts.duty(role.id)

    def duty_of(self, role: RoleId) -> Duty:
        """Return the duty of `role`, shown or not."""
        return self._facts.duty(role)

    def worst(self, row: int) -> Severity | None:
        """Return the severity of the most severe finding in `row`."""
        role = self._lines[row].role
        return None if role is None else self._facts.worst(role.id)

    def mark(self, row: int, column: int) -> Severity | None:
        """Return the severity of the findings about this one cell."""
        role = self._lines[row].role
        marks = None if role is None else self._facts.marks.get(role.id)
        return marks.get(self._facts.parties[column].id) if marks else None

    def look(self, row: int, column: int) -> tuple[Cell | None, Severity | None]:
        """Return letters and mark of a cell at once, for drawing; a band has no letters."""
        role, facts = self._lines[row].role, self._facts
        if role is None:
            return None, None
        party = facts.parties[column].id
        marks = facts.marks.get(role.id)
        cell = facts.duty(role.id).letters.get(party, BLANK)
        return cell, marks.get(party) if marks else None

    def load(self, column: int) -> Counter[str]:
        """Return how often the party in `column` has each letter."""
        return self._facts.load.of(self._facts.parties[column].id)

    def load_left(self, column: int) -> Counter[str] | None:
        """Return the same for the roles that pass the filter, None without a filter."""
        load = self._facts.load
        return load.left_of(self._facts.parties[column].id) if load.is_filtered else None

    def worst_of_party(self, column: int) -> Severity | None:
        """Return the worst severity of the findings of the party in `column`, over all roles."""
        return self._facts.party_marks.get(self.parties[column].id)

    def column_of(self, party: PartyId | None) -> int:
        """Return the column of `party`, -1 if it has none."""
        return -1 if party is None else self._facts.column_by_party.get(party, -1)

    def is_folded(self, row: int) -> bool:
        """Return whether `row` is a band whose roles are folded away."""
        line = self._lines[row]
        return line.role is None and line.function in self._folded

    def band_counts(self, row: int) -> tuple[int, int, Severity | None]:
        """Return how many roles and findings the band in `row` has, and the worst severity."""
        roles = self._roles_of.get(self._lines[row].function, [])
        if self._counted is not None:
            roles = [role for role in roles if role in self._counted]
        severities = [each.severity for role in roles for each in self._checking.of_role(role)]
        return len(roles), len(severities), min(severities, default=None)

    def show(
        self,
        wanted: Sequence[Line],
        counted: frozenset[RoleId] | None = None,
        folded: frozenset[str] = frozenset(),
    ) -> None:
        """Show the lines of `wanted`, bands in `folded` folded; count `counted` roles apart."""
        self._folded, self._counted = folded, counted
        self.show_lines(wanted)
        if self._facts.count_apart(counted) and self.parties:
            self.load_changed.emit(0, len(self.parties) - 1)

    def _party_header(self, section: int, role: int) -> object:
        party, words = self.parties[section], self._translator.words
        if role == Qt.ItemDataRole.DisplayRole:
            return words.local(party.name)
        if role in _WORDED_ROLES:
            load, left = self.load(section), self.load_left(section)
            text = matrix_words.party_in_words(self.plan, party, load, left, words)
            findings = self._checking.of_party(party.id)
            lines = (text, *matrix_words.findings_in_words(findings, self.plan, words))
            return item_text("\n".join(lines), role)
        return None

    def _line_header(self, section: int, role: int) -> object:
        line, words = self._lines[section], self._translator.words
        if role == Qt.ItemDataRole.DisplayRole:
            return matrix_words.line_label(self.plan, line, words)
        if role in _WORDED_ROLES:
            if line.role is None:
                return item_text(self._band_in_words(section), role)
            findings = self._checking.of_role(line.role.id)
            text = matrix_words.line_in_words(self.plan, line, self.duty(section), findings, words)
            return item_text(text, role)
        return None

    def _with_change(self, text: str, role: RoleId, party: PartyId) -> str:
        """Return `text` about a cell with its change, where the overlay shows one."""
        change = self.changes.in_words(role, party, self._translator.words)
        return f"{text} · {change}" if change else text

    def _band_in_words(self, row: int) -> str:
        roles, findings, _ = self.band_counts(row)
        label = matrix_words.line_label(self.plan, self._lines[row], self._translator.words)
        if not self.is_folded(row):
            return label
        return matrix_words.folded_in_words(label, roles, findings, self._translator.words)

    def _begin(self) -> None:
        self._all_lines = lines_of(self.plan)
        self._roles_of: dict[str, list[RoleId]] = {}
        for line in self._all_lines:
            if line.role is not None:
                self._roles_of.setdefault(line.function, []).append(line.role.id)
        self._folded, self._counted = frozenset(), None
        self._facts.update_party_marks(self._checking.of_parties())
        self.set_lines(self._all_lines)

    def _on_opened(self) -> None:
        self.beginResetModel()
        self._facts = MatrixFacts(
            self._document.plan, self._viewpoint.phase, self._checking.of_role
        )
        self._begin()
        self.endResetModel()

    def _on_phase_changed(self) -> None:
        # While an edit or another plan is being announced, the slot for that runs after this one.
        if self._document.plan is self.plan:
            self._renew_all()

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if diff.changes_roles:
            self._on_opened()
            return
        self._facts.plan = diff.after
        if diff.changes_parties:
            self._follow_parties(diff.after)
        if self._facts.phase != self._viewpoint.phase:
            self._renew_all()
        else:
            self._renew(diff.roles_in(self._facts.phase))
        if diff.changes_letters:
            self.letter_set_changed.emit()
            self._emit_all_changed()

    def _on_findings_changed(self, roles: frozenset[RoleId]) -> None:
        rows: list[int] = []
        headings: list[int] = []
        columns: set[int] = set()
        for role in roles:
            if role in self._facts.duties:
                differing, is_heading_changed = self._facts.update_marks(role)
                columns.update(differing)
                row = self._row_by_role.get(role)
                if row is not None:
                    rows.append(row)
                    if is_heading_changed:
                        headings.append(row)
        if columns and rows:
            self._emit_rows_changed(sorted(rows), min(columns), max(columns))
        if headings:
            self.lines_changed.emit(min(headings), max(headings))
        if self._folded and len(rows) < len(roles):
            self.lines_changed.emit(0, len(self._lines) - 1)

    def _on_party_findings_changed(self) -> None:
        columns = self._facts.update_party_marks(self._checking.of_parties())
        if columns:
            self.party_findings_changed.emit(frozenset(columns))

    def _on_language_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(self.parties) - 1, 0))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(len(self._lines) - 1, 0))

    def _renew_all(self) -> None:
        """Show another phase: the same lines and parties, other letters."""
        self._facts.update(self.plan, self._viewpoint.phase)
        self._facts.set_parties(self.parties)
        self._emit_all_changed()
        self.phase_shown.emit()

    def _renew(self, roles: Iterable[RoleId]) -> None:
        """Show the duties of `roles` as they are now."""
        changed = [each for each in roles if each in self._facts.duties]
        if len(changed) >= _MANY:
            self._facts.renew_many(changed)
            self._emit_all_changed()
            return
        columns: set[int] = set()
        for role in changed:
            differing, is_heading_changed = self._facts.renew(role)
            columns.update(differing)
            row = self._row_by_role.get(role)
            if row is not None:
                if differing:
                    self._emit_rows_changed([row], min(differing), max(differing))
                if is_heading_changed:
                    self.lines_changed.emit(row, row)
        if columns:
            self.load_changed.emit(min(columns), max(columns))

    def _follow_parties(self, after: Plan) -> None:
        """Move, remove and insert columns, so that selection and widths stay with their parties."""
        facts = self._facts
        wanted = {party.id for party in after.parties}
        for column in reversed(range(len(facts.parties))):
            if facts.parties[column].id not in wanted:
                self.beginRemoveColumns(NO_PARENT, column, column)
                facts.set_parties((*facts.parties[:column], *facts.parties[column + 1 :]))
                self.endRemoveColumns()
        present = {party.id for party in facts.parties}
        for column, party in enumerate(after.parties):
            if party.id not in present:
                self.beginInsertColumns(NO_PARENT, column, column)
                facts.set_parties((*facts.parties[:column], party, *facts.parties[column:]))
                self.endInsertColumns()
        old = [party.id for party in facts.parties]
        new = [party.id for party in after.parties]
        for column, party_id in enumerate(new):
            at = old.index(party_id)
            if at != column:
                self.beginMoveColumns(NO_PARENT, at, at, NO_PARENT, column)
                old.insert(column, old.pop(at))
                by_id = {party.id: party for party in facts.parties}
                facts.set_parties(tuple(by_id[each] for each in old))
                self.endMoveColumns()
        facts.set_parties(after.parties)
        if after.parties:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(after.parties) - 1)
            self.load_changed.emit(0, len(after.parties) - 1)

    def _emit_rows_changed(self, rows: list[int], first: int, last: int) -> None:
        if len(rows) >= _MANY:
            self.dataChanged.emit(self.index(min(rows), first), self.index(max(rows), last))
            return
        for row in rows:
            # createIndex does not call back into Python, and most often a letter is one cell.
            begin = self.createIndex(row, first)
            self.dataChanged.emit(begin, begin if first == last else self.createIndex(row, last))

    def _emit_all_changed(self) -> None:
        if self.parties and self._lines:
            last = self.index(len(self._lines) - 1, len(self.parties) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if self.parties:
            self.load_changed.emit(0, len(self.parties) - 1)
        if self._lines:
            self.lines_changed.emit(0, len(self._lines) - 1)
