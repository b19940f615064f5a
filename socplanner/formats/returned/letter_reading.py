"""Letters as people type them: what was surely meant, and how far it had to be mended."""

import unicodedata
from typing import NamedTuple

from socplanner.domain.letters import BLANK, UNDECIDED_LETTER, Cell, LetterSet

LOOK_ALIKE = "look-alike"
"""The remark of a letter from another alphabet."""

_LONGEST = 40
_MOST_KEPT = 1_000
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TWINS = str.maketrans(
    {
        **dict(zip("АВЕЅІЈКМНОРСТХУԚԜѴԌ", "ABESIJKMHOPCTXYQWVG", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC", strict=True)),
        **dict(zip("ᎪᏟᎠᎬᎢᏙᏢᎡᏚᎷ", "ACDEIVPRSM", strict=True)),
    }
)


class ReadLetters(NamedTuple):
    """The cell that was meant, None where that is not sure, and what was done to find it."""

    cell: Cell | None
    remarks: tuple[str, ...] = ()


class LetterReader:
    """Reads the letters of one set; a matrix says the same few texts thousands of times."""

    def __init__(self, letters: LetterSet) -> None:
        """Read letters of the set `letters`."""
        self._letters = letters
        self._read: dict[str, ReadLetters] = {}

    def read(self, text: str) -> ReadLetters:
        """Return what a person meant by `text`, as `read_letters` does."""
        known = self._read.get(text)
        if known is None:
            known = read_letters(text, self._letters)
            if len(self._read) < _MOST_KEPT:
                self._read[text] = known
        return known


def read_letters(text: str, letters: LetterSet) -> ReadLetters:
    """Return what a person meant by `text`; a letter that is doubted (`A?`) is not read."""
    if len(text) > _LONGEST:
        return ReadLetters(None)
    plain = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).strip()
    if not plain:
        return ReadLetters(BLANK)
    cell = _read(plain, letters)
    if cell is not None:
        return ReadLetters(cell)
    twin = plain.upper().translate(_TWINS)
    cell = None if twin == plain.upper() else _read(twin, letters)
    return ReadLetters(cell, () if cell is None else (LOOK_ALIKE,))


def _read(plain: str, letters: LetterSet) -> Cell | None:
    if UNDECIDED_LETTER in plain:
        return Cell(UNDECIDED_LETTER) if set(plain) == {UNDECIDED_LETTER} else None
    return letters.read(plain)
