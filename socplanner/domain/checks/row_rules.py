"""The rules about one role in one phase: its row, and the findings for broken rules.

The formulas of `row_conditions` decide whether a rule is broken, and the workbook shows the same;
here a broken rule gets its severity and the parties that its sentence names.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from socplanner.domain.assessment import RoleScores, newest_scores
from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_conditions import (
    AREA_NUMBERS,
    SOURCING_NUMBERS,
    RowFacts,
    broken_variants,
)
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Duty, Party, Plan

Findings = Sequence[Finding]
NOTHING: Findings = ()


class CheckedRow(NamedTuple):
    """One role as the rules read it: the parties with letters, and those with each meaning."""

    plan: Plan
    phase: PhaseId
    role: Role
    duty: Duty
    holding: tuple[Party, ...]
    accountable: tuple[Party, ...]
    accountable_providers: tuple[Party, ...]
    performing: tuple[Party, ...]
    performing_inside: tuple[Party, ...]
    performing_providers: tuple[Party, ...]
    two_way: tuple[Party, ...]
    one_way: tuple[Party, ...]
    involved_inside: tuple[Party, ...]
    open: tuple[Party, ...]

    def finding(
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
    def scores(self) -> RoleScores:
        """The scores of the role in the newest assessment."""
        return newest_scores(self.plan.assessments, self.role.id)

    @property
    def is_open(self) -> bool:
        """Whether the sourcing or the area of the role is not decided yet."""
        return self.duty.sourcing is Sourcing.UNDECIDED or self.duty.area is Area.UNPLACED

    @property
    def is_carried_out(self) -> bool:
        """Whether the role is to be performed."""
        return self.duty.sourcing is not Sourcing.NOT_CARRIED_OUT

    @property
    def facts(self) -> RowFacts:
        """The facts of the row that the conditions of rules depend on."""
        return RowFacts(
            SOURCING_NUMBERS[self.duty.sourcing],
            AREA_NUMBERS[self.duty.area],
            bool(self.holding),
            min(len(self.accountable), 2),
            bool(self.performing),
            bool(self.performing_inside),
            bool(self.performing_providers),
            bool(self.accountable_providers),
            bool(self.involved_inside),
            bool(self.duty.note.strip()),
        )


def checked_row(plan: Plan, phase: PhaseId, role: Role, duty: Duty) -> CheckedRow:
    """Return `role` with the meanings of its letters looked up, parties in the plan's order."""
    cells, meaning_of = duty.letters, plan.letter_set.meaning
    meanings = [(party, meaning_of(cells[party.id])) for party in plan.parties if party.id in cells]
    accountable = [party for party, means in meanings if means.accountable]
    performing = [party for party, means in meanings if means.performs]
    return CheckedRow(
        plan,
        phase,
        role,
        duty,
        tuple([party for party, _ in meanings]),
        tuple(accountable),
        tuple([party for party in accountable if party.is_provider]),
        tuple(performing),
        tuple([party for party in performing if party.kind == "internal"]),
        tuple([party for party in performing if party.is_provider]),
        tuple([party for party, means in meanings if means.two_way]),
        tuple([party for party, means in meanings if means.one_way]),
        tuple([p for p, means in meanings if means.is_involved and p.kind == "internal"]),
        tuple([party for party, means in meanings if means.is_open]),
    )


def broken_rules(row: CheckedRow) -> list[Finding]:
    """Return a finding for each variant of R00, R01, R02, R08, D01 and D02 that `row` breaks.

    An undecided role has R00 alone.
    """
    return [
        row.finding(rule, variant, *_severity_and_parties(row, rule, variant))
        for rule, variant in broken_variants(row.facts)
    ]


def _severity_and_parties(
    row: CheckedRow, rule: str, variant: str
) -> tuple[Severity, tuple[Party, ...]]:
    named = _PARTIES_OF.get((rule, variant))
    severity = _MILDER.get((rule, variant), Severity.ERROR)
    return severity, () if named is None else named(row)


_PARTIES_OF: Mapping[tuple[str, str], Callable[[CheckedRow], tuple[Party, ...]]] = {
    ("R01", "many"): lambda row: row.accountable,
    ("D01", "provider-accountable"): lambda row: row.accountable_providers,
    ("D01", "nobody-inside"): lambda row: row.performing_providers,
    ("D02", "performed-anyway"): lambda row: row.performing,
    ("D02", "provider-performs"): lambda row: row.performing_providers,
    ("D02", "internal-performs"): lambda row: row.performing_inside,
}
"""The parties that a finding names; other findings are about the whole row."""

_MILDER: Mapping[tuple[str, str], Severity] = {
    ("R00", "sourcing"): Severity.INFO,
    ("R00", "area"): Severity.INFO,
    ("D02", "performed-anyway"): Severity.WARNING,
    ("D02", "no-reason"): Severity.WARNING,
}
"""The severities other than error."""

RowRule = Callable[[CheckedRow], Findings]
