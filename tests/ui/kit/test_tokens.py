"""Every pair of colours that meets on screen is legible, in light and dark, for any eyes."""

import itertools
import math

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.kit.theme import blended
from socplanner.ui.kit.tokens import CONTRAST, TOKENS, is_contrasty, token
from tests.support.colour_vision import SIGHTS, difference, seen_by
from tests.support.contrast import contrast

FUNCTIONS = [name for name in TOKENS if name.startswith("function-")]
PAIRS = [
    *[("text", ground, 7.0) for ground in ("surface", "window", "accent-tint")],
    *[("text", f"{sourcing}-tint", 7.0) for sourcing in ("in", "out", "both")],
    *[("text-2", ground, 4.5) for ground in ("surface", "window", "ground", "accent-tint")],
    *[("text-3", ground, 4.5) for ground in ("surface", "window", "band")],
    *[("edge", ground, 3.0) for ground in ("raised", "window")],
    ("on-accent", "accent", 4.5),
    *[("accent-ink", ground, 4.5) for ground in ("surface", "window", "accent-tint")],
    *[("accent-ink", ground, 3.0) for ground in ("in-tint", "out-tint", "ground")],
    *[(f"{name}-ink", f"{name}-tint", 4.5) for name in ("in", "out", "both", "none")],
    *[(f"{name}-ink", "surface", 4.5) for name in ("in", "out", "both", "none")],
    *[(name, "surface", 3.0) for name in ("in", "out", "both", "none")],
    *[(name, f"{name}-tint", 3.0) for name in ("in", "out", "both")],
    *[(f"letter-{name}-ink", f"letter-{name}", 4.5) for name in "arci"],
    *[
        (name, ground, 4.5)
        for name in ("error", "warning", "info")
        for ground in ("surface", "window")
    ],
    *[(name, f"{name}-tint", 4.5) for name in ("error", "warning", "info", "ok")],
    *[("text", f"{name}-tint", 7.0) for name in ("error", "info", "ok")],
    ("ok", "surface", 4.5),
    *[(name, ground, 4.5) for name in FUNCTIONS for ground in ("surface", "in-tint", "out-tint")],
]
SETS = {
    "rails of all sourcings": (("in", "out", "both", "none"), 10),
    "rails inside and outside": (("in", "out"), 15),
    "letters": (("letter-a", "letter-r", "letter-c", "letter-i"), 5),
    "severities": (("error", "warning", "info"), 10),
    "lines of now and target": (("edge", "accent-ink"), 15),
    "the ring of a selection and rails": (("accent-ink", "in", "out", "none"), 8),
}


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> QPalette:
    """Return the palette of light or dark grounds."""
    return palette_of(is_dark=request.param)


@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_ink_is_legible_on_its_ground(
    palette: QPalette, ink: str, ground: str, least: float
) -> None:
    assert contrast(token(ink, palette), token(ground, palette)) >= least


@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_is_higher(is_dark: bool, ink: str, ground: str, least: float) -> None:
    palette = palette_of(is_dark=is_dark, is_contrasty=True)
    wanted = 7.0 if least >= 4.5 else 4.5
    assert contrast(token(ink, palette), token(ground, palette)) >= wanted


@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_has_one_ground_and_lines_of_ink(is_dark: bool) -> None:
    palette = palette_of(is_dark=is_dark, is_contrasty=True)
    assert is_contrasty(palette)
    assert not is_contrasty(palette_of(is_dark=is_dark))
    for name in ("window", "surface", "in-tint", "error-tint"):
        assert token(name, palette) == token("raised", palette)
    for name in ("line", "edge", "out-line"):
        assert token(name, palette) == token("text", palette)


def test_high_contrast_names_only_colours_that_there_are() -> None:
    assert CONTRAST.keys() <= TOKENS.keys()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_code_of_a_function_is_legible_on_its_chip(palette: QPalette, function: str) -> None:
    ink, share = token(function, palette), 0.16 if palette == palette_of(is_dark=True) else 0.12
    assert contrast(ink, blended(token("raised", palette), ink, share)) >= 4.5


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_colours_of_a_set_stay_apart_for_any_eyes(palette: QPalette, name: str, sight: str) -> None:
    names, least = SETS[name]
    seen = [seen_by(sight, token(each, palette)) for each in names]
    pairs = itertools.combinations(seen, 2)
    assert min(difference(one, other) for one, other in pairs) >= least


def test_each_colour_is_written_as_six_digits() -> None:
    for shades in TOKENS.values():
        assert all(QColor(each).name().upper() == each.upper() for each in shades)


def test_an_unknown_colour_is_an_error(palette: QPalette) -> None:
    with pytest.raises(KeyError, match="mauve"):
        token("mauve", palette)


def test_the_difference_of_colours_agrees_with_published_values() -> None:
    """Two rows of the test data of Sharma, Wu and Dalal for CIEDE2000."""
    assert math.isclose(
        difference((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)), 2.0425, abs_tol=1e-4
    )
    assert math.isclose(difference((50.0, 2.5, 0.0), (73.0, 25.0, -18.0)), 27.1492, abs_tol=1e-4)
