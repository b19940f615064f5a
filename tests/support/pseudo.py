"""A language nobody speaks: every message comes back as ⟦…⟧, so that what is none shows."""

import re
from gettext import NullTranslations

from socplanner.domain.local_text import LocalText
from socplanner.wording.language import Words

OPEN, CLOSE = "⟦", "⟧"
_INNERMOST = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


class _Bracketing(NullTranslations):
    def gettext(self, message: str) -> str:
        """Return `message` in brackets."""
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form that fits `n` in brackets."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class PseudoWords(Words):
    """Words that can be told from a literal; names of catalogue and planner are bracketed too."""

    def local(self, text: LocalText) -> str:
        """Return the English name in brackets."""
        return f"{OPEN}{super().local(text)}{CLOSE}"


def pseudo_words() -> Words:
    """Return the words of the pseudo-language."""
    return PseudoWords("en", _Bracketing())


def literals_in(text: str) -> list[str]:
    """Return each word of `text` that stands outside every bracket: what nobody can translate.

    Single letters, digits and marks (`B-1`, `R`, `⌂`) are no words.
    """
    previous = ""
    while previous != text:
        previous, text = text, _INNERMOST.sub(" ", text)
    return _LETTERS.findall(text)
