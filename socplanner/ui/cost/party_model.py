"""What each party costs in the phase in view: a line a party, a line a contract, and the total."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from PySide6.QtCore import QObject

from socplanner.domain.cost.contracts import ContractCost
from socplanner.domain.cost.party_costs import stated_sum
from socplanner.domain.cost.phase_cost import PartyCost, cost_of
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.figure_lines import FigureLine, FigureLines
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.cost_words import amount_text, contract_sentence, no_party
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import fixed_number
from socplanner.wording.terms import party_initials, party_name

CONCERNS = frozenset({"staffing", "cost", "parties", "phases", "custom_roles", "letter_set"})
"""The fields of a plan that its cost depends on."""


class CostColumn(IntEnum):
    """The columns of the table."""

    NAME = 0
    FTE = 1
    INHOUSE = 2
    RETAINED = 3
    FEES = 4
    YEAR = 5
    ONCE = 6


_TITLES: Mapping[int, str] = {
    CostColumn.NAME: N_("Party and contract"),
    CostColumn.FTE: N_("FTE"),
    CostColumn.INHOUSE: N_("In-house"),
    CostColumn.RETAINED: N_("Retained"),
    CostColumn.FEES: N_("Fees"),
    CostColumn.YEAR: N_("A year"),
    CostColumn.ONCE: N_("Once"),
}
_OF_PARTY: Mapping[int, str] = {
    CostColumn.INHOUSE: "inhouse_cost",
    CostColumn.RETAINED: "retained_cost",
    CostColumn.FEES: "provider_fees",
    CostColumn.YEAR: "party_year",
    CostColumn.ONCE: "party_once",
}
_OF_TOTAL: Mapping[int, str] = {
    CostColumn.FTE: "fte_total",
    CostColumn.INHOUSE: "inhouse_total",
    CostColumn.RETAINED: "retained_total",
    CostColumn.FEES: "fees_total",
    CostColumn.YEAR: "year_total",
    CostColumn.ONCE: "once_total",
}


class PartyCostModel(FigureLines[FigureLine]):
    """Follows document, phase and language; never edits."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with the cost of the phase in view."""
        super().__init__(context, _TITLES, CostColumn.FTE, parent)
        self.refresh()

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        return not CONCERNS.isdisjoint(diff.fields)

    @override
    def computed_lines(self) -> Iterator[FigureLine]:
        self.cost = cost_of(self.plan, self.phase)
        for each in self.cost.parties:
            yield _line(each, self.words)
            for contract in each.contracts:
                yield self._line_of_contract(contract)
        if self.cost.parties:
            total = {column: self.cost.total[symbol] for column, symbol in _OF_TOTAL.items()}
            yield FigureLine("total", "", self.words.tr("Total"), total)

    @override
    def number_text(self, figure: Figure, column: int) -> str:
        if column == CostColumn.FTE:
            return fixed_number(figure.value, 2)
        return amount_text(figure.value, self.plan.cost)

    def _line_of_contract(self, cost: ContractCost) -> FigureLine:
        contract, figures = cost.contract, dict[int, Figure]()
        if contract.fee is not None:
            figures[CostColumn.FEES] = cost.year
        if cost.once.value is not None:
            figures[CostColumn.ONCE] = cost.once
        return FigureLine(
            "contract",
            contract.id,
            self.words.local(contract.name),
            figures,
            remark=contract_sentence(cost, self.plan.cost, self.words),
            is_part=True,
        )


def _line(each: PartyCost, words: Words) -> FigureLine:
    figures = _figures(each.figures)
    party = each.party
    if party is None:
        return FigureLine("none", "", no_party(words), figures)
    return FigureLine(
        "provider" if party.is_provider else "party",
        party.id,
        party_name(party, words),
        figures,
        party_initials(party, words),
        party.kind,
    )


def _figures(figures: Figures) -> dict[int, Figure]:
    shown = {column: figures[name] for column, name in _OF_PARTY.items() if name in figures}
    if shown[CostColumn.ONCE].value is None:
        del shown[CostColumn.ONCE]
    people = [figures[name] for name in ("cost_fte", "retained_fte") if name in figures]
    if people:
        shown[CostColumn.FTE] = people[0] if len(people) == 1 else stated_sum("fte_total", people)
    return shown
