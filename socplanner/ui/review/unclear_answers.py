"""What can be said to something unclear on a foreign sheet, and what that makes of the answers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.foreign.sheet_places import column_number
from socplanner.domain.foreign.understood import Answers, Unclear
from socplanner.domain.letters import LetterSet
from socplanner.domain.problem import Problem
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import letter_name

_LETTERS = frozenset({"own-letter", "own-letter-says", "not-letters", "letter-means-two"})
_COLUMNS = frozenset({"odd-column", "column-with-few-letters", "column-without-letters"})
_ROWS = "heading-or-task"
_HEADINGS, _TASKS = "headings", "tasks"
_PARTY, _LEAVE, _NOTHING = "party", "leave", "none"
_SAID = {
    _HEADINGS: N_("Rows without letters are headings"),
    _TASKS: N_("Rows without letters are tasks"),
    _PARTY: N_("It is a party"),
    _LEAVE: N_("It is no party"),
    _NOTHING: N_("It means nothing"),
}


class UnclearAnswer(NamedTuple):
    """One answer: its key, and how it is said."""

    key: str
    said: str


def answers_to(unclear: Problem, letter_set: LetterSet, words: Words) -> list[UnclearAnswer]:
    """Return what can be answered; nothing where the sheet itself or a field must say it."""
    if unclear.code == _ROWS:
        return [UnclearAnswer(key, words.tr(_SAID[key])) for key in (_HEADINGS, _TASKS)]
    if unclear.code in _COLUMNS and "column" in unclear.values:
        return [UnclearAnswer(key, words.tr(_SAID[key])) for key in (_PARTY, _LEAVE)]
    if unclear.code in _LETTERS:
        ours = [
            UnclearAnswer(each.symbol, f"{each.symbol}  {letter_name(each, words)}")
            for each in letter_set.letters
        ]
        return [*ours, UnclearAnswer(_NOTHING, words.tr(_SAID[_NOTHING]))]
    return []


def answered(
    answers: Answers, unclear: Problem, key: str, all_unclear: Iterable[Problem]
) -> Answers:
    """Return `answers` with `key` said to `unclear`; what is said of one row is said of all."""
    if unclear.code == _ROWS:
        rows = (each.values.get("row") for each in all_unclear if each.code == _ROWS)
        known = frozenset(row for row in rows if isinstance(row, int))
        return replace(answers, headings=known if key == _HEADINGS else frozenset())
    if unclear.code in _COLUMNS:
        column = column_number(str(unclear.values["column"]))
        if key == _PARTY:
            return replace(answers, party_columns=answers.party_columns | {column})
        return replace(answers, left_columns=answers.left_columns | {column})
    written = str(unclear.values.get("letter", unclear.values.get("text", "")))
    letters = {**answers.letters, written: "" if key == _NOTHING else key}
    return replace(answers, letters=MappingProxyType(letters))


def once_each(unclear: Sequence[Unclear]) -> list[Unclear]:
    """Return what is to be asked: of rows without letters only the first, since all go with it."""
    first = next((each for each in unclear if each.code == _ROWS), None)
    return [each for each in unclear if each.code != _ROWS or each is first]
