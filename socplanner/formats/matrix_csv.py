"""The responsibility matrix as CSV (RFC 4180), such as every spreadsheet opens without asking.

A spreadsheet takes a text that begins with `=` for a formula, also when it comes from a file that
somebody else filled in. Such texts get an apostrophe in front; `docs/command-line.md` says so.
"""

import re

from socplanner.domain.matrix import Matrix
from socplanner.formats.matrix_table import table_of
from socplanner.wording.language import Words

# the byte-order mark tells Excel that what follows is UTF-8 and not the code page of the system
_BOM = "\ufeff"
_RISKY = re.compile(r"'*(\s*[=+\-@＝＋－＠]|[\t\r\n\x00])")
_TO_QUOTE = re.compile(r'[",\r\n]|^\s|\s$')


def render_csv(matrix: Matrix, words: Words) -> bytes:
    """Return the CSV of `matrix`: heads, then one line a role."""
    table = table_of(matrix, words, with_ids=True)
    lines = (",".join(_field(text) for text in row) for row in (table.headings, *table.rows))
    return (_BOM + "".join(f"{line}\r\n" for line in lines)).encode()


def neutralised(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula.

    What looks neutralised already gets another apostrophe: taking one away gives the text back.
    """
    return f"'{text}" if _RISKY.match(text) else text


def _field(text: str) -> str:
    """Return `text` neutralised and, where need be, quoted."""
    safe = neutralised(text)
    return '"' + safe.replace('"', '""') + '"' if _TO_QUOTE.search(safe) else safe
