"""Flows on pages, one a page: the swimlane diagram as large as fits, and what it shows in words."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QPalette

from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.clock import clock_of
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.defaults import listed_flows
from socplanner.domain.flows.walk import FlowWalk, walk
from socplanner.domain.problem import EditRejected
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.ui.flows.flow_drawing import DrawingOptions, FlowDrawing, flow_drawing
from socplanner.ui.flows.flow_painter import FlowPainter
from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.page_text import LEFT, Look, draw_fitted, draw_lines
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.coverage_words import moment_name
from socplanner.wording.flow_words import hand_over_sentence, minutes_text, walk_text

_TITLE, _FOOT, _GAP = 18.0, 34.0, 6.0
_LARGEST = 1.3
_BODY = 11


class FlowPages:
    """The pages of the flows of a plan, in points from the corner of the content."""

    def __init__(self, facts: PictureFacts, size: QSizeF, palette: QPalette) -> None:
        """Arrange the flow of the options, or all; raise EditRejected for an unknown one."""
        self._facts, self._size, self._palette = facts, size, palette
        plan, wanted = facts.plan, facts.options.flow
        defaults = flows_of_catalogue(plan)
        listed = listed_flows(plan, defaults)
        own = [each.flow for each in listed if not each.is_default]
        flows = own or [each.flow for each in listed]
        if wanted:
            flows = [each.flow for each in listed if each.flow.id == wanted]
            if not flows:
                raise EditRejected("unknown-flow", flow=wanted)
        self._pages = [self._page(flow) for flow in flows]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the flow of `page`, from 0."""
        drawing, walked = self._pages[page]
        words, width = self._facts.words, self._size.width()
        name = words.local(drawing.flow.name)
        title = QRectF(0, 0, width, _TITLE)
        ink, quiet = (token(each, self._palette) for each in ("text", "text-2"))
        draw_fitted(painter, title, name, Look(12, ink, LEFT, is_bold=True))
        flow = FlowPainter(drawing, print_font(_BODY), self._palette)
        space = QSizeF(width, self._size.height() - _TITLE - _FOOT - 2 * _GAP)
        size = flow.geometry.size
        high = max(size.height(), 1)  # a flow without steps has no height
        scale = min(space.width() / size.width(), space.height() / high, _LARGEST)
        painter.save()
        painter.translate(0, _TITLE + _GAP)
        painter.scale(scale, scale)
        flow.draw(painter)
        painter.restore()
        foot = QRectF(0, _TITLE + 2 * _GAP + size.height() * scale, width, _FOOT)
        draw_lines(painter, foot, self._foot(drawing, walked), Look(9, quiet, LEFT))

    def _page(self, flow: BusinessFlow) -> tuple[FlowDrawing, FlowWalk | None]:
        facts, plan = self._facts, self._facts.plan
        moment, phase = facts.options.moment, facts.options.phase
        walked = None if moment is None else walk(plan, phase, flow, started_at(moment))
        defaults = flows_of_catalogue(plan)
        counterparts = (*plan.counterparts, *defaults.counterparts)
        options = DrawingOptions(counterparts, walked, walked is None)
        return flow_drawing(plan, phase, flow, options, facts.words), walked

    def _foot(self, drawing: FlowDrawing, walked: FlowWalk | None) -> str:
        words, plan = self._facts.words, self._facts.plan
        if walked is not None:
            sentences = walk_text(plan, walked, words)
            return f"{moment_name(walked.clock.start, words)}: {sentences}"
        total = minutes_text(clock_of(drawing.flow).minutes, words)
        limits = words.tr("The limits on the longest path add up to {time}.", time=total)
        return f"{hand_over_sentence(drawing.hand_overs, words)}. {limits}"
