"""A folder with one file, for the tests of reading and writing."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


@pytest.fixture
def place(folder: Path) -> Path:
    """Return a file with something in it, alone in its folder."""
    place = folder / "a.socplan"
    place.write_bytes(b"before")
    return place
