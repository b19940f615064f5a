"""Comments and notes on the cells of a sheet, with their authors and places.

Newer programs write a thread, and an old comment at the same cell that only refers to it; such a
comment is dropped.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from socplanner.formats.format_error import FormatError, refused
from socplanner.formats.sheets.bounds import Allowance
from socplanner.formats.sheets.cell_text import meant
from socplanner.formats.sheets.grid import Comment, Place
from socplanner.formats.sheets.package import Package
from socplanner.formats.sheets.references import block_of
from socplanner.formats.sheets.workbook_part import Relation
from socplanner.formats.sheets.xml_events import (
    DEEPEST,
    SEPARATOR,
    Attributes,
    listen,
    names_by_tag,
)

_THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_OLD = names_by_tag("author", "comment", "text", "t", "rPh")
_NEW = {f"{_THREADS}{SEPARATOR}{name}": name for name in ("threadedComment", "text", "person")}
_STAND_IN = "tc="
"""How the author of an old comment begins that refers to a thread."""


class _Note(NamedTuple):
    place: Place
    author: str
    text: str


def people_of(
    package: Package, relations: Sequence[Relation], allowance: Allowance
) -> Mapping[str, str]:
    """Return the names of the people who wrote in threads, by their ids."""
    listener = _ThreadListener("", allowance)
    for relation in relations:
        if relation.kind == "person" and relation.target in package:
            listener.part = relation.target
            listen(package.pieces(relation.target), relation.target, listener)
    return listener.people


def comments_of(
    package: Package,
    relations: Sequence[Relation],
    people: Mapping[str, str],
    allowance: Allowance,
) -> tuple[Comment, ...]:
    """Return the comments of the sheet with `relations`, in order of their places.

    `people` are the authors of threads by id. Raise FormatError if a part is damaged.
    """
    old: list[_Note] = []
    new: list[_Note] = []
    for relation in relations:
        if relation.target not in package:
            continue
        if relation.kind == "comments":
            notes = _NotesListener(relation.target, allowance)
            listen(package.pieces(relation.target), relation.target, notes)
            old += notes.notes
        elif relation.kind == "threadedComment":
            thread = _ThreadListener(relation.target, allowance)
            listen(package.pieces(relation.target), relation.target, thread)
            new += [note._replace(author=people.get(note.author, "")) for note in thread.notes]
    threaded = {each.place for each in new}
    kept = [each for each in old if not (each.place in threaded and _STAND_IN in each.author[:3])]
    return tuple(_comments([*kept, *new]))


def _comments(notes: list[_Note]) -> Iterator[Comment]:
    for place, author, text in sorted(notes, key=lambda each: each.place):
        bare = text.removeprefix(f"{author}:").strip() if author else text.strip()
        if bare:
            yield Comment(place, author.strip(), bare)


class _Listener:
    """The events that both kinds of comments have in common."""

    def __init__(self, part: str, allowance: Allowance) -> None:
        self.part = part
        self.notes: list[_Note] = []
        self._allowance = allowance
        self._depth = 0
        self._is_text = False
        self._pieces: list[str] = []
        self._place = Place(0, 0)
        self._author = ""

    def text(self, text: str) -> None:
        if self._is_text:
            self._allowance.count_text(text)
            self._pieces.append(text)

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._damaged()

    def _begin(self, reference: str) -> None:
        block = block_of(reference)
        if block is None:
            raise self._damaged()
        self._place = Place(block.top, block.left)
        self._pieces.clear()

    def _finish(self) -> None:
        self._allowance.count_block()
        self.notes.append(_Note(self._place, self._author, meant("".join(self._pieces))))
        self._pieces.clear()

    def _damaged(self) -> FormatError:
        return refused("workbook-part-damaged", part=self.part)


class _NotesListener(_Listener):
    """Collects comments of the old kind, which Excel calls notes now."""

    def __init__(self, part: str, allowance: Allowance) -> None:
        super().__init__(part, allowance)
        self._authors: list[str] = []
        self._is_reading = False

    def start(self, name: str, attributes: Attributes) -> None:
        self._deeper()
        short = _OLD.get(name)
        if short == "author":
            self._is_text = True
            self._pieces.clear()
        elif short == "comment":
            self._begin(attributes.get("ref", ""))
            number = attributes.get("authorId", "")
            at = int(number) if number.isdecimal() and len(number) < 7 else -1
            self._author = self._authors[at] if 0 <= at < len(self._authors) else ""
        elif short == "rPh":
            self._is_reading = True
        elif short == "t":
            self._is_text = not self._is_reading

    def end(self, name: str) -> None:
        self._depth -= 1
        short = _OLD.get(name)
        if short == "author":
            self._allowance.count_block()
            self._authors.append(meant("".join(self._pieces)))
        if short in {"author", "t"}:
            self._is_text = False
        elif short == "rPh":
            self._is_reading = False
        elif short == "comment":
            self._finish()


class _ThreadListener(_Listener):
    """Collects comments in threads, and the people who wrote them."""

    def __init__(self, part: str, allowance: Allowance) -> None:
        super().__init__(part, allowance)
        self.people: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        self._deeper()
        short = _NEW.get(name)
        if short == "threadedComment":
            self._begin(attributes.get("ref", ""))
            self._author = attributes.get("personId", "")
            self._allowance.count_text(self._author)
        elif short == "text":
            self._is_text = True
        elif short == "person":
            identity, shown = attributes.get("id", ""), attributes.get("displayName", "")
            self._allowance.count_block()
            self._allowance.count_text(identity + shown)
            self.people[identity] = meant(shown)

    def end(self, name: str) -> None:
        self._depth -= 1
        short = _NEW.get(name)
        if short == "text":
            self._is_text = False
        elif short == "threadedComment":
            self._finish()
