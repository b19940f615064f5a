"""Letters as people type them: read where they are certain, with a remark on look-alikes."""

from typing import NamedTuple

from socplanner.domain.letters import Cell, LetterSet, plain_letters

LOOK_ALIKE = "look-alike"
"""The remark on a letter of another alphabet that looks like the one meant."""

_LONGEST = 40
_MOST_KEPT = 1_000
_TWINS = str.maketrans(
    {
        **dict(zip("АВЕЅІЈКМНОРСТХУԚԜѴԌ", "ABESIJKMHOPCTXYQWVG", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC", strict=True)),
        **dict(zip("ᎪᏟᎠᎬᎢᏙᏢᎡᏚᎷ", "ACDEIVPRSM", strict=True)),
    }
)


class ReadLetters(NamedTuple):
    """The cell a text means, None where that is not certain, and remarks on how it was read."""

    cell: Cell | None
    remarks: tuple[str, ...] = ()


class LetterReader:
    """Reads the letters of one set, and caches texts: a matrix repeats the same few."""

    def __init__(self, letters: LetterSet) -> None:
        """Read letters of the set `letters`."""
        self._letters = letters
        self._read: dict[str, ReadLetters] = {}

    def read(self, text: str) -> ReadLetters:
        """Return the cell `text` means, as `read_letters` does."""
        cached = self._read.get(text)
        if cached is None:
            cached = read_letters(text, self._letters)
            if len(self._read) < _MOST_KEPT:
                self._read[text] = cached
        return cached


def read_letters(text: str, letters: LetterSet) -> ReadLetters:
    """Return the cell `text` means in the set `letters`, look-alikes with a remark.

    The cell is None for a text that is not letters of the set; an empty text is the blank cell.
    """
    if len(text) > _LONGEST:
        return ReadLetters(None)
    cell = letters.read(text)
    if cell is not None:
        return ReadLetters(cell)
    plain = plain_letters(text)
    twin = plain.translate(_TWINS)
    cell = None if twin == plain else letters.read(twin)
    return ReadLetters(cell, () if cell is None else (LOOK_ALIKE,))
