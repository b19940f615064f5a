"""The edits that the view of cost requests, with their dialogs."""

from socplanner.domain.cost_edits import RemoveContract
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId
from socplanner.ui.dialogs.contract_dialog import ContractDialog
from socplanner.ui.dialogs.cost_assumptions_dialog import CostAssumptionsDialog
from socplanner.ui.dialogs.rates_dialog import RatesDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.no_provider import no_provider_notice
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class CostCommands(ViewCommands):
    """Edits contracts, the rates of a party, and the assumptions about cost."""

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        if name == "rates":
            phase = self.context.viewpoint.phase
            return RatesDialog(plan, phase, PartyId(subject), words, self.window_)
        if name in ("contract", "add-contract"):
            return self._contract_dialog(name, subject)
        if name == "cost-assumptions":
            return CostAssumptionsDialog(plan, words, self.window_)
        return None

    @override
    def removal(self, name: str, subject: str) -> tuple[Edit, str] | None:
        words = self.context.translator.words
        contract = self.context.document.plan.cost.contract(subject)
        if name != "remove-contract" or contract is None:
            return None
        text = words.tr(
            "The contract “{contract}” was removed.", contract=words.local(contract.name)
        )
        return RemoveContract(subject), text

    def _contract_dialog(self, name: str, subject: str) -> ContractDialog | None:
        """Return the dialog of a contract, or of a new one with the provider `subject`."""
        plan, words = self.context.document.plan, self.context.translator.words
        notice = no_provider_notice(plan, words)
        if notice is not None:
            self.noticed.emit(notice)
            return None
        before = plan.cost.contract(subject) if name == "contract" else None
        provider = PartyId(subject) if subject and before is None else None
        return ContractDialog(before, plan, words, self.window_, provider=provider)
