"""Shells complete what the command line accepts, by its own tables."""

import shutil
import subprocess
from pathlib import Path

import pytest

from socplanner.cli.arguments import COMMANDS, PATTERN, TARGET, WINDOW, request_of
from socplanner.domain.local_text import Language
from socplanner.services.catalogues import shipped
from socplanner.services.i18n import words_for
from tools.linux.bash import bash
from tools.linux.completion_spec import EXTENSIONS, command_completions
from tools.linux.fish import fish
from tools.linux.zsh import zsh

NAMES = [command.name for command in COMMANDS]
PATTERNS = [pattern.id for pattern in shipped().patterns]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files of every kind."""
    place = tmp_path / "plans"
    place.mkdir()
    for name in ("a.socplan", "b.yaml", "c.xlsx", "d.csv", "e.png", "my plan.socplan"):
        (place / name).touch()
    return place


def completed_by_bash(folder: Path, *words: str) -> list[str]:
    """Return the completions of bash for the last of `words`."""
    (folder.parent / "completion").write_text(bash(), encoding="utf-8")
    ask = (
        'source ../completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _socplanner;'
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    command = [needed("bash"), "--norc", "-c", ask, "bash", "socplanner", *words]
    run = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert run.stderr == ""
    return sorted(line for line in run.stdout.splitlines() if line)


def needed(shell: str) -> str:
    """Return where `shell` is, or skip."""
    place = shutil.which(shell)
    if place is None:
        pytest.skip(f"{shell} is not installed")
    return place


def test_every_place_of_the_tables_has_completions() -> None:
    commands = (WINDOW, *COMMANDS)
    places = {place for each in commands for place in (*each.needed, *each.possible)}
    assert places == EXTENSIONS.keys()


def test_every_completed_value_is_accepted() -> None:
    tried = 0
    for completion in command_completions():
        name, needed_places = completion.command.name, completion.command.needed
        for option in completion.options:
            for choice in option.choices:
                command = [name] if name else []
                request_of([*command, *needed_places, option.name, choice])
                tried += 1
    assert tried > 20


def test_patterns_are_those_of_the_catalogue() -> None:
    values = {
        o.name: o.choices
        for completion in command_completions()
        for o in completion.options
        if o.choices
    }
    assert list(values[PATTERN.name]) == list(values[TARGET.name]) == PATTERNS


def test_bash_completes_commands_then_plans(folder: Path) -> None:
    plans = ["a.socplan", "b.yaml", "my plan.socplan"]
    assert completed_by_bash(folder, "") == sorted([*NAMES, *plans])
    assert completed_by_bash(folder, "ch") == ["check"]
    assert completed_by_bash(folder, "check", "") == plans


def test_bash_completes_options_and_their_values(folder: Path) -> None:
    assert completed_by_bash(folder, "check", "--") == ["--format", "--help", "--language"]
    assert completed_by_bash(folder, "check", "--format", "") == ["json", "text"]
    assert completed_by_bash(folder, "check", "--format", "=", "j") == ["json"]
    assert completed_by_bash(folder, "new", "p.socplan", "--pattern", "") == sorted(PATTERNS)
    assert completed_by_bash(folder, "export", "--phase", "") == []


def test_bash_completes_each_place_with_its_files(folder: Path) -> None:
    outs = ["c.xlsx", "d.csv", "e.png"]
    assert completed_by_bash(folder, "export", "a.socplan", "") == outs
    assert completed_by_bash(folder, "export", "--phase", "now", "a.socplan", "") == outs
    assert completed_by_bash(folder, "import", "a.socplan", "c.xlsx", "") == ["c.xlsx", "d.csv"]
    assert completed_by_bash(folder, "check", "a.socplan", "") == []


@pytest.mark.parametrize(("language", "locale"), [("ja", "ja_JP.UTF-8"), ("en", "C.UTF-8")])
def test_fish_completes_the_same_with_descriptions(
    folder: Path, language: Language, locale: str
) -> None:
    (folder.parent / "completion").write_text(fish(), encoding="utf-8")

    def completed(line: str) -> str:
        run = subprocess.run(
            [needed("fish"), "--no-config", "-c", f"source ../completion; complete -C '{line}'"],
            cwd=folder,
            env={"LC_ALL": locale, "PATH": "/usr/bin:/bin", "HOME": str(folder)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert run.stderr == ""
        return run.stdout

    words = words_for(language)
    commands = completed("socplanner ")
    for command in COMMANDS:
        assert f"{command.name}\t{words.tr(command.about)}" in commands
    for pattern in PATTERNS:
        assert f"{pattern}\t" in completed("socplanner new --pattern ")
    assert "--letters\t" in completed("socplanner import --")


def test_zsh_can_read_its_completion_and_has_every_option(tmp_path: Path) -> None:
    script = zsh()
    for command in COMMANDS:
        assert script.count(f"'{command.name}:") == 2  # in each language
        for option in command.options:
            assert f"'{option.name}" in script
    place = tmp_path / "_socplanner"
    place.write_text(script, encoding="utf-8")
    subprocess.run([needed("zsh"), "-n", str(place)], check=True)
