"""How cells look: formats are made of named parts and kept, since a workbook holds each once."""

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
"""Fonts that Excel brings along on every system, one for each language."""

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
"""Shows nothing; a number in a hidden column may reach into the one beside it."""
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
"""Keeps a text a text when somebody edits the cell, whatever sign it begins with."""


def filled(fill: str, ink: str = colours.INK) -> Part:
    """Return the part that paints a cell."""
    return {"bg_color": fill, "font_color": ink}


def header(shades: tuple[str, str], *, is_band: bool = False) -> Part:
    """Return the look of a column's head, or of the band over several."""
    dark, light = shades
    paint = filled(dark, colours.PAPER) if is_band else filled(light)
    return {**paint, **BOX, **MIDDLE, "bold": True, "shrink": is_band}


class Styles:
    """The formats of one workbook, each made when it is first asked for."""

    def __init__(self, book: Workbook, language: Language) -> None:
        """Write in the font of `language`."""
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
        """The name of the font."""
        return str(self._body["font_name"])

    def of(self, *parts: Part) -> Format:
        """Return the format that is the sum of `parts`, later ones deciding."""
        wanted: dict[str, object] = dict(self._body)
        for part in parts:
            wanted.update(part)
        key = tuple(sorted(wanted.items()))
        cached = self._made.get(key)
        if cached is None:
            cached = self._made[key] = self._book.add_format(wanted)
            self._wanted[cached] = wanted
        return cached

    def guarded(self, text: str, look: Format) -> Format:
        """Return `look`, but for a `text` that looks like code the one that keeps it a text."""
        return self.of(self._wanted[look], GUARD) if text.startswith(_RISKY) else look

    def rule(self, *parts: Part) -> Format:
        """Return a format for a conditional one: it says only what differs."""
        wanted: dict[str, object] = {}
        for part in parts:
            wanted.update(part)
        return self._book.add_format(wanted)
