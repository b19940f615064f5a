"""The colours of sourcings, functions, parties, letters and severities, made of tokens."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.letters import Letter
from socplanner.ui.kit.tokens import TOKENS, is_dark, token

CHIP_ROUND = 3
"""The radius of chips, in pixels."""

FADED = 0.28
"""The opacity of what a search, a filter or the overlay of changes leaves out."""


class Tint(NamedTuple):
    """How a surface is drawn: its fill, and the ink of its text, rail or sign."""

    fill: QColor
    ink: QColor


class SourcingTint(NamedTuple):
    """How a card or a button of a sourcing is drawn: fill, rail and sign, border."""

    fill: QColor
    ink: QColor
    line: QColor


_SOURCING = {
    Sourcing.INSOURCE: ("in-tint", "in", "in-line"),
    Sourcing.OUTSOURCE: ("out-tint", "out", "out-line"),
    Sourcing.BOTH: ("both-tint", "both", "both-line"),
    Sourcing.NOT_CARRIED_OUT: ("none-tint", "none", "none-line"),
    Sourcing.UNDECIDED: ("raised", "edge", "edge"),
}
_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_KINDS = {"internal": "text-2", "provider": "out-ink", "authority": "text-3"}
_LETTERS = {
    "#F8D0CB": "letter-a",
    "#CFE2FF": "letter-r",
    "#FFE9A8": "letter-c",
    "#E3E6EA": "letter-i",
}
"""The usual letters by their colours in letter sets; other colours are drawn as they are."""

_DARK, _LIGHT = 0.18, 0.235
"""Up to the one luminance white is legible, from the other on the ink of the program is."""


def quiet_ink(palette: QPalette) -> QColor:
    """Return the colour of text of second rank."""
    return token("text-2", palette)


def blended(ground: QColor, over: QColor, share: float) -> QColor:
    """Return `ground` with `share` of `over` in it, opaque."""
    rest = 1 - share
    return QColor(
        round(ground.red() * rest + over.red() * share),
        round(ground.green() * rest + over.green() * share),
        round(ground.blue() * rest + over.blue() * share),
    )


def function_ink(code: str, palette: QPalette) -> QColor:
    """Return the colour in which the code of a function is written; a quiet one for an unknown."""
    name = f"function-{code}"
    return token(name if name in TOKENS else "text-2", palette)


def function_tint(code: str, palette: QPalette) -> QColor:
    """Return the ground of a chip with a code of a function."""
    share = 0.16 if is_dark(palette) else 0.12
    return blended(token("raised", palette), function_ink(code, palette), share)


def sourcing_colours(sourcing: Sourcing, palette: QPalette) -> SourcingTint:
    """Return how a card of `sourcing` is drawn."""
    return SourcingTint(*(token(name, palette) for name in _SOURCING[sourcing]))


def severity_colour(severity: Severity, palette: QPalette) -> QColor:
    """Return the colour of a finding's mark."""
    return token(_SEVERITY[severity], palette)


def kind_colour(kind: str, palette: QPalette) -> QColor:
    """Return the colour in which a kind of party is written."""
    return token(_KINDS[kind], palette)


def letter_colours(letter: Letter, palette: QPalette) -> Tint:
    """Return how a letter is drawn."""
    usual = _LETTERS.get(letter.colour.upper())
    if usual is not None:
        return Tint(token(usual, palette), token(f"{usual}-ink", palette))
    fill = QColor(letter.colour)
    if is_dark(palette):
        fill = _shaded(fill)
    return Tint(fill, ink_on(fill))


def _shaded(colour: QColor) -> QColor:
    """Return `colour` as dark as letters on a dark ground are."""
    return QColor.fromHslF(max(colour.hslHueF(), 0), min(colour.hslSaturationF(), 0.5), 0.3)


def ink_on(fill: QColor) -> QColor:
    """Return nearly black, white, or between the two black: what is legible on `fill`."""
    light = _luminance(fill)
    if light <= _DARK:
        return QColor("#FFFFFF")
    return QColor("#1B1D20") if light >= _LIGHT else QColor("#000000")


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of `colour` as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
