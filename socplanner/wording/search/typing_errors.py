"""Texts that differ from a query by small typing errors; the only module with a fuzzy matcher.

RapidFuzz compares; it is imported when the first query finds too little without it.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

_LEAST = 3
_SHORT = 5
_SLACK = 0.01


def allowed_errors(query: str) -> int:
    """Return how many letters of `query` may be wrong, missing, doubled or swapped."""
    length = len(query)
    if length < _LEAST or (length == _LEAST and query.isascii()):
        return 0
    return 1 if length < 8 else 2 if length < 14 else 3


def nearly_matching(query: str, texts: Mapping[int, str]) -> Iterator[tuple[int, float, float]]:
    """Yield the place of each of `texts` that nearly has `query` in it, and how it differs.

    The first difference is that of the part which matches best, the second that of the whole text;
    both from 0 to 100. A place may come twice: as a whole, and for a part of it.
    """
    errors = allowed_errors(query)
    if not errors:
        return
    from rapidfuzz import fuzz, process

    least = 100 * (len(query) - errors) / len(query) - _SLACK
    shortest = len(query) - errors
    whole = process.extract_iter(query, texts, scorer=fuzz.ratio, score_cutoff=least)
    parts = process.extract_iter(query, texts, scorer=fuzz.partial_ratio, score_cutoff=least)
    for text, score, place in chain(whole, parts):
        if len(text) >= shortest and _begins_plausibly(query, text):
            yield place, 100 - score, 100 - fuzz.ratio(query, text)


def nearly_matched_letters(query: str, text: str) -> frozenset[int]:
    """Return the places of the letters of `text` that match those of `query`."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Indel

    part = fuzz.partial_ratio_alignment(query, text)
    if part is None:
        return frozenset()
    begin = part.dest_start
    blocks = Indel.opcodes(query, text[begin : part.dest_end])
    equal = (block for block in blocks if block.tag == "equal")
    return frozenset(
        begin + place for block in equal for place in range(block.dest_start, block.dest_end)
    )


def _begins_plausibly(query: str, text: str) -> bool:
    """Return whether a short word of Latin letters matches `text` from the beginning of a word.

    Three of four letters in a row are in many words; a person rarely mistypes the first one.
    """
    if len(query) > _SHORT or not query.isascii():
        return True
    from rapidfuzz import fuzz

    part = fuzz.partial_ratio_alignment(query, text)
    if part is None:
        return False
    begin = part.dest_start
    return any(
        text[place : place + 1] == query[0] and (place == 0 or not text[place - 1].isalnum())
        for place in range(max(begin - 2, 0), begin + 1)
    )
