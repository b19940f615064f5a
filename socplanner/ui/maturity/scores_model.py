"""The roles with their scores, aims and gaps, in the order of the plan or of the gaps."""

from collections.abc import Collection
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from socplanner.domain.assessment import Assessment, Side, newest_assessment
from socplanner.domain.ids import AssessmentId, RoleId
from socplanner.domain.maturity.gaps import gaps, owners
from socplanner.domain.maturity.role_maturity import (
    RoleMaturity,
    role_maturities,
    sides_of,
)
from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import N_, Words
from socplanner.wording.maturity_words import points_text, score_choice, short_score
from socplanner.wording.terms import party_initials, role_label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_NOT_ASSESSED = Assessment(AssessmentId(""))


class ScoreColumn(IntEnum):
    """The columns of the table."""

    ROLE = 0
    INHOUSE = 1
    OUTSOURCED = 2
    AIM = 3
    GAP = 4
    OWNER = 5
    UNTIL = 6


SIDE_OF: dict[int, Side] = {
    ScoreColumn.INHOUSE: "inhouse",
    ScoreColumn.OUTSOURCED: "outsourced",
}
"""The side of each column of scores."""

_TITLES = {
    ScoreColumn.ROLE: N_("Role"),
    ScoreColumn.INHOUSE: N_("In-house"),
    ScoreColumn.OUTSOURCED: N_("Outsourced"),
    ScoreColumn.AIM: N_("Aim"),
    ScoreColumn.GAP: N_("Gap"),
    ScoreColumn.OWNER: N_("Owner"),
    ScoreColumn.UNTIL: N_("By"),
}


class ScoresModel(QAbstractTableModel):
    """Follows document, phase, language; never edits."""

    figures_changed = Signal()
    """Scores, aims or roles: means and gaps are others."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with the roles of the phase in view, in the order of the plan."""
        super().__init__(parent)
        self._context = context
        self.is_by_gap = False
        self._wanted: Collection[RoleId] | None = None
        self.roles: tuple[RoleMaturity, ...] = ()
        """Every role of the phase, those that are not shown too."""

        self.shown: list[RoleMaturity] = []
        self._is_shown, self._is_stale = True, False
        self.refresh()
        context.document.opened.connect(self._request_refresh)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.viewpoint.phase_changed.connect(self._request_refresh)
        context.translator.language_changed.connect(self._emit_all_changed)

    @property
    def assessment(self) -> Assessment:
        """The newest assessment; one without scores where there is none."""
        return newest_assessment(self._context.document.plan.assessments) or _NOT_ASSESSED

    def refresh(self) -> None:
        """Compute everything for the phase in view."""
        self._is_stale = False
        plan, phase = self._context.document.plan, self._context.viewpoint.phase
        self.roles = role_maturities(plan, phase, self.assessment)
        self._show()
        self._emit_all_changed()
        self.figures_changed.emit()

    @property
    def is_shown(self) -> bool:
        """Whether changes are computed at once; otherwise when it is shown again."""
        return self._is_shown

    def set_shown(self, *, is_shown: bool) -> None:
        """Compute changes at once, or leave them until it is shown again."""
        self._is_shown = is_shown
        if is_shown and self._is_stale:
            self.refresh()

    def _request_refresh(self) -> None:
        if self._is_shown:
            self.refresh()
        else:
            self._is_stale = True

    def sort_by_gap(self, *, is_by_gap: bool) -> None:
        """Show the largest gaps first, or the order of the plan."""
        self.is_by_gap = is_by_gap
        self._show()

    def show_roles(self, wanted: Collection[RoleId] | None) -> None:
        """Show only the roles `wanted`; None shows all."""
        self._wanted = wanted
        self._show()

    def place_of(self, role: RoleId) -> int:
        """Return the row of `role`, or -1 where it is not shown."""
        places = (place for place, each in enumerate(self.shown) if each.role.id == role)
        return next(places, -1)

    def sides(self, row: int) -> tuple[Side, ...]:
        """Return the sides of the role in `row` that count."""
        each = self.shown[row]
        return sides_of(each.duty.sourcing, each.scores)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(ScoreColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._words.tr(_TITLES[ScoreColumn(section)])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each, column = self.shown[index.row()], ScoreColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(each, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return item_text(self._about(each, column), role)
        return None

    def _text(self, each: RoleMaturity, column: ScoreColumn) -> str:
        words = self._words
        if column in SIDE_OF:
            return short_score(each.scores.of(SIDE_OF[column]).score, words)
        match column:
            case ScoreColumn.ROLE:
                return role_label(each.role, words)
            case ScoreColumn.AIM:
                return points_text(each.aim)
            case ScoreColumn.GAP:
                return f"+{each.gap}" if each.gap else ""
            case ScoreColumn.OWNER:
                plan = self._context.document.plan
                parties = (plan.party(party) for party in owners(plan, each))
                return " ".join(party_initials(party, words) for party in parties if party)
            case _:
                return each.until

    def _about(self, each: RoleMaturity, column: ScoreColumn) -> str:
        """Return what a score means, with its evidence and remark."""
        if column not in SIDE_OF:
            return self._text(each, column)
        side = SIDE_OF[column]
        score = each.scores.of(side)
        lines = (score_choice(side, score.score, self._words), score.evidence, score.remark)
        return "\n".join(filter(None, lines))

    @property
    def _words(self) -> Words:
        return self._context.translator.words

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        is_listed = diff.changes_roles or diff.changes_parties or diff.changes_letters
        if is_listed or "assessments" in diff.fields or any(diff.roles.values()):
            self._request_refresh()

    def _show(self) -> None:
        """Show the roles that are performed and pass the filters, in the chosen order."""
        rows = [each for each in self.roles if sides_of(each.duty.sourcing, each.scores)]
        if self.is_by_gap:
            first = [gap.role for gap in gaps(rows, {})]
            ids = {each.role.id for each in first}
            rows = [*first, *(each for each in rows if each.role.id not in ids)]
        if self._wanted is not None:
            rows = [each for each in rows if each.role.id in self._wanted]
        if [each.role.id for each in rows] == [each.role.id for each in self.shown]:
            self.shown = rows
            self._emit_all_changed()
            return
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def _emit_all_changed(self) -> None:
        if self.shown:
            last = self.index(len(self.shown) - 1, len(ScoreColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ScoreColumn) - 1)
