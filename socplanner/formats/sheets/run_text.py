"""Text in runs of different fonts: all of it, and what of it is not struck through."""

from typing import NamedTuple

from socplanner.formats.sheets.cell_text import meant

_NO = frozenset({"0", "false", "off"})


class Unstruck(NamedTuple):
    """What is left of a text: where its cell is not struck through, and where it is."""

    in_plain: str
    in_struck: str


class RunText:
    """Joins the runs of one text; a run with a font of its own does not have that of the cell."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pieces: list[tuple[str, bool | None]] = []
        self._struck: bool | None = None
        self._is_rich = False

    def start_run(self) -> None:
        """Begin a run in the font of the cell."""
        self._struck = None

    def start_font(self) -> None:
        """Give the run a font of its own."""
        self._struck, self._is_rich = False, True

    def strike(self, value: str) -> None:
        """Strike the run through, unless `value` denies it."""
        if self._struck is not None:
            self._struck = value not in _NO

    def add(self, text: str) -> None:
        """Add `text` to the run."""
        self._pieces.append((text, self._struck))

    def end(self) -> tuple[str, Unstruck | None]:
        """Return all of the text, and what is not struck if it has fonts; begin the next one."""
        whole = meant("".join(text for text, _ in self._pieces))
        left = None
        if self._is_rich:
            plain = "".join(text for text, struck in self._pieces if not struck)
            under = "".join(text for text, struck in self._pieces if struck is False)
            left = Unstruck(meant(plain), meant(under))
        self._pieces.clear()
        self._struck, self._is_rich = None, False
        return whole, left


def is_yes(value: str) -> bool:
    """Tell whether `value` of a mark such as `strike` says that it is there."""
    return value not in _NO
