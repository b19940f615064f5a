"""Letter sets of the planner's own, as a plan file says them."""

from collections.abc import Callable
from typing import TypeVar, cast

from socplanner.domain.letter_set_validation import proved_letter, proved_set, proved_sets
from socplanner.domain.letters import LETTER_FLAGS, Letter, LetterSet, normal_symbol
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.text_fields import name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree

_Mapping = dict[str, Tree]
T = TypeVar("T")
U = TypeVar("U")

_KEYS = {
    "bad-symbol": "symbol",
    "bad-colour": "colour",
    "bad-id": "id",
    "built-in-letter-set": "id",
    "doubled-letter-set": "id",
    "bad-letter-count": "letters",
    "no-accountable-letter": "letters",
    "no-performing-letter": "letters",
}
"""Which key is wrong, by the code of what is wrong with it."""


def own_sets_of(said: _Mapping) -> tuple[LetterSet, ...]:
    """Return the plan's own sets; raise FormatError with the path of what will not do."""
    found: tuple[LetterSet, ...] = ()
    for place, record in enumerate(records_of(said.get("letter-sets"))):
        path: Path = ("letter-sets", place)
        found = _proved(proved_sets, (*found, _set(record, path)), path)
    return found


def _set(said: _Mapping, path: Path) -> LetterSet:
    letters: dict[str, Letter] = {}
    for place, record in enumerate(records_of(said["letters"])):
        where: Path = (*path, "letters", place)
        letter = _letter(record, where)
        plain = normal_symbol(letter.symbol)
        if plain in letters:
            raise refused("doubled-letter", (*where, "symbol"), letter=letter.symbol)
        letters[plain] = letter
    name = name_of(said["name"], (*path, "name"))
    return _proved(proved_set, LetterSet(str(said["id"]), name, tuple(letters.values())), path)


def _letter(said: _Mapping, path: Path) -> Letter:
    flags = {flag.replace("-", "_") for flag in cast("list[str]", said.get("flags") or [])}
    letter = Letter(
        str(said["symbol"]),
        name_of(said["name"], (*path, "name")),
        str(said["colour"]),
        **{flag: flag in flags for flag in LETTER_FLAGS},
    )
    return _proved(proved_letter, letter, path)


def _proved(prove: Callable[[T], U], value: T, path: Path) -> U:
    try:
        return prove(value)
    except EditRejected as rejection:
        problem = rejection.problem
        key = _KEYS.get(problem.code)
        where = path if key is None else (*path, key)
        raise refused(problem.code, where, **dict(problem.values)) from None
