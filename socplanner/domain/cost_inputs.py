"""What a plan states about cost: currency, rates of its people, and contracts with providers.

Rules:

- Rates fold as people do: what a phase leaves open is as in the phase before. Where no phase states
  a rate of a party, that of the plan counts; tools of the plan are those that parties share.
- A contract is there from the phase `begins` to the phase `ends`, both included; None is the first
  and the last phase of the plan. Its days are for its management, and change no figure of a phase.
- A contract that names no roles covers all that its provider performs.
- Amounts are of the one currency of the plan, and never converted.
- Functions that remove something return the same object where it is not mentioned.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.phase_spans import folded_without, span_without

RETAINED_SHARE = 5.0
"""Percent of a person for each outsourced role: this tool's default, and never 0."""

ROLE_SHARE = 25.0
"""Percent of a person for each role that a pattern moves in-house, where no hours need more: this
tool's default.
"""

LEAST_SHARE = 1
ROUNDINGS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
"""What amounts can be rounded to where they are shown; this tool's default is the first."""


class Rates(NamedTuple):
    """What people cost; None is not stated.

    `loaded` and `training` are for a person and year, `hourly` for an hour (premiums are added to
    it), `hiring` for each person hired, `tools` for a year.
    """

    loaded: float | None = None
    hourly: float | None = None
    training: float | None = None
    hiring: float | None = None
    tools: float | None = None

    def followed_by(self, later: "Rates") -> "Rates":
        """Return the rates of a later phase that states `later`."""
        stated = {name: value for name, value in later._asdict().items() if value is not None}
        return self._replace(**stated)


NO_RATES = Rates()
RatesByPlace = Mapping[tuple[PhaseId, PartyId], Rates]
NO_RATES_STATED: RatesByPlace = MappingProxyType({})


class Contract(NamedTuple):
    """A contract with a provider: a fee for each month, `once` at its begin and `exit` at its end.

    `once` counts in the phase `begins`, `exit` in the phase `ends`, where these are stated. Days
    are texts such as 2026-04-01, empty where they are not stated; `notice` is in months.
    """

    id: str
    name: LocalText
    party: PartyId
    roles: tuple[RoleId, ...] = ()
    fee: float | None = None
    once: float | None = None
    exit: float | None = None
    first_day: str = ""
    last_day: str = ""
    notice: int | None = None
    begins: PhaseId | None = None
    ends: PhaseId | None = None


class CostInputs(NamedTuple):
    """What a plan states about cost; an empty currency is not stated.

    `retained_share` is percent of a person for each outsourced role, `role_share` for each role
    that a pattern moves in-house.
    """

    currency: str = ""
    rounding: int | None = None
    retained_share: float | None = None
    role_share: float | None = None
    rates: Rates = NO_RATES
    by_place: RatesByPlace = NO_RATES_STATED
    contracts: tuple[Contract, ...] = ()

    def contract(self, contract_id: str) -> Contract | None:
        """Return the contract `contract_id`, or None."""
        return next((each for each in self.contracts if each.id == contract_id), None)


NO_COST = CostInputs()


def cost_without_party(cost: CostInputs, party: PartyId) -> CostInputs:
    """Return `cost` without the rates and the contracts of `party`."""
    contracts = tuple(each for each in cost.contracts if each.party != party)
    rates = {place: each for place, each in cost.by_place.items() if place[1] != party}
    return _replaced(cost, contracts, rates)


def cost_without_role(cost: CostInputs, role: RoleId) -> CostInputs:
    """Return `cost` in which no contract covers `role`; the contracts stay."""
    contracts = tuple(
        each._replace(roles=tuple(covered for covered in each.roles if covered != role))
        if role in each.roles
        else each
        for each in cost.contracts
    )
    return _replaced(cost, contracts, cost.by_place)


def cost_without_phase(cost: CostInputs, phases: tuple[PhaseId, ...], phase: PhaseId) -> CostInputs:
    """Return `cost` without `phase` of `phases`, so that the later phases stay as they are.

    A contract that begins in it begins in the next one, one that ends in it ends in the one before;
    one that is there in no other phase is removed. Rates that it states are stated by the next one.
    """
    contracts = []
    for each in cost.contracts:
        span = span_without(phases, each.begins, each.ends, phase)
        if span is not None:
            contracts.append(each._replace(begins=span[0], ends=span[1]))
    rates = folded_without(cost.by_place, phases, phase)
    return _replaced(cost, tuple(contracts), rates)


def _replaced(cost: CostInputs, contracts: tuple[Contract, ...], rates: RatesByPlace) -> CostInputs:
    after = cost._replace(contracts=contracts, by_place=MappingProxyType(dict(rates)))
    return cost if after == cost else after
