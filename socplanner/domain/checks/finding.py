"""What a rule has found; `wording.findings` says it in words."""

from enum import IntEnum
from typing import NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, RoleId


class Severity(IntEnum):
    """How much a finding matters, the gravest first."""

    ERROR = 0
    WARNING = 1
    INFO = 2


class Finding(NamedTuple):
    """One finding: which rule, in which of its ways, where, and what else its sentence names."""

    rule: str
    variant: str
    severity: Severity
    phase: PhaseId
    role: RoleId | None = None
    parties: tuple[PartyId, ...] = ()
    values: tuple[tuple[str, str | int], ...] = ()

    @property
    def subject(self) -> tuple[str, PhaseId, RoleId | None, PartyId | None]:
        """What a waiver of it is about: its role, or where it has none, its party."""
        party = self.parties[0] if self.role is None and self.parties else None
        return self.rule, self.phase, self.role, party
