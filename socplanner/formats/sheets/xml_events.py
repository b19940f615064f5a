"""One XML part as events, bounded so that no part can do harm.

A document type is refused, and with it every entity the part would define. So are tags that are too
long, and too many different names, each of which the parser would keep in memory. Listeners bound
the depth by `DEEPEST`.
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
"""The namespaces of usual workbooks, and of Strict Open XML."""


class Listener(Protocol):
    """Receives tags and text of a part; names are namespace, separator, name."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Receive an opening tag."""

    def end(self, name: str) -> None:
        """Receive a closing tag."""

    def text(self, text: str) -> None:
        """Receive text, which may come in pieces."""


def names_by_tag(*names: str) -> dict[str, str]:
    """Return the short forms of `names` by their full names in both namespaces of workbooks."""
    return {f"{space}{SEPARATOR}{name}": name for space in MAIN for name in names}


def listen(pieces: Iterable[bytes], part: str, listener: Listener) -> None:
    """Send the content of `part` to `listener`; raise FormatError if it is invalid or too large."""
    names: dict[str, Any] = {}
    parser = expat.ParserCreate(None, SEPARATOR, names)

    def refuse_type(*_: object) -> None:
        raise refused("workbook-with-entities", part=part)

    def on_space(*_: object) -> None:
        """Receive namespaces, or the parser would keep them without adding them to `names`."""

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
    """Return whether the parser keeps more names, or longer ones, than any workbook has."""
    lengths = [len(each or "") for each in names]
    return len(lengths) > _MOST_NAMES or sum(lengths) > _LONGEST_NAMES
