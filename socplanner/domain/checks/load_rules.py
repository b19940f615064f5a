"""The rules that look at one party over all roles of a phase; `Load` is what they know of it.

A load that is no more than the usual letters give a party is only worth knowing: what the program
itself has put there is no warning to the planner.
Sources: trackplus, ardent, libottayo on reading a matrix by its columns. Providers and authorities
are not asked whether they are needed (C04): one is paid for what it does, the other is told.
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
    """How many roles a party has any letter for, performs, and answers for."""

    involved: int = 0
    performed: int = 0
    answered: int = 0


Loads = Mapping[PartyId, Load]
NO_LOAD = Load()


def loads_of(duties: Iterable[Duty], letter_set: LetterSet) -> dict[PartyId, Load]:
    """Return the loads of every party that holds a letter in one of the duties `duties`."""
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
    """Count a role in `loads` as it is `after` an edit; tell whether a load is another now."""
    is_other = False
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
            is_other = True
    return is_other


def check_loads(
    plan: Plan, phase: PhaseId, loads: Loads, roles: int, usual: Callable[[], Loads]
) -> tuple[Finding, ...]:
    """Return what the rules say of the parties' loads over all `roles` of `phase`.

    The `usual` loads are asked for only where a rule warns of one.
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

    What an undecided role holds counts as usual: it is not looked at before it is decided.
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
    """Return `finding` as a warning only where its party has more to do than usual."""
    party = finding.parties[0]
    load, most = loads.get(party, NO_LOAD), usual.get(party, NO_LOAD)
    weighed = {
        "C01": load.performed <= most.performed,
        "C02": load.involved <= most.involved,
        "C03": load.answered <= most.answered,
        "C05": load.performed <= most.performed and load.answered <= most.answered,
    }
    is_usual = weighed.get(finding.rule, False)
    return finding._replace(severity=Severity.INFO) if is_usual else finding


class LoadCase(NamedTuple):
    """What the rules see of a phase: the parties, their loads in the same order, and the roles."""

    parties: tuple[Party, ...]
    involved: tuple[int, ...]
    performed: tuple[int, ...]
    answered: tuple[int, ...]
    roles: int
    limits: Thresholds


Excesses = Sequence[tuple[int, Severity, dict[str, str | int]]]
"""The place of each party of whom a rule says something, how grave it is, and its figures."""


def performs_too_much(case: LoadCase) -> Excesses:
    """C01: who performs far more than the others do will not perform all of it well."""
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
    """C02: who holds a letter in every role is asked and told too much."""
    all_roles = max(case.roles, 1)
    return [
        (at, Severity.WARNING, {"n": current})
        for at, current in enumerate(case.involved)
        if current >= all_roles
    ]


def answers_for_too_much(case: LoadCase) -> Excesses:
    """C03: who answers for a large share of all roles is a bottleneck."""
    most = case.roles / limit_of(case.limits, "accountable-share")
    return [
        (at, Severity.WARNING, {"n": answered, "roles": case.roles})
        for at, answered in enumerate(case.answered)
        if answered > most
    ]


def is_perhaps_not_needed(case: LoadCase) -> Excesses:
    """C04: who inside neither performs nor answers for anything may not be needed."""
    return [
        (at, Severity.INFO, {})
        for at, (performed, answered) in enumerate(zip(case.performed, case.answered, strict=True))
        if not performed and not answered and case.parties[at].kind == "internal"
    ]


def does_and_answers_for_much(case: LoadCase) -> Excesses:
    """C05: who is among the busiest in both ways has nobody to answer to."""
    heavy, one_in = limit_of(case.limits, "heavy-roles"), limit_of(case.limits, "busiest-share")
    does = max(heavy + 1, _busiest(case.performed, one_in))
    answers = max(heavy + 1, _busiest(case.answered, one_in))
    return [
        (at, Severity.WARNING, {"performed": performed, "answered": answered})
        for at, (performed, answered) in enumerate(zip(case.performed, case.answered, strict=True))
        if performed >= does and answered >= answers
    ]


def _busiest(counts: tuple[int, ...], one_in: int) -> int:
    """Return what one in `one_in` of `counts` reaches."""
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
