"""The completion script for fish, in the language of the terminal."""

from socplanner.cli.arguments import COMMANDS, HELP
from socplanner.services.i18n import words_for
from socplanner.wording.language import Words
from tools.linux.completion_spec import command_completions, general_options

_SCRIPT = """\
# Completion of socplanner for fish. Generated from the tables of its command line.
complete -c socplanner -f
set -l locale (string match -v '' -- $LC_ALL $LC_MESSAGES $LANG)
if string match -q 'ja*' -- $locale[1]
{ja}
else
{en}
end
"""


def fish() -> str:
    """Return the completion script for fish, in the language of the terminal."""
    return _SCRIPT.format(ja=_commands(words_for("ja")), en=_commands(words_for("en")))


def _commands(words: Words) -> str:
    names = " ".join(command.name for command in COMMANDS)
    none = f'"not __fish_seen_subcommand_from {names}"'
    lines = [
        f"    complete -c socplanner -n {none} -a {c.name} -d {_quoted(words.tr(c.about))}"
        for c in COMMANDS
    ]
    for name, about in general_options(words):
        where = "" if name == HELP else f" -n {none}"
        lines.append(f"    complete -c socplanner{where} -l {name[2:]} -d {_quoted(about)}")
    for completion in command_completions():
        name = completion.command.name
        where = f'"__fish_seen_subcommand_from {name}"' if name else none
        for option in completion.options:
            line = f"    complete -c socplanner -n {where} {_form(option.name)}"
            line += " -x" if option.value else ""
            line += f" -a {_quoted(' '.join(option.choices))}" if option.choices else ""
            lines.append(f"{line} -d {_quoted(words.tr(option.about))}")
        extensions = sorted({extension for place in completion.extensions for extension in place})
        lines += [
            f'    complete -c socplanner -n {where} -k -a "(__fish_complete_suffix .{extension})"'
            for extension in extensions
        ]
    return "\n".join(lines)


def _form(name: str) -> str:
    """Return an option as fish names it: `-l phase` for `--phase`, `-s o` for `-o`."""
    return f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
