"""Likely letters of cells that have more or other texts than letters: `実行`, `◎`, `R (Tanaka)`.

They are proposed with a doubt, and only accepted by a person.
"""

from socplanner.domain.letters import Cell, LetterSet
from socplanner.formats.external.cell_reading import CellReader, Reading
from socplanner.formats.external.usual_signs import sign_letters

_WORD = "word:"


class ProposedLetterReader:
    """Reads cells that `LetterReader` cannot read, in letters of one set."""

    def __init__(self, letters: LetterSet) -> None:
        """Propose letters of the set `letters`."""
        self._letters = letters
        self._reader = CellReader(frozenset(each.symbol for each in letters.letters))

    def read(self, text: str) -> Cell | None:
        """Return the cell `text` is likely to mean, or None."""
        reading = self._reader.read(text.strip())
        symbols = self._symbols(reading) if reading is not None else ()
        if not symbols:
            signs = sign_letters(text.strip(), self._letters)
            return Cell(signs) if signs else None
        return self._letters.cell(symbols)

    def _symbols(self, reading: Reading) -> tuple[str, ...]:
        flags = [note.removeprefix(_WORD) for note in reading.notes if note.startswith(_WORD)]
        symbols = [self._letters.symbol_for(flag) for flag in flags] or list(reading.letters)
        are_readable = all(self._letters.letter(symbol) is not None for symbol in symbols)
        return tuple(symbols) if are_readable else ()
