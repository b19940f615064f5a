"""The options of `socplanner import` that answer questions about an external sheet."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from socplanner.cli.arguments import Request, RequestRefused
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
from socplanner.domain.external.sheet_places import column_number, line_number
from socplanner.domain.external.understood import Answers, LetterColumns
from socplanner.wording.language import N_

_COLUMN = re.compile(r"[A-Za-z]{1,3}")
_LINE = re.compile(r"[A-Za-z]{1,3}|[1-9][0-9]{0,6}")
_LETTER_COLUMNS: dict[str, LetterColumns] = {"names": "names", "letters": "letters"}


def answers_of(request: Request) -> Answers:
    """Return the answers in the options; raise RequestRefused for a value that is none."""
    options = request.options
    tasks, headings = options.get(TASKS.name), options.get(HEADINGS.name)
    struck = options.get(STRUCK.name)
    header, column = options.get(HEADER.name), options.get(TASK_COLUMN.name)
    return Answers(
        sheet=options.get(SHEET.name),
        header_row=None if header is None else _row_or_none(header),
        task_column=None if column is None else _task_line(column),
        tasks_across=None if tasks is None else tasks == "across",
        letters=MappingProxyType(_letters(request)),
        headings=None if headings is None else _rows(headings),
        left_out=_lines(LEAVE_OUT.name, options.get(LEAVE_OUT.name)),
        parties=_lines(PARTIES.name, options.get(PARTIES.name)),
        names=MappingProxyType(
            {_line(CALL.name, place): name for place, name in pairs_of(request, CALL)}
        ),
        as_one=frozenset(values_of(request, ONE)),
        as_several=frozenset(values_of(request, SEVERAL)),
        columns=_span(options.get(COLUMNS.name)),
        struck=None if struck is None else struck == "count",
        letter_columns=_LETTER_COLUMNS.get(options.get(LETTER_COLUMNS.name, "")),
    )


def values_of(request: Request, option: Option) -> list[str]:
    """Return the values of an option that may be given any number of times."""
    lines = request.options.get(option.name, "").split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def pairs_of(request: Request, option: Option) -> Iterator[tuple[str, str]]:
    """Yield both sides of values such as `C=Helpdesk`; raise RequestRefused for others."""
    for value in values_of(request, option):
        # A name may contain equal signs: it is before the last one, or after the first (CALL).
        left, equals, right = value.partition("=") if option is CALL else value.rpartition("=")
        if not equals or not left.strip() or not right.strip():
            raise RequestRefused(
                N_("“{option}” takes the form {form}, not “{value}”."),
                option=option.name,
                form=option.form,
                value=value,
            )
        yield left.strip(), right.strip()


def _parts(text: str | None) -> list[str]:
    return [part.strip() for part in re.split(r"[,\n]", text or "") if part.strip()]


def _rows(text: str) -> frozenset[int]:
    if text == "none":
        return frozenset()
    return frozenset(_row(HEADINGS.name, each) for each in _parts(text))


def _row(option: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise RequestRefused(
            N_("“{option}” needs numbers of rows, not “{value}”."), option=option, value=text
        )
    return int(text)


def _row_or_none(text: str) -> int:
    return 0 if text == "none" else _row(HEADER.name, text)


def _task_line(text: str) -> int:
    """Return the column of the tasks, from 1 (the row, if they run across), or 0 for none."""
    return 0 if text == "none" else line_number(_line(TASK_COLUMN.name, text))


def _lines(option: str, text: str | None) -> frozenset[str]:
    return frozenset(_line(option, each) for each in _parts(text))


def _line(option: str, text: str) -> str:
    if not _LINE.fullmatch(text):
        raise RequestRefused(
            N_("“{option}” needs letters of columns or numbers of rows, not “{value}”."),
            option=option,
            value=text,
        )
    return text.upper()


def _column(option: str, text: str) -> int:
    if not _COLUMN.fullmatch(text):
        raise RequestRefused(
            N_("“{option}” needs letters of columns, not “{value}”."), option=option, value=text
        )
    return column_number(text)


def _span(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    first, _, last = text.partition("-")
    columns = _column(COLUMNS.name, first.strip()), _column(COLUMNS.name, last.strip())
    return min(columns), max(columns)


def _letters(request: Request) -> dict[str, str]:
    """Return the letters of pairs such as `V=R,N=`; raise RequestRefused for another form."""
    values = {}
    for value in values_of(request, LETTERS):
        parts = _parts(value)
        if "=" in parts[-1] and any("=" not in part for part in parts):
            parts = [value]  # the text of a cell, commas and all
        for part in parts:
            letter, equals, meaning = part.rpartition("=")
            if not equals or not letter.strip():
                raise RequestRefused(
                    N_("“{option}” needs pairs such as V=R, not “{value}”."),
                    option=LETTERS.name,
                    value=part,
                )
            values[letter.strip().upper()] = meaning.strip().upper()
            values[letter.strip()] = meaning.strip().upper()
    return values
