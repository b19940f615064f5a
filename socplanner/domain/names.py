"""What may be a name: everything people write, less what breaks a screen, a file or trust."""

import unicodedata

from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import EditRejected

LONGEST_NAME = 200

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ALLOWED_IN_TEXT = frozenset("\n\t")


def bad_character(text: str, *, is_name: bool) -> str | None:
    """Return the first control or bidirectional-override character of `text` as `U+XXXX`, or None.

    Line breaks and tabs are legal in a text but not in a name.
    """
    for char in text:
        if not is_name and char in _ALLOWED_IN_TEXT:
            continue
        if (
            char in _OVERRIDES
            or unicodedata.category(char) in {"Cc", "Cs"}
            or char in "\u2028\u2029"
        ):
            return f"U+{ord(char):04X}"
    return None


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
