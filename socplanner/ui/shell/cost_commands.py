"""The edits that the view of cost requests, with their dialogs."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.domain.cost_edits import RemoveContract
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId
from socplanner.ui.dialogs.contract_dialog import ContractDialog
from socplanner.ui.dialogs.cost_assumptions_dialog import CostAssumptionsDialog
from socplanner.ui.dialogs.rates_dialog import RatesDialog
from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.undo_notice import undo_notice

COST_EDITS = frozenset({"contract", "add-contract", "remove-contract", "rates", "cost-assumptions"})


class CostCommands(QObject):
    """Asks, and performs what was answered; a cancelled dialog changes nothing."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

    def __init__(self, context: PlanContext, window: QWidget) -> None:
        """Edit the plan of `context`, with dialogs above `window`."""
        super().__init__(window)
        self._context = context
        self._window = window

    def edit(self, what: str, subject: str) -> None:
        """Edit `what`, one of `COST_EDITS`, of `subject`: the id of a contract or a party."""
        if what == "remove-contract":
            self._remove_contract(subject)
            return
        edit = self._answer(what, subject)
        if edit is not None:
            self._context.document.try_perform(edit)

    def _answer(self, what: str, subject: str) -> Edit | None:
        """Return the edit that the planner accepts in a dialog, or None."""
        plan, words = self._context.document.plan, self._context.translator.words
        if what in ("contract", "add-contract"):
            if not any(party.is_provider for party in plan.parties):
                text = words.tr("The plan has no provider: add one under Parties first.")
                self.noticed.emit(Notice(NoticeKind.PROBLEM, text))
                return None
            before = plan.cost.contract(subject) if what == "contract" else None
            provider = PartyId(subject) if subject and before is None else None
            dialog = ContractDialog(before, plan, words, self._window, provider=provider)
            return dialog.edit if dialog.ask() else None
        if what == "rates":
            phase = self._context.viewpoint.phase
            rates = RatesDialog(plan, phase, PartyId(subject), words, self._window)
            return rates.edit if rates.ask() else None
        assumptions = CostAssumptionsDialog(plan, words, self._window)
        return assumptions.edit if assumptions.ask() else None

    def _remove_contract(self, contract_id: str) -> None:
        document, words = self._context.document, self._context.translator.words
        contract = document.plan.cost.contract(contract_id)
        if contract is not None and document.try_perform(RemoveContract(contract_id)):
            text = words.tr(
                "The contract “{contract}” was removed.", contract=words.local(contract.name)
            )
            self.noticed.emit(undo_notice(text, document, words))
