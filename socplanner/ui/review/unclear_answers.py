"""The answers to each question about an external sheet, with their labels."""

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
    KINDS,
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
    QuestionKind,
    rows_of_header,
    side_spans,
)
from socplanner.domain.external.understood import Unclear
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import letter_name, party_name, role_label, role_name

_TYPED_NAMES = frozenset({QuestionKind.NAMELESS_PARTY, QuestionKind.NAMELESS_TASK})
_SAME_PARTY: Mapping[str, str] = MappingProxyType(
    {
        "one-name-or-two": N_("It is one party"),
        "party-named-twice": N_("They are the same party"),
    }
)


class UnclearAnswer(NamedTuple):
    """One answer: its key, and its label."""

    key: str
    label: str


_Labels = Sequence[tuple[str, str]]


def answers_to(unclear: Problem, plan: Plan, words: Words) -> list[UnclearAnswer]:
    """Return the answers to choose from; none if only a change of the sheet can answer."""
    match KINDS.get(unclear.code):
        case None:
            return []
        case QuestionKind.LETTERS:
            return _letters(unclear, plan, words)
        case QuestionKind.NAMELESS_PARTY:
            return _party_names(plan, words)
        case QuestionKind.NAMELESS_TASK:
            return _task_names(plan, words)
        case QuestionKind.NO_HEADER | QuestionKind.NO_TASK_COLUMN as kind:
            return _listed_lines(kind, unclear, words)
        case kind:
            return [
                UnclearAnswer(key, words.tr(sentence, **unclear.values))
                for key, sentence in _FIXED[kind](unclear)
            ]


def written_hint(unclear: Problem, words: Words) -> str:
    """Return the hint of a question that can be answered by typing a name, else ""."""
    can_be_typed = KINDS.get(unclear.code) in _TYPED_NAMES
    return words.tr("Choose, or write a name") if can_be_typed else ""


def once_each(unclear: Iterable[Unclear]) -> list[Unclear]:
    """Return the questions to show: of those about headings the first, which is for all rows."""
    questions = list(unclear)
    of_rows = [each for each in questions if KINDS.get(each.code) is QuestionKind.HEADINGS]
    return [each for each in questions if each not in of_rows[1:]]


def _party_names(plan: Plan, words: Words) -> list[UnclearAnswer]:
    names = dict.fromkeys(party_name(party, words) for party in plan.parties)
    no_party = UnclearAnswer(LEAVE, words.tr("It is not a party"))
    return [no_party, *(UnclearAnswer(CALLED + name, name) for name in names)]


def _task_names(plan: Plan, words: Words) -> list[UnclearAnswer]:
    no_task = UnclearAnswer(LEAVE, words.tr("It is not a task"))
    roles = (
        UnclearAnswer(CALLED + role_name(role, words), role_label(role, words))
        for role in plan.roles()
    )
    return [no_task, *roles]


_LISTED_AT_MOST = MappingProxyType(
    {
        QuestionKind.NO_HEADER: ("rows", N_("Row {line}: {text}"), N_("No row names the parties")),
        QuestionKind.NO_TASK_COLUMN: (
            "columns",
            N_("Column {line}: {text}"),
            N_("No column names the tasks"),
        ),
    }
)
"""For questions that list lines: the key of the list, the label of a line, and of "none"."""


def _listed_lines(kind: QuestionKind, unclear: Problem, words: Words) -> list[UnclearAnswer]:
    name, one, none = _LISTED_AT_MOST[kind]
    lines, texts = unclear.values.get(name), unclear.values.get("texts")
    suggested = zip(lines, texts, strict=True) if _are_texts(lines) and _are_texts(texts) else ()
    answers = [
        UnclearAnswer(str(line), words.tr(one, line=line, text=text or "–"))
        for line, text in suggested
    ]
    return [*answers, UnclearAnswer(NOTHING, words.tr(none))]


def _are_texts(value: object) -> TypeGuard[tuple[str, ...]]:
    return isinstance(value, tuple)


def _letters(unclear: Problem, plan: Plan, words: Words) -> list[UnclearAnswer]:
    usual = str(unclear.values.get("usual", ""))
    ours = [
        UnclearAnswer(each.symbol, f"{each.symbol}  {letter_name(each, words)}")
        for each in plan.letter_set.letters
    ]
    nothing = UnclearAnswer(NOTHING, words.tr("It has no meaning"))
    if unclear.code == "own-letter-none":
        return [nothing, *ours]
    if not usual:
        return [*ours, nothing]
    first = UnclearAnswer(usual, words.tr("{letters} (usual meaning)", letters=usual))
    return [first, *(each for each in ours if each.key != usual), nothing]


def _line(_: Problem) -> _Labels:
    return (PARTY, N_("It is a party")), (LEAVE, N_("It is not a party"))


def _template(unclear: Problem) -> _Labels:
    if not unclear.values.get("columns"):
        return ()
    return ((LEAVE, N_("Leave out the parties without a name")),)


def _beside(unclear: Problem) -> _Labels:
    tables = (
        (LEFT_TABLE, N_("Only the table on its left")),
        (RIGHT_TABLE, N_("Only the table that begins here")),
    )
    leave = (LEAVE, N_("It is a remark: the table continues after it"))
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


_FIXED: Mapping[QuestionKind, Callable[[Problem], _Labels]] = MappingProxyType(
    {
        QuestionKind.HEADINGS: lambda _: (
            (HEADINGS, N_("Rows without letters are headings")),
            (ROWS_ARE_TASKS, N_("Rows without letters are tasks")),
        ),
        QuestionKind.AMBIGUOUS_HEADER: lambda _: (
            ("names", N_("Each name applies up to the next name")),
            ("letters", N_("A party begins wherever the letters start again")),
        ),
        QuestionKind.LINE: _line,
        QuestionKind.LETTERS_USUAL: lambda _: (
            (USUAL, N_("Use the usual meanings")),
            (EACH, N_("Choose each letter separately")),
        ),
        QuestionKind.NAMES: lambda unclear: (
            (ONE, _SAME_PARTY[unclear.code]),
            (SEVERAL, N_("They are different parties")),
        ),
        QuestionKind.STRUCK: lambda _: (
            (REMOVE, N_("They were removed")),
            (COUNT, N_("They still count")),
        ),
        QuestionKind.TABLES: _tables,
        QuestionKind.SMALL: _small,
        QuestionKind.BESIDE: _beside,
        QuestionKind.TEMPLATE: _template,
        QuestionKind.HEADER: _headers,
        QuestionKind.TASK_COLUMNS: _task_columns,
        QuestionKind.WHICH_PARTY: lambda _: (
            (FIRST, N_("The parties are in {first}")),
            (SECOND, N_("The parties are in {second}")),
        ),
        QuestionKind.ORIENTATION: lambda _: (
            (DOWN, N_("Tasks go down")),
            (ACROSS, N_("Tasks run across")),
        ),
    }
)
