"""Cleaning and validation of texts: everything people write, less what breaks a screen or a file.

Every text that enters a plan through an edit passes `clean_line` or `clean_text`; a file is read
strictly by the same rule (`bad_character`), so what an edit accepts can always be opened again.
"""

import re

from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import EditRejected

LONGEST_NAME = 200
LONGEST_TEXT = 4000
"""The most characters of a note."""

LONGEST_COVERAGE = 200

_BAD = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
"""Control characters, bidirectional embeddings, overrides and isolates, lone surrogates."""

_BAD_IN_JSON = r"\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
LINE_PATTERN = f"^[^{_BAD_IN_JSON}]*$"
NAME_PATTERN = rf"^(?=.*\S)[^{_BAD_IN_JSON}]*$"
TEXT_PATTERN = rf"^(?:[^{_BAD_IN_JSON}]|[\n\t])*$"
"""Patterns of a line that may be empty, of a name and of a longer text, for a JSON Schema."""

_IN_A_NAME = f"[{_BAD}]"
_IN_A_TEXT = rf"(?![\n\t])[{_BAD}]"
_LINE_BREAK = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_GAP = "\r\n|[\t\n\r\x0b\x0c\x85\u2028\u2029]"


def bad_character(text: str, *, is_name: bool) -> str | None:
    """Return the first character of `text` that a plan may not have, as `U+XXXX`, or None.

    Line breaks and tabs are legal in a text but not in a name.
    """
    if text.isprintable():  # most texts are: no need for the patterns, which are slow to compile
        return None
    match = re.search(_IN_A_NAME if is_name else _IN_A_TEXT, text)
    return None if match is None else f"U+{ord(match.group()):04X}"


def clean_text(text: str) -> str:
    """Return `text` with line feeds as line breaks, without characters that no text may have."""
    if text.isprintable():
        return text
    return re.sub(_IN_A_TEXT, "", re.sub(_LINE_BREAK, "\n", text))


def clean_line(text: str) -> str:
    """Return `text` on one line, without characters no name may have; a break becomes a space."""
    if text.isprintable():
        return text
    return re.sub(_IN_A_NAME, "", re.sub(_GAP, " ", text))


def removed_from(text: str) -> int:
    """Return how many characters `clean_text` removes from `text`."""
    if text.isprintable():
        return 0
    return len(re.findall(_IN_A_TEXT, re.sub(_LINE_BREAK, "\n", text)))


def validated_name(name: LocalText) -> LocalText:
    """Return `name` cleaned; raise EditRejected if either language is empty or too long."""
    return LocalText(validated_line(name.ja), validated_line(name.en))


def validated_line(text: str) -> str:
    """Return `text` cleaned to one line; raise EditRejected if it is blank or too long."""
    line = clean_line(text)
    if not line.strip():
        raise EditRejected("empty-name")
    if len(line) > LONGEST_NAME:
        raise EditRejected("name-too-long", length=len(line), longest=LONGEST_NAME)
    return line
