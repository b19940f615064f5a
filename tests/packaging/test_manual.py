"""The manual page has everything in the tables of the command line, in valid markup."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from socplanner.cli.arguments import COMMANDS, WINDOW
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.services.i18n import words_for
from tools.linux.manual import manual, plain
from tools.linux.prose import PROSE


def page(language: Language) -> str:
    """Return the page, with its markup."""
    return manual(words_for(language), "1.2.3", "2026-01-31")


def read(markup: str) -> str:
    """Return `markup` as a reader sees it, but for where lines end."""
    seen = re.sub(r"\\f[BR]|\\:|\\&", "", markup)
    return seen.replace("\\-", "-").replace("\\(ti", "~").replace("\\(rs", "\\")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_lists_every_command_and_option(language: Language) -> None:
    words, text = words_for(language), read(page(language))
    for command in (WINDOW, *COMMANDS):
        assert command.usage() in text
        assert words.tr(command.about) in text
        for option in command.options:
            assert f"{option.form}\n{words.tr(option.about)}" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_lists_codes_files_and_examples(language: Language) -> None:
    text, prose = read(page(language)), PROSE[language]
    for subject, about in (*prose.codes, *prose.places, *prose.variables):
        assert f"{subject}\n{about}" in text
    for sample, _ in prose.samples:
        assert sample in text


def test_both_languages_have_the_same_parts() -> None:
    english, japanese = PROSE["en"], PROSE["ja"]
    for these, those in zip(english, japanese, strict=True):
        if isinstance(these, tuple):
            assert len(these) == len(those)
            assert all(a and b for a, b in zip(these, those, strict=True))


def test_no_text_is_read_as_markup() -> None:
    assert plain(".TH") == "\\&.TH"
    assert plain("a\\b --c ~/d") == "a\\(rsb \\-\\-c \\(ti/d"


def test_japanese_lines_may_end_between_signs_but_not_before_a_full_stop() -> None:
    assert plain("計画。点検") == "計\\:画。\\:点\\:検"
    assert plain("チェック") == "チェッ\\:ク"


@pytest.mark.parametrize("language", LANGUAGES)
def test_man_reads_the_manual_without_a_warning(language: Language, tmp_path: Path) -> None:
    man = shutil.which("man")
    if man is None:
        pytest.skip("man is not installed")
    place = tmp_path / "socplanner.1"
    place.write_text(page(language), encoding="utf-8")
    run = subprocess.run(
        [man, "--warnings", "--encoding=UTF-8", "--local-file", str(place)],
        capture_output=True,
        encoding="utf-8",
        env={"LC_ALL": "C.UTF-8", "MANWIDTH": "80", "PATH": "/usr/bin:/bin", "PAGER": "cat"},
        check=True,
    )
    assert run.stderr == ""
    assert PROSE[language].exit_status in run.stdout
