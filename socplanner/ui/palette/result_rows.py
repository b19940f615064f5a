"""Results as rows: their texts, and the ranges of letters that match the query."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from socplanner.domain.catalogue import PartyKind
from socplanner.domain.checks.finding import Severity
from socplanner.wording.language import N_, Words
from socplanner.wording.search.highlights import matched_ranges
from socplanner.wording.search.ranking import Query, SearchResults
from socplanner.wording.search.search_part import ResultGroup, SearchEntry

_LONGEST, _BEFORE = 90, 24
"""Letters of a title, and how many of them are shown before the first match of a longer one."""

_TITLES: Mapping[ResultGroup, str] = {
    ResultGroup.RECENT: N_("Recently used"),
    ResultGroup.VIEWS: N_("Go to"),
    ResultGroup.ROLES: N_("Roles of the plan"),
    ResultGroup.PARTIES: N_("Parties"),
    ResultGroup.FINDINGS: N_("Findings"),
    ResultGroup.NOTES: N_("Notes on roles"),
    ResultGroup.COMMANDS: N_("Commands"),
    ResultGroup.PLANS: N_("Recent plans"),
}


class Description(NamedTuple):
    """What is shown with an entry: a text beside its title, and what its sign is drawn from.

    Roles have the code of their function, parties their kind, findings their severity; the others
    have an icon.
    """

    text: str = ""
    function: str = ""
    party_kind: PartyKind | None = None
    severity: Severity | None = None
    icon: str = ""


Describe = Callable[[SearchEntry], Description]


class MarkedText(NamedTuple):
    """A text, and the ranges of it that match."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()


class ResultRow(NamedTuple):
    """One row: an entry as it is shown, or a row that shows the rest of its group.

    `group_title` is shown above the first row of a group; the other rows have it for screen
    readers. `entry` is None in the row that shows the rest.
    """

    group: ResultGroup
    group_title: str
    is_first: bool
    entry: SearchEntry | None
    code: MarkedText
    title: MarkedText
    detail: MarkedText
    description: Description = Description()

    def accessible_text(self, words: Words) -> str:
        """Return what a screen reader reads: the group and all that is shown."""
        parts = (self.code.text, self.title.text)
        name = " ".join(part for part in parts if part)
        shortcut = "" if self.entry is None else self.entry.shortcut
        more = ", ".join(part for part in (self.detail.text, shortcut) if part)
        return words.tr("{group}: {name}", group=self.group_title, name=name) + (
            f", {more}" if more else ""
        )


def rows_of(
    results: Iterable[SearchResults], text: str, words: Words, describe: Describe
) -> tuple[ResultRow, ...]:
    """Return the rows of `results` for the query `text`, with what `describe` returns."""
    query = Query(text)
    return tuple(row for each in results for row in _rows_of_group(each, query, words, describe))


def _rows_of_group(
    results: SearchResults, query: Query, words: Words, describe: Describe
) -> Iterator[ResultRow]:
    title = words.tr(_TITLES[results.group])
    for place, entry in enumerate(results.entries):
        yield _row_of(entry, title, query, describe, group=results.group, is_first=place == 0)
    hidden = results.total - len(results.entries)
    if hidden:
        text = words.count("Show {n} more", "Show {n} more", hidden)
        empty = MarkedText("")
        yield ResultRow(results.group, title, False, None, empty, MarkedText(text), empty)


def _row_of(
    entry: SearchEntry,
    group_title: str,
    query: Query,
    describe: Describe,
    *,
    group: ResultGroup,
    is_first: bool,
) -> ResultRow:
    title = _marked(entry.title, query)
    code = _marked(entry.code, query)
    description = describe(entry)
    detail = MarkedText(description.text)
    if not title.ranges and not code.ranges:
        detail = _explained(entry, query, detail.text)
    return ResultRow(group, group_title, is_first, entry, code, title, detail, description)


def _explained(entry: SearchEntry, query: Query, detail: str) -> MarkedText:
    """Return `detail` after the text by which `entry` matches, if that is not shown already."""
    marked = _marked(detail, query)
    if marked.ranges:
        return marked
    for text in (entry.other_title, *entry.more):
        other = _marked(text, query)
        if other.ranges and text != entry.title:
            return MarkedText(" · ".join(filter(None, (other.text, detail))), other.ranges)
    return MarkedText(detail)


def _marked(text: str, query: Query) -> MarkedText:
    """Return `text` with the ranges that match; of a long one, the part around the first match."""
    ranges = matched_ranges(text, query)
    if not ranges or len(text) <= _LONGEST or ranges[0][0] <= _LONGEST - _BEFORE:
        return MarkedText(text, ranges)
    cut = ranges[0][0] - _BEFORE - 1
    moved = tuple((begin - cut, end - cut) for begin, end in ranges)
    return MarkedText("…" + text[cut + 1 :], moved)
