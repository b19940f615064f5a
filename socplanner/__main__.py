"""The entry point of the program, for the window and the terminal."""

import gc
import sys


def main() -> int:
    """Run the command line and return the exit code.

    The cycle collector is off: a command in a terminal ends before it would pay. The window turns
    it on once it is shown.
    """
    gc.disable()
    from socplanner.cli.main import main as in_terminal

    return in_terminal(sys.argv[1:], _open_window)


def _open_window(arguments: list[str]) -> int:
    """Open the window and return the exit code; Qt is imported only here."""
    from socplanner.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
