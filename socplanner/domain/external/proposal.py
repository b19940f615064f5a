"""Proposals: which role, party or letter of a plan each one of an external sheet may be."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from socplanner.domain.external.full_names import party_names, task_names
from socplanner.domain.external.similarity import Likeness
from socplanner.domain.external.understood import TaskRow, Understood
from socplanner.domain.letters import UNDECIDED_LETTER, Letter, LetterSet
from socplanner.domain.plan import Plan

How = Literal["code", "name", "similar"]
FLAGS = ("accountable", "performs", "two_way", "one_way", "supports", "verifies")
_LEADING_CODE = re.compile(r"[A-Za-z]{1,3}-\d{1,3}(?=[\s:.)、：]|$)")


class Suggestion(NamedTuple):
    """A role or party of the plan that may be meant: its id, the reason, and how alike (0 to 1)."""

    id: str
    how: How
    score: float


class Match(NamedTuple):
    """A task or a party of the sheet with its suggestions, the likeliest first."""

    name: str
    suggestions: tuple[Suggestion, ...]
    is_sure: bool

    @property
    def sure(self) -> str | None:
        """The id of the first suggestion if it needs no confirmation, else None."""
        return self.suggestions[0].id if self.is_sure else None


class LetterMatch(NamedTuple):
    """A letter of the sheet and the likely letter of the plan; None if there is none."""

    letter: str
    to: str | None
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """The matches of everything on a sheet, in its order."""

    tasks: tuple[Match, ...]
    parties: tuple[Match, ...]
    letters: tuple[LetterMatch, ...]

    @property
    def is_sure(self) -> bool:
        """Whether no match needs confirmation."""
        matches = all(each.is_sure for each in (*self.tasks, *self.parties))
        return matches and all(each.is_sure for each in self.letters)


def propose(understood: Understood, plan: Plan, sets: Sequence[LetterSet]) -> Proposal:
    """Return the matches of `understood` in `plan`; `sets` are all sets its letters may be from."""
    return Proposal(
        _tasks(understood, plan), _parties(understood, plan), _letters(understood, plan, sets)
    )


def _tasks(understood: Understood, plan: Plan) -> tuple[Match, ...]:
    roles = list(plan.roles())
    by_code: dict[str, list[str]] = {}
    for role in roles:
        by_code.setdefault(_bare_code(role.code), []).append(role.id)
    likeness = Likeness((role.id, name) for role in roles for name in {role.name.ja, role.name.en})
    pairs = zip(understood.tasks, task_names(understood), strict=True)
    matches = [_task(task, name, by_code, likeness) for task, name in pairs]
    return _without_shared_matches(matches)


def _task(
    task: TaskRow, full_name: str, by_code: Mapping[str, list[str]], likeness: Likeness
) -> Match:
    name = unicodedata.normalize("NFKC", task.name)
    leading = _LEADING_CODE.match(name)
    codes = [task.code, leading[0] if leading else ""]
    bare = name[leading.end() :] if leading else name
    equal = likeness.equal(full_name) or likeness.equal(bare)
    suggestions = [Suggestion(each, "name", 1.0) for each in equal]
    for code in codes:
        ids = by_code.get(_bare_code(code), []) if code else []
        suggestions += [
            Suggestion(each, "code", likeness.score(bare, each))
            for each in ids
            if each not in equal
        ]
    if len(equal) == 1:
        return Match(full_name, tuple(suggestions), is_sure=True)
    suggested = {suggestion.id for suggestion in suggestions}
    suggestions += [
        Suggestion(role_id, "similar", score)
        for role_id, score in likeness.alike(bare)
        if role_id not in suggested
    ]
    return Match(full_name, tuple(suggestions), is_sure=False)


def _bare_code(code: str) -> str:
    return unicodedata.normalize("NFKC", code).strip(" ().").casefold()


def _parties(understood: Understood, plan: Plan) -> tuple[Match, ...]:
    likeness = Likeness(
        (party.id, name)
        for party in plan.parties
        for name in {party.name.ja, party.name.en, party.initials.ja, party.initials.en, party.id}
        if name
    )
    matches = []
    for party, name in zip(understood.parties, party_names(understood), strict=True):
        equal = likeness.equal(name) or likeness.equal(party.name)
        suggestions = [Suggestion(each, "name", 1.0) for each in equal]
        suggestions += [
            Suggestion(party_id, "similar", score)
            for party_id, score in likeness.alike(party.name)
            if party_id not in equal
        ]
        matches.append(Match(name, tuple(suggestions), len(equal) == 1))
    return _without_shared_matches(matches)


def _without_shared_matches(matches: list[Match]) -> tuple[Match, ...]:
    """Return `matches`, of which none is sure that shares its suggestion with another sure one."""
    claims = Counter(match.sure for match in matches if match.is_sure)
    return tuple(
        match._replace(is_sure=False) if claims[match.sure] > 1 else match for match in matches
    )


def _letters(
    understood: Understood, plan: Plan, sets: Sequence[LetterSet]
) -> tuple[LetterMatch, ...]:
    used = dict.fromkeys(
        letter for task in understood.tasks for cell in task.cells for letter in cell.letters
    )
    source = next((each for each in sets if each.id in understood.letter_sets[:1]), None)
    return tuple(_letter(letter, understood, plan.letter_set, source) for letter in used)


def _letter(
    letter: str, understood: Understood, ours: LetterSet, source: LetterSet | None
) -> LetterMatch:
    if letter == UNDECIDED_LETTER:
        return LetterMatch(letter, letter, is_sure=True)
    theirs = source.letter(letter) if source is not None else None
    same = ours.letter(letter)
    if theirs is not None:
        if same is not None and _flags(same) == _flags(theirs):
            return LetterMatch(letter, letter, is_sure=True)
        return LetterMatch(letter, _similar_symbol(theirs, ours), is_sure=False)
    meaning = understood.meanings.get(letter)
    flag = meaning.flag if meaning is not None else ""
    target = ours.symbol_for(flag) if flag in FLAGS else ""
    if not target and same is not None and not flag:
        target = letter
    return LetterMatch(letter, target or None, is_sure=False)


def _similar_symbol(letter: Letter, ours: LetterSet) -> str | None:
    """Return the symbol of `ours` with the same flags, else one that shares a flag, else None."""
    flags = _flags(letter)
    equal = [each.symbol for each in ours.letters if _flags(each) == flags]
    shared = [symbol for flag in flags if (symbol := ours.symbol_for(flag))]
    return next(iter([*equal, *shared]), None)


def _flags(letter: Letter) -> tuple[str, ...]:
    return tuple(flag for flag in FLAGS if getattr(letter, flag))
