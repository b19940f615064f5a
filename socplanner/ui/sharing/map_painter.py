"""Drawing the map: quiet lines in the colour and pattern of their label, strong where chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen, QPolygonF

from socplanner.domain.flow_inputs import Receiver
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.map_layout import MapLine, SharingMap
from socplanner.domain.sharing.shares import label_counts
from socplanner.domain.sharing.sharing_groups import SharingGroup
from socplanner.ui.kit.party_chip import chip_size, draw_party_chip
from socplanner.ui.kit.tlp_chip import draw_tlp_chip, label_ink, label_line, tlp_chip_width
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.sharing.map_geometry import MapGeometry
from socplanner.wording.language import Words
from socplanner.wording.sharing_words import counterpart_kind_text, short_label
from socplanner.wording.terms import party_initials, party_name

_PAD, _ROUND, _ARROW = 6.0, 5.0, 5.0
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ELIDE = Qt.TextElideMode.ElideRight
_CHIP_SPACE = 3.0
_LEAST_KIND = 5
"""The letters for which the kind of a counterpart needs space, or else it is left out."""

_QUIET = 0.55
"""The opacity of lines that are not those of the chosen counterpart."""


class MapPainter:
    """Draws one map with the names of its boxes."""

    def __init__(
        self,
        plan: Plan,
        layout: SharingMap,
        groups: Sequence[SharingGroup],
        names: dict[Receiver, str],
        words: Words,
    ) -> None:
        """Draw `layout` of `plan`, whose counterparts are `groups` with `names`."""
        self._plan, self._layout, self._groups = plan, layout, groups
        self._names, self._words = names, words

    def draw(
        self,
        painter: QPainter,
        geometry: MapGeometry,
        chosen: int,
        palette: QPalette,
        *,
        has_focus: bool,
    ) -> None:
        """Draw everything; `chosen` is the number of the chosen counterpart, -1 for none."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        self._draw_headings(painter, geometry, palette)
        for line in self._layout.lines:
            if line.right != chosen:
                self._draw_line(painter, geometry, line, palette, is_chosen=False)
        for line in self._layout.lines:
            if line.right == chosen:
                self._draw_line(painter, geometry, line, palette, is_chosen=True)
        for number, box in enumerate(geometry.left):
            painter.setFont(font)
            self._draw_party(painter, box, number, palette)
        for number, box in enumerate(geometry.right):
            painter.setFont(font)
            self._draw_counterpart(painter, box, number, palette, is_chosen=number == chosen)
            if number == chosen and has_focus:
                painter.setPen(QPen(token("accent-ink", palette), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), _ROUND + 2, _ROUND + 2)
        painter.setFont(scaled(font, "badge"))
        for line in self._layout.lines:
            if line.right == chosen:
                self._draw_number(painter, geometry, line, palette)

    def _draw_headings(self, painter: QPainter, geometry: MapGeometry, palette: QPalette) -> None:
        words, font = self._words, painter.font()
        painter.setFont(scaled(font, "caption"))
        painter.setPen(token("text-2", palette))
        for boxes, text in (
            (geometry.left, words.tr("Parties inside")),
            (geometry.right, words.tr("Counterparts")),
        ):
            if boxes:
                place = QRectF(boxes[0].left(), 0, boxes[0].width(), geometry.heading)
                painter.drawText(place, _LEFT, text)
        painter.setFont(font)

    def _draw_line(
        self,
        painter: QPainter,
        geometry: MapGeometry,
        line: MapLine,
        palette: QPalette,
        *,
        is_chosen: bool,
    ) -> None:
        ink = label_ink(line.tlp, palette)
        painter.setOpacity(1.0 if is_chosen else _QUIET)
        painter.setPen(QPen(ink, 2.2 if is_chosen else 1.1, label_line(line.tlp)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(geometry.path(line.left, line.right))
        start, end = geometry.ends(line.left, line.right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if line.sent:
            painter.drawPolygon(_arrow(end, -1))
        if line.received:
            painter.drawPolygon(_arrow(start, 1))
        painter.setOpacity(1.0)

    def _draw_party(self, painter: QPainter, box: QRectF, number: int, palette: QPalette) -> None:
        party = self._plan.party(self._layout.parties[number])
        if party is None:
            return
        painter.setPen(QPen(token("edge", palette), 1))
        painter.setBrush(token("raised", palette))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        font = painter.font()
        size = chip_size(font)
        chip = QRectF(box.left() + _PAD, 0, size.width(), size.height())
        chip.moveTop(box.center().y() - size.height() / 2)
        initials = party_initials(party, self._words)
        draw_party_chip(painter, chip, initials, party.kind, palette)
        painter.setFont(font)
        painter.setPen(token("text", palette))
        rest = box.adjusted(chip.width() + 2 * _PAD, 0, -_PAD, 0)
        self._draw_text(painter, rest, party_name(party, self._words))

    def _draw_counterpart(
        self,
        painter: QPainter,
        box: QRectF,
        number: int,
        palette: QPalette,
        *,
        is_chosen: bool,
    ) -> None:
        group = self._groups[number]
        ink = token("accent-ink" if is_chosen else "edge", palette)
        painter.setPen(QPen(ink, 2 if is_chosen else 1))
        painter.setBrush(token("accent-tint" if is_chosen else "raised", palette))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        inner = box.adjusted(_PAD + 2, 3, -_PAD, -3)
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        lower = upper.translated(0, inner.height() / 2)
        painter.setPen(token("text", palette))
        self._draw_text(painter, upper, self._names[group.counterpart])
        painter.setFont(scaled(painter.font(), "badge"))
        left = self._draw_counts(painter, lower, group, palette)
        painter.setFont(scaled(self._body(painter), "caption"))
        painter.setPen(token("text-2", palette))
        kind = counterpart_kind_text(group.kind, self._words)
        if group.agreement is not None:
            kind = self._words.tr("{kind}, agreed", kind=kind)
        rest = lower.adjusted(left - lower.left(), 0, 0, 0)
        if rest.width() >= _LEAST_KIND * QFontMetricsF(painter.font()).averageCharWidth():
            self._draw_text(painter, rest, kind)

    def _draw_counts(
        self, painter: QPainter, place: QRectF, group: SharingGroup, palette: QPalette
    ) -> float:
        """Draw a chip for each label with its number, and how many labels have no space.

        Return where the last one ends.
        """
        left, font = place.left(), painter.font()
        counts = label_counts(group.shares)
        texts = [f"{short_label(each, self._words)} {count}" for each, count in counts.items()]
        widths = [tlp_chip_width(text, font) + _CHIP_SPACE for text in texts]
        more = QFontMetricsF(font).horizontalAdvance("+9")
        shown = chips_that_fit(widths, place.width(), more)
        for label, text, wide in list(zip(counts, texts, widths, strict=True))[:shown]:
            chip = QRectF(left, place.top() + 1, wide - _CHIP_SPACE, place.height() - 2)
            draw_tlp_chip(painter, chip, label, text, palette)
            left += wide
        if shown < len(texts):
            painter.setFont(font)
            painter.setPen(token("text-2", palette))
            rest = QRectF(left, place.top(), more + 1, place.height())
            painter.drawText(rest, _LEFT, f"+{len(texts) - shown}")
            left += more
        return left + _CHIP_SPACE

    def _draw_number(
        self, painter: QPainter, geometry: MapGeometry, line: MapLine, palette: QPalette
    ) -> None:
        """Draw label and number of a line beside the party that shares."""
        text = f"{short_label(line.tlp, self._words)} ×{line.number}"
        start, _ = geometry.ends(line.left, line.right)
        high = QFontMetricsF(painter.font()).height() + 2
        wide = tlp_chip_width(text, painter.font())
        chip = QRectF(start.x() + 3 * _ARROW, start.y() - high / 2, wide, high)
        draw_tlp_chip(painter, chip, line.tlp, text, palette)

    def _body(self, painter: QPainter) -> QFont:
        """Return the font of body text beside the badges of `painter`."""
        font = QFont(painter.font())
        font.setBold(False)
        return font

    def _draw_text(self, painter: QPainter, place: QRectF, text: str) -> None:
        shown = QFontMetricsF(painter.font()).elidedText(text, _ELIDE, place.width())
        painter.drawText(place, _LEFT, shown)


def chips_that_fit(widths: Sequence[float], width: float, more: float) -> int:
    """Return how many chips of `widths` fit in `width`, before `more` if the row is incomplete."""
    if sum(widths) <= width:
        return len(widths)
    used = 0.0
    for number, wide in enumerate(widths):
        used += wide
        if used + more > width:
            return number
    return len(widths)


def _arrow(tip: QPointF, direction: int) -> QPolygonF:
    """Return an arrow whose base is beside `tip`; 1 points to the left, -1 to the right."""
    base = tip.x() + direction * 2 * _ARROW
    return QPolygonF([tip, QPointF(base, tip.y() - _ARROW), QPointF(base, tip.y() + _ARROW)])
