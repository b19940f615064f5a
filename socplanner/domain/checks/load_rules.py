"""The rules that look at one party over all roles of a phase; `Load` is what they know of it.

Sources: trackplus, ardent, libottayo on reading a matrix by its columns. Providers and authorities
are not asked whether they are needed (C04): one is paid for what it does, the other is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt
from typing import NamedTuple

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.letters import LetterSet
from socplanner.domain.phases import changed_cells
from socplanner.domain.plan import BLANK_DUTY, Duty, Party, Plan
from socplanner.domain.thresholds import limit_of

_BUSIEST = 4
"""One in so many parties is among the busiest (C05)."""


class Load(NamedTuple):
    """How many roles a party has any letter for, performs, and answers for."""

    held: int = 0
    performed: int = 0
    answered: int = 0


Loads = Mapping[PartyId, Load]
NO_LOAD = Load()


def loads_of(held: Iterable[Duty], letter_set: LetterSet) -> dict[PartyId, Load]:
    """Return the loads of every party that holds a letter in one of the duties `held`."""
    loads: dict[PartyId, Load] = {}
    for duty in held:
        count_change(loads, BLANK_DUTY, duty, letter_set)
    return loads


def count_change(
    loads: dict[PartyId, Load], before: Duty, after: Duty, letter_set: LetterSet
) -> bool:
    """Count a role in `loads` as it is `after` an edit; tell whether a load is another now."""
    is_other = False
    for party, old, new in changed_cells(before, after):
        was, now = letter_set.meaning(old), letter_set.meaning(new)
        held = bool(new) - bool(old)
        performed = now.performs - was.performs
        answered = now.accountable - was.accountable
        if held or performed or answered:
            load = loads.get(party, NO_LOAD)
            loads[party] = Load(
                load.held + held, load.performed + performed, load.answered + answered
            )
            is_other = True
    return is_other


def check_loads(plan: Plan, phase: PhaseId, loads: Loads, roles: int) -> tuple[Finding, ...]:
    """Return what the rules say of the parties' loads over all `roles` of `phase`."""
    measure = _Measure(plan, loads, roles)
    return tuple(
        [
            Finding(rule, "party", severity, phase, None, (party.id,), tuple(values.items()))
            for party in plan.parties
            for rule, severity, values in _said(party, loads.get(party.id, NO_LOAD), measure)
        ]
    )


class _Measure:
    """What all parties are measured by, worked out once."""

    def __init__(self, plan: Plan, loads: Loads, roles: int) -> None:
        self.roles = roles
        self.performing = limit_of(plan.thresholds, "performing-roles")
        self.share = limit_of(plan.thresholds, "accountable-share")
        self.heavy = limit_of(plan.thresholds, "heavy-roles")
        known = [loads.get(party.id, NO_LOAD) for party in plan.parties]
        performed = [load.performed for load in known]
        mean = sum(performed) / max(len(performed), 1)
        spread = sqrt(sum([(n - mean) ** 2 for n in performed]) / max(len(performed), 1))
        tenths = limit_of(plan.thresholds, "performing-spread")
        self.usual = mean + spread * tenths / 10
        self.busy_performing = _busiest(performed)
        self.busy_answering = _busiest([load.answered for load in known])


def _busiest(counts: list[int]) -> int:
    """Return what one in four of `counts` reaches."""
    place = max(len(counts) // _BUSIEST - 1, 0)
    return sorted(counts, reverse=True)[place] if counts else 0


def _said(
    party: Party, load: Load, by: _Measure
) -> Iterator[tuple[str, Severity, dict[str, str | int]]]:
    """Yield each rule that has something to say of `party`, with the figures it says."""
    held, performed, answered = load
    if performed > by.usual and performed > by.performing:
        yield "C01", Severity.WARNING, {"n": performed, "usual": round(by.usual)}
    if by.roles and held >= by.roles:
        yield "C02", Severity.WARNING, {"n": held}
    if answered * by.share > by.roles:
        yield "C03", Severity.WARNING, {"n": answered, "roles": by.roles}
    if not performed and not answered and party.kind == "internal":
        yield "C04", Severity.INFO, {}
    is_busy = performed >= by.busy_performing and answered >= by.busy_answering
    if is_busy and performed > by.heavy and answered > by.heavy:
        yield "C05", Severity.WARNING, {"performed": performed, "answered": answered}
