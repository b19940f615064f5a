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

Findings = Sequence[Finding]
NOTHING: Findings = ()


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
    performing_providers: tuple[Party, ...]
    two_way: tuple[Party, ...]
    one_way: tuple[Party, ...]
    is_involved: tuple[Party, ...]
    open: tuple[Party, ...]

    def findings(
        self,
        rule: str,
        variant: str,
        severity: Severity,
        parties: tuple[Party, ...] = (),
        **values: str | int,
    ) -> Finding:
        """Return a finding about this row."""
        ids: tuple[PartyId, ...] = tuple([party.id for party in parties])
        return Finding(
            rule, variant, severity, self.phase, self.role.id, ids, tuple(values.items())
        )

    @property
    def is_carried_out(self) -> bool:
        """Whether somebody is to carry the role out."""
        return self.duty.sourcing is not Sourcing.NOT_CARRIED_OUT


def checked_row(plan: Plan, phase: PhaseId, role: Role, duty: Duty) -> CheckedRow:
    """Return `role` with what its letters mean looked up, ready for the rules."""
    cells, meaning_of = duty.letters, plan.letter_set.meaning
    meanings = [(party, meaning_of(cells[party.id])) for party in plan.parties if party.id in cells]
    performing = [party for party, means in meanings if means.performs]
    return CheckedRow(
        plan,
        phase,
        role,
        duty,
        tuple([party for party, _ in meanings]),
        tuple([party for party, means in meanings if means.accountable]),
        tuple(performing),
        tuple([party for party in performing if party.kind == "internal"]),
        tuple([party for party in performing if party.is_provider]),
        tuple([party for party, means in meanings if means.two_way]),
        tuple([party for party, means in meanings if means.one_way]),
        tuple([party for party, means in meanings if means.is_involved]),
        tuple([party for party, means in meanings if means.is_open]),
    )


def undecided(row: CheckedRow) -> Findings:
    """R00: the role is not decided yet; stands instead of every other rule."""
    if row.duty.sourcing is Sourcing.UNDECIDED:
        return [row.findings("R00", "sourcing", Severity.INFO)]
    if row.duty.area is Area.UNPLACED:
        return [row.findings("R00", "area", Severity.INFO)]
    return NOTHING


def empty_row(row: CheckedRow) -> Findings:
    """R08: nobody holds any letter; stands instead of R01 and R02."""
    if row.holding or not row.is_carried_out:
        return NOTHING
    return [row.findings("R08", "empty", Severity.ERROR)]


def one_accountable(row: CheckedRow) -> Findings:
    """R01: exactly one party is accountable."""
    if len(row.accountable) == 1 or not row.holding or not row.is_carried_out:
        return NOTHING
    if not row.accountable:
        return [row.findings("R01", "none", Severity.ERROR)]
    return [row.findings("R01", "many", Severity.ERROR, row.accountable)]


def has_performer(row: CheckedRow) -> Findings:
    """R02: at least one party performs."""
    if row.performing or not row.holding or not row.is_carried_out:
        return NOTHING
    return [row.findings("R02", "none", Severity.ERROR)]


def accountability_stays_inside(row: CheckedRow) -> Findings:
    """D01: no provider is accountable, and somebody inside has a say in a provider's work."""
    if not row.is_carried_out:
        return NOTHING
    outside = tuple([party for party in row.accountable if party.is_provider])
    if outside:
        return [row.findings("D01", "provider-accountable", Severity.ERROR, outside)]
    providers = row.performing_providers
    if providers and not _involves_internal(row):
        return [row.findings("D01", "nobody-inside", Severity.ERROR, providers)]
    return NOTHING


def sourcing_agrees(row: CheckedRow) -> Findings:
    """D02: who performs is who the sourcing says."""
    sourcing, inside, providers = row.duty.sourcing, row.performing_inside, row.performing_providers
    if sourcing is Sourcing.NOT_CARRIED_OUT:
        return _left_out_for_a_reason(row)
    if not row.holding:
        return NOTHING
    findings = []
    if providers and sourcing is Sourcing.INSOURCE:
        findings.append(row.findings("D02", "provider-performs", Severity.ERROR, providers))
    if inside and sourcing is Sourcing.OUTSOURCE:
        findings.append(row.findings("D02", "internal-performs", Severity.ERROR, inside))
    if not inside and sourcing in (Sourcing.INSOURCE, Sourcing.BOTH):
        findings.append(row.findings("D02", "no-internal", Severity.ERROR))
    if not providers and sourcing in (Sourcing.OUTSOURCE, Sourcing.BOTH):
        findings.append(row.findings("D02", "no-provider", Severity.ERROR))
    return findings


def _left_out_for_a_reason(row: CheckedRow) -> Findings:
    """D02 for a role that is not carried out."""
    findings = []
    if row.performing:
        findings.append(row.findings("D02", "performed-anyway", Severity.WARNING, row.performing))
    if not row.duty.note.strip():
        findings.append(row.findings("D02", "no-reason", Severity.WARNING))
    return findings


def _involves_internal(row: CheckedRow) -> bool:
    return any(party.kind == "internal" for party in row.is_involved)


RowRule = Callable[[CheckedRow], Findings]

ROW_RULES: tuple[tuple[str, RowRule], ...] = (
    ("R08", empty_row),
    ("R01", one_accountable),
    ("R02", has_performer),
    ("D01", accountability_stays_inside),
    ("D02", sourcing_agrees),
)
