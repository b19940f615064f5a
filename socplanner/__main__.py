"""The entry point of the program, for the window and the terminal."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from socplanner.domain.picture_options import PictureOptions
    from socplanner.domain.plan import Plan
    from socplanner.wording.language import Words


def main() -> int:
    """Run the command line and return the exit code.

    The cycle collector is off: a command in a terminal ends before it would pay. The window turns
    it on once it is shown.
    """
    gc.disable()
    from socplanner.cli.main import main as in_terminal

    return in_terminal(sys.argv[1:], _open_window, _draw_picture)


def _open_window(arguments: list[str]) -> int:
    """Open the window and return the exit code; Qt is imported only here."""
    from socplanner.app import run

    return run(arguments)


def _draw_picture(
    plan: "Plan", options: "PictureOptions", words: "Words", day: "date", suffix: str
) -> bytes:
    """Return a picture as the bytes of a file; Qt is imported only here, without a display."""
    from socplanner.drawing import draw_picture

    return draw_picture(plan, options, words, day, suffix)


if __name__ == "__main__":
    sys.exit(main())
