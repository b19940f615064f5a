"""The strings that cells share; runs of rich text are joined, readings of Japanese left out."""

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import Allowance
from socplanner.formats.sheets.cell_text import meant
from socplanner.formats.sheets.package import Package
from socplanner.formats.sheets.xml_events import DEEPEST, Attributes, known_names, listen

_KNOWN = known_names("si", "t", "rPh")


def shared_strings(package: Package, part: str, allowance: Allowance) -> list[str]:
    """Return the strings of `part` in their order; raise FormatError if it is damaged."""
    listener = _StringsListener(part, allowance)
    listen(package.pieces(part), part, listener)
    return listener.strings


class _StringsListener:
    """Joins the texts of each string."""

    def __init__(self, part: str, allowance: Allowance) -> None:
        self.strings: list[str] = []
        self._part = part
        self._allowance = allowance
        self._pieces: list[str] = []
        self._depth = 0
        self._is_text = False
        self._is_reading = False

    def start(self, name: str, _: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refused("workbook-part-damaged", part=self._part)
        short = _KNOWN.get(name)
        if short == "t":
            self._is_text = not self._is_reading
        elif short == "rPh":
            self._is_reading = True

    def end(self, name: str) -> None:
        self._depth -= 1
        short = _KNOWN.get(name)
        if short == "t":
            self._is_text = False
        elif short == "rPh":
            self._is_reading = False
        elif short == "si":
            self._allowance.take_string()
            self.strings.append(meant("".join(self._pieces)))
            self._pieces.clear()

    def text(self, text: str) -> None:
        if self._is_text:
            self._allowance.take_text(text)
            self._pieces.append(text)
