"""The options of `socplanner export` for the cover of a workbook."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

DEADLINE = Option("--deadline", N_("For the cover: the day by which the workbook is due."), "TEXT")
RETURN_TO = Option("--return-to", N_("For the cover: where to return the workbook."), "TEXT")
CONTACT = Option("--contact", N_("For the cover: the contact for questions."), "TEXT")
STATUS = Option("--status", N_("For the cover: the status of the matrix, such as draft."), "TEXT")
WITH_REVIEW = Option(
    "--with-review",
    N_("Add a sheet with the review of the ten keys, even if the plan has no comment on it."),
)
COVER_OPTIONS = (DEADLINE, RETURN_TO, CONTACT, STATUS, WITH_REVIEW)
