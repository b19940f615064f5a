"""What is to be exported."""

from dataclasses import dataclass
from pathlib import Path

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import Language
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to export and where to; the target is a folder while no file is named."""

    phase: PhaseId
    language: Language
    target: Path
    then_show: bool = False
    party: PartyId | None = None
    """The party whose duties alone are wanted; None is the whole matrix."""
    workbook_copy: WorkbookCopy = EVERYBODY
    """For whom the workbook of the whole matrix is, and what its cover states."""
