"""Makes the text of a PDF of Qt searchable where a font draws two characters alike.

Fonts draw 方 (U+65B9) and the radical ⽅ (U+2F45) with one glyph. A PDF stores glyphs, and for each
the character it stands for; Qt (6.11) stores the first one of the font, so that a search for 方
fails. Here radicals and the like become the characters that people type. Codes keep their length,
so that nothing else of the file moves. Of glyphs whose radicals follow one another (`<1> <2> <c>`)
the code of the first stands for all; such a range is left as it is.
"""

import re
import unicodedata

_TABLE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_VALUES = re.compile(rb"\[[^\]]*\]|<(\w{4})> <\1> <\w{4}>")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⺩⺫⻄⻆⻊⻑⻗⻘⻝⻣⻤⻨⻩⻫⻭⻯⻲",
        "母民王目西角足長雨青食骨鬼麦黄斉歯竜亀",
        strict=True,
    )
)
"""Radicals of which Unicode has no decomposition."""

_OTHERS = {"\u2027": "・", "\t": " ", "\xa0": " "}
_DOUBLES = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF))


def searchable_pdf(pdf: bytes) -> bytes:
    """Return `pdf` with its tables from glyphs to characters corrected."""
    return _TABLE.sub(_corrected, pdf)


def usual_character(character: str) -> str:
    """Return the character that people type for one that looks the same."""
    if character in _OTHERS:
        return _OTHERS[character]
    if not any(first <= ord(character) <= last for first, last in _DOUBLES):
        return character
    usual = _SUPPLEMENT.get(character, unicodedata.normalize("NFKC", character))
    return usual if len(usual) == 1 and ord(usual) <= 0xFFFF else character


def _corrected(table: re.Match[bytes]) -> bytes:
    return _VALUES.sub(_corrected_values, table[0])


def _corrected_values(values: re.Match[bytes]) -> bytes:
    """Return the codes of some glyphs, all in brackets, or one at the end of a range of one."""
    if values[1] is None:
        return _CODE.sub(_usual_code, values[0])
    return values[0][:-6] + _CODE.sub(_usual_code, values[0][-6:])


def _usual_code(code: re.Match[bytes]) -> bytes:
    value = int(code[1], 16)
    if 0xD800 <= value <= 0xDFFF:  # half of a character beyond the first plane
        return code[0]
    usual = ord(usual_character(chr(value)))
    return code[0] if usual == value else b"<%04X>" % usual
