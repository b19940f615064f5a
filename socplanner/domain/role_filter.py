"""Which roles the planner wants to see: by function, area, sourcing, party, letter and finding."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import BLANK, UNDECIDED, symbols_in
from socplanner.domain.plan import Duty, Plan

NO_LETTER = "-"
"""The value of `RoleFilter.letter` for a blank cell."""


@dataclass(frozen=True, slots=True)
class RoleFilter:
    """The conditions for a role to be shown; an empty one or None sets no condition."""

    functions: frozenset[str] = frozenset()
    areas: frozenset[Area] = frozenset()
    sourcings: frozenset[Sourcing] = frozenset()
    party: PartyId | None = None
    letter: str = ""
    severities: frozenset[Severity] = frozenset()
    rules: frozenset[str] = frozenset()

    def wants(self, role: Role, duty: Duty, findings: Iterable[Finding]) -> bool:
        """Return whether `role` with `duty` and `findings` passes the filter."""
        return (
            (not self.functions or role.function in self.functions)
            and (not self.areas or duty.area in self.areas)
            and (not self.sourcings or duty.sourcing in self.sourcings)
            and self._wants_letters(duty)
            and self._wants_findings(findings)
        )

    def without_removed(self, plan: Plan) -> "RoleFilter":
        """Return the filter without a party or a letter that `plan` does not have."""
        party, letter = self.party, self.letter
        if party is not None and plan.party(party) is None:
            party = None
        if (
            letter not in {"", NO_LETTER, UNDECIDED.symbol}
            and plan.letter_set.letter(letter) is None
        ):
            letter = ""
        return replace(self, party=party, letter=letter)

    def _wants_letters(self, duty: Duty) -> bool:
        if self.party is None:
            cells = list(duty.letters.values())
            if self.letter == NO_LETTER:
                return not cells
        else:
            cells = [duty.letters.get(self.party, BLANK)]
            if self.letter == NO_LETTER:
                return not cells[0]
        if self.letter:
            return any(self.letter in symbols_in(cell) for cell in cells)
        return self.party is None or bool(cells[0])

    def _wants_findings(self, findings: Iterable[Finding]) -> bool:
        if not self.severities and not self.rules:
            return True
        return any(
            (not self.severities or each.severity in self.severities)
            and (not self.rules or each.rule in self.rules)
            for each in findings
        )


NO_FILTER = RoleFilter()
