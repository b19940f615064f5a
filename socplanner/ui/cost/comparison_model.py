"""Columns side by side: the phases of the plan, or the plan under each of its patterns."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from socplanner.domain.cost.pattern_costs import pattern_columns, phase_column
from socplanner.domain.cost.phase_cost import PhaseCost
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.cost.party_model import CONCERNS
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.shown_model import NO_PARENT, READ_ROLES, Index, ShownModel
from socplanner.wording.cost_words import (
    CostRow,
    cell_text,
    comparison_rows,
    pattern_heading,
)
from socplanner.wording.terms import phase_name

DIFFERENCE = Qt.ItemDataRole.UserRole
"""How a number differs from that of the first column, as text; empty where it does not."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ComparisonColumn(NamedTuple):
    """A column: its name, and its cost."""

    name: str
    cost: PhaseCost


class ComparisonModel(ShownModel):
    """Follows document, phase and language; it is empty until it is first shown."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(context, {}, parent)
        self._is_shown, self._is_stale = False, True
        self.columns: Sequence[ComparisonColumn] = ()
        self.rows: Sequence[CostRow] = ()
        context.translator.language_changed.connect(self.request_refresh)

    def computed(self) -> tuple[Sequence[ComparisonColumn], Sequence[CostRow]]:
        """Return the columns and the rows of now."""
        raise NotImplementedError

    @override
    def refresh(self) -> None:
        self.beginResetModel()
        self.columns, self.rows = self.computed()
        self.endResetModel()

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        return not (CONCERNS | {"assessments"}).isdisjoint(diff.fields)

    def figure(self, row: int, column: int) -> Figure | None:
        """Return the figure of a cell that has a formula; None for others."""
        if column < 1:
            return None
        figure = self.rows[row].figures[column - 1]
        return figure if figure.symbol else None

    def longest_number(self) -> str:
        """Return the number of all cells with the most letters."""
        texts = (
            cell_text(figure, row.kind, self.plan.cost)
            for row in self.rows
            for figure in row.figures
        )
        return max(texts, key=len, default="")

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _RIGHT
        name = self.columns[section - 1].name if section else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return item_text(name, role)
        return name if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == DIFFERENCE:
            return self._difference(row, column)
        if role not in READ_ROLES:
            return None
        if not column:
            return row.name
        text = cell_text(row.figures[column - 1], row.kind, self.plan.cost)
        difference = self._difference(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and difference:
            return f"{text} ({difference})"
        return text

    def _difference(self, row: CostRow, column: int) -> str:
        if column < 2:
            return ""
        first, value = row.figures[0].value, row.figures[column - 1].value
        if first is None or value is None:
            return ""
        text = cell_text(Figure("", value - first), row.kind, self.plan.cost)
        if not text.strip("-0.,"):
            return ""
        return text.replace("-", "−") if value < first else f"+{text}"


class PhasesModel(ComparisonModel):
    """The phases of the plan."""

    @override
    def computed(self) -> tuple[Sequence[ComparisonColumn], Sequence[CostRow]]:
        phases = [phase_column(self.plan, phase.id) for phase in self.plan.phases]
        names = (phase_name(phase, self.words) for phase in self.plan.phases)
        columns = [
            ComparisonColumn(name, each.cost) for name, each in zip(names, phases, strict=True)
        ]
        return columns, comparison_rows(phases, self.words)


class PatternsModel(ComparisonModel):
    """The plan in the phase in view, as it is and under each pattern."""

    @override
    def computed(self) -> tuple[Sequence[ComparisonColumn], Sequence[CostRow]]:
        patterns = pattern_columns(self.plan, self.phase)
        columns = [
            ComparisonColumn(pattern_heading(each, self.words), each.cost) for each in patterns
        ]
        return columns, comparison_rows(patterns, self.words)
