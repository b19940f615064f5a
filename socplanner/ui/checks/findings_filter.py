"""Which findings are shown, and put together by what; the order within a group is the model's."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import RoleId
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_model import FindingsModel
from socplanner.ui.overriding import override
from socplanner.wording.findings import RULES, rule_name
from socplanner.wording.terms import function_name, parties_in_words, severity_name

Index = QModelIndex | QPersistentModelIndex


class FindingGroup(Enum):
    """What findings are put together by."""

    NOTHING = "nothing"
    SEVERITY = "severity"
    RULE = "rule"
    FUNCTION = "function"
    PARTY = "party"


class FindingsFilter(QSortFilterProxyModel):
    """Shows the rows of a `FindingsModel` that are wanted, group by group."""

    def __init__(
        self,
        model: FindingsModel,
        document: Document,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        """Show every row, in the order of `model`."""
        super().__init__(parent)
        self._findings = model
        self._document = document
        self._translator = translator
        self._severities = frozenset(Severity)
        self._roles: frozenset[RoleId] | None = None
        self._text = ""
        self.grouping = FindingGroup.NOTHING
        self.setSourceModel(model)
        self.sort(0)

    def show_severities(self, severities: frozenset[Severity]) -> None:
        """Show findings of `severities` only."""
        self._severities = severities
        self.invalidate()

    def show_roles(self, roles: frozenset[RoleId] | None) -> None:
        """Show what is said of `roles` only; None shows all."""
        if roles != self._roles:
            self._roles = roles
            self.invalidate()

    def show_text(self, text: str) -> None:
        """Show what `text` is found in."""
        self._text = text.casefold().strip()
        self.invalidate()

    def group_by(self, grouping: FindingGroup) -> None:
        """Put findings together by `grouping`."""
        self.grouping = grouping
        self.invalidate()

    def finding(self, row: int) -> Finding | None:
        """Return the finding in `row`, or None where there is no such row."""
        return self._findings.finding(self.mapToSource(self.index(row, 0)).row())

    def row_of(self, finding: Finding) -> int:
        """Return the row of `finding`, or -1 where it is not shown."""
        rows = range(self.rowCount())
        return next((row for row in rows if self.finding(row) == finding), -1)

    def group_said(self, row: int) -> str:
        """Return the name of the group that begins with `row`; nothing within a group."""
        finding = self.finding(row)
        if finding is None or self.grouping is FindingGroup.NOTHING:
            return ""
        before = self.finding(row - 1) if row else None
        if before is not None and self._key(before) == self._key(finding):
            return ""
        return self._name(finding)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        finding = self._findings.finding(source_row)
        if finding is None or finding.severity not in self._severities:
            return False
        if self._roles is not None and finding.role not in self._roles:
            return False
        return not self._text or self._text in self._words_of(source_row).casefold()

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left = self._findings.finding(source_left.row())
        right = self._findings.finding(source_right.row())
        if left is None or right is None:
            return False
        keys = (*self._key(left), source_left.row()), (*self._key(right), source_right.row())
        return keys[0] < keys[1]

    def _words_of(self, row: int) -> str:
        columns = range(self._findings.columnCount())
        return " ".join(str(self._findings.index(row, each).data()) for each in columns)

    def _key(self, finding: Finding) -> tuple[int]:
        """Return where the group of `finding` stands."""
        plan = self._document.plan
        match self.grouping:
            case FindingGroup.SEVERITY:
                return (int(finding.severity),)
            case FindingGroup.RULE:
                return (RULES.index(finding.rule),)
            case FindingGroup.FUNCTION:
                role = None if finding.role is None else plan.role(finding.role)
                codes = list(plan.catalogue.function_by_code)
                return (len(codes) if role is None else codes.index(role.function),)
            case FindingGroup.PARTY:
                ids = [party.id for party in plan.parties]
                first = finding.parties[0] if finding.parties else None
                return (ids.index(first) if first in ids else len(ids),)
            case FindingGroup.NOTHING:
                return (0,)

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
