"""What contracts with providers cost in a phase, and until when notice must be given."""

from collections.abc import Collection
from typing import NamedTuple

from socplanner.domain.cost.party_costs import stated_sum
from socplanner.domain.cost_inputs import Contract
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phase_spans import is_in_span
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Calculation, Figure

CONTRACT_YEAR = Calculation("contract_year", "fee * 12")
CONTRACT_YEAR_KEPT = Calculation("contract_year", "fee * 12 * kept_roles / contract_roles")
FEE_A_ROLE = Calculation("fee_a_role", "monthly_fees / contract_roles")


class ContractCost(NamedTuple):
    """A contract in a phase: the roles that it covers, its fee a year, and what is paid once."""

    contract: Contract
    roles: tuple[RoleId, ...]
    year: Figure
    once: Figure


def contracts_in(plan: Plan, phase: PhaseId) -> tuple[Contract, ...]:
    """Return the contracts that are there in `phase`."""
    phases = [each.id for each in plan.phases]
    return tuple(
        each for each in plan.cost.contracts if is_in_span(phases, each.begins, each.ends, phase)
    )


def contract_cost(
    contract: Contract,
    phase: PhaseId,
    performed: tuple[RoleId, ...],
    kept: Collection[RoleId] | None = None,
) -> ContractCost:
    """Return what `contract` costs in `phase`, whose provider performs the roles `performed`.

    With `kept`, the fee is that for those of its roles that stay with the provider.
    """
    covered = tuple(role for role in performed if role in contract.roles or not contract.roles)
    fee = Figure("fee", contract.fee)
    year = CONTRACT_YEAR.figure(fee, subject=contract.id)
    if kept is not None and covered:
        stay = sum(role in kept for role in covered)
        if stay < len(covered):
            numbers = (Figure("kept_roles", stay), Figure("contract_roles", len(covered)))
            year = CONTRACT_YEAR_KEPT.figure(fee, *numbers, subject=contract.id)
    paid = (
        Figure("once", contract.once if contract.begins == phase else None),
        Figure("exit", contract.exit if contract.ends == phase else None),
    )
    return ContractCost(contract, covered, year, stated_sum("contract_once", paid, contract.id))


def fee_a_role(costs: Collection[ContractCost]) -> Figure:
    """Return the mean fee of a month for a role, over the contracts that have roles and a fee."""
    counted = [each for each in costs if each.roles and each.contract.fee is not None]
    fees = sum(each.contract.fee or 0 for each in counted)
    roles = sum(len(each.roles) for each in counted)
    if not counted:
        return Figure("fee_a_role", None)
    return FEE_A_ROLE.figure(Figure("monthly_fees", fees), Figure("contract_roles", roles))


def notice_day(contract: Contract) -> str:
    """Return the last day on which notice ends `contract` on its last day; empty if not known.

    The last day of a month stays the last day of a month.
    """
    if not contract.last_day or contract.notice is None:
        return ""
    from calendar import monthrange

    year, month, day = map(int, contract.last_day.split("-"))
    is_last = day >= monthrange(year, month)[1]
    year, place = divmod(year * 12 + month - 1 - contract.notice, 12)
    if year < 1:
        return ""
    length = monthrange(year, place + 1)[1]
    return f"{year:04}-{place + 1:02}-{length if is_last else min(day, length):02}"
