"""Letter sets of the planner's own, as a plan file says them."""

from collections.abc import Callable
from typing import TypeVar, cast

from socplanner.domain.letter_set_validation import validated_letter, validated_set, validated_sets
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


def custom_sets_of(tree: _Mapping) -> tuple[LetterSet, ...]:
    """Return the plan's own sets; raise FormatError with the path of what will not do."""
    sets: tuple[LetterSet, ...] = ()
    for place, record in enumerate(records_of(tree.get("letter-sets"))):
        path: Path = ("letter-sets", place)
        sets = _validated(validated_sets, (*sets, _set(record, path)), path)
    return sets


def _set(entry: _Mapping, path: Path) -> LetterSet:
    letters: dict[str, Letter] = {}
    for place, record in enumerate(records_of(entry["letters"])):
        where: Path = (*path, "letters", place)
        letter = _letter(record, where)
        plain = normal_symbol(letter.symbol)
        if plain in letters:
            raise refused("doubled-letter", (*where, "symbol"), letter=letter.symbol)
        letters[plain] = letter
    name = name_of(entry["name"], (*path, "name"))
    return _validated(
        validated_set, LetterSet(str(entry["id"]), name, tuple(letters.values())), path
    )


def _letter(record: _Mapping, path: Path) -> Letter:
    flags = {flag.replace("-", "_") for flag in cast("list[str]", record.get("flags") or [])}
    letter = Letter(
        str(record["symbol"]),
        name_of(record["name"], (*path, "name")),
        str(record["colour"]),
        **{flag: flag in flags for flag in LETTER_FLAGS},
    )
    return _validated(validated_letter, letter, path)


def _validated(validate: Callable[[T], U], value: T, path: Path) -> U:
    try:
        return validate(value)
    except EditRejected as rejection:
        problem = rejection.problem
        key = _KEYS.get(problem.code)
        where = path if key is None else (*path, key)
        raise refused(problem.code, where, **dict(problem.values)) from None
