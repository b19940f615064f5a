"""The styles of a workbook: how they show numbers, and which strike through; nothing else."""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.formats.format_error import FormatError, refused
from socplanner.formats.sheets.number_text import Style, style_of
from socplanner.formats.sheets.package import Package
from socplanner.formats.sheets.run_text import is_yes
from socplanner.formats.sheets.xml_events import DEEPEST, Attributes, listen, names_by_tag

_MOST_STYLES = 70_000
_MOST_CODES = 2_000
_TAGS = names_by_tag("numFmts", "numFmt", "cellXfs", "xf", "fonts", "font", "strike")
_GROUPS = frozenset({"numFmts", "cellXfs", "fonts"})


class StyleTable(NamedTuple):
    """By number of a cell style, how it shows numbers; and the styles that strike through."""

    numbers: Sequence[Style] = ()
    struck: frozenset[int] = frozenset()


def styles_of(package: Package, part: str) -> StyleTable:
    """Return the styles of `part`; raise FormatError if it is damaged."""
    listener = _StylesListener(part)
    listen(package.pieces(part), part, listener)
    numbers = [style_of(each, listener.codes.get(each)) for each in listener.formats]
    fonts = listener.struck_fonts
    struck = (number for number, font in enumerate(listener.fonts) if font in fonts)
    return StyleTable(numbers, frozenset(struck))


class _StylesListener:
    """Collects the number format and the font of each cell style."""

    def __init__(self, part: str) -> None:
        self.codes: dict[int, str] = {}
        self.formats: list[int] = []
        self.fonts: list[int] = []
        self.struck_fonts: set[int] = set()
        self._font = -1
        self._part = part
        self._depth = 0
        self._inside: str | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST or self._is_full():
            raise self._damaged()
        short = _TAGS.get(name)
        if short in _GROUPS:
            self._inside = short
        elif short == "numFmt" and self._inside == "numFmts":
            # Conditional formats have theirs elsewhere, which may redefine the usual numbers.
            self.codes[self._number(attributes, "numFmtId")] = attributes.get("formatCode", "")[
                :255
            ]
        elif short == "xf" and self._inside == "cellXfs":
            self.formats.append(self._number(attributes, "numFmtId"))
            self.fonts.append(self._number(attributes, "fontId"))
        elif short == "font" and self._inside == "fonts":
            self._font += 1
        elif short == "strike" and self._inside == "fonts" and is_yes(attributes.get("val", "")):
            self.struck_fonts.add(self._font)

    def end(self, name: str) -> None:
        self._depth -= 1
        if _TAGS.get(name) == self._inside:
            self._inside = None

    def text(self, text: str) -> None:
        pass

    def _is_full(self) -> bool:
        most = max(len(self.formats), self._font)
        return most > _MOST_STYLES or len(self.codes) > _MOST_CODES

    def _number(self, attributes: Attributes, key: str) -> int:
        text = attributes.get(key, "0")
        if not text.isdecimal() or len(text) > 9:
            raise self._damaged()
        return int(text)

    def _damaged(self) -> FormatError:
        return refused("workbook-part-damaged", part=self._part)
