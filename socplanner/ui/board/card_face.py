"""Where each text of a card stands, in pixels from its upper left corner.

At the left edge the rail of the sourcing; upper left the code on the tint of its function, beside
it the marks of a finding and of a role that is elsewhere than usual. Parties are chips: filled for
an accountable one, outlined for a responsible one, filled and outlined for both. On a small card
they stand upper right; on a larger one below the name, and upper right is the sign of the sourcing,
on a large card with its name. The name has the whole width, and below it a large card has coverage
and maturity.
"""

from collections.abc import Iterator
from enum import Enum
from math import ceil
from typing import NamedTuple

from socplanner.domain.catalogue import PARTY_KINDS, PartyKind
from socplanner.domain.checks.finding import Severity
from socplanner.ui.board.card import Badge, Card
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardForm, CardStyle
from socplanner.ui.board.text_fit import (
    FOOT,
    PAD,
    RAIL,
    SIDES,
    TextFit,
    chip_height,
    line_height,
    strip_height,
)

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
    ABOUT = "coverage or maturity"
    SEVERITY = "severity"
    DEVIATION = "deviation"


class Inscription(NamedTuple):
    """One text, or a sign where it is empty: what and where it is, and its size.

    `place` numbers a kind of party or a severity.
    """

    part: Part
    rect: Rect
    text: str
    size: int
    is_bold: bool = False
    place: int = 0


def face_of(
    card: Card, size: tuple[int, int], style: CardStyle, fit: TextFit
) -> tuple[Inscription, ...]:
    """Return every text of `card` in `size`, in `style`."""
    width, text = size[0], style.text
    code = _code(card.code, width, text, fit)
    marks = _marks(card, code.rect.right + 2, text, fit)
    start = (marks[-1] if marks else code).rect.right + 2
    names = _names(card.name, width, style, fit)
    if style.form is CardForm.SMALL:
        chips = _badges(card.badges, (start, width - 2), 2, text, fit)
        return (code, *marks, *_at_the_right(chips, width - 2), *names)
    top = size[1] - chip_height(text) - 2 * FOOT
    chips = _badges(card.badges, (RAIL + PAD, width - PAD), top, text, fit)
    sourcing = _sourcing(card, (start, width), style, fit)
    about = _about((card.coverage, card.maturity), names[-1].rect.bottom, width, style, fit)
    return (code, *marks, *sourcing, *names, *about, *chips)


def _names(name: str, width: int, style: CardStyle, fit: TextFit) -> tuple[Inscription, ...]:
    size = fit.name_size(name, style, width)
    top, height = strip_height(style.text), line_height(size)
    return tuple(
        Inscription(
            Part.NAME, Rect(RAIL + PAD, top + at * height, width - SIDES, height), line, size
        )
        for at, line in enumerate(fit.broken(name, size, width - SIDES))
    )


def _about(
    texts: tuple[str, ...], top: int, width: int, style: CardStyle, fit: TextFit
) -> tuple[Inscription, ...]:
    """Return coverage and maturity on a large card, as many as fit beside one another."""
    size = style.text - 2
    if style.form is not CardForm.LARGE:
        return ()
    made, x, right = [], RAIL + PAD, width - PAD - 2
    for text in filter(None, texts):
        wide = fit.width(size, text)
        if x + wide <= right:
            rect = Rect(x, top, ceil(wide), line_height(size))
            made.append(Inscription(Part.ABOUT, rect, text, size))
            x = rect.right + size
    return tuple(made)


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
        parts.append((Part.SEVERITY, "", int(card.severity)))
    if card.deviates:
        parts.append((Part.DEVIATION, DEVIATION_MARK, 0))
    for part, mark, place in parts:
        wide = round(fit.width(text, mark)) + 2 if mark else text + 2
        rect = Rect(x, 1, wide, strip_height(text) - 2)
        marks.append(Inscription(part, rect, mark, text, False, place))
        x += wide
    return tuple(marks)


def _sourcing(
    card: Card, space: tuple[int, int], style: CardStyle, fit: TextFit
) -> tuple[Inscription, ...]:
    """Return the sign of the sourcing at the right end of `space`, and its name where it fits."""
    text, high = style.text, chip_height(style.text)
    sign = high
    name, size = card.sourcing_name, text - 2
    wide = round(fit.width(size, name)) + 4
    start, right = space
    x, words = right - 2 - sign, []
    if style.form is CardForm.LARGE and name and x - wide - 2 >= start:
        x -= wide
        words = [Inscription(Part.SOURCING, Rect(x + sign, 2, wide, high), name, size)]
    return (Inscription(Part.SOURCING, Rect(x, 2, sign, high), "", text), *words)


def _badges(
    badges: tuple[Badge, ...], space: tuple[int, int], top: int, text: int, fit: TextFit
) -> tuple[Inscription, ...]:
    """Return the badges from the left of `space`, as many as fit."""
    size = max(text - 2, 7)
    height = chip_height(text)
    x, end = space
    for choice in _choices(badges):
        widths = [
            max(height, round(fit.width(size, each, is_bold=True)) + 5) for _, each, _ in choice
        ]
        if x + sum(widths) + len(widths) <= end:
            break
    else:
        return ()
    made = []
    for (part, parts, place), wide in zip(choice, widths, strict=True):
        made.append(Inscription(part, Rect(x, top, wide, height), parts, size, True, place))
        x += wide + 1
    return tuple(made)


def _at_the_right(chips: tuple[Inscription, ...], end: int) -> Iterator[Inscription]:
    """Yield `chips` as far to the right as `end`."""
    by = end - chips[-1].rect.right if chips else 0
    for chip in chips:
        yield chip._replace(rect=chip.rect._replace(x=chip.rect.x + by))


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
