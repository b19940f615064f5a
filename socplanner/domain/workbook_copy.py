"""A workbook on its way to those who fill it in: for whom it is, and how it comes back."""

from dataclasses import dataclass

from socplanner.domain.ids import PartyId


@dataclass(frozen=True, slots=True)
class WorkbookCopy:
    """What the planner states about one copy of the workbook; an empty text is left to fill in.

    These belong to a copy and not to the plan: the next one goes to others, by another day.
    """

    party: PartyId | None = None
    """The party this copy is for; None is everybody."""
    deadline: str = ""
    contact: str = ""
    return_to: str = ""
    status: str = ""


EVERYBODY = WorkbookCopy()
"""A copy for nobody in particular, with blank lines on its cover."""
