"""What our pages point to is there: files, pictures and headings, in every page that git knows."""

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)|(?:src|href)=\"([^\"]+)\"")
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
NO_LETTER = re.compile(r"[^\w\- ]")


def pages() -> list[Path]:
    """Return every page: those git knows, or where there is no git all outside hidden folders."""
    git = shutil.which("git")
    if git is not None and (ROOT / ".git").exists():
        questions = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"]
        command = [git, "-c", f"safe.directory={ROOT}", *questions]
        text = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
        listed = [ROOT / name for name in text.stdout.split("\0") if name]
        return [page for page in listed if page.is_file()]
    every = ((page, page.relative_to(ROOT).parts) for page in ROOT.rglob("*.md"))
    return [page for page, parts in every if not any(part.startswith(".") for part in parts)]


def prose(text: str) -> str:
    """Return `text` without its code, which links to nothing."""
    return CODE.sub("", FENCED.sub("", text))


def targets(text: str) -> list[str]:
    """Return what `text` links to within this repository."""
    result = (a or b for a, b in LINK.findall(prose(text)))
    return [unquote(each) for each in result if not ELSEWHERE.match(each)]


def anchors(text: str) -> set[str]:
    """Return the names by which the headings of `text` are linked to, as GitHub makes them."""
    made: dict[str, int] = {}
    for heading in HEADING.findall(FENCED.sub("", text)):
        shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").replace("*", "")
        name = NO_LETTER.sub("", shown.strip().lower()).replace(" ", "-")
        made[name] = made.get(name, -1) + 1
        if made[name]:
            made[f"{name}-{made[name]}"] = 0
    return set(made)


def broken(page: Path, root: Path) -> list[str]:
    """Return the links of `page` that lead nowhere within `root`."""
    result = []
    for target in targets(page.read_text(encoding="utf-8")):
        path, _, heading = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        is_there = there.exists() and there.is_relative_to(root.resolve())
        if is_there and heading:
            is_there = heading in anchors(there.read_text(encoding="utf-8"))
        if not is_there:
            result.append(target)
    return result


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert broken(page, ROOT) == []


def test_the_search_for_links_finds_those_that_are_broken(tmp_path: Path) -> None:
    headings = "# A `b`, c!\n## A\n## A\n## 取り込む\n"
    (tmp_path / "there.md").write_text(headings, encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        '[a](there.md) [b](gone.md) ![c](<gone.png>) <img src="lost.png"> [d](../outside.md)\n'
        "[e](there.md#a-b-c) [f](there.md#a-1) [g](there.md#取り込む) [h](there.md#none)\n"
        "[i](#here) [j](#gone) [k](https://www.python.org/x) `[l](code.md)`\n"
        "```\n[m](fenced.md)\n```\n# Here\n",
        encoding="utf-8",
    )
    wrong = ["gone.md", "gone.png", "lost.png", "../outside.md", "there.md#none", "#gone"]
    assert broken(page, tmp_path) == wrong


def test_pages_are_found() -> None:
    names = {page.relative_to(ROOT).as_posix() for page in pages()}
    assert {"README.md", "README.ja.md", "docs/guide/first-plan.ja.md"} <= names
