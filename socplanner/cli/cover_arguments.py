"""The options of `socplanner export` for the cover of a workbook."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

DEADLINE = Option("--deadline", N_("For the cover: the day by which the workbook is due."), "TEXT")
RETURN_TO = Option("--return-to", N_("For the cover: where to return the workbook."), "TEXT")
CONTACT = Option("--contact", N_("For the cover: the contact for questions."), "TEXT")
STATUS = Option("--status", N_("For the cover: the status of the matrix, such as draft."), "TEXT")
COVER_OPTIONS = (DEADLINE, RETURN_TO, CONTACT, STATUS)
