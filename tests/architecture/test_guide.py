"""The guide speaks of what is there: pictures, links, menus, keys and commands."""

import re
import shlex
from pathlib import Path

import pytest

from socplanner.cli.arguments import request_of
from socplanner.domain.local_text import Language
from socplanner.services.i18n import words_for
from socplanner.ui.kit.actions import plain
from socplanner.ui.shell.views import ACTIONS

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.??.md"))
LINK = re.compile(r"\]\(([^)#]+)\)")
MENU = re.compile(r"(?:\*\*|「)([^*「」]+? > [^*「」]+?)(?:\*\*|」)(?: ?\((?P<keys>[^)]+)\))?")
COMMAND = re.compile(r"^socplanner (.+)$", re.MULTILINE)


def language_of(page: Path) -> Language:
    """Return the language of a page by its name."""
    return "ja" if page.stem.endswith(".ja") else "en"


def entries(language: Language) -> dict[str, str]:
    """Return every entry of the menus as the guide writes it, with its keys."""
    words = words_for(language)
    submenus = ((spec.menu, spec.submenu, "") for spec in ACTIONS if spec.submenu)
    commands = ((spec.menu, spec.text, str(spec.keys or "")) for spec in ACTIONS if spec.text)
    return {
        f"{plain(words.tr(menu.value))} > {plain(words.tr(text))}": keys
        for menu, text, keys in (*submenus, *commands)
    }


def test_every_page_is_there_in_both_languages() -> None:
    names = {page.name.split(".")[0] for page in PAGES}
    assert names
    assert {page.name for page in PAGES} == {f"{n}.{la}.md" for n in names for la in ("ja", "en")}


def test_every_picture_is_shown_somewhere() -> None:
    shown = {
        (page.parent / each).resolve()
        for page in PAGES
        for each in LINK.findall(page.read_text(encoding="utf-8"))
    }
    assert [each for each in GUIDE.rglob("*.png") if each.resolve() not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_menus_are_named_as_they_are_in_the_window(page: Path) -> None:
    choices = entries(language_of(page))
    result = list(MENU.finditer(page.read_text(encoding="utf-8")))
    assert result
    for each in result:
        entry = " ".join(each[1].split())
        assert entry in choices
        keys = choices[entry]
        if each["keys"] and keys.startswith("Ctrl"):
            assert each["keys"] == keys


def test_commands_of_the_guide_are_accepted_by_the_terminal() -> None:
    commands = [each for page in PAGES for each in COMMAND.findall(page.read_text("utf-8"))]
    assert commands
    for each in commands:
        assert request_of(shlex.split(each)).places
