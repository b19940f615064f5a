"""Letters as people type them: what was surely meant, and how far it had to be mended."""

from typing import NamedTuple

from socplanner.domain.letters import Cell, LetterSet, plain_letters

LOOK_ALIKE = "look-alike"
"""The remark of a letter from another alphabet."""

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
    """Return what a person meant by `text`, as `letters` read it; look-alikes with a remark."""
    if len(text) > _LONGEST:
        return ReadLetters(None)
    cell = letters.read(text)
    if cell is not None:
        return ReadLetters(cell)
    plain = plain_letters(text)
    twin = plain.translate(_TWINS)
    cell = None if twin == plain else letters.read(twin)
    return ReadLetters(cell, () if cell is None else (LOOK_ALIKE,))
