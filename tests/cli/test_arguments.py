"""Command lines as people write them, and what they are told where they miswrite them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.cli.arguments import (
    CHECK,
    COMMANDS,
    EXPORT,
    NEW,
    SCHEMA,
    WINDOW,
    Command,
    Request,
    RequestRefused,
    request_of,
    requested_language,
)
from socplanner.cli.help_text import help_of
from socplanner.services.i18n import words_for

ENGLISH = words_for("en")


def _refusal(*arguments: str) -> str:
    with pytest.raises(RequestRefused) as refused:
        request_of(arguments)
    return refused.value.translated(ENGLISH)


def _outcome(arguments: list[str]) -> str:
    try:
        return request_of(arguments).command.usage()
    except RequestRefused as refusal:
        return refusal.translated(ENGLISH)


@pytest.mark.parametrize(
    ("line", "command", "places", "options"),
    [
        ("", WINDOW, (), {}),
        ("a.socplan", WINDOW, ("a.socplan",), {}),
        ("-", WINDOW, ("-",), {}),
        ("new a.socplan", NEW, ("a.socplan",), {}),
        (
            "new --pattern hybrid a.socplan --target full-insource",
            NEW,
            ("a.socplan",),
            {"--pattern": "hybrid", "--target": "full-insource"},
        ),
        ("check --format=json a.yaml", CHECK, ("a.yaml",), {"--format": "json"}),
        ("check --language en --language ja a.yml", CHECK, ("a.yml",), {"--language": "ja"}),
        ("export a b.xlsx --force", EXPORT, ("a", "b.xlsx"), {"--force": ""}),
        ("export --phase now -- -a -b", EXPORT, ("-a", "-b"), {"--phase": "now"}),
        ("schema", SCHEMA, (), {}),
        ("new a --organisation=--x", NEW, ("a",), {"--organisation": "--x"}),
    ],
)
def test_a_command_line_is_read_as_it_is_meant(
    line: str, command: Command, places: tuple[str, ...], options: dict[str, str]
) -> None:
    assert request_of(line.split()) == Request(command, places, options)


@pytest.mark.parametrize(
    "line",
    ["--help", "-h", "new --help", "check -h", "export --help a b c d", "schema -h"],
)
def test_help_is_requested_anywhere_on_the_line(line: str) -> None:
    assert request_of(line.split()).wants_help


def test_version_and_self_test_need_nothing_else() -> None:
    assert request_of(["--version"]).wants_version
    assert request_of(["--self-test"]).wants_self_test


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("new", "PLAN is missing"),
        ("export a.socplan", "OUT is missing"),
        ("a b", "Unexpected argument “b”"),
        ("chek a", "There is no command “chek”; did you mean “check”?"),
        ("exprot a b", "did you mean “export”?"),
        ("schema x.json y", "Unexpected argument “y”"),
        ("new a --patern x", "did you mean “--pattern”?"),
        ("check a --zzz", "There is no option “--zzz” here"),
        ("check a --force", "did you mean “--format”?"),
        ("check a --format yaml", "choose one of text, json"),
        ("check a --language", "“--language” needs a value: --language ja|en"),
        ("check a --language de", "choose one of ja, en"),
        ("new a --organisation --pattern x", "“--organisation” needs a value"),
        ("export a b --force=yes", "“--force” takes no value"),
    ],
)
def test_a_bad_line_is_refused_with_what_to_write(line: str, text: str) -> None:
    assert text in _refusal(*line.split())


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("check a", None),
        ("check a --language ja", "ja"),
        ("--language=en --language ja new", "ja"),
        ("new --language de", None),
        ("new ja", None),
    ],
)
def test_the_language_is_read_even_where_the_line_is_refused(
    line: str, language: str | None
) -> None:
    assert requested_language(line.split()) == language


@given(st.lists(st.sampled_from(["new", "check", "a", "-", "--", "--force", "-h", "--x=", "ja"])))
def test_any_words_are_followed_or_refused_in_a_sentence(arguments: list[str]) -> None:
    assert _outcome(arguments)


@pytest.mark.parametrize("command", COMMANDS, ids=[each.name for each in COMMANDS])
def test_the_help_of_a_command_names_every_option(command: Command) -> None:
    text = help_of(command, ENGLISH)
    assert command.usage() in text
    for option in command.options:
        assert f"  {option.form} " in text


def test_the_help_of_the_program_names_every_command() -> None:
    text = help_of(WINDOW, words_for("ja"))
    assert all(command.usage() in text for command in COMMANDS)
    assert "--self-test" not in text
