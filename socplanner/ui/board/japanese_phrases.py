"""Where phrases and loan words of Japanese text end: lines break there without tearing a word.

Rules:
- Phrases come from BudouX, a model trained on sentences. In chains of nouns, as names of roles are,
  it sometimes parts a word of two kanji: an end that would leave one kanji alone does not count.
- BudouX keeps a run of katakana whole. Its words are recognised by the names of the plan: a run
  that begins or ends with another run of five letters or more may break there.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from budoux import Parser

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]+")
_LEAST_WORD = 5
"""The least letters of a run of katakana that counts as a word; shorter ones occur in others."""


class Phrases(NamedTuple):
    """Places in a text: ends of phrases, and those where one kanji would be left alone."""

    ends: frozenset[int] = frozenset()
    torn: frozenset[int] = frozenset()


def is_japanese(text: str) -> bool:
    """Return whether `text` has kana or kanji."""
    return not text.isascii() and any(script_of(letter) != "other" for letter in text)


def script_of(letter: str) -> str:
    """Return the script of a Japanese letter, "other" for any other."""
    if "\u3041" <= letter <= "\u309f":
        return "hiragana"
    if "\u30a0" <= letter <= "\u30ff":
        return "katakana"
    return "kanji" if "\u3400" <= letter <= "\u9fff" else "other"


def phrases_of(text: str) -> Phrases:
    """Return where the phrases of `text` end, and where a break would part a word of two kanji."""
    raw_ends, place = set[int](), 0
    for phrase in _parser().parse(text)[:-1]:
        place += len(phrase)
        raw_ends.add(place)
    edges = {0, len(text)}
    edges |= {i for i in range(1, len(text)) if script_of(text[i - 1]) != script_of(text[i])}
    ends = {end for end in raw_ends if not _leaves_one_kanji(text, end, edges | raw_ends)}
    torn = {i for i in range(1, len(text)) if _leaves_one_kanji(text, i, edges | ends)}
    return Phrases(frozenset(ends), frozenset(torn - ends))


def katakana_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words that `names` write in katakana, alone or at either end of a longer run."""
    runs = {run for name in names for run in _KATAKANA.findall(name) if len(run) >= _LEAST_WORD}
    parts = {part for run in runs for cut in _cuts(run, runs) for part in (run[:cut], run[cut:])}
    return frozenset(runs | {part for part in parts if len(part) >= _LEAST_WORD})


def katakana_seams(text: str, words: AbstractSet[str]) -> frozenset[int]:
    """Return the places within the katakana of `text` at which one of `words` ends or begins."""
    return frozenset(
        run.start() + cut for run in _KATAKANA.finditer(text) for cut in _cuts(run.group(), words)
    )


def _cuts(run: str, words: AbstractSet[str]) -> list[int]:
    """Return the places in `run` with one of `words` before or after them."""
    return [cut for cut in range(1, len(run)) if run[:cut] in words or run[cut:] in words]


def _leaves_one_kanji(text: str, place: int, edges: set[int]) -> bool:
    """Return whether a break at `place` leaves one kanji alone between it and one of `edges`."""
    is_beside_edge = place - 1 in edges or place + 1 in edges
    return is_beside_edge and script_of(text[place - 1]) == script_of(text[place]) == "kanji"


@cache
def _parser() -> "Parser":
    # Imported for the first Japanese text: an English start does not pay for it.
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
