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
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import phase_index
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.road_map.days import day_number
from socplanner.domain.road_map.moves import responsible
from socplanner.domain.road_map_inputs import NOTHING_STATED


def renewals_follow(plan: Plan, phase: PhaseId) -> Iterator[Finding]:
    """Yield the contracts of a provider that end before those of `phase` begin."""
    ending, present = _ending(plan, phase), contracts_in(plan, phase)
    earlier = {each.id for each in contracts_in(plan, _before(plan, phase))}
    beginning = [each for each in present if each.id not in earlier]
    for contract in ending:
        following = [each for each in beginning if _follows(contract, each)]
        day = _first_day(following)
        if day and _is_gap(contract.last_day, day):
            values = (("contract", contract.id), ("until", contract.last_day), ("day", day))
            warning = Severity.WARNING
            yield Finding("P06", "contract", warning, phase, None, (contract.party,), values)


def contracts_last(row: CheckedRow, before: Duty) -> Findings:
    """Return the contracts of providers that lose the role of `row` too early."""
    plan, role = row.plan, row.role.id
    stated = plan.moves.get((row.phase, role), NOTHING_STATED)
    if stated.status == "done":
        return ()
    now = responsible(plan.letter_set, row.duty)
    losing = responsible(plan.letter_set, before) - now
    following = [
        each
        for each in contracts_in(plan, row.phase)
        if each.party in now and _covers(each, role) and each.first_day
    ]
    day = _first_day(following) or stated.ends
    ending = [
        each
        for each in _ending(plan, row.phase)
        if each.party in losing and _covers(each, role) and not _is_renewed(plan, row, each)
    ]
    return [
        row.finding(
            "P06", "contract", Severity.WARNING, contract=each.id, until=each.last_day, day=day
        )
        for each in ending
        if day and _is_gap(each.last_day, day)
    ]


def _is_renewed(plan: Plan, row: CheckedRow, ending: Contract) -> bool:
    """Return whether a contract with the same provider covers the role of `row` from then on."""
    return any(
        each.party == ending.party
        and _covers(each, row.role.id)
        and each.first_day
        and not _is_gap(ending.last_day, each.first_day)
        for each in contracts_in(plan, row.phase)
    )


def _ending(plan: Plan, phase: PhaseId) -> list[Contract]:
    """Return the contracts with a last day that are there in the phase before, and not here."""
    present = {each.id for each in contracts_in(plan, phase)}
    before = contracts_in(plan, _before(plan, phase))
    return [each for each in before if each.last_day and each.id not in present]


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
