"""Removing empty cells, empty rows and the text of formulas before the XML is parsed.

A matrix is mostly empty cells with borders, and some sheets have a million rows with nothing but a
height. An event in Python for each costs a hundred times what this search does. Rules:

- Only what is certain is removed. What the search misses, such as a tag across two pieces, is
  parsed as usual.
- Some programs write the place of the first cell of a row only, and the others are counted from
  it. So an empty cell or row is only removed before one that has its place, or before the end.
- Of a formula only its value is read, so its text is removed; it may be longer than all the texts
  of a sheet. A formula without a value keeps its tag, since that is reported.
"""

import re

_ATTRIBUTES = rb'(?: [\w:]+="[^"<>]*")*'
_CELL = re.compile(
    rb'<(?:x:)?c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,6}")? ?/>'
    rb'(?=<(?:x:)?c r="|</(?:x:)?row>)'
)
_ROW = re.compile(
    rb'<(?:x:)?row r="[0-9]{1,7}"' + _ATTRIBUTES + rb" ?(?:/>|></(?:x:)?row>)"
    rb'(?=<(?:x:)?row r="|</(?:x:)?sheetData>)'
)
_VALUED = re.compile(rb"<(?:x:)?f(?: [^<>]*)?>[^<]*</(?:x:)?f>(?=<(?:x:)?v>[^<])")
"""A formula followed by its value."""

_FORMULA = re.compile(rb"(<(?:x:)?f(?: [^<>]*)?>)[^<]+(?=</(?:x:)?f>)")
"""The text of another formula, whose tag stays."""

_VERBATIM = (b"<![CDATA[", b"]]>")
"""Begin and end of a section in which signs of a tag are plain text."""


def without_empty(piece: bytes) -> bytes:
    """Return `piece` of a sheet's XML without the text of formulas, empty cells and empty rows."""
    if not any(edge in piece for edge in _VERBATIM):
        piece = _FORMULA.sub(rb"\1", _VALUED.sub(b"", piece))
    return _ROW.sub(b"", _CELL.sub(b"", piece))
