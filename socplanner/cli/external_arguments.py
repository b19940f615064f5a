"""The options of `socplanner import` for workbooks that were made elsewhere."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

SHEET = Option("--sheet", N_("For a workbook made elsewhere: the sheet to read."), "NAME")
HEADER = Option(
    "--header", N_("For a workbook made elsewhere: the row that names the parties."), "ROW"
)
STRUCK = Option(
    "--struck",
    N_(
        "For a workbook made elsewhere: whether cells that are struck through count or were "
        "removed."
    ),
    "count|remove",
    ("count", "remove"),
)
TASKS = Option(
    "--tasks",
    N_("For a workbook made elsewhere: whether the tasks run down or across."),
    "down|across",
    ("down", "across"),
)
TASK_COLUMN = Option(
    "--task-column", N_("For a workbook made elsewhere: the column of the tasks."), "COLUMN"
)
LETTERS = Option(
    "--letters",
    N_("For a workbook made elsewhere: what its letters mean, such as V=R,E=A,N= (N means none)."),
    "LIST",
    repeats=True,
)
HEADINGS = Option(
    "--headings",
    N_("For a workbook made elsewhere: rows without letters that are headings, or none."),
    "ROWS",
)
LEAVE_OUT = Option(
    "--leave-out",
    N_("For a workbook made elsewhere: columns that are not parties, and rows that are not tasks."),
    "LIST",
    repeats=True,
)
PARTIES = Option(
    "--parties",
    N_("For a workbook made elsewhere: further columns that are parties."),
    "COLUMNS",
    repeats=True,
)
COLUMNS = Option(
    "--columns",
    N_("For a workbook made elsewhere: the first and the last column of the table, such as A-F."),
    "FIRST-LAST",
)
CALL = Option(
    "--call",
    N_(
        "For a workbook made elsewhere: the party of a column or the task of a row, such as "
        "C=Helpdesk."
    ),
    "PLACE=NAME",
    repeats=True,
)
ONE = Option(
    "--one",
    N_("For a workbook made elsewhere: a name that is one party."),
    "NAME",
    repeats=True,
)
SEVERAL = Option(
    "--several",
    N_("For a workbook made elsewhere: a name that is several parties."),
    "NAME",
    repeats=True,
)
LETTER_COLUMNS = Option(
    "--letter-columns",
    N_(
        "For a workbook made elsewhere: whether a party begins with a name or with a set of "
        "letters."
    ),
    "names|letters",
    ("names", "letters"),
)
TASK_IS = Option(
    "--role",
    N_(
        "Map a task (its name or row) to a role, or to the function in which to add it as a "
        "custom role."
    ),
    "TASK=ROLE",
    repeats=True,
)
PARTY_IS = Option(
    "--party",
    N_("Map a party of the workbook (its name or column) to one of the plan, or to new."),
    "NAME=PARTY",
    repeats=True,
)
LEAVE = Option("--leave", N_("Leave out a task or a party of the workbook."), "NAME", repeats=True)
SIMILAR = Option("--similar", N_("Match roles and parties with similar names."))
CUSTOM_ROLES = Option(
    "--own-roles",
    N_("Add tasks that match no role as custom roles in this function."),
    "FUNCTION",
)
NEW_PARTIES = Option("--new-parties", N_("Add parties that are not in the plan."))
EXTERNAL_OPTIONS = (
    SHEET,
    HEADER,
    STRUCK,
    TASKS,
    TASK_COLUMN,
    LETTERS,
    HEADINGS,
    LEAVE_OUT,
    PARTIES,
    COLUMNS,
    CALL,
    ONE,
    SEVERAL,
    LETTER_COLUMNS,
    TASK_IS,
    PARTY_IS,
    LEAVE,
    SIMILAR,
    CUSTOM_ROLES,
    NEW_PARTIES,
)
"""Options for workbooks that were not made by this program."""
