"""Limits and labels on the lines of a compact diagram: once for each step, over nothing else."""

from itertools import combinations

import pytest
from PySide6.QtGui import QFont, QPalette

from socplanner.domain.flows.defaults import listed_flows
from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.i18n import words_for
from socplanner.ui.flows.flow_drawing import DrawingOptions, FlowDrawing, flow_drawing
from socplanner.ui.flows.flow_painter import FlowPainter
from socplanner.ui.flows.line_labels import LineLabel, line_labels

NOW = PhaseId("now")


def _drawings(plan: Plan, language: Language) -> list[FlowDrawing]:
    defaults = flows_of_catalogue(plan)
    options = DrawingOptions(defaults.counterparts)
    return [
        flow_drawing(plan, NOW, each.flow, options, words_for(language))
        for each in listed_flows(plan, defaults)
    ]


def _labels(drawing: FlowDrawing, font: QFont) -> tuple[LineLabel, ...]:
    painter = FlowPainter(drawing, font, QPalette(), is_compact=True)
    return line_labels(drawing, painter.geometry, font)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_cover_neither_boxes_nor_each_other(
    qapp: object, plan: Plan, language: Language
) -> None:
    font = QFont()
    count = 0
    for drawing in _drawings(plan, language):
        boxes = FlowPainter(drawing, font, QPalette(), is_compact=True).geometry.boxes
        labels = _labels(drawing, font)
        count += len(labels)
        for one, other in combinations([each.place for each in labels], 2):
            assert not one.intersects(other)
        assert not any(box.intersects(each.place) for box in boxes for each in labels)
    assert count > 10


def test_the_label_of_a_line_is_that_of_the_step_that_hands_on(qapp: object, plan: Plan) -> None:
    (incident,) = [each for each in _drawings(plan, "en") if each.flow.id == "incident-response"]
    shown = {(each.limit, each.tlp) for each in _labels(incident, QFont())}
    steps = {(each.limit, each.tlp) for each in incident.boxes if each.receiver is None}
    assert shown
    assert shown <= steps


def test_labels_that_find_no_place_are_left_out(qapp: object, plan: Plan) -> None:
    large = QFont()
    large.setPixelSize(60)
    (incident,) = [each for each in _drawings(plan, "en") if each.flow.id == "incident-response"]
    assert _labels(incident, large) == ()
