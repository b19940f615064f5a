"""What cells of a returned workbook are likely to mean that hold more or other than letters.

It is proposed, never taken: `実行`, `◎`, `R (Tanaka)`.
"""

from socplanner.domain.letters import Cell, LetterSet
from socplanner.formats.external.cell_reading import CellReader, Reading
from socplanner.formats.external.usual_signs import sign_letters

_WORD = "word:"


class ProposedLetterReader:
    """Reads cells that `LetterReader` cannot read, in letters of one set."""

    def __init__(self, letters: LetterSet) -> None:
        """Read in letters of the set `letters`."""
        self._letters = letters
        self._reader = CellReader(frozenset(each.symbol for each in letters.letters))

    def read(self, text: str) -> Cell | None:
        """Return what `text` is likely to mean, or None."""
        found = self._reader.read(text.strip())
        symbols = self._symbols(found) if found is not None else ()
        if not symbols:
            signs = sign_letters(text.strip(), self._letters)
            return Cell(signs) if signs else None
        return self._letters.cell(symbols)

    def _symbols(self, reading: Reading) -> tuple[str, ...]:
        flags = [note.removeprefix(_WORD) for note in reading.notes if note.startswith(_WORD)]
        symbols = [self._letters.symbol_for(flag) for flag in flags] or list(reading.letters)
        known = all(self._letters.letter(symbol) is not None for symbol in symbols)
        return tuple(symbols) if known else ()
