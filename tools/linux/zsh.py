"""The completion for zsh, in the language of the terminal."""

from collections.abc import Iterator

from socplanner.cli.arguments import COMMANDS
from socplanner.services.i18n import words_for
from socplanner.wording.language import Words
from tools.linux.completion_spec import Offer, general, offers

_SCRIPT = """\
#compdef socplanner
# Completion of socplanner for zsh. Written from the tables of its command line.
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
    if (( ! $#arguments )); then  # a file stands where a command may stand
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
    """Return the completion for zsh, in the language of the terminal."""
    return _SCRIPT.format(ja=_spoken(words_for("ja")), en=_spoken(words_for("en")))


def _spoken(words: Words) -> str:
    lines = ["        commands=("]
    lines += [f"            {_quoted(f'{c.name}:{words.tr(c.about)}')}" for c in COMMANDS]
    lines += ["        )", "        general=("]
    lines += [f"            {_quoted(f'{name}[{_bare(about)}]')}" for name, about in general(words)]
    lines += ["        )", "        case $command in"]
    for offer in offers():
        lines += [f"            {_quoted(offer.command.name)}) arguments=("]
        lines += [f"                {_quoted(each)}" for each in _arguments(offer, words)]
        lines += ["            ) ;;"]
    return "\n".join([*lines, "        esac"])


def _arguments(offer: Offer, words: Words) -> Iterator[str]:
    """Yield what `_arguments` of zsh is told about the options and files of a command."""
    for option in offer.options:
        about = f"[{_bare(words.tr(option.about))}]"
        if not option.value:
            yield option.name + about
        else:
            values = f"({' '.join(option.choices)})" if option.choices else " "
            yield f"{option.name}={about}:{_bare(option.value)}:{values}"
    for place, endings in enumerate(offer.endings):
        last = place == len(offer.endings) - 1
        several = "*" if offer.command.repeats and last else ""
        yield f'{several}:{endings[0]}:_files -g "*.({"|".join(endings)})(-.)"'


def _bare(text: str) -> str:
    """Return `text` without what `_arguments` would read as its own."""
    return text.replace("\\", "").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
