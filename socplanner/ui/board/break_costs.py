"""How bad a line break looks after each piece of a name, from 0 (like a space) to 1 (in a word)."""

from socplanner.ui.board.japanese_phrases import (
    Phrases,
    is_japanese,
    katakana_seams,
    phrases_of,
    script_of,
)

_AFTER = "・、，,）)」"
"""A line ends after these as well as after a space."""

_AFTER_LATIN = 0.3
_SEAM = 0.1
_TORN = 0.9
_PHRASE_IN_ONE_SCRIPT = 0.3
_IN_ONE_SCRIPT = {"kanji": 0.5, "hiragana": 0.9, "katakana": 0.9, "other": 0.6}
_SCRIPT_CHANGE = 0.1
_BESIDE_HIRAGANA = {"kanji": 0.3, "katakana": 0.3, "other": 0.8}
"""Costs of a break from hiragana to another script, within a phrase."""


def break_costs(pieces: tuple[str, ...], words: frozenset[str]) -> tuple[float, ...]:
    """Return the cost of a break after each of `pieces`; `words` are katakana words."""
    text = "".join(pieces)
    phrases, seams = Phrases(), frozenset[int]()
    if is_japanese(text):
        phrases, seams = phrases_of(text), katakana_seams(text, words)
    costs = []
    place = 0
    for piece, following in zip(pieces, (*pieces[1:], " "), strict=True):
        place += len(piece)
        if place in seams:
            costs.append(_SEAM)
        elif place in phrases.torn:
            costs.append(_TORN)
        else:
            is_end = place in phrases.ends
            costs.append(_cost(piece[-1:], following[:1], is_phrase_end=is_end))
    return tuple(costs)


def _cost(last: str, first: str, *, is_phrase_end: bool) -> float:
    """Return the cost of a break between the letters `last` and `first`."""
    if last.isspace() or last in _AFTER:
        return 0.0
    if last.isascii():
        return _AFTER_LATIN
    before, after = script_of(last), script_of(first)
    if before == after != "hiragana":
        return _PHRASE_IN_ONE_SCRIPT if is_phrase_end else _IN_ONE_SCRIPT[before]
    if is_phrase_end:
        return 0.0
    if after == "hiragana":
        return _IN_ONE_SCRIPT["hiragana"] if before == after else 0.8
    return _BESIDE_HIRAGANA[after] if before == "hiragana" else _SCRIPT_CHANGE
