"""Facts in a workbook that are not in the plan: day, version, descriptions, addressee."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """Day of the export, version of the program, descriptions of roles, details of this copy."""

    date: date
    version: str
    descriptions: Mapping[RoleId, LocalText] = field(default_factory=lambda: MappingProxyType({}))
    workbook_copy: WorkbookCopy = EVERYBODY
