"""The script makes every picture there is, and the pages show every one."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from socplanner.domain.local_text import LANGUAGES
from tests.support.pictures import PICTURES

ROOT = Path(__file__).resolve().parents[2]
SHOWN = re.compile(r"!\[[^\]]+\]\(([^)]+\.png)\)")
PAGES = [*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")]


def names(folder: Path) -> set[str]:
    """Return the pictures in `folder`, with their language."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.png")}


@pytest.mark.timeout(300)
def test_the_script_makes_every_picture_and_no_other(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.support.pictures", str(tmp_path)]
    environment = {**os.environ, "HOME": str(tmp_path / "home")}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert names(tmp_path) == names(PICTURES)


def test_every_picture_is_there_in_both_languages() -> None:
    result = [{path.name for path in (PICTURES / each).iterdir()} for each in LANGUAGES]
    assert result[0] == result[1]
    assert len(result[0]) > 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_pictures_of_its_own_language(page: Path) -> None:
    language = "ja" if page.stem.endswith(".ja") else "en"
    shown = SHOWN.findall(page.read_text(encoding="utf-8"))
    assert [each for each in shown if f"pictures/{language}/" not in each] == []


def test_both_languages_of_a_page_show_the_same_pictures_in_the_same_order() -> None:
    compared = 0
    for page in PAGES:
        other = page.with_name(page.name.replace(".ja.", ".en."))
        if page.name == "README.ja.md":
            other = page.with_name("README.md")
        if other == page:
            continue
        shown = [SHOWN.findall(each.read_text(encoding="utf-8")) for each in (page, other)]
        assert [each.replace("/ja/", "/en/") for each in shown[0]] == shown[1]
        compared += 1
    assert compared >= 3
