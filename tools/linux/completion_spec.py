"""What may come next on the command line, read from its tables alone."""

from typing import NamedTuple

from socplanner.cli.arguments import (
    COMMANDS,
    HELP,
    PATTERN,
    SCHEMA,
    TARGET,
    VERSION,
    WINDOW,
    Command,
)
from socplanner.cli.option import Option
from socplanner.services.catalogues import shipped
from socplanner.services.plan_files import SUFFIXES
from socplanner.wording.language import Words

_PLANS = tuple(suffix.removeprefix(".") for suffix in SUFFIXES)
EXTENSIONS = {
    **dict.fromkeys(("PLAN", "OLD", "NEW", "BASE", "OURS", "THEIRS"), _PLANS),
    "OUT": ("xlsx", "csv", "md", "pdf", "svg", "png"),
    "FILE": ("json",),
    "FILE.xlsx": ("xlsx", "xlsm", "csv", "tsv"),
}
"""The file name extensions of each place in the tables."""


class CommandCompletion(NamedTuple):
    """The completions after a command: file name extensions by place, and options with values."""

    command: Command
    extensions: tuple[tuple[str, ...], ...]
    options: tuple[Option, ...]


def command_completions() -> tuple[CommandCompletion, ...]:
    """Return the completions of each command; the first is that of the window."""
    return tuple(
        CommandCompletion(
            command,
            tuple(_extensions(command, place) for place in (*command.needed, *command.possible)),
            tuple(map(_with_values, command.options)),
        )
        for command in (WINDOW, *COMMANDS)
    )


def _extensions(command: Command, place: str) -> tuple[str, ...]:
    """Return the extensions of files at `place`; only a schema is written as JSON."""
    return EXTENSIONS["FILE"] if command is SCHEMA else EXTENSIONS[place]


def _with_values(option: Option) -> Option:
    """Return `option` with the values that only the catalogue knows."""
    if option.name in {PATTERN.name, TARGET.name}:
        return option._replace(choices=tuple(pattern.id for pattern in shipped().patterns))
    return option


def general_options(words: Words) -> tuple[tuple[str, str], ...]:
    """Return the options that need no command, with their descriptions."""
    return (
        (HELP, words.tr("More about a command: {usage}", usage=f"COMMAND {HELP}")),
        (VERSION, words.tr("Show the version.")),
    )
