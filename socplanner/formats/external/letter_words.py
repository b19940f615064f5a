"""Words that stand for letters, in cells, headings and legends."""

import re
from typing import NamedTuple

from socplanner.formats.external.field_words import LETTER_WORDS, NO_PART, flattened, words_in


class LetterWord(NamedTuple):
    """What a word stands for: the usual letter, and the flag the rules know it by."""

    letter: str
    flag: str


_BY_WORD = {
    word: LetterWord(letter, flag) for letter, flag, words in LETTER_WORDS for word in words.split()
}
_UNPARTED = [(word, known) for word, known in _BY_WORD.items() if not word.isascii()]
"""Words of languages that put no blanks between words."""


def letter_word(text: str) -> LetterWord | None:
    """Return what `text` stands for if it is just such a word: `Responsible`, `実行責任`."""
    found = words_in(text)
    if len(found) == 2 and "" not in found and 1 in {len(found[0]), len(found[1])}:
        letter, word = sorted(found, key=len)  # "R - Responsible", "Responsible (R)"
        known = _BY_WORD.get(word)
        return known if known is not None and known.letter.casefold() == letter else None
    return _BY_WORD.get("-".join(found)) if len(found) <= 2 else None


def flag_in(meaning: str) -> str:
    """Return the flag of the first telling word in a legend's `meaning`, or the empty text."""
    text = flattened(meaning)
    if any(phrase in text for phrase in NO_PART):
        return "none"
    for word in words_in(text):
        if word in _BY_WORD:
            return _BY_WORD[word].flag
    if text.isascii():
        return ""
    unparted = [
        (match.start(), -len(word), known.flag)
        for word, known in _UNPARTED
        if (match := re.search(re.escape(word), text))
    ]
    return min(unparted)[2] if unparted else ""
