"""Words for letters, in cells, headings and legends."""

import re
from typing import NamedTuple

from socplanner.formats.external.field_words import LETTER_WORDS, NO_PART, flattened, words_in


class LetterWord(NamedTuple):
    """The letter of a word ("" for no part at all), and its flag in the rules of the checks."""

    letter: str
    flag: str


_BY_WORD = {
    word: LetterWord(letter, flag) for letter, flag, words in LETTER_WORDS for word in words.split()
}
_UNPARTED = [(word, meaning) for word, meaning in _BY_WORD.items() if not word.isascii()]
"""Words of languages that put no spaces between words."""


def letter_word(text: str) -> LetterWord | None:
    """Return the letter of such a word (`Responsible`, `実行責任`), None for another `text`."""
    words = words_in(text)
    if len(words) == 2 and "" not in words and 1 in {len(words[0]), len(words[1])}:
        letter, word = sorted(words, key=len)  # "R - Responsible", "Responsible (R)"
        meaning = _BY_WORD.get(word)
        return meaning if meaning is not None and meaning.letter.casefold() == letter else None
    return _BY_WORD.get("-".join(words)) if len(words) <= 2 else None


def flag_in(meaning: str) -> str:
    """Return the flag of the first known word in a legend's `meaning`, "" if there is none."""
    text = flattened(meaning)
    if any(phrase in text for phrase in NO_PART):
        return "none"
    for word in words_in(text):
        if word in _BY_WORD:
            return _BY_WORD[word].flag
    if text.isascii():
        return ""
    unparted = [
        (match.start(), -len(word), entry.flag)
        for word, entry in _UNPARTED
        if (match := re.search(re.escape(word), text))
    ]
    return min(unparted)[2] if unparted else ""
