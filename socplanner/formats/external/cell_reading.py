"""One cell's text as letters, however a person wrote them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from socplanner.domain.letters import UNDECIDED_LETTER, parts_of
from socplanner.domain.no_letter import is_nothing
from socplanner.formats.external.field_words import MARKS, NOT_LETTERS, flattened
from socplanner.formats.external.letter_words import letter_word
from socplanner.formats.external.usual_signs import NO_MARKS

_DATE = re.compile(r"\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?.*|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_MIXED = re.compile(r"[^\W\d_a-z][a-z]|[a-z][A-Z]")
_CODE = re.compile(r"[\[(]?[A-Za-z]{0,4}[-_. ]?\d{1,4}([.-]\d{1,3}){0,4}[a-z]?[.)\]]?")
_ALIKE = str.maketrans(
    "АВСЕІІЅКМНОРТХӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ",
    "ABCEIISKMHOPTXIABEZHIKMNOPTYXC",
)
_AUTOCORRECTED = str.maketrans({"©": "C", "®": "R", "℗": "P"})
_RANKED = re.compile(r"[A-Z][1-3]")
"""Letters such as `R1` and `R2`: of the first and the second who is responsible."""

_FOOTNOTES = re.compile(r"[¹²³⁴⁵†‡]+$")
_BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]?")
_AFTER_LETTERS = re.compile(r"([^:：\n]{1,12}?)(?:\s*[:：]|\s+[-–—]\s|\s*\n)\s*(\S.*)", re.DOTALL)
_LINES = re.compile(r"\s*\n\s*|[;；]|[,、，](?=\s*[A-Z]{1,2}\s*[:：])|\s+(?=[A-Z]{1,2}\s*[:：])")
_BETWEEN_WORDS = re.compile(r"[/,、;+&\n]+|\s+(?:and|und|et)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:AND|UND|ET)\s+")
_BLANK_SIGNS = frozenset({"/", "\\", "//", "|", "0"})
LONGEST_LETTERS = 12
LONGEST_ASKED = 60
"""So much of a text is shown where it is asked about, and heeded where it is answered."""

ANSWERED = "answered"
"""The note of a reading that the planner gave."""


class Reading(NamedTuple):
    """The letters of a cell, or that it has none; `notes` name what had to be changed."""

    letters: tuple[str, ...] = ()
    is_none: bool = False
    is_known: bool = False
    notes: tuple[str, ...] = ()
    remark: str = ""
    """What stands beside the letters: a condition, or the person."""


NONE = Reading(is_none=True, is_known=True)


class CellReader:
    """Reads cells as letters; `known` are the letters of all sets, others are own letters."""

    def __init__(self, known: frozenset[str], answered: Iterable[str] = ()) -> None:
        """Take the letters of the sets there are, and the texts whose letters were answered."""
        self._known = {symbol.upper(): symbol for symbol in known}
        self._seen: dict[str, Reading | None] = {}
        self._marks: dict[str, str] = {}
        self._has_persons = False
        self._answered = frozenset(answered)

    def read(self, text: str) -> Reading | None:
        """Return what `text` says, or None if it is no letters at all."""
        if text not in self._seen:
            self._seen[text] = self._reading(text)
        return self._seen[text]

    def knows(self, letter: str) -> bool:
        """Tell whether a set or a legend explains `letter`."""
        return letter.upper() in self._known

    def learn(self, letters: frozenset[str]) -> None:
        """Take `letters`, which a legend explains, for known ones."""
        for letter in letters:
            self._known.setdefault(letter.upper(), letter)
        self._seen.clear()

    def expect_persons(self) -> None:
        """Read `Sato (A)` as well: the letters of a person stand in brackets behind the name."""
        self._has_persons = True
        self._seen.clear()

    def adopt_marks(self, marks: Mapping[str, str]) -> None:
        """Take words such as `Shared` for letters: how each is compared, and how it is shown."""
        self._marks = dict(marks)
        self._seen.clear()

    def _reading(self, text: str) -> Reading | None:
        bare = text.strip()
        marked = self._mark(bare) or _word(bare)
        if marked is not None or flattened(bare).replace(" ", "") in NOT_LETTERS:
            return marked
        if is_nothing(bare) or bare in _BLANK_SIGNS:
            return NONE
        is_short = 0 < len(bare) <= LONGEST_LETTERS
        symbols = self._symbols(bare) if is_short else None
        if symbols is not None and not symbols.is_known:
            symbols = self._answer(bare) or symbols  # used once, it would not count as a letter
        return (
            symbols
            or self._words(bare)
            or self._by_lines(bare)
            or self._with_remark(bare)
            or self._answer(bare)
        )

    def _answer(self, bare: str) -> Reading | None:
        """Read a text of which it was answered which letters it means."""
        text = bare[:LONGEST_ASKED]
        if text not in self._answered:
            return None
        return Reading((text,), is_known=True, notes=(ANSWERED,))

    def _mark(self, bare: str) -> Reading | None:
        """Read a word that ticks a party, in a table of such words."""
        flat = flattened(bare) if self._marks else ""
        if flat in self._marks:
            return Reading((self._marks[flat],), is_known=True)
        return NONE if flat and flat in NO_MARKS else None

    def _symbols(self, bare: str) -> Reading | None:
        notes = []
        plain = _FOOTNOTES.sub("", bare).translate(_AUTOCORRECTED)
        if plain != bare:
            notes.append("autocorrect" if len(plain) == len(bare) else "footnote")
            bare = plain
        upper = unicodedata.normalize("NFKC", bare.translate(_ALIKE)).upper()
        latin = _AND.sub("/", upper.translate(_ALIKE))
        if latin != _AND.sub("/", unicodedata.normalize("NFKC", bare).upper()):
            notes.append("look-alike")
        inner = re.sub(r"[()\[\]]", " ", latin).strip(" *.")
        if inner != latin:
            notes.append("brackets")
        parts = parts_of(inner)
        letters: list[str] = []
        for part in parts:
            found = self._part(part)
            if not found:
                return None
            letters.extend(found)
        if UNDECIDED_LETTER in letters and len({*letters}) > 1:
            return None  # doubted: as little a letter here as anywhere else
        if any(len(part) > 1 and part not in self._known for part in parts) and _MIXED.search(bare):
            return None  # a name such as Vic or Cid, not letters run together
        known = all(self.knows(letter) for letter in letters)
        return Reading(tuple(dict.fromkeys(letters)), is_known=known, notes=tuple(notes))

    def _part(self, part: str) -> tuple[str, ...] | None:
        if part in self._known:
            return (self._known[part],)
        if len(part) <= 4 and all(c in self._known for c in part) and len({*part}) == len(part):
            return tuple(self._known[c] for c in part)
        longest = 2 if part.isascii() else 1
        if _RANKED.fullmatch(part) and part[0] in self._known:
            return (part,)
        if len(part) <= longest and not any(c.isdigit() or c in "-–%" for c in part):
            return (part,)
        return None

    def _by_lines(self, bare: str) -> Reading | None:
        """Read `R: Sato` above `A: Abe`: each line has letters of its own, and a remark."""
        lines = [line.strip() for line in _LINES.split(bare) if line.strip()]
        if len(lines) < 2:
            return None
        readings = [self._symbols(each) or self._with_remark(each) for each in lines]
        found = [each for each in readings if each is not None and each.letters and each.is_known]
        if len(found) < len(lines) or not any(each.remark for each in found):
            return None
        letters = tuple(dict.fromkeys(letter for each in found for letter in each.letters))
        notes = tuple(dict.fromkeys(note for each in found for note in each.notes))
        told = ((line, "/".join(each.letters)) for line, each in zip(lines, found, strict=True))
        remark = "; ".join(line for line, letters in told if line != letters)
        return Reading(letters, is_known=True, notes=notes, remark=remark)

    def _with_remark(self, bare: str) -> Reading | None:
        """Read `R (reviews)`, `A & R (Config)` and `A: Sato`: capitals of known sets, then more."""
        found = _BRACKETED.findall(bare)
        head, remark = _BRACKETED.sub(" ", bare), "; ".join(each.strip() for each in found if each)
        if not remark:
            parted = _AFTER_LETTERS.fullmatch(bare)
            if parted is None:
                return None
            head, remark = parted[1], parted[2]
        head = re.sub(r"\s+(?=[/,、;+&])|(?<=[/,、;+&])\s+", "", head.strip(" \n.:："))
        if self._has_persons and len(found) == 1:
            head, remark = (remark, head) if self._symbols(head) is None else (head, remark)
        if not head or head != head.upper() or len(head) > LONGEST_LETTERS:
            return None
        reading = self._symbols(head)
        if reading is None or not reading.letters or not reading.is_known:
            return None
        return reading._replace(notes=(*reading.notes, "remark"), remark=" ".join(remark.split()))

    @staticmethod
    def _words(bare: str) -> Reading | None:
        """Read `Responsible / Accountable`: all parts must be words for letters."""
        parts = [letter_word(part) for part in _BETWEEN_WORDS.split(bare)]
        letters = tuple(dict.fromkeys(part.letter for part in parts if part is not None))
        if len(parts) < 2 or None in parts or "" in letters:
            return None
        notes = tuple(f"word:{part.flag}" for part in parts if part is not None)
        return Reading(letters, is_known=True, notes=notes)


def _word(bare: str) -> Reading | None:
    """Read a single word for a letter, such as `Responsible`."""
    word = letter_word(bare)
    if word is None or len(bare) <= 1:
        return None
    return (
        Reading((word.letter,), is_known=True, notes=(f"word:{word.flag}",))
        if word.letter
        else NONE
    )


def is_mark(text: str) -> bool:
    """Tell whether `text` ticks a column that is headed by a letter."""
    return unicodedata.normalize("NFKC", text).strip().casefold() in MARKS


def is_code(text: str) -> bool:
    """Tell whether `text` numbers a task: `1.2`, `T-01`, `(3)`."""
    bare = unicodedata.normalize("NFKC", text).strip()
    return _CODE.fullmatch(bare) is not None and _DATE.fullmatch(bare) is None
