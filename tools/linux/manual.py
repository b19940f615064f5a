"""The manual page socplanner(1), generated from the tables of the command line."""

import re
from collections.abc import Iterable, Iterator

from socplanner.cli.arguments import COMMANDS, WINDOW, Command
from socplanner.wording.language import Words
from tools.linux.prose import PROSE, Prose

_BREAK = re.compile(
    r"(?<=[\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e])(?<![（「])(?![）」、。・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ])(?=\S)"
)
"""Where a Japanese line may end; the formatter of manual pages breaks at spaces only."""


def manual(words: Words, version: str, day: str) -> str:
    """Return the page in the language of `words`, in the markup of man(7)."""
    prose = PROSE[words.language]
    lines = [
        f'.TH SOCPLANNER 1 {day} "socplanner {version}" socplanner',
        ".nh",  # a hyphenated word could not be copied
        ".ad l",
        *_heading(prose.name),
        f"socplanner \\- {_on_one_line(prose.title)}",
        *_heading(prose.synopsis),
        *_synopsis(),
        *_heading(prose.description),
        plain(
            words.tr("Plan a security-response organisation: roles, sourcing, responsibilities.")
        ),
        *(line for text in prose.about for line in (".PP", plain(text))),
        *_pairs(prose.help_and_version),
        *_heading(prose.commands),
        *(line for command in (WINDOW, *COMMANDS) for line in _of(command, words)),
        *_common_sections(prose),
    ]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Return `text` escaped, so that none of it is read as markup or as another dash."""
    return _BREAK.sub(r"\\:", _on_one_line(text))


def _on_one_line(text: str) -> str:
    """Return `text` escaped for headings and titles, which other programs read too."""
    shown = text.replace("\\", "\\(rs").replace("-", "\\-").replace("~", "\\(ti")
    return f"\\&{shown}" if shown[:1] in {".", "'"} else shown


def _heading(text: str) -> list[str]:
    return [f'.SH "{_on_one_line(text)}"']


def _full_name(command: Command) -> str:
    return f"socplanner {command.name}".strip()


def _bold(text: str) -> str:
    return f"\\fB{plain(text)}\\fR"


def _synopsis() -> Iterator[str]:
    """Yield the first words of each command; its options follow further down."""
    yield ".nf"
    for command in (WINDOW, *COMMANDS):
        places = command.usage().partition(" [--")[0].split()[1 + bool(command.name) :]
        options = ["[OPTION...]"] if command.options else []
        yield f"{_bold(_full_name(command))} {plain(' '.join(places + options))}"
    yield ".fi"


def _of(command: Command, words: Words) -> Iterator[str]:
    """Yield the lines of the page about `command`."""
    yield f'.SS "{_on_one_line(_full_name(command))}"'
    yield plain(command.usage())
    yield ".PP"
    yield plain(words.tr(command.about))
    yield from _pairs((option.form, words.tr(option.about)) for option in command.options)


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each subject in bold with its indented paragraph below."""
    for subject, text in pairs:
        yield from (".TP", _bold(subject), plain(text))


def _common_sections(prose: Prose) -> Iterator[str]:
    """Yield the sections that all commands share."""
    for heading, pairs in (
        (prose.exit_status, prose.codes),
        (prose.files, prose.places),
        (prose.environment, prose.variables),
    ):
        yield from (*_heading(heading), *_pairs(pairs))
    yield from _heading(prose.examples)
    for sample, text in prose.samples:
        yield from (plain(text), ".PP", ".nf", ".RS", plain(sample), ".RE", ".fi", ".PP")
