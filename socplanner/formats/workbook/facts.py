"""What a workbook states that no plan knows: when it was made, by what, and what the roles do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """The day and the program's version; `descriptions` say in a sentence what a role does."""

    date: date
    version: str
    descriptions: Mapping[RoleId, LocalText] = field(default_factory=lambda: MappingProxyType({}))
    workbook_copy: WorkbookCopy = EVERYBODY
