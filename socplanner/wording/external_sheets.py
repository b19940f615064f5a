"""Texts about a sheet made elsewhere: questions, what was left out, and what was reinterpreted.

`{place}` is a row or a column as in formulas: `5:5`, `C:C`.
"""

from collections.abc import Mapping

from socplanner.domain.problem import Problem
from socplanner.wording import workbook_errors
from socplanner.wording.language import N_, Words

UNCLEAR: Mapping[str, str] = {
    "ambiguous-header": N_(
        "{place}: which letter columns belong to which party cannot be recognised: choose where "
        "a party begins, or merge each name over its letters on the sheet."
    ),
    "column-with-few-letters": N_(
        "{place} (“{heading}”) has a few letters among other texts: is it a party?"
    ),
    "column-without-letters": N_(
        "{place} (“{heading}”) has no letter: is it a party without letters?"
    ),
    "heading-or-task": N_(
        "{place} (“{text}”) has no letters: is it a heading, or a task without letters?"
    ),
    "letter-means-two": N_("“{letter}” means different things in {sets}: choose the letter set."),
    "letters-usual": N_(
        "No legend explains these letters. They usually mean {pairs}: is that what they mean here?"
    ),
    "more-like-these": N_("{n} more like these"),
    "no-header": N_("No header row with the names of the parties was found: choose it."),
    "no-letters": N_(
        "The sheet “{sheet}” looks like an empty template: {parties} parties in row {row}, "
        "{tasks} tasks and no letter. Write the letters below the parties, and import it again."
    ),
    "no-matrix": N_("No sheet has a responsibility matrix: choose another file."),
    "no-parties": N_(
        "Sheet “{sheet}”, {place}: there are marks under letters, but no names of parties. Write "
        "the names above the letters or in a column beside the tasks, and import it again."
    ),
    "no-task-column": N_("The column of the tasks cannot be recognised: choose it."),
    "not-letters": N_("“{text}” is not a letter ({n}: {cells}): what does it mean?"),
    "odd-column": N_(
        "{place} (“{heading}”) does not look like a party, but has letters: is it one?"
    ),
    "one-name-or-two": N_("{cell}: is “{text}” one party or more than one?"),
    "own-letter": N_(
        "“{letter}” (used {times} times) is in no letter set, and no legend explains it: choose "
        "its meaning."
    ),
    "own-letter-none": N_(
        "“{letter}” (used {times} times) is not explained; beside R, A, C and I it usually means "
        "that the party is not involved: is that so here?"
    ),
    "own-letter-says": N_(
        "“{letter}” (used {times} times) is explained as “{says}”: choose the letter that means "
        "this."
    ),
    "own-letter-usual": N_(
        "“{letter}” (used {times} times) is not explained; in tables of duties it usually means "
        "{usual}: is that so here?"
    ),
    "party-named-twice": N_("{times} parties are called “{name}”: are they the same?"),
    "party-without-name": N_("{place} has letters, but no name of a party: which party is it?"),
    "several-tables": N_(
        "Another table looks as likely: sheet “{sheet}”, header at {place}. Choose which one to "
        "import."
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
        "The most likely matrix has only {parties} parties and {tasks} tasks: is it the right one?"
    ),
    "table-too-big": N_(
        "The matrix on the sheet “{sheet}” has {tasks} tasks and {parties} parties; at most "
        "{most_tasks} tasks and {most_parties} parties are read: split it into several workbooks."
    ),
    "struck-out": N_(
        "Cells that are struck through ({n}): {cells}. Were they removed, or do they still count?"
    ),
    "tables-side-by-side": N_(
        "{place} (“{heading}”) is among the parties and may begin another table: choose the "
        "table to import."
    ),
    "task-without-name": N_("{place} has letters, but no name of a task: which task is it?"),
    "template-unfilled": N_(
        "Sheet “{sheet}”, {place}: names of parties are still those of the template (“{example}”; "
        "{parties} in all). Write them there, or leave these parties out."
    ),
    "too-many-parties": N_(
        "{parties} different names are below the letters; at most {most} parties can be read: "
        "split the sheet into several workbooks."
    ),
    "two-header-rows": N_(
        "Two rows name each party, such as “{upper}” above “{lower}”: which is the name?"
    ),
    "two-task-columns": N_("The tasks may be in {first} or in {second}: choose one."),
    "which-is-party": N_(
        "The parties may be in {first} and the tasks in {second}, or the reverse: choose one."
    ),
    "which-way": N_("Whether the tasks run down or across cannot be recognised: choose one."),
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
    "row-left-out": N_("{place} (“{text}”): left out, as you chose"),
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
        "{place}: each name was applied to all parties up to the next name on its right"
    ),
    "headings-by-place": N_("Rows without letters were read as headings: {rows}"),
    "hidden-cells": N_("{tasks} tasks and {parties} parties are hidden on the sheet; they count"),
    "autocorrect": N_(
        "© and ® were read as C and R, since Excel turns (c) and (r) into them ({n}: {cells})"
    ),
    "code-from-date": N_("Dates in the column of codes were read as codes ({n}: {cells})"),
    "columns-joined": N_("{name}: columns {columns} are below one name and were read as one party"),
    "footnote": N_("Footnote marks after letters were ignored ({n}: {cells})"),
    "letters-in-brackets": N_("Brackets and asterisks around letters were ignored ({n}: {cells})"),
    "letters-with-remark": N_("Text beside the letters was kept as a remark ({n}: {cells})"),
    "more-like-these": N_("{n} more like these"),
    "look-alike": N_(
        "Look-alike letters of another alphabet were read as Latin letters ({n}: {cells})"
    ),
    "task-named-twice": N_("{place}: {times} tasks are called “{text}”; each was kept"),
    "merged-letters": N_("Letters in merged cells were read for each of the cells ({n}: {cells})"),
}


def unclear_text(unclear: Problem, words: Words) -> str:
    """Return the question of `unclear`; raise KeyError for a code without a sentence."""
    return words.tr(UNCLEAR[unclear.code], **unclear.values)


def left_out_text(left_out: Problem, words: Words) -> str:
    """Return what was left out and why; raise KeyError for a code without a sentence."""
    return words.tr(LEFT_OUT[left_out.code], **left_out.values)


def note_text(note: Problem, words: Words) -> str:
    """Return how a text was reinterpreted, or which part of the file was not read."""
    sentence = NOTES.get(note.code) or workbook_errors.NOTES[note.code]
    return words.tr(sentence, **note.values)
