"""The responsibility matrix as CSV (RFC 4180) that every spreadsheet opens without a question.

A spreadsheet reads a text that begins with `=` as a formula, also one from a file that another
person filled in. Such texts get an apostrophe in front; `docs/command-line.md` describes this.
"""

import re

from socplanner.domain.matrix import Matrix
from socplanner.formats.matrix_table import table_of
from socplanner.wording.language import Words

# With the byte-order mark Excel reads UTF-8 instead of the code page of the system.
_BOM = "\ufeff"
_RISKY = re.compile(r"'*(\s*[=+\-@＝＋－＠]|[\t\r\n\x00])")
_TO_QUOTE = re.compile(r'[",\r\n]|^\s|\s$')


def render_csv(matrix: Matrix, words: Words) -> bytes:
    """Return the CSV of `matrix` in UTF-8 with a byte-order mark: headings, then a line a role."""
    table = table_of(matrix, words, with_ids=True)
    lines = (",".join(_field(text) for text in row) for row in (table.headings, *table.rows))
    return (_BOM + "".join(f"{line}\r\n" for line in lines)).encode()


def neutralised(text: str) -> str:
    """Return `text` so that no spreadsheet reads it as a formula.

    A text that looks neutralised already gets another apostrophe, so that removing one always gives
    the text back.
    """
    return f"'{text}" if _RISKY.match(text) else text


def _field(text: str) -> str:
    """Return `text` neutralised, and quoted where CSV needs it."""
    safe = neutralised(text)
    return '"' + safe.replace('"', '""') + '"' if _TO_QUOTE.search(safe) else safe
