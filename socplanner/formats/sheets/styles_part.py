"""Which styles of a workbook show numbers as dates or with zeros in front; nothing else of them."""

from collections.abc import Sequence

from socplanner.formats.format_error import FormatError, refused
from socplanner.formats.sheets.number_text import Style, style_of
from socplanner.formats.sheets.package import Package
from socplanner.formats.sheets.xml_events import DEEPEST, Attributes, known_names, listen

_MOST_STYLES = 70_000
_MOST_CODES = 2_000
_KNOWN = known_names("numFmts", "numFmt", "cellXfs", "xf")


def styles_of(package: Package, part: str) -> Sequence[Style]:
    """Return how each style of `part` shows numbers; raise FormatError if it is damaged."""
    listener = _StylesListener(part)
    listen(package.pieces(part), part, listener)
    return [style_of(each, listener.codes.get(each)) for each in listener.formats]


class _StylesListener:
    """Gathers the number format of each cell style."""

    def __init__(self, part: str) -> None:
        self.codes: dict[int, str] = {}
        self.formats: list[int] = []
        self._part = part
        self._depth = 0
        self._inside: str | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST or self._is_full():
            raise self._damaged()
        short = _KNOWN.get(name)
        if short in {"numFmts", "cellXfs"}:
            self._inside = short
        elif short == "numFmt" and self._inside == "numFmts":
            # Those of conditional formats stand elsewhere, and may give usual numbers new codes.
            self.codes[self._number(attributes)] = attributes.get("formatCode", "")[:255]
        elif short == "xf" and self._inside == "cellXfs":
            self.formats.append(self._number(attributes))

    def end(self, name: str) -> None:
        self._depth -= 1
        if _KNOWN.get(name) == self._inside:
            self._inside = None

    def text(self, text: str) -> None:
        pass

    def _is_full(self) -> bool:
        return len(self.formats) > _MOST_STYLES or len(self.codes) > _MOST_CODES

    def _number(self, attributes: Attributes) -> int:
        text = attributes.get("numFmtId", "0")
        if not text.isdecimal() or len(text) > 9:
            raise self._damaged()
        return int(text)

    def _damaged(self) -> FormatError:
        return refused("workbook-part-damaged", part=self._part)
