"""Which roles the planner wants to see: by function, area, sourcing, party, letter and finding."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, symbols_in
from socplanner.domain.plan import Duty
from socplanner.ui.kit.role_search import RoleSearch

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


def wanted_roles(
    duties: Iterable[tuple[Role, Duty]],
    role_filter: RoleFilter,
    search: RoleSearch,
    findings: Callable[[RoleId], Iterable[Finding]],
) -> frozenset[RoleId] | None:
    """Return the roles that pass both `role_filter` and `search`; None without conditions."""
    if role_filter == NO_FILTER and search.is_empty:
        return None
    return frozenset(
        role.id
        for role, duty in duties
        if role_filter.wants(role, duty, findings(role.id)) and search.finds(role, duty.letters)
    )
