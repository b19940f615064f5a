"""The roles with their scores, aims and gaps, in the order of the plan or of the gaps."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from socplanner.domain.assessment import Assessment, Side, newest_assessment
from socplanner.domain.ids import AssessmentId
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
from socplanner.ui.kit.role_rows import RoleRows
from socplanner.ui.kit.shown_model import READ_ROLES, Index
from socplanner.wording.language import N_
from socplanner.wording.maturity_words import points_text, score_choice, short_score
from socplanner.wording.terms import party_initials, role_label

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

_TITLES: Mapping[int, str] = {
    ScoreColumn.ROLE: N_("Role"),
    ScoreColumn.INHOUSE: N_("In-house"),
    ScoreColumn.OUTSOURCED: N_("Outsourced"),
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
        self.refresh()

    @property
    def assessment(self) -> Assessment:
        """The newest assessment; one without scores where there is none."""
        return newest_assessment(self.plan.assessments) or _NOT_ASSESSED

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
                parties = map(self.plan.party, owners(self.plan, each))
                return " ".join(party_initials(party, words) for party in parties if party)
            case _:
                return each.until

    def _about(self, each: RoleMaturity, column: ScoreColumn) -> str:
        """Return what a score means, with its evidence and remark."""
        if column not in SIDE_OF:
            return self._text(each, column)
        side = SIDE_OF[column]
        score = each.scores.of(side)
        lines = (score_choice(side, score.score, self.words), score.evidence, score.remark)
        return "\n".join(filter(None, lines))

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        is_listed = diff.changes_roles or diff.changes_parties or diff.changes_letters
        return is_listed or "assessments" in diff.fields or any(diff.roles.values())

    @override
    def computed_rows(self) -> Iterable[RoleMaturity]:
        return role_maturities(self.plan, self.phase, self.assessment)

    @override
    def arranged_rows(self) -> list[RoleMaturity]:
        rows = [each for each in self.every_row if sides_of(each.duty.sourcing, each.scores)]
        if not self.is_by_gap:
            return rows
        first = [gap.role for gap in gaps(rows, {})]
        ids = {each.role.id for each in first}
        return [*first, *(each for each in rows if each.role.id not in ids)]
