"""What a rule has found; `wording.findings` says it in words."""

from dataclasses import dataclass
from enum import IntEnum

from socplanner.domain.ids import PartyId, PhaseId, RoleId


class Severity(IntEnum):
    """How much a finding matters, the gravest first."""

    ERROR = 0
    WARNING = 1
    INFO = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: which rule, in which of its ways, where, and what else its sentence names."""

    rule: str
    way: str
    severity: Severity
    phase: PhaseId
    role: RoleId | None = None
    parties: tuple[PartyId, ...] = ()
    values: tuple[tuple[str, str | int], ...] = ()
