"""The letters of a text that a query matches, so that they can be emphasised."""

from collections.abc import Iterable

from socplanner.wording.folding import fold, folded_with_places
from socplanner.wording.search.ranking import Query
from socplanner.wording.search.typing_errors import nearly_matched_letters, nearly_matching


def matched_ranges(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Return the ranges of `text` that match `query`, in order and apart from each other.

    Where neither the whole query nor one of its words is in `text`, the letters that match it apart
    from typing errors are returned; none where it does not match at all.
    """
    folded, places = folded_with_places(text)
    if query.is_empty or not places:
        return ()
    for needles in ((query.phrase,), (query.code,), query.words):
        exact = {place for word in needles for place in _places_of(word, folded)}
        if exact:
            break
    else:
        exact = set()
    if not all(word in folded for word in query.words) and query.phrase not in folded:
        exact |= _nearly_matched(folded, query)
    return _joined((places[place] for place in sorted(exact)), text)


def _places_of(word: str, text: str) -> Iterable[int]:
    """Return the places of the letters of `word` in `text`, at the start of a word if it can be."""
    first = text.find(word)
    place = first
    while place > 0 and text[place - 1].isalnum():
        place = text.find(word, place + 1)
    begin = place if place >= 0 else first
    return range(begin, begin + len(word)) if begin >= 0 else ()


def _nearly_matched(text: str, query: Query) -> set[int]:
    if any(nearly_matching(query.phrase, {0: text})):
        return set(nearly_matched_letters(query.phrase, text))
    result: set[int] = set()
    for word in query.words:
        if word not in text and any(nearly_matching(word, {0: text})):
            result |= nearly_matched_letters(word, text)
    return result


def _joined(ranges: Iterable[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Return `ranges` of `text`, which are in order, joined where nothing that counts is between.

    A hyphen or a long vowel does not count.
    """
    result: list[tuple[int, int]] = []
    for begin, end in ranges:
        if result and not fold(text[result[-1][1] : begin]):
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((begin, end))
    return tuple(result)
