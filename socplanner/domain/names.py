"""What may be a name: everything people write, less what breaks a screen, a file or trust."""

import re

from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import EditRejected

LONGEST_NAME = 200
LONGEST_TEXT = 4000
"""Of a note."""

LONGEST_COVERAGE = 200

_BAD = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_IN_A_NAME = f"[{_BAD}]"
_IN_A_TEXT = rf"(?![\n\t])[{_BAD}]"


def bad_character(text: str, *, is_name: bool) -> str | None:
    """Return the first control or bidirectional-override character of `text` as `U+XXXX`, or None.

    Line breaks and tabs are legal in a text but not in a name.
    """
    if text.isprintable():  # most texts are: no need for the patterns, which are slow to compile
        return None
    found = re.search(_IN_A_NAME if is_name else _IN_A_TEXT, text)
    return None if found is None else f"U+{ord(found.group()):04X}"


def proved_name(name: LocalText) -> LocalText:
    """Return `name`; raise EditRejected if it is empty, too long, or holds a bad character."""
    for text in (name.ja, name.en):
        proved_line(text)
    return name


def proved_line(text: str) -> str:
    """Return `text`; raise EditRejected if it will not do as a name."""
    if not text.strip():
        raise EditRejected("empty-name")
    if len(text) > LONGEST_NAME:
        raise EditRejected("name-too-long", length=len(text), longest=LONGEST_NAME)
    bad = bad_character(text, is_name=True)
    if bad is not None:
        raise EditRejected("bad-character", character=bad)
    return text
