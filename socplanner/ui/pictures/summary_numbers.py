"""The numbers at the top of the page for the directors, each with its values by phase."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost_inputs import CostInputs
from socplanner.domain.summary import PhaseFigures, Summary
from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.page_text import Look, draw_line, draw_lines
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.cost_words import amount_text
from socplanner.wording.language import Words
from socplanner.wording.maturity_words import mean_text
from socplanner.wording.staffing_words import fixed_number
from socplanner.wording.terms import phase_name, sourcing_name

HEIGHT = 108
_PAD, _TITLE, _NUMBER, _TEXT = 12, 10, 24, 9
_DOT, _BETWEEN, _LEAST = 2.6, 7, 12
_THOUSAND = 1_000


class SummaryNumber(NamedTuple):
    """A number now and in the target, its values in the phases, and a sentence about it."""

    title: str
    now: str
    target: str
    unit: str
    course: tuple[float | None, ...]
    about: str


def summary_numbers(summary: Summary, cost: CostInputs, words: Words) -> list[SummaryNumber]:
    """Return the numbers of a summary; amounts are shown as `cost` has it."""
    return [
        _decided(summary, words),
        _maturity(summary, words),
        _people(summary, words),
        _cost(summary, cost, words),
        _unmanned(summary, words),
    ]


def draw_numbers(
    painter: QPainter, place: QRectF, numbers: Sequence[SummaryNumber], palette: QPalette
) -> None:
    """Draw `numbers` side by side in one frame."""
    painter.setPen(QPen(token("line-2", palette), 0.8))
    painter.setBrush(token("surface", palette))
    painter.drawRoundedRect(place, 5, 5)
    wide = place.width() / len(numbers)
    for at, number in enumerate(numbers):
        box = QRectF(place.left() + at * wide, place.top(), wide, place.height())
        if at:
            painter.fillRect(
                QRectF(box.left(), box.top(), 0.8, box.height()), token("line-2", palette)
            )
        _draw_number(painter, box.adjusted(_PAD, 8, -_PAD, -6), number, palette)


def _draw_number(painter: QPainter, box: QRectF, number: SummaryNumber, palette: QPalette) -> None:
    quiet, text, accent = (token(each, palette) for each in ("text-2", "text", "accent-ink"))
    draw_line(
        painter, QRectF(box.left(), box.top(), box.width(), 14), number.title, Look(_TITLE, quiet)
    )
    line, x = QRectF(box.left(), box.top() + 15, box.width(), 30), box.left()
    size = _number_size(number, box.width())
    parts = [(number.now, Look(size, text, is_bold=True))]
    if number.target:
        parts.append(("→", Look(_TITLE + 4, quiet)))
        parts.append((number.target, Look(size, accent, is_bold=True)))
    parts.append((number.unit, Look(_TITLE, quiet)))
    for part, look in parts:
        room = QRectF(x, line.top(), max(box.right() - x, 1), line.height())
        x += draw_line(painter, room, part, look) + _BETWEEN
    _draw_course(
        painter, QRectF(box.left(), box.top() + 47, box.width() * 0.5, 14), number, palette
    )
    below = QRectF(box.left(), box.top() + 64, box.width(), box.bottom() - box.top() - 64)
    draw_lines(painter, below, number.about, Look(_TEXT, quiet))


def _number_size(number: SummaryNumber, width: float) -> int:
    """Return the size in which both numbers fit into `width`, as large as can be."""
    for size in range(_NUMBER, _LEAST, -1):
        wide = QFontMetricsF(print_font(size, is_bold=True)).horizontalAdvance
        other = QFontMetricsF(print_font(_TITLE + 4)).horizontalAdvance(f"→{number.unit}")
        if wide(number.now) + wide(number.target) + other + 3 * _BETWEEN <= width:
            return size
    return _LEAST


def _draw_course(
    painter: QPainter, place: QRectF, number: SummaryNumber, palette: QPalette
) -> None:
    """Draw the values from phase to phase as a line of dots; nothing where one is missing."""
    values = [value for value in number.course if value is not None]
    if len(values) < max(len(number.course), 2):
        return
    low, high = min(values), max(values)
    step = place.width() / (len(values) - 1)
    points = [
        QPointF(
            place.left() + at * step + _DOT,
            place.bottom() - (place.height() * (value - low) / (high - low) if high > low else 7),
        )
        for at, value in enumerate(values)
    ]
    pen = QPen(token("accent-ink", palette), 1.4)
    painter.setPen(pen)
    painter.drawPolyline(points)
    painter.setBrush(token("surface", palette))
    for point in points:
        if point is points[-1]:
            painter.setBrush(token("accent-ink", palette))
        painter.drawEllipse(point, _DOT, _DOT)


def _decided(summary: Summary, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target
    shown = (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH)
    parts = (
        words.tr(
            "{sourcing} {now} → {target}",
            sourcing=sourcing_name(each, words),
            now=now.sourcings[each],
            target=target.sourcings[each],
        )
        for each in shown
    )
    return SummaryNumber(
        words.tr("Roles decided"),
        str(now.decided),
        str(target.decided) if len(summary.figures) > 1 else "",
        f"/ {target.sourcings.total()}",
        tuple(each.decided for each in summary.figures),
        ", ".join(parts),
    )


def _maturity(summary: Summary, words: Words) -> SummaryNumber:
    about = words.tr("Not assessed")
    if summary.now.maturity is not None and not summary.unanswered:
        about = words.tr("Every question is answered")
    elif summary.now.maturity is not None:
        about = words.count(
            "{n} question not answered, counted as 1",
            "{n} questions not answered, counted as 1",
            summary.unanswered,
        )
    course = tuple(
        None if each.maturity is None else each.maturity.tenths / 10 for each in summary.figures
    )
    return SummaryNumber(
        words.tr("Maturity (mean)"),
        mean_text(summary.now.maturity),
        mean_text(summary.target.maturity) if len(summary.figures) > 1 else "",
        "/ 5",
        course,
        about,
    )


def _people(summary: Summary, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target
    return SummaryNumber(
        words.tr("People needed"),
        fixed_number(now.need, 1),
        fixed_number(target.need, 1) if len(summary.figures) > 1 else "",
        words.tr("FTE"),
        tuple(each.need for each in summary.figures),
        "\n".join(_people_text(each, words) for each in (now, target)[: len(summary.figures)]),
    )


def _people_text(figures: PhaseFigures, words: Words) -> str:
    phase = phase_name(figures.phase, words)
    if figures.people is None:
        return words.tr("{phase}: people not stated", phase=phase)
    return words.tr(
        "{phase}: {people} FTE there, {missing} missing",
        phase=phase,
        people=fixed_number(figures.people, 1),
        missing=fixed_number(figures.shortfall, 1),
    )


def _unmanned(summary: Summary, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target

    def text(figures: PhaseFigures) -> str:
        return "–" if figures.unmanned is None else str(figures.unmanned)

    about = words.tr("Hours are not stated for {n} roles", n=target.unstated)
    return SummaryNumber(
        words.tr("Unmanned on Sunday at 3:00"),
        text(now),
        text(target) if len(summary.figures) > 1 else "",
        words.tr("roles"),
        tuple(each.unmanned for each in summary.figures),
        about if target.unstated else "",
    )


def _cost(summary: Summary, cost: CostInputs, words: Words) -> SummaryNumber:
    now, target = summary.now, summary.target

    def text(value: float | None) -> str:
        return amount_text(None if value is None else value / _THOUSAND, cost)

    cost = cost._replace(rounding=None)
    lines = (
        words.tr(
            "{name} {now} → {target}",
            name=name,
            now=text(before),
            target=text(after),
        )
        for name, before, after in (
            (words.tr("In-house"), now.inhouse_cost, target.inhouse_cost),
            (words.tr("Outsourced"), now.outsourced_cost, target.outsourced_cost),
        )
    )
    return SummaryNumber(
        words.tr("Cost a year, thousand {currency}", currency=cost.currency).strip(),
        text(now.cost),
        text(target.cost) if len(summary.figures) > 1 else "",
        "",
        tuple(each.cost for each in summary.figures),
        words.tr("Not stated") if now.cost is None and target.cost is None else "\n".join(lines),
    )
