"""What a letter set of the planner's own must keep to, in a window as in a file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from socplanner.domain.ids import is_slug
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.letters import Letter, LetterSet, normal_symbol
from socplanner.domain.names import proved_name
from socplanner.domain.problem import EditRejected

MOST_LETTERS = 12
MOST_OWN_SETS = 20

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_LAST_OF_BASIC_PLANE = "\uffff"


def proved_sets(own_sets: Iterable[LetterSet]) -> tuple[LetterSet, ...]:
    """Return `own_sets`; raise EditRejected if one of them will not do beside the others."""
    proved = tuple(proved_set(each) for each in own_sets)
    if len(proved) > MOST_OWN_SETS:
        raise EditRejected("letter-set-count", most=MOST_OWN_SETS)
    for set_id, times in Counter(each.id for each in proved).items():
        if times > 1:
            raise EditRejected("doubled-letter-set", id=set_id)
    return proved


def proved_set(letter_set: LetterSet) -> LetterSet:
    """Return `letter_set` of the planner's own; raise EditRejected if it will not do."""
    if not is_slug(letter_set.id):
        raise EditRejected("bad-id", id=letter_set.id)
    if letter_set.id in LETTER_SETS:
        raise EditRejected("built-in-letter-set", id=letter_set.id)
    name = proved_name(letter_set.name)
    if not 1 <= len(letter_set.letters) <= MOST_LETTERS:
        raise EditRejected("bad-letter-count", most=MOST_LETTERS)
    seen: set[str] = set()
    letters = tuple(proved_letter(letter) for letter in letter_set.letters)
    for letter in letters:
        plain = normal_symbol(letter.symbol)
        if plain in seen:
            raise EditRejected("doubled-letter", letter=letter.symbol)
        seen.add(plain)
    for flag in ("accountable", "performs"):
        if not letter_set.symbol_for(flag):
            raise EditRejected(f"no-{flag}-letter".replace("performs", "performing"))
    return replace(letter_set, name=name, letters=letters)


def proved_letter(letter: Letter) -> Letter:
    """Return `letter`, its name cleaned; raise EditRejected if a part of it will not do."""
    if not is_symbol(letter.symbol):
        raise EditRejected("bad-symbol", letter=letter.symbol)
    if not _COLOUR.fullmatch(letter.colour):
        raise EditRejected("bad-colour", letter=letter.symbol, colour=letter.colour)
    return replace(letter, name=proved_name(letter.name))


def is_symbol(text: str) -> bool:
    """Tell whether `text` can be a letter: one or two letters of an alphabet or script."""
    if not 1 <= len(text) <= 2 or len(normal_symbol(text)) != len(text):
        return False
    # Excel counts a character beyond the basic plane as two: its formulas would not find it
    return max(text) <= _LAST_OF_BASIC_PLANE and all(
        unicodedata.category(char)[0] == "L" for char in text
    )
