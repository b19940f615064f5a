"""Columns side by side: bars of their cost, the table, the formula of its current number."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from socplanner.domain.plan import Plan
from socplanner.ui.cost.comparison_model import ComparisonModel
from socplanner.ui.cost.comparison_table import ComparisonTable
from socplanner.ui.cost.cost_bars import CostBars
from socplanner.ui.kit.figure_page import FigurePage
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.cost_words import omission_sentence, unit_sentence
from socplanner.wording.language import Words

Remarks = Callable[[Plan, Words], Sequence[str]]


class ComparisonPage(FigurePage):
    """Shows the columns of a model, and remarks on them below."""

    def __init__(
        self,
        context: PlanContext,
        model: ComparisonModel,
        title: str,
        remarks: Remarks | None,
        parent: QWidget,
    ) -> None:
        """Show `model`; `title` is the message that names its table."""
        super().__init__(context, parent)
        model.setParent(self)
        self.model = model
        self._title, self._remarks = title, remarks
        self.bars = CostBars(self)
        self.above.addWidget(self.bars)
        self.table = ComparisonTable(model, self)
        self.show_table(model, self.table)

    @override
    def retranslate(self) -> None:
        words, plan = self._context.translator.words, self._context.document.plan
        self.table.setAccessibleName(words.tr(self._title))
        self.table.setAccessibleDescription(
            words.tr("A number opens its formula; differences are from the first column.")
        )
        self.bars.show_columns(self.model.columns, plan.cost, words)
        remarks = () if self._remarks is None else self._remarks(plan, words)
        texts = [unit_sentence(plan.cost, words), *remarks]
        if self.model.columns:
            first = self.model.columns[0].cost
            texts += [omission_sentence(each, plan, words) for each in first.left_out]
        self.show_note(texts)
