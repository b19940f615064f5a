"""What the headings of a self-check sheet mean: codes, roles, scores, evidence and remarks."""

from socplanner.domain.external.score_sheet import ColumnMeaning
from socplanner.formats.external.field_words import flattened, is_only, words_in
from socplanner.formats.external.score_words import (
    CODE_WORDS,
    EVIDENCE_PARTS,
    INHOUSE_PARTS,
    OTHER_PARTS,
    OUTSOURCED_PARTS,
    REMARK_PARTS,
    ROLE_WORDS,
    WORDS_FOR_ROLE,
)

_FROM_SIDE: dict[tuple[str, str], ColumnMeaning] = {
    ("inhouse", "evidence"): "inhouse-evidence",
    ("outsourced", "evidence"): "outsourced-evidence",
    ("", "evidence"): "evidence",
    ("inhouse", "remark"): "inhouse-remark",
    ("outsourced", "remark"): "outsourced-remark",
    ("", "remark"): "remark",
    ("inhouse", "score"): "inhouse",
    ("outsourced", "score"): "outsourced",
}


def heading_meaning(heading: str) -> ColumnMeaning:
    """Return what a column with `heading` has; empty if that cannot be recognised."""
    text = flattened(heading)
    side = _side(text)
    if _has(text, EVIDENCE_PARTS):
        return _FROM_SIDE.get((side, "evidence"), "")
    if _has(text, REMARK_PARTS):
        return _FROM_SIDE.get((side, "remark"), "")
    if is_only(text, CODE_WORDS | WORDS_FOR_ROLE) and not is_only(text, WORDS_FOR_ROLE):
        return "code"
    if is_only(text, ROLE_WORDS):
        return "role"
    if not side or _has(text, OTHER_PARTS):
        return ""
    return _FROM_SIDE.get((side, "score"), "")


def _side(text: str) -> str:
    """Return the side that `text` names; `both` where it names both, such as that of sourcing."""
    sides = [
        side
        for side, words in (("inhouse", INHOUSE_PARTS), ("outsourced", OUTSOURCED_PARTS))
        if _has(text, words)
    ]
    return "both" if len(sides) > 1 else "".join(sides)


def _has(text: str, parts: tuple[str, ...]) -> bool:
    """Return whether `text` has one of `parts`: words of their own, or anywhere in Japanese."""
    words = words_in(text)
    return any(
        part in text if not part.isascii() or " " in part else _begins_any(words, part)
        for part in parts
    )


def _begins_any(words: tuple[str, ...], part: str) -> bool:
    return any(word.startswith(part) for word in words)
