"""The colours of the program, for light and dark; a colour is never the only sign."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.letters import Letter

_FUNCTIONS = {
    "A": "#5566B8",
    "B": "#0B7F7F",
    "C": "#7747B0",
    "D": "#BC4430",
    "E": "#2B7648",
    "F": "#94690A",
    "G": "#466A87",
    "H": "#A1356D",
    "I": "#567230",
}
_PARTIES = (
    "#8C1D18",
    "#5566B8",
    "#0B7F7F",
    "#2B7648",
    "#466A87",
    "#A1356D",
    "#A75B05",
    "#7747B0",
    "#8A560B",
    "#61666D",
)


class Tint(NamedTuple):
    """The two colours of a surface: its fill, and its border or text."""

    fill: QColor
    border: QColor


_SOURCING = {
    Sourcing.INSOURCE: (("#E3EFFB", "#3B7DC4"), ("#1E3A56", "#5B9BE0")),
    Sourcing.OUTSOURCE: (("#FCEEDB", "#B9781B"), ("#4A3315", "#D79A3C")),
    Sourcing.BOTH: (("#F0E6FA", "#8A5BC0"), ("#3C2C55", "#A983DA")),
    Sourcing.NOT_CARRIED_OUT: (("#ECEDEF", "#7C828A"), ("#34373C", "#8B929B")),
    Sourcing.UNDECIDED: (("#FFFFFF", "#8D949D"), ("#26292D", "#7D858F")),
}
_SEVERITY = {
    Severity.ERROR: ("#C02F24", "#FF8A80"),
    Severity.WARNING: ("#9A6700", "#F0B541"),
    Severity.INFO: ("#3B6FA5", "#86B7EC"),
}
_KINDS = {
    "internal": ("#2C5F94", "#86B7EC"),
    "provider": ("#8A560B", "#F0B541"),
    "authority": ("#565B62", "#B5BBC3"),
}
_DARK_LETTERS = {
    "#CFE2FF": "#1D4F86",
    "#F8D0CB": "#7C2D26",
    "#FFE9A8": "#6A5210",
    "#E3E6EA": "#4A4F57",
}
"""Fills of letters on a dark background by their light ones; others are computed."""


_DARK, _LIGHT = 0.18, 0.235
"""White is legible on luminances up to the first, the dark text colour from the second on."""


def is_dark(palette: QPalette) -> bool:
    """Return whether the text of `palette` is lighter than its background."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()


def quiet_ink(palette: QPalette) -> QColor:
    """Return the colour of secondary text, which is paler and still legible."""
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Window)
    return blended(ground, text, 0.66)


def blended(ground: QColor, over: QColor, share: float) -> QColor:
    """Return the opaque mix of `ground` and a `share`, 0 to 1, of `over`."""
    rest = 1 - share
    return QColor(
        round(ground.red() * rest + over.red() * share),
        round(ground.green() * rest + over.green() * share),
        round(ground.blue() * rest + over.blue() * share),
    )


def function_colour(code: str) -> QColor:
    """Return the colour of a function's tab; white text on it is legible."""
    return QColor(_FUNCTIONS.get(code, "#61666D"))


def party_colour(index: int) -> QColor:
    """Return the colour of the party at `index` in the plan; white text on it is legible."""
    return QColor(_PARTIES[index % len(_PARTIES)])


def sourcing_colours(sourcing: Sourcing, palette: QPalette) -> Tint:
    """Return the fill and border of a card of `sourcing`."""
    fill, border = _SOURCING[sourcing][is_dark(palette)]
    return Tint(QColor(fill), QColor(border))


def severity_colour(severity: Severity, palette: QPalette) -> QColor:
    """Return the colour of a finding's mark."""
    return QColor(_SEVERITY[severity][is_dark(palette)])


def kind_colour(kind: str, palette: QPalette) -> QColor:
    """Return the text colour of a party kind."""
    return QColor(_KINDS[kind][is_dark(palette)])


def letter_colours(letter: Letter, palette: QPalette) -> Tint:
    """Return the fill of a letter, and the colour of its text as the border."""
    if is_dark(palette):
        dark = _DARK_LETTERS.get(letter.colour.upper())
        fill = QColor(dark) if dark is not None else _shaded(QColor(letter.colour))
    else:
        fill = QColor(letter.colour)
    return Tint(fill, ink_on(fill))


def _shaded(colour: QColor) -> QColor:
    """Return `colour` darkened for a dark background."""
    return QColor.fromHslF(max(colour.hslHueF(), 0), min(colour.hslSaturationF(), 0.5), 0.3)


def ink_on(fill: QColor) -> QColor:
    """Return the text colour that is legible on `fill`: white, nearly black, or black between."""
    light = _luminance(fill)
    if light <= _DARK:
        return QColor("#FFFFFF")
    return QColor("#1B1D20") if light >= _LIGHT else QColor("#000000")


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of `colour` as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
