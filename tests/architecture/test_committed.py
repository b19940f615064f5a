"""What is committed works anywhere: it names no folder of one machine and no source but its own."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = re.compile(
    r"""(?<![\w.~/}<*-])/(?!opt/socplanner\b)(?:home|Users|root|work|opt|mnt|srv|tmp|media)/[\w.]"""
)
"""But for the folder of our own that a Linux package brings."""
ADDRESS = re.compile(r"[a-z]+://(\w[\w-]*(?:\.\w[\w-]*)+)")
NAMED = {
    "code.qt.io": "where the source of PySide6 is, as its licence asks",
    "download.qt.io": "where the source of Qt is, as its licence asks",
    "github.com": "the makers of a library",
    "json-schema.org": "the name of the schema's edition",
    "openoffice.org": "the name of a dialect of XML",
    "purl.oclc.org": "the name of a dialect of XML",
    "pyinstaller.org": "the makers of a library",
    "pyyaml.org": "the makers of a library",
    "schemas.openxmlformats.org": "the name of a dialect of XML",
    "schemas.microsoft.com": "the name of a dialect of XML",
    "semver.org": "what our versions mean",
    "wiki.qt.io": "the makers of a library",
    "www.debian.org": "the name of the form of a copyright file",
    "www.freedesktop.org": "the name of a dialect of XML",
    "www.gnu.org": "the text of a licence",
    "www.omg.org": "the name of a dialect of XML",
    "www.python.org": "the makers of Python",
    "www.qt.io": "the makers of a library",
    "www.w3.org": "the name of a dialect of XML",
}
"""Addresses that may stand in a file, and why; none is called."""


def committed() -> list[Path]:
    """Return every text file that git knows, or skip where there is no git."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    # Else git refuses a checkout that belongs to somebody else, as in a container.
    command = [git, "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--eol"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    lines = [line for line in listed.stdout.split("\0") if line and "i/-text" not in line]
    return [ROOT / line.split("\t", 1)[1] for line in lines]


def matches_of(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return where `pattern` stands in committed files, and what stands there."""
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8", errors="replace")
        for path in committed()
        if path != Path(__file__) and path.is_file()
    }
    return [
        (name, match.group(match.lastindex or 0))
        for name, text in texts.items()
        for match in pattern.finditer(text)
    ]


def test_the_patterns_find_what_they_are_for() -> None:
    assert FOLDER.search('open("/home/someone/x")')
    assert FOLDER.search("see /tmp/x")
    assert FOLDER.search("see /opt/other")
    assert not FOLDER.search("see /opt/socplanner/_internal")
    assert not FOLDER.search("socplanner/work/x, ../tmp/x, $place/tmp/x")
    assert ADDRESS.findall("from https://packages.example/simple") == ["packages.example"]


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert len(committed()) > 200
    assert matches_of(FOLDER) == []


def test_no_file_names_an_address_without_a_reason() -> None:
    unknown = [(name, host) for name, host in matches_of(ADDRESS) if host not in NAMED]
    assert unknown == []


def test_every_address_with_a_reason_is_still_named() -> None:
    named = {host for _, host in matches_of(ADDRESS)}
    assert NAMED.keys() - named == set()
