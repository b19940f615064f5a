"""How each question about a workbook of others is answered on the command line."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socplanner.cli.arguments import (
    CALL,
    COLUMNS,
    HEADER,
    HEADINGS,
    LEAVE_OUT,
    LETTER_COLUMNS,
    LETTERS,
    ONE,
    PARTIES,
    SEVERAL,
    SHEET,
    STRUCK,
    TASK_COLUMN,
    TASKS,
    Option,
)
from socplanner.domain.external.answering import label_of, rows_of_header, side_spans
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.problem import Problem

_Ways = Callable[[Problem], list[str]]


def ways_to_answer(unclear: Problem) -> list[str]:
    """Return what can be said to `unclear`; nothing where only the sheet itself can say it."""
    ways = _WAYS.get(unclear.code)
    return [] if ways is None else ways(unclear)


def _quoted(option: str, value: object) -> str:
    return f'{option} "{value}"'


def _line(unclear: Problem) -> list[str]:
    label = label_of(unclear)
    return [f"{PARTIES.name} {label}", f"{LEAVE_OUT.name} {label}"]


def _nameless(unclear: Problem) -> list[str]:
    label = label_of(unclear)
    return [_quoted(CALL.name, f"{label}=NAME"), f"{LEAVE_OUT.name} {label}"]


def _template(unclear: Problem) -> list[str]:
    columns = unclear.values.get("columns") or ()
    if not isinstance(columns, tuple) or not columns:
        return []
    calls = " ".join(_quoted(CALL.name, f"{column}=NAME") for column in columns)
    return [f"{LEAVE_OUT.name} {','.join(columns)}", calls]


def _names(unclear: Problem) -> list[str]:
    name = unclear.values.get("name", unclear.values.get("text", ""))
    return [_quoted(ONE.name, name), _quoted(SEVERAL.name, name)]


def _letters(unclear: Problem) -> list[str]:
    letter = unclear.values.get("letter", unclear.values.get("text", ""))
    meant = unclear.values.get("usual", "LETTER")
    return [_quoted(LETTERS.name, f"{letter}={meant}"), _quoted(LETTERS.name, f"{letter}=")]


def _beside(unclear: Problem) -> list[str]:
    spans = [
        f"{COLUMNS.name} {column_letters(first)}-{column_letters(last)}"
        for first, last in side_spans(unclear)
    ]
    return [*spans, f"{LEAVE_OUT.name} {label_of(unclear)}"]


def _which_party(unclear: Problem) -> list[str]:
    first, second = str(unclear.values["first"]), str(unclear.values["second"])
    return [
        f"{PARTIES.name} {party} {TASK_COLUMN.name} {task}"
        for party, task in ((first, second), (second, first))
    ]


def _task_columns(unclear: Problem) -> list[str]:
    return [f"{TASK_COLUMN.name} {unclear.values[each]}" for each in ("first", "second")]


def _any_of(option: Option, name: str) -> _Ways:
    """Return what lists the rows or columns that are offered, and that there is none."""

    def ways(unclear: Problem) -> list[str]:
        offered = unclear.values.get(name)
        lines = offered if isinstance(offered, tuple) else ()
        return [*(f"{option.name} {each}" for each in lines), f"{option.name} none"]

    return ways


def _usual_letters(unclear: Problem) -> list[str]:
    letters, usual = unclear.values.get("letters"), unclear.values.get("readings")
    if not isinstance(letters, tuple) or not isinstance(usual, tuple):
        return []
    pairs = ",".join(f"{one}={other}" for one, other in zip(letters, usual, strict=True))
    singly = ",".join(f"{each}=LETTER" for each in letters)
    return [_quoted(LETTERS.name, pairs), _quoted(LETTERS.name, singly)]


def _headers(unclear: Problem) -> list[str]:
    return [f"{HEADER.name} {row}" for row in rows_of_header(unclear)]


def _table(unclear: Problem) -> list[str]:
    sheet = _quoted(SHEET.name, unclear.values["sheet"])
    row = unclear.values.get("row")
    other = f"{sheet} {HEADER.name} {row}" if row else sheet
    main, main_row = unclear.values.get("main_sheet"), unclear.values.get("main_row")
    if main is None or not main_row:
        return [other]
    return [f"{_quoted(SHEET.name, main)} {HEADER.name} {main_row}", other]


_WAYS: Mapping[str, _Ways] = MappingProxyType(
    {
        "ambiguous-header": lambda _: [
            f"{LETTER_COLUMNS.name} {each}" for each in LETTER_COLUMNS.choices
        ],
        "column-with-few-letters": _line,
        "column-without-letters": _line,
        "heading-or-task": lambda _: [HEADINGS.form, f"{HEADINGS.name} none"],
        "letter-means-two": _letters,
        "letters-usual": _usual_letters,
        "no-header": _any_of(HEADER, "rows"),
        "no-task-column": _any_of(TASK_COLUMN, "columns"),
        "not-letters": _letters,
        "odd-column": _line,
        "one-name-or-two": _names,
        "own-letter": _letters,
        "own-letter-none": _letters,
        "own-letter-says": _letters,
        "own-letter-usual": _letters,
        "party-named-twice": _names,
        "party-without-name": _nameless,
        "several-tables": _table,
        "small-matrix": _headers,
        "struck-out": lambda _: [f"{STRUCK.name} {each}" for each in STRUCK.choices],
        "tables-side-by-side": _beside,
        "task-without-name": _nameless,
        "template-unfilled": _template,
        "two-header-rows": _headers,
        "two-task-columns": _task_columns,
        "which-is-party": _which_party,
        "which-way": lambda _: [f"{TASKS.name} {each}" for each in TASKS.choices],
    }
)
