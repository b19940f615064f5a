"""The notes of a release: its section of the changelog, and nothing else.

`python -m tools.release.notes VERSION` prints them; a version without a section is an error.
"""

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


def notes_of(version: str, changelog: str) -> str:
    """Return the section of `version` without its heading; raise KeyError if there is none."""
    heading = re.compile(rf"^## {re.escape(version)}(?=[\s(]|$).*$", re.MULTILINE)
    start = heading.search(changelog)
    if start is None:
        raise KeyError(version)
    after = changelog[start.end() :]
    following = re.search(r"^## ", after, re.MULTILINE)
    return after[: following.start() if following else None].strip() + "\n"


def main(arguments: list[str]) -> int:
    """Print the notes of the version named, with or without a `v` before it."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tools.release.notes VERSION\n")
        return 2
    version = arguments[0].removeprefix("v")
    try:
        sys.stdout.write(notes_of(version, CHANGELOG.read_text(encoding="utf-8")))
    except KeyError:
        sys.stderr.write(f"{CHANGELOG.name} has no section for {version}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
