"""The cost of the phase in view by party: its numbers, the table, the formula beside it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from socplanner.domain.cost_inputs import NO_COST
from socplanner.ui.cost.figure_page import FigurePage
from socplanner.ui.cost.party_model import PartyCostModel
from socplanner.ui.cost.party_table import PartyCostTable
from socplanner.ui.kit.flat_button import FlatButton
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
_KINDS = {"party": "rates", "provider": "add-contract", "contract": "contract"}
"""What Enter edits in a line, by its kind; the other lines have nothing of their own."""


class PartyCostPage(FigurePage):
    """Shows the cost of the phase in view, and requests its edits."""

    edit_requested = Signal(str, str)
    """What to edit (see `CostCommands.edit`), and the id of its subject."""

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Show the cost of `context`."""
        super().__init__(context, parent)
        self.model = PartyCostModel(context, self)
        table = self._lines_table = PartyCostTable(self.model, self)
        self.cards = FigureCards(_CARDS, self)
        self.add_contract = FlatButton(self, "add", is_edged=True)
        self.assumptions = FlatButton(self, is_edged=True)
        row = QHBoxLayout()
        row.addWidget(self.cards, 1)
        buttons = QVBoxLayout()
        for button in (self.add_contract, self.assumptions):
            button.is_icon_alone = False
            button.let_shrink()
            buttons.addWidget(button)
        row.addLayout(buttons)
        self.above.addLayout(row)
        table.figure_chosen.connect(self.show_figure)
        table.edit_requested.connect(self._edit)
        table.remove_requested.connect(self._remove)
        table.context_requested.connect(self._open_menu)
        self.cards.figure_chosen.connect(self.show_figure)
        self.add_contract.clicked.connect(self._on_add_clicked)
        self.assumptions.clicked.connect(self._on_assumptions_clicked)
        self.finish(self.model, table)

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
    def restore_current(self) -> None:
        self._lines_table.restore_current()

    def _edit(self, row: int) -> None:
        line = self.model.lines[row]
        if line.kind in _KINDS:
            self.edit_requested.emit(_KINDS[line.kind], line.id)

    def _remove(self, row: int) -> None:
        if self.model.lines[row].kind == "contract":
            self.edit_requested.emit("remove-contract", self.model.lines[row].id)

    def _on_add_clicked(self) -> None:
        self.edit_requested.emit("add-contract", "")

    def _on_assumptions_clicked(self) -> None:
        self.edit_requested.emit("cost-assumptions", "")

    def _open_menu(self, place: QPoint) -> None:
        line = self.model.lines[self.table.currentIndex().row()]
        words = self._context.translator.words
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = {
            "party": [("rates", words.tr("Rates of this party…"))],
            "contract": [
                ("contract", words.tr("Change the contract…")),
                ("remove-contract", words.tr("Remove the contract")),
            ],
        }.get(line.kind, [])
        for name, text in entries:
            menu.addAction(text).setData((name, line.id))
        provider = line.id if line.kind == "provider" else ""
        menu.addAction(self.add_contract.text()).setData(("add-contract", provider))
        menu.addAction(self.assumptions.text()).setData(("cost-assumptions", ""))
        menu.triggered.connect(self._on_triggered)
        menu.popup(place)

    def _on_triggered(self, action: QAction) -> None:
        name, subject = action.data()
        self.edit_requested.emit(name, subject)
