"""The board on pages: on one page if that is legible, else lane after lane over several pages.

Rules:
- The board is arranged as on the screen, in each of several scales and with each size of cards;
  on paper it need not have space for the next card. A board that fits is legible if its names have
  at least `_LEAST` points; the one with the largest names is used, up to `_GOOD` points, then the
  one with the larger cards.
- The strip below the lanes is left out where it is empty, and its hint about drops always.
- Where none is legible, lanes follow one another over the whole width, in reading order, with the
  cards of the usual small size. A lane begins with its header, which is repeated on each page that
  the lane continues on; no card is cut.
"""

from collections.abc import Iterator

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPalette

from socplanner.ui.board.card import Card, card_of
from socplanner.ui.board.card_painter import CardPainter
from socplanner.ui.board.lane_boxes import CardForm, CardStyle
from socplanner.ui.board.lane_painter import LanePainter
from socplanner.ui.board.lanes import LaneMaker, LaneSet
from socplanner.ui.board.placement import Placement
from socplanner.ui.board.text_fit import TextFit
from socplanner.ui.kit.overriding import override
from socplanner.ui.pictures.lane_flow import LaneFlow, LanePart
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.print_fonts import print_font

_BASE = 13
_SCALES = (0.9, 0.84, 0.78, 0.72, 0.66, 0.6, 0.55)
"""Points a pixel of the board."""

_LEAST, _GOOD = 5.5, 9.0
_FLOW_SCALE = 0.72
_FORMS = (CardForm.SMALL, CardForm.MEDIUM, CardForm.LARGE)


class BoardPages:
    """The pages of one board; a page is drawn in points from the corner of its content."""

    def __init__(
        self, facts: PictureFacts, lanes: LaneMaker, size: QSizeF, palette: QPalette
    ) -> None:
        """Arrange the roles of `facts` in lanes on pages with a space of `size` in points."""
        self._lanes = _on_paper(lanes(facts.plan, facts.options.phase, facts.words), facts)
        self._palette = palette
        self._size = size
        self._cards = _cards(facts)
        names = [card.name for card in self._cards]
        self._fit = TextFit(print_font(_BASE), names)
        self._lane_painter = LanePainter(self._fit, palette, self._lanes)
        self._painter = CardPainter(self._fit, palette)
        self._frame = self._lane_painter.frame()
        form = facts.options.card_size
        self._form = None if form == "automatic" else CardForm(form)
        self._in_lanes = [self._lanes.lane_of(role, facts.duties[role.id]) for role in facts.roles]
        self._placement, self.scale = self._best()
        self._style = list(self._fit.styles(0, self._form))[-1]
        self._parts = () if self._placement is not None else self._flowing()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return max(len(self._parts), 1)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0."""
        painter.save()
        painter.scale(self.scale, self.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._placement is not None:
            self._draw_board(painter, self._placement)
        else:
            for part in self._parts[page]:
                self._draw_part(painter, part)
        painter.restore()

    def _draw_board(self, painter: QPainter, placement: Placement) -> None:
        board = placement.arrangement
        for lane in board.lanes:
            self._lane_painter.draw_lane(painter, lane, is_target=False)
        self._lane_painter.draw_axes(painter, board)
        for row in placement.in_reading_order():
            self._painter.draw(painter, self._cards[row], placement.rect(row), board.style)

    def _draw_part(self, painter: QPainter, part: LanePart) -> None:
        self._lane_painter.draw_lane(painter, part.box, is_target=False)
        for position, row in enumerate(part.rows):
            self._painter.draw(painter, self._cards[row], part.box.card(position), self._style)

    def _best(self) -> tuple[Placement | None, float]:
        """Return the best board that fits a page and is legible, and its scale."""
        best: tuple[float, int, float] | None = None
        result: tuple[Placement | None, float] = (None, _FLOW_SCALE)
        for scale in _SCALES:
            size = int(self._size.width() / scale), int(self._size.height() / scale)
            share = size[0] * size[1] / max(len(self._cards), 1)
            for style in list(self._fit.styles(share, self._form))[:-1]:
                rank = (min(style.text * scale, _GOOD), _FORMS.index(style.form), scale)
                if style.text * scale < _LEAST or (best is not None and rank <= best):
                    continue
                placement = self._arranged(size, style)
                board = placement.arrangement
                if board.width <= size[0] and board.height <= size[1]:
                    best, result = rank, (placement, scale)
        return result

    def _arranged(self, size: tuple[int, int], style: CardStyle) -> Placement:
        """Return the board with cards of `style`, higher than `size` where they do not fit."""
        fit = OneStyle(self._fit, style)
        names = [card.name for card in self._cards]
        placement = Placement(self._lanes, self._in_lanes, names, fit, self._form)
        placement.arrange(size, self._frame)
        return placement

    def _flowing(self) -> tuple[tuple[LanePart, ...], ...]:
        """Return the parts of lanes on each page where lanes follow one another."""
        flow = LaneFlow(self._frame, self._style, self._size / self.scale)
        for lane in self._lanes.in_reading_order():
            rows = [row for row, each in enumerate(self._in_lanes) if each == lane.id]
            extras = {row: self._extra(row, flow.card_width) for row in rows}
            flow.add_lane(lane.id, rows, extras)
        return flow.pages()

    def _extra(self, row: int, width: int) -> int:
        return self._fit.extra_height(self._cards[row].name, width, self._style)


class OneStyle(TextFit):
    """Offers one style of cards only, and measures as another `TextFit` does."""

    def __init__(self, fit: TextFit, style: CardStyle) -> None:
        """Share what `fit` has measured."""
        self.__dict__.update(fit.__dict__)
        self._only = style

    @override
    def styles(self, share: float, form: CardForm | None = None) -> Iterator[CardStyle]:
        yield self._only


def _on_paper(lanes: LaneSet, facts: PictureFacts) -> LaneSet:
    """Return `lanes` as they are printed: without an empty strip, and without hints on drops."""
    used = {lanes.lane_of(role, facts.duties[role.id]) for role in facts.roles}
    kept = []
    for lane in lanes.lanes:
        if lane.spot is not None:
            kept.append(lane)
        elif lane.id in used:
            plain = tuple(each._replace(about="") for each in lane.headings)
            kept.append(lane._replace(headings=plain))
    printed = lanes._replace(lanes=tuple(kept))
    return printed.mirrored() if facts.options.mirrored and not printed.flows else printed


def _cards(facts: PictureFacts) -> list[Card]:
    """Return the card of each role."""
    plan, words = facts.plan, facts.words
    places = {party.id: place for place, party in enumerate(plan.parties)}
    return [
        card_of(plan, role, facts.duties[role.id], facts.card_findings(role.id), places, words)
        for role in facts.roles
    ]
