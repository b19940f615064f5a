"""Every default flow is drawn in light and in dark, in full and compact, without a warning."""

from itertools import combinations, product

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette

from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.defaults import ListedFlow, listed_flows
from socplanner.domain.flows.walk import walk
from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.i18n import words_for
from socplanner.ui.flows.flow_drawing import DrawingOptions, FlowDrawing, flow_drawing
from socplanner.ui.flows.flow_geometry import box_at, lane_at, line_at
from socplanner.ui.flows.flow_painter import BoxLook, FlowPainter
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.kit.tokens import token

NOW = PhaseId("now")


def _listed(plan: Plan) -> tuple[ListedFlow, ...]:
    return listed_flows(plan, flows_of_catalogue(plan))


def _drawing(
    plan: Plan, flow_id: str, language: Language = "en", *, has_walk: bool = False
) -> FlowDrawing:
    (listed,) = [each for each in _listed(plan) if each.flow.id == flow_id]
    walked = walk(plan, NOW, listed.flow, started_at(SUNDAY_NIGHT)) if has_walk else None
    options = DrawingOptions(flows_of_catalogue(plan).counterparts, walked, not has_walk)
    return flow_drawing(plan, NOW, listed.flow, options, words_for(language))


def _image(
    drawing: FlowDrawing, palette: QPalette, look: BoxLook | None = None, *, is_compact: bool
) -> QImage:
    flow = FlowPainter(drawing, QFont(), palette, is_compact=is_compact)
    size = flow.geometry.size.toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(token("ground", palette))
    painter = QPainter(image)
    flow.draw(painter)
    if look is not None:
        flow.draw_box(painter, 0, look)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("is_dark", "is_compact", "language"), list(product([False, True], [False, True], LANGUAGES))
)
def test_every_default_flow_is_drawn_with_and_without_a_walk(
    qapp: object, plan: Plan, language: Language, *, is_dark: bool, is_compact: bool
) -> None:
    palette = palette_of(is_dark=is_dark)
    ground = token("surface", palette)
    for listed in _listed(plan):
        plain, walked = (
            _image(
                _drawing(plan, listed.flow.id, language, has_walk=has_walk),
                palette,
                is_compact=is_compact,
            )
            for has_walk in (False, True)
        )
        assert plain != walked, "a walk shows states"
        assert (ground.lightness() < 128) is is_dark
        corner = QColor(plain.pixel(plain.width() - 2, 2))
        assert corner == ground


def test_a_compact_diagram_is_smaller_and_each_look_differs(qapp: object, plan: Plan) -> None:
    palette, drawing = palette_of(is_dark=False), _drawing(plan, "incident-response")
    full, compact = (_image(drawing, palette, is_compact=each) for each in (False, True))
    assert compact.width() * compact.height() < full.width() * full.height()
    looks = (None, BoxLook(is_selected=True), BoxLook(has_focus=True))
    images = [_image(drawing, palette, look, is_compact=False) for look in looks]
    assert all(one != other for one, other in combinations(images, 2))


def test_what_is_at_a_point_is_what_was_drawn_there(qapp: object, plan: Plan) -> None:
    drawing = _drawing(plan, "external-reporting")
    geometry = FlowPainter(drawing, QFont(), QPalette()).geometry
    for number, box in enumerate(geometry.boxes):
        assert box_at(geometry, box.center()) == number
        assert lane_at(geometry, box.center().y()) == drawing.layout.places[number].lane
    for points in geometry.lines:
        hit = line_at(geometry, (points[0] + points[1]) / 2)
        assert (points[0] + points[1]) / 2 != points[0]
        assert hit >= 0
    assert lane_at(geometry, geometry.size.height() + 1) == -1
    far = geometry.boxes[0].topLeft() - geometry.boxes[0].center() * 100
    assert (box_at(geometry, far), line_at(geometry, far)) == (-1, -1)
