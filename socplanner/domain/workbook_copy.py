"""A copy of the workbook for people who fill it in: its party, and how to return it."""

from dataclasses import dataclass, field

from socplanner.domain.ids import PartyId


@dataclass(frozen=True, slots=True)
class WorkbookCopy:
    """The texts of the cover of one copy; an empty text leaves a blank line to fill in.

    They belong to the copy and not to the plan: the next copy has other recipients and deadlines.
    """

    party: PartyId | None = None
    """The party that this copy is for; None for all parties."""
    deadline: str = ""
    contact: str = ""
    return_to: str = ""
    status: str = ""
    author: str = ""
    """The name in the properties of the file; empty, they name none."""
    with_review: bool = field(default=False, kw_only=True)
    """Whether there is a sheet of the review even where the plan states nothing about it."""


EVERYBODY = WorkbookCopy()
"""A copy for all parties, with blank lines on its cover."""
