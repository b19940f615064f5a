"""The language is the system's, and its words are read once."""

import locale
import sys

import pytest

from socplanner.services import i18n
from socplanner.services.i18n import system_language, words_for

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "ja_JP.eucJP", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LANGUAGE": "ja:en", "LANG": "en_US.UTF-8"}, "ja"),
    ],
)
def test_the_language_is_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked what it shows")
@pytest.mark.parametrize(
    ("text", "language"),
    [("Japanese_Japan", "ja"), ("ja_JP", "ja"), ("English_United States", "en"), (None, "en")],
)
def test_without_variables_the_language_is_read_from_the_system(
    monkeypatch: pytest.MonkeyPatch, text: str | None, language: str
) -> None:
    """As macOS is."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (text, "cp932"))
    assert system_language() == language


@pytest.mark.parametrize(
    ("number", "language"), [(0x0411, "ja"), (0x0409, "en"), (0x0809, "en"), (0x0412, "en")]
)
def test_windows_has_a_number_for_its_language(number: int, language: str) -> None:
    assert i18n.language_of_windows(number) == language


def test_words_are_read_once() -> None:
    assert words_for("ja") is words_for("ja")
    assert words_for("ja").tr("In-house") != words_for("en").tr("In-house") == "In-house"


def test_english_needs_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_read", pytest.fail)
    words_for.cache_clear()
    assert words_for("en").tr("Saved") == "Saved"
