"""The key that chooses an entry chooses one entry only, in every menu and both languages."""

import re
from collections import Counter, defaultdict

import pytest

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.services.i18n import words_for
from socplanner.ui.kit.action_table import Menu
from socplanner.ui.shell.views import ACTIONS

_KEY = re.compile(r"&([^\W_])")


def _texts() -> dict[str, list[str]]:
    """Return the messages of each menu and submenu, by the title of the menu; the bar is one."""
    menus: dict[str, list[str]] = defaultdict(list)
    menus["bar"] = [menu.value for menu in Menu]
    for spec in ACTIONS:
        if not spec.submenu:
            menus[spec.menu.value].append(spec.text)
            continue
        if spec.submenu not in menus[spec.menu.value]:
            menus[spec.menu.value].append(spec.submenu)
        if spec.text:
            menus[spec.submenu].append(spec.text)
    return menus


def _keys(menu: str, language: Language) -> list[str]:
    words = words_for(language)
    result = (_KEY.search(words.tr(text)) for text in _texts()[menu])
    return [key.group(1).upper() for key in result if key]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("menu", list(_texts()))
def test_a_key_chooses_one_entry_only(menu: str, language: Language) -> None:
    doubled = [key for key, times in Counter(_keys(menu, language)).items() if times > 1]
    assert doubled == []


@pytest.mark.parametrize("menu", list(_texts()))
def test_the_keys_are_the_same_in_both_languages(menu: str) -> None:
    assert _keys(menu, "en") == _keys(menu, "ja")


def test_every_entry_of_the_first_level_has_a_key() -> None:
    for menu in Menu:
        assert len(_keys(menu.value, "en")) == len(_texts()[menu.value])
