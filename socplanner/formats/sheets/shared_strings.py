"""The shared strings of a workbook: runs of rich text joined, readings of Japanese left out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import Allowance
from socplanner.formats.sheets.package import Package
from socplanner.formats.sheets.run_text import RunText, Unstruck
from socplanner.formats.sheets.xml_events import DEEPEST, Attributes, listen, names_by_tag

_TAGS = names_by_tag("si", "t", "rPh", "r", "rPr", "strike")


class Strings(NamedTuple):
    """The strings in order, and by number those with fonts without their struck-through part."""

    texts: Sequence[str] = ()
    unstruck: Mapping[int, Unstruck] = {}


def shared_strings(package: Package, part: str, allowance: Allowance) -> Strings:
    """Return the strings of `part`; raise FormatError if it is damaged or beyond the allowance."""
    listener = _StringsListener(part, allowance)
    listen(package.pieces(part), part, listener)
    return Strings(listener.strings, listener.unstruck)


class _StringsListener:
    """Joins the texts of each string."""

    def __init__(self, part: str, allowance: Allowance) -> None:
        self.strings: list[str] = []
        self._part = part
        self._allowance = allowance
        self.unstruck: dict[int, Unstruck] = {}
        self._runs = RunText()
        self._depth = 0
        self._is_text = False
        self._is_reading = False

    def start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refused("workbook-part-damaged", part=self._part)
        short = _TAGS.get(name)
        if short == "t":
            self._is_text = not self._is_reading
        elif short == "rPh":
            self._is_reading = True
        elif short == "r":
            self._runs.start_run()
        elif short == "rPr":
            self._runs.start_font()
        elif short == "strike":
            self._runs.strike(attributes.get("val", ""))

    def end(self, name: str) -> None:
        self._depth -= 1
        short = _TAGS.get(name)
        if short == "t":
            self._is_text = False
        elif short == "rPh":
            self._is_reading = False
        elif short == "si":
            self._allowance.count_string()
            text, unstruck = self._runs.end()
            if unstruck is not None:
                self._allowance.count_text(unstruck.in_plain + unstruck.in_struck)
                self.unstruck[len(self.strings)] = unstruck
            self.strings.append(text)

    def text(self, text: str) -> None:
        if self._is_text:
            self._allowance.count_text(text)
            self._runs.add(text)
