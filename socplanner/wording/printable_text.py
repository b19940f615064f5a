"""Text from files as a terminal may show it: nothing in it moves the cursor or reverses a line."""

import re

_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_ALLOWED = {ord("\n"): None, ord("\t"): None}


def printable_text(text: str) -> str:
    r"""Return `text` with control and direction characters as `\u001b`, as JSON writes them.

    Line breaks and tabs stay.
    """
    is_harmless = text.translate(_ALLOWED).isprintable()
    return text if is_harmless else re.sub(_HARMFUL, _escaped, text)


def printable_line(text: str) -> str:
    r"""Return `text` in one line of a terminal: a line break within it is written `\n`."""
    return printable_text(text.replace("\r\n", "\n").replace("\n", "\\n"))


def _escaped(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
