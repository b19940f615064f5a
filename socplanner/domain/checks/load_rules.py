"""The rules about one party over all roles of a phase: its `Load`, compared with the others'.

Rules:

- A load is three counts of roles; `count_change` keeps loads up to date role by role, and must
  agree with `loads_of` over all roles.
- A load no higher than the usual letters give is information, not a warning: the program itself
  proposed those letters.
- C04 is for internal parties only: a provider is paid for what it does, an authority is informed.

Sources: trackplus, ardent, libottayo on reading a matrix by its columns.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from operator import itemgetter, mul
from typing import NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.duty_fields import changed_cells
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.letter_counts import cell_counts
from socplanner.domain.letters import LetterSet
from socplanner.domain.phases import duty
from socplanner.domain.plan import NO_LETTERS, Duty, Party, Plan
from socplanner.domain.thresholds import Thresholds, limit_of
from socplanner.domain.usual_letters import usual_letters


class Load(NamedTuple):
    """Of how many roles a party has any letter, performs, and is accountable."""

    involved: int = 0
    performed: int = 0
    answered: int = 0


Loads = Mapping[PartyId, Load]
NO_LOAD = Load()


def loads_of(duties: Iterable[Duty], letter_set: LetterSet) -> dict[PartyId, Load]:
    """Return the load of every party that has a letter in one of `duties`."""
    loads: dict[PartyId, Load] = {}
    for (party, cell), times in cell_counts(duties).items():
        meaning, load = letter_set.meaning(cell), loads.get(party, NO_LOAD)
        loads[party] = Load(
            load.involved + times * bool(cell),
            load.performed + times * meaning.performs,
            load.answered + times * meaning.accountable,
        )
    return loads


def count_change(
    loads: dict[PartyId, Load], before: Duty, after: Duty, letter_set: LetterSet
) -> bool:
    """Change `loads` by what differs between two duties of a role; return whether one changed."""
    is_changed = False
    for party, old, new in changed_cells(before.letters, after.letters):
        was, now = letter_set.meaning(old), letter_set.meaning(new)
        change = bool(new) - bool(old)
        performed = now.performs - was.performs
        answered = now.accountable - was.accountable
        if change or performed or answered:
            load = loads.get(party, NO_LOAD)
            loads[party] = Load(
                load.involved + change, load.performed + performed, load.answered + answered
            )
            is_changed = True
    return is_changed


def check_loads(
    plan: Plan, phase: PhaseId, loads: Loads, roles: int, usual: Callable[[], Loads]
) -> tuple[Finding, ...]:
    """Return the findings about the `loads` of parties in `phase`, in the order of the parties.

    `roles` is the number of roles. `usual` is called only where a rule warns: it costs a pass over
    all roles.
    """
    all_loads = [loads.get(party.id, NO_LOAD) for party in plan.parties]
    involved, performed, answered = zip(*all_loads, strict=True) if all_loads else ((), (), ())
    case = LoadCase(plan.parties, involved, performed, answered, roles, plan.thresholds)
    excesses = [
        (at, name, severity, tuple(values.items()))
        for name, rule in LOAD_RULES
        for at, severity, values in rule(case)
    ]
    excesses.sort(key=itemgetter(0))
    findings = [
        Finding(name, "party", severity, phase, None, (plan.parties[at].id,), values)
        for at, name, severity, values in excesses
    ]
    if any(each.severity < Severity.INFO for each in findings):
        expected = usual()
        return tuple([_weighed(each, loads, expected) for each in findings])
    return tuple(findings)


def usual_loads(plan: Plan, phase: PhaseId) -> Loads:
    """Return the loads that the usual letters give, with the sourcings of `phase`.

    The letters of an undecided role count as usual: they are not checked before it is decided.
    """
    usual = []
    for role in plan.catalogue.roles:
        current = duty(plan, phase, role.id)
        if current.sourcing is not Sourcing.UNDECIDED:
            letters = usual_letters(plan, role, current.sourcing) or NO_LETTERS
            current = replace(current, letters=letters)
        usual.append(current)
    return loads_of(usual, plan.letter_set)


def _weighed(finding: Finding, loads: Loads, usual: Loads) -> Finding:
    """Return `finding`, as information where the load of its party is no higher than usual."""
    party = finding.parties[0]
    load, most = loads.get(party, NO_LOAD), usual.get(party, NO_LOAD)
    has_usual_load = {
        "C01": load.performed <= most.performed,
        "C02": load.involved <= most.involved,
        "C03": load.answered <= most.answered,
        "C05": load.performed <= most.performed and load.answered <= most.answered,
    }
    is_usual = has_usual_load.get(finding.rule, False)
    return finding._replace(severity=Severity.INFO) if is_usual else finding


class LoadCase(NamedTuple):
    """A phase as the rules read it: parties, their loads in the same order, the number of roles."""

    parties: tuple[Party, ...]
    involved: tuple[int, ...]
    performed: tuple[int, ...]
    answered: tuple[int, ...]
    roles: int
    limits: Thresholds


Excesses = Sequence[tuple[int, Severity, dict[str, str | int]]]
"""For each party with a finding its index in `LoadCase.parties`, the severity and the figures."""


def performs_too_much(case: LoadCase) -> Excesses:
    """C01: a party performs far more than the others, and will not perform all of it well."""
    parties, together = max(len(case.parties), 1), sum(case.performed)
    squares = sum(map(mul, case.performed, case.performed))
    spread = sqrt(max(parties * squares - together * together, 0)) / parties
    usual = together / parties + spread * limit_of(case.limits, "performing-spread") / 10
    most = max(usual, limit_of(case.limits, "performing-roles"))
    figures: dict[str, str | int] = {"most": int(most), "average": f"{together / parties:.1f}"}
    return [
        (at, Severity.WARNING, {"n": performed, **figures})
        for at, performed in enumerate(case.performed)
        if performed > most
    ]


def has_a_part_in_all(case: LoadCase) -> Excesses:
    """C02: a party has a letter in every role: it is consulted and informed too much."""
    all_roles = max(case.roles, 1)
    return [
        (at, Severity.WARNING, {"n": involved})
        for at, involved in enumerate(case.involved)
        if involved >= all_roles
    ]


def answers_for_too_much(case: LoadCase) -> Excesses:
    """C03: a party accountable for a large share of all roles is a bottleneck."""
    most = case.roles / limit_of(case.limits, "accountable-share")
    return [
        (at, Severity.WARNING, {"n": answered, "roles": case.roles})
        for at, answered in enumerate(case.answered)
        if answered > most
    ]


def is_perhaps_not_needed(case: LoadCase) -> Excesses:
    """C04: an internal party neither performs nor is accountable for anything."""
    return [
        (at, Severity.INFO, {})
        for at, (performed, answered) in enumerate(zip(case.performed, case.answered, strict=True))
        if not performed and not answered and case.parties[at].kind == "internal"
    ]


def does_and_answers_for_much(case: LoadCase) -> Excesses:
    """C05: a party among the busiest in performing and accountability has no check on its work."""
    heavy, one_in = limit_of(case.limits, "heavy-roles"), limit_of(case.limits, "busiest-share")
    does = max(heavy + 1, _busiest(case.performed, one_in))
    answers = max(heavy + 1, _busiest(case.answered, one_in))
    return [
        (at, Severity.WARNING, {"performed": performed, "answered": answered})
        for at, (performed, answered) in enumerate(zip(case.performed, case.answered, strict=True))
        if performed >= does and answered >= answers
    ]


def _busiest(counts: tuple[int, ...], one_in: int) -> int:
    """Return the count that one in `one_in` of `counts` reaches; 0 for no counts."""
    if not counts:
        return 0
    place = max(len(counts) // one_in - 1, 0)
    return sorted(counts, reverse=True)[place]


LOAD_RULES: tuple[tuple[str, Callable[[LoadCase], Excesses]], ...] = (
    ("C01", performs_too_much),
    ("C02", has_a_part_in_all),
    ("C03", answers_for_too_much),
    ("C04", is_perhaps_not_needed),
    ("C05", does_and_answers_for_much),
)
