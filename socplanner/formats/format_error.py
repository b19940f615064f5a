"""The error of a file that cannot be read: what is wrong, and where."""

from socplanner.domain.names import LONGEST_NAME, bad_character
from socplanner.domain.problem import Problem

Path = tuple[str | int, ...]
"""The path from the top of a tree to a value: keys, and places in lists from 0."""


class FormatError(Exception):
    """A file that cannot be read; `problem` is the reason, `line` and `column` count from 1.

    Both are None where the place is unknown, or where only `path` is known so far.
    """

    def __init__(
        self,
        problem: Problem,
        line: int | None = None,
        column: int | None = None,
        path: Path | None = None,
    ) -> None:
        """Store the problem, its values made printable, and its place."""
        values = {key: displayable(value) for key, value in problem.values.items()}
        super().__init__(problem.code, values, line, column, path)
        self.problem = Problem(problem.code, values)
        self.line = line
        self.column = column
        self.path = path


def displayable(value: object) -> object:
    """Return `value` fit for one line on a screen: cut to a name's length, bad characters replaced.

    Values other than texts are returned unchanged.
    """
    if not isinstance(value, str):
        return value
    if len(value) > LONGEST_NAME:
        value = value[: LONGEST_NAME - 1] + "…"
    if bad_character(value, is_name=True) is None:
        return value
    return "".join("\ufffd" if bad_character(each, is_name=True) else each for each in value)


def refused(code: str, path: Path | None = None, **values: object) -> FormatError:
    """Return the error with `code` at `path`, its `values` for the message."""
    return FormatError(Problem(code, values), path=path)
