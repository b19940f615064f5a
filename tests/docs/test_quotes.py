"""What a page quotes from the screen is what the screen says, in the language of the page."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.services.catalogues import shipped
from socplanner.services.i18n import words_for
from socplanner.ui.kit.actions import plain
from socplanner.ui.shell.views import ACTIONS
from tests.support import messages

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
QUOTED = {"en": re.compile(r"\*\*(.+?)\*\*", re.DOTALL), "ja": re.compile(r"「(.+?)」", re.DOTALL)}
"""How the first guide marks what the screen says."""

COMMAND = re.compile(r"(?:\*\*|「)([^*「」>]+?…)(?:\*\*|」)")
"""What ends in an ellipsis is a command, in whatever page it stands."""

RUN = re.compile(r"\*\*")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def language_of(page: Path) -> Language:
    """Return the language of a page by its name."""
    return "ja" if page.stem.endswith(".ja") else "en"


def texts_on_screen(language: Language) -> set[str]:
    """Return what buttons, menus, labels and names say in `language`."""
    words, catalogue = words_for(language), shipped()
    shown = {plain(words.tr(each)) for each in _single_messages()}
    for spec in ACTIONS:
        menu = plain(words.tr(spec.menu.value))
        shown |= {f"{menu} > {plain(words.tr(text))}" for text in (spec.text, spec.submenu) if text}
    shown |= {words.local(pattern.name) for pattern in catalogue.patterns}
    return shown | {words.local(party.name) for party in catalogue.parties}


def _single_messages() -> Iterator[str]:
    for message in messages.used_messages():
        if isinstance(message.id, str) and message.id:
            yield message.id


def quoted(text: str, mark: re.Pattern[str]) -> list[str]:
    """Return what `text` marks so, as one line each."""
    return [" ".join(each.split()) for each in mark.findall(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_guide_quotes_the_texts_of_the_screen(language: Language) -> None:
    text = (GUIDE / f"first-plan.{language}.md").read_text(encoding="utf-8")
    result = quoted(text, QUOTED[language])
    assert len(result) > 40
    explained = {"bold"}  # how it is marked is said in its own way
    assert set(result) - texts_on_screen(language) - explained == set()


@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.??.md")), ids=lambda page: page.name)
def test_commands_with_an_ellipsis_are_named_as_on_the_screen(page: Path) -> None:
    result = quoted(page.read_text(encoding="utf-8"), COMMAND)
    assert set(result) - texts_on_screen(language_of(page)) == set()


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def opens_or_closes(text: str, at: int, *, opens: bool) -> bool:
    """Tell whether the bold mark at `at` is one by the rules of CommonMark.

    Beside a letter, a mark whose other side is punctuation is none: `**保存…**を` stays as typed.
    """
    before, after = text[at - 1 : at] or " ", text[at + 2 : at + 3] or " "
    inner, outer = (after, before) if opens else (before, after)
    return not inner.isspace() and (not _is_mark(inner) or outer.isspace() or _is_mark(outer))


def unseen_bold(text: str) -> list[str]:
    """Return the places where bold is meant and asterisks are shown."""
    text = CODE.sub("x", text)
    places = [result.start() for result in RUN.finditer(text)]
    return [
        text[first : second + 3]
        for first, second in list(pairwise(places))[::2]
        if not opens_or_closes(text, first, opens=True)
        or not opens_or_closes(text, second, opens=False)
    ]


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("a **b** c", True),
        ("は**保存**を", True),
        ("は**保存…**を", False),
        ("は**(保存)**を", False),
        ("**保存…**(Ctrl+S)", True),
    ],
)
def test_the_search_knows_when_bold_is_seen(text: str, is_seen: bool) -> None:
    assert (unseen_bold(text) == []) is is_seen


@pytest.mark.parametrize(
    "page",
    sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))),
    ids=lambda page: page.name,
)
def test_bold_is_bold(page: Path) -> None:
    assert unseen_bold(page.read_text(encoding="utf-8")) == []
