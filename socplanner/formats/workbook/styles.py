"""Styles of cells: formats are sums of named parts, and cached, since a workbook has each once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from socplanner.domain.local_text import Language
from socplanner.formats.workbook import colours

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

Part = Mapping[str, object]

FONTS: Mapping[Language, str] = {"ja": "Meiryo UI", "en": "Calibri"}
"""By language, a font that Excel has on every system."""

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

BOX: Part = {
    "left": 1,
    "right": 1,
    "top": 1,
    "bottom": 1,
    "left_color": colours.LINE,
    "right_color": colours.LINE,
    "top_color": colours.LINE,
    "bottom_color": colours.LINE,
}
MIDDLE: Part = {"align": "center"}
LEFT: Part = {"align": "left", "indent": 1}
WRAP: Part = {"text_wrap": True}
TOP: Part = {"valign": "top"}
BOLD: Part = {"bold": True}
QUIET: Part = {"font_color": colours.MUTED}
SMALL: Part = {"font_size": 9}
SHADED: Part = {"bg_color": colours.SHADE}
GREYED: Part = {"bg_color": colours.GREY, "font_color": colours.MUTED}
ENTRY: Part = {"bg_color": colours.ENTRY}
DAY: Part = {"num_format": "yyyy-mm-dd"}
UNSEEN: Part = {"num_format": ";;;"}
"""Shows nothing; a number in a hidden column may else overflow into the one beside it."""
SHARE: Part = {"num_format": "0%"}
TITLE: Part = {"font_size": 16, "bold": True, "font_color": colours.HEADLINE}
HEADING: Part = {
    "font_size": 12,
    "bold": True,
    "font_color": colours.HEADLINE,
    "bottom": 2,
    "bottom_color": colours.HEADLINE,
}
LINKED: Part = {"font_color": colours.LINK, "underline": 1}
GUARD: Part = {"quote_prefix": True}
"""Keeps a text a text when its cell is edited, whatever sign it begins with."""


def filled(fill: str, ink: str = colours.INK) -> Part:
    """Return the part with the background `fill` and the text colour `ink`."""
    return {"bg_color": fill, "font_color": ink}


def header(shades: tuple[str, str], *, is_band: bool = False) -> Part:
    """Return the part of a column's heading, or of the band over several; `shades` dark, light."""
    dark, light = shades
    paint = filled(dark, colours.PAPER) if is_band else filled(light)
    return {**paint, **BOX, **MIDDLE, "bold": True, "shrink": is_band}


class Styles:
    """The formats of one workbook, each made when it is first used."""

    def __init__(self, book: Workbook, language: Language) -> None:
        """Make formats of `book` in the font of `language`."""
        self._book = book
        self._body: Part = {
            "font_name": FONTS[language],
            "font_size": 10,
            "font_color": colours.INK,
            "valign": "vcenter",
        }
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._wanted: dict[Format, Part] = {}

    @property
    def font(self) -> str:
        """The name of the font of all formats."""
        return str(self._body["font_name"])

    def of(self, *parts: Part) -> Format:
        """Return the format that is the sum of `parts`; later ones override earlier ones."""
        properties: dict[str, object] = dict(self._body)
        for part in parts:
            properties.update(part)
        key = tuple(sorted(properties.items()))
        cached = self._made.get(key)
        if cached is None:
            cached = self._made[key] = self._book.add_format(properties)
            self._wanted[cached] = properties
        return cached

    def guarded(self, text: str, look: Format) -> Format:
        """Return `look`, with GUARD added for a `text` that Excel could read as a formula."""
        return self.of(self._wanted[look], GUARD) if text.startswith(_RISKY) else look

    def rule(self, *parts: Part) -> Format:
        """Return a conditional format, which has only the properties that differ."""
        properties: dict[str, object] = {}
        for part in parts:
            properties.update(part)
        return self._book.add_format(properties)
