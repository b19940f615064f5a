"""The completion script for bash."""

from collections.abc import Iterator

from socplanner.cli.arguments import COMMANDS, HELP, VERSION
from tools.linux.completion_spec import CommandCompletion, command_completions

_SCRIPT = """\
# Completion of socplanner for bash. Generated from the tables of its command line.
_socplanner_choices() {{  # sets `choices` to the values of an option, or to "none"
    choices=none
    case $1 in
{values}
    esac
}}

_socplanner_add() {{ mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen "$@" -- "$cur"); }}

_socplanner() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}
    local command="" options="" choices="" place=0 first=1 before="" index word places=()
    COMPREPLY=()
    # bash passes `--format=json` as three words.
    if [[ $cur == "=" ]]; then
        cur=""
    elif [[ $prev == "=" ]]; then
        prev=${{COMP_WORDS[COMP_CWORD-2]}}
    fi
    if ((COMP_CWORD > 1)) && [[ " {commands} " == *" ${{COMP_WORDS[1]}} "* ]]; then
        command=${{COMP_WORDS[1]}} first=2
    fi
    case $command in
{cases}
    esac
    _socplanner_choices "$command $prev"
    if [[ $choices != none ]]; then
        _socplanner_add -W "$choices"
        return
    elif [[ $cur == -* ]]; then
        _socplanner_add -W "$options"
        return
    elif ((COMP_CWORD == 1)); then
        _socplanner_add -W "{commands}"
    fi
    for ((index = first; index < COMP_CWORD; index++)); do
        word=${{COMP_WORDS[index]}}
        _socplanner_choices "$command $before"
        if [[ $word != "=" ]]; then
            [[ $word == -* || $choices != none ]] || ((place++))
            before=$word
        fi
    done
    if ((${{#places[@]}})) && [[ ${{places[-1]}} == repeated ]]; then
        unset "places[-1]"
        ((place < ${{#places[@]}})) || place=$((${{#places[@]}} - 1))
    fi
    compopt -o filenames 2>/dev/null
    for word in ${{places[place]-}}; do
        _socplanner_add -f -X "!*.$word"
    done
    [[ -z ${{places[place]-}} ]] || _socplanner_add -d
}}
complete -F _socplanner socplanner
"""


def bash() -> str:
    """Return the completion script for bash, which shows no descriptions."""
    return _SCRIPT.format(
        commands=" ".join(command.name for command in COMMANDS),
        cases="\n".join(map(_case, command_completions())),
        values="\n".join(_values()),
    )


def _values() -> Iterator[str]:
    """Yield the values of every option that has some."""
    for completion in command_completions():
        for option in completion.options:
            if option.value:
                words = f"{completion.command.name} {option.name}"
                yield f'        "{words}") choices="{" ".join(option.choices)}" ;;'


def _case(completion: CommandCompletion) -> str:
    """Return the options of a command, and the file name extensions of each of its places."""
    name = completion.command.name
    names = [option.name for option in completion.options]
    names += [HELP] if name else [HELP, VERSION]
    places = [f'"{" ".join(extensions)}"' for extensions in completion.extensions]
    places += ["repeated"] if completion.command.repeats else []
    return f'        "{name}") options="{" ".join(names)}" places=({" ".join(places)}) ;;'
