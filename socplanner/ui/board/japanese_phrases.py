"""Where phrases and loan words of Japanese text end: lines break there without tearing a word.

Rules:
- Phrases come from BudouX, a model trained on sentences. In chains of nouns, as names of roles are,
  it sometimes parts a word of two kanji: an end that would leave one kanji alone does not count.
- BudouX keeps a run of katakana whole. Its words are told apart by the names of the plan: a run
  that begins or ends with another run of five letters or more breaks there.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from budoux import Parser

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]+")
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_WORD = 5
"""Letters a run of katakana needs to count as a word: a shorter one may be a part of any other."""


class Phrases(NamedTuple):
    """Places in a text: ends of phrases, and those where one kanji would be left alone."""

    ends: frozenset[int] = frozenset()
    torn: frozenset[int] = frozenset()


def is_japanese(text: str) -> bool:
    """Tell whether `text` has kana or kanji."""
    return _JAPANESE.search(text) is not None


def script_of(letter: str) -> str:
    """Return the script of a Japanese letter, "other" for any other."""
    if "\u3041" <= letter <= "\u309f":
        return "hiragana"
    if "\u30a0" <= letter <= "\u30ff":
        return "katakana"
    return "kanji" if "\u3400" <= letter <= "\u9fff" else "other"


def phrases_of(text: str) -> Phrases:
    """Return where the phrases of `text` end, and where a break would part a word of two kanji."""
    found, place = set[int](), 0
    for phrase in _parser().parse(text)[:-1]:
        place += len(phrase)
        found.add(place)
    edges = {0, len(text)}
    edges |= {i for i in range(1, len(text)) if script_of(text[i - 1]) != script_of(text[i])}
    ends = {end for end in found if not _leaves_one_kanji(text, end, edges | found)}
    torn = {i for i in range(1, len(text)) if _leaves_one_kanji(text, i, edges | ends)}
    return Phrases(frozenset(ends), frozenset(torn - ends))


def katakana_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words that `names` write in katakana, alone or at either end of a longer run."""
    runs = {run for name in names for run in _KATAKANA.findall(name) if len(run) >= _WORD}
    parts = {part for run in runs for cut in _cuts(run, runs) for part in (run[:cut], run[cut:])}
    return frozenset(runs | {part for part in parts if len(part) >= _WORD})


def katakana_seams(text: str, words: Iterable[str]) -> frozenset[int]:
    """Return the places within the katakana of `text` at which one of `words` ends or begins."""
    return frozenset(
        run.start() + cut
        for run in _KATAKANA.finditer(text)
        for cut in _cuts(run.group(), frozenset(words))
    )


def _cuts(run: str, words: Iterable[str]) -> list[int]:
    """Return where `run` may be cut so that one of `words` stands before the cut or after it."""
    return [cut for cut in range(1, len(run)) if run[:cut] in words or run[cut:] in words]


def _leaves_one_kanji(text: str, end: int, edges: set[int]) -> bool:
    is_at_edge = end - 1 in edges or end + 1 in edges
    return is_at_edge and script_of(text[end - 1]) == script_of(text[end]) == "kanji"


@cache
def _parser() -> "Parser":
    # Imported for the first Japanese text: an English start does not pay for it.
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
