"""The text of a cell or shared string, decoded from its XML."""

import re

from socplanner.formats.sheets.bounds import LONGEST_TEXT

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LINE_ENDS = re.compile("\r\n?")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def meant(text: str) -> str:
    """Return `text` with escapes such as `_x000A_` decoded, and plain as `plain_text` has it."""
    return plain_text(_ESCAPED.sub(_character, text)) if "_x" in text else plain_text(text)


def plain_text(text: str) -> str:
    """Return `text` without control characters, line ends as newlines, cut to a cell's length."""
    if not text.isprintable():
        text = _CONTROLS.sub("", text)
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT]


def _character(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16))
