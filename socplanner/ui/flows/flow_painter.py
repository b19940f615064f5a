"""Draws a swimlane diagram on any painter: the screen, an SVG file, a page of a PDF."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from socplanner.domain.flows.geometry import DiagramMetrics
from socplanner.domain.flows.walk import STOPPING, StepState
from socplanner.domain.marking import Tlp
from socplanner.ui.flows.flow_drawing import BoxFacts, FlowDrawing, LaneFacts, LineFacts
from socplanner.ui.flows.flow_geometry import DrawnGeometry, drawn_geometry
from socplanner.ui.flows.line_labels import (
    draw_line_label,
    draw_tlp_label,
    line_labels,
    tlp_text,
)
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.party_chip import chip_size, draw_party_chip
from socplanner.ui.kit.sourcing_sign import rail_path
from socplanner.ui.kit.theme import (
    CHIP_ROUND,
    function_ink,
    function_tint,
    sourcing_colours,
)
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

ROUND = 5
_PAD, _RAIL, _SIGN = 6, 4, 13
_ICONS = {
    StepState.ON_DUTY: "done",
    StepState.ON_CALL: "phone",
    StepState.PRE_APPROVED: "done",
    StepState.LATER: "clock",
    StepState.BEST_EFFORT: "warning",
    StepState.NOT_STATED: "info",
    StepState.UNMANNED: "error",
    StepState.NO_PARTY: "error",
    StepState.LEFT_OUT: "remove",
}
_INKS = {
    StepState.ON_DUTY: "ok",
    StepState.ON_CALL: "ok",
    StepState.PRE_APPROVED: "ok",
    StepState.LATER: "info",
    StepState.BEST_EFFORT: "warning",
    StepState.NOT_STATED: "text-3",
    StepState.UNMANNED: "error",
    StepState.NO_PARTY: "error",
    StepState.LEFT_OUT: "text-3",
}


class BoxLook(NamedTuple):
    """How a box differs for the planner: selected, with the keyboard's cursor, being dragged."""

    is_selected: bool = False
    has_focus: bool = False
    is_dragged: bool = False


PLAIN_LOOK = BoxLook()


