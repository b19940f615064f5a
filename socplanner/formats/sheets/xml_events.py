"""One XML part as events, so guarded that no part can hurt.

A document type is refused, and with it every entity of its own; so are tags too deep, too long or
of too many names, of which the parser would keep each.
"""

from collections.abc import Iterable
from typing import Any, Protocol
from xml.parsers import expat

from socplanner.formats.format_error import refused

DEEPEST = 64
SEPARATOR = "|"
_MOST_NAMES = 4_000
_LONGEST_NAMES = 1024 * 1024
_LONGEST_TAG = 1024 * 1024

Attributes = dict[str, str]

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespace of usual workbooks, and that of Strict Open XML."""


class Listener(Protocol):
    """Who is told of tags and text; names are namespace, separator, name."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear of a tag that opens."""

    def end(self, name: str) -> None:
        """Hear of a tag that closes."""

    def text(self, text: str) -> None:
        """Hear of text, which may come in pieces."""


def names_by_tag(*names: str) -> dict[str, str]:
    """Return the short forms of `names` in either namespace of workbooks."""
    return {f"{space}{SEPARATOR}{name}": name for space in MAIN for name in names}


def listen(pieces: Iterable[bytes], part: str, listener: Listener) -> None:
    """Tell `listener` of all that stands in `part`; raise FormatError if it is no sound XML."""
    names: dict[str, Any] = {}
    parser = expat.ParserCreate(None, SEPARATOR, names)

    def refuse_type(*_: object) -> None:
        raise refused("workbook-with-entities", part=part)

    def on_space(*_: object) -> None:
        """Hear of namespaces, or they would be kept without being among the names."""

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_type
    parser.StartNamespaceDeclHandler = on_space
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            is_long = fed - parser.CurrentByteIndex > _LONGEST_TAG
            if is_long or _are_too_many(names):
                raise refused("workbook-part-damaged", part=part)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, UnicodeError, ValueError):
        raise refused("workbook-part-damaged", part=part) from None


def _are_too_many(names: Iterable[str | None]) -> bool:
    """Tell whether the parser keeps more names, or longer ones, than any workbook has."""
    lengths = [len(each or "") for each in names]
    return len(lengths) > _MOST_NAMES or sum(lengths) > _LONGEST_NAMES
