"""The text of `--help`, written from the tables of `arguments`."""

from socplanner.cli.arguments import COMMANDS, HELP, VERSION, WINDOW, Command
from socplanner.wording.language import Words


def help_of(command: Command, words: Words) -> str:
    """Return the help of `command`; for the window it is the help of the whole program."""
    return _of_program(words) if command is WINDOW else _of_command(command, words)


def _of_program(words: Words) -> str:
    commands = (WINDOW, *COMMANDS)
    lines = [words.tr("Plan a security-response organisation: roles, sourcing, responsibilities.")]
    for command in commands:
        lines += ["", f"  {command.usage()}", f"      {words.tr(command.about)}"]
    lines += ["", f"  socplanner {VERSION}", f"      {words.tr('Show the version.')}"]
    lines += ["", words.tr("More about a command: {usage}", usage=f"socplanner COMMAND {HELP}")]
    lines.append(
        words.tr(
            "Exit code 2: the request was refused; one line on standard error gives the reason."
        )
    )
    return "\n".join(lines)


def _of_command(command: Command, words: Words) -> str:
    lines = [command.usage(), "", words.tr(command.about), ""]
    width = max(len(option.form) for option in command.options)
    lines += [
        f"  {option.form.ljust(width)}  {words.tr(option.about)}" for option in command.options
    ]
    return "\n".join(lines)
