"""Reading the text of one cell as letters, in the many forms that people write them.

`CellReader.read` tries in turn: marks and words for a letter, signs for none, letters (`A/R`,
`RA`, look-alikes), several words, a line for each person, letters with a remark.
"""

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
"""Letters such as `R1` and `R2`: those of the first and the second responsible party."""

_FOOTNOTES = re.compile(r"[¹²³⁴⁵†‡]+$")
_BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]?")
_AFTER_LETTERS = re.compile(r"([^:：\n]{1,12}?)(?:\s*[:：]|\s+[-–—]\s|\s*\n)\s*(\S.*)", re.DOTALL)
_LINES = re.compile(r"\s*\n\s*|[;；]|[,、，](?=\s*[A-Z]{1,2}\s*[:：])|\s+(?=[A-Z]{1,2}\s*[:：])")
_BETWEEN_WORDS = re.compile(r"[/,、;+&\n]+|\s+(?:and|und|et)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:AND|UND|ET)\s+")
_BLANK_SIGNS = frozenset({"/", "\\", "//", "|", "0"})
LONGEST_LETTERS = 12
LONGEST_QUESTION = 60
"""The characters of a text that are shown in its question, and compared with its answer."""

ANSWERED = "answered"
"""The note of a reading that is the planner's answer."""


class Reading(NamedTuple):
    """The letters of a cell, or `is_none` for a sign of no part.

    `is_readable` is whether every letter is of a set or a legend; `notes` are codes of what had to
    be changed to read the text.
    """

    letters: tuple[str, ...] = ()
    is_none: bool = False
    is_readable: bool = False
    notes: tuple[str, ...] = ()
    remark: str = ""
    """The text beside the letters: a condition, or a person."""


NONE = Reading(is_none=True, is_readable=True)


