"""What is unclear on a sheet others wrote, what of it was left out, and what was read otherwise.

`{place}` is a row or a column as workbooks write them: `5:5`, `C:C`.
"""

from collections.abc import Mapping

from socplanner.domain.problem import Problem
from socplanner.wording import workbook_errors
from socplanner.wording.language import N_, Words

UNCLEAR: Mapping[str, str] = {
    "ambiguous-header": N_(
        "{place}: it cannot be told which letter columns belong to which party: say where a party "
        "begins, or merge each name over its letters on the sheet."
    ),
    "column-with-few-letters": N_(
        "{place} (“{heading}”) holds a few letters among other texts: is it a party?"
    ),
    "column-without-letters": N_(
        "{place} (“{heading}”) holds no letter: is it a party that has none?"
    ),
    "heading-or-task": N_(
        "{place} (“{text}”) has no letters: is it a heading, or a task without letters?"
    ),
    "letter-means-two": N_(
        "“{letter}” means different things in {sets}: say which letters are meant."
    ),
    "letters-usual": N_(
        "No legend explains these letters. They usually mean {pairs}: is that what they mean here?"
    ),
    "more-like-these": N_("{n} more like these"),
    "no-header": N_("No header row with the names of the parties was found: say which it is."),
    "no-letters": N_(
        "The sheet “{sheet}” looks like a template nobody filled in: {parties} parties in row "
        "{row}, {tasks} tasks and no letter. Write the letters below the parties, and import it "
        "again."
    ),
    "no-matrix": N_("No sheet holds a responsibility matrix: choose another file."),
    "no-parties": N_(
        "Sheet “{sheet}”, {place}: there are marks under letters, but nothing names the parties. "
        "Write them above the letters or in a column beside the tasks, and import it again."
    ),
    "no-task-column": N_("It cannot be told which column holds the tasks: say which it is."),
    "not-letters": N_("“{text}” is no letter ({n}: {cells}): what does it mean?"),
    "odd-column": N_(
        "{place} (“{heading}”) does not look like a party, yet holds letters: is it one?"
    ),
    "one-name-or-two": N_("{cell}: is “{text}” one party or more than one?"),
    "own-letter": N_(
        "“{letter}” (used {times} times) is in no letter set, and no legend explains it: say what "
        "it means."
    ),
    "own-letter-none": N_(
        "“{letter}” (used {times} times) is explained nowhere; beside R, A, C and I it usually "
        "means that the party takes no part: say whether it does here."
    ),
    "own-letter-says": N_(
        "“{letter}” (used {times} times) is explained as “{says}”: say which letter that is."
    ),
    "own-letter-usual": N_(
        "“{letter}” (used {times} times) is explained nowhere; in tables of duties it usually "
        "means {usual}: say whether it does here."
    ),
    "party-named-twice": N_("{times} parties are called “{name}”: are they the same?"),
    "party-without-name": N_("{place} holds letters, but nothing names the party: who is it?"),
    "several-tables": N_(
        "Another table looks as right: sheet “{sheet}”, header at {place}: say which is meant."
    ),
    "sheet-too-big": N_(
        "The sheet “{sheet}” has {cells} filled cells in {rows} rows; at most {most} in "
        "{most_rows} rows are read: copy the matrix into a workbook of its own."
    ),
    "only-sheet-too-big": N_(
        "The sheet “{sheet}” has {cells} filled cells in {rows} rows; at most {most} in "
        "{most_rows} rows are read: divide the matrix among several workbooks."
    ),
    "small-matrix": N_(
        "What looks most like a matrix has {parties} parties and {tasks} tasks: is it one?"
    ),
    "table-too-big": N_(
        "The matrix on the sheet “{sheet}” has {tasks} tasks and {parties} parties; at most "
        "{most_tasks} tasks and {most_parties} parties are read: part it into several workbooks."
    ),
    "struck-out": N_(
        "Cells that are struck through ({n}): {cells}. Were they removed, or do they still count?"
    ),
    "tables-side-by-side": N_(
        "{place} (“{heading}”) stands among the parties and may begin another table: say which "
        "table is meant."
    ),
    "task-without-name": N_("{place} holds letters, but nothing names the task: what is it?"),
    "template-unfilled": N_(
        "Sheet “{sheet}”, {place}: names of parties are still those of the template (“{example}”; "
        "{parties} in all). Write them there, or leave these parties out."
    ),
    "too-many-parties": N_(
        "{parties} different names stand under the letters; at most {most} parties are read: part "
        "the sheet into several workbooks."
    ),
    "two-header-rows": N_(
        "Two rows name each party, such as “{upper}” above “{lower}”: which is the name?"
    ),
    "two-task-columns": N_("The tasks may stand in {first} or in {second}: say which."),
    "which-is-party": N_(
        "The parties may stand in {first} and the tasks in {second}, or the other way round: say "
        "which."
    ),
    "which-way": N_("It cannot be told whether the tasks go down or stand across: say which."),
}
LEFT_OUT: Mapping[str, str] = {
    "another-table": N_("Another table, sheet “{sheet}”, header at {place}"),
    "filler-row": N_("{place} (“{text}”): the same in every cell, as filled in by dragging"),
    "hidden-sheet": N_("A table on the hidden sheet “{sheet}”, header at {place}"),
    "more-like-these": N_("{n} more like these"),
    "other-column": N_("{place} (“{heading}”): neither task nor party"),
    "sheet-too-big": N_(
        "The sheet “{sheet}”: {cells} filled cells in {rows} rows; at most {most} in {most_rows} "
        "rows are read"
    ),
    "row-left-out": N_("{place} (“{text}”): left out, as you said"),
    "text-row": N_("{place} (“{text}”): a remark"),
    "title": N_("{place} (“{text}”): a title"),
    "totals": N_("{place} (“{text}”): totals"),
}
NOTES: Mapping[str, str] = {
    "comment": N_("{cell}: comment by {author}: {text}"),
    "formula-unread": N_(
        "{cell}: a formula without a stored value was not read: open the workbook in Excel, save "
        "it and import it again"
    ),
    "department-to-the-right": N_(
        "{place}: each name was taken for all parties up to the next name on its right"
    ),
    "headings-by-place": N_("Rows without letters were read as headings: {rows}"),
    "hidden-cells": N_("{tasks} tasks and {parties} parties are hidden on the sheet; they count"),
    "autocorrect": N_(
        "© and ® were read as C and R, since Excel turns (c) and (r) into them ({n}: {cells})"
    ),
    "code-from-date": N_("Dates in the column of codes were read as codes ({n}: {cells})"),
    "columns-joined": N_("{name}: columns {columns} stand below one name and were read as one"),
    "footnote": N_("Signs of footnotes behind letters were left out ({n}: {cells})"),
    "letters-in-brackets": N_("Brackets and stars around letters were left out ({n}: {cells})"),
    "letters-with-remark": N_("What stands beside the letters was kept as a remark ({n}: {cells})"),
    "more-like-these": N_("{n} more like these"),
    "look-alike": N_(
        "Letters of another alphabet were read as those they look like ({n}: {cells})"
    ),
    "task-named-twice": N_("{place}: {times} tasks are called “{text}”; each was kept"),
    "merged-letters": N_("Letters in merged cells were read for each of the cells ({n}: {cells})"),
}


def unclear_said(unclear: Problem, words: Words) -> str:
    """Return the question that `unclear` is; raise KeyError for a code without a sentence."""
    return words.tr(UNCLEAR[unclear.code], **unclear.values)


def left_out_said(left_out: Problem, words: Words) -> str:
    """Return what was left out and why."""
    return words.tr(LEFT_OUT[left_out.code], **left_out.values)


def note_said(note: Problem, words: Words) -> str:
    """Return what was read otherwise than it is written, or what in the file was left alone."""
    sentence = NOTES.get(note.code) or workbook_errors.NOTES[note.code]
    return words.tr(sentence, **note.values)
