"""The options of the command line that answer each question about an external workbook."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socplanner.cli.external_arguments import (
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
)
from socplanner.cli.option import Option
from socplanner.domain.external.answering import (
    KINDS,
    QuestionKind,
    label_of,
    rows_of_header,
    side_spans,
)
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.problem import Problem

_Answers = Callable[[Problem], list[str]]


def answer_options(unclear: Problem) -> list[str]:
    """Return the options that answer `unclear`; none if only a change of the sheet can."""
    kind = KINDS.get(unclear.code)
    return [] if kind is None else _ANSWERS[kind](unclear)


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


def _any_of(option: Option, name: str) -> _Answers:
    """Return a function that lists `option` with each line in the value `name`, and with `none`."""

    def options(unclear: Problem) -> list[str]:
        suggested = unclear.values.get(name)
        lines = suggested if isinstance(suggested, tuple) else ()
        return [*(f"{option.name} {each}" for each in lines), f"{option.name} none"]

    return options


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


_ANSWERS: Mapping[QuestionKind, _Answers] = MappingProxyType(
    {
        QuestionKind.AMBIGUOUS_HEADER: lambda _: [
            f"{LETTER_COLUMNS.name} {each}" for each in LETTER_COLUMNS.choices
        ],
        QuestionKind.BESIDE: _beside,
        QuestionKind.HEADER: _headers,
        QuestionKind.HEADINGS: lambda _: [HEADINGS.form, f"{HEADINGS.name} none"],
        QuestionKind.LETTERS: _letters,
        QuestionKind.LETTERS_USUAL: _usual_letters,
        QuestionKind.LINE: _line,
        QuestionKind.NAMES: _names,
        QuestionKind.NAMELESS_PARTY: _nameless,
        QuestionKind.NAMELESS_TASK: _nameless,
        QuestionKind.NO_HEADER: _any_of(HEADER, "rows"),
        QuestionKind.NO_TASK_COLUMN: _any_of(TASK_COLUMN, "columns"),
        QuestionKind.ORIENTATION: lambda _: [f"{TASKS.name} {each}" for each in TASKS.choices],
        QuestionKind.SMALL: _headers,
        QuestionKind.STRUCK: lambda _: [f"{STRUCK.name} {each}" for each in STRUCK.choices],
        QuestionKind.TABLES: _table,
        QuestionKind.TASK_COLUMNS: _task_columns,
        QuestionKind.TEMPLATE: _template,
        QuestionKind.WHICH_PARTY: _which_party,
    }
)
