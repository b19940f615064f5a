"""The colours of the workbook in one table; a colour is never the only thing that tells."""

import colorsys
from collections.abc import Mapping

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.marking import Tlp

INK = "#1B1D20"
MUTED = "#57606A"
LINE = "#C8CED6"
GROUP_LINE = "#6B7684"
PAPER = "#FFFFFF"
SHADE = "#F3F6FA"
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
"""Of each kind of party: the band over its columns (white text), and their heads (dark text)."""

PLAIN_HEAD = ("#39434E", "#EEF1F4")
"""The same for columns that belong to no party."""

SOURCINGS: Mapping[Sourcing, str] = {
    Sourcing.INSOURCE: "#E3EFFB",
    Sourcing.OUTSOURCE: "#FCEEDB",
    Sourcing.BOTH: "#F0E6FA",
    Sourcing.NOT_CARRIED_OUT: "#ECEDEF",
    Sourcing.UNDECIDED: "#FFFFFF",
}

TLPS: Mapping[Tlp, tuple[str, str]] = {
    Tlp.RED: ("#000000", "#FF2B2B"),
    Tlp.AMBER_STRICT: ("#000000", "#FFC000"),
    Tlp.AMBER: ("#000000", "#FFC000"),
    Tlp.GREEN: ("#000000", "#33FF00"),
    Tlp.CLEAR: ("#000000", "#FFFFFF"),
}
"""Ground and ink of the labels, as the protocol itself sets them."""

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
    """Return `colour` as pale as the ground of a text may be."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT):02X}" for part in parts)


def ink_on(fill: str) -> str:
    """Return a dark ink of the same hue as the light `fill`."""
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    parts = colorsys.hls_to_rgb(hue, 0.22, min(saturation, 0.75))
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def strong(fill: str) -> str:
    """Return `fill` as strong as a bar of a chart needs to be."""
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    parts = colorsys.hls_to_rgb(hue, 0.62, min(saturation, 0.7))
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
