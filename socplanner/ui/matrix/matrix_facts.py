"""The contents of the matrix in one phase, without Qt: duties, marks and counts.

An edit costs what it touches: for a letter, only its role is computed again.
"""

from collections.abc import Callable, Iterable, Mapping

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.duty_fields import changed_cells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import BLANK_DUTY, Duty, Party, Plan
from socplanner.ui.matrix.letter_load import LetterLoad

Marks = Mapping[PartyId, Severity]
_NO_MARKS: Marks = {}


class MatrixFacts:
    """The facts of one phase; the caller announces their changes to the views."""

    def __init__(
        self, plan: Plan, phase: PhaseId, findings: Callable[[RoleId], Iterable[Finding]]
    ) -> None:
        """Compute everything for `phase` of `plan`."""
        self._findings = findings
        self.load = LetterLoad()
        self.parties: tuple[Party, ...] = ()
        self.column_by_party: dict[PartyId, int] = {}
        self.party_marks: Marks = _NO_MARKS
        self.update(plan, phase)
        self.set_parties(plan.parties)

    def update(self, plan: Plan, phase: PhaseId) -> None:
        """Show another plan or phase; `set_parties` sets the parties."""
        self.plan = plan
        self.phase = phase
        self.duties = duties(plan, phase)
        self.marks = {role: _marks_of(self._findings(role)) for role in self.duties}
        self._worst = {role: _worst_of(self._findings(role)) for role in self.duties}

    def set_parties(self, parties: tuple[Party, ...]) -> None:
        """Show `parties` across, in this order."""
        self.parties = parties
        self.column_by_party = {party.id: column for column, party in enumerate(parties)}
        self.load.count(self.column_by_party, self.duties)

    def count_apart(self, wanted: frozenset[RoleId] | None) -> bool:
        """Count the letters in `wanted` roles apart; return whether the counts differ now."""
        return self.load.count_apart(self.duties, wanted)

    def renew(self, role: RoleId) -> tuple[list[int], bool]:
        """Set the duty of `role`; return the columns that differ and whether its header does."""
        before, after = self.duties[role], duty(self.plan, self.phase, role)
        self.duties[role] = after
        changed, column_of = changed_cells(before.letters, after.letters), self.column_by_party
        self.load.recount(role, changed)
        columns = [column_of[party] for party, _, _ in changed if party in column_of]
        return columns, before.sourcing is not after.sourcing

    def renew_many(self, roles: Iterable[RoleId]) -> None:
        """Set the duties of `roles`, so many that all letters are counted again."""
        by_role = duties(self.plan, self.phase)
        self.duties.update({role: by_role[role] for role in roles})
        self.load.count_again(self.duties)

    def update_marks(self, role: RoleId) -> tuple[list[int], bool]:
        """Set the findings of `role`; return the columns that differ and whether its header does.

        The header shows the most severe finding only.
        """
        findings = self._findings(role)
        before, worst = self.marks.get(role, _NO_MARKS), self._worst.get(role)
        after = self.marks[role] = _marks_of(findings)
        self._worst[role] = _worst_of(findings)
        return self._columns_between(before, after), self._worst[role] is not worst

    def update_party_marks(self, findings: Iterable[Finding]) -> list[int]:
        """Set the marks of parties by `findings`; return the columns that differ."""
        before, self.party_marks = self.party_marks, _marks_of(findings)
        return self._columns_between(before, self.party_marks)

    def duty(self, role: RoleId) -> Duty:
        """Return the duty of `role`."""
        return self.duties.get(role, BLANK_DUTY)

    def worst(self, role: RoleId) -> Severity | None:
        """Return the severity of the most severe finding of `role`."""
        return self._worst.get(role)

    def _columns_between(self, before: Marks, after: Marks) -> list[int]:
        if before is after:
            return []
        columns = self.column_by_party
        return [
            columns[party]
            for party in before.keys() | after.keys()
            if before.get(party) != after.get(party) and party in columns
        ]


def _worst_of(findings: Iterable[Finding]) -> Severity | None:
    return min([each.severity for each in findings], default=None)


def _marks_of(findings: Iterable[Finding]) -> Marks:
    """Return the parties named by `findings`, each with the worst severity."""
    marks: dict[PartyId, Severity] = {}
    for finding in findings:
        for party in finding.parties:
            current = marks.get(party)
            if current is None or finding.severity < current:
                marks[party] = finding.severity
    return marks or _NO_MARKS
