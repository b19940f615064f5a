"""Texts for comparison: without differences of width, case, kana, hyphens and long vowels.

`fold` is what searches compare; a code is found with its hyphen or without, ネットワーク as
ねっとわーく, サーバー as サーバ, ﾌｫﾚﾝｼﾞｯｸ as フォレンジック.
"""

import unicodedata
from typing import NamedTuple

_HYPHENS = "-‐‑‒–—―−ー"
_DROPPED = _HYPHENS + "・゠"
_FIRST_KATAKANA, _LAST_KATAKANA = 0x30A1, 0x30F6
_TO_HIRAGANA = 0x60
_TABLE: dict[int, int | None] = {
    **dict.fromkeys(map(ord, _DROPPED)),
    **{code: code - _TO_HIRAGANA for code in range(_FIRST_KATAKANA, _LAST_KATAKANA + 1)},
}
_VOICED = {0x309B: 0x3099, 0x309C: 0x309A}
"""Voiced marks that stand alone, as those that join the kana before them."""


def fold(text: str) -> str:
    """Return `text` for comparison."""
    if text.isascii():
        return text.lower().replace("-", "")
    plain = unicodedata.normalize("NFKC", text.translate(_VOICED)).casefold()
    folded = unicodedata.normalize("NFKC", plain).translate(_TABLE)
    return unicodedata.normalize("NFC", folded)  # a mark may follow another letter by now


def code_beginning(text: str) -> str:
    """Return the folded letters of `text` if it is the beginning of a code: `b` for `B-`, else "".

    Without its hyphen such a text would be found in every name with these letters.
    """
    letters = unicodedata.normalize("NFKC", text).strip().casefold()
    is_beginning = letters[-1:] in _HYPHENS and letters[:-1].isascii() and letters[:-1].isalnum()
    return letters[:-1] if is_beginning else ""


def begins_code(beginning: str, code: str) -> bool:
    """Return whether `code` has `beginning`, as `code_beginning` returns it, before a hyphen."""
    return code.casefold().startswith(f"{beginning}-")


class FoldedText(NamedTuple):
    """A folded text, and for each of its characters where it is in the text it was made of."""

    text: str
    places: tuple[tuple[int, int], ...]


def folded_with_places(text: str) -> FoldedText:
    """Return `text` folded, with the range of each character; no ranges where they are unclear.

    Characters that join the one before, such as a half-width voiced mark, belong to its range.
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    begin = 0
    while begin < len(text):
        end = begin + 1
        while end < len(text) and _joins(text[end]):
            end += 1
        part = fold(text[begin:end])
        parts.append(part)
        places += [(begin, end)] * len(part)
        begin = end
    folded = fold(text)
    return FoldedText(folded, tuple(places) if "".join(parts) == folded else ())


def _joins(character: str) -> bool:
    """Return whether `character` changes the one before it."""
    return character in "ﾞﾟ゛゜" or unicodedata.category(character).startswith("M")
