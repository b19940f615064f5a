"""The options of `socplanner assess`."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

DATE = Option("--date", N_("Day of the assessment, such as 2026-12-31; today if omitted."), "DAY")
ASSESSOR = Option("--by", N_("Name of the assessor; none if omitted."), "NAME")
SCORE_SHEET = Option("--sheet", N_("The sheet to read; the one with scores if omitted."), "NAME")
SCORE_COLUMN = Option(
    "--column",
    N_(
        "What a column has, such as D=inhouse: code, role, inhouse, outsourced, evidence, remark, "
        "or these two with inhouse- or outsourced- before them; D= is not read."
    ),
    "COLUMN=MEANING",
    repeats=True,
)
ROLE_OF_ROW = Option(
    "--role",
    N_("The role of a row, such as 12=A-1; 12= leaves it out."),
    "ROW=CODE",
    repeats=True,
)
ASSESS_OPTIONS = (DATE, ASSESSOR, SCORE_SHEET, SCORE_COLUMN, ROLE_OF_ROW)
