"""The icons are one set: one grid, one stroke, no colours of their own; all are used."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.services import paths
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.kit.icons import (
    draw_icon,
    icon,
    icon_pixmap,
    severity_icon,
    sourcing_icon,
)

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "icons"
ICONS = sorted(
    path.stem for path in FOLDER.glob("*.svg") if path.stem not in ("socplanner", "plan")
)
SOURCE = Path(__file__).resolve().parents[3] / "socplanner"


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_has_the_grid_the_stroke_and_no_colour(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke-width") == "1.5"
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}
    assert set(re.findall(r"#[0-9a-fA-F]{3,6}", text)) == set()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_used(name: str) -> None:
    by_rule = {sourcing_icon(each) for each in Sourcing} | {
        severity_icon(each) for each in Severity
    }
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    assert name in by_rule or f'"{name}"' in code


def test_every_icon_that_is_chosen_by_rule_is_there() -> None:
    by_rule = {sourcing_icon(each) for each in Sourcing} | {
        severity_icon(each) for each in Severity
    }
    assert by_rule <= set(ICONS)
    assert (paths.resources() / "icons").is_dir()


def coloured(image: QImage, colour: QColor) -> int:
    """Return how many pixels are at least half opaque and of that hue."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    pixels = (image.pixelColor(x, y) for x, y in points)
    return sum(pixel.alpha() > 128 and pixel.hue() == colour.hue() for pixel in pixels)


def test_an_icon_is_drawn_in_the_colour_for_each_pixel_ratio(qapp: QApplication) -> None:
    red = QColor("#ff0000")
    for ratio in (1.0, 1.5, 2.0):
        pixmap = icon_pixmap("board", red, 20, ratio)
        assert pixmap.width() == round(20 * ratio)
        assert pixmap.devicePixelRatio() == ratio
        assert coloured(pixmap.toImage(), red) > 0


def test_an_icon_is_drawn_in_the_middle_of_its_rectangle(qapp: QApplication) -> None:
    image = QImage(60, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_icon(painter, "add", QRectF(0, 0, 60, 20), QColor("#0000ff"))
    painter.end()
    inked = [x for x in range(60) for y in range(20) if image.pixelColor(x, y).alpha() > 128]
    assert min(inked) >= 20
    assert max(inked) < 40
    assert abs((min(inked) + max(inked)) / 2 - 29.5) <= 1


def test_an_icon_of_qt_is_grey_where_it_is_disabled(qapp: QApplication) -> None:
    palette = palette_of(is_dark=False)
    usual = icon("undo", palette).pixmap(20, QIcon.Mode.Normal).toImage()
    disabled = icon("undo", palette).pixmap(20, QIcon.Mode.Disabled).toImage()
    assert usual != disabled
