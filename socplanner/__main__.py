"""The door of the program, for the window and for the terminal."""

import gc
import sys


def main() -> int:
    """Do what the command line asks and return the exit code.

    A command in a terminal ends before collecting cycles would pay: it does without. The window
    collects them once it stands.
    """
    gc.disable()
    from socplanner.cli.main import main as in_terminal

    return in_terminal(sys.argv[1:], _open_window)


def _open_window(arguments: list[str]) -> int:
    """Open the window; only now is Qt loaded."""
    from socplanner.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
