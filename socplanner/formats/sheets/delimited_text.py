"""Comma-, tab- or semicolon-separated text as a grid; a field that looks like a formula is text."""

import csv
import io
from collections.abc import Sequence
from types import MappingProxyType

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import MEGABYTE, MOST_COLUMNS, MOST_ROWS, Allowance
from socplanner.formats.sheets.cell_text import plain_text
from socplanner.formats.sheets.grid import Grid, Place

TEXT_ENDINGS = (".csv", ".tsv", ".txt")
MOST_TEXT = 8 * MEGABYTE
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ("\t", ",", ";")
_LOOKED_AT = 4096


def grid_of_text(content: bytes, name: str, allowance: Allowance) -> Grid:
    """Return the grid of the text file `name`.

    Raise FormatError if it is too big, in an unknown encoding, or not delimited text.
    """
    if len(content) > MOST_TEXT:
        raise refused("text-too-big", most=MOST_TEXT // MEGABYTE)
    text = text_in(content)
    delimiter = "\t" if name.lower().endswith(".tsv") else _delimiter_of(text)
    texts: dict[Place, str] = {}
    try:
        lines = io.StringIO(text, newline="")
        for row, fields in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
            if row > MOST_ROWS or len(fields) > MOST_COLUMNS:
                raise refused("text-not-delimited")
            for column, field in enumerate(fields, start=1):
                if field:
                    allowance.count_cell(field)
                    texts[Place(row, column)] = plain_text(field)
    except csv.Error:
        raise refused("text-not-delimited") from None
    return Grid(name.rpartition(".")[0], MappingProxyType(texts))


def text_in(content: bytes) -> str:
    """Return `content` decoded from UTF-8, UTF-16 or the code page of Japanese Windows.

    Raise FormatError if it is none of them.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            encodings: Sequence[str] = (encoding,)
            break
    else:
        encodings = () if b"\0" in content else ("utf-8", "cp932")
    for encoding_name in encodings:
        try:
            return content.decode(encoding_name)
        except UnicodeDecodeError:
            continue
    raise refused("text-neither-utf-8-nor-932")


def _delimiter_of(text: str) -> str:
    """Return the most frequent delimiter outside quotation marks, a comma if there is none."""
    outside = "".join(text[:_LOOKED_AT].split('"')[::2])
    return max(_DELIMITERS, key=lambda each: (outside.count(each), each == ","))
