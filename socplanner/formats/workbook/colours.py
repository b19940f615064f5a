"""The colours of the workbook in one table; a colour is never the only sign of anything."""

import colorsys
from collections.abc import Mapping

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import CoverageState
from socplanner.domain.marking import Tlp

INK = "#1B1D20"
MUTED = "#57606A"
LINE = "#C8CED6"
GROUP_LINE = "#6B7684"
PAPER = "#FFFFFF"
SHADE = "#F3F6FA"
GREY = "#ECEEF1"
HEADLINE = "#1F3A5F"
ENTRY = "#FFFDF3"
ALARM = "#A4262C"
ALARM_SHADE = "#FDE7E9"
MOVED = "#FFE9A8"
BAR = "#9DBCE0"
LINK = "#1F5FA8"

KINDS: Mapping[str, tuple[str, str]] = {
    "internal": ("#1F3A5F", "#DCE6F2"),
    "provider": ("#7A4A0B", "#FBEBD7"),
    "authority": ("#44505C", "#E6E9ED"),
}
"""By kind of party, the band over its columns (white text), and their headings (dark text)."""

_LEGIBLE = 4.5
"""The contrast that WCAG AA requires of text."""

PLAIN_HEADING = ("#39434E", "#EEF1F4")
"""The same for columns of no party."""

SOURCINGS: Mapping[Sourcing, str] = {
    Sourcing.INSOURCE: "#E3EFFB",
    Sourcing.OUTSOURCE: "#FCEEDB",
    Sourcing.BOTH: "#F0E6FA",
    Sourcing.NOT_CARRIED_OUT: "#ECEDEF",
    Sourcing.UNDECIDED: "#FFFFFF",
}

COVERAGES: Mapping[CoverageState, str] = {
    CoverageState.ON_DUTY: "#9FD3B4",
    CoverageState.ON_CALL: "#CFE2FF",
    CoverageState.PRE_APPROVED: "#E6DAF6",
    CoverageState.BEST_EFFORT: "#FBEBD7",
    CoverageState.UNMANNED: "#E6E9ED",
    CoverageState.NOT_STATED: "#FFFFFF",
}

TLPS: Mapping[Tlp, tuple[str, str]] = {
    Tlp.RED: ("#000000", "#FF2B2B"),
    Tlp.AMBER_STRICT: ("#000000", "#FFC000"),
    Tlp.AMBER: ("#000000", "#FFC000"),
    Tlp.GREEN: ("#000000", "#33FF00"),
    Tlp.CLEAR: ("#000000", "#FFFFFF"),
}
"""Background and ink of the labels, as the protocol defines them."""

FUNCTIONS = (
    "#5566B8",
    "#0B7F7F",
    "#7747B0",
    "#BC4430",
    "#2B7648",
    "#94690A",
    "#466A87",
    "#A1356D",
    "#567230",
)
"""The colour of each function, in the order of the catalogue."""

_TINT = 0.13


def tint(colour: str) -> str:
    """Return a pale tint of `colour` (`#RRGGBB`) for the background of a text."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT):02X}" for part in parts)


def ink_on(fill: str) -> str:
    """Return a legible ink on `fill`: a dark one of its hue, else white, else black."""
    red, green, blue = _parts(fill)
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    inks = (_hex(colorsys.hls_to_rgb(hue, 0.22, min(saturation, 0.75))), PAPER, "#000000")
    return next((ink for ink in inks if _contrast(ink, fill) >= _LEGIBLE), inks[-1])


def strong(fill: str) -> str:
    """Return a stronger shade of `fill` for the bar of a chart, with dark text legible on it."""
    red, green, blue = _parts(fill)
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    lightness = (percent / 100 for percent in range(62, 100, 2))
    shades = (_hex(colorsys.hls_to_rgb(hue, each, min(saturation, 0.7))) for each in lightness)
    return next((each for each in shades if _contrast(INK, each) >= _LEGIBLE), PAPER)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of `colour` as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
