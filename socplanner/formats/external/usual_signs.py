"""What signs and letters usually mean that no set and no legend explains: to be proposed only."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from socplanner.domain.letters import LetterSet
from socplanner.formats.external.field_words import flattened

Flags = tuple[tuple[str, ...], ...]
"""Flags that are meant together; where no set has letters for the first, those that follow."""

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
"""Single characters that stand for a word in Japanese tables of duties."""

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
"""Sets whose letters mean something else than in RACI: name, letters that tell it, meanings."""

_BESIDE_RACI: Mapping[str, Flags] = {
    **dict.fromkeys(("O", "N", "-"), NONE),
    **dict.fromkeys(("P", "D"), PERFORMS),
    **dict.fromkeys(("S", "M", "SU"), SUPPORTS),
    **dict.fromkeys(("V", "Q", "QA"), VERIFIES),
    **dict.fromkeys(("L", "AP"), ACCOUNTABLE),
}
"""Letters that stand beside those of RACI: omitted, performs, supports, verifies, leads."""

_TICKS = "true yes y ja oui si sim x ✓ ✔ ☑ ● はい 有 あり required responsible"
_WHOLLY = "full fully primary lead owner owns"
_PARTLY = "shared joint hybrid both partial partially"
_HELPS = "secondary assist assists optional"
FEWEST_OF_A_SET = 4
"""So many letters of a set tell that it is that set."""

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
    """Return what the letters `used` usually mean, in letters of `sets`; empty for no part at all.

    Letters of which nothing is usual are left out.
    """
    letters = {each for each in used if each}
    found = {each: flags for each in letters if (flags := _flags(each, letters)) is not None}
    readings = {each: _letters_for(flags, sets) for each, flags in found.items()}
    return {each: letter for each, letter in readings.items() if letter is not None}


def sign_letters(sign: str, ours: LetterSet) -> str:
    """Return the letters of `ours` that a circle or a single character usually means, if any."""
    flags = _CIRCLES.get(sign) or _SHORT_WORDS.get(sign)
    return (_letters_for(flags, [ours]) or "") if flags else ""


def is_other_set(used: Collection[str]) -> bool:
    """Tell whether the letters are those of a set in which R or A do not mean what RACI says."""
    return _pattern(set(used)) is not None


def _flags(letter: str, used: set[str]) -> Flags | None:
    if letter in _CIRCLES:
        # A circle alone only says that somebody takes part: a sign for who leads has to be there.
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
    for _, telling, meanings in _PATTERNS:
        if used <= meanings.keys() and set(telling) <= used and len(used) >= FEWEST_OF_A_SET:
            return meanings
    return None


def _letters_for(flags: Flags, sets: Sequence[LetterSet]) -> str | None:
    """Return the letters for the first of `flags` that our set has, else another set."""
    if not flags:
        return ""
    for wanted in flags:
        for each in sets:
            symbols = [each.symbol_for(flag) for flag in wanted]
            if all(symbols):
                return str(each.cell(list(dict.fromkeys(symbols))))
    return None
