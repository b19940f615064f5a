"""Facts in a workbook that are not in the plan: day, version, descriptions, addressee."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType

from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS, DefaultFlows
from socplanner.domain.ids import RoleId
from socplanner.domain.lessons.prompts import Prompts
from socplanner.domain.local_text import LocalText
from socplanner.domain.sharing.duties import ListedDuty
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """Day of the export, version of the program, descriptions of roles, details of this copy."""

    date: date
    version: str
    descriptions: Mapping[RoleId, LocalText] = field(default_factory=lambda: MappingProxyType({}))
    workbook_copy: WorkbookCopy = EVERYBODY
    prompts: Prompts | None = None
    """The prompts of the review; None where the workbook has no sheet of it."""
    flows: DefaultFlows = NO_DEFAULT_FLOWS
    """The default flows that the review walks; they name default counterparts."""
    duties: tuple[ListedDuty, ...] = ()
    """The reporting duties of the plan, with the default ones."""

    @property
    def day(self) -> datetime:
        """The day of the export, as the midnight that cells and properties store."""
        return datetime.combine(self.date, time())

    def properties(self, title: str, subject: str, organisation: str) -> dict[str, object]:
        """Return the document properties of a workbook with this `title` and `subject`.

        The date is that of the export, so the bytes need no clock.
        """
        author = self.workbook_copy.author
        return {
            "title": title,
            "subject": subject,
            "company": organisation,
            "comments": f"socplanner {self.version}",
            "created": self.day,
            **({"author": author} if author else {}),
        }
