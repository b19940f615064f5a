"""Where each text of a card stands, in pixels from its upper left corner.

At the left edge the rail of the sourcing; upper left the code on the tint of its function, beside
it the marks of a finding and of a role that is elsewhere than usual; upper right the parties that
are accountable (a filled chip) and responsible (an outlined one; both is filled and outlined), and
the sign of the sourcing; below, the name over the whole width.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from socplanner.domain.catalogue import PARTY_KINDS, PartyKind
from socplanner.domain.checks.finding import Severity
from socplanner.ui.board.card import Badge, Card
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.text_fit import PAD, RAIL, SIDES, TextFit, line_height, strip_height
from socplanner.wording.terms import severity_mark, sourcing_mark

DEVIATION_MARK = "≠"
_SMALLEST = 6


class Part(Enum):
    """What a text of a card is."""

    CODE = "code"
    NAME = "name"
    ACCOUNTABLE = "accountable"
    RESPONSIBLE = "responsible"
    BOTH = "accountable and responsible"
    MORE = "more"
    SOURCING = "sourcing"
    SEVERITY = "severity"
    DEVIATION = "deviation"


class Inscription(NamedTuple):
    """One text: what and where it is, its size; `place` numbers a kind of party or a severity."""

    part: Part
    rect: Rect
    text: str
    size: int
    is_bold: bool = False
    place: int = 0


def face_of(card: Card, width: int, text: int, fit: TextFit) -> tuple[Inscription, ...]:
    """Return every text of `card` at `width`, its name in letters of `text` pixels."""
    strip = strip_height(text)
    code = _code(card.code, width, text, fit)
    marks = _marks(card, code.rect.right + 2, text, fit)
    sourcing = _sourcing(card, width, text, fit)
    start = (marks[-1] if marks else code).rect.right + 2
    badges = _badges(card.badges, start, sourcing.rect.x - 2, text, fit)
    lines = fit.broken(card.name, text, width - SIDES)
    height = line_height(text)
    names = tuple(
        Inscription(
            Part.NAME, Rect(RAIL + PAD, strip + at * height, width - SIDES, height), line, text
        )
        for at, line in enumerate(lines)
    )
    return (code, *marks, *badges, sourcing, *names)


def _code(code: str, width: int, text: int, fit: TextFit) -> Inscription:
    """Return the code; one too long for half the card is written smaller."""
    size = max(text - 1, 8)
    while size > _SMALLEST and fit.width(size, code, is_bold=True) > width / 2:
        size -= 1
    wide = round(fit.width(size, code, is_bold=True)) + 6
    place = Rect(RAIL + 1, 2, wide, strip_height(text) - 3)
    return Inscription(Part.CODE, place, code, size, True)


def _marks(card: Card, x: int, text: int, fit: TextFit) -> tuple[Inscription, ...]:
    marks = []
    parts: list[tuple[Part, str, int]] = []
    if card.severity is not None:
        parts.append((Part.SEVERITY, severity_mark(card.severity), int(card.severity)))
    if card.deviates:
        parts.append((Part.DEVIATION, DEVIATION_MARK, 0))
    for part, mark, place in parts:
        wide = round(fit.width(text, mark)) + 2
        rect = Rect(x, 1, wide, strip_height(text) - 2)
        marks.append(Inscription(part, rect, mark, text, False, place))
        x += wide
    return tuple(marks)


def _sourcing(card: Card, width: int, text: int, fit: TextFit) -> Inscription:
    mark = sourcing_mark(card.sourcing)
    high = strip_height(text) - 3
    wide = max(round(fit.width(text, mark)) + 2, high)
    return Inscription(Part.SOURCING, Rect(width - wide - 2, 2, wide, high), mark, text)


def _badges(
    badges: tuple[Badge, ...], start: int, end: int, text: int, fit: TextFit
) -> tuple[Inscription, ...]:
    """Return the badges between `start` and `end`, as many as fit."""
    size = max(text - 2, 7)
    height = strip_height(text) - 3
    for choice in _choices(badges):
        widths = [
            max(height, round(fit.width(size, each, is_bold=True)) + 5) for _, each, _ in choice
        ]
        x = end - sum(widths) - len(widths)
        if x >= start:
            break
    else:
        return ()
    made = []
    for (part, parts, place), wide in zip(choice, widths, strict=True):
        made.append(Inscription(part, Rect(x, 2, wide, height), parts, size, True, place))
        x += wide + 1
    return tuple(made)


def _choices(badges: tuple[Badge, ...]) -> Iterator[list[tuple[Part, str, int]]]:
    """Yield what may be shown, the fullest first; the accountable party is left out last."""
    shown = [(_part(badge), badge.initials, PARTY_KINDS.index(badge.kind)) for badge in badges]
    yield shown
    for kept in range(len(shown) - 1, 0, -1):
        yield [*shown[:kept], (Part.MORE, f"+{len(shown) - kept}", 0)]
    for part, initials, place in shown[:1]:
        for letters in (len(initials), 2, 1):
            yield [(part, initials[:letters], place)]


def _part(badge: Badge) -> Part:
    if badge.is_accountable:
        return Part.BOTH if badge.is_responsible else Part.ACCOUNTABLE
    return Part.RESPONSIBLE


def kind_of(chip: Inscription) -> PartyKind:
    """Return the kind of the party that a chip names."""
    return PARTY_KINDS[chip.place]


def severity_of(mark: Inscription) -> Severity:
    """Return the severity a mark stands for."""
    return Severity(mark.place)
