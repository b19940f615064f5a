"""What can be found: entries of one group, with their texts folded once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from socplanner.wording.folding import fold


class ResultGroup(IntEnum):
    """The groups of results, in the order in which they are shown."""

    RECENT = 0
    VIEWS = 1
    ROLES = 2
    PARTIES = 3
    FINDINGS = 4
    NOTES = 5
    COMMANDS = 6
    PLANS = 7


SENTENCES = frozenset({ResultGroup.FINDINGS, ResultGroup.NOTES})
"""Groups whose texts are sentences: a single letter finds none of them."""


class TextKind(IntEnum):
    """What a text is of its entry, the most specific first."""

    CODE = 0
    TITLE = 1
    OTHER_TITLE = 2
    MORE = 3


class SearchEntry(NamedTuple):
    """Something to go to: its code, its titles in both languages, and more words it is found by.

    `title` is in the language of the window, `other_title` in the other one; `target` is the id of
    what it leads to. `detail` is shown beside the title and is not searched.
    """

    group: ResultGroup
    target: Hashable
    title: str
    other_title: str = ""
    code: str = ""
    more: tuple[str, ...] = ()
    detail: str = ""
    shortcut: str = ""

    def texts(self) -> tuple[tuple[TextKind, str], ...]:
        """Return the texts the entry is found by, each once."""
        texts = [(TextKind.CODE, self.code), (TextKind.TITLE, self.title)]
        if self.other_title != self.title:
            texts.append((TextKind.OTHER_TITLE, self.other_title))
        texts += [(TextKind.MORE, text) for text in self.more]
        return tuple((kind, text) for kind, text in texts if text)


class SearchPart(NamedTuple):
    """The entries of one group with their folded texts, each of which is there once.

    `owners` has the places of the entries that a text is of, `kinds` what it is of them. `codes`
    has the places of texts that are codes; `names` has the texts that may be mistyped, by their
    places: all but words with digits, where each letter counts.
    """

    group: ResultGroup
    entries: tuple[SearchEntry, ...]
    texts: Sequence[str]
    kinds: Sequence[TextKind]
    owners: Sequence[Sequence[int]]
    codes: Mapping[str, Sequence[int]]
    names: Mapping[int, str]


class PartBuilder:
    """Makes a `SearchPart`, entry by entry: thousands of them can be added in several turns."""

    def __init__(self, group: ResultGroup) -> None:
        """Begin without entries."""
        self._group = group
        self._entries: list[SearchEntry] = []
        self._texts: list[str] = []
        self._kinds: list[TextKind] = []
        self._owners: list[list[int]] = []
        self._places: dict[tuple[TextKind, str], int] = {}

    def add(self, entry: SearchEntry) -> None:
        """Add `entry` and fold its texts."""
        for key in entry.texts():
            place = self._places.get(key)
            if place is None:
                place = self._places[key] = len(self._texts)
                self._texts.append(folded_words(key[1]))
                self._kinds.append(key[0])
                self._owners.append([])
            self._owners[place].append(len(self._entries))
        self._entries.append(entry)

    def part(self) -> SearchPart:
        """Return the part with the entries added so far; none can be added after that."""
        entries = tuple(self._entries)
        codes: dict[str, list[int]] = {}
        for place, kind in enumerate(self._kinds):
            if kind is TextKind.CODE:
                codes.setdefault(self._texts[place], []).append(place)
        names = {place: text for place, text in enumerate(self._texts) if not _is_code(text)}
        texts, kinds, owners = self._texts, self._kinds, self._owners
        return SearchPart(self._group, entries, texts, kinds, owners, codes, names)


def part_of(group: ResultGroup, entries: Iterable[SearchEntry]) -> SearchPart:
    """Return the part of `entries`."""
    builder = PartBuilder(group)
    for entry in entries:
        builder.add(entry)
    return builder.part()


def _is_code(text: str) -> bool:
    """Return whether a folded `text` is one word with a digit, such as `c1`."""
    return text.isascii() and text.isalnum() and not text.isalpha()


def folded_words(text: str) -> str:
    """Return `text` folded, with single spaces between its words."""
    return " ".join(fold(text).split())
