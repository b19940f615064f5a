"""The roles with their scores, aims and gaps, in the order of the plan or of the gaps.

While an earlier assessment is compared with, a cell of scores has both, and a column the change.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from socplanner.domain.assessment import Assessment, Score, Side, newest_assessment
from socplanner.domain.ids import AssessmentId, RoleId
from socplanner.domain.maturity.comparison import (
    AssessmentComparison,
    compared,
    earlier_assessments,
)
from socplanner.domain.maturity.gaps import gaps, owners, weight_of
from socplanner.domain.maturity.role_maturity import (
    RoleMaturity,
    role_maturities,
    sides_of,
)
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.weights import USUAL_WEIGHT
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_rows import RoleRows
from socplanner.ui.kit.shown_model import READ_ROLES, Index
from socplanner.wording.language import N_
from socplanner.wording.maturity_words import (
    assessment_name,
    before_and_after,
    difference_text,
    points_text,
    score_choice,
    short_score,
)
from socplanner.wording.terms import party_initials, role_label

_NOT_ASSESSED = Assessment(AssessmentId(""))


class ScoreColumn(IntEnum):
    """The columns of the table."""

    ROLE = 0
    INHOUSE = 1
    OUTSOURCED = 2
    CHANGE = 3
    AIM = 4
    GAP = 5
    OWNER = 6
    UNTIL = 7


SIDE_OF: dict[int, Side] = {
    ScoreColumn.INHOUSE: "inhouse",
    ScoreColumn.OUTSOURCED: "outsourced",
}
"""The side of each column of scores."""

_TITLES: Mapping[int, str] = {
    ScoreColumn.ROLE: N_("Role"),
    ScoreColumn.INHOUSE: N_("In-house"),
    ScoreColumn.OUTSOURCED: N_("Outsourced"),
    ScoreColumn.CHANGE: N_("Changed by"),
    ScoreColumn.AIM: N_("Aim"),
    ScoreColumn.GAP: N_("Gap"),
    ScoreColumn.OWNER: N_("Owner"),
    ScoreColumn.UNTIL: N_("By"),
}


class ScoresModel(RoleRows[RoleMaturity]):
    """Follows document, phase and language; never edits."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with the roles of the phase in view, in the order of the plan."""
        super().__init__(context, _TITLES, parent)
        self.is_by_gap = False
        self.compare_id = ""
        """The assessment to compare with; the plan need not have it, as after an undo."""

        self.is_changed_only = False
        self.comparison: AssessmentComparison | None = None
        """The comparison with `earlier`."""

        self._changed = frozenset[RoleId]()
        self.refresh()

    @property
    def assessment(self) -> Assessment:
        """The newest assessment; one without scores where there is none."""
        return newest_assessment(self.plan.assessments) or _NOT_ASSESSED

    @property
    def earlier_ones(self) -> tuple[Assessment, ...]:
        """The assessments to compare with, the latest first."""
        return earlier_assessments(self.plan.assessments)

    @property
    def earlier(self) -> Assessment | None:
        """The assessment that is compared with; None where none is chosen, or it is not there."""
        return next((each for each in self.earlier_ones if each.id == self.compare_id), None)

    def compare_with(self, assessment: str) -> None:
        """Compare with the assessment of this id; an empty one ends the comparison."""
        self.compare_id = assessment
        self.request_refresh()

    def show_changed_only(self, *, is_changed_only: bool) -> None:
        """Show only the roles of which a score differs, or all."""
        self.is_changed_only = is_changed_only
        self.show_rows()

    def before(self, row: int, side: Side) -> Score | None:
        """Return the earlier score of the role in `row`; None where nothing is compared."""
        if self.comparison is None:
            return None
        return self.comparison.roles[self.rows[row].role.id].scores.of(side).score

    def sort_by_gap(self, *, is_by_gap: bool) -> None:
        """Show the largest gaps first, or the order of the plan."""
        self.is_by_gap = is_by_gap
        self.show_rows()

    def sides(self, row: int) -> tuple[Side, ...]:
        """Return the sides of the role in `row` that count."""
        each = self.rows[row]
        return sides_of(each.duty.sourcing, each.scores)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each, column = self.rows[index.row()], ScoreColumn(index.column())
        if role in READ_ROLES:
            return self._text(each, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return item_text(self._about(each, column), role)
        return None

    def _text(self, each: RoleMaturity, column: ScoreColumn) -> str:
        words = self.words
        if column in SIDE_OF or column == ScoreColumn.CHANGE:
            return self._compared_text(each, column)
        match column:
            case ScoreColumn.ROLE:
                return role_label(each.role, words)
            case ScoreColumn.AIM:
                return points_text(each.aim)
            case ScoreColumn.GAP:
                return self._gap(each)
            case ScoreColumn.OWNER:
                parties = map(self.plan.party, owners(self.plan, each))
                return " ".join(party_initials(party, words) for party in parties if party)
            case _:
                return each.until

    def _gap(self, each: RoleMaturity) -> str:
        """Return the gap, and the weight of the role where it is not the usual one."""
        weight = weight_of(each, self.plan.weights)
        if not each.gap or weight == USUAL_WEIGHT:
            return f"+{each.gap}" if each.gap else ""
        return f"+{each.gap} ×{weight}"

    def _compared_text(self, each: RoleMaturity, column: ScoreColumn) -> str:
        """Return the score of a side, with the earlier one where it is another; or the change."""
        if column not in SIDE_OF:
            return self._change(each)
        side = SIDE_OF[column]
        score = short_score(each.scores.of(side).score, self.words)
        if self.comparison is None:
            return score
        before = self.comparison.roles[each.role.id].scores.of(side).score
        return before_and_after(short_score(before, self.words), score, self.words)

    def _change(self, each: RoleMaturity) -> str:
        """Return by how much the score of the role rose or fell; nothing if no side changed."""
        comparison = self.comparison
        if comparison is None or each.role.id not in self._changed:
            return ""
        return difference_text(comparison.roles[each.role.id].difference)

    def _about(self, each: RoleMaturity, column: ScoreColumn) -> str:
        """Return what a score means, with its evidence and remark."""
        if column not in SIDE_OF:
            return self._text(each, column)
        side = SIDE_OF[column]
        score = each.scores.of(side)
        lines = [score_choice(side, score.score, self.words), score.evidence, score.remark]
        if self.comparison is not None and self.earlier is not None:
            before = self.comparison.roles[each.role.id].scores.of(side).score
            day = assessment_name(self.earlier, self.words)
            choice = score_choice(side, before, self.words)
            lines.append(self.words.tr("{day}: {score}", day=day, score=choice))
        return "\n".join(filter(None, lines))

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        if "weights" in diff.fields:
            return True
        is_listed = diff.changes_roles or diff.changes_parties or diff.changes_letters
        return is_listed or "assessments" in diff.fields or any(diff.roles.values())

    @override
    def computed_rows(self) -> Iterable[RoleMaturity]:
        earlier, self.comparison, self._changed = self.earlier, None, frozenset()
        if earlier is not None:
            self.comparison = compared(self.plan, self.phase, earlier, self.assessment)
            self._changed = self.comparison.changed_roles
        return role_maturities(self.plan, self.phase, self.assessment)

    @override
    def arranged_rows(self) -> list[RoleMaturity]:
        rows = [each for each in self.every_row if sides_of(each.duty.sourcing, each.scores)]
        if self.comparison is not None and self.is_changed_only:
            rows = [each for each in rows if each.role.id in self._changed]
        if not self.is_by_gap:
            return rows
        first = [gap.role for gap in gaps(rows, self.plan.weights)]
        ids = {each.role.id for each in first}
        return [*first, *(each for each in rows if each.role.id not in ids)]
