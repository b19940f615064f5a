"""References as workbooks write them: `C` is column 3, `A1:C2` a block."""

import re
from functools import lru_cache

from socplanner.formats.sheets.bounds import MOST_COLUMNS, MOST_ROWS
from socplanner.formats.sheets.grid import Block

_BLOCK = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")


@lru_cache(maxsize=MOST_COLUMNS)
def column_of(letters: str) -> int:
    """Return the number of the column `letters`, or 0 if there is no such column."""
    if not 1 <= len(letters) <= 3 or not (letters.isascii() and letters.isalpha()):
        return 0
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number if number <= MOST_COLUMNS else 0


def block_of(reference: str) -> Block | None:
    """Return the block of `reference` (`A1`, `$A$1:C2`), or None if it is no valid reference."""
    match = _BLOCK.fullmatch(reference)
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    columns = sorted((column_of(left), column_of(right or left)))
    rows = sorted((int(top), int(bottom or top)))
    if columns[0] < 1 or rows[0] < 1 or rows[1] > MOST_ROWS:
        return None
    return Block(rows[0], columns[0], rows[1], columns[1])
