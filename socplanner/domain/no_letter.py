"""Recognising signs and words for "no letter", in cells that people did not leave empty."""

import re
import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SIGNS = re.compile(r"[-‐-―ー−_.・~〜]+|n\s*[/.]?\s*a\.?", re.IGNORECASE)
_CROSSES = re.compile(r"[xX×✕✖╳✗✘∅⊘]+")
_WORDS = _words("none nil false ☐ なし ナシ 無し 無 該当なし 該当無し 対象外 担当なし aucun keine")
_REFUSALS = _words("no nothing null not empty removed deleted 削除 不要 無い ない")
_PHRASES = frozenset({"not applicable", "not involved", "no involvement", "not assigned"})


def is_nothing(text: str) -> bool:
    """Return whether `text` is a sign or a word for nothing: `-`, `—`, `なし`, `N/A`."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    bare = plain.strip("()[]")
    is_word = bare in _WORDS or " ".join(bare.split()) in _PHRASES
    return is_word or _SIGNS.fullmatch(bare) is not None


def is_removal(text: str) -> bool:
    """Return whether `text`, written over letters, probably means that they are removed.

    A cross or a plain `no` means that only where there were letters: elsewhere it may be an answer.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    is_refusal = plain in _REFUSALS or _CROSSES.fullmatch(plain) is not None
    return is_refusal or is_nothing(text)
