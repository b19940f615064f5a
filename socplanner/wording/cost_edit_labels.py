"""The names of edits of cost; loaded only when there is one."""

from socplanner.domain.cost_edits import (
    AddContract,
    ChangeContract,
    RemoveContract,
    SetCostAssumptions,
    SetRates,
)
from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.wording.language import Words
from socplanner.wording.terms import party_label, phase_label


def cost_label(edit: Edit, plan: Plan, words: Words) -> str | None:
    """Return the name of `edit` for a menu; None where it is no edit of cost."""
    match edit:
        case SetCostAssumptions():
            return words.tr("Change the assumptions of cost")
        case SetRates(phase=phase, party=party):
            return words.tr(
                "Set the rates of {party} in {phase}",
                party=party_label(plan, party, words),
                phase=phase_label(plan, phase, words),
            )
        case AddContract(contract=contract):
            return words.tr("Add contract {contract}", contract=words.local(contract.name))
        case ChangeContract(contract=contract):
            return words.tr("Change contract {contract}", contract=words.local(contract.name))
        case RemoveContract(contract=contract_id):
            existing = plan.cost.contract(contract_id)
            name = contract_id if existing is None else words.local(existing.name)
            return words.tr("Remove contract {contract}", contract=name)
    return None
