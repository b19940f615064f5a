"""What is to be exported."""

from dataclasses import dataclass
from pathlib import Path

from socplanner.domain.handover import EVERYBODY, Handover
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import Language


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to export and where to; the target is a folder while no file is named."""

    phase: PhaseId
    language: Language
    target: Path
    then_show: bool = False
    party: PartyId | None = None
    """The party whose duties alone are wanted; None is the whole matrix."""
    handover: Handover = EVERYBODY
    """For whom the workbook of the whole matrix is, and what its cover states."""
