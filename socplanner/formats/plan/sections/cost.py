"""The section `cost`: currency, rates of people by phase and party, contracts with providers."""

from collections.abc import Mapping
from typing import Any, cast

from socplanner.domain.cost_inputs import NO_COST, Contract, CostInputs, Rates
from socplanner.domain.limits import MOST_CONTRACTS, MOST_MONEY, MOST_NOTICE
from socplanner.domain.plan import Plan
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.local_written import amount_written, local_written
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    Amount,
    ListOf,
    LocalName,
    MapOf,
    Number,
    Record,
    Shape,
    Text,
)
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_RATE_FIELDS: dict[str, Shape] = {
    "loaded": Amount(MOST_MONEY, N_("What a person costs a year, with everything on top of pay.")),
    "hourly": Amount(MOST_MONEY, N_("The pay of an hour, to which premiums are added.")),
    "training": Amount(MOST_MONEY, N_("Training of a person a year.")),
    "hiring": Amount(MOST_MONEY, N_("What it costs to hire a person.")),
    "tools": Amount(MOST_MONEY, N_("Tools and licences a year.")),
}
RATES = Record(_RATE_FIELDS, (), N_("What people and tools cost."))
CONTRACT = Record(
    {
        "id": Text(),
        "name": LocalName(),
        "party": Text(N_("The id of the provider.")),
        "roles": ListOf(Text(N_("The id of a role, such as v2:B-1."))),
        "fee": Amount(MOST_MONEY, N_("The fee of a month.")),
        "once": Amount(MOST_MONEY, N_("What is paid once, in the phase “from”.")),
        "exit": Amount(MOST_MONEY, N_("What its end costs, in the phase “until”.")),
        "begin": Text(N_("The first day, such as 2026-04-01.")),
        "end": Text(N_("The last day, such as 2029-03-31.")),
        "notice": Number(MOST_NOTICE, N_("The notice in months.")),
        "from": Text(N_("The first phase with it; without it, the first of the plan.")),
        "until": Text(N_("The last phase with it; without it, the last of the plan.")),
    },
    ("id", "name", "party"),
    N_("A contract with a provider."),
)
COST = Record(
    {
        "currency": Text(N_("The currency of all amounts by ISO 4217, such as JPY."), "^[A-Z]{3}$"),
        "rounding": Number(
            1_000_000, N_("What shown amounts are rounded to: 1, 10, 100 and so on up to 1000000.")
        ),
        "retained-share": Amount(
            100, N_("Percent of a person who is kept for each outsourced role; 5 if omitted.")
        ),
        "role-share": Amount(
            100,
            N_("Percent of a person for each role that a pattern moves in-house; 25 if omitted."),
        ),
        "rates": Record(
            _RATE_FIELDS, (), N_("The rates of all parties; tools are those that they share.")
        ),
        "parties": MapOf(
            MapOf(RATES, N_("By party; omitted values are as in the phase before.")),
            N_("Rates of single parties, by phase."),
        ),
        "contracts": ListOf(CONTRACT, "", MOST_CONTRACTS),
    },
    (),
    N_("What people and providers cost."),
)


def _read(tree: Tree, references: References) -> CostInputs:
    """Return the cost; raise FormatError with the path of what is wrong."""
    if not tree:
        return NO_COST
    from socplanner.formats.plan.sections.cost_reading import cost_in  # many plans have none

    return cost_in(cast("TreeMapping", tree), references)


def _written(plan: Plan) -> dict[str, Any] | None:
    cost = plan.cost
    entry: dict[str, Any] = {
        "currency": cost.currency,
        "rounding": "" if cost.rounding is None else str(cost.rounding),
        "retained-share": ""
        if cost.retained_share is None
        else amount_written(cost.retained_share),
        "role-share": "" if cost.role_share is None else amount_written(cost.role_share),
        "rates": _written_rates(cost.rates),
        "parties": _written_parties(plan),
        "contracts": [_written_contract(each) for each in cost.contracts],
    }
    return {key: value for key, value in entry.items() if value} or None


def _written_rates(rates: Rates) -> dict[str, str]:
    values = rates._asdict().items()
    return {key: amount_written(value) for key, value in values if value is not None}


def _written_parties(plan: Plan) -> dict[str, dict[str, dict[str, str]]]:
    """Return the rates by phase and party, in the order of the plan."""
    rates = plan.cost.by_place
    by_phase: Mapping[str, dict[str, dict[str, str]]] = {
        phase.id: {
            party.id: _written_rates(rates[phase.id, party.id])
            for party in plan.parties
            if (phase.id, party.id) in rates
        }
        for phase in plan.phases
    }
    return {phase: entries for phase, entries in by_phase.items() if entries}


def _written_contract(contract: Contract) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": contract.id,
        "name": local_written(contract.name),
        "party": contract.party,
    }
    if contract.roles:
        entry["roles"] = FlowList(contract.roles)
    amounts = {"fee": contract.fee, "once": contract.once, "exit": contract.exit}
    entry |= {key: amount_written(each) for key, each in amounts.items() if each is not None}
    if contract.first_day:
        entry["begin"] = contract.first_day
    if contract.last_day:
        entry["end"] = contract.last_day
    if contract.notice is not None:
        entry["notice"] = str(contract.notice)
    ends = {"from": contract.begins, "until": contract.ends}
    return entry | {key: phase for key, phase in ends.items() if phase is not None}


COST_SECTION = Section("cost", "cost", COST, _read, _written)
