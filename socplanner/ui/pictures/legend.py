"""The legend of a picture: each sign with its meaning, in as many rows as they need."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.letters import Letter
from socplanner.ui.board.card import deviates, holders
from socplanner.ui.board.card_face import DEVIATION_MARK
from socplanner.ui.kit.icons import draw_icon, severity_icon
from socplanner.ui.kit.letter_chip import draw_letter
from socplanner.ui.kit.party_chip import draw_party_chip, initials_width
from socplanner.ui.kit.sourcing_sign import draw_sign
from socplanner.ui.kit.theme import severity_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.terms import (
    letter_name,
    party_initials,
    party_name,
    severity_name,
    sourcing_name,
)

TEXT = 8
ROW = 14
_SIGN, _CHIP = 11, 16
_GAP, _BETWEEN = 4, 14
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


Draw = Callable[[QPainter, QRectF], None]
"""Draws a sign in a rectangle."""


class LegendItem(NamedTuple):
    """A sign, `wide` points wide, and its meaning."""

    draw: Draw
    wide: float
    text: str


class Legend:
    """Items in rows of a given width, in points."""

    def __init__(self, groups: Iterable[list[LegendItem]], width: float) -> None:
        """Divide the items of `groups` into rows; each group begins a row."""
        self._metrics = QFontMetricsF(print_font(TEXT))
        self._placed: list[tuple[QPointF, LegendItem]] = []
        rows = 0
        for group in groups:
            x = width
            for item in (self._fitting(each, width) for each in group):
                wide = item.wide + _GAP + self._metrics.horizontalAdvance(item.text)
                if x + wide > width:
                    x, rows = 0.0, rows + 1
                self._placed.append((QPointF(x, (rows - 1) * ROW), item))
                x += wide + _BETWEEN
        self.height = rows * ROW

    def rows(self) -> int:
        """Return how many rows there are."""
        return round(self.height / ROW)

    def draw(self, painter: QPainter, corner: QPointF, shown: range, palette: QPalette) -> None:
        """Draw the rows that are `shown`, with the corner of the first of them there."""
        left, top = corner.x(), corner.y() - shown.start * ROW
        for at, item in self._placed:
            if round(at.y() / ROW) not in shown:
                continue
            place = QRectF(left + at.x(), top + at.y() + (ROW - _SIGN) / 2, item.wide, _SIGN)
            painter.save()
            painter.setFont(print_font(TEXT))
            item.draw(painter, place)
            painter.restore()
            painter.setFont(print_font(TEXT))
            painter.setPen(token("text-2", palette))
            middle = top + at.y() + ROW / 2
            below = (self._metrics.ascent() - self._metrics.descent()) / 2
            painter.drawText(QPointF(place.right() + _GAP, middle + below), item.text)

    def _fitting(self, item: LegendItem, width: float) -> LegendItem:
        """Return `item` with its meaning cut where a row is too short for it."""
        space = width - item.wide - _GAP
        text = self._metrics.elidedText(item.text, Qt.TextElideMode.ElideRight, space)
        return item._replace(text=text)


def sourcing_items(facts: PictureFacts, palette: QPalette) -> list[LegendItem]:
    """Return the sourcings with how many roles have each; undecided ones only if there are any."""
    counts, items = facts.sourcing_counts(), []
    for sourcing in Sourcing:
        if counts[sourcing] or sourcing is not Sourcing.UNDECIDED:
            text = f"{sourcing_name(sourcing, facts.words)} {counts[sourcing]}"
            items.append(LegendItem(_sign_of(sourcing, palette), _SIGN, text))
    return items


def mark_items(facts: PictureFacts, palette: QPalette) -> list[LegendItem]:
    """Return the marks of cards: how chips are drawn, and other areas where they occur."""
    words, letters = facts.words, facts.plan.letter_set.letters
    accountable = [letter_name(each, words) for each in letters if each.accountable]
    performing = [letter_name(each, words) for each in letters if each.performs]
    items = []
    for names, is_filled in ((accountable, True), (performing, False)):
        if names:
            chip = _chip_of("", "internal", palette, is_filled=is_filled)
            items.append(LegendItem(chip, _CHIP, " / ".join(names)))
    if any(deviates(role, facts.duties[role.id].area) for role in facts.roles):
        mark = _text_of(DEVIATION_MARK, token("text", palette))
        items.append(LegendItem(mark, _SIGN, words.tr("Other area than in the catalogue")))
    return items


def finding_items(facts: PictureFacts, palette: QPalette) -> list[LegendItem]:
    """Return the marks of the findings that occur, the most severe first, as they are drawn."""
    words, items = facts.words, []
    shown = {each.severity for each_role in facts.findings.values() for each in each_role}
    for severity in Severity:
        if severity in shown:
            mark = _icon_of(severity, severity_colour(severity, palette))
            items.append(LegendItem(mark, _SIGN, severity_name(severity, words)))
    return items


def letter_items(facts: PictureFacts, palette: QPalette) -> list[LegendItem]:
    """Return the letters of the plan with their names."""
    return [
        LegendItem(_letter_of(each, palette), 14, letter_name(each, facts.words))
        for each in facts.plan.letter_set.letters
    ]


def party_items(facts: PictureFacts, palette: QPalette) -> list[LegendItem]:
    """Return the chips of the parties on the cards, with their names."""
    on_cards = {
        party
        for role in facts.roles
        for is_accountable in (True, False)
        for party in holders(facts.plan, facts.duties[role.id], accountable=is_accountable)
    }
    items = []
    for party in facts.plan.parties:
        if party.id in on_cards:
            initials = party_initials(party, facts.words)
            wide = max(initials_width(initials, print_font(TEXT)), 18)
            chip = _chip_of(initials, party.kind, palette, is_filled=False)
            items.append(LegendItem(chip, wide, party_name(party, facts.words)))
    return items


def _sign_of(sourcing: Sourcing, palette: QPalette) -> Draw:
    return lambda painter, rect: draw_sign(painter, sourcing, rect, palette)


def _letter_of(letter: Letter, palette: QPalette) -> Draw:
    def draw(painter: QPainter, rect: QRectF) -> None:
        painter.setFont(print_font(TEXT, is_bold=True))
        draw_letter(painter, rect, letter, palette)

    return draw


def _chip_of(initials: str, kind: str, palette: QPalette, *, is_filled: bool) -> Draw:
    return lambda painter, rect: draw_party_chip(
        painter, rect, initials, kind, palette, is_filled=is_filled
    )


def _icon_of(severity: Severity, ink: QColor) -> Draw:
    return lambda painter, rect: draw_icon(painter, severity_icon(severity), rect, ink)


def _text_of(text: str, ink: QColor) -> Draw:
    def draw(painter: QPainter, rect: QRectF) -> None:
        painter.setFont(print_font(TEXT + 1))
        painter.setPen(ink)
        painter.drawText(rect, _CENTRE | int(Qt.TextFlag.TextDontClip), text)

    return draw
