"""The completion script for zsh, in the language of the terminal."""

from collections.abc import Iterator

from socplanner.cli.arguments import COMMANDS
from socplanner.services.i18n import words_for
from socplanner.wording.language import Words
from tools.linux.completion_spec import (
    CommandCompletion,
    command_completions,
    general_options,
)

_SCRIPT = """\
#compdef socplanner
# Completion of socplanner for zsh. Generated from the tables of its command line.
_socplanner() {{
    local command='' locale=${{LC_ALL:-${{LC_MESSAGES:-${{LANG:-}}}}}}
    local -a commands general arguments
    (( CURRENT > 2 )) && command=${{words[2]}}
    [[ -n $command && ${{command[1]}} != - ]] || command=''
    if [[ $locale == ja* ]]; then
{ja}
    else
{en}
    fi
    if (( ! $#arguments )); then  # a file in the place of a command
        command=''
        arguments=(':plan:_files')
    fi
    if [[ -z $command ]]; then
        (( CURRENT == 2 )) && _describe command commands
        _arguments -S "${{general[@]}}" "${{arguments[@]}}"
    else
        shift words
        (( CURRENT-- ))
        _arguments -S "${{general[1]}}" "${{arguments[@]}}"
    fi
}}
if [[ ${{funcstack[1]}} == _socplanner ]]; then
    _socplanner "$@"
else
    compdef _socplanner socplanner
fi
"""


def zsh() -> str:
    """Return the completion script for zsh, in the language of the terminal."""
    return _SCRIPT.format(ja=_commands(words_for("ja")), en=_commands(words_for("en")))


def _commands(words: Words) -> str:
    lines = ["        commands=("]
    lines += [f"            {_quoted(f'{c.name}:{words.tr(c.about)}')}" for c in COMMANDS]
    lines += ["        )", "        general=("]
    lines += [
        f"            {_quoted(f'{name}[{_bare(about)}]')}"
        for name, about in general_options(words)
    ]
    lines += ["        )", "        case $command in"]
    for completion in command_completions():
        lines += [f"            {_quoted(completion.command.name)}) arguments=("]
        lines += [
            f"                {_quoted(argument)}" for argument in _arguments(completion, words)
        ]
        lines += ["            ) ;;"]
    return "\n".join([*lines, "        esac"])


def _arguments(completion: CommandCompletion, words: Words) -> Iterator[str]:
    """Yield the arguments of zsh's `_arguments` for the options and files of a command."""
    for option in completion.options:
        about = f"[{_bare(words.tr(option.about))}]"
        if not option.value:
            yield option.name + about
        else:
            values = f"({' '.join(option.choices)})" if option.choices else " "
            sign = "=" if option.name.startswith("--") else ""
            yield f"{option.name}{sign}{about}:{_bare(option.value)}:{values}"
    for place, extensions in enumerate(completion.extensions):
        last = place == len(completion.extensions) - 1
        several = "*" if completion.command.repeats and last else ""
        yield f'{several}:{extensions[0]}:_files -g "*.({"|".join(extensions)})(-.)"'


def _bare(text: str) -> str:
    """Return `text` with the characters escaped that `_arguments` would interpret."""
    return text.replace("\\", "").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
