"""Colours that can be read, also by people who see few of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.letter_sets import LETTER_SETS, RACI
from socplanner.domain.letters import UNDECIDED, Letter
from socplanner.formats.workbook import colours

LEGIBLE = 4.5
"""The contrast that WCAG AA asks of text."""


LETTERS = (*(letter for each in LETTER_SETS.values() for letter in each.letters), UNDECIDED)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("fill", [letter.colour for letter in LETTERS])
def test_a_letter_is_legible_on_its_colour(fill: str) -> None:
    """In every cell and chip."""
    assert contrast(colours.ink_on(fill), fill) >= LEGIBLE


HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(HEX)
def test_a_letter_is_legible_on_whatever_colour_a_planner_gives_it(fill: str) -> None:
    assert contrast(colours.ink_on(fill), fill) >= LEGIBLE
    assert contrast(colours.INK, colours.strong(fill)) >= LEGIBLE


@pytest.mark.parametrize("shades", [*colours.KINDS.values(), colours.PLAIN_HEADING])
def test_headers_are_legible(shades: tuple[str, str]) -> None:
    """White on the band, dark on the head."""
    assert contrast(colours.PAPER, shades[0]) >= LEGIBLE
    assert contrast(colours.INK, shades[1]) >= LEGIBLE


def test_quiet_text_is_legible_on_every_background() -> None:
    """Quiet is not faint."""
    grounds = [colours.PAPER, colours.SHADE, *map(colours.tint, colours.FUNCTIONS)]
    assert min(contrast(colours.MUTED, ground) for ground in grounds) >= LEGIBLE
    assert contrast(colours.ALARM, colours.ALARM_SHADE) >= LEGIBLE
    assert contrast(colours.LINK, colours.SHADE) >= LEGIBLE


@pytest.mark.parametrize("fill", colours.SOURCINGS.values())
def test_a_sourcing_is_legible_on_its_colour(fill: str) -> None:
    """The word tells; the colour only helps."""
    assert contrast(colours.INK, fill) >= LEGIBLE


@pytest.mark.parametrize("letter", RACI.letters, ids=lambda letter: letter.symbol)
def test_a_number_is_legible_on_the_bar_of_its_letter(letter: Letter) -> None:
    """In the chart."""
    assert contrast(colours.INK, colours.strong(letter.colour)) >= LEGIBLE
