"""Answers to the questions about an external sheet: each answer extends `Answers`.

A question is a `Problem` whose code is a key of `KINDS`; its kind decides which answers it has. An
answer is a text: one of the constants below, a letter, a line's label, or `CALLED` and a name.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import Enum, auto
from types import MappingProxyType

from socplanner.domain.external.sheet_places import column_number, line_number
from socplanner.domain.external.understood import Answers, LetterColumns
from socplanner.domain.problem import Problem

LAST_COLUMN = 16_384
HEADINGS, ROWS_ARE_TASKS = "headings", "tasks"
PARTY, LEAVE, NOTHING = "party", "leave", "none"
ONE, SEVERAL = "one", "several"
LEFT_TABLE, RIGHT_TABLE = "left-table", "right-table"
FIRST, SECOND = "first", "second"
DOWN, ACROSS = "down", "across"
THIS, MAIN = "this", "main"
USUAL, EACH = "usual", "each"
COUNT, REMOVE = "count", "remove"
CALLED = "called:"
"""The prefix of an answer that is a name."""


class QuestionKind(Enum):
    """The questions about a workbook made elsewhere, by how they are answered."""

    AMBIGUOUS_HEADER = auto()
    BESIDE = auto()
    HEADER = auto()
    HEADINGS = auto()
    LETTERS = auto()
    LETTERS_USUAL = auto()
    LINE = auto()
    NAMES = auto()
    NAMELESS_PARTY = auto()
    NAMELESS_TASK = auto()
    NO_HEADER = auto()
    NO_TASK_COLUMN = auto()
    ORIENTATION = auto()
    SMALL = auto()
    STRUCK = auto()
    TABLES = auto()
    TASK_COLUMNS = auto()
    TEMPLATE = auto()
    WHICH_PARTY = auto()


KINDS: Mapping[str, QuestionKind] = MappingProxyType(
    {
        "ambiguous-header": QuestionKind.AMBIGUOUS_HEADER,
        "column-with-few-letters": QuestionKind.LINE,
        "column-without-letters": QuestionKind.LINE,
        "heading-or-task": QuestionKind.HEADINGS,
        "letter-means-two": QuestionKind.LETTERS,
        "letters-usual": QuestionKind.LETTERS_USUAL,
        "no-header": QuestionKind.NO_HEADER,
        "no-task-column": QuestionKind.NO_TASK_COLUMN,
        "not-letters": QuestionKind.LETTERS,
        "odd-column": QuestionKind.LINE,
        "one-name-or-two": QuestionKind.NAMES,
        "own-letter": QuestionKind.LETTERS,
        "own-letter-none": QuestionKind.LETTERS,
        "own-letter-says": QuestionKind.LETTERS,
        "own-letter-usual": QuestionKind.LETTERS,
        "party-named-twice": QuestionKind.NAMES,
        "party-without-name": QuestionKind.NAMELESS_PARTY,
        "several-tables": QuestionKind.TABLES,
        "small-matrix": QuestionKind.SMALL,
        "struck-out": QuestionKind.STRUCK,
        "tables-side-by-side": QuestionKind.BESIDE,
        "task-without-name": QuestionKind.NAMELESS_TASK,
        "template-unfilled": QuestionKind.TEMPLATE,
        "two-header-rows": QuestionKind.HEADER,
        "two-task-columns": QuestionKind.TASK_COLUMNS,
        "which-is-party": QuestionKind.WHICH_PARTY,
        "which-way": QuestionKind.ORIENTATION,
    }
)
"""Every question that can be answered; window and terminal answer it by its kind."""

_LETTER_COLUMNS: Mapping[str, LetterColumns] = {"names": "names", "letters": "letters"}
_Answer = Callable[[Answers, Problem, str], Answers]


def answered(
    answers: Answers, unclear: Problem, key: str, all_unclear: Iterable[Problem] = ()
) -> Answers:
    """Return `answers` with `key` added as the answer to the question `unclear`.

    Whether a row is a heading is answered for all of `all_unclear` that ask it. Raise KeyError for
    a code that is not in `KINDS`, ValueError or KeyError for a `key` that is no answer to it.
    """
    kind = KINDS[unclear.code]
    if kind is QuestionKind.HEADINGS:
        rows = (each.values.get("row") for each in all_unclear if each.code == unclear.code)
        valid_rows = frozenset(row for row in rows if isinstance(row, int))
        return replace(answers, headings=valid_rows if key == HEADINGS else frozenset())
    return _ANSWERS[kind](answers, unclear, key)


def label_of(unclear: Problem) -> str:
    """Return the label of the row or column `unclear` is about, such as `7` or `C`, or ""."""
    return str(unclear.values.get("place", "")).partition(":")[0]


def side_spans(unclear: Problem) -> list[tuple[int, int]]:
    """Return the first and last column of the table on the left, and of the one on the right.

    Columns count from 1; the list is empty if `unclear` is not about a column.
    """
    label = label_of(unclear)
    if not label.isalpha():
        return []
    column = column_number(label)
    return [(1, column - 1), (column, LAST_COLUMN)]


def rows_of_header(unclear: Problem) -> list[int]:
    """Return the rows, from 1, that may be the header, the upper one first; none if unknown."""
    row = unclear.values.get("row")
    if not isinstance(row, int):
        return []
    return [row, row + 1] if unclear.code == "two-header-rows" else [row]


def _line(answers: Answers, unclear: Problem, key: str) -> Answers:
    labels = frozenset({label_of(unclear)})
    if key == PARTY:
        return replace(answers, parties=answers.parties | labels)
    return replace(answers, left_out=answers.left_out | labels)


def _nameless(answers: Answers, unclear: Problem, key: str) -> Answers:
    if not key.startswith(CALLED):
        return _line(answers, unclear, key)
    names = {**answers.names, label_of(unclear): key.removeprefix(CALLED)}
    return replace(answers, names=MappingProxyType(names))


def _template(answers: Answers, unclear: Problem, _: str) -> Answers:
    columns = unclear.values.get("columns")
    labels = frozenset(columns) if isinstance(columns, tuple) else frozenset()
    return replace(answers, left_out=answers.left_out | labels)


def _names(answers: Answers, unclear: Problem, key: str) -> Answers:
    names = frozenset({str(unclear.values.get("name", unclear.values.get("text", "")))})
    if key == ONE:
        return replace(answers, as_one=answers.as_one | names)
    return replace(answers, as_several=answers.as_several | names)


def _letters(answers: Answers, unclear: Problem, key: str) -> Answers:
    written = str(unclear.values.get("letter", unclear.values.get("text", "")))
    letters = {**answers.letters, written: "" if key == NOTHING else key}
    return replace(answers, letters=MappingProxyType(letters))


def _beside(answers: Answers, unclear: Problem, key: str) -> Answers:
    if key == LEAVE:
        return _line(answers, unclear, key)
    left, right = side_spans(unclear)
    first, last = answers.columns or (1, LAST_COLUMN)
    wanted = left if key == LEFT_TABLE else right
    return replace(answers, columns=(max(first, wanted[0]), min(last, wanted[1])))


def _letter_columns(answers: Answers, _: Problem, key: str) -> Answers:
    return replace(answers, letter_columns=_LETTER_COLUMNS[key])


def _which_party(answers: Answers, unclear: Problem, key: str) -> Answers:
    party = str(unclear.values[key])
    task = str(unclear.values[SECOND if key == FIRST else FIRST])
    return replace(answers, parties=answers.parties | {party}, task_column=line_number(task))


def _task_column(answers: Answers, unclear: Problem, key: str) -> Answers:
    return replace(answers, task_column=line_number(str(unclear.values[key])))


def _any_header(answers: Answers, _: Problem, key: str) -> Answers:
    return replace(answers, header_row=0 if key == NOTHING else int(key))


def _any_task_column(answers: Answers, _: Problem, key: str) -> Answers:
    return replace(answers, task_column=0 if key == NOTHING else line_number(key))


def _usual_letters(answers: Answers, unclear: Problem, key: str) -> Answers:
    """Add the usual meaning of every letter, or have each letter asked about separately."""
    if key == EACH:
        return replace(answers, singly=True)
    usual = zip(_texts(unclear, "letters"), _texts(unclear, "readings"), strict=True)
    return replace(answers, letters=MappingProxyType({**answers.letters, **dict(usual)}))


def _texts(unclear: Problem, name: str) -> tuple[str, ...]:
    value = unclear.values.get(name)
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _header(answers: Answers, unclear: Problem, key: str) -> Answers:
    row = rows_of_header(unclear)[1 if key == SECOND else 0]
    return replace(answers, header_row=row)


def _table(answers: Answers, unclear: Problem, key: str) -> Answers:
    sheet, line = ("main_sheet", "main_row") if key == MAIN else ("sheet", "row")
    row = unclear.values.get(line)
    return replace(
        answers,
        sheet=str(unclear.values[sheet]),
        header_row=row if isinstance(row, int) else None,
    )


def _struck(answers: Answers, _: Problem, key: str) -> Answers:
    return replace(answers, struck=key == COUNT)


def _orientation(answers: Answers, _: Problem, key: str) -> Answers:
    return replace(answers, tasks_across=key == ACROSS)


_ANSWERS: Mapping[QuestionKind, _Answer] = MappingProxyType(
    {
        QuestionKind.AMBIGUOUS_HEADER: _letter_columns,
        QuestionKind.BESIDE: _beside,
        QuestionKind.HEADER: _header,
        QuestionKind.LETTERS: _letters,
        QuestionKind.LETTERS_USUAL: _usual_letters,
        QuestionKind.LINE: _line,
        QuestionKind.NAMES: _names,
        QuestionKind.NAMELESS_PARTY: _nameless,
        QuestionKind.NAMELESS_TASK: _nameless,
        QuestionKind.NO_HEADER: _any_header,
        QuestionKind.NO_TASK_COLUMN: _any_task_column,
        QuestionKind.ORIENTATION: _orientation,
        QuestionKind.SMALL: _header,
        QuestionKind.STRUCK: _struck,
        QuestionKind.TABLES: _table,
        QuestionKind.TASK_COLUMNS: _task_column,
        QuestionKind.TEMPLATE: _template,
        QuestionKind.WHICH_PARTY: _which_party,
    }
)
"""Every kind but HEADINGS, whose answer counts for several questions at once."""