class FlowPainter:
    """Draws one drawing in the colours of a palette and the sizes of a font.

    A compact drawing has smaller boxes without limit and label.
    """

    def __init__(
        self,
        drawing: FlowDrawing,
        font: QFont,
        palette: QPalette,
        *,
        is_compact: bool = False,
    ) -> None:
        """Measure `drawing`."""
        self.drawing = drawing
        self._palette, self._lines, self._has_details = palette, 2, not is_compact
        self._caption, self._badge = scaled(font, "caption"), scaled(font, "badge")
        self._dense, self._font = scaled(font, "dense"), font
        self._wrapped: dict[tuple[str, float], list[str]] = {}
        self._text_height = QFontMetricsF(self._caption).height()
        self._badge_height = QFontMetricsF(self._badge).height() + 3
        self.geometry: DrawnGeometry = drawn_geometry(
            drawing.layout, drawing.routes, self._metrics()
        )
        self._line_labels = line_labels(drawing, self.geometry, self._badge) if is_compact else ()

    @property
    def heading(self) -> float:
        """The width of the headings of lanes."""
        return self._metrics().heading

    def draw(self, painter: QPainter) -> None:
        """Draw everything."""
        self.draw_lanes(painter)
        for number in range(len(self.drawing.lines)):
            self.draw_flow_line(painter, number)
        self.draw_line_labels(painter)
        for number in range(len(self.drawing.boxes)):
            self.draw_box(painter, number)
        self.draw_headings(painter)

    def draw_lanes(self, painter: QPainter) -> None:
        """Draw the grounds of the lanes, hatched where a step of theirs stops the flow."""
        palette = self._palette
        for lane, facts in zip(self.geometry.lanes, self.drawing.lanes, strict=True):
            painter.fillRect(lane, token("surface", palette))
            if facts.state in STOPPING:
                hatch = QBrush(token("line", palette), Qt.BrushStyle.BDiagPattern)
                painter.fillRect(lane, hatch)
        painter.setPen(QPen(token("line-2", palette), 1))
        for lane in self.geometry.lanes:
            painter.drawLine(lane.bottomLeft(), lane.bottomRight())

    def draw_headings(self, painter: QPainter) -> None:
        """Draw the headings of the lanes at the left."""
        for lane, facts in zip(self.geometry.lanes, self.drawing.lanes, strict=True):
            self._draw_heading(painter, lane, facts)

    def _draw_heading(self, painter: QPainter, lane: QRectF, facts: LaneFacts) -> None:
        palette, wide = self._palette, self.heading
        place = QRectF(0, lane.top(), wide, lane.height())
        painter.fillRect(place, token("band", palette))
        painter.setPen(QPen(token("line-2", palette), 1))
        painter.drawLine(place.topRight(), place.bottomRight())
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inner = place.adjusted(_PAD, 4, -_PAD, -4)
        left, high = inner.left(), self._text_height
        lines = max(1, min(3, int(inner.height() / high)) - bool(facts.status))
        if facts.initials:
            painter.setFont(self._font)
            size = QSizeF(chip_size(self._font))
            chip = QRectF(QPointF(left, inner.center().y() - size.height() / 2), size)
            draw_party_chip(painter, chip, facts.initials, facts.kind, palette)
            left = chip.right() + _PAD
        text = QRectF(left, inner.top(), inner.right() - left, high)
        painter.setFont(self._caption)
        painter.setPen(token("text", palette))
        wrapped = wrapped_lines(facts.name, self._caption, text.width(), lines)
        text.moveTop(inner.center().y() - high * (len(wrapped) + bool(facts.status)) / 2)
        for line in wrapped:
            painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft), line)
            text.translate(0, high)
        if facts.status and facts.state is not None:
            self._draw_state(painter, text, facts.state, facts.status)

    def _draw_state(self, painter: QPainter, place: QRectF, state: StepState, text: str) -> None:
        ink = token(_INKS[state], self._palette)
        sign = QRectF(place.left(), place.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_icon(painter, _ICONS[state], sign, ink)
        painter.setPen(ink)
        rest = place.adjusted(_SIGN + 3, 0, 0, 0)
        shown = QFontMetricsF(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def draw_flow_line(self, painter: QPainter, number: int, *, is_selected: bool = False) -> None:
        """Draw the line of that number with its arrow."""
        points, facts = self.geometry.lines[number], self.drawing.lines[number]
        kind = self.drawing.layout.lines[number].kind
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._line_ink(facts, is_selected=is_selected)
        pen = QPen(ink, 2 if is_selected or facts.is_broken else 1.4)
        if facts.is_broken or facts.leaves:
            pen.setDashPattern([4, 2.5])
        if kind == "loop":
            pen.setDashPattern([1, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_rounded(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        end = points[-1]
        painter.drawPolygon(QPolygonF([end, end + QPointF(-7, -3.5), end + QPointF(-7, 3.5)]))

    def draw_line_labels(self, painter: QPainter) -> None:
        """Draw limits and labels on the lines of a compact drawing; else the boxes have them."""
        for label in self._line_labels:
            draw_line_label(painter, label, self._badge, self._palette)

    def _line_ink(self, facts: LineFacts, *, is_selected: bool) -> QColor:
        if is_selected:
            return token("accent-ink", self._palette)
        if facts.is_broken:
            return token("error", self._palette)
        return token("text-2" if facts.is_hand_over else "edge", self._palette)

    def draw_box(self, painter: QPainter, number: int, look: BoxLook = PLAIN_LOOK) -> None:
        """Draw the box of that number."""
        box, facts = self.geometry.boxes[number], self.drawing.boxes[number]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.is_dragged:
            painter.setOpacity(0.45)
        if facts.receiver is not None:
            self._draw_receiver(painter, box, facts)
        else:
            self._draw_ground(painter, box, facts)
            self._draw_step(painter, box.adjusted(_RAIL + 4, 4, -_PAD, -4), facts)
        if look.is_selected or look.has_focus:
            painter.setPen(QPen(token("accent-ink", self._palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            grow = 3 if look.has_focus else 0.5
            painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), ROUND + 1, ROUND + 1)
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRectF, facts: BoxFacts) -> None:
        tint = sourcing_colours(facts.sourcing, self._palette)
        pen, fill = QPen(tint.line, 1), tint.fill
        if facts.state in STOPPING:
            pen, fill = (
                QPen(token("error", self._palette), 2),
                token("error-tint", self._palette),
            )
        elif facts.step.is_conditional or facts.state is StepState.LEFT_OUT:
            pen = QPen(token("edge", self._palette), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        ground = QRectF(0.5, 0.5, box.width() - 1, box.height() - 1)
        rail = rail_path(facts.sourcing, ground, _RAIL, ROUND, 6, 3)
        painter.fillPath(rail.translated(box.topLeft()), tint.ink)

    def _draw_step(self, painter: QPainter, inner: QRectF, facts: BoxFacts) -> None:
        palette = self._palette
        painter.setFont(self._badge)
        metrics = QFontMetricsF(self._badge)
        chip = QRectF(
            inner.left(), inner.top(), metrics.horizontalAdvance(facts.code) + 8, self._badge_height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(function_tint(facts.function, palette))
        painter.drawRoundedRect(chip, CHIP_ROUND, CHIP_ROUND)
        painter.setPen(function_ink(facts.function, palette))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), facts.code)
        if facts.parties > 1 and (self._has_details or not facts.clock):
            chip = self._draw_count(painter, chip, facts.parties)
        right = QRectF(
            chip.right() + 4, chip.top(), inner.right() - chip.right() - 4, chip.height()
        )
        if facts.state is not None:
            right = self._draw_sign(painter, right, facts)
        elif facts.marks:
            self._draw_marks(painter, right, facts)
        text = QRectF(inner.left(), chip.bottom() + 2, inner.width(), self._text_height)
        painter.setFont(self._caption)
        painter.setPen(token("text", palette))
        for line in self._wrapped_text(facts.text, text.width()):
            painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft), line)
            text.translate(0, self._text_height)
        if self._has_details:
            place = QRectF(
                inner.left(), inner.bottom() - self._badge_height, inner.width(), self._badge_height
            )
            self._draw_details(painter, place, facts)

    def _draw_count(self, painter: QPainter, chip: QRectF, parties: int) -> QRectF:
        """Draw beside `chip` in how many lanes the step stands; return where both are."""
        text = f"×{parties}"
        wide = QFontMetricsF(self._badge).horizontalAdvance(text)
        place = QRectF(chip.right() + 4, chip.top(), wide, chip.height())
        painter.setPen(token("text-2", self._palette))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)
        return chip.united(place)

    def _draw_sign(self, painter: QPainter, place: QRectF, facts: BoxFacts) -> QRectF:
        """Draw state and time at the right; return what is left of `place`."""
        assert facts.state is not None
        ink = token(_INKS[facts.state], self._palette)
        sign = QRectF(place.right() - _SIGN, place.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_icon(painter, _ICONS[facts.state], sign, ink)
        rest = place.adjusted(0, 0, -_SIGN - 3, 0)
        painter.setPen(ink)
        shown = QFontMetricsF(self._badge).elidedText(
            facts.clock, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(
            rest, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown
        )
        return rest

    def _draw_marks(self, painter: QPainter, place: QRectF, facts: BoxFacts) -> None:
        """Draw the letters and initials of the other parties, as many as there is space for."""
        metrics = QFontMetricsF(self._badge)
        texts = [f"{mark.letter} {mark.initials}" for mark in facts.marks]
        shown = texts[:]
        while shown and metrics.horizontalAdvance(_marks_text(shown, len(texts))) > place.width():
            shown.pop()
        painter.setPen(token("text-2", self._palette))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags), _marks_text(shown, len(texts)))

    def _draw_details(self, painter: QPainter, place: QRectF, facts: BoxFacts) -> None:
        painter.setFont(self._badge)
        right = place.right()
        if facts.tlp is not None and facts.step.to:
            right = self._draw_label(painter, place, facts.tlp) - 4
        painter.setPen(token("text-2", self._palette))
        rest = QRectF(place.left(), place.top(), right - place.left(), place.height())
        limit = QFontMetricsF(self._badge).elidedText(
            facts.limit, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), limit)

    def _draw_label(self, painter: QPainter, place: QRectF, tlp: Tlp) -> float:
        """Draw the TLP label at the right of `place`; return where it begins."""
        wide = QFontMetricsF(self._badge).horizontalAdvance(tlp_text(tlp)) + 6
        label = QRectF(place.right() - wide, place.top() + 0.5, wide, place.height() - 1)
        draw_tlp_label(painter, label, tlp)
        return label.left()

    def _draw_receiver(self, painter: QPainter, box: QRectF, facts: BoxFacts) -> None:
        """Draw who receives something outside: a round box with a dashed edge."""
        palette = self._palette
        painter.setPen(QPen(token("edge", palette), 1, Qt.PenStyle.DashLine))
        painter.setBrush(token("raised", palette))
        round_ = min(box.height() / 2, 14)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        inner = box.adjusted(10, 4, -8, -4)
        painter.setFont(self._caption)
        painter.setPen(token("text-2", palette))
        lines = self._wrapped_text(facts.text, inner.width())
        label = self._badge_height if facts.tlp is not None and self._has_details else 0
        high = self._text_height
        top = inner.center().y() - (high * len(lines) + label) / 2
        for number, line in enumerate(lines):
            place = QRectF(inner.left(), top + number * high, inner.width(), high)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), line)
        if label and facts.tlp is not None:
            painter.setFont(self._badge)
            wide = QFontMetricsF(self._badge).horizontalAdvance(tlp_text(facts.tlp)) + 6
            middle = inner.center().x()
            place = QRectF(middle - wide / 2, top + high * len(lines), wide, label)
            self._draw_label(painter, place, facts.tlp)

    def _wrapped_text(self, text: str, width: float) -> list[str]:
        """Return the lines of a box, which are broken once for each drawing."""
        key = (text, width)
        if key not in self._wrapped:
            self._wrapped[key] = wrapped_lines(text, self._caption, width, self._lines)
        return self._wrapped[key]

    def _metrics(self) -> DiagramMetrics:
        letter, badge = QFontMetricsF(self._caption).averageCharWidth(), QFontMetricsF(self._badge)
        clocks = (
            badge.horizontalAdvance(each.code) + badge.horizontalAdvance(each.clock)
            for each in self.drawing.boxes
        )
        wide = letter * (23 if self._has_details else 19)
        wide = max(wide, max(clocks, default=0) + _SIGN + 2 * _PAD + _RAIL + 22)
        if self._has_details:
            feet = (
                badge.horizontalAdvance(each.limit + tlp_text(each.tlp or Tlp.RED))
                for each in self.drawing.boxes
            )
            wide = max(wide, max(feet, default=0) + 2 * _PAD + _RAIL + 12)
        high = 8 + self._badge_height + 2 + self._lines * self._text_height
        if self._has_details:
            high += self._badge_height + 2
        return DiagramMetrics(round(wide), round(high), round(letter * 26))


def _marks_text(shown: list[str], count: int) -> str:
    more = count - len(shown)
    return "  ".join([*shown, f"+{more}"] if more else shown)


def _rounded(points: tuple[QPointF, ...], radius: float = 5) -> QPainterPath:
    """Return the path through `points` with rounded corners."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        come, go = corner - before, after - corner
        reach = min(radius, _length(come) / 2, _length(go) / 2)
        if reach <= 0:
            path.lineTo(corner)
            continue
        path.lineTo(corner - come * (reach / _length(come)))
        path.quadTo(corner, corner + go * (reach / _length(go)))
    path.lineTo(points[-1] - QPointF(3, 0))
    return path


def _length(vector: QPointF) -> float:
    return abs(vector.x()) + abs(vector.y())


def wrapped_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return `text` broken into lines of `width`, `most` of them; the last one is shortened."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :].strip()
        elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [*lines[: most - 1], elided]
    return lines