class CellReader:
    """Reads texts of cells as letters, and caches the readings.

    `symbols` are the letters of all known sets; a short text of other letters is a reading that is
    not readable.
    """

    def __init__(self, symbols: frozenset[str], answered: Iterable[str] = ()) -> None:
        """Read the letters `symbols`, and the texts `answered` as letters of their own."""
        self._symbol_of = {symbol.upper(): symbol for symbol in symbols}
        self._seen: dict[str, Reading | None] = {}
        self._marks: dict[str, str] = {}
        self._has_persons = False
        self._answered = frozenset(answered)

    def read(self, text: str) -> Reading | None:
        """Return the reading of `text`, or None if it is no letters at all."""
        if text not in self._seen:
            self._seen[text] = self._reading(text)
        return self._seen[text]

    def knows(self, letter: str) -> bool:
        """Return whether a set or a legend explains `letter`."""
        return letter.upper() in self._symbol_of

    def learn(self, letters: frozenset[str]) -> None:
        """Add `letters`, which a legend explains, to the known ones."""
        for letter in letters:
            self._symbol_of.setdefault(letter.upper(), letter)
        self._seen.clear()

    def expect_persons(self) -> None:
        """Also read `Sato (A)` from now on: the letters of a person in brackets after the name."""
        self._has_persons = True
        self._seen.clear()

    def adopt_marks(self, marks: Mapping[str, str]) -> None:
        """Read words such as `Shared` as letters; `marks` has the shown by the flattened form."""
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
        if symbols is not None and not symbols.is_readable:
            symbols = self._answer(bare) or symbols  # an answer counts even if it is used once
        return (
            symbols
            or self._words(bare)
            or self._by_lines(bare)
            or self._with_remark(bare)
            or self._answer(bare)
        )

    def _answer(self, bare: str) -> Reading | None:
        """Read a text whose meaning was answered; the text itself is the letter."""
        text = bare[:LONGEST_QUESTION]
        if text not in self._answered:
            return None
        return Reading((text,), is_readable=True, notes=(ANSWERED,))

    def _mark(self, bare: str) -> Reading | None:
        """Read a word that ticks a party, if such words were adopted."""
        flat = flattened(bare) if self._marks else ""
        if flat in self._marks:
            return Reading((self._marks[flat],), is_readable=True)
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
            part_letters = self._part(part)
            if not part_letters:
                return None
            letters.extend(part_letters)
        if UNDECIDED_LETTER in letters and len({*letters}) > 1:
            return None  # `A?`: a doubt, which is no letter anywhere else either
        if any(len(part) > 1 and part not in self._symbol_of for part in parts) and _MIXED.search(
            bare
        ):
            return None  # a name such as Vic or Cid, not letters run together
        all_readable = all(self.knows(letter) for letter in letters)
        return Reading(tuple(dict.fromkeys(letters)), is_readable=all_readable, notes=tuple(notes))

    def _part(self, part: str) -> tuple[str, ...] | None:
        if part in self._symbol_of:
            return (self._symbol_of[part],)
        if len(part) <= 4 and all(c in self._symbol_of for c in part) and len({*part}) == len(part):
            return tuple(self._symbol_of[c] for c in part)
        longest = 2 if part.isascii() else 1
        if _RANKED.fullmatch(part) and part[0] in self._symbol_of:
            return (part,)
        if len(part) <= longest and not any(c.isdigit() or c in "-–%" for c in part):
            return (part,)
        return None

    def _by_lines(self, bare: str) -> Reading | None:
        """Read `R: Sato` above `A: Abe`: lines that each have letters and a remark."""
        lines = [line.strip() for line in _LINES.split(bare) if line.strip()]
        if len(lines) < 2:
            return None
        readings = [self._symbols(each) or self._with_remark(each) for each in lines]
        line_readings = [
            each for each in readings if each is not None and each.letters and each.is_readable
        ]
        if len(line_readings) < len(lines) or not any(each.remark for each in line_readings):
            return None
        letters = tuple(dict.fromkeys(letter for each in line_readings for letter in each.letters))
        notes = tuple(dict.fromkeys(note for each in line_readings for note in each.notes))
        pairs = (
            (line, "/".join(each.letters)) for line, each in zip(lines, line_readings, strict=True)
        )
        remark = "; ".join(line for line, letters in pairs if line != letters)
        return Reading(letters, is_readable=True, notes=notes, remark=remark)

    def _with_remark(self, bare: str) -> Reading | None:
        """Read `R (reviews)`, `A & R (Config)` and `A: Sato`: known capitals, then a remark."""
        bracketed = _BRACKETED.findall(bare)
        text, remark = (
            _BRACKETED.sub(" ", bare),
            "; ".join(each.strip() for each in bracketed if each),
        )
        if not remark:
            divided = _AFTER_LETTERS.fullmatch(bare)
            if divided is None:
                return None
            text, remark = divided[1], divided[2]
        text = re.sub(r"\s+(?=[/,、;+&])|(?<=[/,、;+&])\s+", "", text.strip(" \n.:："))
        if self._has_persons and len(bracketed) == 1:
            text, remark = (remark, text) if self._symbols(text) is None else (text, remark)
        if not text or text != text.upper() or len(text) > LONGEST_LETTERS:
            return None
        reading = self._symbols(text)
        if reading is None or not reading.letters or not reading.is_readable:
            return None
        return reading._replace(notes=(*reading.notes, "remark"), remark=" ".join(remark.split()))

    @staticmethod
    def _words(bare: str) -> Reading | None:
        """Read `Responsible / Accountable`: every part must be a word for a letter."""
        parts = [letter_word(part) for part in _BETWEEN_WORDS.split(bare)]
        letters = tuple(dict.fromkeys(part.letter for part in parts if part is not None))
        if len(parts) < 2 or None in parts or "" in letters:
            return None
        notes = tuple(f"word:{part.flag}" for part in parts if part is not None)
        return Reading(letters, is_readable=True, notes=notes)


def _word(bare: str) -> Reading | None:
    """Read a single word for a letter, such as `Responsible`, or for none."""
    word = letter_word(bare)
    if word is None or len(bare) <= 1:
        return None
    return (
        Reading((word.letter,), is_readable=True, notes=(f"word:{word.flag}",))
        if word.letter
        else NONE
    )


def is_mark(text: str) -> bool:
    """Return whether `text` is a tick in a column with a letter as heading: `x`, `✓`."""
    return unicodedata.normalize("NFKC", text).strip().casefold() in MARKS


def is_code(text: str) -> bool:
    """Return whether `text` is a code of a task: `1.2`, `T-01`, `(3)`; a date is none."""
    bare = unicodedata.normalize("NFKC", text).strip()
    return _CODE.fullmatch(bare) is not None and _DATE.fullmatch(bare) is None
