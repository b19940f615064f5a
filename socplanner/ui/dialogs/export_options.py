"""The options of an export."""

from dataclasses import dataclass
from pathlib import Path

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import Language
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to export, and the file to write; `target` is a folder until a file is named."""

    phase: PhaseId
    language: Language
    target: Path
    then_show: bool = False
    party: PartyId | None = None
    """The party whose duties are exported; None exports the whole matrix."""
    workbook_copy: WorkbookCopy = EVERYBODY
    """The addressee and the cover of a workbook of the whole matrix."""
