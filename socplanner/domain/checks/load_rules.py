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
from socplanner.domain.plan import Duty, Party, Plan
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
    counts: dict[PartyId, list[int]] = {}
    for duty in held:
        add_to(counts, duty, letter_set, 1)
    return {party: Load(*count) for party, count in counts.items()}


def add_to(counts: dict[PartyId, list[int]], duty: Duty, letter_set: LetterSet, step: int) -> None:
    """Count the letters of `duty` in, or out where `step` is -1."""
    for party, cell in duty.letters.items():
        letters = letter_set.letters_in(cell)
        count = counts.setdefault(party, [0, 0, 0])
        count[0] += step
        count[1] += step * any(each.performs for each in letters)
        count[2] += step * any(each.accountable for each in letters)


def check_loads(plan: Plan, phase: PhaseId, loads: Loads, roles: int) -> tuple[Finding, ...]:
    """Return what the rules say of the parties' loads over all `roles` of `phase`."""
    measure = _Measure(plan, loads, roles)
    return tuple(
        Finding(rule, "party", severity, phase, None, (party.id,), tuple(values.items()))
        for party in plan.parties
        for rule, severity, values in _said(party, loads.get(party.id, NO_LOAD), measure)
    )


class _Measure:
    """What all parties are measured by, worked out once."""

    def __init__(self, plan: Plan, loads: Loads, roles: int) -> None:
        self.roles = roles
        self.limits = plan.thresholds
        known = [loads.get(party.id, NO_LOAD) for party in plan.parties]
        performed = [load.performed for load in known]
        mean = sum(performed) / max(len(performed), 1)
        spread = sqrt(sum((n - mean) ** 2 for n in performed) / max(len(performed), 1))
        tenths = limit_of(self.limits, "performing-spread")
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
    performing = limit_of(by.limits, "performing-roles")
    share = limit_of(by.limits, "accountable-share")
    heavy = limit_of(by.limits, "heavy-roles")
    if load.performed > by.usual and load.performed > performing:
        yield "C01", Severity.WARNING, {"n": load.performed, "usual": round(by.usual)}
    if by.roles and load.held >= by.roles:
        yield "C02", Severity.WARNING, {"n": load.held}
    if load.answered * share > by.roles:
        yield "C03", Severity.WARNING, {"n": load.answered, "roles": by.roles}
    if party.kind == "internal" and not load.performed and not load.answered:
        yield "C04", Severity.INFO, {}
    is_busy = load.performed >= by.busy_performing and load.answered >= by.busy_answering
    if is_busy and load.performed > heavy and load.answered > heavy:
        yield "C05", Severity.WARNING, {"performed": load.performed, "answered": load.answered}
