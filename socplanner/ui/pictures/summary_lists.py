"""What is below and beside the boards on the page for the directors: functions, gaps, risks."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from socplanner.domain.maturity.gaps import Gap, owners
from socplanner.domain.maturity.roll_ups import GroupMaturity, Mean
from socplanner.ui.kit.theme import function_ink, function_tint
from socplanner.ui.pictures.page_text import (
    CENTRE,
    RIGHT,
    Look,
    draw_fitted,
    draw_line,
    draw_lines,
)
from socplanner.ui.pictures.shown_summary import ShownSummary
from socplanner.wording.maturity_words import mean_text
from socplanner.wording.summary_words import risk_texts
from socplanner.wording.terms import party_initials, role_name

_LOWEST, _HIGHEST = 1, 5
_CODE, _NUMBERS, _DOT = 18.0, 66.0, 3.0
_ROW = 17.0


def draw_functions(painter: QPainter, place: QRectF, shown: ShownSummary) -> None:
    """Draw the mean score of each function, and what it is to be, on a scale from 1 to 5."""
    plan, summary, words = shown.plan, shown.summary, shown.words
    text, quiet = shown.ink("text"), shown.ink("text-2")
    names = place.width() * 0.36
    line = QRectF(place.left() + names, 0, place.width() - names - _NUMBERS, 0)
    top_line = QRectF(place.left(), place.top(), place.width(), 14)
    for value in (_LOWEST, 3, _HIGHEST):
        x = _at(line, value)
        draw_line(
            painter, QRectF(x - 8, top_line.top(), 16, 14), str(value), Look(8, quiet, CENTRE)
        )
    step = (place.height() - top_line.height()) / max(len(summary.functions), 1)
    for at, (code, group) in enumerate(summary.functions.items()):
        row = QRectF(place.left(), top_line.bottom() + at * step, place.width(), step)
        chip = QRectF(row.left(), row.center().y() - 6.5, 14, 13)
        painter.setPen(QPen(function_tint(code, shown.palette), 0))
        painter.setBrush(function_tint(code, shown.palette))
        painter.drawRoundedRect(chip, 2, 2)
        draw_line(
            painter, chip, code, Look(8, function_ink(code, shown.palette), CENTRE, is_bold=True)
        )
        name = words.local(plan.catalogue.function_by_code[code].short)
        room = QRectF(row.left() + _CODE + 3, row.top(), names - _CODE - 8, row.height())
        draw_fitted(painter, room, name, Look(9, text))
        _draw_scale(painter, line.translated(0, row.center().y()), group, shown)
        numbers = QRectF(row.right() - _NUMBERS, row.top(), _NUMBERS, row.height())
        means = mean_text(group.mean)
        if group.mean_aim is not None:
            means += f" → {mean_text(group.mean_aim)}"
        draw_fitted(painter, numbers, means, Look(9, text, RIGHT, is_bold=True))
        painter.fillRect(QRectF(row.left(), row.bottom(), row.width(), 0.5), shown.ink("line"))


def _draw_scale(painter: QPainter, line: QRectF, group: GroupMaturity, shown: ShownSummary) -> None:
    mean, aim, y = group.mean, group.mean_aim, line.top()
    quiet, accent = shown.ink("line-2"), shown.ink("accent-ink")
    painter.setPen(QPen(quiet, 0.8))
    painter.drawLine(QPointF(_at(line, _LOWEST), y), QPointF(_at(line, _HIGHEST), y))
    for value in range(_LOWEST, _HIGHEST + 1):
        painter.drawLine(QPointF(_at(line, value), y - 3), QPointF(_at(line, value), y + 3))
    if mean is not None and aim is not None:
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QPointF(_at(line, _of(mean)), y), QPointF(_at(line, _of(aim)), y))
    if aim is not None:
        painter.setPen(QPen(accent, 1.6))
        painter.setBrush(shown.ink("surface"))
        painter.drawEllipse(QPointF(_at(line, _of(aim)), y), _DOT, _DOT)
    if mean is not None:
        mark = QRectF(_at(line, _of(mean)) - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        painter.fillRect(mark, shown.ink("text-2"))


def _draw_code(
    painter: QPainter, chip: QRectF, code: str, function: str, shown: ShownSummary
) -> None:
    """Draw the code of a function or of a role in the colours of its function."""
    tint, ink = function_tint(function, shown.palette), function_ink(function, shown.palette)
    painter.setPen(QPen(tint, 0))
    painter.setBrush(tint)
    painter.drawRoundedRect(chip, 2, 2)
    draw_line(painter, chip, code, Look(8, ink, CENTRE, is_bold=True))


def rows_in(place: QRectF) -> int:
    """Return how many gaps there is space for in `place`."""
    return max(int(place.height() // _ROW), 0)


def draw_gaps(painter: QPainter, place: QRectF, shown: ShownSummary, gaps: Sequence[Gap]) -> None:
    """List `gaps` between score and aim, as many as there is space for, with owner and day."""
    plan, words = shown.plan, shown.words
    text, quiet = shown.ink("text"), shown.ink("text-2")
    if not shown.summary.gaps:
        draw_lines(
            painter, place, words.tr("No gap: there is no aim above a score."), Look(9, quiet)
        )
    for at, gap in enumerate(gaps[: rows_in(place)]):
        row = QRectF(place.left(), place.top() + at * _ROW, place.width(), _ROW)
        each = gap.role
        chip = QRectF(row.left(), row.center().y() - 6.5, 26, 13)
        _draw_code(painter, chip, each.role.code, each.role.function, shown)
        name = QRectF(chip.right() + 6, row.top(), row.width() * 0.46, row.height())
        draw_fitted(painter, name, role_name(each.role, words), Look(9, text, is_bold=True))
        scores = QRectF(name.right() + 4, row.top(), 40, row.height())
        draw_line(painter, scores, f"{each.score} → {each.aim}", Look(9, text))
        parties = map(plan.party, owners(plan, each))
        owner = " ".join(party_initials(party, words) for party in parties if party)
        middle = QRectF(scores.right() + 4, row.top(), row.right() - scores.right() - 64, _ROW)
        draw_line(painter, middle, owner or words.tr("no owner"), Look(9, quiet))
        draw_line(painter, row, each.until or words.tr("no date"), Look(9, quiet, RIGHT))
        painter.fillRect(QRectF(row.left(), row.bottom(), row.width(), 0.5), shown.ink("line"))


def draw_risks(painter: QPainter, place: QRectF, shown: ShownSummary) -> None:
    """List the most severe risks, numbered."""
    plan, summary, words = shown.plan, shown.summary, shown.words
    text, quiet = shown.ink("text"), shown.ink("text-2")
    if not summary.risks:
        about = words.tr(
            "No error or warning is open, and incident response has someone on Sunday at 3:00."
        )
        draw_lines(painter, place, about, Look(9, quiet))
        return
    step = place.height() / max(len(summary.risks), 3)
    for at, risk in enumerate(summary.risks):
        top = place.top() + at * step
        mark = QRectF(place.left(), top + 1, 13, 13)
        painter.setPen(QPen(quiet, 0))
        painter.setBrush(quiet)
        painter.drawEllipse(mark)
        draw_line(painter, mark, str(at + 1), Look(8, shown.ink("surface"), CENTRE, is_bold=True))
        title, about = risk_texts(risk, plan, words)
        room = QRectF(mark.right() + 6, top, place.right() - mark.right() - 6, 15)
        draw_fitted(painter, room, title, Look(9, text, is_bold=True))
        below = QRectF(room.left(), room.bottom(), room.width(), max(step - 17, 10))
        draw_lines(painter, below, about, Look(9, quiet))


def _at(line: QRectF, value: float) -> float:
    """Return the x of `value` on the scale."""
    return line.left() + line.width() * (value - _LOWEST) / (_HIGHEST - _LOWEST)


def _of(mean: Mean) -> float:
    return mean.tenths / 10
