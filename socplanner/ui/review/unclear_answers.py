"""What can be chosen, or written, as an answer to something unclear on a foreign sheet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeGuard

from socplanner.domain.external.answering import (
    ACROSS,
    CALLED,
    COUNT,
    DOWN,
    EACH,
    FIRST,
    HEADINGS,
    LEAVE,
    LEFT_TABLE,
    MAIN,
    NOTHING,
    ONE,
    PARTY,
    REMOVE,
    RIGHT_TABLE,
    ROWS_ARE_TASKS,
    SECOND,
    SEVERAL,
    THIS,
    USUAL,
    rows_of_header,
    side_spans,
)
from socplanner.domain.external.understood import Unclear
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import letter_name, party_name, role_label, role_name

_ROWS = "heading-or-task"
_MAY_BE_WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        "party-without-name": N_("Choose, or write a name"),
        "task-without-name": N_("Choose, or write a name"),
    }
)


class UnclearAnswer(NamedTuple):
    """One answer: its key, and how it is said."""

    key: str
    label: str


_Labels = Sequence[tuple[str, str]]


def answers_to(unclear: Problem, plan: Plan, words: Words) -> list[UnclearAnswer]:
    """Return what can be answered; nothing where only the sheet itself or a field can say it."""
    if unclear.code in _LETTERS:
        return _letters(unclear, plan, words)
    if unclear.code == "party-without-name":
        names = dict.fromkeys(party_name(party, words) for party in plan.parties)
        no_party = UnclearAnswer(LEAVE, words.tr("It is no party"))
        return [no_party, *(UnclearAnswer(CALLED + name, name) for name in names)]
    if unclear.code == "task-without-name":
        no_task = UnclearAnswer(LEAVE, words.tr("It is no task"))
        roles = plan.roles()
        return [
            no_task,
            *(
                UnclearAnswer(CALLED + role_name(role, words), role_label(role, words))
                for role in roles
            ),
        ]
    if unclear.code in _LISTED_AT_MOST:
        return _suggested(unclear, words)
    make = _FIXED.get(unclear.code)
    answers = make(unclear) if make is not None else ()
    return [UnclearAnswer(key, words.tr(sentence, **unclear.values)) for key, sentence in answers]


def written_hint(unclear: Problem, words: Words) -> str:
    """Return what to write where a name can be written for an answer, else nothing."""
    hint = _MAY_BE_WRITTEN.get(unclear.code)
    return "" if hint is None else words.tr(hint)


def once_each(unclear: Iterable[Unclear]) -> list[Unclear]:
    """Return what is to be asked: of rows without letters only the first, since all go with it."""
    questions = list(unclear)
    first = next((each for each in questions if each.code == _ROWS), None)
    return [each for each in questions if each.code != _ROWS or each is first]


_LISTED_AT_MOST = MappingProxyType(
    {
        "no-header": ("rows", N_("Row {line}: {text}"), N_("No row names the parties")),
        "no-task-column": ("columns", N_("Column {line}: {text}"), N_("Nothing names the tasks")),
    }
)
"""Of questions that list rows or columns: where they are listed, how one and how none is shown."""


def _suggested(unclear: Problem, words: Words) -> list[UnclearAnswer]:
    name, one, none = _LISTED_AT_MOST[unclear.code]
    lines, texts = unclear.values.get(name), unclear.values.get("texts")
    suggested = zip(lines, texts, strict=True) if _are_texts(lines) and _are_texts(texts) else ()
    questions = [
        UnclearAnswer(str(line), words.tr(one, line=line, text=text or "–"))
        for line, text in suggested
    ]
    return [*questions, UnclearAnswer(NOTHING, words.tr(none))]


def _are_texts(value: object) -> TypeGuard[tuple[str, ...]]:
    return isinstance(value, tuple)


_LETTERS = frozenset(
    {
        "letter-means-two",
        "not-letters",
        "own-letter",
        "own-letter-none",
        "own-letter-says",
        "own-letter-usual",
    }
)


def _letters(unclear: Problem, plan: Plan, words: Words) -> list[UnclearAnswer]:
    usual = str(unclear.values.get("usual", ""))
    ours = [
        UnclearAnswer(each.symbol, f"{each.symbol}  {letter_name(each, words)}")
        for each in plan.letter_set.letters
    ]
    nothing = UnclearAnswer(NOTHING, words.tr("It means nothing"))
    if unclear.code == "own-letter-none":
        return [nothing, *ours]
    if not usual:
        return [*ours, nothing]
    first = UnclearAnswer(usual, words.tr("{letters}, as is usual", letters=usual))
    return [first, *(each for each in ours if each.key != usual), nothing]


def _line(_: Problem) -> _Labels:
    return (PARTY, N_("It is a party")), (LEAVE, N_("It is no party"))


def _template(unclear: Problem) -> _Labels:
    if not unclear.values.get("columns"):
        return ()
    return ((LEAVE, N_("Leave out the parties without a name")),)


def _beside(unclear: Problem) -> _Labels:
    tables = (
        (LEFT_TABLE, N_("Only the table on its left")),
        (RIGHT_TABLE, N_("Only the table that begins here")),
    )
    leave = (LEAVE, N_("It is a remark: the table goes on behind it"))
    return (*tables, leave) if side_spans(unclear) else (leave,)


def _headers(unclear: Problem) -> _Labels:
    if not rows_of_header(unclear):
        return ()
    return (FIRST, N_("“{upper}” is the name")), (SECOND, N_("“{lower}” is the name"))


def _small(unclear: Problem) -> _Labels:
    return ((THIS, N_("It is the matrix")),) if rows_of_header(unclear) else ()


def _tables(unclear: Problem) -> _Labels:
    other = (THIS, N_("Import this other table"))
    if not unclear.values.get("main_row"):
        return (other,)
    return (MAIN, N_("Import the table at row {main_row} of “{main_sheet}”")), other


def _task_columns(_: Problem) -> _Labels:
    return (FIRST, N_("The tasks are in {first}")), (SECOND, N_("The tasks are in {second}"))


_FIXED: Mapping[str, Callable[[Problem], _Labels]] = MappingProxyType(
    {
        _ROWS: lambda _: (
            (HEADINGS, N_("Rows without letters are headings")),
            (ROWS_ARE_TASKS, N_("Rows without letters are tasks")),
        ),
        "ambiguous-header": lambda _: (
            ("names", N_("Each name goes up to the next name")),
            ("letters", N_("A party begins wherever the letters start again")),
        ),
        "column-with-few-letters": _line,
        "column-without-letters": _line,
        "odd-column": _line,
        "letters-usual": lambda _: (
            (USUAL, N_("Use the usual meanings")),
            (EACH, N_("Choose each letter separately")),
        ),
        "one-name-or-two": lambda _: (
            (ONE, N_("It is one party")),
            (SEVERAL, N_("They are different parties")),
        ),
        "party-named-twice": lambda _: (
            (ONE, N_("They are the same party")),
            (SEVERAL, N_("They are different parties")),
        ),
        "struck-out": lambda _: (
            (REMOVE, N_("They were removed")),
            (COUNT, N_("They still count")),
        ),
        "several-tables": _tables,
        "small-matrix": _small,
        "tables-side-by-side": _beside,
        "template-unfilled": _template,
        "two-header-rows": _headers,
        "two-task-columns": _task_columns,
        "which-is-party": lambda _: (
            (FIRST, N_("The parties are in {first}")),
            (SECOND, N_("The parties are in {second}")),
        ),
        "which-way": lambda _: (
            (DOWN, N_("Tasks go down")),
            (ACROSS, N_("Tasks run across")),
        ),
    }
)
