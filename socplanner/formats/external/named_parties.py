"""Parties named in the cells, below headings of letters.

A cell may have several names. Separators such as `,` always divide it; others such as `/` and
`and` only if each piece is also a name on its own, else it is one name, perhaps with a question.
"""

import re

from socplanner.domain.external.understood import NOT_WRITTEN, PartyColumn, Written
from socplanner.formats.external.draft_table import DraftTable, PartyAt
from socplanner.formats.external.external_bounds import MOST_PARTIES
from socplanner.formats.external.field_words import flattened, one_line

_SURE = re.compile(r"[,、，;；\n]+")
_UNSURE = re.compile(r"\s*[/／&＆+・]\s*|\s+(?:and|und|et|y|en)\s+")


def find_named_parties(table: DraftTable) -> None:
    """Add the names in the cells to `table` as parties, with the letters of their headings."""
    names: dict[str, str] = {}
    by_letter: dict[int, dict[str, list[str]]] = {}
    alone = _alone(table)
    for row in table.band.body:
        for column, symbol in table.band.symbols.items():
            for name in _names(table, row, column, alone):
                key = flattened(name)
                names.setdefault(key, name)
                by_letter.setdefault(row, {}).setdefault(key, []).append(symbol)
    if len(names) > MOST_PARTIES:
        table.ask("too-many-parties", parties=len(names), most=MOST_PARTIES)
        return
    table.parties = [PartyAt(PartyColumn(name), ()) for name in names.values()]
    for row, letters in by_letter.items():
        table.written[row] = tuple(
            Written(names[key], tuple(letters[key])) if key in letters else NOT_WRITTEN
            for key in names
        )


def _alone(table: DraftTable) -> frozenset[str]:
    """Return the flattened names that occur on their own, between separators that are certain."""
    return frozenset(
        flattened(part)
        for row in table.band.body
        for column in table.band.symbols
        for part in _SURE.split(table.canvas.text(row, column))
    )


def _names(table: DraftTable, row: int, column: int, alone: frozenset[str]) -> list[str]:
    text = table.canvas.text(row, column)
    reading = table.canvas.reader.read(text) if text else None
    if (
        not text
        or (reading is not None and reading.is_none)
        or (row, column) in table.canvas.claimed
    ):
        return []
    names: list[str] = []
    for part in _SURE.split(text):
        bare = one_line(part)
        pieces = [piece for piece in _UNSURE.split(bare) if piece]
        if len(pieces) < 2 or bare in table.answers.as_one:
            names += [bare] if bare else []
            continue
        is_name = [flattened(piece) in alone for piece in pieces]
        if all(is_name) or bare in table.answers.as_several:
            names += pieces
            continue
        if any(is_name):
            table.ask("one-name-or-two", cell=table.at(row, column), text=bare)
        names.append(bare)
    return list(dict.fromkeys(names))
