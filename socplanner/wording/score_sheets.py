"""Texts about a self-check sheet: why nothing can be imported, what was not read, and columns."""

from collections.abc import Mapping

from socplanner.domain.external.score_sheet import ColumnMeaning, Unread
from socplanner.wording.language import N_, Words

SENTENCES: Mapping[str, str] = {
    "no-table": N_(
        "No sheet has a table of roles with scores: choose another file, or head the columns "
        "“Code”, “Role”, “In-house score” and “Outsourced score”."
    ),
    "no-score-column": N_(
        "The sheet “{sheet}” has no column of scores (row {row}: {headings}): choose the column, "
        "or head it “In-house score” or “Outsourced score”."
    ),
    "no-role-column": N_(
        "The sheet “{sheet}” has no column of roles (row {row}: {headings}): choose the column, "
        "or head it “Code” or “Role”."
    ),
    "no-scores": N_(
        "No row of the sheet “{sheet}” could be read: correct what is listed as not read."
    ),
    "other-edition": N_(
        "The sheet seems to be of another edition than {edition}, the one of the plan: {n} of "
        "{rows} rows have codes or names that this edition does not have ({examples}). Fill in a "
        "sheet of the edition {edition}."
    ),
    "score-sheet-too-big": N_(
        "The sheet “{sheet}” has {cells} filled cells in {rows} rows; at most {most} in "
        "{most_rows} rows are read: copy the table into a workbook of its own."
    ),
    "too-many-rows": N_(
        "The table on the sheet “{sheet}” has {rows} rows; at most {most} are read: keep only the "
        "rows of roles."
    ),
    "two-score-columns": N_(
        "The sheet “{sheet}” has two columns of scores for one side ({columns}): choose the one "
        "to read."
    ),
}
UNREAD: Mapping[str, str] = {
    "another-table": N_("Another table with scores, sheet “{sheet}”, header in row {row}"),
    "code-and-name-differ": N_(
        "Row {row}: {code} is “{expected}” in this edition, but the sheet has “{text}”: correct "
        "the code or the name"
    ),
    "comments": N_("Comments on cells: {n}"),
    "formula-unread": N_(
        "{cell}: a formula without a stored value: open the workbook in Excel, save it and import "
        "it again"
    ),
    "further-columns": N_("Further columns to the right: {n}"),
    "more-like-these": N_("{n} more like these"),
    "name-of-several-roles": N_("Row {row}: several roles are called “{text}”: add the code"),
    "not-a-score": N_("{cell}: “{text}” is no score: write 1 to 5, N/A, or ? for not known"),
    "other-column": N_("Column {column} (“{heading}”)"),
    "role-twice": N_(
        "Row {row}: {code} is also in row {others}, and neither was read: keep one of them"
    ),
    "row-left-out": N_("Row {row} (“{text}”): left out, as you chose"),
    "row-without-role": N_("Row {row} (“{text}”): it has neither a code nor a role"),
    "sheet-too-big": N_(
        "The sheet “{sheet}”: {cells} filled cells in {rows} rows; at most {most} in {most_rows} "
        "rows are read"
    ),
    "struck-out": N_("{cell}: what is struck through in “{text}” does not count"),
    "text-too-long": N_("{cell}: “{text}” is too long: at most {most} characters are possible"),
    "text-without-score": N_("{cell}: “{text}” is beside no score"),
    "totals": N_("Row {row} (“{text}”): totals"),
    "unknown-code": N_("Row {row}: the plan has no role {code} (“{text}”): correct the code"),
    "unknown-name": N_(
        "Row {row}: the plan has no role called “{text}”: add its code, such as A-1"
    ),
}
_MEANINGS: Mapping[ColumnMeaning, str] = {
    "": N_("(not read)"),
    "code": N_("Code"),
    "role": N_("Role"),
    "inhouse": N_("In-house score"),
    "outsourced": N_("Outsourced score"),
    "evidence": N_("Evidence"),
    "inhouse-evidence": N_("Evidence, in-house"),
    "outsourced-evidence": N_("Evidence, outsourced"),
    "remark": N_("Remark"),
    "inhouse-remark": N_("Remark, in-house"),
    "outsourced-remark": N_("Remark, outsourced"),
}


def unread_text(unread: Unread, words: Words) -> str:
    """Return what was not read and why; raise KeyError for a code without a sentence."""
    values = dict(unread.values)
    if "ja" in values:
        values["expected"] = values[words.language]
    return words.tr(UNREAD[unread.code], **values)


def column_meaning_name(meaning: ColumnMeaning, words: Words) -> str:
    """Return the name of what a column has."""
    return words.tr(_MEANINGS[meaning])
