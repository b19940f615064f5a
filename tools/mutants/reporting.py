"""What is printed while mutants are run."""

import sys


def report(*lines: str) -> None:
    """Print `lines` at once, also into a file."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
