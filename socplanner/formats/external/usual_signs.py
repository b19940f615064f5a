"""Usual meanings of signs and letters that no set and no legend explains; only ever proposed."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from socplanner.domain.letters import LetterSet
from socplanner.formats.external.field_words import flattened

Flags = tuple[tuple[str, ...], ...]
"""Groups of flags that are meant together; a later group counts if no set has letters for those
before it."""

NONE: Flags = ()
PERFORMS: Flags = (("performs",),)
ACCOUNTABLE: Flags = (("accountable",),)
BOTH: Flags = (("accountable", "performs"),)
TWO_WAY: Flags = (("two_way",),)
ONE_WAY: Flags = (("one_way",),)
SUPPORTS: Flags = (("supports",), ("two_way",))
VERIFIES: Flags = (("verifies",), ("two_way",))

_LEADS, _JOINS, _SUPPORTS, _NOTHING = "◎●", "○〇◯", "△▲", "×✕✖☓"
_CIRCLES = {
    **dict.fromkeys(_LEADS, BOTH),
    **dict.fromkeys(_JOINS, PERFORMS),
    **dict.fromkeys(_SUPPORTS, SUPPORTS),
    **dict.fromkeys(_NOTHING, NONE),
}
_SHORT_WORDS: Mapping[str, Flags] = {
    **dict.fromkeys("主担実", PERFORMS),
    **dict.fromkeys("責承決", ACCOUNTABLE),
    **dict.fromkeys("副支援補助", SUPPORTS),
    **dict.fromkeys("協相談", TWO_WAY),
    **dict.fromkeys("報知通情共", ONE_WAY),
    **dict.fromkeys("確検", VERIFIES),
}
SHORT_WORDS = frozenset(_SHORT_WORDS)
"""Single characters for a word in Japanese tables of duties."""

_PATTERNS: tuple[tuple[str, str, Mapping[str, Flags]], ...] = (
    ("DEMI", "EM", {"D": PERFORMS, "E": ACCOUNTABLE, "M": SUPPORTS, "I": ONE_WAY}),
    ("DEMIV", "EM", {"D": PERFORMS, "E": ACCOUNTABLE, "M": SUPPORTS, "I": ONE_WAY, "V": VERIFIES}),
    (
        "RAPID",
        "PD",
        {"R": PERFORMS, "A": TWO_WAY, "P": PERFORMS, "I": TWO_WAY, "D": ACCOUNTABLE},
    ),
    (
        "PARIS",
        "PS",
        {"P": PERFORMS, "A": ACCOUNTABLE, "R": VERIFIES, "I": TWO_WAY, "S": VERIFIES},
    ),
)
"""Sets whose letters have other meanings than in RACI: name, letters that identify it, meanings."""

_BESIDE_RACI: Mapping[str, Flags] = {
    **dict.fromkeys(("O", "N", "-"), NONE),
    **dict.fromkeys(("P", "D"), PERFORMS),
    **dict.fromkeys(("S", "M", "SU"), SUPPORTS),
    **dict.fromkeys(("V", "Q", "QA"), VERIFIES),
    **dict.fromkeys(("L", "AP"), ACCOUNTABLE),
}
"""Letters used beside those of RACI: omitted, performs, supports, verifies, leads."""

_TICKS = "true yes y ja oui si sim x ✓ ✔ ☑ ● はい 有 あり required responsible"
_WHOLLY = "full fully primary lead owner owns"
_PARTLY = "shared joint hybrid both partial partially"
_HELPS = "secondary assist assists optional"
FEWEST_OF_A_SET = 4
"""The fewest letters of a set that identify it."""

WORD_MARKS: Mapping[str, Flags] = MappingProxyType(
    {
        **dict.fromkeys(_TICKS.split(), PERFORMS),
        **dict.fromkeys(_WHOLLY.split(), BOTH),
        **dict.fromkeys(_PARTLY.split(), PERFORMS),
        **dict.fromkeys(_HELPS.split(), SUPPORTS),
        **dict.fromkeys(("inherited", "inherits", "inherit"), NONE),
    }
)
"""Words in tables of shared responsibility that tick a party rather than name a letter."""

NO_MARKS = frozenset(["false", "no", "n", "nein", "non", "not", "無"])


def usual_readings(used: Collection[str], sets: Sequence[LetterSet]) -> dict[str, str]:
    """Return the usual meanings of the letters `used`, as letters of `sets`; "" for no part at all.

    Letters without a usual meaning are left out.
    """
    letters = {each for each in used if each}
    flags_of = {each: flags for each in letters if (flags := _flags(each, letters)) is not None}
    readings = {each: _letters_for(flags, sets) for each, flags in flags_of.items()}
    return {each: letter for each, letter in readings.items() if letter is not None}


def sign_letters(sign: str, ours: LetterSet) -> str:
    """Return the letters of `ours` that a circle or a single character usually means, or ""."""
    flags = _CIRCLES.get(sign) or _SHORT_WORDS.get(sign)
    return (_letters_for(flags, [ours]) or "") if flags else ""


def is_other_set(used: Collection[str]) -> bool:
    """Return whether the letters are of a set in which R or A have other meanings than in RACI."""
    return _pattern(set(used)) is not None


def _flags(letter: str, used: set[str]) -> Flags | None:
    if letter in _CIRCLES:
        # A circle alone only means that a party takes part: a sign for the leader must be there.
        is_series = used <= _CIRCLES.keys() and bool(used & set(_LEADS)) and len(used) > 1
        return _CIRCLES[letter] if is_series else None
    pattern = _pattern(used)
    if pattern is not None:
        return pattern[letter]
    if letter in _SHORT_WORDS:
        return _SHORT_WORDS[letter]
    if flattened(letter) in WORD_MARKS and (len(letter) > 1 or len(used) == 1):
        return WORD_MARKS[flattened(letter)]
    if len(letter) == 2 and letter[1].isdigit():
        return {"R": PERFORMS, "A": ACCOUNTABLE, "C": TWO_WAY, "I": ONE_WAY, "S": SUPPORTS}.get(
            letter[0]
        )
    beside = used & set("RACI") or used <= {"P", "S"}
    return _BESIDE_RACI.get(letter) if beside else None


def _pattern(used: set[str]) -> Mapping[str, Flags] | None:
    for _, distinct, meanings in _PATTERNS:
        if used <= meanings.keys() and set(distinct) <= used and len(used) >= FEWEST_OF_A_SET:
            return meanings
    return None


def _letters_for(flags: Flags, sets: Sequence[LetterSet]) -> str | None:
    """Return the letters for the first of `flags` that one of `sets` has, "" for none, or None."""
    if not flags:
        return ""
    for wanted in flags:
        for letter_set in sets:
            symbols = [letter_set.symbol_for(flag) for flag in wanted]
            if all(symbols):
                return str(letter_set.cell(list(dict.fromkeys(symbols))))
    return None
