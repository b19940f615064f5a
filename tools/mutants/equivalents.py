"""The changes that are known to alter nothing a test could notice."""

import tomllib
from pathlib import Path

LIST = Path(__file__).with_name("equivalent.toml")

Key = tuple[str, str, str, str]
"""Path, function, line before, line after: `Change.key`."""


def equivalents(path: Path = LIST) -> dict[Key, str]:
    """Return the reason for each change that `path` lists."""
    entries = tomllib.loads(path.read_text("utf-8")).get("equivalent", [])
    return {
        (entry["path"], entry["function"], entry["before"], entry["after"]): entry["reason"]
        for entry in entries
    }
