"""The rules that look at one role alone; each yields what it found in a row.

| Sourcing | R01 | R02 | D01 | D02 |
|---|---|---|---|---|
| insource | asked | asked | asked | no provider performs; an internal party does |
| outsource | asked | asked | asked | a provider performs; no internal party does |
| both | asked | asked | asked | a provider and an internal party perform |
| not carried out | | | | nobody performs, and the note says why (a warning) |
| undecided, or not placed | R00 alone: not decided yet | | | |
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Duty, Party, Plan


class CheckedRow(NamedTuple):
    """One role as the rules see it: who holds letters, and who by what these mean."""

    plan: Plan
    phase: PhaseId
    role: Role
    duty: Duty
    holding: tuple[Party, ...]
    accountable: tuple[Party, ...]
    performing: tuple[Party, ...]
    two_way: tuple[Party, ...]
    one_way: tuple[Party, ...]
    has_say: tuple[Party, ...]
    open: tuple[Party, ...]

    def found(
        self,
        rule: str,
        way: str,
        severity: Severity,
        parties: tuple[Party, ...] = (),
        **values: str | int,
    ) -> Finding:
        """Return a finding about this row."""
        ids: tuple[PartyId, ...] = tuple([party.id for party in parties])
        return Finding(rule, way, severity, self.phase, self.role.id, ids, tuple(values.items()))

    @property
    def is_carried_out(self) -> bool:
        """Whether somebody is to carry the role out."""
        return self.duty.sourcing is not Sourcing.NOT_CARRIED_OUT


def checked_row(plan: Plan, phase: PhaseId, role: Role, duty: Duty) -> CheckedRow:
    """Return `role` with what its letters mean looked up, ready for the rules."""
    cells, meaning_of = duty.letters, plan.letter_set.meaning
    held = [(party, meaning_of(cells[party.id])) for party in plan.parties if party.id in cells]
    return CheckedRow(
        plan,
        phase,
        role,
        duty,
        tuple([party for party, _ in held]),
        tuple([party for party, means in held if means.accountable]),
        tuple([party for party, means in held if means.performs]),
        tuple([party for party, means in held if means.two_way]),
        tuple([party for party, means in held if means.one_way]),
        tuple([party for party, means in held if means.has_say]),
        tuple([party for party, means in held if means.is_open]),
    )


def undecided(row: CheckedRow) -> Iterator[Finding]:
    """R00: the role is not decided yet; stands instead of every other rule."""
    if row.duty.sourcing is Sourcing.UNDECIDED:
        yield row.found("R00", "sourcing", Severity.INFO)
    elif row.duty.area is Area.BENCH:
        yield row.found("R00", "area", Severity.INFO)


def empty_row(row: CheckedRow) -> Iterator[Finding]:
    """R08: nobody holds any letter; stands instead of R01 and R02."""
    if not row.holding and row.is_carried_out:
        yield row.found("R08", "empty", Severity.ERROR)


def one_accountable(row: CheckedRow) -> Iterator[Finding]:
    """R01: exactly one party is accountable."""
    if not row.holding or not row.is_carried_out:
        return
    if not row.accountable:
        yield row.found("R01", "none", Severity.ERROR)
    elif len(row.accountable) > 1:
        yield row.found("R01", "many", Severity.ERROR, row.accountable)


def somebody_performs(row: CheckedRow) -> Iterator[Finding]:
    """R02: at least one party performs."""
    if not row.holding or not row.is_carried_out:
        return
    if not row.performing:
        yield row.found("R02", "none", Severity.ERROR)


def accountability_stays_inside(row: CheckedRow) -> Iterator[Finding]:
    """D01: no provider is accountable, and somebody inside has a say in a provider's work."""
    if not row.is_carried_out:
        return
    outside = tuple(party for party in row.accountable if party.is_provider)
    if outside:
        yield row.found("D01", "provider-accountable", Severity.ERROR, outside)
        return
    providers = tuple(party for party in row.performing if party.is_provider)
    if providers and not _somebody_inside_has_a_say(row):
        yield row.found("D01", "nobody-inside", Severity.ERROR, providers)


def sourcing_agrees(row: CheckedRow) -> Iterator[Finding]:
    """D02: who performs is who the sourcing says."""
    performing = row.performing
    providers = tuple(party for party in performing if party.is_provider)
    internal = tuple(party for party in performing if party.kind == "internal")
    sourcing = row.duty.sourcing
    if sourcing is Sourcing.NOT_CARRIED_OUT:
        if performing:
            yield row.found("D02", "performed-anyway", Severity.WARNING, performing)
        if not row.duty.note.strip():
            yield row.found("D02", "no-reason", Severity.WARNING)
        return
    if not row.holding:
        return
    if sourcing is Sourcing.INSOURCE and providers:
        yield row.found("D02", "provider-performs", Severity.ERROR, providers)
    if sourcing is Sourcing.OUTSOURCE and internal:
        yield row.found("D02", "internal-performs", Severity.ERROR, internal)
    if sourcing in (Sourcing.INSOURCE, Sourcing.BOTH) and not internal:
        yield row.found("D02", "no-internal", Severity.ERROR)
    if sourcing in (Sourcing.OUTSOURCE, Sourcing.BOTH) and not providers:
        yield row.found("D02", "no-provider", Severity.ERROR)


def _somebody_inside_has_a_say(row: CheckedRow) -> bool:
    return any(party.kind == "internal" for party in row.has_say)


RowRule = Callable[[CheckedRow], Iterator[Finding]]

ROW_RULES: tuple[tuple[str, RowRule], ...] = (
    ("R08", empty_row),
    ("R01", one_accountable),
    ("R02", somebody_performs),
    ("D01", accountability_stays_inside),
    ("D02", sourcing_agrees),
)
