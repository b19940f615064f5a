"""The rules that look at one role alone; each returns what it found in a row, mostly nothing.

| Sourcing | R01 | R02 | D01 | D02 |
|---|---|---|---|---|
| insource | asked | asked | asked | no provider performs; an internal party does |
| outsource | asked | asked | asked | a provider performs; no internal party does |
| both | asked | asked | asked | a provider and an internal party perform |
| not carried out | | | | nobody performs, and the note says why (a warning) |
| undecided, or not placed | R00 alone: not decided yet | | | |
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Duty, Party, Plan

Found = Sequence[Finding]
NOTHING: Found = ()


class CheckedRow(NamedTuple):
    """One role as the rules see it: who holds letters, and who by what these mean."""

    plan: Plan
    phase: PhaseId
    role: Role
    duty: Duty
    holding: tuple[Party, ...]
    accountable: tuple[Party, ...]
    performing: tuple[Party, ...]
    performing_inside: tuple[Party, ...]
    performing_for_us: tuple[Party, ...]
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
    performing = [party for party, means in held if means.performs]
    return CheckedRow(
        plan,
        phase,
        role,
        duty,
        tuple([party for party, _ in held]),
        tuple([party for party, means in held if means.accountable]),
        tuple(performing),
        tuple([party for party in performing if party.kind == "internal"]),
        tuple([party for party in performing if party.is_provider]),
        tuple([party for party, means in held if means.two_way]),
        tuple([party for party, means in held if means.one_way]),
        tuple([party for party, means in held if means.has_say]),
        tuple([party for party, means in held if means.is_open]),
    )


def undecided(row: CheckedRow) -> Found:
    """R00: the role is not decided yet; stands instead of every other rule."""
    if row.duty.sourcing is Sourcing.UNDECIDED:
        return [row.found("R00", "sourcing", Severity.INFO)]
    if row.duty.area is Area.BENCH:
        return [row.found("R00", "area", Severity.INFO)]
    return NOTHING


def empty_row(row: CheckedRow) -> Found:
    """R08: nobody holds any letter; stands instead of R01 and R02."""
    if row.holding or not row.is_carried_out:
        return NOTHING
    return [row.found("R08", "empty", Severity.ERROR)]


def one_accountable(row: CheckedRow) -> Found:
    """R01: exactly one party is accountable."""
    if len(row.accountable) == 1 or not row.holding or not row.is_carried_out:
        return NOTHING
    if not row.accountable:
        return [row.found("R01", "none", Severity.ERROR)]
    return [row.found("R01", "many", Severity.ERROR, row.accountable)]


def somebody_performs(row: CheckedRow) -> Found:
    """R02: at least one party performs."""
    if row.performing or not row.holding or not row.is_carried_out:
        return NOTHING
    return [row.found("R02", "none", Severity.ERROR)]


def accountability_stays_inside(row: CheckedRow) -> Found:
    """D01: no provider is accountable, and somebody inside has a say in a provider's work."""
    if not row.is_carried_out:
        return NOTHING
    outside = tuple([party for party in row.accountable if party.is_provider])
    if outside:
        return [row.found("D01", "provider-accountable", Severity.ERROR, outside)]
    providers = row.performing_for_us
    if providers and not _somebody_inside_has_a_say(row):
        return [row.found("D01", "nobody-inside", Severity.ERROR, providers)]
    return NOTHING


def sourcing_agrees(row: CheckedRow) -> Found:
    """D02: who performs is who the sourcing says."""
    sourcing, inside, providers = row.duty.sourcing, row.performing_inside, row.performing_for_us
    if sourcing is Sourcing.NOT_CARRIED_OUT:
        return _left_out_for_a_reason(row)
    if not row.holding:
        return NOTHING
    found = []
    if providers and sourcing is Sourcing.INSOURCE:
        found.append(row.found("D02", "provider-performs", Severity.ERROR, providers))
    if inside and sourcing is Sourcing.OUTSOURCE:
        found.append(row.found("D02", "internal-performs", Severity.ERROR, inside))
    if not inside and sourcing in (Sourcing.INSOURCE, Sourcing.BOTH):
        found.append(row.found("D02", "no-internal", Severity.ERROR))
    if not providers and sourcing in (Sourcing.OUTSOURCE, Sourcing.BOTH):
        found.append(row.found("D02", "no-provider", Severity.ERROR))
    return found


def _left_out_for_a_reason(row: CheckedRow) -> Found:
    """D02 for a role that is not carried out."""
    found = []
    if row.performing:
        found.append(row.found("D02", "performed-anyway", Severity.WARNING, row.performing))
    if not row.duty.note.strip():
        found.append(row.found("D02", "no-reason", Severity.WARNING))
    return found


def _somebody_inside_has_a_say(row: CheckedRow) -> bool:
    return any(party.kind == "internal" for party in row.has_say)


RowRule = Callable[[CheckedRow], Found]

ROW_RULES: tuple[tuple[str, RowRule], ...] = (
    ("R08", empty_row),
    ("R01", one_accountable),
    ("R02", somebody_performs),
    ("D01", accountability_stays_inside),
    ("D02", sourcing_agrees),
)
