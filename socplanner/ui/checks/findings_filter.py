"""Which findings are shown, and how they are grouped; within a group, in the order of the model.

Not a proxy of Qt's: one calls Python for every pair of rows it sorts, which lasts seconds where a
plan of thousands of roles has thousands of findings.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import RoleId
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_model import Column, FindingsModel
from socplanner.ui.kit.overriding import override
from socplanner.wording.findings import RULES, rule_name
from socplanner.wording.terms import function_name, parties_in_words, severity_name

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MOST_RUNS = 64
"""The most runs of rows that come or go one by one; where there are more, the model is reset."""


class FindingGroup(Enum):
    """What findings are grouped by."""

    NOTHING = "nothing"
    SEVERITY = "severity"
    RULE = "rule"
    FUNCTION = "function"
    PARTY = "party"


class FindingsFilter(QAbstractTableModel):
    """Shows the findings of a `FindingsModel` that pass the filters, group by group."""

    def __init__(
        self,
        model: FindingsModel,
        document: Document,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        """Show every finding, in the order of `model`."""
        super().__init__(parent)
        self._findings = model
        self._document = document
        self._translator = translator
        self._severities = frozenset(Severity)
        self._roles: frozenset[RoleId] | None = None
        self._text = ""
        self._texts: dict[Finding, str] = {}
        self._rows: list[Finding] = []
        self._ranks: list[int] = []
        self.grouping = FindingGroup.NOTHING
        self._show()
        model.counts_changed.connect(self._show)
        model.dataChanged.connect(self._on_texts_changed)

    def show_severities(self, severities: frozenset[Severity]) -> None:
        """Show findings of `severities` only."""
        self._severities = severities
        self._show()

    def show_roles(self, roles: frozenset[RoleId] | None) -> None:
        """Show the findings of `roles` only; None shows all."""
        if roles != self._roles:
            self._roles = roles
            self._show()

    def show_text(self, text: str) -> None:
        """Show the findings whose texts contain `text`."""
        self._text = text.casefold().strip()
        self._show()

    def group_by(self, grouping: FindingGroup) -> None:
        """Group findings by `grouping`; the selected one stays selected."""
        self.layoutAboutToBeChanged.emit()
        self.grouping = grouping
        before, indexes = self._rows, self.persistentIndexList()
        self._rows, self._ranks = self._wanted()
        places = {finding: place for place, finding in enumerate(self._rows)}
        moved = [self.index(places[before[each.row()]], each.column()) for each in indexes]
        self.changePersistentIndexList(indexes, moved)
        self.layoutChanged.emit()

    def finding(self, row: int) -> Finding | None:
        """Return the finding in `row`, or None where there is no such row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, finding: Finding | None) -> int:
        """Return the row of `finding`, or -1 where it is not shown."""
        return self._rows.index(finding) if finding in self._rows else -1

    def group_text(self, row: int) -> str:
        """Return the name of the group that begins with `row`; nothing within a group."""
        if self.grouping is FindingGroup.NOTHING or not 0 <= row < len(self._rows):
            return ""
        if row and self._ranks[row - 1] == self._ranks[row]:
            return ""
        return self._name(self._rows[row])

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = Column(index.column())
        text = self._findings.text(self._rows[index.row()], column, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.SEVERITY:
            group = self.group_text(index.row())
            return f"{group} · {text}" if group else text
        return text

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return self._findings.headerData(section, orientation, role)

    def _on_texts_changed(self, first: Index, last: Index) -> None:
        """Announce the rows of changed findings of the model."""
        changed = self._findings.findings[first.row() : last.row() + 1]
        if len(changed) == len(self._findings.findings):
            self._emit_all_changed()
            return
        for finding in changed:
            self._texts.pop(finding, None)
            row = self.row_of(finding)
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _emit_all_changed(self) -> None:
        """Announce that every text may have changed.

        Not as changed data: on that, a view whose rows differ in height measures each of them.
        """
        self._texts.clear()
        if self._text:
            self._show()
        self.layoutAboutToBeChanged.emit()
        self.layoutChanged.emit()

    def _show(self) -> None:
        """Insert and remove rows, run by run, until exactly the filtered findings are shown."""
        rows, ranks = self._wanted()
        if rows == self._rows:
            self._ranks = ranks
            return
        old, new = set(self._rows), set(rows)
        gone, come = _runs(self._rows, new), _runs(rows, old)
        stay = [each for each in self._rows if each in new]
        is_elsewhere = stay != [each for each in rows if each in old]
        if is_elsewhere or len(gone) + len(come) > _MOST_RUNS:
            self.beginResetModel()
            self._rows, self._ranks = rows, ranks
            self.endResetModel()
            return
        for first, end in reversed(gone):
            self.beginRemoveRows(_NO_PARENT, first, end - 1)
            del self._rows[first:end], self._ranks[first:end]
            self.endRemoveRows()
        for first, end in come:
            self.beginInsertRows(_NO_PARENT, first, end - 1)
            self._rows[first:first] = rows[first:end]
            self._ranks[first:first] = ranks[first:end]
            self.endInsertRows()
        self._ranks = ranks

    def _wanted(self) -> tuple[list[Finding], list[int]]:
        """Return the findings to show in their order, and for each the place of its group."""
        wanted = [each for each in self._findings.findings if self._matches(each)]
        rank = self._ranking()
        if rank is None:
            return wanted, [0] * len(wanted)
        ranked = sorted(((rank(each), each) for each in wanted), key=_first)
        return [each for _, each in ranked], [place for place, _ in ranked]

    def _matches(self, finding: Finding) -> bool:
        if finding.severity not in self._severities:
            return False
        if self._roles is not None and finding.role not in self._roles:
            return False
        return not self._text or self._text in self._words_of(finding)

    def _words_of(self, finding: Finding) -> str:
        cached = self._texts.get(finding)
        if cached is None:
            shown = (self._findings.text(finding, each) for each in Column)
            cached = self._texts[finding] = " ".join(map(str, shown)).casefold()
        return cached

    def _ranking(self) -> Callable[[Finding], int] | None:
        """Return the function that gives the place of a finding's group, or None without groups."""
        plan = self._document.plan
        match self.grouping:
            case FindingGroup.SEVERITY:
                return _severity
            case FindingGroup.RULE:
                rules = _places(RULES)
                return lambda finding: rules[finding.rule]
            case FindingGroup.FUNCTION:
                codes = _places(plan.catalogue.function_by_code)
                of_role = {role.id: codes.get(role.function, len(codes)) for role in plan.roles()}
                return lambda each: len(codes) if each.role is None else of_role[each.role]
            case FindingGroup.PARTY:
                ids = _places(party.id for party in plan.parties)
                return lambda finding: ids.get(next(iter(finding.parties), ""), len(ids))
            case FindingGroup.NOTHING:
                return None

    def _name(self, finding: Finding) -> str:
        plan, words = self._document.plan, self._translator.words
        match self.grouping:
            case FindingGroup.SEVERITY:
                return severity_name(finding.severity, words)
            case FindingGroup.RULE:
                return f"{finding.rule} {rule_name(finding.rule, words)}"
            case FindingGroup.FUNCTION:
                role = None if finding.role is None else plan.role(finding.role)
                if role is None:
                    return words.tr("Parties")
                return f"{role.function} {function_name(role.function, plan.catalogue, words)}"
            case _:
                if not finding.parties:
                    return words.tr("No party")
                return parties_in_words(plan, finding.parties[:1], words)


def _severity(finding: Finding) -> int:
    return int(finding.severity)


def _places(names: Iterable[str]) -> Mapping[str, int]:
    return {name: place for place, name in enumerate(names)}


def _first(ranked: tuple[int, Finding]) -> int:
    return ranked[0]


def _runs(findings: Sequence[Finding], others: Collection[Finding]) -> list[tuple[int, int]]:
    """Return the runs of `findings` that are not `others`, each by its first and its end."""
    runs: list[tuple[int, int]] = []
    for place, finding in enumerate(findings):
        if finding in others:
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs
