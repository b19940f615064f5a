"""What may come next on the command line: told by its tables alone."""

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
    Option,
)
from socplanner.services.catalogues import shipped
from socplanner.services.plan_files import SUFFIXES
from socplanner.wording.language import Words

ENDINGS = {
    "PLAN": tuple(suffix.removeprefix(".") for suffix in SUFFIXES),
    "OUT": ("xlsx", "csv", "md"),
    "FILE": ("json",),
    "FILE.xlsx": ("xlsx", "xlsm", "csv", "tsv"),
}
"""How the files end that stand at each place of the tables."""


class Offer(NamedTuple):
    """What is offered after a command: endings of files, and options with their values."""

    command: Command
    endings: tuple[tuple[str, ...], ...]
    options: tuple[Option, ...]


def offers() -> tuple[Offer, ...]:
    """Return what is offered after each command; the first is that of the window."""
    return tuple(
        Offer(
            command,
            tuple(_endings(command, place) for place in (*command.needed, *command.possible)),
            tuple(map(_with_values, command.options)),
        )
        for command in (WINDOW, *COMMANDS)
    )


def _endings(command: Command, place: str) -> tuple[str, ...]:
    """Return how files end at `place`; only a schema is written as JSON."""
    return ENDINGS["FILE"] if command is SCHEMA else ENDINGS[place]


def _with_values(option: Option) -> Option:
    """Return `option` with the values that only the catalogue knows."""
    if option.name in {PATTERN.name, TARGET.name}:
        return option._replace(choices=tuple(pattern.id for pattern in shipped().patterns))
    return option


def general(words: Words) -> tuple[tuple[str, str], ...]:
    """Return the options that need no command, and what they are for."""
    return (
        (HELP, words.tr("More about a command: {usage}", usage=f"COMMAND {HELP}")),
        (VERSION, words.tr("Say which version this is.")),
    )
