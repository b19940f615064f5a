"""Selected cards for the clipboard: a table as text and as HTML, and a picture."""

from collections.abc import Sequence
from itertools import starmap

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QPainter

from socplanner.domain.assignment_edits import PARTS, parties_with
from socplanner.domain.catalogue import Role
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.board.card import Card
from socplanner.ui.board.card_painter import CardPainter
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import GAP, CardStyle
from socplanner.ui.kit.cell_clipboard import as_html, as_text
from socplanner.ui.kit.tokens import token
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    area_short,
    parties_in_words,
    role_name,
    sourcing_name,
)

_SIDE_BY_SIDE = 4
_MARGIN = 8
_RATIO = 2
_MOST_IN_A_PICTURE = 200


def copied_cards(
    plan: Plan, roles: Sequence[tuple[Role, Duty]], picture: QImage | None, words: Words
) -> QMimeData:
    """Return `roles` as text and as a table, with `picture` if there is one."""
    heading = (
        words.tr("Code"),
        words.tr("Name"),
        words.tr("Area"),
        words.tr("Sourcing"),
        words.tr("Accountable"),
        words.tr("Responsible"),
    )

    def line(role: Role, duty: Duty) -> tuple[str, ...]:
        names = (parties_in_words(plan, parties_with(plan, duty, part), words) for part in PARTS)
        area, sourcing = area_short(duty.area, words), sourcing_name(duty.sourcing, words)
        return (role.code, role_name(role, words), area, sourcing, *names)

    rows = [heading, *starmap(line, roles)]
    mime = QMimeData()
    mime.setText(as_text(rows))
    mime.setHtml(as_html(rows))
    if picture is not None:
        mime.setImageData(picture)
    return mime


def picture_of(
    cards: Sequence[tuple[Card, int]], style: CardStyle, width: int, painter: CardPainter
) -> QImage | None:
    """Return `cards`, each with its height, side by side and below each other; None for too many.

    The image has two dots for each pixel of the screen.
    """
    if not cards or len(cards) > _MOST_IN_A_PICTURE:
        return None
    columns = min(len(cards), _SIDE_BY_SIDE)
    lines = [cards[at : at + columns] for at in range(0, len(cards), columns)]
    heights = [max(height for _, height in line) for line in lines]
    wide = columns * (width + GAP) - GAP + 2 * _MARGIN
    high = sum(heights) + GAP * (len(lines) - 1) + 2 * _MARGIN
    image = QImage(wide * _RATIO, high * _RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_RATIO)
    image.fill(token("surface", painter.palette))
    canvas, y = QPainter(image), _MARGIN
    for line, height in zip(lines, heights, strict=True):
        for column, (card, tall) in enumerate(line):
            place = Rect(_MARGIN + column * (width + GAP), y, width, tall)
            painter.draw(canvas, card, place, style)
        y += height + GAP
    canvas.end()
    return image
