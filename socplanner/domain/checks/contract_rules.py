"""P06 for the contracts of the section `cost`: none ends before what follows it is there.

Rules:

- A contract that is there in the phase before, and not in this one, is followed by those of its
  provider that begin in this phase and have a role in common with it.
- Where a role leaves the provider, its move follows: the contracts of its new providers, or else
  the end of the move. A renewal that covers the role lasts until then.
- Days that are not stated break no rule, and neither does a move that is done.
"""

from collections.abc import Iterable, Iterator

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_rules import CheckedRow, Findings
from socplanner.domain.cost.contracts import contracts_in
from socplanner.domain.cost_inputs import Contract
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import phase_index
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.road_map.days import day_number
from socplanner.domain.road_map.moves import responsible
from socplanner.domain.road_map_inputs import NOTHING_STATED


def renewals_follow(plan: Plan, phase: PhaseId) -> Iterator[Finding]:
    """Yield the contracts of a provider that end before those of `phase` begin."""
    present = contracts_in(plan, phase)
    before = contracts_in(plan, _before(plan, phase))
    kept, earlier = {each.id for each in present}, {each.id for each in before}
    for contract in before:
        if contract.id in kept or not contract.last_day:
            continue
        following = [each for each in present if _follows(contract, each)]
        if any(each.id in earlier or not each.first_day for each in following):
            continue
        day = _first_day(following)
        if day and _is_gap(contract.last_day, day):
            values = (("contract", contract.id), ("until", contract.last_day), ("day", day))
            warning = Severity.WARNING
            yield Finding("P06", "contract", warning, phase, None, (contract.party,), values)


def contracts_last(row: CheckedRow, before: Duty) -> Findings:
    """Return for each provider that loses the role of `row` its last contract, if it ends early."""
    plan, role = row.plan, row.role.id
    stated = plan.moves.get((row.phase, role), NOTHING_STATED)
    now = responsible(plan.letter_set, row.duty)
    losing = responsible(plan.letter_set, before) - now
    if not losing or stated.status == "done":
        return ()
    present = [each for each in contracts_in(plan, row.phase) if _covers(each, role)]
    day = _first_day(each for each in present if each.party in now) or stated.ends
    findings = []
    for party in sorted(losing):
        last = _last_contract(plan, row, party)
        if last is None or not day or not _is_gap(last.last_day, day):
            continue
        if not any(each.party == party and _is_renewal(last, each) for each in present):
            until, warning = last.last_day, Severity.WARNING
            findings.append(
                row.finding("P06", "contract", warning, contract=last.id, until=until, day=day)
            )
    return findings


def _last_contract(plan: Plan, row: CheckedRow, party: PartyId) -> Contract | None:
    """Return the contract of `party` that covers the role of `row` longest in the phase before.

    None where it has none, or where one of them has no last day.
    """
    covering = [
        each
        for each in contracts_in(plan, _before(plan, row.phase))
        if each.party == party and _covers(each, row.role.id)
    ]
    if not all(each.last_day for each in covering):
        return None
    return max(covering, key=_last_day, default=None)


def _is_renewal(ending: Contract, later: Contract) -> bool:
    """Return whether `later` is there when `ending` ends; without a day it counts as such."""
    return not later.first_day or not _is_gap(ending.last_day, later.first_day)


def _last_day(contract: Contract) -> str:
    return contract.last_day


def _before(plan: Plan, phase: PhaseId) -> PhaseId:
    """Return the phase before `phase`, which is not the first."""
    return plan.phases[phase_index(plan, phase) - 1].id


def _follows(contract: Contract, later: Contract) -> bool:
    """Return whether `later` is of the same provider and has a role in common."""
    if contract.party != later.party:
        return False
    return not (contract.roles and later.roles) or not set(contract.roles).isdisjoint(later.roles)


def _covers(contract: Contract, role: RoleId) -> bool:
    return not contract.roles or role in contract.roles


def _first_day(contracts: Iterable[Contract]) -> str:
    """Return the first day of the earliest of `contracts`; empty where none is stated."""
    return min((each.first_day for each in contracts if each.first_day), default="")


def _is_gap(until: str, day: str) -> bool:
    """Return whether a day lies between the last day `until` and `day`."""
    return day_number(day) > day_number(until) + 1
