"""Edits of what the plan states about cost."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from socplanner.domain.cost_inputs import NO_RATES, Contract, CostInputs, Rates
from socplanner.domain.cost_validation import contract_faults, rates_faults, settings_faults
from socplanner.domain.edit_checks import (
    reject_first,
    require_id,
    require_party,
    require_phase,
    two_places,
)
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.limits import MOST_CONTRACTS
from socplanner.domain.names import validated_name
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected


@dataclass(frozen=True, slots=True)
class SetCostAssumptions:
    """Replace currency, rounding, the shares of a person, and the rates of the plan.

    What is empty or None is not stated.
    """

    currency: str = ""
    rounding: int | None = None
    retained_share: float | None = None
    role_share: float | None = None
    rates: Rates = NO_RATES

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the assumptions; raise EditRejected for one that is not valid."""
        cost = plan.cost._replace(
            currency=self.currency,
            rounding=self.rounding,
            retained_share=two_places(self.retained_share),
            role_share=two_places(self.role_share),
            rates=_written(self.rates),
        )
        reject_first(settings_faults(cost))
        return _with_cost(plan, cost)


@dataclass(frozen=True, slots=True)
class SetRates:
    """Set what a phase states about the rates of a party; without any value, nothing."""

    phase: PhaseId
    party: PartyId
    rates: Rates

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the rates; raise EditRejected for an unknown phase or party."""
        require_phase(plan, self.phase)
        require_party(plan, self.party)
        reject_first(rates_faults(self.rates))
        rates = dict(plan.cost.by_place)
        rates.pop((self.phase, self.party), None)
        if self.rates != NO_RATES:
            rates[self.phase, self.party] = _written(self.rates)
        return _with_cost(plan, plan.cost._replace(by_place=MappingProxyType(rates)))


@dataclass(frozen=True, slots=True)
class AddContract:
    """Add a contract after the others."""

    contract: Contract

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the contract; raise EditRejected if a field of it is not valid."""
        cost = plan.cost
        if cost.contract(self.contract.id) is not None:
            raise EditRejected("doubled-contract", contract=self.contract.id)
        if len(cost.contracts) >= MOST_CONTRACTS:
            raise EditRejected("too-many-contracts", most=MOST_CONTRACTS)
        contracts = (*cost.contracts, _validated(plan, self.contract))
        return _with_cost(plan, cost._replace(contracts=contracts))


@dataclass(frozen=True, slots=True)
class ChangeContract:
    """Replace the contract that has the id of `contract`."""

    contract: Contract

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the contract changed; raise EditRejected if it cannot be."""
        _existing(plan, self.contract.id)
        changed = _validated(plan, self.contract)
        contracts = tuple(
            changed if each.id == changed.id else each for each in plan.cost.contracts
        )
        return _with_cost(plan, plan.cost._replace(contracts=contracts))


@dataclass(frozen=True, slots=True)
class RemoveContract:
    """Remove a contract."""

    contract: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the contract; raise EditRejected if it is unknown."""
        _existing(plan, self.contract)
        kept = tuple(each for each in plan.cost.contracts if each.id != self.contract)
        return _with_cost(plan, plan.cost._replace(contracts=kept))


def _with_cost(plan: Plan, cost: CostInputs) -> Plan:
    return plan if cost == plan.cost else replace(plan, cost=cost)


def _validated(plan: Plan, contract: Contract) -> Contract:
    require_id(contract.id)
    require_party(plan, contract.party)
    for role in contract.roles:
        if plan.role(role) is None:
            raise EditRejected("unknown-role", role=role)
    for phase in (contract.begins, contract.ends):
        if phase is not None:
            require_phase(plan, phase)
    clean = contract._replace(
        name=validated_name(contract.name),
        roles=tuple(dict.fromkeys(contract.roles)),
        fee=two_places(contract.fee),
        once=two_places(contract.once),
        exit=two_places(contract.exit),
    )
    reject_first(contract_faults(clean, [phase.id for phase in plan.phases]))
    return clean


def _existing(plan: Plan, contract_id: str) -> Contract:
    contract = plan.cost.contract(contract_id)
    if contract is None:
        raise EditRejected("unknown-contract", contract=contract_id)
    return contract


def _written(rates: Rates) -> Rates:
    """Return `rates` as the plan file writes them."""
    return Rates(*map(two_places, rates))
