"""The custom letter sets of a plan file, validated as those of the editor are."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from socplanner.domain.letter_set_validation import validated_letter, validated_set, validated_sets
from socplanner.domain.letters import LETTER_FLAGS, Letter, LetterSet, normal_symbol
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import Choice, ListOf, LocalName, Record, Text
from socplanner.formats.plan.text_fields import name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

T = TypeVar("T")
U = TypeVar("U")
FLAGS = tuple(flag.replace("_", "-") for flag in LETTER_FLAGS)
LETTER = Record(
    {
        "symbol": Text(N_("One or two letters of any script.")),
        "name": LocalName(),
        "colour": Text(N_("As #CFE2FF.")),
        "flags": ListOf(Choice(FLAGS), N_("The meaning of the letter in the checks.")),
    },
    ("symbol", "name", "colour"),
)
LETTER_SET = Record(
    {
        "id": Text(N_("Lower-case letters, digits, - and _; never changes.")),
        "name": LocalName(),
        "letters": ListOf(LETTER, N_("In the order they are offered.")),
    },
    ("id", "name", "letters"),
)
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
"""The key that is wrong, by the code of the error."""


def custom_sets_of(tree: Tree) -> tuple[LetterSet, ...]:
    """Return the custom letter sets of a plan; raise FormatError with the path of what is wrong."""
    sets: tuple[LetterSet, ...] = ()
    for place, record in enumerate(records_of(tree)):
        path: Path = ("letter-sets", place)
        sets = _validated(validated_sets, (*sets, _set(record, path)), path)
    return sets


def _set(entry: TreeMapping, path: Path) -> LetterSet:
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


def _letter(record: TreeMapping, path: Path) -> Letter:
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


def _read(_tree: Tree, references: References) -> tuple[LetterSet, ...]:
    return references.custom_sets  # read before all sections, which need the plan's letters


def _written(plan: Plan) -> list[dict[str, Any]] | None:
    return [_written_set(each) for each in plan.custom_sets] or None


def _written_set(letter_set: LetterSet) -> dict[str, Any]:
    letters = [_written_letter(letter) for letter in letter_set.letters]
    return {"id": letter_set.id, "name": local_written(letter_set.name), "letters": letters}


def _written_letter(letter: Letter) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "symbol": letter.symbol,
        "name": local_written(letter.name),
        "colour": letter.colour,
    }
    if letter.flags:
        entry["flags"] = FlowList(flag.replace("_", "-") for flag in letter.flags)
    return entry


LETTER_SETS_SECTION = Section(
    "letter-sets",
    "custom_sets",
    ListOf(LETTER_SET, N_("Letter sets of your own.")),
    _read,
    _written,
)
