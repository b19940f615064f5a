"""Validation of custom letter sets, the same for edits and for files."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from socplanner.domain.ids import is_slug
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.letters import Letter, LetterSet, normal_symbol
from socplanner.domain.names import validated_name
from socplanner.domain.problem import EditRejected

MOST_LETTERS = 12
MOST_CUSTOM_SETS = 20

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_LAST_OF_BASIC_PLANE = "\uffff"


def validated_sets(custom_sets: Iterable[LetterSet]) -> tuple[LetterSet, ...]:
    """Return `custom_sets` with clean names; raise EditRejected if one is not valid or doubled."""
    validated = tuple(validated_set(each) for each in custom_sets)
    if len(validated) > MOST_CUSTOM_SETS:
        raise EditRejected("letter-set-count", most=MOST_CUSTOM_SETS)
    for set_id, times in Counter(each.id for each in validated).items():
        if times > 1:
            raise EditRejected("doubled-letter-set", id=set_id)
    return validated


def validated_set(letter_set: LetterSet) -> LetterSet:
    """Return the custom `letter_set` with clean names; raise EditRejected if it is not valid.

    It needs letters for `accountable` and `performs`, and no two letters that read alike.
    """
    if not is_slug(letter_set.id):
        raise EditRejected("bad-id", id=letter_set.id)
    if letter_set.id in LETTER_SETS:
        raise EditRejected("built-in-letter-set", id=letter_set.id)
    name = validated_name(letter_set.name)
    if not 1 <= len(letter_set.letters) <= MOST_LETTERS:
        raise EditRejected("bad-letter-count", most=MOST_LETTERS)
    seen: set[str] = set()
    letters = tuple(validated_letter(letter) for letter in letter_set.letters)
    for letter in letters:
        plain = normal_symbol(letter.symbol)
        if plain in seen:
            raise EditRejected("doubled-letter", letter=letter.symbol)
        seen.add(plain)
    for flag in ("accountable", "performs"):
        if not letter_set.symbol_for(flag):
            raise EditRejected(f"no-{flag}-letter".replace("performs", "performing"))
    return replace(letter_set, name=name, letters=letters)


def validated_letter(letter: Letter) -> Letter:
    """Return `letter` with a clean name; raise EditRejected if symbol, colour or name is bad."""
    if not is_symbol(letter.symbol):
        raise EditRejected("bad-symbol", letter=letter.symbol)
    if not _COLOUR.fullmatch(letter.colour):
        raise EditRejected("bad-colour", letter=letter.symbol, colour=letter.colour)
    return replace(letter, name=validated_name(letter.name))


def is_symbol(text: str) -> bool:
    """Return whether `text` can be a symbol: one or two letters of an alphabet or script."""
    if not 1 <= len(text) <= 2 or len(normal_symbol(text)) != len(text):
        return False
    # Excel counts a character beyond the basic plane as two: its formulas would not find it
    return max(text) <= _LAST_OF_BASIC_PLANE and all(
        unicodedata.category(char)[0] == "L" for char in text
    )
