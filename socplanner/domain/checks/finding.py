"""A finding of a rule, as a value; `wording.findings` has its sentence."""

from enum import IntEnum
from typing import NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, RoleId


class Severity(IntEnum):
    """How much a finding matters, the most severe first: it sorts as a number."""

    ERROR = 0
    WARNING = 1
    INFO = 2


class Finding(NamedTuple):
    """One finding: the rule and its variant, where it is, and what its sentence names.

    `role` is None for a finding about a party over all roles, or without
    parties about the phase as a whole. `values` fill the sentence's gaps.
    """

    rule: str
    variant: str
    severity: Severity
    phase: PhaseId
    role: RoleId | None = None
    parties: tuple[PartyId, ...] = ()
    values: tuple[tuple[str, str | int], ...] = ()

    @property
    def subject(self) -> tuple[str, PhaseId, RoleId | None, PartyId | None]:
        """The rule, phase, role and party that a waiver names; a party only if there is no role."""
        party = self.parties[0] if self.role is None and self.parties else None
        return self.rule, self.phase, self.role, party
