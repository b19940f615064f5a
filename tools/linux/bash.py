"""The completion for bash."""

from socplanner.cli.arguments import COMMANDS, HELP, VERSION
from tools.linux.completion_spec import Offer, offers

_SCRIPT = """\
# Completion of socplanner for bash. Written from the tables of its command line.
_socplanner_choices() {{  # what follows an option: sets `choices`, which stays "none" elsewhere
    choices=none
    case $1 in
{values}
    esac
}}

_socplanner_offer() {{ mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen "$@" -- "$cur"); }}

_socplanner() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}
    local command="" options="" choices="" place=0 first=1 before="" index word places=()
    COMPREPLY=()
    # `--format=json` comes as three words.
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
        _socplanner_offer -W "$choices"
        return
    elif [[ $cur == -* ]]; then
        _socplanner_offer -W "$options"
        return
    elif ((COMP_CWORD == 1)); then
        _socplanner_offer -W "{commands}"
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
        _socplanner_offer -f -X "!*.$word"
    done
    [[ -z ${{places[place]-}} ]] || _socplanner_offer -d
}}
complete -F _socplanner socplanner
"""


def bash() -> str:
    """Return the completion for bash, which shows no descriptions."""
    return _SCRIPT.format(
        commands=" ".join(command.name for command in COMMANDS),
        cases="\n".join(map(_case, offers())),
        values="\n".join(
            f'        "{offer.command.name} {option.name}") choices="{" ".join(option.choices)}" ;;'
            for offer in offers()
            for option in offer.options
            if option.value
        ),
    )


def _case(offer: Offer) -> str:
    """Return the options of a command, and how files end at each of its places."""
    name = offer.command.name
    names = [option.name for option in offer.options]
    names += [HELP] if name else [HELP, VERSION]
    endings = [f'"{" ".join(each)}"' for each in offer.endings]
    endings += ["repeated"] if offer.command.repeats else []
    return f'        "{name}") options="{" ".join(names)}" places=({" ".join(endings)}) ;;'
