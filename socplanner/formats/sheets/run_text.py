"""Text in runs of different fonts: the whole text, and the part that is not struck through."""

from typing import NamedTuple

from socplanner.formats.sheets.cell_text import meant

_NO = frozenset({"0", "false", "off"})


class Unstruck(NamedTuple):
    """The part of a text that is not struck through, by the style of its cell.

    `in_plain` is the part in a cell that is not struck through, `in_struck` in one that is.
    """

    in_plain: str
    in_struck: str


class RunText:
    """Joins the runs of one text; a run without a font of its own has that of the cell."""

    def __init__(self) -> None:
        """Begin an empty text."""
        self._pieces: list[tuple[str, bool | None]] = []
        self._struck: bool | None = None
        self._is_rich = False

    def start_run(self) -> None:
        """Begin a run in the font of the cell."""
        self._struck = None

    def start_font(self) -> None:
        """Give the present run its own font, not struck through."""
        self._struck, self._is_rich = False, True

    def strike(self, value: str) -> None:
        """Strike the present run through, unless `value` is a no such as `0`."""
        if self._struck is not None:
            self._struck = value not in _NO

    def add(self, text: str) -> None:
        """Add `text` to the run."""
        self._pieces.append((text, self._struck))

    def end(self) -> tuple[str, Unstruck | None]:
        """Return the text and, if it has fonts, its part not struck through; begin the next one."""
        whole = meant("".join(text for text, _ in self._pieces))
        unstruck = None
        if self._is_rich:
            in_plain = "".join(text for text, struck in self._pieces if not struck)
            in_struck = "".join(text for text, struck in self._pieces if struck is False)
            unstruck = Unstruck(meant(in_plain), meant(in_struck))
        self._pieces.clear()
        self._struck, self._is_rich = None, False
        return whole, unstruck


def is_yes(value: str) -> bool:
    """Return whether the attribute `value` of a tag such as `strike` is yes; an empty one is."""
    return value not in _NO
