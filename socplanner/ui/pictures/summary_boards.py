"""The board in small, now and in the target, with the roles whose sourcing changes framed."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Phase
from socplanner.ui.kit.sourcing_sign import OPEN, draw_sign, rail_path
from socplanner.ui.kit.theme import sourcing_colours
from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.page_text import CENTRE, LEFT, RIGHT, Look, draw_fitted, draw_line
from socplanner.ui.pictures.shown_summary import ShownSummary
from socplanner.wording.terms import area_name, phase_name, sourcing_name

_GAP, _LANE, _PAD, _TOP_LINE, _TITLE = 3.0, 6.0, 5.0, 13.0, 16.0
_WIDEST, _BESIDE = 32.0, 0.72
_LEGEND = 15.0


class _Card(NamedTuple):
    """A role with its sourcing in a phase, and whether that differs from the first one."""

    role: Role
    sourcing: Sourcing
    is_changed: bool


def draw_boards(painter: QPainter, place: QRectF, shown: ShownSummary) -> None:
    """Draw the board of the first phase and of the last one shown, and their legend."""
    summary, words = shown.summary, shown.words
    phases = [summary.now.phase]
    if len(summary.figures) > 1:
        phases.append(summary.target.phase)
    gap = 16.0
    wide = (place.width() - gap * (len(phases) - 1)) / len(phases)
    for at, phase in enumerate(phases):
        left = place.left() + at * (wide + gap)
        title = QRectF(left, place.top(), wide, _TITLE)
        used = draw_fitted(
            painter, title, phase_name(phase, words), Look(10, shown.ink("text"), is_bold=True)
        )
        if at:
            n = len(summary.changed)
            about = words.count(
                "framed: {n} role changes its sourcing",
                "framed: {n} roles change their sourcing",
                n,
            )
            beside = title.adjusted(used + 10, 0, 0, 0)
            draw_line(painter, beside, about, Look(9, shown.ink("accent-ink")))
        board = QRectF(left, title.bottom() + 2, wide, place.height() - _TITLE - _LEGEND - 6)
        _draw_board(painter, board, shown, phase, summary.changed if at else frozenset())
    legend = QRectF(place.left(), place.bottom() - _LEGEND, place.width(), _LEGEND)
    _draw_legend(painter, legend, shown)


def _draw_board(
    painter: QPainter,
    place: QRectF,
    shown: ShownSummary,
    phase: Phase,
    changed: frozenset[RoleId],
) -> None:
    plan, by_role = shown.plan, duties(shown.plan, phase.id)
    wide, high = (place.width() - _LANE) / 2, (place.height() - _LANE) / 2
    for facts in plan.catalogue.areas:
        left = place.left() + facts.column * (wide + _LANE)
        top = place.top() + facts.row * (high + _LANE)
        roles = [role for role in plan.roles() if by_role[role.id].area is facts.area]
        cards = [_Card(role, by_role[role.id].sourcing, role.id in changed) for role in roles]
        _draw_lane(painter, QRectF(left, top, wide, high), facts.area, cards, shown)


def _draw_lane(
    painter: QPainter,
    box: QRectF,
    area: Area,
    cards: Sequence[_Card],
    shown: ShownSummary,
) -> None:
    painter.setPen(QPen(shown.ink("line-2"), 0.8))
    painter.setBrush(shown.ink("surface"))
    painter.drawRoundedRect(box, 4, 4)
    top_line = QRectF(box.left() + _PAD, box.top() + 2, box.width() - 2 * _PAD, _TOP_LINE)
    text, quiet = shown.ink("text"), shown.ink("text-2")
    name = f"{area.value}  {area_name(area, shown.plan.catalogue, shown.words)}"
    draw_fitted(painter, top_line.adjusted(0, 0, -18, 0), name, Look(8, text, LEFT, is_bold=True))
    draw_line(painter, top_line, str(len(cards)), Look(8, quiet, RIGHT))
    room = box.adjusted(_PAD, _TOP_LINE + 4, -_PAD, -_PAD)
    across, wide, high = _card_size(room, len(cards))
    for at, card in enumerate(cards):
        line, column = divmod(at, across)
        corner = (room.left() + column * (wide + _GAP), room.top() + line * (high + _GAP))
        _draw_card(painter, QRectF(*corner, wide, high), card, shown.palette)


def _card_size(room: QRectF, count: int) -> tuple[int, float, float]:
    """Return how many of `count` cards stand side by side, and their size: as large as fits."""
    across = max(int((room.width() + _GAP) // (_WIDEST + _GAP)), 1)
    while True:
        wide = min((room.width() - _GAP * (across - 1)) / across, _WIDEST)
        high = wide * _BESIDE
        lines = -(-count // across)
        if lines * (high + _GAP) - _GAP <= room.height() or across >= count:
            return across, wide, high
        across += 1


def _draw_card(painter: QPainter, place: QRectF, card: _Card, palette: QPalette) -> None:
    tint = sourcing_colours(card.sourcing, palette)
    pen = QPen(token("accent-ink", palette), 1.8) if card.is_changed else QPen(tint.line, 0.6)
    if card.sourcing in OPEN and not card.is_changed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(tint.fill)
    painter.drawRoundedRect(place, 2, 2)
    wide, high = place.width(), place.height()
    painter.fillPath(rail_path(card.sourcing, place, wide * 0.1, 2, high * 0.2, 1.5), tint.ink)
    size = max(5, min(8, round(wide * 0.3)))
    look = Look(size, tint.ink, CENTRE, is_bold=True)
    draw_line(painter, place.adjusted(wide * 0.1, 0, 0, 0), card.role.code, look)


def _draw_legend(painter: QPainter, place: QRectF, shown: ShownSummary) -> None:
    summary, words, palette = shown.summary, shown.words, shown.palette
    x, now, target = place.left(), summary.now.sourcings, summary.target.sourcings
    for sourcing in Sourcing:
        if not now[sourcing] and not target[sourcing]:
            continue
        draw_sign(painter, sourcing, QRectF(x, place.top() + 3, 11, 11), palette)
        text = f"{sourcing_name(sourcing, words)} {now[sourcing]}"
        if len(summary.figures) > 1:
            text += f" → {target[sourcing]}"
        room = QRectF(x + 15, place.top(), max(place.right() - x - 15, 1), place.height())
        x = room.left() + draw_line(painter, room, text, Look(9, shown.ink("text-2"))) + 14
