"""The findings as rows, in the order of the roles; follows the checking, never checks itself."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QIcon

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.split_findings import Waived, ended
from socplanner.domain.ids import RoleId
from socplanner.domain.letter_counts import MANY_ROLES
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.waivers import Waiver
from socplanner.ui.kit.icons import icon_pixmap, severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.theme import severity_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.wording.findings import rule_name, statement, subject, waiver_text
from socplanner.wording.terms import (
    role_code,
    role_name,
    severity_name,
)

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_WAIVED = "done"
ICON_SIDE = 16
"""Pixels of the icon of a severity beside text of the usual size."""

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns of a row."""

    SEVERITY = 0
    RULE = 1
    ROLE = 2
    TEXT = 3


class FindingsModel(QAbstractTableModel):
    """One row a finding. Rows come and go by themselves; a reset means another plan or phase."""

    counts_changed = Signal()

    def __init__(
        self,
        context: PlanContext,
        parent: QObject | None = None,
    ) -> None:
        """Begin with the findings that `context` has now."""
        super().__init__(parent)
        self._document = context.document
        self._checking = context.checking
        self._translator = context.translator
        self._findings: list[Finding] = []
        self._waivers: dict[Finding, Waiver] = {}
        self._shows_waived = False
        self._places: list[int] = []
        self._order: dict[RoleId, int] = {}
        self._plan = context.document.plan
        self._rebuild()
        context.checking.findings_changed.connect(self._on_findings_changed)
        context.checking.parties_changed.connect(self._on_parties_changed)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.document.opened.connect(self._reset)
        context.translator.language_changed.connect(self.emit_all_changed)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._findings)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.text(self._findings[index.row()], Column(index.column()), role)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = self._translator.words
        return (words.tr("Severity"), words.tr("Rule"), words.tr("Role"), words.tr("Finding"))[
            section
        ]

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings, in the order of the roles, then of the parties."""
        return self._findings

    def text(
        self, finding: Finding, column: Column, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the text of `finding` in `column`, or its icon."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(finding, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.SEVERITY:
            return self._icon(finding)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._explained(finding))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(finding, column)
        return _LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def waiver(self, finding: Finding) -> Waiver | None:
        """Return why `finding` is waived, or None where it is active."""
        return self._waivers.get(finding)

    def ended_waiver(self, finding: Finding) -> Waiver | None:
        """Return the waiver of `finding` that has ended, or None."""
        return ended(finding, self._document.plan.waivers, self._checking.today)

    def show_waived(self, is_shown: bool) -> None:
        """Show waived findings among the others, or hide them."""
        if is_shown != self._shows_waived:
            self._shows_waived = is_shown
            self._reset()

    def count(self, severity: Severity) -> int:
        """Return how many findings are of `severity`."""
        return self._counts[severity]

    def most_severe(self) -> Finding | None:
        """Return the first of the most severe findings."""
        worst = next((each for each in Severity if self._counts[each]), None)
        counting = (each for each in self._findings if each not in self._waivers)
        return next((each for each in counting if each.severity is worst), None)

    def emit_all_changed(self) -> None:
        """Announce that every text may have changed."""
        if self._findings:
            last = self.index(len(self._findings) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _shown(self, finding: Finding, column: Column) -> str:
        plan, words = self._document.plan, self._translator.words
        if column is Column.SEVERITY:
            return ""
        if column is Column.RULE:
            return finding.rule
        if column is Column.ROLE:
            return self.subject(finding)
        text, waiver = statement(finding, plan, words), self._waivers.get(finding)
        return text if waiver is None else f"{text}  — {waiver_text(waiver, words)}"

    def _text(self, finding: Finding, column: Column) -> str:
        words = self._translator.words
        if column is Column.SEVERITY:
            name = severity_name(finding.severity, words)
            return words.tr("Waived: {severity}", severity=name) if self.waiver(finding) else name
        if column is Column.RULE:
            return f"{finding.rule} {rule_name(finding.rule, words)}"
        return self._shown(finding, column)

    def _explained(self, finding: Finding) -> str:
        words = self._translator.words
        heading = f"{severity_name(finding.severity, words)} · {self._text(finding, Column.RULE)}"
        return (
            f"{heading}\n{self.subject(finding)}\n{statement(finding, self._document.plan, words)}"
        )

    def subject(self, finding: Finding) -> str:
        """Return the subject of `finding`: its role by code and name, else its party or phase."""
        plan = self._document.plan
        if finding.role is None:
            return subject(finding, plan, self._translator.words)
        role = plan.role(finding.role)
        code = role_code(plan, finding.role)
        return code if role is None else f"{code} {role_name(role, self._translator.words)}"

    def _icon(self, finding: Finding) -> QIcon:
        """Return the icon of a severity, in white where its row is selected."""
        palette, side = QGuiApplication.palette(), scaled_pixels(QGuiApplication.font(), ICON_SIDE)
        name = _WAIVED if finding in self._waivers else severity_icon(finding.severity)
        ratio, icon = QGuiApplication.primaryScreen().devicePixelRatio(), QIcon()
        for mode, colour in (
            (QIcon.Mode.Normal, severity_colour(finding.severity, palette)),
            (QIcon.Mode.Selected, token("on-accent", palette)),
        ):
            icon.addPixmap(icon_pixmap(name, colour, side, ratio), mode)
        return icon

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        self._plan = diff.after
        if diff.changes_parties or diff.changes_roles or diff.changes_letters:
            self.emit_all_changed()

    def _on_findings_changed(self, roles: frozenset[RoleId]) -> None:
        if self._is_elsewhere(roles) or len(roles) > MANY_ROLES:
            self._reset()
            return
        listed = [role for role in roles if role in self._order]
        for role in sorted(listed, key=self._order.__getitem__):
            self._show_role(role)
        self.counts_changed.emit()

    def _is_elsewhere(self, roles: frozenset[RoleId]) -> bool:
        """Whether the phase or the roles differ from those that the rows were made for."""
        plan = self._document.plan
        if (
            plan.custom_roles is not self._plan.custom_roles
            or plan.catalogue is not self._plan.catalogue
        ):
            return True
        new = next((each for role in roles for each in self._checking.of_role(role)), None)
        return bool(new and self._findings and new.phase != self._findings[0].phase)

    def _show_role(self, role: RoleId) -> None:
        """Replace the findings of `role` by those of now."""
        place = self._order[role]
        first = bisect_left(self._places, place)
        end = bisect_right(self._places, place)
        waived = self._checking.waived_of_role(role) if self._shows_waived else ()
        self._put(first, end, self._checking.of_role(role), waived, place)

    def _on_parties_changed(self) -> None:
        """Replace the findings of parties, which come last, by those of now."""
        first = bisect_left(self._places, len(self._order))
        waived = self._checking.waived_of_parties() if self._shows_waived else ()
        findings = self._checking.of_parties()
        self._put(first, len(self._places), findings, waived, len(self._order))
        self.counts_changed.emit()

    def _put(
        self,
        first: int,
        end: int,
        counting: tuple[Finding, ...],
        waived: tuple[Waived, ...],
        place: int,
    ) -> None:
        """Replace the rows from `first` to `end` by the findings of `counting` and `waived`."""
        for each in self._findings[first:end]:
            if self._waivers.pop(each, None) is None:
                self._counts[each.severity] -= 1
        self._counts.update(each.severity for each in counting)
        self._waivers.update({each.finding: each.waiver for each in waived})
        new = (*counting, *(each.finding for each in waived))
        same = min(end - first, len(new))
        if same:
            self._findings[first : first + same] = new[:same]
            last = self.index(first + same - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(first, 0), last)
        if end - first > same:
            self.beginRemoveRows(_NO_PARENT, first + same, end - 1)
            del self._findings[first + same : end], self._places[first + same : end]
            self.endRemoveRows()
        elif len(new) > same:
            at = first + same
            self.beginInsertRows(_NO_PARENT, at, first + len(new) - 1)
            self._findings[at:at] = new[same:]
            self._places[at:at] = [place] * (len(new) - same)
            self.endInsertRows()

    def _reset(self) -> None:
        self.beginResetModel()
        self._rebuild()
        self.endResetModel()
        self.counts_changed.emit()

    def _rebuild(self) -> None:
        self._plan = self._document.plan
        self._order = {role.id: place for place, role in enumerate(self._plan.roles())}
        waived = self._checking.waived() if self._shows_waived else ()
        counting = self._checking.all()
        self._counts = Counter(each.severity for each in counting)
        self._waivers = {each.finding: each.waiver for each in waived}
        findings = [*counting, *self._waivers]
        self._findings = sorted(findings, key=self._place)
        self._places = [self._place(each) for each in self._findings]

    def _place(self, finding: Finding) -> int:
        """Return the place of `finding`: with its role, or after all roles where it has none."""
        last = len(self._order)
        return last if finding.role is None else self._order.get(finding.role, last)
