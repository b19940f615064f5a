"""Ranks what a query finds: exact codes, beginnings, words, parts of words, typing errors.

Every word of a query must match some text of an entry, in either language. The whole query counts
too, so that words in a row come before scattered ones. Typing errors are looked for only where
there are hardly any better matches, and come after them; in sentences only where no name matches.
"""

from collections.abc import Iterable
from enum import IntEnum
from heapq import nsmallest
from typing import NamedTuple

from socplanner.wording.folding import begins_code, code_beginning, fold
from socplanner.wording.search.search_part import (
    SENTENCES,
    ResultGroup,
    SearchEntry,
    SearchPart,
    TextKind,
)
from socplanner.wording.search.typing_errors import nearly_matching

_ENOUGH = 5
"""With so many matches, none with typing errors are looked for."""

_MOST_WORDS = 8
_DOTS = ".…"
"""What names of commands end with where a question follows; a query leaves it out."""


class MatchLevel(IntEnum):
    """How well a text matches, the best first."""

    WHOLE = 0
    BEGINNING = 1
    WORD = 2
    INSIDE = 3
    MORE = 4
    NEARLY = 5


class Rank(NamedTuple):
    """The rank of an entry: smaller ones come first."""

    level: MatchLevel
    kind: int
    is_scattered: bool = False
    difference: float = 0
    difference_of_whole: float = 0


class SearchResults(NamedTuple):
    """The best entries of a group, and how many match in all."""

    group: ResultGroup
    level: MatchLevel
    entries: tuple[SearchEntry, ...]
    total: int


class Query:
    """A query, folded: as a whole, without spaces, and by words."""

    def __init__(self, text: str) -> None:
        """Fold `text`."""
        self.words = tuple(fold(text).split()[:_MOST_WORDS])
        self.phrase = " ".join(self.words)
        self.code = "".join(self.words)
        self.code_beginning = code_beginning(text)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.words


Ranks = dict[int, Rank]
"""Ranks of entries by their places in a part."""


def search(parts: Iterable[SearchPart], text: str, most: int) -> tuple[SearchResults, ...]:
    """Return up to `most` entries of each of `parts` that match `text`, the best groups first.

    A group comes first where one of its entries matches from the beginning, last where all have
    typing errors; otherwise groups are in their usual order.
    """
    query = Query(text)
    if query.is_empty:
        return ()
    searches = [_PartSearch(part, query) for part in parts]
    if query.code_beginning and any(each.keep_codes() for each in searches):
        searches = [each for each in searches if each.keep_codes()]
    if _total(searches) < _ENOUGH:
        _add_with_errors(searches, are_sentences=False)
    if not _total(searches):
        _add_with_errors(searches, are_sentences=True)
    results = [_best(each.part, each.ranks, most) for each in searches if each.ranks]
    return tuple(sorted(results, key=_group_order))


def _total(searches: Iterable["_PartSearch"]) -> int:
    return sum(len(each.ranks) for each in searches)


def _add_with_errors(searches: Iterable["_PartSearch"], *, are_sentences: bool) -> None:
    for each in searches:
        if (each.part.group in SENTENCES) is are_sentences:
            each.add_with_errors()


def _best(part: SearchPart, ranks: Ranks, most: int) -> SearchResults:
    best = nsmallest(most, ranks, key=lambda place: (ranks[place], place))
    entries = tuple(part.entries[place] for place in best)
    return SearchResults(part.group, ranks[best[0]].level, entries, len(ranks))


def _group_order(results: SearchResults) -> tuple[int, ResultGroup]:
    if results.level <= MatchLevel.BEGINNING:
        return 0, results.group
    return (2 if results.level is MatchLevel.NEARLY else 1), results.group


class _PartSearch:
    """The search for one query in one part: `ranks` has what matches."""

    def __init__(self, part: SearchPart, query: Query) -> None:
        self.part = part
        self._query = query
        self._by_word: dict[str, Ranks] = {}
        self.ranks = self._exact()

    def keep_codes(self) -> bool:
        """Keep only codes that begin as the query does, if there are any; return whether."""
        beginning, entries = self._query.code_beginning, self.part.entries
        kept = {
            place: rank
            for place, rank in self.ranks.items()
            if begins_code(beginning, entries[place].code)
        }
        self.ranks = kept or self.ranks
        return bool(kept)

    def add_with_errors(self) -> None:
        """Add the entries that nearly match."""
        self.ranks = {**self._with_errors(), **self.ranks}

    def _exact(self) -> Ranks:
        """Return the ranks of entries that have every word of the query."""
        query = self._query
        if len(query.code) == 1 and self.part.group in SENTENCES and query.code.isascii():
            return {}
        phrase = self._having(query.phrase)
        if len(query.words) == 1:
            return phrase
        scattered = _all_of(self._having(word) for word in query.words)
        return {**scattered, **phrase, **self._with_code(query.code)}

    def _with_errors(self) -> Ranks:
        """Return the ranks of entries that nearly match the query, or each of its words.

        A word that the part has as it is typed has no error.
        """
        query = self._query
        phrase = self._nearly(query.phrase)
        if len(query.words) == 1 or self.part.group in SENTENCES:
            return phrase
        words = (self._having(word) or self._nearly(word) for word in query.words)
        return {**_all_of(words), **phrase}

    def _having(self, word: str) -> Ranks:
        """Return the ranks of entries with `word` in one of their texts, each by its best text."""
        if word in self._by_word:
            return self._by_word[word]
        ranks: Ranks = {}
        kinds = self.part.kinds
        for place, text in enumerate(self.part.texts):
            if word in text:
                kind = kinds[place]
                self._add(ranks, place, Rank(_level(word, text, kind), kind))
        self._by_word[word] = ranks
        return ranks

    def _with_code(self, code: str) -> Ranks:
        ranks: Ranks = {}
        for place in self.part.codes.get(code, ()):
            self._add(ranks, place, Rank(MatchLevel.WHOLE, TextKind.CODE))
        return ranks

    def _nearly(self, word: str) -> Ranks:
        ranks: Ranks = {}
        for place, difference, of_whole in nearly_matching(word, self.part.names):
            is_more = self.part.kinds[place] is TextKind.MORE
            rank = Rank(MatchLevel.NEARLY, int(is_more), False, difference, of_whole)
            self._add(ranks, place, rank)
        return ranks

    def _add(self, ranks: Ranks, place: int, rank: Rank) -> None:
        """Rank the entries of the text at `place` as `rank`, unless they rank better already."""
        for owner in self.part.owners[place]:
            if owner not in ranks or rank < ranks[owner]:
                ranks[owner] = rank


def _level(word: str, text: str, kind: TextKind) -> MatchLevel:
    """Return how `word`, which is in `text`, matches it."""
    if kind is TextKind.MORE:
        return MatchLevel.MORE
    if text.startswith(word):
        is_whole = len(text.rstrip(_DOTS)) <= len(word)
        return MatchLevel.WHOLE if is_whole else MatchLevel.BEGINNING
    place = text.find(word)
    while place >= 0:
        if not text[place - 1].isalnum():
            return MatchLevel.WORD
        place = text.find(word, place + 1)
    return MatchLevel.INSIDE


def _all_of(words: Iterable[Ranks]) -> Ranks:
    """Return the entries that every word matches, with the worst of their ranks, as scattered."""
    result: Ranks | None = None
    for ranks in words:
        if result is None:
            result = ranks
        else:
            result = {
                place: max(rank, ranks[place]) for place, rank in result.items() if place in ranks
            }
        if not result:
            return {}
    scattered = result or {}
    return {place: rank._replace(is_scattered=True) for place, rank in scattered.items()}
