"""The cost of the phase in view by party: its numbers, the table, the formula beside it."""

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socplanner.domain.cost_inputs import NO_COST
from socplanner.ui.cost.party_model import PartyCostModel
from socplanner.ui.cost.party_table import PartyCostTable
from socplanner.ui.kit.figure_lines import FigureLine
from socplanner.ui.kit.line_page import LinePage
from socplanner.ui.kit.number_card import FigureCards
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.cost_words import amount_text, omission_sentence, remarks, unit_sentence
from socplanner.wording.language import N_
from socplanner.wording.staffing_words import fixed_number

_CARDS = {
    "year_total": N_("a year"),
    "inhouse_total": N_("in-house"),
    "outsourced_total": N_("outsourced"),
    "once_total": N_("paid once"),
    "fte_total": N_("FTE with retained people"),
}
_BETWEEN = 4


class PartyCostPage(LinePage):
    """Shows the cost of the phase in view, and requests its edits."""

    entered = MappingProxyType(
        {"party": "rates", "provider": "add-contract", "contract": "contract"}
    )
    removed = MappingProxyType({"contract": "remove-contract"})

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Show the cost of `context`."""
        super().__init__(context, parent)
        self.model = PartyCostModel(context, self)
        self.table = PartyCostTable(self.model, self)
        self.cards = FigureCards(_CARDS, self)
        self.add_contract = self.edit_button("add-contract", "add")
        self.assumptions = self.edit_button("cost-assumptions")
        buttons = QVBoxLayout()
        buttons.setSpacing(_BETWEEN)
        buttons.addWidget(self.add_contract)
        buttons.addWidget(self.assumptions)
        row = QHBoxLayout()
        row.addWidget(self.cards, 1)
        row.addLayout(buttons)
        self.above.addLayout(row)
        self.cards.figure_chosen.connect(self.show_figure)
        self.show_lines(self.model, self.table)

    @override
    def retranslate(self) -> None:
        words, cost = self._context.translator.words, self.model.cost
        plan = self._context.document.plan
        self.table.setAccessibleName(words.tr("Cost of the parties"))
        self.table.setAccessibleDescription(
            words.tr(
                "A number opens its formula; Enter edits the rates or the contract of the line."
            )
        )
        self.add_contract.setText(words.tr("Add a contract…"))
        self.assumptions.setText(words.tr("Assumptions…"))
        for symbol, caption in _CARDS.items():
            figure = cost.total[symbol]
            if symbol == "fte_total":
                number = fixed_number(figure.value, 1)
            else:
                number = amount_text(figure.value, plan.cost)
            self.cards.show_figure(figure, number, words.tr(caption))
        if plan.cost == NO_COST:
            texts = [
                words.tr(
                    "No cost yet. Assumptions… has currency and rates; a contract has the fee of a "
                    "provider."
                )
            ]
        else:
            texts = [
                unit_sentence(plan.cost, words),
                words.tr("Every number opens its formula."),
                *(omission_sentence(each, plan, words) for each in cost.left_out),
                *remarks(cost, plan, words),
            ]
        self.show_note(texts)

    @override
    def menu_entries(self, line: FigureLine) -> Sequence[tuple[str, str]]:
        words = self._context.translator.words
        match line.kind:
            case "party":
                return (("rates", words.tr("Rates of this party…")),)
            case "contract":
                return (
                    ("contract", words.tr("Change the contract…")),
                    ("remove-contract", words.tr("Remove the contract")),
                )
        return ()

    @override
    def subject_of(self, edit: str, line: FigureLine) -> str:
        return line.id if (edit, line.kind) == ("add-contract", "provider") else ""
