"""Long texts on one line, shortened so that what differs between them stays visible."""

from collections.abc import Sequence

LONGEST = 80
_BEFORE = 15
"""Characters that are shown before the first one that differs."""


def on_one_line(text: str) -> str:
    """Return `text` with a sign for each line break."""
    return " ↵ ".join(text.replace("\t", " ").split("\n"))


def shortened_line(text: str, longest: int = LONGEST) -> str:
    """Return `text` on one line, cut with an ellipsis where it is longer than `longest`."""
    line = on_one_line(text)
    return line if len(line) <= longest else line[: longest - 1] + "…"


def shortened_apart(texts: Sequence[str], longest: int = LONGEST) -> list[str]:
    """Return `texts` shortened; a long beginning that all of them have is left out."""
    lines = [on_one_line(text) for text in texts]
    if max(map(len, lines), default=0) <= longest:
        return lines
    start = _common_length(lines) - _BEFORE
    if start <= longest // 2:
        return [shortened_line(line, longest) for line in lines]
    return [shortened_line(f"…{line[start:]}", longest) for line in lines]


def _common_length(lines: Sequence[str]) -> int:
    """Return the number of characters with which all of `lines` begin."""
    pairs = enumerate(zip(*lines, strict=False))
    shortest = min(map(len, lines))
    return next((place for place, chars in pairs if len(set(chars)) > 1), shortest)
