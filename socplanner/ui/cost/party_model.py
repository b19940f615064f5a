"""What each party costs in the phase in view: a line a party, a line a contract, and the total."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt

from socplanner.domain.catalogue import PartyKind
from socplanner.domain.cost.party_costs import stated_sum
from socplanner.domain.cost.phase_cost import PartyCost, PhaseCost, cost_of
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.shown_model import NO_PARENT, Index, ShownModel
from socplanner.wording.cost_words import amount_text, contract_sentence, no_party
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import fixed_number
from socplanner.wording.terms import party_initials, party_name

LineKind = Literal["party", "provider", "contract", "total", "none"]
_READ = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
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


_TITLES = {
    CostColumn.NAME: N_("Party and contract"),
    CostColumn.FTE: N_("FTE"),
    CostColumn.INHOUSE: N_("In-house"),
    CostColumn.RETAINED: N_("Retained"),
    CostColumn.FEES: N_("Fees"),
    CostColumn.YEAR: N_("A year"),
    CostColumn.ONCE: N_("Once"),
}
_OF_PARTY: Mapping[CostColumn, str] = {
    CostColumn.INHOUSE: "inhouse_cost",
    CostColumn.RETAINED: "retained_cost",
    CostColumn.FEES: "provider_fees",
    CostColumn.YEAR: "party_year",
    CostColumn.ONCE: "party_once",
}
_OF_TOTAL: Mapping[CostColumn, str] = {
    CostColumn.FTE: "fte_total",
    CostColumn.INHOUSE: "inhouse_total",
    CostColumn.RETAINED: "retained_total",
    CostColumn.FEES: "fees_total",
    CostColumn.YEAR: "year_total",
    CostColumn.ONCE: "once_total",
}


class CostLine(NamedTuple):
    """A line: what it is, its id and name, and its figures by column."""

    kind: LineKind
    id: str
    name: str
    figures: Mapping[CostColumn, Figure]
    initials: str = ""
    party_kind: PartyKind = "internal"
    remark: str = ""


class PartyCostModel(ShownModel):
    """Follows document, phase and language; never edits."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with the cost of the phase in view."""
        super().__init__(context, parent)
        self._compute()
        context.translator.language_changed.connect(self.request_refresh)

    @override
    def refresh(self) -> None:
        self.beginResetModel()
        self._compute()
        self.endResetModel()

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        return not CONCERNS.isdisjoint(diff.fields)

    def figure(self, row: int, column: int) -> Figure | None:
        """Return the figure of a cell; None for texts, and where a line has none."""
        return self.lines[row].figures.get(CostColumn(column))

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(CostColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= CostColumn.FTE:
            return _RIGHT
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.tr(_TITLES[CostColumn(section)])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.lines[index.row()], CostColumn(index.column())
        if role in _READ:
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is CostColumn.NAME:
            return item_text(line.remark or line.name, role)
        return None

    def _compute(self) -> None:
        self.cost: PhaseCost = cost_of(self.plan, self.phase)
        self.lines: list[CostLine] = list(self._lines(self.words))

    def _text(self, line: CostLine, column: CostColumn) -> str:
        if column is CostColumn.NAME:
            return line.name
        figure = line.figures.get(column)
        if figure is None:
            return ""
        if column is CostColumn.FTE:
            return fixed_number(figure.value, 2)
        return amount_text(figure.value, self.plan.cost)

    def _lines(self, words: Words) -> Iterator[CostLine]:
        for each in self.cost.parties:
            yield _line(each, words)
            for cost in each.contracts:
                contract = cost.contract
                figures = {CostColumn.FEES: cost.year, CostColumn.ONCE: cost.once}
                if contract.fee is None:
                    del figures[CostColumn.FEES]
                if cost.once.value is None:
                    del figures[CostColumn.ONCE]
                name = words.local(contract.name)
                sentence = contract_sentence(cost, self.plan.cost, words)
                yield CostLine("contract", contract.id, name, figures, remark=sentence)
        if self.cost.parties:
            total = {column: self.cost.total[symbol] for column, symbol in _OF_TOTAL.items()}
            yield CostLine("total", "", words.tr("Total"), total)


def _line(each: PartyCost, words: Words) -> CostLine:
    figures = _figures(each.figures)
    party = each.party
    if party is None:
        return CostLine("none", "", no_party(words), figures)
    return CostLine(
        "provider" if party.is_provider else "party",
        party.id,
        party_name(party, words),
        figures,
        party_initials(party, words),
        party.kind,
    )


def _figures(figures: Figures) -> Mapping[CostColumn, Figure]:
    shown = {column: figures[name] for column, name in _OF_PARTY.items() if name in figures}
    if shown[CostColumn.ONCE].value is None:
        del shown[CostColumn.ONCE]
    people = [figures[name] for name in ("cost_fte", "retained_fte") if name in figures]
    if people:
        shown[CostColumn.FTE] = people[0] if len(people) == 1 else stated_sum("fte_total", people)
    return shown
