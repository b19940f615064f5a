"""How people write that a party has no letter, in a cell that they did not want to leave empty."""

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
    """Tell whether `text` is a sign or a word for nothing: `-`, `—`, `なし`, `N/A`."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    bare = plain.strip("()[]")
    is_word = bare in _WORDS or " ".join(bare.split()) in _PHRASES
    return is_word or _SIGNS.fullmatch(bare) is not None


def is_removal(text: str) -> bool:
    """Tell whether `text`, written over letters, is likely to mean that they are to go.

    A cross or a plain `no` means that only where letters were: elsewhere it may be an answer.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    is_refusal = plain in _REFUSALS or _CROSSES.fullmatch(plain) is not None
    return is_refusal or is_nothing(text)
