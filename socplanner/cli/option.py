"""An option of a command of the terminal."""

from typing import NamedTuple


class Option(NamedTuple):
    """An option of a command; `value` is the name of its value in the usage, empty for a switch."""

    name: str
    about: str
    value: str = ""
    choices: tuple[str, ...] = ()
    repeats: bool = False
    """Whether it may be given any number of times; its values are then joined by line breaks."""

    @property
    def form(self) -> str:
        """The option as the usage shows it: `--pattern ID`."""
        return f"{self.name} {self.value}".rstrip()
